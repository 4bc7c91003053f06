//! Who does what, for whom, on which ground and within which time.

use serde::{Deserialize, Serialize};
use strum::{EnumIter, IntoStaticStr};

use super::{
    AspectId, Citation, Condition, Contact, Date, Party, PartyId, Receives, ResponsibilityId, Timing, Validity,
    date::read_day_if_any,
};

/// A party's task in one aspect, for a described group of persons.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Responsibility {
    /// Unique among the responsibilities of the guide; never changes its meaning.
    pub id: ResponsibilityId,
    /// The party whose task it is.
    pub party: PartyId,
    /// In which aspect, and so in which phase.
    pub aspect: AspectId,
    /// The part it plays.
    pub role: Role,
    /// Whether it is the party to turn to; others support.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub primary: bool,
    /// When it matters, where that differs from its aspect.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub timing: Option<Timing>,
    /// For whom it holds; for everybody when left out.
    #[serde(default, skip_serializing_if = "Condition::is_always")]
    pub who: Condition,
    /// What it does, in one plain sentence.
    pub task: String,
    /// Conditions that no facet asks, each as "mits …".
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub provided: Vec<String>,
    /// Laws and regulations.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub legal_basis: Vec<String>,
    /// Time limits.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub terms: Vec<Term>,
    /// What one brings, where it differs from the party's own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub receives: Option<Receives>,
    /// The number to call for this, where it is not the one for everybody: one of the party's own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    /// The veiligheidsregio's where it holds; empty means the whole country.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub area: Vec<String>,
    /// When it is in force; a side without a date is open.
    #[serde(default, skip_serializing_if = "Validity::is_open")]
    pub valid: Validity,
    /// What a reader should know, for instance that the placing is derived.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<String>,
    /// The sources that say so.
    pub cites: Vec<Citation>,
    /// When a person last checked it with the party; never filled in by the program.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "read_day_if_any")]
    pub verified: Option<Date>,
    /// When the record last changed.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "read_day_if_any")]
    pub changed: Option<Date>,
    /// When the record was brought in from elsewhere.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "read_day_if_any")]
    pub imported: Option<Date>,
}

impl Responsibility {
    /// The number to call for it: its own, or else the one of its party for everybody.
    pub fn phone_on<'a>(&self, party: &'a Party, date: Date) -> Option<&'a Contact> {
        let own = self.phone.as_deref();
        let own = own.and_then(|own| party.numbers_on(date).find(|contact| contact.value == own));
        own.or_else(|| party.phone_on(date))
    }
}

/// The part a party plays; who decides is not who executes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, EnumIter, IntoStaticStr)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "kebab-case")]
pub enum Role {
    /// Decides.
    Beslist,
    /// Executes (also: registers).
    VoertUit,
    /// Mediates (also: coordinates).
    Bemiddelt,
    /// Advises (also: supports).
    Adviseert,
    /// Is informed.
    WordtGeinformeerd,
}

impl Role {
    /// As the contract and the file write it.
    pub fn id(self) -> &'static str {
        self.into()
    }
}

/// A time limit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Term {
    /// In words.
    pub text: String,
    /// How many units.
    pub count: u16,
    /// Of what.
    pub unit: TermUnit,
    /// Which way it binds.
    pub bound: Bound,
    /// What starts it, in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub starts: Option<String>,
    /// The source that puts it under the Algemene termijnenwet; none means that it is not known to be.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub atw: Option<Citation>,
}

/// A unit of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, EnumIter)]
#[serde(rename_all = "snake_case")]
pub enum TermUnit {
    /// Hour.
    Uur,
    /// Day.
    Dag,
    /// Week.
    Week,
    /// Month.
    Maand,
    /// Year.
    Jaar,
}

/// Which way a time limit binds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, EnumIter, IntoStaticStr)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "kebab-case")]
pub enum Bound {
    /// At most.
    TenHoogste,
    /// At least.
    TenMinste,
    /// In principle.
    InBeginsel,
    /// Within.
    Binnen,
}

impl Bound {
    /// As the contract writes it.
    pub fn id(self) -> &'static str {
        self.into()
    }
}
