//! Where facts come from.

use serde::{Deserialize, Serialize};
use strum::{EnumIter, IntoStaticStr};

use super::{PartialDate, SourceId};

/// A document that facts rest on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Unique among the sources of the guide; never changes its meaning.
    pub id: SourceId,
    /// Title or subject.
    pub title: String,
    /// Who published it.
    pub publisher: String,
    /// Date of the document; `None` when it bears none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<PartialDate>,
    /// The latest that it can be of, for a document without a date; `None` when that is not known either.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub no_later_than: Option<PartialDate>,
    /// Its own reference: Kamerstuk number, kenmerk, Staatscourant number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reference: Option<String>,
    /// Web address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// How much weight it bears.
    pub certainty: Certainty,
    /// Whether it was replaced later, so that a number in it is no contact any more.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub outdated: bool,
    /// What a reader should know: undated, replaced, second-hand.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// How much weight a source bears.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, EnumIter)]
#[serde(rename_all = "snake_case")]
pub enum Certainty {
    /// A single weak source.
    Laag,
    /// Seen, but old, undated or second-hand.
    Midden,
    /// Official text or the party's own page.
    Hoog,
}

/// The place in a source where a fact stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Citation {
    /// The document.
    pub source: SourceId,
    /// Section, answer number or article.
    pub at: String,
    /// What it says there of what rests on it.
    #[serde(default, skip_serializing_if = "Stance::says_so")]
    pub stance: Stance,
    /// A phrase of at most 25 words, to find the place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quote: Option<String>,
    /// Number in the register of facts that the guide was made from, such as `S002-07` or `P28`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fact: Option<String>,
}

impl Citation {
    /// A quoted phrase of more words does more than help to find the place.
    pub const MAX_QUOTE_WORDS: usize = 25;
}

/// What a source says, at the place cited, of what the guide states.
///
/// Only one that says so carries a statement, and dates it.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, EnumIter, IntoStaticStr,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "kebab-case")]
pub enum Stance {
    /// It says that this holds, or held.
    #[default]
    Zegt,
    /// It announces, proposes or asks for it: no sign that it came.
    KondigtAan,
    /// It says that this does not hold, or no longer, or not in practice.
    SpreektTegen,
    /// It names the party or the subject, or tells what is around it, and not that this holds.
    Noemt,
}

impl Stance {
    /// As the contract writes it.
    pub fn id(self) -> &'static str {
        self.into()
    }

    /// Whether it carries what rests on it: the usual case, which a file leaves out.
    pub fn says_so(&self) -> bool {
        *self == Self::Zegt
    }
}

/// How old a fact is by its sources. Never a sign that somebody checked: that is `verified`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SourceAge {
    /// The latest dated source, up to the day of asking, that says it.
    pub last: Option<PartialDate>,
    /// Where no dated source says it: the latest that the undated ones can be of, if that is known of each.
    pub at_latest: Option<PartialDate>,
}

/// Why a rule is in the guide: a source says so, or its makers assume it and say that they do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    /// Sources say so.
    Bron(Vec<Citation>),
    /// An assumption of the guide's makers, in words.
    Aanname(String),
}

impl Basis {
    /// Whether it is an assumption of the guide's makers.
    pub fn is_assumption(&self) -> bool {
        matches!(self, Self::Aanname(_))
    }

    /// The sources; none for an assumption.
    pub fn citations(&self) -> &[Citation] {
        match self {
            Self::Bron(citations) => citations,
            Self::Aanname(_) => &[],
        }
    }
}
