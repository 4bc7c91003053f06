//! One step of a training case.

use serde::{Deserialize, Serialize};

use super::{Expectation, Given, Show, each_once};
use crate::model::{AspectId, Date, FacetId, Label, PhaseId, RecordId, date::read_day_if_any};

/// What happens next, what is then known, and what the room sees and is asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ScenarioStep {
    /// Unique among the steps of its case.
    pub id: RecordId,
    /// What the room reads above it.
    pub title: Label,
    /// What happens, as told to participants; invented.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub story: Option<Label>,
    /// What becomes known, in the place of what was known of these facets.
    #[serde(default, skip_serializing_if = "Given::is_empty", deserialize_with = "each_once")]
    pub learn: Given,
    /// Of which facets nothing is known any more.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub forget: Vec<FacetId>,
    /// The day of asking from here on; that of the step before when none is named.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "read_day_if_any")]
    pub date: Option<Date>,
    /// The gemeente from here on; that of the step before when none is named.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gemeente: Option<String>,
    /// What the room sees.
    #[serde(default, skip_serializing_if = "Show::is_usual")]
    pub show: Show,
    /// In which phase the possible victim is from here on; that of the step before when none is named.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phase: Option<PhaseId>,
    /// In which aspects the room says who is responsible.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub asked: Vec<AspectId>,
    /// What the room is asked; before branches, what it chooses between.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub question: Option<Label>,
    /// For the trainer only.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<String>,
    /// How long it takes, in minutes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minutes: Option<u16>,
    /// What the answer must hold here, and must not.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub expect: Vec<Expectation>,
    /// What can come next; the next step of the list when nothing is named. More than one is asked as a choice.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub next: Vec<Branch>,
}

/// A way on from a step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Branch {
    /// The choice that leads there, as the room reads it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<Label>,
    /// The step that it leads to; the end when none is named.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<RecordId>,
    /// The part of what was asked here that a room must have found for it to be the way that fits, in per cent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at_least: Option<u16>,
}
