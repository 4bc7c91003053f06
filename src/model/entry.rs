//! What a guide consists of, piece by piece: each can be added, changed, taken out, kept beside another and given back.

use std::{fmt, str::FromStr};

use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{Error as _, Unexpected},
};
use strum::{EnumIter, EnumString, IntoEnumIterator as _, IntoStaticStr};

use super::{
    Agreement, Aspect, Conflict, Exception, Facet, FacetSection, FieldPath, FirstAdvice, Gap, GlossaryTerm,
    Implication, Impossible, Label, Owner, Party, PhaseId, RecordId, RecordKey, RecordKind, Referral, Release, Renamed,
    Responsibility, Scenario, Source, Suspicious,
};

/// One piece of a guide: a record, what the document says of itself, or the order of a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Entry {
    /// What the document says of itself.
    Head(Head),
    /// Something said before any answer.
    FirstAdvice(FirstAdvice),
    /// A document that facts rest on.
    Source(Source),
    /// A block of facets on screen.
    FacetSection(FacetSection),
    /// A question about the person or the situation.
    Facet(Box<Facet>),
    /// A combination that nobody meets.
    Impossible(Impossible),
    /// What follows from what.
    Implication(Implication),
    /// A combination that is probably a mistake.
    Suspicious(Suspicious),
    /// A phase of the chain, without its aspects.
    Phase(PhaseHead),
    /// Something within a phase that somebody is responsible for.
    Aspect(Box<PlacedAspect>),
    /// An organisation or a class of them.
    Party(Box<Party>),
    /// A party's task.
    Responsibility(Box<Responsibility>),
    /// A hand-over.
    Referral(Box<Referral>),
    /// A documented gap.
    Gap(Box<Gap>),
    /// Sources that contradict each other.
    Conflict(Conflict),
    /// What parties agreed on.
    Agreement(Agreement),
    /// A training case.
    Scenario(Box<Scenario>),
    /// A word of the field.
    Term(GlossaryTerm),
    /// A rule that need not hold for a record.
    Exception(Exception),
    /// Two versions of a piece of which nobody has chosen yet.
    Unresolved(Box<Unresolved>),
    /// In which order the records of a list stand.
    Order(Order),
}

/// What a document says of itself, apart from its records.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Head {
    /// Name of the guide.
    pub title: String,
    /// Name of this edition.
    pub edition: String,
    /// Whether it is for training.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub training: bool,
    /// That this edition was given out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub release: Option<Release>,
    /// Who keeps it.
    pub owner: Owner,
    /// What it does not cover.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub limits: Vec<Label>,
    /// Records that had another id in an earlier edition.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub renamed: Vec<Renamed>,
}

/// A phase without its aspects, each of which is a piece of its own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PhaseHead {
    /// As of the phase.
    pub id: PhaseId,
    /// As of the phase.
    pub letter: char,
    /// As of the phase.
    pub title: Label,
    /// As of the phase.
    pub short: Label,
}

/// An aspect, and the phase in which it stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlacedAspect {
    /// The phase.
    pub phase: PhaseId,
    /// The aspect.
    pub aspect: Aspect,
}

/// In which order the records of a list stand, where that says something.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Order {
    /// Which list.
    pub of: Ordered,
    /// The ids of its records, first to last; of aspects over all phases.
    pub ids: Vec<String>,
}

/// A list of the guide whose order says something; the other lists are ordered by id.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    EnumIter,
    EnumString,
    IntoStaticStr,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "kebab-case")]
pub enum Ordered {
    /// What is said first.
    FirstAdvice,
    /// Blocks of facets.
    FacetSection,
    /// Questions.
    Facet,
    /// Combinations that nobody meets.
    Impossible,
    /// What follows from what.
    Implication,
    /// Combinations that are probably a mistake.
    Suspicious,
    /// Phases.
    Phase,
    /// Aspects, over all phases.
    Aspect,
}

impl Ordered {
    /// The list of the records of a kind; `None` where its order says nothing.
    pub fn of(kind: RecordKind) -> Option<Self> {
        Self::iter().find(|of| of.kind() == kind)
    }

    /// The kind of the records in the list.
    pub fn kind(self) -> RecordKind {
        match self {
            Self::FirstAdvice => RecordKind::FirstAdvice,
            Self::FacetSection => RecordKind::FacetSection,
            Self::Facet => RecordKind::Facet,
            Self::Impossible => RecordKind::Impossible,
            Self::Implication => RecordKind::Implication,
            Self::Suspicious => RecordKind::Suspicious,
            Self::Phase => RecordKind::Phase,
            Self::Aspect => RecordKind::Aspect,
        }
    }
}

/// Two versions of one piece, of which nobody has chosen yet: one stands in the guide, the other here.
///
/// A guide that holds any is not used until they are resolved, but it opens, and nothing of either version is lost.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Unresolved {
    /// Unique among what is not resolved.
    pub id: RecordId,
    /// Of what there are two versions.
    pub about: EntryKey,
    /// Where they differ, as paths into what stands in the guide; none when one of the two took it out.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fields: Vec<FieldPath>,
    /// What it was before both; `None` when it was not there, or nobody knows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub base: Option<Box<Entry>>,
    /// The version that does not stand in the guide; `None` when it took the piece out. The same as what stands in the
    /// guide when it is the other that took it out: what is taken out on one side only never goes by itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub theirs: Option<Box<Entry>>,
    /// Where the version in the guide came from, as far as it was said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ours_by: Option<String>,
    /// Where the other version came from, as far as it was said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub theirs_by: Option<String>,
}

/// What serde's errors say of a change that is none, so that a reader of files can say it in words.
pub const NO_CHANGE: &str = "two-versions-of-one-piece";

/// The name of a piece. Written as `party/comensha` or `order/facet`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EntryKey {
    /// A record, or what the document says of itself.
    Record(RecordKey),
    /// The order of a list.
    Order(Ordered),
}

/// How the key of an order begins.
const ORDER: &str = "order";

impl Entry {
    /// Its name.
    pub fn key(&self) -> EntryKey {
        let record = match self {
            Self::Head(_) => RecordKey::Guide,
            Self::FirstAdvice(record) => RecordKey::FirstAdvice(record.id.clone()),
            Self::Source(record) => RecordKey::Source(record.id.clone()),
            Self::FacetSection(record) => RecordKey::FacetSection(record.id.clone()),
            Self::Facet(record) => RecordKey::Facet(record.id.clone()),
            Self::Impossible(record) => RecordKey::Impossible(record.id.clone()),
            Self::Implication(record) => RecordKey::Implication(record.id.clone()),
            Self::Suspicious(record) => RecordKey::Suspicious(record.id.clone()),
            Self::Phase(record) => RecordKey::Phase(record.id.clone()),
            Self::Aspect(record) => RecordKey::Aspect(record.aspect.id.clone()),
            Self::Party(record) => RecordKey::Party(record.id.clone()),
            Self::Responsibility(record) => RecordKey::Responsibility(record.id.clone()),
            Self::Referral(record) => RecordKey::Referral(record.id.clone()),
            Self::Gap(record) => RecordKey::Gap(record.id.clone()),
            Self::Conflict(record) => RecordKey::Conflict(record.id.clone()),
            Self::Agreement(record) => RecordKey::Agreement(record.id.clone()),
            Self::Scenario(record) => RecordKey::Scenario(record.id.clone()),
            Self::Term(record) => RecordKey::Term(record.id.clone()),
            Self::Exception(record) => RecordKey::Exception(record.id.clone()),
            Self::Unresolved(record) => RecordKey::Unresolved(record.id.clone()),
            Self::Order(order) => return EntryKey::Order(order.of),
        };
        EntryKey::Record(record)
    }
}

impl EntryKey {
    /// The record; none for an order.
    pub fn record(&self) -> Option<&RecordKey> {
        match self {
            Self::Record(record) => Some(record),
            Self::Order(_) => None,
        }
    }
}

impl From<RecordKey> for EntryKey {
    fn from(record: RecordKey) -> Self {
        Self::Record(record)
    }
}

impl fmt::Display for EntryKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Record(record) => record.fmt(f),
            Self::Order(of) => write!(f, "{ORDER}/{}", <&str>::from(*of)),
        }
    }
}

/// A text that names no piece.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoEntryKey;

impl NoEntryKey {
    /// What was expected, as serde's errors carry it.
    pub const EXPECTED: &str = super::NoRecordKey::EXPECTED;
}

impl FromStr for EntryKey {
    type Err = NoEntryKey;

    fn from_str(text: &str) -> Result<Self, NoEntryKey> {
        match text.split_once('/') {
            Some((ORDER, of)) => of.parse().map(Self::Order).map_err(|_| NoEntryKey),
            _ => text.parse().map(Self::Record).map_err(|_| NoEntryKey),
        }
    }
}

impl Serialize for EntryKey {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}
impl<'de> Deserialize<'de> for EntryKey {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        // As in ids.
        text.parse().map_err(|NoEntryKey| D::Error::invalid_value(Unexpected::Other(&text), &NoEntryKey::EXPECTED))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_reads_what_it_writes() {
        let records = RecordKind::iter().filter_map(|kind| kind.key("a-1")).map(EntryKey::Record);
        for key in records.chain(Ordered::iter().map(EntryKey::Order)) {
            assert_eq!(key.to_string().parse(), Ok(key));
        }
        for text in ["", "order", "order/", "order/party", "order/facet/x", "party/"] {
            assert_eq!(text.parse::<EntryKey>(), Err(NoEntryKey), "{text}");
        }
        for of in Ordered::iter() {
            assert_eq!(<&str>::from(of), of.kind().id());
        }
    }
}
