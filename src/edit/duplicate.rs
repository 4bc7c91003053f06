//! A second record like one that is there.

use super::{
    Edit, EditRefused,
    entries::{get, order},
    propose_id::free,
    tree,
};
use crate::model::{Entry, EntryKey, Guide, Order, Ordered, RecordKey};

/// The edits that add a copy of a record behind it, under a new id, and that id. Nobody checked the copy, and it came from
/// nowhere else.
///
/// # Errors
/// [`EditRefused`] for a record that is not there, and for the document itself and what nobody has chosen yet.
pub fn duplicate(guide: &Guide, record: &RecordKey) -> Result<(Vec<Edit>, RecordKey), EditRefused> {
    let key = EntryKey::Record(record.clone());
    let now = get(guide, &key).ok_or_else(|| EditRefused::NotThere(key.clone()))?;
    let (Some(id), false) = (record.id(), matches!(record, RecordKey::Unresolved(_))) else {
        return Err(EditRefused::Fixed(key));
    };
    let new = free(guide, record.kind(), id).ok_or_else(|| EditRefused::NoId(id.to_owned()))?;
    let copy = with_id(&now, &new).ok_or_else(|| EditRefused::NoId(new.clone()))?;
    let copy = match copy {
        Entry::Responsibility(mut copy) => {
            (copy.verified, copy.changed, copy.imported) = (None, None, None);
            Entry::Responsibility(copy)
        }
        copy => copy,
    };
    let EntryKey::Record(copy_key) = copy.key() else { return Err(EditRefused::Fixed(key)) };
    let behind = Ordered::of(record.kind()).map(|of| {
        let mut ids = order(guide, of);
        let at = ids.iter().position(|own| own == id).map_or(ids.len(), |at| at + 1);
        ids.insert(at, new);
        Edit::Replace(Entry::Order(Order { of, ids }))
    });
    Ok(([Edit::Add(copy)].into_iter().chain(behind).collect(), copy_key))
}

/// The same record under another id.
pub(super) fn with_id(entry: &Entry, id: &str) -> Option<Entry> {
    let mut tree = tree::tree(entry);
    *tree.get_mut("id")? = id.into();
    tree::entry(tree, entry)
}
