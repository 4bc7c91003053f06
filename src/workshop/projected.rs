//! What the room sees: a plain value, made ahead. It has no place for what is for the trainer only.

use crate::model::{Date, Lang, Verdict};

/// What the room sees, one thing at a time; everything in it is ready to be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Projected {
    /// Its language.
    pub lang: Lang,
    /// What the case is called.
    pub case: String,
    /// What is above this step.
    pub title: String,
    /// That the case is invented, and of which guide and day the answers are.
    pub guide: String,
    /// That the guide is for training; `None` for a real one.
    pub mark: Option<&'static str>,
    /// The day of asking, in words.
    pub day: String,
    /// Where the possible victim is now; `None` as long as nobody said.
    pub token: Option<Token>,
    /// What happens; `None` when nothing is told.
    pub story: Option<String>,
    /// What is known of the person.
    pub known: Vec<KnownLine>,
    /// The one thing that is seen.
    pub scene: Scene,
    /// What the room is asked; `None` when nothing is.
    pub question: Option<String>,
    /// What it chooses between.
    pub choices: Vec<ChoiceLine>,
    /// How many steps lie behind, with this one, and how many there are.
    pub progress: (usize, usize),
    /// How long this step takes, in minutes.
    pub minutes: Option<u16>,
    /// Whether the end was reached.
    pub is_over: bool,
}

/// Where the possible victim is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// The letter of the phase.
    pub letter: char,
    /// The phase.
    pub phase: String,
    /// That it is there now, or that it moved there, in words.
    pub words: String,
    /// The letter of the phase that it came from right now; `None` when it did not move.
    pub from: Option<char>,
}

/// What is known of one facet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownLine {
    /// The facet.
    pub facet: String,
    /// What is known.
    pub value: String,
    /// Whether it became known right here.
    pub is_new: bool,
}

/// A way on that can be chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChoiceLine {
    /// What it is.
    pub words: String,
    /// Whether it was chosen before.
    pub is_chosen: bool,
}

/// The one thing that is seen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Scene {
    /// Only what happens: [`Projected::story`].
    Story,
    /// Who is responsible, hidden until it is revealed.
    Boards(Vec<AspectBoard>),
    /// What to do next.
    Plan(Vec<PlanLine>),
    /// The main line of the chain, with the possible victim in one of its phases.
    Chain(Vec<SpineLane>),
    /// Two situations.
    SideBySide(Sides),
    /// Two days.
    BeforeAfter(Sides, Slider),
    /// A question made from the guide; `None` when the guide gives none.
    Quiz(Option<QuizCard>),
    /// Why there is no answer: what is known contradicts itself, or does not fit the guide.
    NoAnswer(String),
}

/// An aspect, and who is responsible in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AspectBoard {
    /// The letter of its phase.
    pub letter: char,
    /// Its name.
    pub aspect: String,
    /// The answers, in the order of [`super::TrainerNotes::boards`].
    pub cards: Vec<Card>,
    /// How many the room named.
    pub found: usize,
    /// Who may be responsible too, told once all is revealed: that still depends on something.
    pub maybe: Vec<String>,
}

/// An answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Card {
    /// Not revealed yet: nothing of it is here.
    Hidden,
    /// Who is responsible.
    Answer(AnswerCard),
    /// That nobody is, or that the sources end.
    Gap(GapCard),
}

/// Who is responsible, and what a room needs to know of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnswerCard {
    /// The party.
    pub party: String,
    /// The part it plays.
    pub role: String,
    /// What it does, a sentence each; Dutch.
    pub tasks: Vec<String>,
    /// Time limits.
    pub terms: Vec<String>,
    /// Why it holds: what is known that makes it so.
    pub because: String,
    /// Where that stands.
    pub sources: Vec<String>,
    /// Whether the room named it.
    pub is_found: bool,
}

/// A gap.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GapCard {
    /// What kind.
    pub kind: String,
    /// What is missing; Dutch.
    pub text: String,
    /// Whom to ask now.
    pub ask: String,
    /// Where that stands.
    pub sources: Vec<String>,
    /// Whether the room named it.
    pub is_found: bool,
}

/// A step of the plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanLine {
    /// How soon.
    pub when: String,
    /// What to do with whom.
    pub act: String,
    /// What it surely is; Dutch.
    pub tasks: Vec<String>,
    /// On which ground data may be shared; `None` where nothing is handed over.
    pub ground: Option<String>,
    /// Whether it is sure.
    pub is_certain: bool,
}

/// A phase with those who stand on the main line in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SpineLane {
    /// The letter of the phase.
    pub letter: char,
    /// The phase.
    pub title: String,
    /// Whether the possible victim is here.
    pub is_here: bool,
    /// Who stands on it.
    pub stops: Vec<SpineStop>,
}

/// Who stands on the main line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SpineStop {
    /// In which aspect.
    pub aspect: String,
    /// What it does there, such as «vangt op».
    pub verb: String,
    /// Who; `None` as long as it is not revealed.
    pub party: Option<String>,
    /// Whether that is certain.
    pub verdict: Verdict,
    /// Whether the view is from this party.
    pub is_focus: bool,
}

/// Two answers beside each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sides {
    /// What the left one is.
    pub left: String,
    /// What the right one is.
    pub right: String,
    /// In what their answers differ.
    pub differences: Differences,
}

/// In what two answers differ.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Differences {
    /// Only in the left one.
    pub gone: Vec<ChangeLine>,
    /// Only in the right one.
    pub new: Vec<ChangeLine>,
    /// In both, but otherwise.
    pub other: Vec<ChangeLine>,
    /// How many are in both and the same.
    pub same: usize,
}

/// One answer in which two differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangeLine {
    /// In which aspect.
    pub aspect: String,
    /// The party.
    pub party: String,
    /// The part it plays.
    pub role: String,
    /// What it does, or what is otherwise.
    pub words: String,
    /// Whether it was asked: the others can be folded.
    pub is_asked: bool,
}

/// The days on which an answer changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slider {
    /// The days, in order, each with its words.
    pub stops: Vec<(Date, String)>,
    /// The day on the left.
    pub left: Date,
    /// The day on the right.
    pub right: Date,
}

/// A question made from the guide.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuizCard {
    /// Which one, from 1, and of how many.
    pub number: (usize, usize),
    /// The situation, in words.
    pub situation: Vec<String>,
    /// What is asked.
    pub text: String,
    /// What can be answered, each with its letter.
    pub options: Vec<QuizOptionLine>,
    /// Why the right one is right; `None` until it is revealed.
    pub why: Option<String>,
    /// Where that stands; empty until it is revealed.
    pub sources: Vec<String>,
}

/// What can be answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuizOptionLine {
    /// A, B, C or D.
    pub letter: char,
    /// What it says.
    pub text: String,
    /// Whether it is right; `None` until it is revealed.
    pub is_right: Option<bool>,
    /// Whether most of the room chose it.
    pub is_chosen: bool,
}
