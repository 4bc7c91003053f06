//! Every visible string, Dutch and English. A leaf: it knows only the kinds of things that the model names.
//!
//! Sentence case, active voice, no full stop after one sentence, no colon after a label.

pub mod card;
pub mod chain;
pub mod cli;
pub mod completeness;
pub mod contacts;
mod count;
pub mod days;
pub mod edit;
pub mod errors;
pub mod export;
pub mod fields;
pub mod fonts;
pub mod git;
pub mod help;
pub mod impact;
pub mod keeping;
pub mod leave;
pub mod lesson;
pub mod own;
pub mod page;
pub mod papers;
pub mod parties;
pub mod plan;
pub mod poster;
pub mod presenting;
pub mod problems;
pub mod projector;
pub mod proposal;
pub mod quiz;
pub mod release;
pub mod situations;
pub mod sources;
pub mod supplement;
pub mod tables;
pub mod verification;
pub mod which;
pub mod window;
pub mod words;
pub mod workshop;

/// Writes functions that give a text in a language.
macro_rules! texts {
    ($($(#[$doc:meta])* $name:ident: $nl:literal, $en:literal;)*) => {$(
        $(#[$doc])*
        #[doc = concat!("«", $nl, "»")]
        pub fn $name(lang: $crate::model::Lang) -> &'static str {
            match lang {
                $crate::model::Lang::Nl => $nl,
                $crate::model::Lang::En => $en,
            }
        }
    )*};
}
pub(crate) use texts;
