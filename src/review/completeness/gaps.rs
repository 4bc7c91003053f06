//! For whom an aspect is needed and nobody does it.

use super::{Found, MOST_BOXES, Place, Regional, answers_in, any, aspects, plain};
use crate::{
    lookup::{Index, PersonSet},
    model::{AspectIx, Gap, Ix, Need, Regions, Responsibility, Role},
    review::stretch::{Stretch, add_joined, stretches},
};

/// All gaps.
pub type Gaps = Found<GapFound, NotAGap>;

/// How somebody who needs something does not surely get it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum GapFound {
    /// Nobody does it, and no gap of the guide says so.
    Undocumented,
    /// Nobody does it, though somebody decides on it, and no gap of the guide says so.
    OnlyDecided,
    /// Nobody does it, and this gap says so.
    Documented(Ix<Gap>),
    /// Somebody does, but each only under a condition that no facet asks.
    OnlyProvided,
}

/// A gap that is documented and was not found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAGap {
    /// Which.
    pub gap: Ix<Gap>,
    /// Why.
    pub why: WhyNotAGap,
}

/// Why a documented gap is none for who counts only whether somebody does it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WhyNotAGap {
    /// Nobody said for whom its aspect is needed.
    NoNeed,
    /// Its persons do not need it.
    NotNeeded,
    /// Somebody does it for all of its persons.
    Covered,
}

/// Who needs something that nobody does: per aspect with a need, *needed* minus *covered*. Only who executes covers.
pub fn gaps(index: &Index, regions: &Regions) -> Gaps {
    let guide = index.guide();
    let executed = guide.responsibilities.iter().filter(|task| matches!(task.role, Role::VoertUit | Role::Beslist));
    let Some(mut persons) = Regional::of(index, regions, executed) else { return Gaps::too_much(index) };
    let mut places = Vec::new();
    let mut not_found = Vec::new();
    for aspect in aspects(guide) {
        let documented = index.documented_in(&guide[aspect].id);
        let Some(need) = &guide[aspect].needed else {
            not_found.extend(documented.iter().map(|gap| NotAGap { gap: *gap, why: WhyNotAGap::NoNeed }));
            continue;
        };
        let Some((found, others)) = in_aspect(index, &mut persons, aspect, need, documented) else { break };
        places.extend(found);
        not_found.extend(others);
    }
    Gaps::of(&persons.sets, places, not_found)
}

/// A task that covers, and for whom.
struct Covering<'a> {
    task: &'a Responsibility,
    who: PersonSet,
}

/// Of one aspect; `None` when it takes too much.
fn in_aspect(
    index: &Index,
    persons: &mut Regional,
    aspect: AspectIx,
    need: &Need,
    documented: &[Ix<Gap>],
) -> Option<(Vec<Place<GapFound>>, Vec<NotAGap>)> {
    let guide = index.guide();
    let mut of_role = |role: Role| -> Vec<Covering<'_>> {
        let tasks = answers_in(index, aspect).into_iter().map(|(task, _)| &guide.responsibilities[task]);
        tasks.filter(|task| task.role == role).map(|task| Covering { task, who: persons.set(task) }).collect()
    };
    let (covering, deciding) = (of_role(Role::VoertUit), of_role(Role::Beslist));
    let gaps: Vec<(Ix<Gap>, PersonSet)> =
        documented.iter().map(|gap| (*gap, persons.sets.of(&guide.gaps[*gap].who))).collect();
    let needed = persons.sets.of(&need.who);
    let times = covering.iter().chain(&deciding).map(|covering| &covering.task.valid);
    let times = times.chain(documented.iter().map(|gap| &guide.gaps[*gap].valid));
    let mut found: Vec<(GapFound, Vec<(Stretch, PersonSet)>)> = Vec::new();
    let sets = &mut persons.sets;
    for stretch in stretches(times) {
        let is_then = |covering: &&Covering<'_>| covering.task.valid.holds_on(stretch.day);
        let then = covering.iter().filter(is_then);
        let surely = then.clone().filter(|covering| covering.task.provided.is_empty());
        let covered = any(sets, then.map(|covering| covering.who));
        let surely = any(sets, surely.map(|covering| covering.who));
        let decided = any(sets, deciding.iter().filter(is_then).map(|deciding| deciding.who));
        let open = sets.without(needed, covered);
        let mut told = PersonSet::NOBODY;
        let mut holds = Vec::new();
        for (gap, who) in gaps.iter().filter(|(gap, _)| guide.gaps[*gap].valid.holds_on(stretch.day)) {
            told = sets.either(told, *who);
            holds.push((GapFound::Documented(*gap), sets.both(open, *who)));
        }
        let untold = sets.without(open, told);
        holds.push((GapFound::Undocumented, sets.without(untold, decided)));
        holds.push((GapFound::OnlyDecided, sets.both(untold, decided)));
        let conditional = sets.both(needed, covered);
        holds.push((GapFound::OnlyProvided, sets.without(conditional, surely)));
        for (what, who) in holds {
            let who = plain(sets, who)?;
            if who == PersonSet::NOBODY {
                continue;
            }
            let at = found.iter().position(|(other, _)| *other == what).unwrap_or_else(|| {
                found.push((what, Vec::new()));
                found.len() - 1
            });
            add_joined(&mut found[at].1, stretch, who);
        }
    }
    let mut not_found = Vec::new();
    for (gap, who) in &gaps {
        if !found.iter().any(|(what, _)| *what == GapFound::Documented(*gap)) {
            let concerned = sets.both(needed, *who);
            let why = if sets.is_nobody(concerned)? { WhyNotAGap::NotNeeded } else { WhyNotAGap::Covered };
            not_found.push(NotAGap { gap: *gap, why });
        }
    }
    let mut places = Vec::new();
    for (what, held) in found {
        for (stretch, who) in held {
            places.push(Place { aspect, during: stretch.during(), what, who: sets.cover(who, MOST_BOXES) });
        }
    }
    (!sets.is_exhausted()).then_some((places, not_found))
}
