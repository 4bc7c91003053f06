//! The records of a guide as a list to choose from.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use strum::IntoEnumIterator as _;

use super::filter::{ChainPart, RecordFilter, faults, narrowed};
use crate::{
    app::{
        App,
        once::{OfGuide, Once},
    },
    edit,
    lookup::fold,
    model::{Date, Guide, Lang, Ordered, PartyId, Problem, RecordKey, RecordKind, Severity},
    present::change,
    review::Freshness,
    text::keeping as text,
};

/// The records that are listed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordList {
    /// What they meet.
    pub filter: RecordFilter,
    /// How many there are of every kind, in the order of the document; whatever kind and words are asked for.
    pub kinds: Vec<(RecordKind, usize)>,
    /// How many there are of this kind, whatever else is asked for.
    pub of: usize,
    /// The records.
    pub rows: Vec<RecordRow>,
}

/// A record in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordRow {
    /// Its name.
    pub key: RecordKey,
    /// What it is called, without its kind.
    pub title: String,
    /// Its problems.
    pub problems: usize,
    /// The gravest of them.
    pub severity: Option<Severity>,
}

/// A record that can be listed, with its name as it is searched.
#[derive(Debug)]
struct Listable {
    key: RecordKey,
    title: String,
    words: String,
}

impl Listable {
    /// Whether it is called so, and no more; or has that id.
    fn is_called(&self, sought: &str) -> bool {
        self.words.starts_with(sought) && fold(&self.title) == sought
            || self.key.id().is_some_and(|id| id.len() == sought.len() && fold(id) == sought)
    }
}

/// What lists are made from: worked out when the guide, or what is asked of it, is another.
#[derive(Debug, Default)]
pub(super) struct Catalogue {
    keys: Once<OfGuide, [RecordKey]>,
    titles: Once<(OfGuide, Option<RecordKind>, Date, Lang), [Listable]>,
    narrowed: Once<Narrowing, Option<BTreeSet<RecordKey>>>,
}

/// What narrows a list down beside kind, words and problems: of which guide, and on which day.
type Narrowing = (OfGuide, Option<PartyId>, Option<ChainPart>, Option<Freshness>, Date);

impl Catalogue {
    pub(super) fn list(
        &self,
        guide: &Arc<Guide>,
        problems: &[Problem],
        filter: &RecordFilter,
        (today, lang): (Date, Lang),
    ) -> RecordList {
        let keys = self.keys.get(OfGuide::new(guide), || keys(guide).into());
        let narrowing = (OfGuide::new(guide), filter.party.clone(), filter.part.clone(), filter.freshness, today);
        let narrowed = self.narrowed.get(narrowing, || Arc::new(narrowed(guide, filter, today)));
        let faults = faults(problems);
        let is_met = |key: &RecordKey| {
            narrowed.as_ref().as_ref().is_none_or(|set| set.contains(key))
                && (!filter.only_problems || faults.contains_key(key))
        };
        let mut kinds: Vec<(RecordKind, usize)> = RecordKind::iter().map(|kind| (kind, 0)).collect();
        for key in keys.iter().filter(|key| is_met(key)) {
            if let Some((_, count)) = kinds.iter_mut().find(|(kind, _)| *kind == key.kind()) {
                *count += 1;
            }
        }
        // What nobody has chosen yet is only there when there is any.
        kinds.retain(|(kind, count)| *kind != RecordKind::Unresolved || *count > 0);
        let listable = (OfGuide::new(guide), filter.kind, today, lang);
        let listable = self.titles.get(listable, || titles(guide, &keys, filter.kind, (today, lang)).into());
        let sought = fold(&filter.words);
        // Each word somewhere, in any order.
        let wanted: Vec<&str> = sought.split_whitespace().collect();
        let is_wanted = |own: &&Listable| {
            let id = own.key.id().unwrap_or_default();
            wanted.iter().all(|word| own.words.contains(word) || id.contains(word))
        };
        let mut found: Vec<&Listable> = listable.iter().filter(|own| is_met(&own.key)).filter(is_wanted).collect();
        // Who types a whole name means what is called so, and opens it with the first key.
        found.sort_by_key(|own| sought.is_empty() || !own.is_called(&sought));
        let rows = found.into_iter().map(|own| {
            let (problems, severity) = faults.get(&own.key).map_or((0, None), |(count, worst)| (*count, Some(*worst)));
            RecordRow { key: own.key.clone(), title: own.title.clone(), problems, severity }
        });
        RecordList { filter: filter.clone(), kinds, of: listable.len(), rows: rows.collect() }
    }
}

/// The records of a kind, or of all, with what they are called, in the order to list them.
fn titles(guide: &Guide, keys: &[RecordKey], kind: Option<RecordKind>, (today, lang): (Date, Lang)) -> Vec<Listable> {
    let of_kind = keys.iter().filter(|key| kind.is_none_or(|kind| key.kind() == kind));
    let listable = of_kind.map(|key| {
        let newest = title(guide, key, lang);
        // A party is called as it is today, and found by its newest name as well.
        let title = match key {
            RecordKey::Party(party) => guide.party(party).map(|party| party.short_name(today, lang).to_owned()),
            _ => None,
        };
        let title = title.filter(|title| !title.is_empty()).unwrap_or_else(|| newest.clone());
        let words = if title == newest { fold(&title) } else { fold(&format!("{title} {newest}")) };
        Listable { key: key.clone(), words, title }
    });
    let mut listable: Vec<Listable> = listable.collect();
    // Of all kinds together they stand in the order of the document.
    let by_title = |list: &mut [Listable]| {
        if list.first().is_some_and(|first| Ordered::of(first.key.kind()).is_none()) {
            list.sort_by(|a, b| a.words.cmp(&b.words));
        }
    };
    listable.chunk_by_mut(|a, b| a.key.kind() == b.key.kind()).for_each(by_title);
    tell_apart(listable.iter_mut().map(|own| (&mut own.title, own.key.id().unwrap_or_default())));
    listable
}

/// Of those that are called the same, each is told with its id.
pub(super) fn tell_apart<'a>(called: impl Iterator<Item = (&'a mut String, &'a str)>) {
    let mut same: BTreeMap<String, Vec<(&mut String, &str)>> = BTreeMap::new();
    for (title, id) in called {
        same.entry(title.clone()).or_default().push((title, id));
    }
    for (title, id) in same.into_values().filter(|same| same.len() > 1).flatten() {
        *title = text::with_id(title, id);
    }
}

/// What a record is called, without its kind.
pub(super) fn title(guide: &Guide, key: &RecordKey, lang: Lang) -> String {
    let name = change::title(key, guide, lang).unwrap_or_default();
    if name.is_empty() { key.id().unwrap_or_default().to_owned() } else { name }
}

/// The names of all records, in the order of the document.
pub(super) fn keys(guide: &Guide) -> Vec<RecordKey> {
    [RecordKey::Guide].into_iter().chain(edit::keys(guide)).collect()
}

impl App {
    /// The records that are listed; `None` until somebody looked.
    pub fn record_list(&self) -> Option<Arc<RecordList>> {
        self.keeping.as_ref().map(|keeping| Arc::clone(&keeping.list))
    }

    /// The parts of the chain: each phase, and after it its aspects, with what they are called.
    pub fn chain_parts(&self) -> Vec<(ChainPart, String)> {
        let lang = self.settings.language;
        let phases = self.kept_guide().phases.iter().flat_map(|phase| {
            let title = format!("{} {}", phase.letter, phase.title.text(lang));
            let aspects = phase
                .aspects
                .iter()
                .map(|aspect| (ChainPart::Aspect(aspect.id.clone()), aspect.label.text(lang).to_owned()));
            std::iter::once((ChainPart::Phase(phase.id.clone()), title)).chain(aspects)
        });
        phases.collect()
    }
}
