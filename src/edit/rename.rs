//! Another id for a record, everywhere where it is named.

use serde_json::Value;
use strum::IntoEnumIterator as _;

use super::{
    Change, EditRefused,
    entries::{get, placed_aspects},
    references::{leads_to, references},
    tree,
    walked::walk_entry,
};
use crate::model::{
    Entry, EntryKey, FieldPath, Guide, Ordered, RecordKey, Unresolved,
    walk::{Place, Reference, Step, Visitor},
};

/// The changes that give a record another id.
pub(super) fn changes(guide: &Guide, record: &RecordKey, to: &str) -> Result<Vec<Change>, EditRefused> {
    let old = EntryKey::Record(record.clone());
    let Some(id) = record.id() else { return Err(EditRefused::Fixed(old)) };
    let new = record.kind().key(to).ok_or_else(|| EditRefused::NoId(to.to_owned()))?;
    let now = get(guide, &old).ok_or_else(|| EditRefused::NotThere(old.clone()))?;
    let new = EntryKey::Record(new);
    if get(guide, &new).is_some() {
        return Err(EditRefused::Taken(new));
    }
    let rename = Rename { record, id, to };
    let mut all = vec![(Some(now.clone()), None), (None, Some(rename.itself(&now)))];
    let naming = references(guide, record).into_keys().map(EntryKey::Record);
    let placed = placed_aspects(guide).into_iter().map(|placed| EntryKey::Record(RecordKey::Aspect(placed.aspect.id)));
    let kept = guide.unresolved.iter().map(|kept| EntryKey::Record(RecordKey::Unresolved(kept.id.clone())));
    let orders = Ordered::iter().filter(|of| of.kind() == record.kind()).map(EntryKey::Order);
    // Aspects name their phase only apart from it, and what is kept beside the guide names as the guide does.
    let mut keys: Vec<EntryKey> = naming.chain(placed).chain(kept).chain(orders).filter(|key| *key != old).collect();
    keys.sort();
    keys.dedup();
    for key in keys {
        let Some(now) = get(guide, &key) else { continue };
        let renamed = rename.within(&now);
        all.push((Some(now), Some(renamed)));
    }
    Ok(all.into_iter().filter_map(|(before, after)| Change::new(before, after).ok()).collect())
}

struct Rename<'a> {
    record: &'a RecordKey,
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
        let old = EntryKey::Record(self.record.clone());
        let is_about = kept.about == old;
        let new = self.record.kind().key(self.to).map(EntryKey::Record);
        let entry = |entry: &Option<Box<Entry>>| {
            let entry = entry.as_deref()?;
            Some(Box::new(if is_about { self.itself(entry) } else { self.within(entry) }))
        };
        Unresolved {
            about: new.filter(|_| is_about).unwrap_or_else(|| kept.about.clone()),
            base: entry(&kept.base),
            theirs: entry(&kept.theirs),
            ..kept.clone()
        }
    }

    /// Follows a path of the walk down a tree, and gives the new id where it leads.
    fn at(&self, value: &mut Value, steps: &[Step]) {
        // What a source says stands under the name of its kind.
        if let (Some(Step::At(_)), Value::Object(variant)) = (steps.first(), &mut *value)
            && let Some(list) = variant.get_mut("bron")
        {
            return self.at(list, steps);
        }
        match (steps, value) {
            ([Step::Field(field), rest @ ..], Value::Object(fields)) => {
                let name: &str = (*field).into();
                if let Some(value) = fields.get_mut(name) {
                    self.at(value, rest);
                }
            }
            ([Step::At(at), rest @ ..], Value::Array(list)) => {
                if let Some(value) = list.get_mut(*at) {
                    self.at(value, rest);
                }
            }
            // A map by the ids of facets, in their order.
            ([Step::At(_)], Value::Object(map)) => {
                if let Some(value) = map.remove(self.id) {
                    map.insert(self.to.to_owned(), value);
                }
            }
            ([], value) => self.named(value),
            _ => {}
        }
    }

    /// The id itself, or a condition or a pair that begins with it.
    fn named(&self, value: &mut Value) {
        match value {
            Value::String(id) if id == self.id => self.to.clone_into(id),
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

/// Where a piece names a record.
fn naming(entry: &Entry, record: &RecordKey) -> Vec<FieldPath> {
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
