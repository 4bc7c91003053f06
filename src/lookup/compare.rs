//! What changes between two situations.

use super::{Outcome, Verdict};
use crate::model::{Gap, Ix, Responsibility};

/// The difference between two answers out of one guide.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Comparison {
    /// Only in the second.
    pub appears: Vec<Ix<Responsibility>>,
    /// Only in the first.
    pub disappears: Vec<Ix<Responsibility>>,
    /// In both, but not alike.
    pub changes: Vec<Change>,
    /// The gaps that are only in the second.
    pub gaps_appear: Vec<Ix<Gap>>,
    /// The gaps that are only in the first.
    pub gaps_disappear: Vec<Ix<Gap>>,
    /// The gaps that are in both, and certain in only one.
    pub gaps_change: Vec<Ix<Gap>>,
}

/// An answer that is in both, but not alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Change {
    /// The responsibility.
    pub responsibility: Ix<Responsibility>,
    /// How it stood in the first.
    pub before: Verdict,
    /// How it stands in the second.
    pub after: Verdict,
}

impl Comparison {
    /// Compares two answers out of one guide.
    pub fn between(before: &Outcome, after: &Outcome) -> Self {
        let mut comparison = Self::default();
        for (responsibility, _) in before.responsibilities.enumerate() {
            match (before.standing(responsibility), after.standing(responsibility)) {
                (None, Some(_)) => comparison.appears.push(responsibility),
                (Some(_), None) => comparison.disappears.push(responsibility),
                (Some(before), Some(after)) if before != after => {
                    comparison.changes.push(Change { responsibility, before, after });
                }
                _ => {}
            }
        }
        for (gap, _) in before.gaps.enumerate() {
            match (before.gap_standing(gap), after.gap_standing(gap)) {
                (None, Some(_)) => comparison.gaps_appear.push(gap),
                (Some(_), None) => comparison.gaps_disappear.push(gap),
                (before, after) if before != after => comparison.gaps_change.push(gap),
                _ => {}
            }
        }
        comparison
    }

    /// Whether nothing differs.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}
