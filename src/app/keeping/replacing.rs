//! Find and replace: every place where a text stands, in words, to be ticked.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use super::{Keeping, naming::form_of};
use crate::{
    app::{App, once::OfGuide},
    edit::{self, Hit, Replacement, TextPlace},
    model::{Date, Entry, EntryKey, Guide, Lang, RecordKey},
    present::change,
    text::{edit as words, keeping as text},
};

/// A place where a text would be replaced.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HitRow {
    /// Where.
    pub place: TextPlace,
    /// In one sentence.
    pub words: String,
    /// What it is said of is over: it is only replaced when somebody asks.
    pub is_past: bool,
}

/// What was looked for in which records of a guide.
pub(super) type HitsKey = (OfGuide, Replacement, Option<BTreeSet<RecordKey>>, Date, Lang);

impl Keeping {
    fn hits(&self, what: &Replacement, within: Option<&BTreeSet<RecordKey>>, today: Date, lang: Lang) -> Arc<[HitRow]> {
        let guide = self.guide();
        self.hits.get((OfGuide::new(guide), what.clone(), within.cloned(), today, lang), || {
            edit::hits(guide, what, within, today).map_or_else(|_| Arc::default(), |hits| rows(&hits, guide, lang))
        })
    }
}

fn rows(hits: &[Hit], guide: &Guide, lang: Lang) -> Arc<[HitRow]> {
    // Hits of one record stand together.
    let rows = hits.chunk_by(|hit, next| hit.place.0 == next.place.0).flat_map(|hits| {
        let record = hits.first().map(|hit| EntryKey::Record(hit.place.0.clone()));
        let entry = record.and_then(|record| edit::get(guide, &record));
        let rows = hits.iter().map(|hit| {
            let place = entry.as_ref().map(|entry| change::place(entry, &hit.place.1, guide, lang));
            let told = words::told_changed(&place.unwrap_or_default(), &hit.before, &hit.after, lang);
            let words = if hit.is_past { text::past(&told, lang) } else { told };
            HitRow { place: hit.place.clone(), words, is_past: hit.is_past }
        });
        told_apart(rows.collect(), entry.as_ref(), guide, lang)
    });
    rows.collect()
}

/// Of those of a record that are told alike, as one number of a party in several years, each with the name of its field.
fn told_apart(mut rows: Vec<HitRow>, entry: Option<&Entry>, guide: &Guide, lang: Lang) -> Vec<HitRow> {
    let mut count: BTreeMap<String, usize> = BTreeMap::new();
    for row in &rows {
        *count.entry(row.words.clone()).or_default() += 1;
    }
    let is_alike = |row: &HitRow| count.get(&row.words).is_some_and(|count| *count > 1);
    if let Some(form) = entry.filter(|_| rows.iter().any(is_alike)).and_then(|entry| form_of(entry, guide, lang)) {
        for row in rows.iter_mut().filter(|row| is_alike(row)) {
            if let Some(field) = form.fields.iter().find(|field| field.at == row.place.1) {
                row.words = text::with_id(&row.words, &field.name);
            }
        }
    }
    rows
}

impl App {
    /// Every place of these records, or of all, where a text would be replaced; none when nothing is looked for.
    pub fn replace_hits(&self, what: &Replacement, within: Option<&BTreeSet<RecordKey>>) -> Arc<[HitRow]> {
        let (today, lang) = (self.today, self.settings.language);
        self.keeping.as_ref().map_or_else(Arc::default, |keeping| keeping.hits(what, within, today, lang))
    }
}
