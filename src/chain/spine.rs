//! The main line of the chain: who stands on it for the persons of an answer, and what leads from one to the next.
//!
//! The guide marks, per aspect, with which role somebody stands there (`SpineMark`). Who that is follows from the
//! answer: of those who are primarily responsible with that role the most certain one, then the one to whom most is
//! handed over there, then the one that answers for most of the persons, then the first of the guide.

use std::{
    cmp::{Ordering, Reverse},
    collections::BTreeSet,
};

use super::{
    boxes::{End, Step, ends},
    detail::Detail,
    picture::{Picture, PictureVerdicts, Who},
};
use crate::{
    lookup::{Conditioned, Index, Outcome, Verdict},
    model::{AspectId, Guide, Ix, Responsibility, Role},
};

/// Who stands on the main line for a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Stand {
    /// Position of the aspect among the groups of the whole picture.
    pub(super) group: usize,
    /// Position of the mark among those of its aspect.
    pub(super) mark: usize,
    /// The place; none when all of the aspect stand there together.
    pub(super) place: Option<usize>,
}

/// Who stands on the main line, in the order of the guide; of the places of the whole picture that are kept.
pub(super) fn stands(
    whole: &Picture,
    kept: &[bool],
    (index, outcome): (&Index, &Outcome),
    detail: &Detail,
) -> Vec<Stand> {
    let guide = index.guide();
    let mut found = Vec::new();
    for (group, at) in whole.groups.iter().enumerate() {
        let inside = || (0..whole.places.len()).filter(|place| whole.places[*place].group == group && kept[*place]);
        for (mark, wanted) in guide[at.aspect].spine.iter().enumerate() {
            if wanted.together.is_some() {
                if inside().any(|place| whole.places[place].party().is_some()) {
                    found.push(Stand { group, mark, place: None });
                }
                continue;
            }
            let candidates: Vec<Candidate> =
                inside().filter_map(|place| candidate(whole, place, wanted.role, (index, outcome), detail)).collect();
            let best = candidates.into_iter().min_by(Candidate::order);
            found.extend(best.map(|best| Stand { group, mark, place: Some(best.place) }));
        }
    }
    found
}

struct Candidate {
    place: usize,
    verdict: Verdict,
    /// Of the persons that are still possible, the part for whom it answers.
    share: f64,
    /// The hand-overs that reach it.
    reached: usize,
}

impl Candidate {
    /// The best one first.
    fn order(&self, other: &Self) -> Ordering {
        let by_share = other.share.total_cmp(&self.share);
        let by_reach = other.reached.cmp(&self.reached);
        self.verdict.cmp(&other.verdict).then(by_reach).then(by_share).then(self.place.cmp(&other.place))
    }
}

/// How a place would stand on the main line; `None` when nobody is there who is primarily responsible with this role.
fn candidate(
    whole: &Picture,
    place: usize,
    role: Role,
    (index, outcome): (&Index, &Outcome),
    detail: &Detail,
) -> Option<Candidate> {
    let Who::Party { responsibilities, .. } = &whole.places[place].who else { return None };
    let is_wanted = |task: &Ix<Responsibility>| {
        let record = &index.guide().responsibilities[*task];
        record.primary && record.role == role
    };
    let standing = |task: &Ix<Responsibility>| Some((*task, outcome.standing(*task)?));
    let own = responsibilities.iter().filter(|task| is_wanted(task)).filter_map(standing);
    let own: Vec<_> = own.filter(|(_, verdict)| *verdict != Verdict::Excluded && detail.holds(*verdict)).collect();
    let verdict = own.iter().map(|(_, verdict)| *verdict).min()?;
    let share =
        |(task, _): &(Ix<Responsibility>, Verdict)| outcome.likelihood(index, Conditioned::Responsibility(*task));
    Some(Candidate {
        place,
        verdict,
        share: own.iter().map(share).fold(0.0, f64::max),
        reached: whole.edges.iter().filter(|edge| edge.to == place).map(|edge| edge.referrals.len()).sum(),
    })
}

/// What leads to a box of the main line from one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Link {
    pub(super) from: usize,
    pub(super) to: usize,
    /// The hand-over; none when the same party goes on.
    pub(super) by: Option<Step>,
}

/// One link to every box of the main line, as far as a hand-over or the same party leads there.
pub(super) fn links(shown: &Picture, steps: &[Step], verdicts: &PictureVerdicts, guide: &Guide) -> Vec<Link> {
    let line: Vec<usize> = (0..shown.places.len()).filter(|place| !shown.places[*place].marks.is_empty()).collect();
    let mut links = Vec::new();
    let mut used: BTreeSet<[End; 2]> = BTreeSet::new();
    for (at, to) in line.iter().copied().enumerate().skip(1) {
        let earlier = &line[..at];
        let party = shown.places[to].party();
        let same = earlier.iter().rev().find(|from| party.is_some() && shown.places[**from].party() == party);
        if let Some(from) = same {
            links.push(Link { from: *from, to, by: None });
            continue;
        }
        let arriving = steps.iter().filter(|step| stands_for(shown, to, step.to));
        let pairs = arriving.flat_map(|step| {
            let leaving = earlier.iter().filter(|from| stands_for(shown, **from, step.from));
            leaving.map(move |from| (*from, step))
        });
        let rank = |(from, step): &(usize, &Step)| {
            let record = &guide.referrals[step.referral];
            let is_at = |named: &Option<AspectId>, place: usize| {
                let aspect = shown.groups[shown.places[place].group].aspect;
                named.as_ref().is_some_and(|named| *named == guide[aspect].id)
            };
            (
                verdicts.hand_overs[step.referral],
                !is_at(&record.to_aspect, to),
                !is_at(&record.from_aspect, *from),
                Reverse(*from),
                step.referral,
            )
        };
        // Two parties are joined once.
        let is_free = |(_, step): &(usize, &Step)| !used.contains(&ends(shown, step));
        if let Some((from, step)) = pairs.filter(is_free).min_by_key(rank) {
            used.insert(ends(shown, step));
            links.push(Link { from, to, by: Some(*step) });
        }
    }
    links
}

/// Whether a box of the main line stands for another: it is the same, of the same party, or of all together.
fn stands_for(shown: &Picture, on_line: usize, other: usize) -> bool {
    let (own, place) = (&shown.places[on_line], &shown.places[other]);
    on_line == other
        || (own.party().is_some() && own.party() == place.party())
        || own.with_members().skip(1).any(|member| member.name == place.name)
}
