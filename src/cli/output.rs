//! What goes out: text or JSON, and how it ends.

use std::io;

use serde::Serialize;

use super::{Refusal, args::Format};
use crate::{
    file::system_fault,
    model::{CallError, ExportError, FileError, IndexError, Lang},
};

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
    let json = serde_json::to_string_pretty(value).map_err(|error| Refusal::Json(error.to_string()))?;
    Ok(json + "\n")
}

/// Why a command ends with another code than 0.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Exit {
    /// The guide or the comparison has a problem, of which the output says it all.
    Printed(String),
    /// It was not done.
    Refused(Refusal),
}

impl Exit {
    /// The process's exit code.
    pub fn code(&self) -> u8 {
        match self {
            Self::Printed(_) => 1,
            Self::Refused(refusal) => refusal.code(),
        }
    }
}

/// What a command meets on its way is why it is refused.
macro_rules! refused {
    ($($error:ident => $refusal:ident,)*) => {$(
        impl From<$error> for Exit {
            fn from(error: $error) -> Self {
                Self::Refused(Refusal::$refusal(error))
            }
        }
    )*};
}

refused! {
    CallError => Call,
    ExportError => Export,
    FileError => File,
    IndexError => Facet,
}

impl From<Refusal> for Exit {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

/// Why output was not written; `None` when its reader closed its end early, such as `head`: that is no problem of ours.
pub fn unwritten(error: &io::Error) -> Option<Refusal> {
    (error.kind() != io::ErrorKind::BrokenPipe).then(|| Refusal::NotWritten(system_fault(error)))
}
