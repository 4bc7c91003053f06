//! Why a supplement does not lie over a guide.

use strum::EnumCount;

use crate::model::{EntryKey, Field, Problem};

/// Why a supplement is not used.
#[derive(Clone, Debug, PartialEq, Eq, EnumCount)]
pub enum SupplementError {
    /// It is a proposal: something for a guide, and not beside it.
    Proposal,
    /// The guide is for training: what is one place's own is real, and has no place in it.
    Training,
    /// It holds something that a supplement may not.
    NotOwn {
        /// Of which record.
        record: EntryKey,
        /// Why.
        why: NotOwn,
        /// How many more there are.
        others: usize,
    },
    /// Two records of the guide have one id, so that nobody can say over which it lies.
    DoubleId(EntryKey),
    /// With it the guide has errors.
    HasErrors(Vec<Problem>),
}

/// Why something has no place in a supplement.
#[derive(Clone, Debug, PartialEq, Eq, EnumCount)]
pub enum NotOwn {
    /// Only parties, tasks and sources can be one's own, and notes, names and contacts of those of the guide.
    Kind,
    /// A task of one's own says in which region it holds.
    NoArea,
    /// What the whole country has is not taken out in one place.
    TakenOut,
    /// This field of a record of the guide is the same everywhere.
    Field(Field),
}
