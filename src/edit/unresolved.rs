//! Versions of which nobody has chosen yet: kept in the guide, joined like a set, resolved by a choice.

use std::collections::BTreeSet;

use super::{
    Change, Clash, Origins,
    entries::get,
    merge::{Base, Prefer, merge_entry},
};
use crate::model::{Entry, EntryKey, Guide, RecordId, Unresolved};

/// What somebody chose of two versions. A third value, or some of each, is an edit that resolves with [`Choice::Ours`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// The version that stands in the guide.
    Ours,
    /// The other, where they clash; what does not clash stays as it stands.
    Theirs,
}

/// The changes that resolve one entry of [`Guide::unresolved`]; `None` when there is no such entry.
pub fn resolve(guide: &Guide, id: &RecordId, choice: Choice) -> Option<Vec<Change>> {
    let kept = guide.unresolved.get(id)?;
    let Unresolved { about, base, theirs, .. } = kept;
    let now = get(guide, about);
    let chosen = match choice {
        // Ours took it out, and theirs stands only so that it was not lost.
        Choice::Ours if kept.fields.is_empty() && now.as_ref() == theirs.as_deref() && base.is_some() => None,
        Choice::Ours => now.clone(),
        Choice::Theirs => {
            let base = match base {
                Some(base) => Base::Known(Some(&**base)),
                None => Base::Unknown,
            };
            merge_entry(base, now.as_ref(), theirs.as_deref(), Prefer::Theirs).entry
        }
    };
    let gone = Change::new(Some(Entry::Unresolved(Box::new(kept.clone()))), None);
    Some(Change::new(now, chosen).into_iter().chain(gone).collect())
}

/// What clashes, as entries to keep in the guide.
pub(super) fn kept(guide: &Guide, clashes: &[Clash], origins: &Origins) -> Vec<Change> {
    let entries = clashes.iter().cloned().filter_map(|Clash { about, fields, base, theirs }| {
        Some(Unresolved {
            id: named(&about)?,
            about,
            fields,
            base: base.map(Box::new),
            theirs: theirs.map(Box::new),
            ours_by: origins.ours.clone(),
            theirs_by: origins.theirs.clone(),
        })
    });
    added(guide, entries)
}

/// What theirs still keeps or has resolved, in ours: what is resolved on either side is resolved.
pub(super) fn joined(guide: &Guide, versions: &[(Base<&Entry>, Option<&Entry>)]) -> Vec<Change> {
    let of = |entry: Option<&Entry>| match entry {
        Some(Entry::Unresolved(kept)) => Some(Unresolved::clone(kept)),
        _ => None,
    };
    let wrapped = |kept: Option<Unresolved>| kept.map(|kept| Entry::Unresolved(Box::new(kept)));
    let (mut changes, mut new) = (Vec::new(), Vec::new());
    for (base, theirs) in versions {
        let (was, theirs) = match base {
            Base::Known(base) => (of(*base), of(*theirs)),
            Base::Unknown => (None, of(*theirs)),
        };
        let id = was.as_ref().or(theirs.as_ref()).map(|kept| kept.id.clone());
        let now = id.and_then(|id| guide.unresolved.get(&id).cloned());
        if now == was {
            changes.extend(Change::new(wrapped(was), wrapped(theirs)));
        } else if was != theirs {
            new.extend(theirs);
        }
    }
    changes.into_iter().chain(added(guide, new.into_iter())).collect()
}

/// Entries as additions, each under an id that is free; what is kept already is left out.
fn added(guide: &Guide, entries: impl Iterator<Item = Unresolved>) -> Vec<Change> {
    let mut taken: BTreeSet<String> = guide.unresolved.iter().map(|kept| kept.id.to_string()).collect();
    let is_kept = |entry: &Unresolved| {
        guide.unresolved.iter().any(|kept| Unresolved { id: kept.id.clone(), ..entry.clone() } == *kept)
    };
    let mut added = Vec::new();
    for entry in entries.filter(|entry| !is_kept(entry)) {
        let names = std::iter::once(entry.id.to_string()).chain((2..).map(|number| format!("{}-{number}", entry.id)));
        let free = names.filter(|name| !taken.contains(name)).find_map(|name| RecordId::new(&name).ok());
        let Some(id) = free else { continue };
        taken.insert(id.to_string());
        added.extend(Change::new(None, Some(Entry::Unresolved(Box::new(Unresolved { id, ..entry })))));
    }
    added
}

/// An id that tells of what there are versions: `party-comensha`.
fn named(about: &EntryKey) -> Option<RecordId> {
    RecordId::new(&about.to_string().replace('/', "-")).ok()
}
