//! What many choices would do to an answer, all of them at once.

use super::{Index, Outcome, Verdict, mdd::BatchReach, space::Cube};
use crate::model::{Column, Party};

/// How many parties to turn to a choice would add for certain, and how many it would take away.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ChoiceEffect {
    /// Certain then, and possible now.
    pub added: usize,
    /// Possible now, and neither possible nor added then.
    pub taken_away: usize,
}

impl Index {
    /// What becomes of an answer when its persons are those of each of these propagated cubes instead; two passes over
    /// all conditions for every 128 cubes.
    pub fn effects(&self, outcome: &Outcome, choices: &[Cube]) -> Vec<ChoiceEffect> {
        let meeting = BatchReach::meeting(&self.mdds, &self.space, choices);
        let failing = BatchReach::failing(&self.mdds, &self.space, choices);
        let mut effects = Vec::with_capacity(choices.len());
        for (chunk, all) in meeting.chunks().enumerate() {
            // Per party a bit for every choice.
            let mut parties: Column<Party, (u128, u128)> = self.guide.parties.column(|_| (0, 0));
            for (task, _) in self.guide.responsibilities.enumerate().filter(|(task, _)| self.fixed[*task].is_primary) {
                let (Some(party), Some(now)) = (self.party_of[task], outcome.standing(task)) else { continue };
                let root = self.roots.responsibilities[task];
                let meets = meeting.in_chunk(chunk, root);
                let (added, taken_away) = &mut parties[party];
                *taken_away |= all & !meets;
                if now == Verdict::Depends {
                    *added |= meets & !failing.in_chunk(chunk, root);
                }
            }
            let first = effects.len();
            effects.resize((first + BatchReach::CHUNK).min(choices.len()), ChoiceEffect::default());
            for (added, taken_away) in parties.values() {
                for_each_bit(*added, |choice| effects[first + choice].added += 1);
                for_each_bit(taken_away & !added, |choice| effects[first + choice].taken_away += 1);
            }
        }
        effects
    }
}

fn for_each_bit(mut bits: u128, mut visit: impl FnMut(usize)) {
    while bits != 0 {
        visit(bits.trailing_zeros() as usize);
        bits &= bits - 1;
    }
}
