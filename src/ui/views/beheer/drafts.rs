//! What is asked field by field, as far as it is filled in.

use crate::app::Choosable;

/// Something chosen.
pub(super) type Chosen = Option<Choosable>;

/// Which source says something, and where.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Cited {
    pub(super) source: Chosen,
    pub(super) at: String,
}

/// What is asked of a task that goes to another party.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct TakeOver {
    pub(super) to: Chosen,
    pub(super) from: String,
    pub(super) cited: Cited,
}

/// What is asked of a party that is called otherwise.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct NewName {
    pub(super) name: String,
    pub(super) short: String,
    pub(super) from: String,
    pub(super) cited: Cited,
}

impl TakeOver {
    /// Nothing asked yet but the source that was named last: one letter often says several things.
    pub(super) fn by(cited: &Cited) -> Self {
        Self { cited: cited.clone(), ..Self::default() }
    }
}

impl NewName {
    /// Nothing asked yet but the source that was named last.
    pub(super) fn by(cited: &Cited) -> Self {
        Self { cited: cited.clone(), ..Self::default() }
    }
}
