//! Versions in which records have other ids, given the same ids before they are merged.

use std::borrow::Cow;

use super::{
    Change,
    entries::{Pieces, get, with},
    rename,
    step::then,
};
use crate::model::{EntryKey, Guide, RecordKey, Renamed};

/// Two versions and what they were made from, in which a record that one of them renamed has its new id.
pub(super) struct Aligned<'a> {
    pub(super) base: Cow<'a, Guide>,
    pub(super) ours: Cow<'a, Guide>,
    pub(super) theirs: Cow<'a, Guide>,
    /// What that changed in ours.
    pub(super) changes: Vec<Change>,
}

impl<'a> Aligned<'a> {
    /// Two versions where nobody knows what they were made from, and so not what was renamed.
    pub(super) fn as_they_are(ours: &'a Guide, theirs: &'a Guide) -> Self {
        let (base, ours) = (Cow::Borrowed(ours), Cow::Borrowed(ours));
        Self { base, ours, theirs: Cow::Borrowed(theirs), changes: Vec::new() }
    }
}

/// Takes every id that only one version gave over in the others. Where both gave one record another id, each stays as it
/// is, and the merge tells.
pub(super) fn aligned<'a>(base: &'a Guide, ours: &'a Guide, theirs: &'a Guide) -> Aligned<'a> {
    let mut aligned = Aligned {
        base: Cow::Borrowed(base),
        ours: Cow::Borrowed(ours),
        theirs: Cow::Borrowed(theirs),
        changes: Vec::new(),
    };
    for Renamed { was, is } in given(base, ours, theirs) {
        renamed(&mut aligned.base, was, is);
        renamed(&mut aligned.theirs, was, is);
    }
    for Renamed { was, is } in given(base, theirs, ours) {
        renamed(&mut aligned.base, was, is);
        let changes = renamed(&mut aligned.ours, was, is);
        aligned.changes = then(&aligned.changes, &changes);
    }
    aligned
}

/// What a version renamed of what was there before, as far as the other did not rename the same record.
pub(super) fn given<'g>(base: &'g Guide, side: &'g Guide, other: &'g Guide) -> impl Iterator<Item = &'g Renamed> {
    side.renamed.iter().filter(move |renamed| {
        !base.renamed.contains(renamed)
            && is_there(base, &renamed.was)
            && is_there(side, &renamed.is)
            && other.renamed.iter().all(|others| others.was != renamed.was)
    })
}

fn is_there(guide: &Guide, record: &RecordKey) -> bool {
    get(guide, &EntryKey::Record(record.clone())).is_some()
}

/// Renames a record that is there, unless another has that id.
pub(super) fn renamed(guide: &mut Cow<'_, Guide>, was: &RecordKey, is: &RecordKey) -> Vec<Change> {
    let to = is.id().filter(|_| is.kind() == was.kind()).unwrap_or_default();
    let changes = rename::changes(guide, was, to).unwrap_or_default();
    if !changes.is_empty() {
        let pieces: Pieces<'_> = changes.iter().map(|change| (change.key(), change.after())).collect();
        *guide = Cow::Owned(with(guide, &pieces));
    }
    changes
}
