//! Why an edit is refused.

use crate::model::{Date, EntryKey, FieldPath, PartyId, RecordKey};

/// Why an edit is refused; then nothing changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EditRefused {
    /// A record of that kind has that id already.
    Taken(EntryKey),
    /// There is no such piece.
    NotThere(EntryKey),
    /// This is no id.
    NoId(String),
    /// Aspects stand in this phase.
    InUse(EntryKey),
    /// The document itself and the orders are always there, under one name.
    Fixed(EntryKey),
    /// Nothing to look for.
    NothingToFind,
    /// This piece is of another kind than the one whose field is taken.
    OtherKind(EntryKey),
    /// No field, or one that this piece cannot have.
    NoField(FieldPath),
    /// For whom something holds is said with this record: somebody must say it otherwise first.
    InCondition {
        /// What names it.
        record: RecordKey,
        /// Where.
        field: FieldPath,
    },
    /// The order of this record among its like says nothing.
    NoOrder(EntryKey),
    /// This kind of record has no time in which it holds.
    NoValidity(EntryKey),
    /// It does not hold on that day.
    NotThen {
        /// What.
        record: EntryKey,
        /// When.
        day: Date,
    },
    /// This party never answers, so that no task can be its.
    NeverAnswers(PartyId),
    /// The guide has a note there, and there is room for one.
    HasNote(EntryKey),
    /// It is the same already.
    Same(EntryKey),
}
