//! When something matters to whoever has a person in front of them.

use serde::{Deserialize, Serialize};
use strum::{EnumIter, IntoStaticStr};

use super::Basis;

/// How soon something matters; the earlier comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, EnumIter, IntoStaticStr)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "kebab-case")]
pub enum When {
    /// Now, while the person is here.
    Direct,
    /// Within the first days.
    EersteDagen,
    /// After that.
    Later,
    /// Work of the organisation that is no step for this person: policy, covenants, searches.
    Achtergrond,
}

impl When {
    /// As the contract and the file write it, dashes for underscores.
    pub fn id(self) -> &'static str {
        self.into()
    }
}

/// When an aspect or one record of it matters, and why the guide says so.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Timing {
    /// How soon.
    pub when: When,
    /// The sources that say so, or that it is an assumption.
    pub basis: Basis,
}

/// What kind of step it is; of what comes at the same time, in this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, EnumIter, IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
pub enum StepKind {
    /// The safety of the person.
    Veiligheid,
    /// A task of the asker.
    Zelf,
    /// Somebody to call, to tell or to point to.
    Contact,
    /// The person, or the case, goes to another.
    Overdracht,
    /// Another decides.
    Beslissing,
}

impl StepKind {
    /// As the contract writes it.
    pub fn id(self) -> &'static str {
        self.into()
    }
}
