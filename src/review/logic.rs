//! Conditions that somebody can meet, and gaps where nobody answers.

use std::collections::BTreeMap;

use super::{problem, problem_of};
use crate::{
    lookup::{Conditioned, Index, PersonBox},
    model::{
        AspectId, Fault, Field, GapKind, Problem, RecordKey, RecordKind, Role,
        walk::{Leaf, Place, Visitor, walk},
    },
};

pub(super) fn check(index: &Index, problems: &mut Vec<Problem>) {
    let guide = index.guide();
    let everybody = index.space().everybody();
    let Some(everybody) = index.narrow(everybody) else {
        problems.push(problem_of(RecordKey::Guide, Some(Field::Impossible), Fault::NobodyLeft));
        return;
    };
    walk(guide, &mut Met { index, everybody: &everybody, passed: BTreeMap::default(), problems });
    gaps(index, &everybody, problems);
}

/// Finds the conditions that nobody meets.
struct Met<'a, 'p> {
    index: &'a Index,
    everybody: &'a PersonBox,
    /// How many records of each kind were passed.
    passed: BTreeMap<RecordKind, usize>,
    problems: &'p mut Vec<Problem>,
}

impl<'a> Visitor<'a> for Met<'_, '_> {
    fn leaf(&mut self, place: &Place<'_>, leaf: Leaf<'a>) {
        let Leaf::Condition(condition) = leaf else { return };
        let kind = place.record.kind();
        let passed = self.passed.entry(kind).or_default();
        let position = std::mem::replace(passed, *passed + 1);
        let meets = match kind {
            // What nobody meets is what these say.
            RecordKind::Impossible | RecordKind::Implication => true,
            RecordKind::FirstAdvice => self.somebody_meets(Conditioned::FirstAdvice(position)),
            RecordKind::Responsibility => self.somebody_meets(Conditioned::Responsibility(position)),
            RecordKind::Referral => self.somebody_meets(Conditioned::Referral(position)),
            RecordKind::Gap => self.somebody_meets(Conditioned::Gap(position)),
            RecordKind::Suspicious => self.somebody_meets(Conditioned::Suspicious(position)),
            _ => self.index.reach_of(condition, self.everybody).meets,
        };
        if !meets {
            self.problems.push(problem(place, Fault::NobodyMeets));
        }
    }
}

impl Met<'_, '_> {
    fn somebody_meets(&self, record: Conditioned) -> bool {
        self.index.somebody_meets(&[record], self.everybody)
    }
}

/// Where nobody is responsible, by a source, nobody's task holds for the same persons.
fn gaps(index: &Index, everybody: &PersonBox, problems: &mut Vec<Problem>) {
    let guide = index.guide();
    let mut executing: BTreeMap<&AspectId, Vec<usize>> = BTreeMap::default();
    for (position, record) in guide.responsibilities.iter().enumerate().filter(|(_, r)| r.role == Role::VoertUit) {
        executing.entry(&record.aspect).or_default().push(position);
    }
    for (gap_position, gap) in guide.gaps.iter().enumerate().filter(|(_, gap)| gap.kind == GapKind::Niemand) {
        for position in executing.get(&gap.aspect).into_iter().flatten() {
            let record = &guide.responsibilities[*position];
            let both = [Conditioned::Gap(gap_position), Conditioned::Responsibility(*position)];
            if record.valid.overlaps(&gap.valid) && index.somebody_meets(&both, everybody) {
                let key = RecordKey::Gap(gap.id.clone());
                problems.push(problem_of(key, Some(Field::Who), Fault::GapOverlapsAnswer(record.id.clone())));
            }
        }
    }
}
