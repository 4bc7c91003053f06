//! Changes that belong together, with who made them, when and why.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Change;
use crate::model::{ClockTime, Date, EntryKey, PartialDate, PartyId, ResponsibilityId, Rule};

/// The name of a step, unique over everybody who edits the guide. Whoever makes a step says it, as it says the time.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct StepId(pub String);

/// What somebody did at once, and undoes at once. Its words are derived: see [`super::fields`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// Its name.
    pub id: StepId,
    /// The day on which it was made.
    pub on: Date,
    /// The time of that day.
    pub at: ClockTime,
    /// The function or organisation that made it, as it calls itself.
    pub by: String,
    /// How it came about.
    pub why: Why,
    /// What changed, each piece once, by key.
    pub changes: Vec<Change>,
}

/// How a step came about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Why {
    /// Somebody edited.
    Edited,
    /// A record was pasted.
    Pasted,
    /// A problem was mended by one click: the rule that was broken.
    Fixed(String),
    /// A text was replaced wherever it stood.
    Replaced {
        /// What was looked for.
        from: String,
        /// What came in its place.
        to: String,
    },
    /// It came from a table: the name of its file.
    Imported(String),
    /// It came from another version of the guide: its name.
    Merged(String),
    /// One old step was undone.
    Reverted(StepId),
    /// A proposal was taken over: its name.
    Accepted(String),
    /// A task became another party's.
    HandedOver {
        /// The task as it was.
        task: ResponsibilityId,
        /// The party.
        to: PartyId,
        /// Its first day.
        from: Date,
    },
    /// A party is called otherwise.
    NewName {
        /// The party.
        party: PartyId,
        /// Its name.
        name: String,
        /// From when.
        from: PartialDate,
    },
    /// Somebody checked tasks with their party.
    Verified,
    /// An id was changed, with all that refers to it.
    Renamed,
    /// A choice was made between two versions.
    Resolved,
}

impl Why {
    /// That a problem was mended by one click.
    pub fn fixed(rule: Rule) -> Self {
        Self::Fixed(rule.id().to_owned())
    }
}

impl Step {
    /// The same changes backwards.
    pub fn inverse(&self) -> Vec<Change> {
        self.changes.iter().rev().map(Change::inverse).collect()
    }

    /// This step and then that one, as one with the name of this: for what is typed in one visit to a field.
    #[must_use]
    pub fn then(mut self, next: &Self) -> Self {
        self.changes = then(&self.changes, &next.changes);
        (self.on, self.at) = (next.on, next.at);
        self
    }
}

/// Changes, and then others; what comes to nothing is left out.
pub(super) fn then(first: &[Change], next: &[Change]) -> Vec<Change> {
    let mut all: BTreeMap<EntryKey, Option<Change>> =
        first.iter().map(|change| (change.key(), Some(change.clone()))).collect();
    for change in next {
        let joined = all.entry(change.key()).or_default();
        *joined = joined.as_ref().map_or_else(|| Some(change.clone()), |first| first.then(change));
    }
    all.into_values().flatten().collect()
}
