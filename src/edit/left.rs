//! What a command leaves for somebody to decide.

use crate::model::{EntryKey, FieldPath, RecordKey};

/// A place that a command leaves as it is, or makes as well as it can, and that somebody should look at.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Left {
    /// The record.
    pub record: RecordKey,
    /// The field.
    pub field: FieldPath,
    /// Why.
    pub because: LeftBecause,
}

/// Why something is left to decide.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum LeftBecause {
    /// It names what changed, and only somebody who knows can say what it should name now.
    NamesIt,
    /// It may be about what changed, or about something else of the same party.
    MayConcern,
    /// It rested on the sources of what was there before; the new one may not say it.
    OtherSource,
    /// On which ground the new party may share data, or be given it, is not known.
    SharingGround,
    /// The number was one of the old party.
    OwnNumber,
    /// A case of this guide expects the old answer.
    Expected,
    /// It begins after the day on which the other ends.
    BeginsLater,
    /// Nothing is left in the list.
    Emptied,
    /// It leads from a party to itself.
    ToItself,
    /// The new party has no number that is in use on that day.
    NoNumber,
    /// There is no way to reach the new party on that day.
    NoContact,
}

impl Left {
    /// Something left of a piece; `None` for the order of a list.
    pub(super) fn of(key: &EntryKey, field: FieldPath, because: LeftBecause) -> Option<Self> {
        Some(Self { record: key.record()?.clone(), field, because })
    }
}
