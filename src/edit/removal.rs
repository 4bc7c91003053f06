//! Taking a record out with what depends on it, or after pointing that elsewhere.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    Edit, EditRefused, Left, LeftBecause,
    at::without,
    entries::{get, placed_aspects},
    references::references,
    rename::{naming, pointed},
    walked::leaves,
};
use crate::model::{
    Entry, EntryKey, Field, FieldPath, Guide, RecordKey,
    walk::{Leaf, Step},
};

/// What becomes of what names a record that is taken out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Dependents {
    /// Where a record can do without the name it loses it, and else it is taken out too, with what depends on it.
    TakeOut,
    /// It names this record of the same kind.
    PointAt(RecordKey),
}

/// What it takes to take a record out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Removal {
    /// The edits.
    pub edits: Vec<Edit>,
    /// The records that go too.
    pub also: BTreeSet<RecordKey>,
    /// What somebody should look at afterwards.
    pub left: Vec<Left>,
}

/// The edits that take a record out and leave nothing that names it. What names it is in [`super::references()`].
///
/// # Errors
/// [`EditRefused`] for a record that is not there or cannot go, for a facet that conditions ask, and for a record to
/// point at that is not there, is of another kind, or is the same.
pub fn remove(guide: &Guide, record: &RecordKey, dependents: &Dependents) -> Result<Removal, EditRefused> {
    can_go(guide, record)?;
    match dependents {
        Dependents::TakeOut => taken_out(guide, &BTreeSet::from([record.clone()])),
        Dependents::PointAt(to) => pointed_at(guide, record, to),
    }
}

/// The edits that take several records out with what depends on them, and leave nothing that names one of them.
///
/// # Errors
/// As [`remove`].
pub fn remove_all(guide: &Guide, records: &BTreeSet<RecordKey>) -> Result<Removal, EditRefused> {
    records.iter().try_for_each(|record| can_go(guide, record))?;
    taken_out(guide, records)
}

fn can_go(guide: &Guide, record: &RecordKey) -> Result<(), EditRefused> {
    let key = EntryKey::Record(record.clone());
    if record.id().is_none() {
        return Err(EditRefused::Fixed(key));
    }
    get(guide, &key).map(drop).ok_or(EditRefused::NotThere(key))
}

fn taken_out(guide: &Guide, records: &BTreeSet<RecordKey>) -> Result<Removal, EditRefused> {
    let mut changed: BTreeMap<RecordKey, Entry> = BTreeMap::new();
    let mut gone: BTreeSet<RecordKey> = records.clone();
    let mut open: Vec<RecordKey> = records.iter().cloned().collect();
    let mut left = Vec::new();
    while let Some(lost) = open.pop() {
        let aspects = placed_aspects(guide).into_iter().filter(|placed| lost == RecordKey::from(&placed.phase));
        let named = references(guide, &lost).into_keys();
        let inside = aspects.map(|placed| RecordKey::from(&placed.aspect.id));
        for by in named.chain(inside).filter(|by| *by != lost) {
            if gone.contains(&by) {
                continue;
            }
            let now = changed.remove(&by).or_else(|| get(guide, &by.clone().into()));
            let kept = now.map(|entry| without_name(entry, &lost, &mut left)).transpose()?.flatten();
            if let Some(entry) = kept {
                changed.insert(by, entry);
            } else {
                gone.insert(by.clone());
                open.push(by);
            }
        }
    }
    left.retain(|left| !gone.contains(&left.record));
    let replaced = changed.into_values().map(Edit::Replace);
    // Aspects go before their phase.
    let removed = gone.iter().rev().cloned().map(Edit::Remove);
    let edits = replaced.chain(removed).collect();
    let also = gone.difference(records).cloned().collect();
    Ok(Removal { edits, also, left })
}

/// A piece that no longer names a record; `None` when it cannot do without.
fn without_name(mut entry: Entry, lost: &RecordKey, left: &mut Vec<Left>) -> Result<Option<Entry>, EditRefused> {
    if matches!(&entry, Entry::Aspect(placed) if RecordKey::from(&placed.phase) == *lost) {
        return Ok(None);
    }
    // From the last on, so that places in lists stay what they are.
    while let Some(path) = naming(&entry, lost).pop() {
        refuse_conditions(&entry, &path)?;
        let steps = path.steps();
        // An expectation without its party would expect something else.
        let is_whole = |length: &usize| steps.first() != Some(&Step::Field(Field::Expect)) || *length <= 2;
        let shorter = (1..=steps.len()).rev().filter(is_whole).map(|length| FieldPath::new(&steps[..length]));
        let still = naming(&entry, lost).len();
        let found = shorter.filter_map(|path| Some((without(&entry, &path)?, path)));
        let Some((next, path)) = { found }.find(|(next, _)| naming(next, lost).len() < still) else { return Ok(None) };
        entry = next;
        if let Some((Step::At(_), list)) = path.steps().split_last() {
            let emptied = FieldPath::new(list);
            if leaves(&entry, &emptied).is_empty() {
                left.extend(Left::of(&entry.key(), emptied, LeftBecause::Emptied));
            }
        }
    }
    Ok(Some(entry))
}

/// For whom something holds is never changed by the way.
fn refuse_conditions(entry: &Entry, path: &FieldPath) -> Result<(), EditRefused> {
    let is_condition = leaves(entry, path).iter().any(|(at, leaf)| at == path && matches!(leaf, Leaf::Condition(_)));
    match entry.key() {
        EntryKey::Record(record) if is_condition => Err(EditRefused::InCondition { record, field: path.clone() }),
        _ => Ok(()),
    }
}

fn pointed_at(guide: &Guide, record: &RecordKey, to: &RecordKey) -> Result<Removal, EditRefused> {
    let key = EntryKey::Record(to.clone());
    if to == record {
        return Err(EditRefused::Same(key));
    }
    if to.kind() != record.kind() {
        return Err(EditRefused::OtherKind(key));
    }
    get(guide, &key).ok_or(EditRefused::NotThere(key))?;
    if let RecordKey::Phase(_) = record
        && placed_aspects(guide).iter().any(|placed| RecordKey::from(&placed.phase) == *record)
    {
        return Err(EditRefused::InUse(record.clone().into()));
    }
    let mut removal = Removal::default();
    for by in references(guide, record).into_keys().filter(|by| by != record) {
        let Some(now) = get(guide, &by.clone().into()) else { continue };
        let paths = naming(&now, record);
        for path in &paths {
            refuse_conditions(&now, path)?;
            // What is known of a facet is in its own words, which another does not have.
            if matches!(record, RecordKey::Facet(_)) {
                return Err(EditRefused::InCondition { record: by, field: path.clone() });
            }
        }
        let mut entry = pointed(&now, record, to);
        for path in paths.iter().rev() {
            entry = once(entry, path);
        }
        if by == *to {
            entry = without_name(entry, to, &mut removal.left)?.unwrap_or(now);
        }
        if matches!(&entry, Entry::Referral(referral) if referral.from == referral.to) {
            removal.left.extend(Left::of(&entry.key(), Field::To.into(), LeftBecause::ToItself));
        }
        removal.edits.push(Edit::Replace(entry));
    }
    removal.edits.push(Edit::Remove(record.clone()));
    Ok(removal)
}

/// The piece without the element in which a path leads, when its list has that element twice.
fn once(entry: Entry, path: &FieldPath) -> Entry {
    let Some(at) = path.steps().iter().rposition(|step| matches!(step, Step::At(_))) else { return entry };
    let (element, list) = (&path.steps()[..=at], &path.steps()[..at]);
    let Step::At(position) = element[at] else { return entry };
    let said = |position: usize| {
        let here: Vec<Step> = list.iter().copied().chain([Step::At(position)]).collect();
        let leaves = leaves(&entry, &FieldPath::new(&here));
        let below = |path: FieldPath| path.steps()[here.len()..].to_vec();
        leaves.into_iter().map(|(path, leaf)| (below(path), format!("{leaf:?}"))).collect::<Vec<_>>()
    };
    let own = said(position);
    let is_twice = (0..).map(|other| (other, said(other))).take_while(|(_, said)| !said.is_empty());
    let is_twice = { is_twice }.any(|(other, said)| other != position && said == own);
    if is_twice { without(&entry, &FieldPath::new(element)).unwrap_or(entry) } else { entry }
}
