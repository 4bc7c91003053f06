//! What changes between two situations.

use super::{Outcome, Verdict};
use crate::model::{Ix, Responsibility};

/// The difference between two answers out of one guide.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Comparison {
    /// Only in the second.
    pub appears: Vec<Ix<Responsibility>>,
    /// Only in the first.
    pub disappears: Vec<Ix<Responsibility>>,
    /// In both, but not alike.
    pub changes: Vec<Change>,
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
        comparison
    }

    /// Whether nothing differs.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}
