//! The records of a guide as a list to choose from.

use std::collections::BTreeMap;

use strum::IntoEnumIterator as _;

use crate::{
    edit,
    lookup::fold,
    model::{
        EntryKey, Field, Guide, Lang, Ordered, Problem, RecordKey, RecordKind, Severity,
        walk::{Leaf, Place, Step, Visitor, walk},
    },
    present::change,
    text::keeping as text,
};

/// The records of one kind, as far as they are listed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordList {
    /// Their kind.
    pub kind: RecordKind,
    /// How many there are of every kind, in the order of the document.
    pub kinds: Vec<(RecordKind, usize)>,
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

/// What of the records is listed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Listed {
    pub(super) kind: RecordKind,
    pub(super) filter: String,
    pub(super) only_problems: bool,
}

impl RecordList {
    pub(super) fn of(guide: &Guide, problems: &[Problem], listed: &Listed, lang: Lang) -> Self {
        let keys = keys(guide);
        let mut by_record: BTreeMap<&RecordKey, (usize, Severity)> = BTreeMap::new();
        for problem in problems {
            let severity = problem.fault.rule().severity();
            let (count, gravest) = by_record.entry(&problem.record).or_insert((0, severity));
            *count += 1;
            *gravest = severity.min(*gravest);
        }
        let mut kinds: Vec<(RecordKind, usize)> = RecordKind::iter().map(|kind| (kind, 0)).collect();
        for key in &keys {
            if let Some((_, count)) = kinds.iter_mut().find(|(kind, _)| *kind == key.kind()) {
                *count += 1;
            }
        }
        // What nobody has chosen yet is only there when there is any.
        kinds.retain(|(kind, count)| *kind != RecordKind::Unresolved || *count > 0);
        let wanted = fold(&listed.filter);
        let of_kind = keys.into_iter().filter(|key| key.kind() == listed.kind);
        let rows = of_kind.filter_map(|key| {
            let (problems, severity) = match by_record.get(&key) {
                Some((count, severity)) => (*count, Some(*severity)),
                None if listed.only_problems => return None,
                None => (0, None),
            };
            let title = title(guide, &key, lang);
            let is_wanted = fold(&title).contains(&wanted) || key.id().is_some_and(|id| id.contains(&wanted));
            is_wanted.then_some(RecordRow { key, title, problems, severity })
        });
        let mut rows: Vec<RecordRow> = rows.collect();
        if !is_ordered(listed.kind) {
            rows.sort_by_cached_key(|row| fold(&row.title));
        }
        tell_apart(rows.iter_mut().map(|row| (&mut row.title, row.key.id().unwrap_or_default())));
        Self { kind: listed.kind, kinds, rows }
    }
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
    let entry = edit::get(guide, &EntryKey::Record(key.clone()));
    let name = entry.map(|entry| change::short_name(&entry, guide, lang)).unwrap_or_default();
    if name.is_empty() { key.id().unwrap_or_default().to_owned() } else { name }
}

/// Whether the order of the records of a kind says something.
fn is_ordered(kind: RecordKind) -> bool {
    Ordered::iter().any(|ordered| ordered.kind() == kind)
}

/// The names of all records, in the order of the document.
pub(super) fn keys(guide: &Guide) -> Vec<RecordKey> {
    struct Keys(Vec<RecordKey>);
    impl Visitor<'_> for Keys {
        fn leaf(&mut self, place: &Place<'_>, leaf: Leaf<'_>) {
            if matches!(leaf, Leaf::Id(_)) && place.steps == [Step::Field(Field::Id)] {
                self.0.push(place.record.clone());
            }
        }
    }
    let mut keys = Keys(vec![RecordKey::Guide]);
    walk(guide, &mut keys);
    keys.0
}
