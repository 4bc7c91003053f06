//! What can be wrong with a guide, as data: which record, which field, which fault. Its words are in [`crate::text`].

use strum::{EnumCount, EnumIter};

use super::{
    EntryKey, FacetId, FacetKind, Field, FieldPath, IndexError, PartialDate, PartyId, PartyScope, RecordId, RecordKey,
    RecordKind, ResponsibilityId, Role, Rule, ScenarioError, ScenarioOutcome, Severity, SourceId, UnknownGemeente,
    ValueId, Verdict,
};

/// One thing that is wrong, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The record.
    pub record: RecordKey,
    /// The field of the record; the record as a whole when empty.
    pub field: FieldPath,
    /// What is wrong.
    pub fault: Fault,
}

/// What is wrong, with its values.
#[derive(Clone, Debug, PartialEq, Eq, EnumCount)]
pub enum Fault {
    /// Two of these have one id.
    SameId {
        /// Among what.
        among: Among,
        /// The id.
        id: String,
    },
    /// No record of this kind has this id.
    NoSuchRecord {
        /// The kind.
        kind: RecordKind,
        /// The id.
        id: String,
        /// What was probably meant.
        nearest: Option<String>,
    },
    /// No region is called so.
    NoSuchRegion {
        /// As the guide says.
        name: String,
        /// What was probably meant.
        nearest: Option<String>,
    },
    /// No gemeente is called so.
    NoSuchGemeente(UnknownGemeente),
    /// The party has no such telephone number.
    NoSuchPhone {
        /// The party.
        party: PartyId,
        /// The number.
        phone: String,
    },
    /// The facet has no such value or group.
    NoSuchValue {
        /// The facet.
        facet: FacetId,
        /// The value.
        value: ValueId,
        /// What was probably meant.
        nearest: Option<String>,
    },
    /// A group holds what is no value of its facet.
    NoSuchMember {
        /// The facet.
        facet: FacetId,
        /// The value.
        value: ValueId,
    },
    /// The facet has no such group.
    NoSuchGroup {
        /// The facet.
        facet: FacetId,
        /// The group.
        group: ValueId,
    },
    /// The case has no such step.
    NoSuchStep {
        /// The step.
        step: RecordId,
        /// What was probably meant.
        nearest: Option<String>,
    },
    /// A step that no way through its case leads to.
    StepNotReached,
    /// One of several ways on from a step that the room cannot choose by any words.
    BranchWithoutWords,
    /// What is known at a step, or at the start, cannot be asked.
    CannotBeAsked(ScenarioError),
    /// An expectation that does not come out; what came out instead.
    ExpectationFails {
        /// What was expected.
        wanted: ScenarioOutcome,
        /// What came out for the party; none when it has no such task.
        found: Option<Verdict>,
    },
    /// Too much work to play this case, and those after it.
    CasesNotPlayed,
    /// The minutes of the steps on the main way are not those of the case.
    MinutesDiffer {
        /// Of the case.
        case: u16,
        /// Of the steps together.
        steps: u16,
    },
    /// A note for the trainer that the room can read.
    NoteInSight(String),
    /// A case is fixed to what is no SHA-256 of a guide.
    NoGuideSum(String),
    /// A condition of the other kind than the facet is.
    WrongKind {
        /// The facet.
        facet: FacetId,
        /// The kind that it is.
        is: FacetKind,
    },
    /// A facet that cannot be asked.
    FacetSize(IndexError),
    /// Working out for whom it holds takes too much.
    TooComplex,
    /// Nothing is cited.
    NoSource,
    /// Something is cited, but none of it says that this holds, nor that it will.
    NobodySaysSo,
    /// What is cited only announces this.
    OnlyAnnounced,
    /// A number or address of a source that was replaced later.
    OutdatedContact(SourceId),
    /// A source is cited without the place in it.
    NoLocator(SourceId),
    /// A quote of more words than help to find a place.
    LongQuote {
        /// How many.
        words: usize,
        /// How many it may have.
        most: usize,
    },
    /// It ends before it begins.
    EndBeforeStart {
        /// The begin.
        from: PartialDate,
        /// The end.
        until: PartialDate,
    },
    /// An alert, with these words, that never ends.
    AlertWithoutEnd(String),
    /// Checked on a day that has not come yet.
    VerifiedInFuture(super::Date),
    /// Nobody can meet this condition.
    NobodyMeets,
    /// The impossible combinations leave nobody.
    NobodyLeft,
    /// The party of a responsibility never answers.
    NeverAnswers {
        /// The party.
        party: PartyId,
        /// Why.
        scope: PartyScope,
    },
    /// No words on why data may be shared.
    NoSharingGround,
    /// Nobody would be responsible, but this task holds for the same persons.
    GapOverlapsAnswer(ResponsibilityId),
    /// Holds a phrase that a guide never says.
    NeverSaid(&'static str),
    /// Looks like an address.
    Address(String),
    /// A town, where it could say where a shelter is.
    Town(String),
    /// A mobile number, which belongs to a person.
    MobileNumber(String),
    /// A text without words.
    EmptyText,
    /// A sign that nobody sees, or that changes what stands around it.
    UnseenSign(char),
    /// The same twice in a list.
    TwiceInList(String),
    /// A term of no time.
    NoTime,
    /// A party that is a part of itself, perhaps by way of others.
    PartOfItself,
    /// Too much work to hold this gap, and those after it, against the answers.
    GapNotHeldAgainstAnswers,
    /// No fact rests on this source.
    UnusedSource,
    /// A party that has no task, and is not marked as only mentioned.
    PartyWithoutTask,
    /// A mark of the main line that nobody can stand for: nobody is primarily responsible with this role.
    SpineWithoutParty(Role),
    /// A sentence of more words than one reads under stress.
    LongSentence {
        /// How many.
        words: usize,
        /// How many it may have.
        most: usize,
    },
    /// The sentences of a record have more words on average than one reads easily.
    LongSentences {
        /// How many, rounded.
        words: usize,
        /// How many they may have.
        most: usize,
    },
    /// A word of offices, where a plainer one says the same.
    HardWord {
        /// As the guide says.
        word: String,
        /// The plainer one.
        instead: &'static str,
    },
    /// Two sentences after each other of which nobody can say who acts.
    PassiveTwice,
    /// A word of more letters than one reads at once, and no name.
    LongWord(String),
    /// The name of a law where a reader looks for what to do.
    LawName(String),
    /// Spaces at an end of a text, or two beside each other.
    Spaces,
    /// Several words to find something by in one text.
    JoinedInList(String),
    /// What leads to a person.
    PersonalData {
        /// What it seems to be.
        kind: PersonalData,
        /// As it is written.
        words: String,
    },
    /// What leads to a person, in a case, which is invented.
    PersonalDataInCase {
        /// What it seems to be.
        kind: PersonalData,
        /// As it is written.
        words: String,
    },
    /// This cannot be a telephone number of its kind.
    PhoneForm(String),
    /// A telephone number in another spelling than the guide uses.
    PhoneSpelling {
        /// As it is written.
        written: String,
        /// As the guide writes it.
        canonical: String,
    },
    /// This cannot be an address of mail or of a site.
    AddressForm(String),
    /// An address of mail or of a site in another spelling than the guide uses.
    AddressSpelling {
        /// As it is written.
        written: String,
        /// As the guide writes it.
        canonical: String,
    },
    /// A number or an address that can exist, in a guide for training.
    RealInTraining(String),
    /// A number or an address that is invented, in a guide that is used.
    Invented(String),
    /// An exception to a rule that does not exist.
    UnknownRule {
        /// As the exception says.
        rule: String,
        /// What was probably meant.
        nearest: Option<String>,
    },
    /// An exception for a record that does not exist.
    ExceptionToNothing(RecordKey),
    /// An exception to a rule that is never switched off.
    ExceptionToError(Rule),
    /// An exception without a reason.
    ExceptionWithoutReason,
    /// An exception of which the last day is over.
    ExceptionOver(super::Date),
    /// An exception that changes nothing: the record keeps the rule.
    UnusedException,
    /// Two versions met in a merge, and nobody has chosen yet.
    Unresolved {
        /// Of what.
        about: EntryKey,
        /// Where they differ; nothing when one of them took it out.
        fields: Vec<FieldPath>,
    },
}

/// What can lead to a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, EnumIter)]
pub enum PersonalData {
    /// A burgerservicenummer.
    Bsn,
    /// The number of a foreigner at the immigration service.
    VNumber,
    /// The number of a criminal case.
    CaseNumber,
    /// A day of birth.
    BirthDate,
    /// A form of address with a name.
    AddressedName,
    /// A name behind what somebody is in a case.
    NameInCase,
    /// An address of mail made of a first and a last name.
    PersonalMail,
    /// A bank account.
    Iban,
}

/// Within what an id may stand once.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Among {
    /// The records of a kind.
    Records(RecordKind),
    /// The rules: what is impossible, implied or suspicious.
    Rules,
    /// The values and groups of a facet.
    Answers(FacetId),
    /// The steps of a case.
    Steps(RecordId),
}

impl Fault {
    /// The rule that it breaks.
    pub fn rule(&self) -> Rule {
        match self {
            Self::SameId { .. } => Rule::DuplicateId,
            Self::NoSuchRecord { .. }
            | Self::NoSuchRegion { .. }
            | Self::NoSuchGemeente(_)
            | Self::NoSuchPhone { .. }
            | Self::NoSuchStep { .. } => Rule::DanglingReference,
            Self::NoSuchValue { .. } | Self::NoSuchMember { .. } | Self::NoSuchGroup { .. } => Rule::ValueOutsideFacet,
            Self::WrongKind { .. } => Rule::WrongFacetKind,
            Self::StepNotReached => Rule::StepNotReached,
            Self::BranchWithoutWords => Rule::BranchWithoutWords,
            Self::CannotBeAsked(_) => Rule::CannotBeAsked,
            Self::ExpectationFails { .. } => Rule::ExpectationFails,
            Self::CasesNotPlayed => Rule::CasesNotPlayed,
            Self::MinutesDiffer { .. } => Rule::MinutesDiffer,
            Self::NoteInSight(_) => Rule::NoteInSight,
            Self::NoGuideSum(_) => Rule::NoGuideSum,
            Self::FacetSize(_) => Rule::FacetSize,
            Self::TooComplex => Rule::TooComplex,
            Self::NoSource | Self::NoLocator(_) => Rule::NoSource,
            Self::NobodySaysSo => Rule::NobodySaysSo,
            Self::OnlyAnnounced => Rule::OnlyAnnounced,
            Self::OutdatedContact(_) => Rule::OutdatedContact,
            Self::LongQuote { .. } => Rule::LongQuote,
            Self::EndBeforeStart { .. } => Rule::EndBeforeStart,
            Self::AlertWithoutEnd(_) => Rule::AlertWithoutEnd,
            Self::VerifiedInFuture(_) => Rule::VerifiedInFuture,
            Self::NobodyMeets | Self::NobodyLeft => Rule::NobodyMeets,
            Self::NeverAnswers { .. } => Rule::NeverAnswers,
            Self::NoSharingGround => Rule::NoSharingGround,
            Self::GapOverlapsAnswer(_) => Rule::GapOverlapsAnswer,
            Self::NeverSaid(_) => Rule::NeverSaid,
            Self::Address(_) | Self::Town(_) => Rule::ShelterPlace,
            Self::MobileNumber(_) => Rule::PersonalNumber,
            Self::EmptyText => Rule::EmptyText,
            Self::UnseenSign(_) => Rule::UnseenSign,
            Self::TwiceInList(_) => Rule::TwiceInList,
            Self::NoTime => Rule::NoTime,
            Self::PartOfItself => Rule::PartOfItself,
            Self::GapNotHeldAgainstAnswers => Rule::GapNotHeldAgainstAnswers,
            Self::UnusedSource => Rule::UnusedSource,
            Self::PartyWithoutTask => Rule::PartyWithoutTask,
            Self::SpineWithoutParty(_) => Rule::SpineWithoutParty,
            Self::LongSentence { .. } => Rule::LongSentence,
            Self::LongSentences { .. } => Rule::LongSentences,
            Self::HardWord { .. } => Rule::HardWord,
            Self::PassiveTwice => Rule::PassiveTwice,
            Self::LongWord(_) => Rule::LongWord,
            Self::LawName(_) => Rule::LawName,
            Self::Spaces => Rule::Spaces,
            Self::JoinedInList(_) => Rule::JoinedInList,
            Self::PersonalData { .. } => Rule::PersonalData,
            Self::PersonalDataInCase { .. } => Rule::PersonalDataInCase,
            Self::PhoneForm(_) => Rule::PhoneForm,
            Self::PhoneSpelling { .. } => Rule::PhoneSpelling,
            Self::AddressForm(_) => Rule::AddressForm,
            Self::AddressSpelling { .. } => Rule::AddressSpelling,
            Self::RealInTraining(_) => Rule::RealInTraining,
            Self::Invented(_) => Rule::Invented,
            Self::UnknownRule { .. }
            | Self::ExceptionToNothing(_)
            | Self::ExceptionToError(_)
            | Self::ExceptionWithoutReason => Rule::WrongException,
            Self::ExceptionOver(_) => Rule::ExceptionOver,
            Self::UnusedException => Rule::UnusedException,
            Self::Unresolved { .. } => Rule::Unresolved,
        }
    }
}

impl Among {
    /// As reports write it.
    pub fn id(&self) -> String {
        match self {
            Self::Records(kind) => kind.list().to_owned(),
            Self::Rules => "rules".to_owned(),
            Self::Answers(facet) => [RecordKind::Facet.id(), facet.as_str()].join(" "),
            Self::Steps(case) => [RecordKind::Scenario.id(), case.as_str()].join(" "),
        }
    }
}

impl Problem {
    /// The rule that is broken.
    pub fn rule(&self) -> Rule {
        self.fault.rule()
    }

    /// How bad it is.
    pub fn severity(&self) -> Severity {
        self.rule().severity()
    }

    /// The record as the contract's `object` writes it: its id alone.
    pub fn object(&self) -> &str {
        match (&self.fault, self.record.id()) {
            (Fault::SameId { id, .. }, _) => id,
            (Fault::FacetSize(_), _) => RecordKind::Facet.list(),
            (_, Some(id)) => id,
            (_, None) => self.field.root().map_or("", Into::into),
        }
    }

    /// The place as reports write it: coarser than the field, and for some rules the list of the record.
    pub fn place(&self) -> String {
        let place: &str = match &self.fault {
            Fault::SameId { among, .. } => return among.id(),
            Fault::FacetSize(_) => Field::Values.into(),
            Fault::UnusedSource | Fault::PartyWithoutTask => self.record.kind().list(),
            Fault::NoLocator(_) | Fault::LongQuote { .. } => Field::Cites.into(),
            Fault::EndBeforeStart { .. } => Field::Valid.into(),
            Fault::NoSource
            | Fault::NobodySaysSo
            | Fault::OnlyAnnounced
            | Fault::NoSuchRecord { kind: RecordKind::Source, .. } => self.place_of_citation(),
            _ => match self.field.root() {
                Some(Field::Questions) => Field::Notes.into(),
                Some(Field::Values) if self.field.fields().any(|field| field == Field::Help) => Field::Help.into(),
                Some(field) => field.into(),
                None => self.record.kind().list(),
            },
        };
        place.to_owned()
    }

    fn place_of_citation(&self) -> &'static str {
        match (self.field.root(), self.record.kind()) {
            (Some(Field::Cites), RecordKind::Term) | (Some(Field::Names | Field::Terms), _) => Field::Cites.into(),
            (Some(Field::Basis), _) => "rules",
            (Some(Field::Cites | Field::Sides) | None, kind) => kind.list(),
            (Some(field), _) => field.into(),
        }
    }
}

/// How many of the problems are errors.
pub fn error_count(problems: &[Problem]) -> usize {
    problems.iter().filter(|problem| problem.severity() == Severity::Error).count()
}
