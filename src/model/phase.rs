//! The four phases, which are no sequence, and the aspects within them.

use serde::{Deserialize, Serialize};

use super::{AspectId, Basis, Condition, Label, PhaseId, Role, Table, Timing};

/// A phase of the chain.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Phase {
    /// Unique among the phases of the guide; never changes its meaning.
    pub id: PhaseId,
    /// `A` to `D`; always shown beside its colour, as colour alone is not enough.
    pub letter: char,
    /// Its full name.
    pub title: Label,
    /// Its name where there is little room.
    pub short: Label,
    /// What there is to be responsible for.
    pub aspects: Table<Aspect>,
}

/// Something within a phase that somebody is responsible for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Aspect {
    /// Its id, unique over all phases.
    pub id: AspectId,
    /// Its name.
    pub label: Label,
    /// For whom it is needed; `None` when nobody said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub needed: Option<Need>,
    /// When it matters; `None` when nobody said, and then it comes later.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub timing: Option<Timing>,
    /// Whether it is about keeping the person safe, which comes before everything else.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub safety: bool,
    /// What this aspect adds to the main line of the chain, in order; nothing when it stands beside that line.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub spine: Vec<SpineMark>,
}

/// A place on the main line of the chain. Who stands there follows from the responsibilities.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SpineMark {
    /// Who stands there has this role in the aspect, as the one primarily responsible.
    pub role: Role,
    /// What it does there, as it follows on a name: "vangt op".
    pub verb: Label,
    /// What everybody in the aspect is called together, where the main line passes all of them: "Wie het ziet".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub together: Option<Label>,
}

/// For whom an aspect is needed, so that a gap can be computed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Need {
    /// For whom it holds; for everybody when left out.
    #[serde(default, skip_serializing_if = "Condition::is_always")]
    pub who: Condition,
    /// The sources that say so, or that it is an assumption.
    pub basis: Basis,
}
