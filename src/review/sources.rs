//! What rests on which source.

use std::collections::{BTreeMap, BTreeSet, btree_map::Entry};

use crate::model::{
    Contact, Guide, RecordKey, RecordKind, SourceId, Stance,
    walk::{Citations, Field, Place, Visitor, walk},
};

/// A record that cites a source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rests {
    /// The record.
    pub record: RecordKey,
    /// What the source says of it, in each place cited.
    pub stances: BTreeSet<Stance>,
}

/// Per source, the records that rest on it.
///
/// First those that must cite, in the order in which reports name the kinds; then those that may; then contacts.
pub fn objects_by_source(guide: &Guide) -> BTreeMap<SourceId, Vec<Rests>> {
    let mut resting = Resting::default();
    walk(guide, &mut resting);
    resting.found.sort_by_key(|found| found.rank);
    let mut seen: BTreeMap<(&SourceId, Option<String>), usize> = BTreeMap::default();
    let mut by_source: BTreeMap<SourceId, Vec<Rests>> = BTreeMap::new();
    for Found { source, record, stance, .. } in resting.found {
        let known = by_source.entry(source.clone()).or_default();
        match seen.entry((source, record.id().map(str::to_owned))) {
            Entry::Occupied(position) => {
                known[*position.get()].stances.insert(stance);
            }
            Entry::Vacant(position) => {
                position.insert(known.len());
                known.push(Rests { record, stances: BTreeSet::from([stance]) });
            }
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
    stance: Stance,
}

impl<'a> Resting<'a> {
    fn add(&mut self, place: &Place<'_>, source: &'a SourceId, stance: Stance) {
        self.found.push(Found { rank: rank(place), source, record: place.record.clone(), stance });
    }
}

impl<'a> Visitor<'a> for Resting<'a> {
    fn citations(&mut self, place: &Place<'_>, citations: Citations<'a>) {
        for cite in citations.list {
            self.add(place, &cite.source, cite.stance);
        }
    }

    fn contact(&mut self, place: &Place<'_>, contact: &'a Contact) {
        self.add(place, &contact.source, Stance::Zegt);
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
