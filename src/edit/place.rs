//! The order of records by hand.

use super::{
    Edit, EditRefused,
    entries::{get, order, placed_aspects},
};
use crate::model::{Entry, EntryKey, Guide, Order, Ordered, RecordKey};

/// On which side of another record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Before it.
    Before,
    /// Behind it.
    Behind,
}

/// The edit that puts a record right before or behind another, in a list of which the order says something.
///
/// # Errors
/// [`EditRefused`] for a record that is not there, for one beside itself or a record of another kind, and where the order
/// says nothing: of a list that is sorted by id, and of aspects in different phases.
pub fn put_beside(guide: &Guide, record: &RecordKey, side: Side, of: &RecordKey) -> Result<Edit, EditRefused> {
    let key = |record: &RecordKey| EntryKey::Record(record.clone());
    let there = |record: &RecordKey| get(guide, &key(record)).ok_or_else(|| EditRefused::NotThere(key(record)));
    there(record)?;
    there(of)?;
    if record == of {
        return Err(EditRefused::Same(key(record)));
    }
    if record.kind() != of.kind() {
        return Err(EditRefused::OtherKind(key(of)));
    }
    let no_order = || EditRefused::NoOrder(key(record));
    let list = Ordered::of(record.kind()).filter(|_| phase_of(guide, record) == phase_of(guide, of));
    let (list, id, of) = (list.ok_or_else(no_order)?, record.id().ok_or_else(no_order)?, of.id());
    let mut ids = order(guide, list);
    ids.retain(|own| own != id);
    let at = ids.iter().position(|own| Some(own.as_str()) == of).ok_or_else(no_order)?;
    ids.insert(at + usize::from(side == Side::Behind), id.to_owned());
    Ok(Edit::Replace(Entry::Order(Order { of: list, ids })))
}

/// The phase in which an aspect stands; `None` for anything else.
fn phase_of(guide: &Guide, record: &RecordKey) -> Option<RecordKey> {
    let RecordKey::Aspect(id) = record else { return None };
    let placed = placed_aspects(guide).into_iter().find(|placed| placed.aspect.id == *id)?;
    Some(RecordKey::from(&placed.phase))
}
