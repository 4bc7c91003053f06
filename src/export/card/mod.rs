//! The referral card: one answer on paper, for a professional to act on.
//!
//! It has two forms: one A4 with what is certain, and the same with everything that explains it ([`CardOptions::full`]).
//! [`Card`] is the card in words, made once; [`card_text`] and [`card_pdf`] only place these words.
//! By default it holds nothing of what was asked about the person.

mod answers;
mod build;
mod format;
mod pdf;
mod sheet;
mod style;
mod text;

pub use format::{EXPORT, card};
pub use pdf::card_pdf;
pub use text::card_text;

use crate::{
    export::paper::PdfError,
    model::{Date, Lang, PartyId, Place, Regions},
};

/// What a card is made for.
#[derive(Clone, Copy, Debug)]
pub struct CardOptions<'a> {
    /// The language of the card; the tasks themselves are Dutch.
    pub lang: Lang,
    /// The day of today: a card of another day is not for use, and says so.
    pub today: Date,
    /// Whether the card tells what is known of the person.
    pub with_facets: bool,
    /// Whether dependent answers, laws and whole source descriptions are on it too; otherwise it is one A4 where it can.
    pub full: bool,
    /// The gemeente of which the region is shown, together with the facets; none shows no region.
    pub region: Option<(&'a Regions, Place<'a>)>,
    /// One's own party and the one to go to; none shows no route.
    pub route: Option<(&'a PartyId, &'a PartyId)>,
}

impl CardOptions<'_> {
    /// A short card without anything about a person.
    pub fn new(lang: Lang, today: Date) -> Self {
        Self { lang, today, with_facets: false, full: false, region: None, route: None }
    }
}

/// What a file of a card holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CardForm {
    /// Paper, `.pdf`.
    Pdf,
    /// Plain text in UTF-8, `.txt`.
    Text,
}

impl CardForm {
    /// The bytes of the file.
    ///
    /// # Errors
    /// [`PdfError`] when the PDF cannot be made; text always can.
    pub fn render(self, card: &Card) -> Result<Vec<u8>, PdfError> {
        match self {
            Self::Pdf => card_pdf(card),
            Self::Text => Ok(card_text(card).into_bytes()),
        }
    }
}

/// A card in words. Everything in it is ready to be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    /// The language of the card.
    pub lang: Lang,
    /// Whether it is the card with everything that explains it.
    pub full: bool,
    /// What it is.
    pub title: String,
    /// The guide, its edition and the day.
    pub edition: String,
    /// That the day is not today; `None` when it is.
    pub not_for_use: Option<String>,
    /// What to do in acute danger.
    pub emergency: String,
    /// That it is not for the person.
    pub not_for_victim: String,
    /// That it is no publication of the government.
    pub not_official: String,
    /// What to do next, a step each.
    pub plan: Vec<CardStep>,
    /// What is known of the person, and what is odd about it; empty unless asked for.
    pub facets: Vec<String>,
    /// The region; empty unless asked for.
    pub region: Vec<String>,
    /// The way from one's own desk; empty unless asked for.
    pub route: Vec<CardStep>,
    /// What to do before anything else.
    pub first: Vec<CardAdvice>,
    /// All phases, also those without an answer.
    pub phases: Vec<CardPhase>,
    /// Every source that the card names, in the guide's order.
    pub sources: Vec<CardSource>,
    /// Who keeps the guide, where corrections go, and what the card does not say.
    pub about: Vec<String>,
}

/// What to do before anything else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CardAdvice {
    /// What to do.
    pub text: String,
    /// Ids of the sources and the age of the youngest.
    pub cited: String,
}

/// A hand-over, or a step of the plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CardStep {
    /// From whom, what, to whom; or its number, and what to do with whom.
    pub step: String,
    /// What happens, under which conditions, how to reach them, and on which ground data may be shared.
    pub text: String,
}

/// One of the four phases.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CardPhase {
    /// `A` to `D`.
    pub letter: char,
    /// Its name.
    pub title: String,
    /// That it has no answer; `None` when it has.
    pub nothing: Option<String>,
    /// The aspects that have an answer or a gap.
    pub aspects: Vec<CardAspect>,
    /// Who may still be responsible, and on what that depends; only on the short card.
    pub depends: Option<CardDepends>,
    /// How many more gaps there may be, on what that depends and whom to ask.
    pub possible_gaps: Option<String>,
}

/// The answers of a phase that are not certain yet, in one line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CardDepends {
    /// On what they depend.
    pub on: String,
    /// The parties, each with its aspects.
    pub parties: String,
}

/// Something to be responsible for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CardAspect {
    /// Its name.
    pub label: String,
    /// Who is responsible, certain answers first; the short card has only those.
    pub answers: Vec<CardAnswer>,
    /// The gaps that certainly hold.
    pub gaps: Vec<CardGap>,
}

/// Who is responsible, and everything to act on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CardAnswer {
    /// The party, as short as the field calls it.
    pub party: String,
    /// The part it plays.
    pub role: String,
    /// On what it depends; `None` when it certainly applies.
    pub depends_on: Option<String>,
    /// What it does; Dutch.
    pub task: String,
    /// Conditions that no facet asks, and on what its validity turns; Dutch.
    pub provided: Vec<String>,
    /// Time limits, what the party receives, and what a reader must know.
    pub details: Vec<String>,
    /// Laws and regulations; Dutch.
    pub legal_basis: Vec<String>,
    /// How to reach it, exactly as sourced.
    pub contacts: Vec<CardContact>,
    /// Ids of the sources and the age of the youngest, and the sources of the contacts.
    pub cited: String,
}

/// A way to reach a party.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CardContact {
    /// Number, address or site.
    pub value: String,
    /// For whom and when; empty when the source says neither.
    pub details: String,
}

/// Where the chain is open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CardGap {
    /// What kind, after the word for a gap.
    pub kind: String,
    /// What is missing; Dutch.
    pub text: String,
    /// On what its validity turns, and whether it is known to have held then.
    pub details: Vec<String>,
    /// Whom to ask now, with a number where a source gives one.
    pub ask: String,
    /// Ids of the sources and the age of the youngest.
    pub cited: String,
}

/// A document that the card rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CardSource {
    /// Its id, as the answers name it.
    pub id: String,
    /// Title, publisher, date and its own reference; on the short card title and date.
    pub text: String,
}
