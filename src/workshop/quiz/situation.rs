//! Situations: of a person for whom something holds, as little as makes that, and what is held against it, certain.

use std::collections::BTreeSet;

use crate::{
    chain::layout::Rng,
    lookup::{Conditioned, Cube, Index, Profile},
    model::{AspectId, Condition, Facet, FacetId, FacetKind, Guide, Ix, NONE, Verdict, negated},
};

/// What is known of somebody, with those whom that can be.
#[derive(Clone, Debug)]
pub(super) struct Situation {
    pub(super) profile: Profile,
    pub(super) persons: Cube,
}

impl Situation {
    pub(super) fn new(index: &Index, profile: Profile) -> Option<Self> {
        let persons = index.persons_of(&profile).ok()?;
        Some(Self { profile, persons })
    }

    /// How a record stands.
    pub(super) fn verdict(&self, index: &Index, record: Conditioned) -> Verdict {
        index.verdict_on(record, &self.persons)
    }

    /// This situation, with something else known of a facet; `None` when nobody can be so.
    pub(super) fn with(&self, index: &Index, facet: Ix<Facet>, values: &[String]) -> Option<Self> {
        let mut profile = self.profile.clone();
        let values: Vec<&str> = values.iter().map(String::as_str).collect();
        profile.give(&index.guide().facets[facet], &values).ok()?;
        Self::new(index, profile)
    }

    /// This situation, with nothing known of a facet.
    pub(super) fn without(&self, index: &Index, facet: Ix<Facet>) -> Option<Self> {
        let mut profile = self.profile.clone();
        profile.forget(&index.guide().facets[facet].id);
        Self::new(index, profile)
    }

    /// What is known, as `facet=value` texts.
    pub(super) fn texts(&self, guide: &Guide) -> Vec<String> {
        let given = self.profile.given_facets(guide).into_iter().map(|ix| &guide.facets[ix]);
        given.map(|facet| format!("{}={}", facet.id, self.profile.values_text(facet).join(","))).collect()
    }
}

/// Makes situations.
pub(super) struct Situations<'a> {
    pub(super) index: &'a Index,
    /// What is known in all of them.
    pub(super) fixed: &'a Profile,
}

impl Situations<'_> {
    /// Somebody for whom a record can hold, with what is known of these facets; `None` when there is nobody.
    pub(super) fn somebody(
        &self,
        record: Conditioned,
        facets: &BTreeSet<Ix<Facet>>,
        rng: &mut Rng,
    ) -> Option<Situation> {
        let holds = |situation: &Situation| self.index.somebody_meets(&[record], &situation.persons);
        let mut situation = Situation::new(self.index, self.fixed.clone()).filter(holds)?;
        let mut open: Vec<Ix<Facet>> = facets.iter().copied().filter(|facet| self.is_open(*facet)).collect();
        shuffle(&mut open, rng);
        for facet in open {
            let mut ways = answers(&self.index.guide().facets[facet]);
            shuffle(&mut ways, rng);
            let mut tried = ways.iter().filter_map(|values| situation.with(self.index, facet, values));
            if let Some(found) = tried.find(holds) {
                situation = found;
            }
        }
        Some(situation)
    }

    /// The same situation with as little known as keeps something so, in plain words where that is possible.
    pub(super) fn as_little(&self, mut situation: Situation, keeps: impl Fn(&Situation) -> bool) -> Situation {
        let guide = self.index.guide();
        for facet in situation.profile.given_facets(guide) {
            if !self.is_open(facet) {
                continue;
            }
            if let Some(less) = situation.without(self.index, facet).filter(&keeps) {
                situation = less;
                continue;
            }
            let known = situation.profile.values_text(&guide.facets[facet]);
            let wider = wider(&guide.facets[facet], &known);
            let mut wider = wider.iter().filter_map(|values| situation.with(self.index, facet, values));
            if let Some(found) = wider.find(&keeps) {
                situation = found;
            }
        }
        situation
    }

    /// Whether it may be said: what is fixed is not.
    pub(super) fn is_open(&self, facet: Ix<Facet>) -> bool {
        self.fixed.known(&self.index.guide().facets[facet].id).is_none()
    }
}

/// Every way to answer for one person.
pub(super) fn answers(facet: &Facet) -> Vec<Vec<String>> {
    match facet.kind {
        FacetKind::One => facet.values.iter().map(|value| vec![value.id.to_string()]).collect(),
        FacetKind::Many => {
            let only = facet.values.iter().map(|own| {
                let say = |other: &crate::model::FacetValue| {
                    if other.id == own.id { other.id.to_string() } else { negated(&other.id) }
                };
                facet.values.iter().map(say).collect()
            });
            only.chain([vec![NONE.to_owned()]]).collect()
        }
    }
}

/// Ways to say less: the groups that hold a value, largest first; of kind `many` only what is true.
fn wider(facet: &Facet, known: &[String]) -> Vec<Vec<String>> {
    match facet.kind {
        FacetKind::One => {
            let holds = |group: &&crate::model::Group| {
                known.iter().all(|value| group.values.iter().any(|own| own.as_str() == value))
            };
            let mut groups: Vec<&crate::model::Group> = facet.groups.iter().filter(holds).collect();
            groups.sort_by_key(|group| std::cmp::Reverse(group.values.len()));
            groups.into_iter().map(|group| vec![group.id.to_string()]).collect()
        }
        FacetKind::Many => {
            let is_true = |value: &&String| facet.values.iter().any(|own| own.id.as_str() == value.as_str());
            let plain: Vec<String> = known.iter().filter(is_true).cloned().collect();
            if plain.is_empty() || plain.len() == known.len() { Vec::new() } else { vec![plain] }
        }
    }
}

/// The facets that the tasks of an aspect ask.
pub(super) fn facets_of(guide: &Guide, aspect: &AspectId) -> BTreeSet<Ix<Facet>> {
    let own = guide.responsibilities.iter().filter(|task| task.aspect == *aspect && task.primary);
    own.flat_map(|task| facets_in(guide, &task.who)).collect()
}

/// The facets that a condition asks.
pub(super) fn facets_in(guide: &Guide, who: &Condition) -> BTreeSet<Ix<Facet>> {
    let mut found: BTreeSet<&FacetId> = BTreeSet::new();
    who.walk(&mut |part| match part {
        Condition::Is(facet, _) | Condition::HasAny(facet, _) | Condition::HasAll(facet, _) => {
            found.insert(facet);
        }
        Condition::Always | Condition::All(_) | Condition::Any(_) | Condition::Not(_) => {}
    });
    found.into_iter().filter_map(|facet| guide.facets.ix(facet)).collect()
}

/// Puts a list in an order of its own (Fisher and Yates).
pub(super) fn shuffle<T>(list: &mut [T], rng: &mut Rng) {
    for last in (1..list.len()).rev() {
        list.swap(last, rng.below(last + 1));
    }
}
