//! Where the chain is open, where sources contradict each other, and where parties must agree.

use serde::{Deserialize, Serialize};
use strum::{EnumIter, IntoStaticStr};

use super::{AspectId, Citation, Condition, Date, PartyId, RecordId, ResponsibilityId, Validity, date::read_day};

/// A documented gap.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Gap {
    /// Unique among the gaps of the guide; never changes its meaning.
    pub id: RecordId,
    /// In which aspect.
    pub aspect: AspectId,
    /// What kind.
    pub kind: GapKind,
    /// For whom it holds; for everybody when left out.
    #[serde(default, skip_serializing_if = "Condition::is_always")]
    pub who: Condition,
    /// What is missing, in a few words, for a box of the picture.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub short: Option<String>,
    /// What is missing, in one or two plain sentences.
    pub text: String,
    /// Whom to ask now.
    pub ask: PartyId,
    /// When it is in force; a side without a date is open.
    #[serde(default, skip_serializing_if = "Validity::is_open")]
    pub valid: Validity,
    /// The sources that say so.
    pub cites: Vec<Citation>,
}

/// What kind of gap; the computed kind is never written in a guide.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, EnumIter, IntoStaticStr)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "kebab-case")]
pub enum GapKind {
    /// Nobody is responsible, by a source.
    Niemand,
    /// The sources end.
    Onbekend,
    /// Somebody is, but not for all or not enough.
    Beperkt,
    /// Somebody is, but it does not work well.
    Knelpunt,
}

impl GapKind {
    /// As the contract and the file write it.
    pub fn id(self) -> &'static str {
        self.into()
    }
}

/// Sources that contradict each other; both are kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Conflict {
    /// Unique among the conflicts of the guide; never changes its meaning.
    pub id: RecordId,
    /// What they disagree on, in one plain sentence.
    pub text: String,
    /// What each says.
    pub sides: Vec<ConflictSide>,
    /// What the guide does with it.
    pub shown: String,
    /// The responsibilities with which it is shown.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub responsibilities: Vec<ResponsibilityId>,
    /// The parties with all of whose answers it is shown.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parties: Vec<PartyId>,
}

/// What one source says in a conflict.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ConflictSide {
    /// What it says.
    pub text: String,
    /// Where.
    pub cites: Vec<Citation>,
}

/// Whether parties with overlapping tasks agreed on who does what.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Agreement {
    /// Unique among the agreements of the guide; never changes its meaning.
    pub id: RecordId,
    /// The responsibilities that overlap.
    pub between: Vec<ResponsibilityId>,
    /// How far it is.
    pub state: AgreementState,
    /// In words.
    pub text: String,
    /// The sources that say so.
    pub cites: Vec<Citation>,
}

/// How far an agreement is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, EnumIter)]
#[serde(rename_all = "snake_case")]
pub enum AgreementState {
    /// Needed, not known to have been made.
    Nodig,
    /// Made on this date.
    Gemaakt(#[serde(deserialize_with = "read_day")] Date),
    /// The task is shared by law or by its nature: no overlap.
    Gezamenlijk,
}
