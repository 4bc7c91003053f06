//! A situation with its answer.

use crate::{
    lookup::{Index, Outcome, Profile},
    present::Asked,
};

/// A situation with its answer.
#[derive(Debug)]
pub(super) struct Answered {
    pub(super) profile: Profile,
    pub(super) outcome: Outcome,
}

impl Answered {
    pub(super) fn asked<'a>(&'a self, index: &'a Index) -> Asked<'a> {
        Asked { index, profile: &self.profile, outcome: &self.outcome }
    }
}
