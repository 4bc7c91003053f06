//! What two versions of a guide do not agree on.

use crate::model::{Entry, EntryKey, FieldPath};

/// Where two versions changed the same in different ways. Ours stays in use and both others are kept: nothing is lost,
/// and nothing is assumed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clash {
    /// Of what there are two versions.
    pub about: EntryKey,
    /// Where, as paths into what stands; when empty it is whether the piece is there at all, or its order.
    pub fields: Vec<FieldPath>,
    /// What it was before both, as far as there was something and it is known.
    pub base: Option<Entry>,
    /// The version that does not stand; `None` when it has no such piece.
    pub theirs: Option<Entry>,
}

/// Where two versions come from, to tell who chooses; as git names branches, for instance.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Origins {
    /// The version that stays in use where they clash.
    pub ours: Option<String>,
    /// The other.
    pub theirs: Option<String>,
}
