//! Making changes of what somebody wants: checked against the guide before anything changes.

use std::collections::BTreeMap;

use strum::IntoEnumIterator as _;

use super::{
    Change, EditRefused,
    apply::put,
    entries::{get, order, placed_aspects},
    rename,
    step::then,
};
use crate::model::{Entry, EntryKey, Guide, Order, Ordered, RecordKey};

/// What somebody wants of a guide.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Edit {
    /// A new record, at the end of its list where that has an order.
    Add(Entry),
    /// Another version of a piece that is there.
    Replace(Entry),
    /// A record less. What refers to it stays: see [`super::references()`].
    Remove(RecordKey),
    /// Another id for a record, everywhere where it is named.
    Rename {
        /// The record.
        record: RecordKey,
        /// Its new id.
        to: String,
    },
}

/// The changes that do all of these, one after the other. They hold for this guide: [`super::put`] does them.
///
/// # Errors
/// [`EditRefused`] for the first that cannot be done.
pub fn make(guide: &Guide, edits: &[Edit]) -> Result<Vec<Change>, EditRefused> {
    let mut guide = guide.clone();
    let mut all = Vec::new();
    let mut chunks =
        edits.chunk_by(|edit, next| matches!((edit, next), (Edit::Replace(_), Edit::Replace(_)))).peekable();
    while let Some(edits) = chunks.next() {
        let mut changes = several(&guide, edits)?;
        let touched = touched(&changes);
        // Nobody asks what comes of the last, unless the order of a list does.
        if chunks.peek().is_some() || !touched.is_empty() {
            let after = put(&guide, &changes);
            changes.extend(orders(&guide, &after, touched));
            guide = after;
        }
        all = then(&all, &changes);
    }
    Ok(all)
}

/// The changes of one edit, or of several that each replace a piece: for those the guide is made anew only once.
fn several(guide: &Guide, edits: &[Edit]) -> Result<Vec<Change>, EditRefused> {
    let mut changes: BTreeMap<EntryKey, Change> = BTreeMap::new();
    for edit in edits {
        let new = one(guide, edit)?;
        // Of two versions of one piece the last is meant.
        if let Edit::Replace(entry) = edit {
            changes.remove(&entry.key());
        }
        changes.extend(new.into_iter().map(|change| (change.key(), change)));
    }
    Ok(changes.into_values().collect())
}

fn one(guide: &Guide, edit: &Edit) -> Result<Vec<Change>, EditRefused> {
    match edit {
        Edit::Add(entry) | Edit::Replace(entry) => {
            let (now, key) = (get(guide, &entry.key()), entry.key());
            match (edit, &now) {
                (Edit::Add(_), Some(_)) => return Err(EditRefused::Taken(key)),
                (Edit::Replace(_), None) => return Err(EditRefused::NotThere(key)),
                _ => {}
            }
            if let Entry::Aspect(placed) = entry
                && guide.phases.ix(&placed.phase).is_none()
            {
                return Err(EditRefused::NotThere(RecordKey::from(&placed.phase).into()));
            }
            Ok(Change::new(now, Some(entry.clone())).into_iter().collect())
        }
        Edit::Remove(RecordKey::Guide) => Err(EditRefused::Fixed(RecordKey::Guide.into())),
        Edit::Remove(record) => {
            let key = EntryKey::Record(record.clone());
            let now = get(guide, &key).ok_or_else(|| EditRefused::NotThere(key.clone()))?;
            if let RecordKey::Phase(phase) = record
                && placed_aspects(guide).iter().any(|placed| placed.phase == *phase)
            {
                return Err(EditRefused::InUse(key));
            }
            Ok(Change::new(Some(now), None).into_iter().collect())
        }
        Edit::Rename { record, to } => rename::changes(guide, record, to),
    }
}

/// The lists whose order may be another after these changes.
fn touched(changes: &[Change]) -> Vec<Ordered> {
    let is_own = |of: Ordered, key: &EntryKey| match key {
        EntryKey::Record(record) => record.kind() == of.kind(),
        EntryKey::Order(own) => *own == of,
    };
    let touched = Ordered::iter().filter(|of| {
        // Aspects stand in the order of their phases.
        let with = if *of == Ordered::Aspect { Ordered::Phase } else { *of };
        changes.iter().any(|change| is_own(*of, &change.key()) || is_own(with, &change.key()))
    });
    touched.collect()
}

/// How the orders of lists change along, so that the way back leads to the same place.
fn orders(before: &Guide, after: &Guide, touched: Vec<Ordered>) -> Vec<Change> {
    let entry = |guide: &Guide, of| Some(Entry::Order(Order { of, ids: order(guide, of) }));
    touched.into_iter().filter_map(|of| Change::new(entry(before, of), entry(after, of)).ok()).collect()
}
