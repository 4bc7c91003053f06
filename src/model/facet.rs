//! Questions about the person or the situation, and which answers go together.

use serde::{Deserialize, Serialize};

use super::{Basis, Condition, FacetId, Label, RecordId, ValueId};

/// A question about the person or the situation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Facet {
    /// Unique among the facets of the guide; never changes its meaning.
    pub id: FacetId,
    /// Whether one value is true, or each value is a yes or no of its own.
    pub kind: FacetKind,
    /// Name above the values.
    pub label: Label,
    /// The question as one would ask it.
    pub question: Label,
    /// What it means, or who establishes it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub help: Option<Label>,
    /// The block of facets in which it stands on screen.
    pub section: RecordId,
    /// Asked before all others while it is open.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub safety: bool,
    /// The values that are taken to hold until they are told, as an assumption of the guide's makers: only to put the
    /// steps of a plan in order, never for a verdict.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub until_told: Vec<ValueId>,
    /// For whom they are not taken to hold: what is told of other facets makes it likely enough to say so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until_told_unless: Option<Condition>,
    /// The values; at most [`Facet::MAX_VALUES`].
    pub values: Vec<FacetValue>,
    /// Names for sets of values.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub groups: Vec<Group>,
    /// Disjoint groups that are asked before their members.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ask_first: Vec<ValueId>,
}

impl Facet {
    /// The most values of a facet: the index keeps a set of them in the bits of a `u32`.
    pub const MAX_VALUES: usize = 32;

    /// The position of a value.
    pub fn value_position(&self, id: &ValueId) -> Option<usize> {
        self.values.iter().position(|value| value.id == *id)
    }

    /// The group with this id.
    pub fn group(&self, id: &ValueId) -> Option<&Group> {
        self.groups.iter().find(|group| group.id == *id)
    }

    /// The label of a value or group; its id when there is none.
    pub fn value_label<'a>(&'a self, id: &'a ValueId, lang: super::Lang) -> &'a str {
        let value = self.values.iter().find(|value| value.id == *id).map(|value| &value.label);
        let label = value.or_else(|| self.group(id).map(|group| &group.label));
        label.map_or(id.as_str(), |label| label.text(lang))
    }
}

/// Whether one value of a facet is true, or any number of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FacetKind {
    /// Exactly one value is true; together they cover everybody.
    One,
    /// Each value is a yes or no of its own.
    Many,
}

/// One answer to a facet's question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FacetValue {
    /// Its id, unique within the facet.
    pub id: ValueId,
    /// Its name on screen.
    pub label: Label,
    /// What it means, where the name is not enough.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub help: Option<Label>,
}

/// A name for a set of values of one facet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Group {
    /// Its id, unique among the facet's values and groups.
    pub id: ValueId,
    /// Its name on screen.
    pub label: Label,
    /// The values in it.
    pub values: Vec<ValueId>,
}

/// A block of facets on screen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FacetSection {
    /// Unique among the facet sections of the guide; never changes its meaning.
    pub id: RecordId,
    /// Its heading.
    pub label: Label,
}

/// A combination that nobody meets: cut out of the space of all persons.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Impossible {
    /// Unique among the impossible combinations of the guide; never changes its meaning.
    pub id: RecordId,
    /// What cannot be.
    pub when: Condition,
    /// Why not, in words.
    pub text: Label,
    /// The sources that say so, or that it is an assumption.
    pub basis: Basis,
}

/// Who meets the first, meets the second.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Implication {
    /// Unique among the implications of the guide; never changes its meaning.
    pub id: RecordId,
    /// When this holds …
    pub when: Condition,
    /// … so does this.
    pub then: Condition,
    /// Why, in words.
    pub text: Label,
    /// The sources that say so, or that it is an assumption.
    pub basis: Basis,
}

/// A combination that can be, but is probably a mistake: answered with a warning.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Suspicious {
    /// Unique among the suspicious combinations of the guide; never changes its meaning.
    pub id: RecordId,
    /// What is odd.
    pub when: Condition,
    /// The warning.
    pub text: Label,
    /// The sources that say so, or that it is an assumption.
    pub basis: Basis,
}
