//! Find and replace: every place where a text stands, in words, to be ticked.

use std::{collections::BTreeSet, sync::Arc};

use super::Keeping;
use crate::{
    app::{App, once::OfGuide},
    edit::{self, Hit, Replacement, TextPlace},
    model::{Date, EntryKey, Guide, Lang, RecordKey},
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
        hits.iter().map(move |hit| {
            let place = entry.as_ref().map(|entry| change::place(entry, &hit.place.1, guide, lang));
            let told = words::told_changed(&place.unwrap_or_default(), &hit.before, &hit.after, lang);
            let words = if hit.is_past { text::past(&told, lang) } else { told };
            HitRow { place: hit.place.clone(), words, is_past: hit.is_past }
        })
    });
    rows.collect()
}

impl App {
    /// Every place of these records, or of all, where a text would be replaced; none when nothing is looked for.
    pub fn replace_hits(&self, what: &Replacement, within: Option<&BTreeSet<RecordKey>>) -> Arc<[HitRow]> {
        let (today, lang) = (self.today, self.settings.language);
        self.keeping.as_ref().map_or_else(Arc::default, |keeping| keeping.hits(what, within, today, lang))
    }
}
