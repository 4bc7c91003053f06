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

/// Whether nobody sees this sign, or it changes what stands around it: one that steers a terminal, ends a line, turns the
/// direction of reading or has no width. A text of the guide that holds one says something else than it seems to say.
pub fn is_unseen(sign: char) -> bool {
    let steers =
        matches!(sign, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{206f}');
    let ends_a_line = matches!(sign, '\u{2028}' | '\u{2029}');
    let has_no_width = matches!(sign, '\u{ad}' | '\u{180e}' | '\u{200b}'..='\u{200d}' | '\u{2060}'..='\u{2065}')
        || matches!(sign, '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e0fff}');
    sign.is_control() || steers || ends_a_line || has_no_width
}
