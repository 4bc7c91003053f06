//! Which records of the list are chosen to be changed together.

use std::{
    collections::BTreeSet,
    sync::{Arc, Weak},
};

use crate::{
    app::{RecordList, RecordRow},
    model::RecordKey,
};

/// The records that are chosen. All of them are listed: nobody changes what is out of sight.
#[derive(Debug, Default)]
pub(super) struct Selection {
    records: BTreeSet<RecordKey>,
    /// Where a stretch begins.
    anchor: Option<RecordKey>,
    /// Which row had the focus in the last frame.
    focused: Option<RecordKey>,
    /// The list that they are of.
    list: Weak<RecordList>,
}

impl Selection {
    /// The records, where they are more than one.
    pub(super) fn several(&self) -> Option<&BTreeSet<RecordKey>> {
        Some(&self.records).filter(|records| records.len() > 1)
    }

    /// Whether this record is one of several.
    pub(super) fn holds(&self, record: &RecordKey) -> bool {
        self.several().is_some_and(|records| records.contains(record))
    }

    /// Lets go of what is not listed any more.
    pub(super) fn keep_listed(&mut self, list: &Arc<RecordList>) {
        let own = Arc::downgrade(list);
        if !self.list.ptr_eq(&own) {
            self.list = own;
            let listed: BTreeSet<&RecordKey> = list.rows.iter().map(|row| &row.key).collect();
            self.records.retain(|record| listed.contains(record));
            self.anchor.take_if(|anchor| !listed.contains(anchor));
        }
    }

    /// This record alone.
    pub(super) fn only(&mut self, record: &RecordKey) {
        self.records = BTreeSet::from([record.clone()]);
        self.anchor = Some(record.clone());
    }

    /// This one too, or not any more. The first to join is the one that is open.
    pub(super) fn toggle(&mut self, record: &RecordKey, open: Option<&RecordKey>) {
        if self.records.is_empty() {
            self.records.extend(open.cloned());
        }
        if !self.records.remove(record) {
            self.records.insert(record.clone());
        }
        self.anchor = Some(record.clone());
    }

    /// All from where it began up to this record.
    pub(super) fn stretch_to(&mut self, record: &RecordKey, rows: &[RecordRow], open: Option<&RecordKey>) {
        let at = |key: &RecordKey| rows.iter().position(|row| row.key == *key);
        let Some(to) = at(record) else { return };
        let from = self.anchor.as_ref().or(open).and_then(at).unwrap_or(to);
        let stretch = rows.get(from.min(to)..=from.max(to)).unwrap_or_default();
        self.records = stretch.iter().map(|row| row.key.clone()).collect();
        self.anchor = rows.get(from).map(|row| row.key.clone());
    }

    /// All that are listed.
    pub(super) fn all(&mut self, rows: &[RecordRow]) {
        self.records = rows.iter().map(|row| row.key.clone()).collect();
    }

    /// None.
    pub(super) fn clear(&mut self) {
        self.records.clear();
        self.anchor = None;
    }

    /// Notes which row has the focus, and tells whether it came there from another row.
    pub(super) fn moves_to(&mut self, focused: Option<&RecordKey>) -> bool {
        let is_moved = focused.is_some() && self.focused.is_some() && self.focused.as_ref() != focused;
        self.focused = focused.cloned();
        is_moved
    }
}
