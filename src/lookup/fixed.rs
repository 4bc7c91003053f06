//! What of a responsibility is the same whatever is asked, taken out of the guide once: to put thirty thousand of them
//! in order, no words are read.

use std::{
    collections::BTreeMap,
    ops::{Index, Range},
};

use crate::model::{Aspect, AspectId, Column, Condition, Facet, FacetId, Guide, Ix, Responsibility, Role, When};

/// The facet that says who asks; its values are ids of parties, the desks where the chain begins.
pub const ASKER: &str = "vraagsteller";

/// What of a responsibility matters for its place among others.
#[derive(Clone, Debug)]
pub(super) struct Fixed {
    /// How soon it matters: as it says itself, or as its aspect does; later when neither says.
    pub(super) when: When,
    /// The part that its party plays.
    pub(super) role: Role,
    /// Whether one turns to its party.
    pub(super) is_primary: bool,
    /// Whether its aspect is the safety of the person.
    pub(super) is_safety: bool,
    /// Where its aspect stands among those of all phases; the last of all when the guide has no such aspect.
    pub(super) aspect: usize,
    /// How many facets of the person its condition names.
    pub(super) narrowness: usize,
    /// Which of all facets that are named those are.
    named: Range<usize>,
}

/// That of every responsibility of a guide.
#[derive(Debug)]
pub(super) struct AllFixed {
    of: Column<Responsibility, Fixed>,
    /// The facets that they name, one responsibility after the other.
    named: Vec<Ix<Facet>>,
}

impl AllFixed {
    pub(super) fn new(guide: &Guide) -> Self {
        let mut aspects: BTreeMap<&AspectId, (usize, &Aspect)> = BTreeMap::new();
        for (position, aspect) in guide.phases.iter().flat_map(|phase| &phase.aspects).enumerate() {
            aspects.entry(&aspect.id).or_insert((position, aspect));
        }
        let mut named = Vec::new();
        let of = guide.responsibilities.column(|record| {
            let aspect = aspects.get(&record.aspect).copied();
            let timing = record.timing.as_ref().or_else(|| aspect?.1.timing.as_ref());
            let facets = of_the_person(&record.who);
            let first = named.len();
            named.extend(facets.iter().filter_map(|facet| guide.facets.ix(facet)));
            Fixed {
                when: timing.map_or(When::Later, |timing| timing.when),
                role: record.role,
                is_primary: record.primary,
                is_safety: aspect.is_some_and(|(_, aspect)| aspect.safety),
                aspect: aspect.map_or(usize::MAX, |(position, _)| position),
                narrowness: facets.len(),
                named: first..named.len(),
            }
        });
        Self { of, named }
    }

    /// The facets of the person that the condition of a responsibility names.
    pub(super) fn facets_of(&self, responsibility: Ix<Responsibility>) -> &[Ix<Facet>] {
        &self.named[self[responsibility].named.clone()]
    }
}

impl Index<Ix<Responsibility>> for AllFixed {
    type Output = Fixed;
    fn index(&self, responsibility: Ix<Responsibility>) -> &Fixed {
        &self.of[responsibility]
    }
}

/// The facets that a condition names; who asks says nothing of the person.
pub(super) fn of_the_person(who: &Condition) -> Vec<&FacetId> {
    let mut facets = who.facets();
    facets.retain(|facet| facet.as_str() != ASKER);
    facets
}
