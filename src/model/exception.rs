//! What the keepers of a guide decided about it: rules that need not hold for a record, and ids that changed.

use serde::{Deserialize, Serialize};

use super::{Date, RecordId, RecordKey, date::read_day};

/// A rule that is switched off for one record, by somebody, for a reason, until a day.
///
/// What only says an error is never switched off, and after the last day the rule holds again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Exception {
    /// Unique among the exceptions of the guide.
    pub id: RecordId,
    /// The rule by its name in reports, such as `lange-zin`; one that this program does not know is a problem.
    pub rule: String,
    /// The record for which it need not hold.
    pub record: RecordKey,
    /// Why.
    pub reason: String,
    /// The function or organisation that decided so.
    pub by: String,
    /// The day on which it was decided.
    #[serde(deserialize_with = "read_day")]
    pub on: Date,
    /// The last day on which it holds.
    #[serde(deserialize_with = "read_day")]
    pub until: Date,
}

impl Exception {
    /// Whether its time is not over on this day.
    pub fn holds_on(&self, day: Date) -> bool {
        day <= self.until
    }
}

/// A record that had another id in an earlier edition, so that whoever still names it by that one finds it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Renamed {
    /// What it was called.
    pub was: RecordKey,
    /// What it is called.
    pub is: RecordKey,
}
