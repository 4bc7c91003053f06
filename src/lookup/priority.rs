//! Which answers a reader is told first: what is sure, for this person, to be done now, and done by whom one turns to.

use std::cmp::Reverse;

use super::{Conditioned, Index, Outcome, Profile, fixed::Fixed};
use crate::model::{Column, Facet, Ix, Responsibility, Role, Verdict, When};

/// The most answers that are told at once, over all phases: as many as fit on one screen under the plan.
pub const MOST_TOLD: usize = 12;
/// What holds for fewer of the persons that are still possible is told only when it is asked for.
const LIKELY: f64 = 0.5;

/// How an answer stands among others; what comes first is less.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Priority {
    /// Background, unlikely, or of somebody whom one does not turn to: told when asked for.
    pub is_folded: bool,
    verdict: Verdict,
    /// How many facets of which something was said make it hold: for this person before in general.
    told: Reverse<usize>,
    when: When,
    is_no_primary: bool,
    /// How many facets it names: specific before generic.
    narrowness: Reverse<usize>,
}

/// Puts the answers to one question in order.
#[derive(Debug)]
pub struct Priorities<'a> {
    index: &'a Index,
    outcome: &'a Outcome,
    /// Per facet whether something was said of it.
    is_known: Column<Facet, bool>,
}

impl<'a> Priorities<'a> {
    /// Of the answers to what is known.
    pub fn new(index: &'a Index, outcome: &'a Outcome, profile: &Profile) -> Self {
        let is_known = index.guide.facets.column(|facet| profile.known(&facet.id).is_some());
        Self { index, outcome, is_known }
    }

    /// How an answer stands among others. `is_own`: it is a task of whoever asks.
    pub fn of(&self, answer: Ix<Responsibility>, verdict: Verdict, is_own: bool) -> Priority {
        let Fixed { when, role, is_primary, narrowness, .. } = self.index.fixed[answer];
        let told = self.index.fixed.facets_of(answer).iter().filter(|facet| self.is_known[**facet]).count();
        let is_turned_to = is_primary || is_own || told > 0;
        let is_unlikely = || {
            let standing = Conditioned::Responsibility(answer);
            verdict == Verdict::Depends && self.outcome.usual_likelihood(self.index, standing) < LIKELY
        };
        let is_folded = when == When::Achtergrond || !is_turned_to || role == Role::WordtGeinformeerd || is_unlikely();
        Priority {
            is_folded,
            verdict,
            told: Reverse(told),
            when,
            is_no_primary: !is_primary,
            narrowness: Reverse(narrowness),
        }
    }
}

/// Which of the answers are told at once, by their priorities per aspect, best first: the best of every aspect as long
/// as there is room, then the best of all that are left. Gives per aspect how many.
pub fn told_at_once(aspects: &[Vec<Priority>], room: usize) -> Vec<usize> {
    let mut told = vec![0; aspects.len()];
    let mut room = room;
    for round in [true, false] {
        let mut next: Vec<(Priority, usize, usize)> = Vec::new();
        for (aspect, answers) in aspects.iter().enumerate() {
            let worth = answers.iter().take_while(|answer| !answer.is_folded).enumerate();
            next.extend(
                worth.filter(|(place, _)| (*place == 0) == round).map(|(place, answer)| (*answer, aspect, place)),
            );
        }
        next.sort();
        for (_, aspect, _) in next.into_iter().take(room) {
            told[aspect] += 1;
            room -= 1;
        }
    }
    told
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answer(is_folded: bool, verdict: Verdict, when: When) -> Priority {
        Priority { is_folded, verdict, told: Reverse(0), when, is_no_primary: false, narrowness: Reverse(0) }
    }

    #[test]
    fn every_aspect_is_told_before_any_is_told_twice() {
        let now = answer(false, Verdict::Applies, When::Direct);
        let later = answer(false, Verdict::Depends, When::Later);
        let folded = answer(true, Verdict::Applies, When::Direct);
        assert_eq!(told_at_once(&[vec![now; 20], vec![later; 3], vec![folded; 3]], MOST_TOLD), [11, 1, 0]);
    }

    #[test]
    fn no_more_is_told_than_there_is_room_for_and_what_is_sure_goes_first() {
        let sure = answer(false, Verdict::Applies, When::Later);
        let open = answer(false, Verdict::Depends, When::Direct);
        let aspects: Vec<Vec<Priority>> = (0..20).map(|n| vec![if n % 2 == 0 { open } else { sure }]).collect();
        let told = told_at_once(&aspects, MOST_TOLD);
        assert_eq!(told.iter().sum::<usize>(), MOST_TOLD);
        assert!((0..20).filter(|n| n % 2 == 1).all(|n| told[n] == 1), "{told:?}");
    }
}
