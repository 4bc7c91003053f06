//! The next question by asking every person.

use std::collections::BTreeSet;

use super::{Person, is_in_force, meets, undecided};
use crate::{
    lookup::{AsOf, QuestionOption},
    model::{Facet, FacetId, FacetKind, Guide, PartyId, Responsibility, Urgency, ValueId},
};

/// A question that would decide something, or that is about safety.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// The facet.
    pub facet: FacetId,
    /// How soon the answer is needed; which member of a group it is can wait.
    pub urgency: Urgency,
    /// The answers that are still possible; groups before their members.
    pub options: Vec<QuestionOption>,
    /// How many primary answers stay undecided, summed over the possible values.
    pub undecided_sum: u64,
    /// Over how many possible values that sum runs.
    pub value_count: u64,
}

/// All questions, best first: the most urgent, then what leaves least undecided in expectation, then the guide's order.
/// What everybody who is left cannot know is not asked.
pub fn questions(guide: &Guide, people: &[Person], as_of: &AsOf) -> Vec<Question> {
    let before = undecided(guide, people, people, as_of);
    let mut found = Vec::new();
    for (position, facet) in guide.facets.iter().enumerate() {
        let cannot_know = |person: &Person| facet.not_of.as_ref().is_some_and(|not| meets(guide, person, &not.who));
        if people.iter().all(cannot_know) {
            continue;
        }
        let options = options(facet, people, position);
        let (mut undecided_sum, mut value_count) = (0, 0);
        for option in &options {
            let answering = answering(facet, people, position, option);
            let weight = match facet.kind {
                FacetKind::One => values_of(&answering, position).len() as u64,
                FacetKind::Many => 1,
            };
            value_count += weight;
            undecided_sum += weight * undecided(guide, people, &answering, as_of);
        }
        let is_of_group = !facet.ask_first.is_empty() && !options.iter().any(|o| matches!(o, QuestionOption::Group(_)));
        let urgency = if is_of_group { Urgency::Verder } else { facet.urgency };
        if options.len() > 1 && (undecided_sum < before * value_count || urgency <= Urgency::Vannacht) {
            let question = Question { facet: facet.id.clone(), urgency, options, undecided_sum, value_count };
            found.push((position, question));
        }
    }
    found.sort_by(|(position, a), (other, b)| {
        let expectation = (a.undecided_sum * b.value_count).cmp(&(b.undecided_sum * a.value_count));
        a.urgency.cmp(&b.urgency).then(expectation).then(position.cmp(other))
    });
    found.into_iter().map(|(_, question)| question).collect()
}

/// The parties between which a question decides: of the undecided primary answers, in the order in which they are
/// shown, those that are not equally open whatever the answer.
pub fn decides_between(guide: &Guide, people: &[Person], as_of: &AsOf, facet: &FacetId) -> Vec<PartyId> {
    let facet_at = guide.facets.iter().enumerate().find(|(_, other)| other.id == *facet);
    let Some((position, facet)) = facet_at else { return Vec::new() };
    let hangs_on = |record: &Responsibility| {
        let (met, failed): (Vec<Person>, Vec<Person>) =
            people.iter().cloned().partition(|person| meets(guide, person, &record.who));
        let is_open = !met.is_empty() && !failed.is_empty();
        is_open && {
            let answers = |people: &[Person]| answers_of(facet, people, position);
            answers(people).iter().any(|answer| !answers(&met).contains(answer) || !answers(&failed).contains(answer))
        }
    };
    let aspects: Vec<_> = guide.phases.iter().flat_map(|phase| &phase.aspects).map(|aspect| &aspect.id).collect();
    let mut deciding: Vec<&Responsibility> = guide
        .responsibilities
        .iter()
        .filter(|record| record.primary && is_in_force(guide, as_of, record) && hangs_on(record))
        .collect();
    deciding.sort_by_key(|record| {
        (aspects.iter().position(|aspect| **aspect == record.aspect), record.role, record.id.clone())
    });
    let mut parties: Vec<PartyId> = Vec::new();
    for record in deciding {
        if !parties.contains(&record.party) {
            parties.push(record.party.clone());
        }
    }
    parties
}

/// The single answers that persons give to a facet: its values, and of kind `many` also that a value is not true.
fn answers_of(facet: &Facet, people: &[Person], position: usize) -> BTreeSet<(ValueId, bool)> {
    let is_told = |is_true: &bool| *is_true || facet.kind == FacetKind::Many;
    let answers = facet.values.iter().flat_map(|value| {
        people
            .iter()
            .map(|person| person[position].contains(&value.id))
            .filter(is_told)
            .map(|is_true| (value.id.clone(), is_true))
    });
    answers.collect()
}

fn values_of(people: &[Person], position: usize) -> BTreeSet<ValueId> {
    people.iter().flat_map(|person| person[position].clone()).collect()
}

/// The persons who answer a question in this way.
fn answering(facet: &Facet, people: &[Person], position: usize, option: &QuestionOption) -> Vec<Person> {
    let fits = |person: &&Person| match option {
        QuestionOption::Value(value) => person[position].contains(value),
        QuestionOption::Group(group) => {
            facet.group(group).is_some_and(|group| group.values.iter().any(|value| person[position].contains(value)))
        }
        QuestionOption::None => person[position].is_empty(),
    };
    people.iter().filter(fits).cloned().collect()
}

fn options(facet: &Facet, people: &[Person], position: usize) -> Vec<QuestionOption> {
    let value = |value: &ValueId| QuestionOption::Value(value.clone());
    match facet.kind {
        FacetKind::One => {
            let possible = values_of(people, position);
            let groups: Vec<_> = facet
                .ask_first
                .iter()
                .filter_map(|id| facet.group(id))
                .filter(|group| group.values.iter().any(|value| possible.contains(value)))
                .collect();
            let in_group = |value: &ValueId| groups.iter().any(|group| group.values.contains(value));
            // A group that holds all that is possible asks nothing.
            let asks_groups = groups.len() > 1 || groups.len() == 1 && !possible.iter().all(in_group);
            let shown = facet.values.iter().map(|value| &value.id).filter(|id| possible.contains(*id));
            if asks_groups {
                let groups = groups.iter().map(|group| QuestionOption::Group(group.id.clone()));
                groups.chain(shown.filter(|id| !in_group(id)).map(value)).collect()
            } else {
                shown.map(value).collect()
            }
        }
        FacetKind::Many => {
            let has = |id: &ValueId| people.iter().filter(|person| person[position].contains(id)).count();
            // Once a value is certainly true the question has been answered.
            if facet.values.iter().any(|value| has(&value.id) == people.len()) {
                return Vec::new();
            }
            let mut options: Vec<_> =
                facet.values.iter().filter(|value| has(&value.id) > 0).map(|v| value(&v.id)).collect();
            if !options.is_empty() && people.iter().any(|person| person[position].is_empty()) {
                options.push(QuestionOption::None);
            }
            options
        }
    }
}
