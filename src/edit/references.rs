//! Who names a record.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{
    FieldPath, Guide, RecordKey,
    walk::{Place, Reference, Visitor, walk},
};

/// Where a guide names a record, beside the record itself: the records with the fields in which they do.
pub fn references(guide: &Guide, to: &RecordKey) -> BTreeMap<RecordKey, Vec<FieldPath>> {
    let mut found = Found { to, at: BTreeMap::new() };
    walk(guide, &mut found);
    found.at
}

/// The records that name one of these, beside those themselves.
pub fn referrers(guide: &Guide, of: &BTreeSet<RecordKey>) -> BTreeSet<RecordKey> {
    struct Named<'k> {
        of: &'k BTreeSet<RecordKey>,
        by: BTreeSet<RecordKey>,
    }
    impl<'a> Visitor<'a> for Named<'_> {
        fn reference(&mut self, place: &Place<'_>, to: Reference<'a>) {
            if !self.of.contains(place.record)
                && !self.by.contains(place.record)
                && self.of.iter().any(|own| leads_to(to, own))
            {
                self.by.insert(place.record.clone());
            }
        }
    }
    let mut named = Named { of, by: BTreeSet::new() };
    walk(guide, &mut named);
    named.by
}

struct Found<'k> {
    to: &'k RecordKey,
    at: BTreeMap<RecordKey, Vec<FieldPath>>,
}

impl<'a> Visitor<'a> for Found<'_> {
    fn reference(&mut self, place: &Place<'_>, to: Reference<'a>) {
        if leads_to(to, self.to) && place.record != self.to {
            let paths = self.at.entry(place.record.clone()).or_default();
            let path = place.path();
            if paths.last() != Some(&path) {
                paths.push(path);
            }
        }
    }
}

/// Whether something names this record.
pub(super) fn leads_to(reference: Reference<'_>, record: &RecordKey) -> bool {
    match (reference, record) {
        (Reference::Source(id), RecordKey::Source(own)) => id == own,
        (Reference::FacetSection(id), RecordKey::FacetSection(own)) => id == own,
        (Reference::Facet(id), RecordKey::Facet(own)) => id == own,
        (Reference::Phase(id), RecordKey::Phase(own)) => id == own,
        (Reference::Aspect(id), RecordKey::Aspect(own)) => id == own,
        (Reference::Party(id), RecordKey::Party(own)) => id == own,
        (Reference::Responsibility(id), RecordKey::Responsibility(own)) => id == own,
        (Reference::Record(key), _) => key == record,
        // A value of a facet is named together with its facet, and a number together with its party.
        (
            Reference::Value(..)
            | Reference::Member(..)
            | Reference::Group(..)
            | Reference::Answer(..)
            | Reference::Phone(..)
            | Reference::Region(_)
            | Reference::Gemeente(_)
            | Reference::Step(..)
            | Reference::Source(_)
            | Reference::FacetSection(_)
            | Reference::Facet(_)
            | Reference::Phase(_)
            | Reference::Aspect(_)
            | Reference::Party(_)
            | Reference::Responsibility(_),
            _,
        ) => false,
    }
}
