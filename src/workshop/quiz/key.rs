//! What can be the right answer of a question.

use std::collections::BTreeSet;

use crate::{
    lookup::{AsOf, Index, is_only_announced, is_start_unknown},
    model::{
        AspectId, Citation, Date, Guide, Ix, Party, PartyId, Phase, Referral, Responsibility, SharingGround, Validity,
    },
};

/// What is sure enough to ask about, on a day, by phase.
pub(super) struct Keys {
    /// Tasks, per phase in the guide's order.
    pub(super) tasks: Vec<Vec<Ix<Responsibility>>>,
    /// Hand-overs, per phase.
    pub(super) hand_overs: Vec<Vec<Ix<Referral>>>,
}

impl Keys {
    pub(super) fn new(index: &Index, date: Date) -> Self {
        let guide = index.guide();
        let phase_of = |aspect: &AspectId| guide.aspect_ix(aspect).map(|aspect| aspect.phase);
        let phases: Vec<Ix<Phase>> = guide.phases.ixs().collect();
        let tasks: Vec<(Ix<Phase>, Ix<Responsibility>)> = guide
            .responsibilities
            .enumerate()
            .filter(|(ix, record)| is_sure_task(index, *ix, record, date))
            .filter_map(|(ix, record)| Some((phase_of(&record.aspect)?, ix)))
            .collect();
        let hand_overs: Vec<(Ix<Phase>, Ix<Referral>)> = guide
            .referrals
            .enumerate()
            .filter(|(_, record)| is_sure_hand_over(guide, record, date))
            .filter_map(|(ix, record)| {
                let home = || guide.responsibilities.iter().find(|task| task.party == record.to);
                let aspect = record.to_aspect.as_ref().or(record.from_aspect.as_ref());
                Some((phase_of(aspect.or(home().map(|task| &task.aspect))?)?, ix))
            })
            .collect();
        Self {
            tasks: phases.iter().map(|phase| of_phase(&tasks, *phase)).collect(),
            hand_overs: phases.iter().map(|phase| of_phase(&hand_overs, *phase)).collect(),
        }
    }
}

fn of_phase<T>(all: &[(Ix<Phase>, Ix<T>)], phase: Ix<Phase>) -> Vec<Ix<T>> {
    all.iter().filter(|(own, _)| *own == phase).map(|(_, ix)| *ix).collect()
}

fn is_sure_task(index: &Index, ix: Ix<Responsibility>, record: &Responsibility, date: Date) -> bool {
    let guide = index.guide();
    let is_disputed = guide
        .conflicts
        .iter()
        .any(|conflict| conflict.responsibilities.contains(&record.id) || conflict.parties.contains(&record.party));
    let answers = index.party_of(ix).is_some_and(|party| guide.parties[party].scope.is_executing());
    record.primary
        && answers
        && !is_disputed
        && record.provided.is_empty()
        && is_sure(guide, &record.valid, &record.area, &record.cites, date)
}

fn is_sure_hand_over(guide: &Guide, record: &Referral, date: Date) -> bool {
    let answers = |party: &PartyId| guide.party(party).is_some_and(|party| party.scope.is_executing());
    let is_disputed = |party: &PartyId| guide.conflicts.iter().any(|conflict| conflict.parties.contains(party));
    answers(&record.from)
        && answers(&record.to)
        && !is_disputed(&record.from)
        && !is_disputed(&record.to)
        && record.sharing.ground != SharingGround::Onbekend
        && record.provided.is_empty()
        && is_sure(guide, &record.valid, &record.area, &record.cites, date)
}

/// Whether it holds on the day in the whole country, and its sources say so and since when.
fn is_sure(guide: &Guide, valid: &Validity, area: &[String], cites: &[Citation], date: Date) -> bool {
    let says_so = cites.iter().any(|cite| cite.stance.says_so());
    area.is_empty()
        && says_so
        && AsOf::from(date).is_within(valid, area)
        && !is_start_unknown(guide, valid, cites, date)
        && !is_only_announced(cites)
}

/// A party with those that it is a part of, and that are a part of it, by whatever way: they are never held against each
/// other.
pub(super) fn family(guide: &Guide, party: Ix<Party>) -> BTreeSet<&PartyId> {
    let mut found = BTreeSet::from([&guide.parties[party].id]);
    let mut open = vec![&guide.parties[party]];
    while let Some(one) = open.pop() {
        let members = guide.parties.iter().filter(|other| other.part_of.contains(&one.id));
        let wholes = one.part_of.iter().filter_map(|whole| guide.party(whole));
        for other in members.chain(wholes) {
            if found.insert(&other.id) {
                open.push(other);
            }
        }
    }
    found
}
