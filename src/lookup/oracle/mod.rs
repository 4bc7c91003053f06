//! The same answers by brute force: enumerates persons and looks whether each meets the condition.
//!
//! Far too slow for the whole space; exact, short and independent of the diagrams, so that tests can compare.
//! It reads conditions, dates and areas straight from the guide and shares no code with the index but the profile.

mod counts;
mod explain;
mod questions;

use std::collections::BTreeSet;

pub use counts::counts;
pub use explain::{WhyExcluded, because, depends_on, minimal_conflict, why_not};
pub use questions::{Question, decides_between, questions};

use super::{AsOf, Known, Profile, Verdict};
use crate::model::{
    Condition, Facet, FacetId, FacetKind, Guide, NONE, PartyId, PartyScope, RecordId, Responsibility, Validity, ValueId,
};

/// A person: per facet the values that are true; exactly one for kind `one`.
pub type Person = Vec<BTreeSet<ValueId>>;

/// Whether a person meets a condition.
pub fn meets(guide: &Guide, person: &Person, condition: &Condition) -> bool {
    let holds = |facet: &FacetId, value: &ValueId| {
        guide.facets.iter().position(|f| f.id == *facet).is_some_and(|facet| person[facet].contains(value))
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
    let mut people = thinkable(guide, profile);
    people.retain(|person| can_be(guide, person));
    people
}

/// Everybody who fits the profile, whether or not such a person can be.
pub fn thinkable(guide: &Guide, profile: &Profile) -> Vec<Person> {
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
pub fn verdict(guide: &Guide, people: &[Person], condition: &Condition) -> Verdict {
    let met = people.iter().filter(|person| meets(guide, person, condition)).count();
    match met {
        0 => Verdict::Excluded,
        all if all == people.len() => Verdict::Applies,
        _ => Verdict::Depends,
    }
}

/// Whether something is in force on the day of asking.
///
/// Read off the dates as they are written: `2021-06` includes every day whose text begins so.
pub fn is_on_date(as_of: &AsOf, valid: &Validity) -> bool {
    let day = as_of.date.to_string();
    let as_precise = |date: &str| day.chars().take(date.len()).collect::<String>();
    let has_begun = valid.from.map(|from| from.to_string()).is_none_or(|from| as_precise(&from) >= from);
    let has_not_ended = valid.until.map(|until| until.to_string()).is_none_or(|until| as_precise(&until) <= until);
    has_begun && has_not_ended
}

/// Whether the place of asking may be in an area; an empty one is the whole country.
pub fn is_in_area(as_of: &AsOf, area: &[String]) -> bool {
    match &as_of.veiligheidsregio {
        Some(region) if !area.is_empty() => area.iter().any(|part| part == region),
        _ => true,
    }
}

/// Whether a responsibility can answer here and now.
fn is_in_force(guide: &Guide, as_of: &AsOf, responsibility: &Responsibility) -> bool {
    let answers =
        guide.parties.iter().any(|party| party.id == responsibility.party && party.scope == PartyScope::Uitvoerend);
    answers && is_on_date(as_of, &responsibility.valid) && is_in_area(as_of, &responsibility.area)
}

/// Per responsibility, in the guide's order: how it stands; `None` where it cannot answer here and now.
pub fn responsibilities(guide: &Guide, people: &[Person], as_of: &AsOf) -> Vec<Option<Verdict>> {
    let standing =
        |record: &Responsibility| is_in_force(guide, as_of, record).then(|| verdict(guide, people, &record.who));
    guide.responsibilities.iter().map(standing).collect()
}

/// Per gap, in the guide's order: how it stands; `None` where it does not hold on this day.
pub fn gaps(guide: &Guide, people: &[Person], as_of: &AsOf) -> Vec<Option<Verdict>> {
    let gaps = guide.gaps.iter();
    gaps.map(|gap| is_on_date(as_of, &gap.valid).then(|| verdict(guide, people, &gap.who))).collect()
}

/// What is said before any answer: all that may hold for one of these persons.
pub fn first(guide: &Guide, people: &[Person], as_of: &AsOf) -> Vec<(RecordId, Verdict)> {
    let advice = guide.first.iter().filter(|advice| is_on_date(as_of, &advice.valid));
    let advice = advice.map(|advice| (advice.id.clone(), verdict(guide, people, &advice.who)));
    advice.filter(|(_, verdict)| *verdict != Verdict::Excluded).collect()
}

/// The odd combinations that hold for all of these persons.
pub fn warnings(guide: &Guide, people: &[Person]) -> Vec<RecordId> {
    let holds = guide.suspicious.iter().filter(|rule| verdict(guide, people, &rule.when) == Verdict::Applies);
    holds.map(|rule| rule.id.clone()).collect()
}

/// The hand-overs that hold here and now for all or some of these persons.
pub fn referrals(guide: &Guide, people: &[Person], as_of: &AsOf) -> Vec<(RecordId, Verdict)> {
    let in_force = guide
        .referrals
        .iter()
        .filter(|referral| is_on_date(as_of, &referral.valid) && is_in_area(as_of, &referral.area));
    let standing = in_force.map(|referral| (referral.id.clone(), verdict(guide, people, &referral.who)));
    standing.filter(|(_, verdict)| *verdict != Verdict::Excluded).collect()
}

/// The facets of which these persons have less than was said: something follows from the rest.
pub fn implied(guide: &Guide, profile: &Profile, people: &[Person]) -> Vec<FacetId> {
    let said = thinkable(guide, profile);
    let answers = |people: &[Person], facet: usize, value: &ValueId| -> BTreeSet<bool> {
        people.iter().map(|person| person[facet].contains(value)).collect()
    };
    let facets = guide.facets.iter().enumerate().filter(|(position, facet)| {
        facet.values.iter().any(|value| answers(&said, *position, &value.id) != answers(people, *position, &value.id))
    });
    facets.map(|(_, facet)| facet.id.clone()).collect()
}

/// What these persons have in common in a facet, as the command line writes it; empty when the facet is open.
pub fn values(guide: &Guide, people: &[Person], facet: &FacetId) -> Vec<String> {
    let Some(position) = guide.facets.iter().position(|other| other.id == *facet) else { return Vec::new() };
    let Some(described) = guide.facets.get(facet) else { return Vec::new() };
    let has = |value: &ValueId| people.iter().any(|person| person[position].contains(value));
    let lacks = |value: &ValueId| people.iter().any(|person| !person[position].contains(value));
    let values = described.values.iter().map(|value| &value.id);
    match described.kind {
        FacetKind::One if values.clone().all(has) => Vec::new(),
        FacetKind::One => values.filter(|value| has(value)).map(ToString::to_string).collect(),
        FacetKind::Many if !values.clone().any(has) => vec![NONE.to_owned()],
        FacetKind::Many => values
            .filter_map(|value| match (has(value), lacks(value)) {
                (true, false) => Some(value.to_string()),
                (false, true) => Some(format!("niet-{value}")),
                _ => None,
            })
            .collect(),
    }
}

/// The parties with an answer that is not excluded for these persons.
pub fn parties(guide: &Guide, people: &[Person], as_of: &AsOf) -> BTreeSet<PartyId> {
    let answering = guide.responsibilities.iter().filter(|record| {
        is_in_force(guide, as_of, record) && people.iter().any(|person| meets(guide, person, &record.who))
    });
    answering.map(|record| record.party.clone()).collect()
}

/// How many primary answers (all, when none of those is undecided to begin with) stay undecided for these persons.
pub fn undecided(guide: &Guide, all: &[Person], people: &[Person], as_of: &AsOf) -> u64 {
    let in_force = |primary_only: bool| {
        let records = guide.responsibilities.iter().filter(move |record| !primary_only || record.primary);
        records.filter(|record| is_in_force(guide, as_of, record))
    };
    let is_open = |people: &[Person], who: &Condition| verdict(guide, people, who) == Verdict::Depends;
    let primary_only = in_force(true).any(|record| is_open(all, &record.who));
    in_force(primary_only).filter(|record| is_open(people, &record.who)).count() as u64
}
