//! Training cases: every step is reached, what is known can be asked, and what is expected comes out.

use std::collections::BTreeSet;

use super::problem_of;
use crate::{
    lookup::{Index, run_standing},
    model::{
        Expectation, Fault, Field, FieldPath, Guide, Label, Problem, RecordId, RecordKey, Regions, Scenario,
        ScenarioStep, walk::Step,
    },
};

/// How many signs a sum of a guide has, in hexadecimal.
const SUM: usize = 64;

/// So many tasks are looked at for all cases together: fifty times what a guide of today takes.
const MOST_ASKED: usize = 1_500_000;

/// A note of fewer signs than this stands in other words by chance.
const NOTE: usize = 12;

/// What is wrong with the cases themselves.
pub(super) fn check(guide: &Guide, problems: &mut Vec<Problem>) {
    for case in &guide.scenarios {
        let mut say = |at: &[Step], fault| problems.push(problem_at(case, at, fault));
        if let Some(sum) = case.frozen.as_ref().filter(|sum| !is_sum(sum)) {
            say(&[Step::Field(Field::Frozen)], Fault::NoGuideSum(sum.clone()));
        }
        let steps: u16 = case.main_way().iter().filter_map(|step| step.minutes).fold(0, u16::saturating_add);
        if let Some(minutes) = case.minutes.filter(|minutes| steps > 0 && *minutes != steps) {
            say(&[Step::Field(Field::Minutes)], Fault::MinutesDiffer { case: minutes, steps });
        }
        let reached: BTreeSet<&RecordId> =
            case.standings().into_iter().filter_map(|(step, _)| Some(&step?.id)).collect();
        let notes: Vec<&str> = notes(case).collect();
        let in_sight = |texts: &[&str]| {
            let texts: Vec<String> = texts.iter().map(|text| text.to_lowercase()).collect();
            let is_in = |note: &&&str| texts.iter().any(|text| text.contains(&note.to_lowercase()));
            notes.iter().find(is_in).map(|note| Fault::NoteInSight((*note).to_owned()))
        };
        if let Some(fault) = in_sight(&[&case.story]) {
            say(&[Step::Field(Field::Story)], fault);
        }
        for (place, step) in case.steps.iter().enumerate() {
            let at = [Step::Field(Field::Steps), Step::At(place)];
            if !reached.contains(&step.id) {
                say(&at, Fault::StepNotReached);
            }
            if step.next.len() > 1 {
                for (branch, _) in step.next.iter().enumerate().filter(|(_, branch)| branch.label.is_none()) {
                    say(&[&at[..], &[Step::Field(Field::Next), Step::At(branch)]].concat(), Fault::BranchWithoutWords);
                }
            }
            if let Some(fault) = in_sight(&seen(step)) {
                say(&at, fault);
            }
        }
    }
}

/// What does not come out in the cases, when the guide is asked.
pub(super) fn play(index: &Index, regions: &Regions, problems: &mut Vec<Problem>) {
    let guide = index.guide();
    let mut left = MOST_ASKED;
    for case in &guide.scenarios {
        let work = (case.steps.len() + 1) * guide.responsibilities.len();
        let Some(rest) = left.checked_sub(work) else {
            problems.push(problem_of(RecordKey::Scenario(case.id.clone()), None, Fault::CasesNotPlayed));
            return;
        };
        left = rest;
        let mut seen: BTreeSet<FieldPath> = BTreeSet::new();
        for (step, standing) in case.standings() {
            let at = step.map_or_else(Vec::new, |step| place_of(case, step));
            let mut say = |at: &[Step], fault| {
                if seen.insert(FieldPath::new(at)) {
                    problems.push(problem_at(case, at, fault));
                }
            };
            match run_standing(index, regions, case, step, &standing) {
                Err(error) => say(&at, Fault::CannotBeAsked(error)),
                Ok(misses) => {
                    let expected = step.map_or(&case.expect, |step| &step.expect);
                    for miss in misses {
                        let fault = Fault::ExpectationFails { wanted: miss.expectation.outcome, found: miss.found };
                        say(&[at.clone(), expectation_of(expected, &miss.expectation)].concat(), fault);
                    }
                }
            }
        }
    }
}

fn problem_at(case: &Scenario, at: &[Step], fault: Fault) -> Problem {
    let mut problem = problem_of(RecordKey::Scenario(case.id.clone()), None, fault);
    problem.field = FieldPath::new(at);
    problem
}

fn place_of(case: &Scenario, step: &ScenarioStep) -> Vec<Step> {
    let place = case.steps.iter().position(|own| own.id == step.id);
    place.map_or_else(Vec::new, |place| vec![Step::Field(Field::Steps), Step::At(place)])
}

fn expectation_of(all: &[Expectation], one: &Expectation) -> Vec<Step> {
    let place = all.iter().position(|own| own == one).unwrap_or_default();
    vec![Step::Field(Field::Expect), Step::At(place)]
}

fn is_sum(text: &str) -> bool {
    text.len() == SUM && text.bytes().all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte))
}

/// What only the trainer reads.
fn notes(case: &Scenario) -> impl Iterator<Item = &str> {
    let all = case.notes.iter().chain(case.steps.iter().flat_map(|step| &step.notes));
    all.map(|note| note.trim()).filter(|note| note.len() >= NOTE)
}

/// What the room reads of a step.
fn seen(step: &ScenarioStep) -> Vec<&str> {
    let branches = step.next.iter().filter_map(|branch| branch.label.as_ref());
    let labels = std::iter::once(&step.title).chain(&step.story).chain(&step.question).chain(branches);
    labels.flat_map(|Label { nl, en }| std::iter::once(nl.as_str()).chain(en.as_deref())).collect()
}
