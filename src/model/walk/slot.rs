//! Where something can stand in a record, whether or not it does.

use super::{
    super::{FacetId, Lang, PartyId, RecordId},
    ChoiceKind, Reference, Voice,
};

/// What can stand at a place. What is optional may be left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Slot {
    /// The id of the record, or of a value or group within it.
    Id,
    /// Words.
    Text {
        /// Their language.
        lang: Lang,
        /// Who speaks, and to whom.
        voice: Voice,
        /// Whether it may be left out.
        optional: bool,
    },
    /// For whom; left out it is for everybody, where it is not optional.
    Condition {
        /// Whether it may be left out.
        optional: bool,
    },
    /// Another record, or something else that must exist.
    Reference {
        /// What it refers to.
        to: RefersTo,
        /// Whether it may be left out.
        optional: bool,
    },
    /// What a training case knows of one facet.
    Given(FacetId),
    /// A day.
    Day {
        /// Whether it may be left out.
        optional: bool,
    },
    /// A date as precise as it is known; it may be left out.
    Date,
    /// One of a fixed set.
    Choice {
        /// The set.
        of: ChoiceKind,
        /// Whether it may be left out.
        optional: bool,
    },
    /// A yes or no.
    Flag,
    /// A time of day.
    Time,
    /// A number.
    Number {
        /// Whether it may be left out.
        optional: bool,
    },
    /// A letter.
    Letter,
    /// The name of a record, of before or of now.
    Key,
    /// Sources, or an assumption in words; which of the two.
    Basis {
        /// Whether it is an assumption.
        assumed: bool,
    },
    /// Something of more than one value, which may be left out.
    Part(Part),
    /// More of the same.
    List(Part),
}

/// What a list holds, or what is of more than one value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// Words.
    Text,
    /// Words in two languages.
    Label,
    /// A reference.
    Reference(RefersTo),
    /// A name of a party.
    Name,
    /// A contact.
    Contact,
    /// An alert.
    Alert,
    /// A citation.
    Citation,
    /// A term.
    Term,
    /// Hours.
    Hours,
    /// A side of a contradiction.
    Side,
    /// What should come out of a case.
    Expectation,
    /// What the main line says of a role.
    Mark,
    /// An answer to a question.
    Value,
    /// A group of answers.
    Group,
    /// What a training case knows of one facet.
    Given,
    /// For whom something is needed.
    Need,
    /// Who is not asked.
    NotOf,
    /// When something matters.
    Timing,
    /// That an edition was given out.
    Release,
    /// What a record was called before.
    Renamed,
    /// A step of a training case.
    Step,
    /// A way on from a step.
    Branch,
}

/// What a reference leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RefersTo {
    /// A source.
    Source,
    /// A block of facets.
    FacetSection,
    /// A facet.
    Facet,
    /// A value or a group of any facet.
    Value,
    /// A value of this facet.
    Member(FacetId),
    /// A group of this facet.
    Group(FacetId),
    /// A phase.
    Phase,
    /// An aspect.
    Aspect,
    /// A party.
    Party,
    /// A telephone number of this party.
    Phone(PartyId),
    /// A responsibility.
    Responsibility,
    /// A veiligheidsregio.
    Region,
    /// A gemeente.
    Gemeente,
    /// A step of this training case.
    Step(RecordId),
    /// Any record.
    Record,
}

impl From<Reference<'_>> for RefersTo {
    fn from(to: Reference<'_>) -> Self {
        match to {
            Reference::Source(_) => Self::Source,
            Reference::FacetSection(_) => Self::FacetSection,
            Reference::Facet(_) => Self::Facet,
            Reference::Value(..) | Reference::Answer(..) => Self::Value,
            Reference::Member(facet, _) => Self::Member(facet.clone()),
            Reference::Group(facet, _) => Self::Group(facet.clone()),
            Reference::Phase(_) => Self::Phase,
            Reference::Aspect(_) => Self::Aspect,
            Reference::Party(_) => Self::Party,
            Reference::Phone(party, _) => Self::Phone(party.clone()),
            Reference::Responsibility(_) => Self::Responsibility,
            Reference::Region(_) => Self::Region,
            Reference::Gemeente(_) => Self::Gemeente,
            Reference::Step(case, _) => Self::Step(case.clone()),
            Reference::Record(_) => Self::Record,
        }
    }
}
