//! What a walk finds.

use serde::Serialize;
use strum::IntoEnumIterator;

use super::super::{
    Act, AgreementState, AspectId, Bound, Certainty, ClockTime, Condition, ContactKind, Date, FacetId, FacetKind,
    GapKind, Lang, PartialDate, PartyId, PartyKind, PartyScope, PhaseId, Receives, RecordId, RecordKey,
    ResponsibilityId, Role, ScenarioOutcome, SharingGround, ShowKind, SourceId, Stance, TermUnit, Urgency, ValueId,
    Weekday, When,
};

/// One value of a record. The leaves of a record are all that it says: two records with the same leaves are alike.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Leaf<'a> {
    /// The id of the record, or of a value or group within it.
    Id(&'a str),
    /// Words.
    Text(Text<'a>),
    /// For whom.
    Condition(&'a Condition),
    /// Another record, or something else that must exist.
    Reference(Reference<'a>),
    /// What a training case knows of one facet, in the words of a profile.
    Given(&'a FacetId, &'a [ValueId]),
    /// A day.
    Day(Date),
    /// A date as precise as it is known.
    Date(PartialDate),
    /// One of a fixed set.
    Choice(Choice),
    /// A yes or no.
    Flag(bool),
    /// A time of day.
    Time(ClockTime),
    /// A number.
    Number(u32),
    /// A letter.
    Letter(char),
    /// The name of a record that need not be there.
    Key(&'a RecordKey),
    /// A fixed name that this program gives, such as that of a rule.
    Name(&'a str),
}

/// Words, and whose they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Text<'a> {
    /// The words.
    pub words: &'a str,
    /// Their language.
    pub lang: Lang,
    /// Who speaks, and to whom.
    pub voice: Voice,
}

/// Who speaks in a text, and to whom.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Voice {
    /// The guide, to its readers.
    Guide,
    /// A source, in its own words: a title, a quote, opening hours.
    Source,
    /// A reader who searches: seen by nobody.
    Searcher,
    /// The keepers of the guide, to each other.
    Keeper,
}

/// Something that must exist elsewhere: another record, or a part of one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Reference<'a> {
    /// A source.
    Source(&'a SourceId),
    /// A block of facets.
    FacetSection(&'a RecordId),
    /// A facet.
    Facet(&'a FacetId),
    /// A value or a group of a facet.
    Value(&'a FacetId, &'a ValueId),
    /// A value of a facet, and no group.
    Member(&'a FacetId, &'a ValueId),
    /// A group of a facet.
    Group(&'a FacetId, &'a ValueId),
    /// What a profile says of a facet: a value, a group, that one is not true, or none of them.
    Answer(&'a FacetId, &'a ValueId),
    /// A phase.
    Phase(&'a PhaseId),
    /// An aspect.
    Aspect(&'a AspectId),
    /// A party.
    Party(&'a PartyId),
    /// A telephone number of a party.
    Phone(&'a PartyId, &'a str),
    /// A responsibility.
    Responsibility(&'a ResponsibilityId),
    /// Any record, by kind and id.
    Record(&'a RecordKey),
    /// A veiligheidsregio of the table of regions.
    Region(&'a str),
    /// A gemeente of the table of regions.
    Gemeente(&'a str),
    /// A step of a training case.
    Step(&'a RecordId, &'a RecordId),
}

/// All of a set.
fn all_of<T: IntoEnumIterator + Into<Choice>>() -> Vec<Choice> {
    T::iter().map(Into::into).collect()
}

macro_rules! choices {
    ($($(#[$doc:meta])* $kind:ident;)*) => {
        /// One of a fixed set, with its type. Written as the value itself.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
        #[serde(untagged)]
        pub enum Choice { $($(#[$doc])* $kind($kind),)* }

        /// A fixed set.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum ChoiceKind { $($(#[$doc])* $kind,)* }

        impl Choice {
            /// The set that it is one of.
            pub fn kind(self) -> ChoiceKind {
                match self { $(Self::$kind(_) => ChoiceKind::$kind,)* }
            }
        }

        impl ChoiceKind {
            /// All that are in the set; of one with a day inside, with no meaningful day.
            pub fn all(self) -> Vec<Choice> {
                match self { $(Self::$kind => all_of::<$kind>(),)* }
            }
        }

        $(impl From<$kind> for Choice {
            fn from(choice: $kind) -> Self {
                Self::$kind(choice)
            }
        })*
    };
}

choices! {
    /// What a step is.
    Act;
    /// How far an agreement is.
    AgreementState;
    /// Which way a term binds.
    Bound;
    /// The weight of a source.
    Certainty;
    /// A channel.
    ContactKind;
    /// The kind of a facet.
    FacetKind;
    /// The kind of a gap.
    GapKind;
    /// One party or a class.
    PartyKind;
    /// Whether a party answers.
    PartyScope;
    /// What one brings.
    Receives;
    /// The part that a party plays.
    Role;
    /// What should come out of a case.
    ScenarioOutcome;
    /// A ground for sharing.
    SharingGround;
    /// What the room sees.
    ShowKind;
    /// What a source says of what rests on it.
    Stance;
    /// A unit of time.
    TermUnit;
    /// How soon an answer is needed.
    Urgency;
    /// A day of the week.
    Weekday;
    /// How soon something matters.
    When;
}

impl Choice {
    /// The day inside, of one that has one.
    pub fn day(self) -> Option<Date> {
        match self {
            Self::AgreementState(AgreementState::Gemaakt(day)) => Some(day),
            _ => None,
        }
    }

    /// The same with this day inside, where it has one.
    #[must_use]
    pub fn on(self, day: Date) -> Self {
        match self {
            Self::AgreementState(AgreementState::Gemaakt(_)) => Self::AgreementState(AgreementState::Gemaakt(day)),
            other => other,
        }
    }
}
