//! The same answers by brute force: enumerates persons and looks whether each meets the condition.
//!
//! Far too slow for the whole space; exact, short and independent of the diagrams, so that tests can compare.
//! It reads conditions straight from the guide and shares no code with the index but the profile.

use std::collections::BTreeSet;

use super::{Known, Match, Profile, QuestionOption};
use crate::model::{Condition, Date, Facet, FacetId, FacetKind, Guide, Ix, Party, PartyScope, ValueId};

/// A person: per facet the values that are true; exactly one for kind `one`.
pub type Person = Vec<BTreeSet<ValueId>>;

/// Whether a person meets a condition.
pub fn meets(guide: &Guide, person: &Person, condition: &Condition) -> bool {
    let holds = |facet: &FacetId, value: &ValueId| {
        guide.facets.ix(facet).is_some_and(|facet| person[facet.position()].contains(value))
    };
    let members = |facet: &FacetId, values: &[ValueId]| -> Vec<ValueId> {
        let facet = guide.facet(facet);
        values
            .iter()
            .flat_map(|value| match facet.and_then(|facet| facet.group(value)) {
                Some(group) => group.values.clone(),
                None => vec![value.clone()],
            })
            .collect()
    };
    match condition {
        Condition::Always => true,
        Condition::All(parts) => parts.iter().all(|part| meets(guide, person, part)),
        Condition::Any(parts) => parts.iter().any(|part| meets(guide, person, part)),
        Condition::Not(part) => !meets(guide, person, part),
        Condition::Is(facet, values) | Condition::HasAny(facet, values) => {
            members(facet, values).iter().any(|value| holds(facet, value))
        }
        Condition::HasAll(facet, values) => members(facet, values).iter().all(|value| holds(facet, value)),
    }
}

/// Whether such a person can be.
pub fn can_be(guide: &Guide, person: &Person) -> bool {
    guide.impossible.iter().all(|rule| !meets(guide, person, &rule.when))
        && guide.implications.iter().all(|rule| !meets(guide, person, &rule.when) || meets(guide, person, &rule.then))
}

/// Everybody who fits the profile and can be.
pub fn persons(guide: &Guide, profile: &Profile) -> Vec<Person> {
    let mut people: Vec<Person> = vec![Vec::new()];
    for facet in &guide.facets {
        let choices = choices(facet, profile.known(&facet.id));
        people = people
            .into_iter()
            .flat_map(|person| {
                choices.iter().map(move |choice| {
                    let mut person = person.clone();
                    person.push(choice.clone());
                    person
                })
            })
            .collect();
    }
    people.retain(|person| can_be(guide, person));
    people
}

fn choices(facet: &Facet, known: Option<&Known>) -> Vec<BTreeSet<ValueId>> {
    match facet.kind {
        FacetKind::One => facet
            .values
            .iter()
            .filter(|value| match known {
                Some(Known::OneOf(values)) => values.contains(&value.id),
                _ => true,
            })
            .map(|value| BTreeSet::from([value.id.clone()]))
            .collect(),
        FacetKind::Many => {
            let mut sets = vec![BTreeSet::new()];
            for value in &facet.values {
                let truth = match known {
                    Some(Known::Each(values)) => values.get(&value.id).copied(),
                    _ => None,
                };
                let without = sets.clone();
                let with = sets.into_iter().map(|mut set| {
                    set.insert(value.id.clone());
                    set
                });
                sets = match truth {
                    Some(true) => with.collect(),
                    Some(false) => without,
                    None => without.iter().cloned().chain(with).collect(),
                };
            }
            sets
        }
    }
}

/// How a condition stands for these persons.
pub fn verdict(guide: &Guide, people: &[Person], condition: &Condition) -> Match {
    let met = people.iter().filter(|person| meets(guide, person, condition)).count();
    match met {
        0 => Match::Excluded,
        all if all == people.len() => Match::Applies,
        _ => Match::Depends,
    }
}

/// The facets on which an answer depends.
pub fn depends_on(guide: &Guide, people: &[Person], condition: &Condition) -> Vec<Ix<Facet>> {
    // A question of kind `one` is one dimension; of kind `many` each value is.
    let dimensions: Vec<(Ix<Facet>, Option<&ValueId>)> = guide
        .facets
        .enumerate()
        .flat_map(|(position, facet)| match facet.kind {
            FacetKind::One => vec![(position, None)],
            FacetKind::Many => facet.values.iter().map(|value| (position, Some(&value.id))).collect(),
        })
        .collect();
    let differing = |a: &Person, b: &Person| -> Vec<usize> {
        (0..dimensions.len())
            .filter(|index| {
                let (facet, value) = (dimensions[*index].0.position(), dimensions[*index].1);
                match value {
                    None => a[facet] != b[facet],
                    Some(value) => a[facet].contains(value) != b[facet].contains(value),
                }
            })
            .collect()
    };
    let (yes, no): (Vec<&Person>, Vec<&Person>) = people.iter().partition(|person| meets(guide, person, condition));
    let sets: Vec<Vec<usize>> = yes.iter().flat_map(|a| no.iter().map(|b| differing(a, b))).collect();
    let Some(smallest) = sets.iter().map(Vec::len).min() else { return Vec::new() };
    let mut facets: Vec<_> =
        sets.iter().filter(|set| set.len() == smallest).flatten().map(|index| dimensions[*index].0).collect();
    facets.sort_unstable();
    facets.dedup();
    facets
}

/// The parties with an answer that is not excluded for these persons.
pub fn parties(guide: &Guide, people: &[Person], date: Date) -> BTreeSet<Ix<Party>> {
    guide
        .parties
        .enumerate()
        .filter(|(_, party)| party.scope == PartyScope::Uitvoerend)
        .filter(|(_, party)| {
            guide.responsibilities.iter().any(|responsibility| {
                responsibility.party == party.id
                    && responsibility.valid.holds_on(date)
                    && people.iter().any(|person| meets(guide, person, &responsibility.who))
            })
        })
        .map(|(position, _)| position)
        .collect()
}

/// How many primary answers (all, when none of those is undecided to begin with) stay undecided for these persons.
pub fn undecided(guide: &Guide, all: &[Person], people: &[Person], date: Date) -> u64 {
    let in_force = |primary_only: bool| {
        guide.responsibilities.iter().filter(move |responsibility| {
            responsibility.valid.holds_on(date)
                && (!primary_only || responsibility.primary)
                && guide.party(&responsibility.party).is_some_and(|party| party.scope == PartyScope::Uitvoerend)
        })
    };
    let is_open = |people: &[Person], who: &Condition| verdict(guide, people, who) == Match::Depends;
    let primary_only = in_force(true).any(|responsibility| is_open(all, &responsibility.who));
    in_force(primary_only).filter(|responsibility| is_open(people, &responsibility.who)).count() as u64
}

/// The persons who answer a question in this way.
pub fn answering(guide: &Guide, people: &[Person], facet: Ix<Facet>, option: &QuestionOption) -> Vec<Person> {
    let described = &guide.facets[facet];
    let fits = |person: &&Person| match option {
        QuestionOption::Value(value) => person[facet.position()].contains(value),
        QuestionOption::Group(group) => described
            .group(group)
            .is_some_and(|group| group.values.iter().any(|value| person[facet.position()].contains(value))),
        QuestionOption::None => person[facet.position()].is_empty(),
    };
    people.iter().filter(fits).cloned().collect()
}
