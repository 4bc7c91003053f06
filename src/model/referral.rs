//! Hand-overs between parties, with the ground on which data may be shared.

use serde::{Deserialize, Serialize};
use strum::{EnumIter, IntoStaticStr};

use super::{AspectId, Citation, Condition, PartyId, RecordId, Term, Timing, Validity};

/// A step from one party to another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Referral {
    /// Unique among the referrals of the guide; never changes its meaning.
    pub id: RecordId,
    /// The party that hands over.
    pub from: PartyId,
    /// Within which aspect it leaves, where the source says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from_aspect: Option<AspectId>,
    /// The party that receives.
    pub to: PartyId,
    /// Within which aspect it arrives, where the source says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to_aspect: Option<AspectId>,
    /// What the step is.
    pub act: Act,
    /// When it matters, where that differs from the aspect in which it arrives.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub timing: Option<Timing>,
    /// For whom it holds; for everybody when left out.
    #[serde(default, skip_serializing_if = "Condition::is_always")]
    pub who: Condition,
    /// The step in one plain sentence.
    pub text: String,
    /// Conditions that no facet asks.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub provided: Vec<String>,
    /// The ground on which data may be shared.
    pub sharing: Sharing,
    /// Time limits.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub terms: Vec<Term>,
    /// The veiligheidsregio's where it holds; empty means the whole country.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub area: Vec<String>,
    /// When it is in force; a side without a date is open.
    #[serde(default, skip_serializing_if = "Validity::is_open")]
    pub valid: Validity,
    /// The sources that say so.
    pub cites: Vec<Citation>,
}

/// What a step is; to report (melden) is not to register for a place (aanmelden).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, EnumIter, IntoStaticStr)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "kebab-case")]
pub enum Act {
    /// Passes on a signal.
    Signaleert,
    /// Consults.
    Raadpleegt,
    /// Reports.
    Meldt,
    /// Registers the person for a place or a service.
    MeldtAan,
    /// Refers.
    Verwijst,
    /// Hands over.
    DraagtOver,
}

impl Act {
    /// As the contract and the file write it.
    pub fn id(self) -> &'static str {
        self.into()
    }
}

/// Whether and why data may be shared at a step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sharing {
    /// The ground on which that rests.
    pub ground: SharingGround,
    /// What that means here, in words.
    pub text: String,
}

/// A ground for sharing data.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, EnumIter, IntoStaticStr)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "kebab-case")]
pub enum SharingGround {
    /// The law obliges.
    WettelijkePlicht,
    /// The law allows.
    WettelijkeBevoegdheid,
    /// The person consents.
    Toestemming,
    /// Without data that lead to the person.
    Anoniem,
    /// No source says.
    Onbekend,
}

impl SharingGround {
    /// As the contract and the file write it.
    pub fn id(self) -> &'static str {
        self.into()
    }
}
