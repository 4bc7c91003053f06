//! What a piece of a guide says, value by value.

use crate::model::{
    Entry, FieldPath,
    walk::{Leaf, Place, Step, Visitor, walk_record},
};

/// Every value of a piece at or below a place, in the order of the file.
pub fn leaves<'a>(entry: &'a Entry, at: &FieldPath) -> Vec<(FieldPath, Leaf<'a>)> {
    struct Leaves<'a, 'p> {
        at: &'p [Step],
        found: Vec<(FieldPath, Leaf<'a>)>,
    }
    impl<'a> Visitor<'a> for Leaves<'a, '_> {
        fn leaf(&mut self, place: &Place<'_>, leaf: Leaf<'a>) {
            if place.steps.starts_with(self.at) {
                self.found.push((place.path(), leaf));
            }
        }
    }
    let mut leaves = Leaves { at: at.steps(), found: Vec::new() };
    walk_entry(entry, &mut leaves);
    leaves.found
}

/// Walks a piece as the walk of the guide does; an order says nothing but ids.
pub(super) fn walk_entry<'a>(entry: &'a Entry, visitor: &mut dyn Visitor<'a>) {
    match entry {
        Entry::Head(record) => walk_record(record, visitor),
        Entry::FirstAdvice(record) => walk_record(record, visitor),
        Entry::Source(record) => walk_record(record, visitor),
        Entry::FacetSection(record) => walk_record(record, visitor),
        Entry::Facet(record) => walk_record(&**record, visitor),
        Entry::Impossible(record) => walk_record(record, visitor),
        Entry::Implication(record) => walk_record(record, visitor),
        Entry::Suspicious(record) => walk_record(record, visitor),
        Entry::Phase(record) => walk_record(record, visitor),
        Entry::Aspect(record) => walk_record(&**record, visitor),
        Entry::Party(record) => walk_record(&**record, visitor),
        Entry::Responsibility(record) => walk_record(&**record, visitor),
        Entry::Referral(record) => walk_record(&**record, visitor),
        Entry::Gap(record) => walk_record(&**record, visitor),
        Entry::Conflict(record) => walk_record(record, visitor),
        Entry::Agreement(record) => walk_record(record, visitor),
        Entry::Scenario(record) => walk_record(&**record, visitor),
        Entry::Term(record) => walk_record(record, visitor),
        Entry::Exception(record) => walk_record(record, visitor),
        Entry::Unresolved(record) => walk_record(&**record, visitor),
        Entry::Order(_) => {}
    }
}
