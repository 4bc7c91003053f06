//! Hand-overs between parties, with the ground on which data may be shared.

use serde::{Deserialize, Serialize};

use super::{AspectId, Citation, Condition, PartyId, RecordId, Term, Validity};

/// A step from one party to another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Referral {
    /// Its id.
    pub id: RecordId,
    /// From whom.
    pub from: PartyId,
    /// Within which aspect it leaves, where the source says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from_aspect: Option<AspectId>,
    /// To whom.
    pub to: PartyId,
    /// Within which aspect it arrives, where the source says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to_aspect: Option<AspectId>,
    /// What the step is.
    pub act: Act,
    /// For whom.
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
    /// The veiligheidsregio's where it holds; nothing means the whole country.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub area: Vec<String>,
    /// When.
    #[serde(default, skip_serializing_if = "Validity::is_open")]
    pub valid: Validity,
    /// Says who.
    pub cites: Vec<Citation>,
}

/// What a step is; to report (melden) is not to register for a place (aanmelden).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
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
    /// All acts, from lightest to heaviest.
    pub const ALL: [Self; 6] =
        [Self::Signaleert, Self::Raadpleegt, Self::Meldt, Self::MeldtAan, Self::Verwijst, Self::DraagtOver];

    /// As the contract and the file write it.
    pub fn id(self) -> &'static str {
        match self {
            Self::Signaleert => "signaleert",
            Self::Raadpleegt => "raadpleegt",
            Self::Meldt => "meldt",
            Self::MeldtAan => "meldt-aan",
            Self::Verwijst => "verwijst",
            Self::DraagtOver => "draagt-over",
        }
    }
}

/// Whether and why data may be shared at a step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sharing {
    /// The ground.
    pub ground: SharingGround,
    /// What that means here, in words.
    pub text: String,
}

/// A ground for sharing data.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
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
    /// All grounds.
    pub const ALL: [Self; 5] =
        [Self::WettelijkePlicht, Self::WettelijkeBevoegdheid, Self::Toestemming, Self::Anoniem, Self::Onbekend];

    /// As the contract and the file write it.
    pub fn id(self) -> &'static str {
        match self {
            Self::WettelijkePlicht => "wettelijke-plicht",
            Self::WettelijkeBevoegdheid => "wettelijke-bevoegdheid",
            Self::Toestemming => "toestemming",
            Self::Anoniem => "anoniem",
            Self::Onbekend => "onbekend",
        }
    }
}
