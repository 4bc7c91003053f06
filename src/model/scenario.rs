//! Training cases, which are regression cases too.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{AspectId, Date, FacetId, Label, PartyId, RecordId, Role, ValueId};

/// A person in words and facets, and who should be found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scenario {
    /// Unique among the scenarios of the guide; never changes its meaning.
    pub id: RecordId,
    /// Its title.
    pub title: Label,
    /// The case as told to participants; invented.
    pub story: String,
    /// The day of asking.
    pub date: Date,
    /// What is known; a facet that is not named is unknown.
    pub given: BTreeMap<FacetId, Vec<ValueId>>,
    /// The gemeente, where it matters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gemeente: Option<String>,
    /// What the answer must hold, and must not.
    pub expect: Vec<Expectation>,
    /// For the trainer only.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<String>,
    /// For the participants.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub questions: Vec<String>,
}

/// One thing that an answer must hold, or must not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Expectation {
    /// In which aspect.
    pub aspect: AspectId,
    /// Which party; none with [`ScenarioOutcome::Gat`] asks only for the gap.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub party: Option<PartyId>,
    /// In which role; any when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<Role>,
    /// What should come out.
    pub outcome: ScenarioOutcome,
}

/// What should come out for a party in an aspect.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ScenarioOutcome {
    /// Certainly responsible.
    Geldt,
    /// Responsible or not, depending on what is still open.
    HangtAf,
    /// Not responsible.
    GeldtNiet,
    /// The guide certainly tells a gap in this aspect.
    Gat,
    /// The guide tells no gap in this aspect, not even a possible one.
    GeenGat,
}
