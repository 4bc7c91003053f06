//! What the page asks, as its script writes it.

use serde::Deserialize;

use super::Refused;
use crate::model::Lang;

/// One request.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Request {
    /// The JSON of `lookup`.
    Ask(Question),
    /// What stands on the page for a situation.
    Show(Show),
    /// Everything about a party, for a situation.
    Party(AboutParty),
    /// What some words lead to.
    Search(Words),
    /// About the guide.
    About(Today),
    /// The cases of the guide.
    Cases(Spoken),
    /// One of them.
    Case(AboutCase),
    /// Questions made from the guide.
    Quiz(Questions),
    /// All that stands around the answer, in a language.
    Frame(Spoken),
}

/// A situation, as of a day, in a language.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Question {
    /// `FACET=VALUE[,VALUE]`.
    #[serde(default)]
    pub(super) profile: Vec<String>,
    pub(super) date: String,
    #[serde(default)]
    pub(super) lang: Lang,
    /// A name, a code or `onbekend`; nothing says nothing of the place.
    #[serde(default)]
    pub(super) gemeente: Option<String>,
}

/// What is shown.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Show {
    pub(super) question: Question,
    pub(super) today: String,
    /// Facets of which the user does not know the answer.
    #[serde(default)]
    pub(super) skipped: Vec<String>,
    /// The situation that was kept to compare with.
    #[serde(default)]
    pub(super) kept: Option<Question>,
}

/// A party, for a situation.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct AboutParty {
    pub(super) question: Question,
    pub(super) party: String,
}

/// Words that are searched.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Words {
    pub(super) question: Question,
    pub(super) words: String,
}

/// The day of today, in a language.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Today {
    pub(super) lang: Lang,
    pub(super) today: String,
}

/// A case, in a language.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct AboutCase {
    pub(super) lang: Lang,
    pub(super) id: String,
}

/// Questions about persons of whom something is known.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Questions {
    pub(super) question: Question,
    /// The same seed gives the same questions.
    pub(super) seed: u64,
}

/// A language.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Spoken {
    pub(super) lang: Lang,
}

impl Request {
    /// Reads a request.
    ///
    /// # Errors
    /// [`Refused::NoRequest`] when it is none.
    pub(super) fn read(text: &str) -> Result<Self, Refused> {
        serde_json::from_str(text).map_err(|_| Refused::NoRequest)
    }

    /// In which language it is answered.
    pub(super) fn lang(&self) -> Lang {
        match self {
            Self::Ask(question) => question.lang,
            Self::Show(show) => show.question.lang,
            Self::Party(about) => about.question.lang,
            Self::Search(words) => words.question.lang,
            Self::About(today) => today.lang,
            Self::Cases(spoken) | Self::Frame(spoken) => spoken.lang,
            Self::Case(case) => case.lang,
            Self::Quiz(questions) => questions.question.lang,
        }
    }
}
