//! Where facts come from.

use serde::{Deserialize, Serialize};

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
    /// Its own reference: Kamerstuk number, kenmerk, Staatscourant number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reference: Option<String>,
    /// Web address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// How much weight it bears.
    pub certainty: Certainty,
    /// What a reader should know: undated, replaced, second-hand.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// How much weight a source bears.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
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
    /// A phrase of at most 25 words, to find the place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quote: Option<String>,
    /// Number in the register of facts that the guide was made from, such as `S002-07` or `P28`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fact: Option<String>,
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
