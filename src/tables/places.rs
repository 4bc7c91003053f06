//! The places of a record, by the way to them.

use super::{cells::cell, rows::is_simple};
use crate::{
    edit::form::form,
    model::{
        Entry, FieldPath,
        walk::{Part, Slot},
    },
};

/// The places of a record as it is now, each with its cell.
pub(super) struct Places(Vec<(FieldPath, Slot, String)>);

impl Places {
    pub(super) fn of(entry: &Entry) -> Self {
        let mut places: Vec<(FieldPath, Slot, String)> = Vec::new();
        for row in form(entry) {
            let said = match &row.slot {
                Slot::Part(_) | Slot::List(_) => row.len.to_string(),
                _ => row.leaf.map(cell).unwrap_or_default(),
            };
            places.push((row.at, row.slot, said));
        }
        Self(places)
    }

    /// What stands at a place, and what can; of sources or an assumption the words.
    pub(super) fn find(&self, at: &FieldPath) -> Option<(&Slot, String)> {
        let here = |(own, slot, _): &&(FieldPath, Slot, String)| own == at && !matches!(slot, Slot::Basis { .. });
        let (_, slot, said) = self.0.iter().find(here)?;
        let Slot::List(part) = slot else { return Some((slot, said.clone())) };
        let is_item = |own: &FieldPath| {
            let (steps, list) = (own.steps(), at.steps());
            steps.len() == list.len() + 1 && steps.starts_with(list)
        };
        let items = self.0.iter().filter(|(own, _, _)| is_simple(part) && is_item(own));
        Some((slot, items.map(|(_, _, said)| said.as_str()).collect::<Vec<_>>().join("\n")))
    }

    pub(super) fn len(&self, list: &FieldPath) -> Option<(&Part, usize)> {
        self.0.iter().find_map(|(own, slot, len)| match slot {
            Slot::List(part) if own == list => Some((part, len.parse().unwrap_or_default())),
            _ => None,
        })
    }

    pub(super) fn said(&self, at: &FieldPath) -> &str {
        let here = self.0.iter().find(|(own, slot, _)| own == at && !matches!(slot, Slot::Basis { .. }));
        here.map_or("", |(_, _, said)| said)
    }

    /// The part around a place that is left out.
    pub(super) fn left_out_around(&self, at: &FieldPath) -> Option<(FieldPath, &Part)> {
        let ways = (1..at.steps().len()).rev().map(|len| FieldPath::new(&at.steps()[..len]));
        ways.into_iter().find_map(|way| {
            self.0.iter().find_map(|(own, slot, len)| match slot {
                Slot::Part(part) if *own == way && len == "0" => Some((way.clone(), part)),
                _ => None,
            })
        })
    }
}
