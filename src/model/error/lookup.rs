//! Why what was asked cannot be answered.

use strum::EnumCount;

use crate::model::{FacetId, RecordKey};

/// Why a guide cannot be asked.
#[derive(Debug, Clone, PartialEq, Eq, EnumCount)]
pub enum IndexError {
    /// More values than [`crate::model::Facet::MAX_VALUES`].
    TooManyValues {
        /// The facet.
        facet: FacetId,
        /// How many it has.
        count: usize,
    },
    /// Without values no person fits.
    NoValues(FacetId),
    /// More questions than fit, counted up to and with this facet: each value of a facet of kind `many` is one.
    TooManyQuestions {
        /// The facet.
        facet: FacetId,
        /// How many fit.
        most: usize,
    },
    /// A condition, or a rule, of which working out who meets it takes too much.
    TooComplex(RecordKey),
}

impl IndexError {
    /// The record that is to be changed.
    pub fn record(&self) -> RecordKey {
        match self {
            Self::TooManyValues { facet, .. } | Self::NoValues(facet) | Self::TooManyQuestions { facet, .. } => {
                RecordKey::from(facet)
            }
            Self::TooComplex(record) => record.clone(),
        }
    }
}

/// Why a text is no profile.
#[derive(Debug, Clone, PartialEq, Eq, EnumCount)]
pub enum ProfileError {
    /// Not of the form `FACET=VALUE[,VALUE]`.
    Malformed(String),
    /// No such facet.
    UnknownFacet {
        /// As typed.
        given: String,
        /// What was probably meant.
        nearest: Option<String>,
    },
    /// No such value.
    UnknownValue {
        /// The facet.
        facet: FacetId,
        /// As typed.
        given: String,
        /// What was probably meant.
        nearest: Option<String>,
    },
    /// One facet, given twice.
    Twice(FacetId),
    /// A value is said to be true and not true.
    Contradiction {
        /// The facet.
        facet: FacetId,
        /// The value.
        value: String,
    },
}

/// Why a text is no gemeente.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownGemeente {
    /// As typed.
    pub given: String,
    /// What was probably meant; several when they are called alike.
    pub nearest: Vec<String>,
}

/// Why there is no answer.
#[derive(Debug, Clone, PartialEq, Eq, EnumCount)]
pub enum LookupError {
    /// Nobody fits the profile.
    Contradictory {
        /// The facets that clash, in the guide's order.
        facets: Vec<FacetId>,
        /// What the guide says of it: the impossible combinations and the implications that are broken.
        rules: Vec<RecordKey>,
    },
}

/// Why a training case cannot be run.
#[derive(Debug, Clone, PartialEq, Eq, EnumCount)]
pub enum ScenarioError {
    /// What is known does not fit the guide.
    Profile(ProfileError),
    /// There is no such gemeente.
    Gemeente(UnknownGemeente),
    /// It contradicts itself.
    Lookup(LookupError),
}

impl From<ProfileError> for ScenarioError {
    fn from(error: ProfileError) -> Self {
        Self::Profile(error)
    }
}
impl From<UnknownGemeente> for ScenarioError {
    fn from(error: UnknownGemeente) -> Self {
        Self::Gemeente(error)
    }
}
impl From<LookupError> for ScenarioError {
    fn from(error: LookupError) -> Self {
        Self::Lookup(error)
    }
}
