//! The places of a record, by the way to them.

use super::{cells::cell, rows::is_simple};
use crate::{
    edit::form::{FormRow, form},
    model::{
        Entry, FieldPath,
        walk::{Part, Slot},
    },
};

/// The places of a record as it is now.
pub(super) struct Places(Vec<Place>);

struct Place {
    at: FieldPath,
    slot: Slot,
    /// What stands there, as a cell; nothing for a part or a list, whose values follow.
    said: String,
    /// How many there are in a list, or whether a part is there.
    len: usize,
}

impl Places {
    pub(super) fn of(entry: &Entry) -> Self {
        let place = |row: FormRow<'_>| Place {
            said: row.leaf.map(cell).unwrap_or_default(),
            at: row.at,
            slot: row.slot,
            len: row.len,
        };
        Self(form(entry).into_iter().map(place).collect())
    }

    /// Of sources or an assumption the words, and not which of the two it is.
    fn here(&self, at: &FieldPath) -> Option<&Place> {
        self.0.iter().find(|place| place.at == *at && !matches!(place.slot, Slot::Basis { .. }))
    }

    /// What stands at a place, and what can.
    pub(super) fn find(&self, at: &FieldPath) -> Option<(&Slot, String)> {
        let Place { slot, said, .. } = self.here(at)?;
        let Slot::List(part) = slot else { return Some((slot, said.clone())) };
        let is_item = |place: &&Place| {
            let (steps, list) = (place.at.steps(), at.steps());
            is_simple(part) && steps.len() == list.len() + 1 && steps.starts_with(list)
        };
        let items: Vec<&str> = self.0.iter().filter(is_item).map(|place| place.said.as_str()).collect();
        Some((slot, items.join("\n")))
    }

    pub(super) fn len(&self, list: &FieldPath) -> Option<(&Part, usize)> {
        self.0.iter().find_map(|place| match &place.slot {
            Slot::List(part) if place.at == *list => Some((part, place.len)),
            _ => None,
        })
    }

    pub(super) fn said(&self, at: &FieldPath) -> &str {
        self.here(at).map_or("", |place| &place.said)
    }

    /// The part around a place that is left out.
    pub(super) fn left_out_around(&self, at: &FieldPath) -> Option<(FieldPath, &Part)> {
        let mut ways = (1..at.steps().len()).rev().map(|len| FieldPath::new(&at.steps()[..len]));
        ways.find_map(|way| {
            self.0.iter().find_map(|place| match &place.slot {
                Slot::Part(part) if place.at == way && place.len == 0 => Some((way.clone(), part)),
                _ => None,
            })
        })
    }
}
