//! What goes out: text or JSON, and how it ends.

use serde::Serialize;

use super::args::Format;
use crate::model::Lang;

/// How output is wanted.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Output {
    pub(crate) format: Format,
    pub(crate) lang: Lang,
}

impl Output {
    /// A value as JSON, or its words.
    pub(crate) fn give<T: Serialize>(self, value: &T, words: impl FnOnce(&T) -> String) -> Result<String, Exit> {
        self.say(|| value, || words(value))
    }

    /// The JSON or the words of the same facts; only what is asked for is made.
    pub(crate) fn say<T: Serialize>(
        self,
        json: impl FnOnce() -> T,
        words: impl FnOnce() -> String,
    ) -> Result<String, Exit> {
        match self.format {
            Format::Text => Ok(words()),
            Format::Json => to_json(&json()),
        }
    }
}

/// Readable JSON with a newline at the end.
pub(crate) fn to_json<T: Serialize>(value: &T) -> Result<String, Exit> {
    serde_json::to_string_pretty(value).map(|json| json + "\n").map_err(|error| Exit::Guide(error.to_string()))
}

/// Why a command ends with another code than 0.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Exit {
    /// 1: the guide or the comparison has a problem.
    #[error("{0}")]
    Guide(String),
    /// 1 as well, but the output says it all.
    #[error("")]
    Printed(String),
    /// 2: the call is wrong.
    #[error("{0}")]
    Call(String),
}

impl Exit {
    /// The process's exit code.
    pub fn code(&self) -> u8 {
        match self {
            Self::Guide(_) | Self::Printed(_) => 1,
            Self::Call(_) => 2,
        }
    }
}
