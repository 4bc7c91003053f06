//! What can be wrong with a guide.

/// One thing that is wrong, and where. Ordered by severity, then rule, then object.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// How bad it is.
    pub severity: Severity,
    /// Which rule it breaks.
    pub rule: Rule,
    /// Id of the record.
    pub object: String,
    /// The field of the record.
    pub place: String,
    /// What is wrong, in plain words.
    pub text: String,
}

impl Problem {
    /// A problem with the severity of its rule.
    pub fn new(rule: Rule, object: impl AsRef<str>, place: impl AsRef<str>, text: impl Into<String>) -> Self {
        Self {
            severity: rule.severity(),
            rule,
            object: object.as_ref().to_owned(),
            place: place.as_ref().to_owned(),
            text: text.into(),
        }
    }
}

/// How bad a problem is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The guide is not used.
    Error,
    /// Somebody should look.
    Warning,
    /// Good to know.
    Note,
}

impl Severity {
    /// As the contract writes it.
    pub fn id(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Note => "note",
        }
    }
}

macro_rules! rules {
    ($($(#[$doc:meta])* $rule:ident = $id:literal, $severity:ident;)*) => {
        /// A rule that every guide keeps.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Rule { $($(#[$doc])* $rule,)* }

        impl Rule {
            /// All rules.
            pub const ALL: &'static [Self] = &[$(Self::$rule,)*];

            /// Its name in reports.
            pub fn id(self) -> &'static str {
                match self { $(Self::$rule => $id,)* }
            }

            /// How bad it is to break it.
            pub fn severity(self) -> Severity {
                match self { $(Self::$rule => Severity::$severity,)* }
            }
        }
    };
}

rules! {
    /// Two records of a kind have one id.
    DuplicateId = "dubbel-id", Error;
    /// A record names another that does not exist.
    DanglingReference = "verwijst-naar-niets", Error;
    /// A condition names a value that its facet does not have.
    ValueOutsideFacet = "waarde-buiten-facet", Error;
    /// A condition of the wrong kind for the facet.
    WrongFacetKind = "verkeerd-soort-facet", Error;
    /// A facet without values, or with too many.
    FacetSize = "facet-te-groot-of-leeg", Error;
    /// A fact without a source.
    NoSource = "geen-bron", Error;
    /// A quoted phrase that is longer than a locator may be.
    LongQuote = "citaat-te-lang", Error;
    /// An end before its start.
    EndBeforeStart = "einde-voor-begin", Error;
    /// Something temporary that never ends.
    AlertWithoutEnd = "melding-zonder-einde", Error;
    /// Checked on a day that has not come yet.
    VerifiedInFuture = "nagegaan-in-toekomst", Error;
    /// A condition that nobody can meet.
    NobodyMeets = "niemand-voldoet", Error;
    /// A whole-chain or mentioned-only party with a responsibility.
    NeverAnswers = "partij-antwoordt-nooit", Error;
    /// A referral that does not say on which ground data may be shared.
    NoSharingGround = "geen-deelgrond", Error;
    /// A gap says that nobody is responsible where somebody is.
    GapOverlapsAnswer = "gat-overlapt-antwoord", Error;
    /// Something that a guide never says.
    NeverSaid = "mag-er-niet-staan", Error;
    /// An address, postcode or town of a shelter.
    ShelterPlace = "plaats-van-opvang", Error;
    /// A mobile number, which belongs to a person.
    PersonalNumber = "nummer-van-persoon", Error;
    /// A text that is empty.
    EmptyText = "lege-tekst", Error;
    /// A source that no fact rests on.
    UnusedSource = "ongebruikte-bron", Note;
    /// A party without a task that is not marked as only mentioned.
    PartyWithoutTask = "partij-zonder-taak", Warning;
    /// A sentence that is too long to read under stress.
    LongSentence = "lange-zin", Warning;
}

/// How many of the problems are errors.
pub fn error_count(problems: &[Problem]) -> usize {
    problems.iter().filter(|problem| problem.severity == Severity::Error).count()
}
