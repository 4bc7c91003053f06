//! Another id for a record, everywhere where it is named; the guide keeps the old one.

use serde_json::Value;

use super::{
    Change, EditRefused,
    at::at,
    entries::{get, head, placed_aspects},
    references::{leads_to, references},
    tree,
    walked::walk_entry,
};
use crate::model::{
    Entry, EntryKey, FieldPath, Guide, Head, Ordered, RecordKey, RecordKind, Renamed, Unresolved,
    walk::{Place, Reference, Step, Visitor},
};

/// The changes that give a record another id.
pub(super) fn changes(guide: &Guide, record: &RecordKey, to: &str) -> Result<Vec<Change>, EditRefused> {
    let old = EntryKey::Record(record.clone());
    let Some(id) = record.id() else { return Err(EditRefused::Fixed(old)) };
    let new = record.kind().key(to).ok_or_else(|| EditRefused::NoId(to.to_owned()))?;
    let now = get(guide, &old).ok_or_else(|| EditRefused::NotThere(old.clone()))?;
    let noted = noted(guide, record, &new);
    let rename = Rename { record, new: &new, id, to };
    let new = EntryKey::Record(new.clone());
    if get(guide, &new).is_some() {
        return Err(EditRefused::Taken(new));
    }
    let mut all = vec![(Some(now.clone()), None), (None, Some(rename.itself(&now)))];
    let naming = references(guide, record).into_keys().map(EntryKey::Record);
    let placed = placed_aspects(guide).into_iter().map(|placed| EntryKey::Record(RecordKey::Aspect(placed.aspect.id)));
    let kept = guide.unresolved.iter().map(|kept| EntryKey::Record(RecordKey::Unresolved(kept.id.clone())));
    let orders = Ordered::of(record.kind()).map(EntryKey::Order);
    // Aspects name their phase only apart from it, and what is kept beside the guide names as the guide does.
    let mut keys: Vec<EntryKey> = naming.chain(placed).chain(kept).chain(orders).filter(|key| *key != old).collect();
    keys.sort();
    keys.dedup();
    for key in keys {
        let Some(now) = get(guide, &key) else { continue };
        let renamed = rename.within(&now);
        all.push((Some(now), Some(renamed)));
    }
    all.extend(noted);
    Ok(all.into_iter().filter_map(|(before, after)| Change::new(before, after).ok()).collect())
}

/// What the document says of itself, before and after it notes another id.
///
/// An id that is given again is no old one any more, and of a way there and back nothing is left to tell.
fn noted(guide: &Guide, was: &RecordKey, is: &RecordKey) -> Option<(Option<Entry>, Option<Entry>)> {
    // Nobody outside a guide names these.
    if matches!(was.kind(), RecordKind::Exception | RecordKind::Unresolved) {
        return None;
    }
    let now = head(guide);
    let is_back = now.renamed.iter().any(|old| old.was == *is && old.is == *was);
    let older = now.renamed.iter().filter(|old| old.was != *is && old.was != *was);
    let older = older.map(|old| if old.is == *was { Renamed { is: is.clone(), ..old.clone() } } else { old.clone() });
    let new = (!is_back).then(|| Renamed { was: was.clone(), is: is.clone() });
    let mut renamed: Vec<Renamed> = older.chain(new).collect();
    renamed.sort();
    Some((Some(Entry::Head(now.clone())), Some(Entry::Head(Head { renamed, ..now }))))
}

struct Rename<'a> {
    record: &'a RecordKey,
    new: &'a RecordKey,
    id: &'a str,
    to: &'a str,
}

impl Rename<'_> {
    /// The record with its new id.
    fn itself(&self, entry: &Entry) -> Entry {
        let entry = self.within(entry);
        let mut renamed = tree::tree(&entry);
        renamed["id"] = Value::from(self.to);
        tree::entry(renamed, &entry).unwrap_or(entry)
    }

    /// Another piece, in which everything that named the record names it by its new id.
    fn within(&self, entry: &Entry) -> Entry {
        match entry {
            Entry::Order(order) if order.of.kind() == self.record.kind() => {
                let mut order = order.clone();
                order.ids.iter_mut().filter(|id| **id == self.id).for_each(|id| self.to.clone_into(id));
                Entry::Order(order)
            }
            Entry::Unresolved(kept) => Entry::Unresolved(Box::new(self.kept(kept))),
            _ => {
                let mut renamed = tree::tree(entry);
                for path in naming(entry, self.record) {
                    self.at(&mut renamed, path.steps());
                }
                tree::entry(renamed, entry).unwrap_or_else(|| entry.clone())
            }
        }
    }

    fn kept(&self, kept: &Unresolved) -> Unresolved {
        let is_about = kept.about == EntryKey::Record(self.record.clone());
        let entry = |entry: &Option<Box<Entry>>| {
            let entry = entry.as_deref()?;
            Some(Box::new(if is_about { self.itself(entry) } else { self.within(entry) }))
        };
        Unresolved {
            about: if is_about { self.new.clone().into() } else { kept.about.clone() },
            base: entry(&kept.base),
            theirs: entry(&kept.theirs),
            ..kept.clone()
        }
    }

    /// Gives the new id where a path of the walk leads in a tree.
    fn at(&self, tree: &mut Value, steps: &[Step]) {
        // A map by the ids of facets.
        if let Some((Step::At(_), above)) = steps.split_last()
            && let Some(Value::Object(map)) = at(tree, above)
        {
            if let Some(value) = map.remove(self.id) {
                map.insert(self.to.to_owned(), value);
            }
        } else if let Some(value) = at(tree, steps) {
            self.named(value);
        }
    }

    /// The id itself, or a condition or a pair that begins with it.
    fn named(&self, value: &mut Value) {
        match value {
            Value::String(id) if id == self.id => self.to.clone_into(id),
            // With its kind, where any kind can be named.
            Value::String(key) if *key == self.record.to_string() => *key = self.new.to_string(),
            Value::Array(parts) => match parts.as_mut_slice() {
                // A facet and its values, which are ids of another kind.
                [facet @ Value::String(_), Value::Array(_) | Value::String(_)] => self.named(facet),
                parts => parts.iter_mut().for_each(|part| self.named(part)),
            },
            Value::Object(variant) => variant.values_mut().for_each(|part| self.named(part)),
            _ => {}
        }
    }
}

/// A piece in which everything that named a record names another of its kind.
pub(super) fn pointed(entry: &Entry, from: &RecordKey, to: &RecordKey) -> Entry {
    match (from.id(), to.id()) {
        (Some(id), Some(new_id)) => Rename { record: from, new: to, id, to: new_id }.within(entry),
        _ => entry.clone(),
    }
}

/// Where a piece names a record.
pub(super) fn naming(entry: &Entry, record: &RecordKey) -> Vec<FieldPath> {
    struct Naming<'k> {
        record: &'k RecordKey,
        at: Vec<FieldPath>,
    }
    impl<'a> Visitor<'a> for Naming<'_> {
        fn reference(&mut self, place: &Place<'_>, to: Reference<'a>) {
            let path = place.path();
            if leads_to(to, self.record) && self.at.last() != Some(&path) {
                self.at.push(path);
            }
        }
    }
    let mut naming = Naming { record, at: Vec::new() };
    walk_entry(entry, &mut naming);
    naming.at
}
