//! How something stands for the persons that are still possible.

use strum::IntoStaticStr;

/// Whether something holds for the persons that are still possible.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
pub enum Verdict {
    /// For all of them.
    Applies,
    /// For some of them.
    Depends,
    /// For none of them.
    Excluded,
}

impl Verdict {
    /// As the contract writes it.
    pub fn id(self) -> &'static str {
        self.into()
    }
}
