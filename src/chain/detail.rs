//! What of the whole picture is shown: the main line with the rest folded away, all that can hold for the persons of
//! an answer, or everything.

use std::collections::BTreeSet;

use crate::{
    lookup::Verdict,
    model::{AspectId, Ix, Referral},
};

/// How much of the chain is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// The main line; the rest is folded per aspect.
    #[default]
    Spine,
    /// Everything that is not excluded.
    Person,
    /// What is excluded as well.
    Whole,
}

/// What of the whole picture is shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Detail {
    /// How much.
    pub level: Level,
    /// Nothing that does not hold for all persons.
    pub only_certain: bool,
    /// Aspects that are open while the rest is folded.
    pub open: BTreeSet<AspectId>,
    /// Names of places that have a box of their own in any case.
    pub always: BTreeSet<String>,
    /// Hand-overs that are drawn in any case.
    pub drawn: BTreeSet<Ix<Referral>>,
}

impl Detail {
    /// Whether what stands so is shown.
    pub(super) fn holds(&self, verdict: Verdict) -> bool {
        match (self.only_certain, self.level) {
            (true, _) => verdict == Verdict::Applies,
            (false, Level::Whole) => true,
            (false, Level::Spine | Level::Person) => verdict != Verdict::Excluded,
        }
    }
}
