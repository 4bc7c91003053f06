//! Conditions that somebody can meet, and gaps where nobody answers.

use std::collections::BTreeMap;

use super::{problem, problem_of};
use crate::{
    lookup::{Conditioned, Cube, Index},
    model::{
        AspectId, Fault, Field, GapKind, Ix, Problem, RecordKey, Responsibility, Role,
        walk::{Leaf, Place, Visitor, walk},
    },
};

pub(super) fn check(index: &Index, problems: &mut Vec<Problem>) {
    let guide = index.guide();
    let everybody = index.space().everybody();
    let Some(everybody) = index.propagate(everybody) else {
        problems.push(problem_of(RecordKey::Guide, Some(Field::Impossible), Fault::NobodyLeft));
        return;
    };
    walk(guide, &mut Met { index, everybody: &everybody, problems });
    gaps(index, &everybody, problems);
    spine(index, problems);
}

/// Finds the conditions that nobody meets.
struct Met<'a, 'p> {
    index: &'a Index,
    everybody: &'a Cube,
    problems: &'p mut Vec<Problem>,
}

impl<'a> Visitor<'a> for Met<'_, '_> {
    fn leaf(&mut self, place: &Place<'_>, leaf: Leaf<'a>) {
        let Leaf::Condition(condition) = leaf else { return };
        let meets = match (Conditioned::of(self.index.guide(), place.record), place.record) {
            (Some(record), _) => self.index.somebody_meets(&[record], self.everybody),
            // What nobody meets is what these say.
            (None, RecordKey::Impossible(_) | RecordKey::Implication(_)) => true,
            (None, _) => self.index.reach_of(condition, self.everybody).meets,
        };
        if !meets {
            self.problems.push(problem(place, Fault::NobodyMeets));
        }
    }
}

/// Every mark of the main line has somebody who can stand for it, on whichever day.
fn spine(index: &Index, problems: &mut Vec<Problem>) {
    let guide = index.guide();
    for aspect in guide.phases.iter().flat_map(|phase| phase.aspects.iter()) {
        for mark in &aspect.spine {
            let stands = |record: &Responsibility| {
                record.aspect == aspect.id && (mark.together.is_some() || record.primary && record.role == mark.role)
            };
            if !guide.responsibilities.iter().any(stands) {
                let key = RecordKey::Aspect(aspect.id.clone());
                problems.push(problem_of(key, Some(Field::Spine), Fault::SpineWithoutParty(mark.role)));
            }
        }
    }
}

/// More tasks that contradict one gap say no more.
const MOST_OF_A_GAP: usize = 20;

/// Where nobody is responsible, by a source, nobody's task holds for the same persons.
fn gaps(index: &Index, everybody: &Cube, problems: &mut Vec<Problem>) {
    let guide = index.guide();
    let mut executing: BTreeMap<&AspectId, Vec<Ix<Responsibility>>> = BTreeMap::default();
    for (position, record) in guide.responsibilities.enumerate().filter(|(_, r)| r.role == Role::VoertUit) {
        executing.entry(&record.aspect).or_default().push(position);
    }
    let mut pairs = index.pairs();
    for (gap_position, gap) in guide.gaps.enumerate().filter(|(_, gap)| gap.kind == GapKind::Niemand) {
        let mut found = 0;
        for position in executing.get(&gap.aspect).into_iter().flatten() {
            let record = &guide.responsibilities[*position];
            if found == MOST_OF_A_GAP || !record.valid.overlaps(&gap.valid) {
                continue;
            }
            let (gap_itself, task) = (Conditioned::Gap(gap_position), Conditioned::Responsibility(*position));
            let fault = match pairs.somebody_meets(gap_itself, task, everybody) {
                Some(false) => continue,
                Some(true) => Fault::GapOverlapsAnswer(record.id.clone()),
                None => Fault::GapNotHeldAgainstAnswers,
            };
            let is_the_end = fault == Fault::GapNotHeldAgainstAnswers;
            problems.push(problem_of(RecordKey::Gap(gap.id.clone()), Some(Field::Who), fault));
            if is_the_end {
                // The others would take too much as well; one line says it.
                return;
            }
            found += 1;
        }
    }
}
