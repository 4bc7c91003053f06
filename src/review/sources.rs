//! What rests on which source.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{
    Guide, RecordKey, RecordKind, SourceId,
    walk::{Field, Place, Reference, Visitor, walk},
};

/// Per source, the records that rest on it.
///
/// First those that must cite, in the order in which reports name the kinds; then those that may; then contacts.
pub fn objects_by_source(guide: &Guide) -> BTreeMap<SourceId, Vec<RecordKey>> {
    let mut resting = Resting::default();
    walk(guide, &mut resting);
    resting.found.sort_by_key(|found| found.rank);
    let mut seen = BTreeSet::default();
    let mut by_source: BTreeMap<SourceId, Vec<RecordKey>> = BTreeMap::new();
    for Found { source, record, .. } in resting.found {
        if seen.insert((source, record.id().map(str::to_owned))) {
            by_source.entry(source.clone()).or_default().push(record);
        }
    }
    by_source
}

#[derive(Default)]
struct Resting<'a> {
    found: Vec<Found<'a>>,
}

struct Found<'a> {
    rank: usize,
    source: &'a SourceId,
    record: RecordKey,
}

impl<'a> Visitor<'a> for Resting<'a> {
    fn reference(&mut self, place: &Place<'_>, to: Reference<'a>) {
        if let Reference::Source(source) = to {
            self.found.push(Found { rank: rank(place), source, record: place.record.clone() });
        }
    }
}

/// Kinds that must cite, as reports name them.
const MUST: [RecordKind; 11] = [
    RecordKind::FirstAdvice,
    RecordKind::Party,
    RecordKind::Responsibility,
    RecordKind::Referral,
    RecordKind::Gap,
    RecordKind::Agreement,
    RecordKind::Conflict,
    RecordKind::Impossible,
    RecordKind::Implication,
    RecordKind::Suspicious,
    RecordKind::Aspect,
];

fn rank(place: &Place<'_>) -> usize {
    let kind = place.record.kind();
    let last = 2 * MUST.len();
    match (kind, place.root()) {
        // An alert follows on all parties' own sources.
        (RecordKind::Party, Some(Field::Alerts)) => 3,
        (RecordKind::Term, _) => last,
        (_, Some(Field::Names)) => last + 1,
        (_, Some(Field::Terms)) => last + 2,
        (_, Some(Field::Contacts)) => last + 3,
        _ => MUST.iter().position(|must| *must == kind).map_or(last, |position| 2 * position),
    }
}
