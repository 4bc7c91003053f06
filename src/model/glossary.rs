//! Words of the field.

use serde::{Deserialize, Serialize};

use super::{Citation, FacetId, Label, PartyId, RecordId, ValueId};

/// A word, what it means and what to look at when somebody types it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GlossaryTerm {
    /// Unique among the terms of the guide; never changes its meaning.
    pub id: RecordId,
    /// The word.
    pub term: Label,
    /// Other words for it, old names, group words and common misspellings.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub synonyms: Vec<String>,
    /// What it means, in plain words.
    pub meaning: String,
    /// The parties that it leads to.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parties: Vec<PartyId>,
    /// The facet value that it stands for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub facet: Option<(FacetId, ValueId)>,
    /// The sources that say so.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cites: Vec<Citation>,
}
