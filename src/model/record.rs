//! The name of any record of a guide: its kind and its typed id.

use std::{fmt, str::FromStr};

use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{Error as _, Unexpected},
};
use strum::{EnumDiscriminants, EnumIter, EnumString, IntoStaticStr};

use super::{AspectId, FacetId, PartyId, PhaseId, RecordId, ResponsibilityId, SourceId};

/// One record of a guide, whatever its kind. Written as `responsibility/cosm-opvang`.
///
/// Kinds stand in the order of the document. This is how whatever outlives a frame or a run names a record: it stays
/// right when records are added, removed or sorted, where a position would silently point at another.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, EnumDiscriminants)]
#[strum_discriminants(
    name(RecordKind),
    doc = "A kind of record, in the order of the document. Written as in `responsibility/cosm-opvang`.",
    derive(PartialOrd, Ord, Hash, EnumIter, EnumString, IntoStaticStr),
    strum(serialize_all = "kebab-case")
)]
pub enum RecordKey {
    /// The document itself: its title, its owner, its limits.
    Guide,
    /// Something said before any answer.
    FirstAdvice(RecordId),
    /// A document that facts rest on.
    Source(SourceId),
    /// A block of facets on screen.
    FacetSection(RecordId),
    /// A question about the person or the situation.
    Facet(FacetId),
    /// A combination that nobody meets.
    Impossible(RecordId),
    /// What follows from what.
    Implication(RecordId),
    /// A combination that is probably a mistake.
    Suspicious(RecordId),
    /// A phase of the chain.
    Phase(PhaseId),
    /// Something within a phase that somebody is responsible for.
    Aspect(AspectId),
    /// An organisation or a class of them.
    Party(PartyId),
    /// A party's task.
    Responsibility(ResponsibilityId),
    /// A hand-over.
    Referral(RecordId),
    /// A documented gap.
    Gap(RecordId),
    /// Sources that contradict each other.
    Conflict(RecordId),
    /// What parties agreed on.
    Agreement(RecordId),
    /// A training case.
    Scenario(RecordId),
    /// A word of the field.
    Term(RecordId),
    /// A rule that need not hold for a record.
    Exception(RecordId),
    /// Two versions of which nobody has chosen yet.
    Unresolved(RecordId),
}

impl RecordKey {
    /// The kind of record.
    pub fn kind(&self) -> RecordKind {
        self.into()
    }

    /// The id without its kind; none for the document itself.
    pub fn id(&self) -> Option<&str> {
        match self {
            Self::Guide => None,
            Self::Source(id) => Some(id.as_str()),
            Self::Facet(id) => Some(id.as_str()),
            Self::Phase(id) => Some(id.as_str()),
            Self::Aspect(id) => Some(id.as_str()),
            Self::Party(id) => Some(id.as_str()),
            Self::Responsibility(id) => Some(id.as_str()),
            Self::FirstAdvice(id)
            | Self::FacetSection(id)
            | Self::Impossible(id)
            | Self::Implication(id)
            | Self::Suspicious(id)
            | Self::Referral(id)
            | Self::Gap(id)
            | Self::Conflict(id)
            | Self::Agreement(id)
            | Self::Scenario(id)
            | Self::Term(id)
            | Self::Exception(id)
            | Self::Unresolved(id) => Some(id.as_str()),
        }
    }
}

impl fmt::Display for RecordKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.kind().id())?;
        self.id().map_or(Ok(()), |id| write!(f, "/{id}"))
    }
}

/// A text that names no record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoRecordKey;

impl NoRecordKey {
    /// What was expected, as serde's errors carry it.
    pub const EXPECTED: &str = "kind/id";
}

impl Serialize for RecordKey {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}
impl<'de> Deserialize<'de> for RecordKey {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        // As in ids.
        text.parse().map_err(|NoRecordKey| D::Error::invalid_value(Unexpected::Other(&text), &NoRecordKey::EXPECTED))
    }
}

impl FromStr for RecordKey {
    type Err = NoRecordKey;

    fn from_str(text: &str) -> Result<Self, NoRecordKey> {
        let (kind, id) = text.split_once('/').unwrap_or((text, ""));
        let kind: RecordKind = kind.parse().map_err(|_| NoRecordKey)?;
        kind.key(id).filter(|key| key.to_string() == text).ok_or(NoRecordKey)
    }
}

impl RecordKind {
    /// As it stands before the id of a record: `responsibility`.
    pub fn id(self) -> &'static str {
        self.into()
    }

    /// The list of the document in which its records stand: `responsibilities`.
    ///
    /// Aspects stand within phases; the document itself stands in no list.
    pub fn list(self) -> &'static str {
        match self {
            Self::Guide => "guide",
            Self::FirstAdvice => "first",
            Self::Source => "sources",
            Self::FacetSection => "facet_sections",
            Self::Facet => "facets",
            Self::Impossible => "impossible",
            Self::Implication => "implications",
            Self::Suspicious => "suspicious",
            Self::Phase => "phases",
            Self::Aspect => "aspects",
            Self::Party => "parties",
            Self::Responsibility => "responsibilities",
            Self::Referral => "referrals",
            Self::Gap => "gaps",
            Self::Conflict => "conflicts",
            Self::Agreement => "agreements",
            Self::Scenario => "scenarios",
            Self::Term => "glossary",
            Self::Exception => "exceptions",
            Self::Unresolved => "unresolved",
        }
    }

    /// The key of a record of this kind; `None` when `id` is no id.
    pub fn key(self, id: &str) -> Option<RecordKey> {
        let record = |key: fn(RecordId) -> RecordKey| RecordId::new(id).ok().map(key);
        match self {
            Self::Guide => Some(RecordKey::Guide),
            Self::FirstAdvice => record(RecordKey::FirstAdvice),
            Self::Source => SourceId::new(id).ok().map(RecordKey::Source),
            Self::FacetSection => record(RecordKey::FacetSection),
            Self::Facet => FacetId::new(id).ok().map(RecordKey::Facet),
            Self::Impossible => record(RecordKey::Impossible),
            Self::Implication => record(RecordKey::Implication),
            Self::Suspicious => record(RecordKey::Suspicious),
            Self::Phase => PhaseId::new(id).ok().map(RecordKey::Phase),
            Self::Aspect => AspectId::new(id).ok().map(RecordKey::Aspect),
            Self::Party => PartyId::new(id).ok().map(RecordKey::Party),
            Self::Responsibility => ResponsibilityId::new(id).ok().map(RecordKey::Responsibility),
            Self::Referral => record(RecordKey::Referral),
            Self::Gap => record(RecordKey::Gap),
            Self::Conflict => record(RecordKey::Conflict),
            Self::Agreement => record(RecordKey::Agreement),
            Self::Scenario => record(RecordKey::Scenario),
            Self::Term => record(RecordKey::Term),
            Self::Exception => record(RecordKey::Exception),
            Self::Unresolved => record(RecordKey::Unresolved),
        }
    }
}

macro_rules! keys_from_ids {
    ($($id:ty => $kind:ident;)*) => {$(
        impl From<&$id> for RecordKey {
            fn from(id: &$id) -> Self {
                Self::$kind(id.clone())
            }
        }
    )*};
}

keys_from_ids! {
    SourceId => Source;
    FacetId => Facet;
    PhaseId => Phase;
    AspectId => Aspect;
    PartyId => Party;
    ResponsibilityId => Responsibility;
}

#[cfg(test)]
mod tests {
    use strum::IntoEnumIterator as _;

    use super::*;

    #[test]
    fn every_kind_reads_the_key_that_it_writes() {
        for kind in RecordKind::iter() {
            let key = kind.key("a-1").unwrap();
            assert_eq!(key.kind(), kind);
            assert_eq!(key.to_string().parse(), Ok(key));
        }
    }

    #[test]
    fn a_key_is_written_as_kind_and_id() {
        let key = RecordKind::Responsibility.key("cosm-opvang").unwrap();
        assert_eq!(key.to_string(), "responsibility/cosm-opvang");
        assert_eq!(RecordKey::Guide.to_string(), "guide");
        assert_eq!(RecordKind::FacetSection.id(), "facet-section");
    }

    #[test]
    fn what_is_no_key_is_refused() {
        for text in ["", "party", "party/", "party/A B", "partij/cosm", "guide/", "guide/x", "party/a/b"] {
            assert_eq!(text.parse::<RecordKey>(), Err(NoRecordKey), "{text}");
        }
    }
}
