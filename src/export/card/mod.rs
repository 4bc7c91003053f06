//! The referral card: one answer on paper, for a professional to act on.
//!
//! The first sheet is one A4 with the plan: what to do, with whom, which number, and room to write what came of it. The
//! full card ([`CardOptions::full`]) has further sheets with every answer, gap and source.
//! [`Card`] is the card in words, made once; [`card_text`] and [`card_pdf`] only place these words.
//! By default it holds nothing of what was asked about the person.

mod answers;
mod build;
mod first_sheet;
mod format;
mod further;
mod pdf;
mod room;
mod sheet;
mod steps;
mod style;
mod text;

pub use format::{EXPORT, card};
pub use pdf::card_pdf;
pub use text::card_text;

use crate::{
    export::paper::PdfError,
    lookup::TermStarts,
    model::{Date, Lang, PartyId, Place, Regions},
    text::card as words,
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
    /// Whether the further sheets are there too.
    pub full: bool,
    /// The gemeente of which the region is shown; none shows no region.
    pub region: Option<(&'a Regions, Place<'a>)>,
    /// One's own party and the one to go to; none shows no route.
    pub route: Option<(&'a PartyId, &'a PartyId)>,
    /// When terms start, where the user says so; none shows no last day.
    pub starts: Option<&'a TermStarts>,
}

impl CardOptions<'_> {
    /// The first sheet, without anything about a person.
    pub fn new(lang: Lang, today: Date) -> Self {
        Self { lang, today, with_facets: false, full: false, region: None, route: None, starts: None }
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
    /// What it is.
    pub title: String,
    /// The guide, its edition and the day.
    pub edition: String,
    /// That the day is not today, or that the guide is for training; `None` when neither is so.
    pub not_for_use: Option<String>,
    /// The word that lies across every page; `None` for a real guide.
    pub watermark: Option<&'static str>,
    /// What to do in acute danger.
    pub emergency: String,
    /// That it is not for the person.
    pub not_for_victim: String,
    /// That it is no publication of the government.
    pub not_official: String,
    /// What may turn everything: advice for who the person may still be.
    pub first: Vec<CardAdvice>,
    /// What to do next, at most as many steps as a reader is given.
    pub plan: Vec<CardStep>,
    /// The steps that come after those, in a line; `None` when there are none.
    pub later: Option<String>,
    /// The region; empty when no gemeente was given.
    pub region: Vec<String>,
    /// What is known of the person, and what is odd about it; empty unless asked for.
    pub facets: Vec<String>,
    /// The terms of certain answers that no step tells, and every last day that could be counted.
    pub terms: Vec<CardTerm>,
    /// What holds for everybody, whatever comes next.
    pub always: Vec<CardAdvice>,
    /// The way from one's own desk in a line; `None` unless asked for.
    pub way: Option<String>,
    /// Who keeps the guide, where corrections go, and what the card does not say.
    pub about: Vec<String>,
    /// The further sheets; `None` on a short card.
    pub further: Option<CardFurther>,
}

/// What to mind beside the steps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CardAdvice {
    /// What to do.
    pub text: String,
    /// Its sources in words.
    pub sources: Vec<String>,
}

/// A step of the plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CardStep {
    /// Its place in the plan, from 1.
    pub number: usize,
    /// What to do with whom.
    pub act: String,
    /// How soon.
    pub when: String,
    /// Whom it takes.
    pub by: CardStepBy,
    /// What it surely is, a sentence each; Dutch.
    pub tasks: Vec<String>,
    /// On what it hangs, and the terms.
    pub remarks: Vec<String>,
    /// The last days of those terms, as far as it was said when they start.
    pub last_days: Vec<String>,
    /// On which ground data may be shared; `None` where nothing is handed over.
    pub ground: Option<String>,
    /// What the sources say of that; Dutch.
    pub sharing: Option<String>,
    /// What is different now, where sources contradict each other, and what else a reader must know; Dutch.
    pub notes: Vec<String>,
    /// Its sources in words.
    pub sources: Vec<String>,
}

/// Whom a step takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CardStepBy {
    /// Whoever asks does it; there is nobody to call.
    Oneself,
    /// Another, of whom the sources give no number.
    Other,
    /// Another, by the number or the address that answers first.
    Contact {
        /// How to reach it.
        contact: CardContact,
        /// It does not answer at the hour of asking.
        is_closed: bool,
    },
}

impl CardStepBy {
    /// What is written by hand under the step.
    fn blanks(&self, lang: Lang) -> Vec<&'static str> {
        match self {
            Self::Oneself => words::blanks_of_own(lang),
            Self::Other => words::blanks_of_call(false, lang),
            Self::Contact { .. } => words::blanks_of_call(true, lang),
        }
    }
}

/// A time limit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CardTerm {
    /// Who say so.
    pub parties: Vec<String>,
    /// What is limited, and how long.
    pub text: String,
    /// Its last day; `None` when nobody said when it starts.
    pub last_day: Option<String>,
}

/// Everything that explains the first sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CardFurther {
    /// The way from one's own desk; empty unless asked for.
    pub route: Vec<CardHandOver>,
    /// All phases, also those without an answer.
    pub phases: Vec<CardPhase>,
    /// Every source that the card names, in the guide's order.
    pub sources: Vec<CardSource>,
}

/// A hand-over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CardHandOver {
    /// From whom, what, to whom.
    pub step: String,
    /// What happens, under which conditions, and on which ground data may be shared.
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
    /// How many more gaps there may be, on what that depends and whom to ask.
    pub possible_gaps: Option<String>,
}

/// Something to be responsible for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CardAspect {
    /// Its name.
    pub label: String,
    /// Who is responsible, certain answers first.
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
    /// Title, publisher, date and its own reference.
    pub text: String,
}
