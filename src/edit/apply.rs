//! Changes on a guide, whether or not it is the one that they were made on.

use std::collections::{BTreeMap, BTreeSet};

use strum::IntoEnumIterator as _;

use super::{
    Change, Clash, Origins,
    align::{Aligned, aligned},
    entries::{EachPair, Pieces, Row, each_pair, get, head, ids, order, placed_aspects, with},
    merge::{Base, MergedEntry, Prefer, merge_entry, merge_order},
    step::then,
    unresolved,
};
use crate::model::{Entry, EntryKey, Field, Guide, Order, Ordered, PhaseId, RecordKey, RecordKind, SCHEMA};

/// Changes as they come out on another guide than the one that they were made on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Onto {
    /// What they change there: before is what stands there now.
    pub changes: Vec<Change>,
    /// Where that guide changed the same in other ways.
    pub clashes: Vec<Clash>,
}

/// A guide after changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Applied {
    /// The guide.
    pub guide: Guide,
    /// Where it had changed the same in other ways, which stay.
    pub clashes: Vec<Clash>,
}

/// What came of two versions of a guide.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Merged {
    /// The guide; what clashes is in [`Guide::unresolved`].
    pub guide: Guide,
    /// What changed in ours, as one step that can be undone.
    pub changes: Vec<Change>,
    /// Where both changed the same in different ways.
    pub clashes: Vec<Clash>,
    /// How much each version brought.
    pub taken: Taken,
}

/// How many pieces came from which of two versions; without what they were made from, how many only one of them has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Taken {
    /// From ours alone.
    pub ours: usize,
    /// From theirs alone.
    pub theirs: usize,
    /// From both.
    pub both: usize,
}

impl Taken {
    fn of(by_us: &BTreeSet<EntryKey>, by_them: &BTreeSet<EntryKey>) -> Self {
        let both = by_us.intersection(by_them).count();
        Self { ours: by_us.len() - both, theirs: by_them.len() - both, both }
    }
}

/// Two records of a guide have one id, so that nobody can say which is meant.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("2 × {0}")]
pub struct DoubleId(pub EntryKey);

/// What differs between two guides, by key.
///
/// # Errors
/// [`DoubleId`] when one of them has two records with one id.
pub fn diff(before: &Guide, after: &Guide) -> Result<Vec<Change>, DoubleId> {
    unique(before)?;
    unique(after)?;
    let sides = differing(before, after);
    Ok(sides.into_values().filter_map(|(before, after)| Change::new(before, after).ok()).collect())
}

/// The guide after changes that were made on it: what each names is as it says, whatever it was.
pub fn put(guide: &Guide, changes: &[Change]) -> Guide {
    let pieces: Pieces<'_> = changes.iter().map(|change| (change.key(), change.after())).collect();
    with(guide, &pieces)
}

/// The same changes on a guide that may have changed since: where it did, both are merged, field by field.
///
/// This is the one operation of editing. With what was done as `changes` it does it again on another guide; with the
/// inverse of an old step it undoes that step, and only that one.
pub fn onto(guide: &Guide, changes: &[Change]) -> Onto {
    merged_onto(guide, changes.iter().map(Version::of).collect(), None, Prefer::Ours)
}

/// [`onto`], and the guide that comes of it. Where it clashes the guide stays as it is, and the clashes tell.
pub fn apply(guide: &Guide, changes: &[Change]) -> Applied {
    let Onto { changes, clashes } = onto(guide, changes);
    Applied { guide: put(guide, &changes), clashes }
}

/// Two versions of a guide as one, by what they were made from. What one of them renamed is renamed in all before.
///
/// # Errors
/// [`DoubleId`] when one of the three has two records with one id.
pub fn merge3(base: &Guide, ours: &Guide, theirs: &Guide, origins: &Origins) -> Result<Merged, DoubleId> {
    for guide in [base, ours, theirs] {
        unique(guide)?;
    }
    let Aligned { base, ours, theirs, changes: before } = aligned(base, ours, theirs);
    let changes = diff(&base, &theirs)?;
    let versions = changes.iter().map(Version::of).collect();
    let mut merged = finished(&ours, merged_onto(&ours, versions, Some(&base), Prefer::Ours), origins);
    merged.changes = then(&before, &merged.changes);
    let by_them = changes.iter().map(Change::key).collect();
    Ok(Merged { taken: Taken::of(&differing_keys(&base, &ours), &by_them), ..merged })
}

/// Two versions of a guide as one, where nobody knows what they were made from: every difference is a question.
///
/// # Errors
/// [`DoubleId`] when one of the two has two records with one id.
pub fn without_base(ours: &Guide, theirs: &Guide, origins: &Origins) -> Result<Merged, DoubleId> {
    unique(ours)?;
    unique(theirs)?;
    let sides = differing(ours, theirs);
    let versions = sides
        .iter()
        .map(|(key, (_, theirs))| Version { key: key.clone(), base: Base::Unknown, theirs: theirs.as_ref() })
        .collect();
    let merged = finished(ours, merged_onto(ours, versions, None, Prefer::Ours), origins);
    let (by_us, by_them) = (differing_keys(theirs, &merged.guide), differing_keys(ours, &merged.guide));
    Ok(Merged { taken: Taken::of(&by_us, &by_them), ..merged })
}

/// The guide after changes, with what clashes kept beside it.
pub(super) fn finished(ours: &Guide, onto: Onto, origins: &Origins) -> Merged {
    let Onto { changes, clashes } = onto;
    let mut guide = put(ours, &changes);
    guide.schema = guide.schema.max(SCHEMA);
    let kept = unresolved::kept(&guide, &clashes, origins);
    let guide = put(&guide, &kept);
    let changes = changes.into_iter().chain(kept).collect();
    Merged { guide, changes, clashes, taken: Taken::default() }
}

/// Another version of a piece.
pub(super) struct Version<'a> {
    pub(super) key: EntryKey,
    pub(super) base: Base<&'a Entry>,
    pub(super) theirs: Option<&'a Entry>,
}

impl<'a> Version<'a> {
    fn of(change: &'a Change) -> Self {
        Self { key: change.key(), base: Base::Known(change.before()), theirs: change.after() }
    }
}

/// Other versions of pieces on a guide; `base` is the whole guide before both, where it is known.
pub(super) fn merged_onto(guide: &Guide, versions: Vec<Version<'_>>, base: Option<&Guide>, prefer: Prefer) -> Onto {
    let mut onto = Onto::default();
    let is_kept = |version: &Version<'_>| version.key.record().map(RecordKey::kind) == Some(RecordKind::Unresolved);
    let (kept, versions): (Vec<_>, Vec<_>) = versions.into_iter().partition(is_kept);
    let (orders, records): (Vec<_>, Vec<_>) = versions.into_iter().partition(|version| version.key.record().is_none());
    for Version { key, base, theirs } in records {
        let ours = get(guide, &key);
        let MergedEntry { entry, clash } = merge_entry(base, ours.as_ref(), theirs, prefer);
        if let Some(fields) = clash {
            let base = match base {
                Base::Known(base) => base.cloned(),
                Base::Unknown => None,
            };
            onto.clashes.push(Clash { about: key, fields, base, theirs: theirs.cloned() });
        }
        onto.changes.extend(Change::new(ours, entry));
    }
    let kept: Vec<_> = kept.iter().map(|version| (version.base, version.theirs)).collect();
    onto.changes.extend(unresolved::joined(guide, &kept));
    keep_phases(guide, base, &mut onto);
    merge_orders(guide, &orders, base, prefer, &mut onto);
    onto
}

/// Orders come last: which records are in a list depends on what became of them.
fn merge_orders(guide: &Guide, versions: &[Version<'_>], base: Option<&Guide>, prefer: Prefer, onto: &mut Onto) {
    let kinds: BTreeSet<RecordKind> =
        onto.changes.iter().filter_map(|change| Some(change.key().record()?.kind())).collect();
    let touched = |of: &Ordered| {
        let is_with = kinds.contains(&of.kind()) || *of == Ordered::Aspect && kinds.contains(&RecordKind::Phase);
        is_with || versions.iter().any(|version| version.key == EntryKey::Order(*of))
    };
    let touched: Vec<Ordered> = Ordered::iter().filter(touched).collect();
    if touched.is_empty() {
        return;
    }
    let after = put(guide, &onto.changes);
    for of in touched {
        let ids = |entry: Option<&Entry>| match entry {
            Some(Entry::Order(order)) => Some(order.ids.clone()),
            _ => None,
        };
        let version = versions.iter().find(|version| version.key == EntryKey::Order(of));
        let before = match version.map(|version| version.base) {
            Some(Base::Known(before)) => ids(before),
            Some(Base::Unknown) => None,
            None => base.map(|base| order(base, of)),
        };
        let (ours, now) = (order(guide, of), order(&after, of));
        // Who did not change the order leaves it as it was.
        let theirs = version.map_or_else(|| before.clone(), |version| ids(version.theirs)).unwrap_or_default();
        let stays = now.iter().map(String::as_str).collect();
        let (first, second) = match prefer {
            Prefer::Ours => (&ours, &theirs),
            Prefer::Theirs => (&theirs, &ours),
        };
        let (ids, is_clash) = merge_order(before.as_deref(), first, second, &stays);
        let entry = |ids| Some(Entry::Order(Order { of, ids }));
        // As it comes out: what neither names stands somewhere too.
        let result = Change::new(entry(ours.clone()), entry(ids))
            .map_or(now, |change| order(&put(&after, std::slice::from_ref(&change)), of));
        onto.changes.extend(Change::new(entry(ours), entry(result)));
        if is_clash {
            let (base, theirs) = (before.and_then(entry), entry(theirs));
            onto.clashes.push(Clash { about: EntryKey::Order(of), fields: Vec::new(), base, theirs });
        }
    }
}

/// A phase in which an aspect stands is not taken out, whoever put it there.
fn keep_phases(guide: &Guide, base: Option<&Guide>, onto: &mut Onto) {
    let pieces: Pieces<'_> = onto.changes.iter().map(|change| (change.key(), change.after())).collect();
    let key = |phase: &PhaseId| EntryKey::Record(RecordKey::from(phase));
    // What `with` would do with it is not asked: it holds any aspect somewhere.
    let is_there = |phase: &PhaseId| match pieces.get(&key(phase)) {
        Some(after) => after.is_some(),
        None => guide.phases.ix(phase).is_some(),
    };
    let used: BTreeSet<PhaseId> =
        placed_aspects(&with(guide, &pieces)).into_iter().map(|placed| placed.phase).collect();
    let wanted = onto.changes.iter().filter_map(|change| match change.after() {
        Some(Entry::Aspect(placed)) => Some(placed.phase.clone()),
        _ => None,
    });
    let missing: BTreeSet<PhaseId> = wanted.chain(used).filter(|phase| !is_there(phase)).collect();
    for phase in missing {
        let key = key(&phase);
        let taken_out = onto.changes.iter().position(|change| change.key() == key);
        let before = base.and_then(|base| get(base, &key));
        if let Some(at) = taken_out {
            let change = onto.changes.remove(at);
            let base = change.before().cloned();
            onto.clashes.push(Clash { about: key, fields: Vec::new(), base, theirs: None });
        } else if let Some(before) = before {
            // Ours took it out, and theirs changed an aspect in it.
            onto.changes.extend(Change::new(None, Some(before.clone())));
            onto.clashes.push(Clash {
                about: key,
                fields: Vec::new(),
                base: Some(before.clone()),
                theirs: Some(before),
            });
        } else {
            let is_in_it =
                |change: &Change| matches!(change.after(), Some(Entry::Aspect(placed)) if placed.phase == phase);
            let (without, changes) = std::mem::take(&mut onto.changes).into_iter().partition(is_in_it);
            onto.changes = changes;
            onto.clashes.extend(Vec::into_iter(without).map(|change: Change| Clash {
                about: change.key(),
                fields: vec![Field::Phase.into()],
                base: change.before().cloned(),
                theirs: change.after().cloned(),
            }));
        }
    }
}

/// Both sides of every piece in which two guides differ.
fn differing(before: &Guide, after: &Guide) -> BTreeMap<EntryKey, (Option<Entry>, Option<Entry>)> {
    let mut differing = Differing::<BTreeMap<_, _>>::default();
    differing.compare(before, after);
    differing.found
}

/// The names of the pieces in which two guides differ.
fn differing_keys(before: &Guide, after: &Guide) -> BTreeSet<EntryKey> {
    let mut differing = Differing::<BTreeSet<_>>::default();
    differing.compare(before, after);
    differing.found
}

/// What is noted of the pieces in which two guides differ.
trait Noted {
    /// A piece, and how to make both sides of it.
    fn note(&mut self, key: EntryKey, sides: impl FnOnce() -> (Option<Entry>, Option<Entry>));
}

impl Noted for BTreeMap<EntryKey, (Option<Entry>, Option<Entry>)> {
    fn note(&mut self, key: EntryKey, sides: impl FnOnce() -> (Option<Entry>, Option<Entry>)) {
        self.insert(key, sides());
    }
}

impl Noted for BTreeSet<EntryKey> {
    fn note(&mut self, key: EntryKey, _: impl FnOnce() -> (Option<Entry>, Option<Entry>)) {
        self.insert(key);
    }
}

#[derive(Default)]
struct Differing<N> {
    found: N,
}

impl<N: Noted> Differing<N> {
    fn compare(&mut self, before: &Guide, after: &Guide) {
        let heads = (head(before), head(after));
        if heads.0 != heads.1 {
            let sides = || (Some(Entry::Head(heads.0)), Some(Entry::Head(heads.1)));
            self.found.note(EntryKey::Record(RecordKey::Guide), sides);
        }
        each_pair(before, after, self);
    }
}

impl<N: Noted> EachPair for Differing<N> {
    fn pair<T: Row>(&mut self, before: &[T], after: &[T], ordered: Option<Ordered>) {
        // Of a copy most lists are the very same.
        if std::ptr::eq(before, after) || before == after {
            return;
        }
        if let Some(of) = ordered {
            let (before, after) = (ids(before), ids(after));
            if before != after {
                let order = |ids| Some(Entry::Order(Order { of, ids }));
                self.found.note(EntryKey::Order(of), || (order(before), order(after)));
            }
        }
        let mut old: BTreeMap<&str, &T> = before.iter().map(|row| (row.id(), row)).collect();
        for row in after {
            let was = old.remove(row.id());
            if was != Some(row) {
                self.found.note(row.key(), || (was.cloned().map(Row::wrap), Some(row.clone().wrap())));
            }
        }
        for row in old.into_values() {
            self.found.note(row.key(), || (Some(row.clone().wrap()), None));
        }
    }
}

/// All pieces of a guide, by key.
pub fn entries(guide: &Guide) -> Vec<Entry> {
    let always = [RecordKey::Guide.into()].into_iter().chain(Ordered::iter().map(EntryKey::Order));
    let mut all = All { entries: always.filter_map(|key| get(guide, &key)).collect() };
    each_pair(guide, guide, &mut all);
    all.entries.sort_by_cached_key(Entry::key);
    all.entries
}

struct All {
    entries: Vec<Entry>,
}

impl EachPair for All {
    fn pair<T: Row>(&mut self, rows: &[T], _: &[T], _: Option<Ordered>) {
        self.entries.extend(rows.iter().cloned().map(Row::wrap));
    }
}

/// Makes sure that every id means one record.
fn unique(guide: &Guide) -> Result<(), DoubleId> {
    let mut unique = Unique { double: None };
    each_pair(guide, guide, &mut unique);
    unique.double.map_or(Ok(()), |key| Err(DoubleId(key)))
}

struct Unique {
    double: Option<EntryKey>,
}

impl EachPair for Unique {
    fn pair<T: Row>(&mut self, rows: &[T], _: &[T], _: Option<Ordered>) {
        let mut seen = BTreeSet::new();
        let double = rows.iter().find(|row| !seen.insert(row.id()));
        self.double = self.double.take().or_else(|| double.map(Row::key));
    }
}
