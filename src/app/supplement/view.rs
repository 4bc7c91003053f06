//! The supplement in use, in words.

use std::{path::Path, sync::Arc};

use super::{OwnThing, making::InUse};
use crate::{
    edit::{self, Author},
    lookup::Index,
    model::{Entry, EntryKey, Lang, RecordKey, RecordKind},
    present::change,
    text::{sources, words},
};

/// The supplement in use, in words.
#[derive(Clone, Debug)]
pub struct OwnView {
    /// Whose it is, and of when.
    pub about: String,
    /// Its file.
    pub path: Arc<Path>,
    /// Whose it is.
    pub organisation: String,
    /// All that it holds.
    pub rows: Vec<OwnRow>,
    /// The records over which it and the guide differ, in words.
    pub clashes: Vec<(EntryKey, String)>,
}

/// Something of a supplement in words.
#[derive(Clone, Debug)]
pub struct OwnRow {
    /// What.
    pub thing: OwnThing,
    /// In words.
    pub words: String,
    /// The source that says so.
    pub source: String,
}

impl OwnView {
    pub(super) fn of(InUse { bundle, path }: &InUse, index: &Index, lang: Lang) -> Self {
        let guide = index.guide();
        let Author { function, organisation } = &bundle.by;
        let file = path.file_name().unwrap_or_default().to_string_lossy();
        let about = [organisation, function, &words::day(bundle.on, lang), &*file];
        let about: Vec<String> = about.into_iter().filter(|part| !part.is_empty()).map(words::excerpt).collect();
        let name = |key: &EntryKey| {
            edit::get(guide, key).map_or_else(|| key.to_string(), |entry| change::name(&entry, guide, lang))
        };
        let clashing = index.origin().and_then(|origin| origin.supplement.as_ref());
        let clashes = clashing.into_iter().flat_map(|lies| &lies.clashes);
        Self {
            about: about.join(" · "),
            path: Arc::clone(path),
            organisation: organisation.clone(),
            rows: rows(index, lang),
            clashes: clashes.map(|key| (key.clone(), name(key))).collect(),
        }
    }
}

fn rows(index: &Index, lang: Lang) -> Vec<OwnRow> {
    let (guide, own) = (index.guide(), index.own());
    let name = |key: &RecordKey| {
        let key = EntryKey::Record(key.clone());
        edit::get(guide, &key).map_or_else(|| key.to_string(), |entry| change::name(&entry, guide, lang))
    };
    let mut rows = Vec::new();
    // A source is told with what rests on it.
    for key in own.records.iter().filter(|key| key.kind() != RecordKind::Source) {
        let (words, cite) = match edit::get(guide, &EntryKey::Record(key.clone())) {
            Some(Entry::Responsibility(task)) => {
                let party = name(&RecordKey::from(&task.party));
                (format!("{party}: {}", task.task), task.cites.first().cloned())
            }
            Some(Entry::Party(party)) => (name(key), party.cites.first().cloned()),
            _ => (name(key), None),
        };
        let source = cite.map(|cite| sources::citation(guide, &cite, lang)).unwrap_or_default();
        rows.push(OwnRow { thing: OwnThing::Record(key.clone()), words, source });
    }
    for (party, contact) in &own.contacts {
        let whom = contact.for_whom.as_ref().map(|whom| format!(" ({whom})")).unwrap_or_default();
        let words = format!("{}: {}{whom}", name(&RecordKey::from(party)), contact.value);
        let title = guide.source(&contact.source).map(|source| source.title.clone());
        let date = guide.date_of(contact).map(|date| words::partial_day(date, lang));
        let source = title.into_iter().chain(date).collect::<Vec<_>>().join(", ");
        rows.push(OwnRow { thing: OwnThing::Contact(party.clone(), Box::new(contact.clone())), words, source });
    }
    for (party, alias) in &own.aliases {
        let words = format!("{}: {alias}", name(&RecordKey::from(party)));
        rows.push(OwnRow { thing: OwnThing::Alias(party.clone(), alias.clone()), words, source: String::new() });
    }
    for (record, note) in &own.notes {
        let words = format!("{}: {note}", name(record));
        rows.push(OwnRow { thing: OwnThing::Note(record.clone(), note.clone()), words, source: String::new() });
    }
    rows
}
