//! What of a guide that answers comes from a supplement of one place: data beside the guide, and nothing in its records.

use std::collections::BTreeSet;

use super::{Contact, Date, EntryKey, PartyId, RecordKey};

/// A supplement that lies over a guide: whose it is, what it brought and where it clashes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Supplement {
    /// The name of its file, without the folders.
    pub file: String,
    /// Whose it is.
    pub organisation: String,
    /// The day on which it was last changed.
    pub on: Date,
    /// What it brought.
    pub own: Own,
    /// Where the guide says otherwise by now, and stays as it is until somebody chooses.
    pub clashes: Vec<EntryKey>,
}

/// What of a guide is not in the national one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Own {
    /// Records: parties, tasks and sources.
    pub records: BTreeSet<RecordKey>,
    /// Ways to reach a party.
    pub contacts: Vec<(PartyId, Contact)>,
    /// Other names of a party.
    pub aliases: BTreeSet<(PartyId, String)>,
    /// Notes of a party or a task.
    pub notes: BTreeSet<(RecordKey, String)>,
}

/// Nothing of one's own.
pub const NOTHING_OWN: &Own =
    &Own { records: BTreeSet::new(), contacts: Vec::new(), aliases: BTreeSet::new(), notes: BTreeSet::new() };

impl Own {
    /// Whether this record is one's own.
    pub fn has(&self, record: impl Into<RecordKey>) -> bool {
        !self.records.is_empty() && self.records.contains(&record.into())
    }

    /// Whether this way to reach a party is one's own.
    pub fn has_contact(&self, contact: &Contact) -> bool {
        self.contacts.iter().any(|(_, own)| own == contact)
    }

    /// Whether this note of a record is one's own.
    pub fn has_note(&self, record: impl Into<RecordKey>, note: &str) -> bool {
        let record = record.into();
        self.notes.iter().any(|(of, own)| *of == record && own == note)
    }

    /// Whether anything of a party is one's own: the party, or a name, a note or a way to reach it.
    pub fn touches(&self, party: &PartyId) -> bool {
        let key = RecordKey::from(party);
        self.records.contains(&key)
            || self.contacts.iter().any(|(of, _)| of == party)
            || self.aliases.iter().any(|(of, _)| of == party)
            || self.notes.iter().any(|(of, _)| *of == key)
    }

    /// How many things it is.
    pub fn len(&self) -> usize {
        self.records.len() + self.contacts.len() + self.aliases.len() + self.notes.len()
    }

    /// Whether it is nothing.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}
