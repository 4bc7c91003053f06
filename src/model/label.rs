//! Words in two languages, of which Dutch is always there.

use serde::{Deserialize, Serialize};
use strum::IntoStaticStr;

/// A language of the screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, IntoStaticStr)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "kebab-case")]
pub enum Lang {
    /// Dutch, the language of the guide.
    #[default]
    Nl,
    /// English; falls back to Dutch where the guide has no translation.
    En,
}

impl Lang {
    /// Its code, as pages and files name it: `nl`.
    pub fn id(self) -> &'static str {
        self.into()
    }
}

/// A visible text of the guide.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Label {
    /// Dutch.
    pub nl: String,
    /// English, where there is a translation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub en: Option<String>,
}

impl Label {
    /// The text in `lang`, or else in Dutch.
    pub fn text(&self, lang: Lang) -> &str {
        match (lang, &self.en) {
            (Lang::En, Some(en)) => en,
            _ => &self.nl,
        }
    }
}
