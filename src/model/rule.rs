//! The rules that every guide keeps, each with how bad it is to break it.

use strum::{EnumIter, EnumString, IntoStaticStr};

/// How bad a problem is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, EnumIter, IntoStaticStr)]
#[strum(serialize_all = "lowercase")]
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
        self.into()
    }
}

macro_rules! rules {
    ($($(#[$doc:meta])* $rule:ident = $id:literal, $severity:ident;)*) => {
        /// A rule that every guide keeps.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, EnumIter, EnumString, IntoStaticStr)]
        pub enum Rule { $($(#[$doc])* #[strum(serialize = $id)] $rule,)* }

        impl Rule {
            /// Its name in reports.
            pub fn id(self) -> &'static str {
                self.into()
            }

            /// All rules, in the order of reports.
            pub fn all() -> impl Iterator<Item = Self> {
                <Self as strum::IntoEnumIterator>::iter()
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
    /// A condition that cannot be worked out.
    TooComplex = "voorwaarde-te-ingewikkeld", Error;
    /// A fact without a source.
    NoSource = "geen-bron", Error;
    /// A fact of which every source only names it or contradicts it.
    NobodySaysSo = "geen-bron-zegt-het", Error;
    /// A fact that sources only announce; shown as such wherever it is an answer.
    OnlyAnnounced = "alleen-aangekondigd", Note;
    /// A way to reach a party that only an outdated source gives.
    OutdatedContact = "contact-verouderd", Warning;
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
    /// A text with a sign that nobody sees.
    UnseenSign = "onzichtbaar-teken", Error;
    /// A list in which something stands twice.
    TwiceInList = "dubbel-in-lijst", Error;
    /// A term of no time.
    NoTime = "termijn-van-niets", Error;
    /// A party that is a part of itself.
    PartOfItself = "deel-van-zichzelf", Error;
    /// A gap that could not be held against the answers.
    GapNotHeldAgainstAnswers = "gat-niet-nagegaan", Warning;
    /// Versions of which nobody has chosen yet.
    Unresolved = "niet-opgelost", Error;
    /// A source that no fact rests on.
    UnusedSource = "ongebruikte-bron", Note;
    /// A party without a task that is not marked as only mentioned.
    PartyWithoutTask = "partij-zonder-taak", Warning;
    /// A mark of the main line that nobody can stand for.
    SpineWithoutParty = "hoofdlijn-zonder-partij", Warning;
    /// A sentence that is too long to read under stress.
    LongSentence = "lange-zin", Warning;
    /// Sentences that are long on average.
    LongSentences = "lange-zinnen", Note;
    /// A word of offices.
    HardWord = "moeilijk-woord", Note;
    /// Two passive sentences after each other.
    PassiveTwice = "twee-keer-lijdend", Note;
    /// A word that is too long.
    LongWord = "lang-woord", Note;
    /// The name of a law outside the legal basis.
    LawName = "wet-in-tekst", Note;
    /// Spaces that say nothing.
    Spaces = "spaties-te-veel", Note;
    /// Several entries of a list in one.
    JoinedInList = "lijst-in-een-tekst", Note;
    /// What leads to a person.
    PersonalData = "persoonsgegeven", Warning;
    /// What leads to a person, in a case.
    PersonalDataInCase = "persoonsgegeven-in-casus", Error;
    /// What is no telephone number.
    PhoneForm = "vorm-van-nummer", Warning;
    /// A telephone number in another spelling.
    PhoneSpelling = "schrijfwijze-van-nummer", Note;
    /// What is no address of mail or of a site.
    AddressForm = "vorm-van-adres", Warning;
    /// An address in another spelling.
    AddressSpelling = "schrijfwijze-van-adres", Note;
    /// A step of a case that nobody comes to.
    StepNotReached = "stap-onbereikbaar", Warning;
    /// A choice of a case without words.
    BranchWithoutWords = "keuze-zonder-woorden", Warning;
    /// A case that contradicts itself, or asks what the guide does not know.
    CannotBeAsked = "casus-spreekt-zich-tegen", Warning;
    /// A case that does not come out as it expects.
    ExpectationFails = "casus-komt-niet-uit", Warning;
    /// Cases that were not played.
    CasesNotPlayed = "casus-niet-gespeeld", Note;
    /// Minutes that do not add up.
    MinutesDiffer = "minuten-kloppen-niet", Note;
    /// A note for the trainer where the room reads.
    NoteInSight = "notitie-in-beeld", Warning;
    /// A case that is fixed to no edition.
    NoGuideSum = "geen-vaste-editie", Warning;
    /// A way to reach somebody who exists, in a guide for training.
    RealInTraining = "echt-in-oefengids", Error;
    /// A way to reach nobody, in a guide that is used.
    Invented = "verzonnen-in-gids", Error;
    /// An exception that cannot hold.
    WrongException = "uitzondering-klopt-niet", Warning;
    /// An exception whose time is over.
    ExceptionOver = "uitzondering-voorbij", Warning;
    /// An exception that nothing needs.
    UnusedException = "uitzondering-overbodig", Note;
}
