//! What stands in a table only to be read.

use crate::{
    model::{
        Entry, Guide, Lang,
        walk::{Leaf, Reference, RefersTo, Slot},
    },
    present::change,
};

/// What a record is called, of those that are known by a name; of the others their text stands there.
pub(super) fn name(entry: &Entry, guide: &Guide, lang: Lang) -> Option<String> {
    let Entry::Party(party) = entry else { return None };
    Some(change::said(Leaf::Reference(Reference::Party(&party.id)), guide, lang))
}

/// What a cell means that not everybody can read: for whom, and which party or aspect.
pub(super) fn to_read(slot: &Slot, leaf: Option<Leaf<'_>>, guide: &Guide, lang: Lang) -> Option<String> {
    let is_read = matches!(
        slot,
        Slot::Condition { .. } | Slot::Reference { to: RefersTo::Party | RefersTo::Aspect | RefersTo::Source, .. }
    );
    is_read.then(|| leaf.map(|leaf| change::said(leaf, guide, lang)).unwrap_or_default())
}
