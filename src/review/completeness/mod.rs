//! Gaps and overlaps over all persons, exact: who needs something that nobody does, and for whom parties that each are the
//! one to turn to have to agree.
//!
//! Worked out per aspect and per stretch of time between two days on which something begins or ends, on sets of persons
//! and not on examples ([`PersonSets`]). Where tasks hold in a part of the country, the region is one more question, so
//! that "nobody in Zeeland" comes out as any other box.

mod gaps;
mod overlaps;
mod regional;

pub use gaps::{GapFound, Gaps, NotAGap, WhyNotAGap, gaps};
pub use overlaps::{NoOverlap, OverlapFound, Overlaps, WhyNoOverlap, overlaps};

use std::{collections::BTreeSet, sync::Arc};

use crate::{
    lookup::{Cover, Cube, Index, PersonSet, PersonSets, Space, values_in},
    model::{AspectIx, Date, FacetId, Guide, Ix, Party, PartyScope, Responsibility, Share, Validity},
};
use regional::Regional;

/// At most so many boxes are told of one set of persons.
pub const MOST_BOXES: usize = 20;

/// What was found over all persons.
#[derive(Debug)]
pub struct Found<T, N> {
    /// By aspect, and in each the most persons first.
    pub places: Vec<Place<T>>,
    /// What is documented and was not found, and why.
    pub not_found: Vec<N>,
    /// Whether it is all; it is not when it took too much.
    pub is_all: bool,
    guide: Arc<Guide>,
    space: Space,
}

/// Something that holds for a set of persons, in a stretch of time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place<T> {
    /// In which aspect.
    pub aspect: AspectIx,
    /// In which stretch of time; a side without a date is open.
    pub during: Validity,
    /// What was found.
    pub what: T,
    /// For whom.
    pub who: Cover,
}

impl<T, N> Found<T, N> {
    /// The guide with the facets of which boxes speak: that of the index, and the region where one matters.
    pub fn persons_of(&self) -> &Arc<Guide> {
        &self.guide
    }

    /// What a box says, facet by facet, by the values that are possible in it; facets that are free are left out.
    pub fn values(&self, persons: &Cube) -> Vec<(FacetId, Vec<String>)> {
        let said = self
            .guide
            .facets
            .enumerate()
            .map(|(ix, facet)| (facet.id.clone(), values_in(&self.guide, &self.space, persons, ix)));
        said.filter(|(_, values)| !values.is_empty()).collect()
    }

    /// What holds on a day, or ever when none is given.
    pub fn on(&self, day: impl Into<Option<Date>>) -> impl Iterator<Item = &Place<T>> {
        let day = day.into();
        self.places.iter().filter(move |place| day.is_none_or(|day| place.during.holds_on(day)))
    }

    fn of(sets: &PersonSets, mut places: Vec<Place<T>>, not_found: Vec<N>) -> Self {
        let size = |place: &Place<T>| place.who.share.map_or(1.0, Share::fraction);
        places.sort_by(|a, b| a.aspect.cmp(&b.aspect).then(size(b).total_cmp(&size(a))));
        let is_all = !sets.is_exhausted();
        // That a documented one was not found, nobody knows when it took too much.
        let not_found = if is_all { not_found } else { Vec::new() };
        Self { places, not_found, is_all, guide: Arc::clone(sets.guide()), space: sets.space().clone() }
    }

    /// Of what takes too much to begin with.
    fn too_much(index: &Index) -> Self {
        let (guide, space) = (Arc::clone(index.guide()), index.space().clone());
        Self { places: Vec::new(), not_found: Vec::new(), is_all: false, guide, space }
    }
}

/// The tasks of an aspect that parties can answer with.
fn answers_in(index: &Index, aspect: AspectIx) -> Vec<(Ix<Responsibility>, Ix<Party>)> {
    let guide = index.guide();
    let tasks = index.tasks_in(&guide[aspect].id).iter();
    let answers = tasks.filter_map(|ix| Some((*ix, index.party_of(*ix)?)));
    answers.filter(|(_, party)| guide.parties[*party].scope == PartyScope::Uitvoerend).collect()
}

/// All aspects, in the guide's order.
fn aspects(guide: &Guide) -> impl Iterator<Item = AspectIx> {
    guide
        .phases
        .enumerate()
        .flat_map(|(phase, parts)| parts.aspects.ixs().map(move |aspect| AspectIx { phase, aspect }))
}

/// All of these persons.
fn any(sets: &mut PersonSets, all: impl IntoIterator<Item = PersonSet>) -> PersonSet {
    // Of many tasks few hold for other persons than those before them.
    let distinct: BTreeSet<PersonSet> = all.into_iter().collect();
    distinct.into_iter().fold(PersonSet::NOBODY, |all, one| sets.either(all, one))
}

/// A set, plainly nobody when nobody is who can be; `None` when it took too much.
fn plain(sets: &mut PersonSets, set: PersonSet) -> Option<PersonSet> {
    Some(if sets.is_nobody(set)? { PersonSet::NOBODY } else { set })
}
