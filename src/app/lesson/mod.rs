//! A workshop that is given: which case, how far, and what is seen of it.
//!
//! It lives in memory only, and is gone when it is closed, when everything is wiped and when the window closes. Of who
//! takes part it knows nothing.

mod cases;

pub use cases::{CaseRow, CaseStepRow, CaseView};

use std::sync::Arc;

use super::App;
use crate::{
    model::{Given, Lang, RecordId, Scenario, ScenarioStep, Show},
    text::lesson as text,
    workshop::{
        By, CaseFile, Debrief, Finding, Hidden, Move, Player, Projected, Scene, Showing, Spot, Stage, TrainerNotes,
        correction, quiz::QuizQuestion, state_at,
    },
};

/// What a trainer can ask.
#[derive(Clone, Debug, PartialEq)]
pub enum LessonChange {
    /// Give this case, from there.
    Begin(RecordId, Spot),
    /// Ask questions about the situation of a case, made from the guide.
    BeginQuiz {
        /// The case.
        case: RecordId,
        /// How many.
        count: u16,
        /// The same seed gives the same questions.
        seed: u32,
    },
    /// What comes next: another question of a quiz, or else another step.
    Next,
    /// What was before.
    Back,
    /// To a place by its number; 0 is the start.
    GoTo(usize),
    /// Something else that a player can do.
    Go(Move),
    /// Show what nobody named yet, one at a time; of a question the right answer.
    RevealNext,
    /// The room named what stands on this board, at this place; once more takes that back.
    Named(usize, usize),
    /// Most of the room chose this answer, by its place.
    Chose(usize),
    /// The room reads the other language.
    OtherLanguage,
    /// The room found this wrong in the guide.
    Find(Finding),
    /// It did not, after all.
    TakeBack(usize),
    /// It is over: forget all of it.
    Close,
    /// Go back from the cases of a file to those of the guide.
    LeaveFile,
}

/// A workshop that is given.
#[derive(Debug)]
pub struct Lesson {
    case: Arc<Scenario>,
    player: Player,
    /// That of the room; the desk keeps its own.
    lang: Lang,
    projected: Arc<Projected>,
    notes: Arc<TrainerNotes>,
    questions: Vec<QuizQuestion>,
    debrief: Arc<Debrief>,
    findings: Vec<Finding>,
}

impl Lesson {
    fn new(case: Arc<Scenario>, spot: Spot, lang: Lang, app: &App) -> Self {
        let mut player = Player::default();
        player.go(&case, Move::Jump(spot));
        let (projected, notes, questions, debrief) = seen(&app.showing(lang), &case, &player);
        Self { case, player, lang, projected, notes, questions, debrief, findings: Vec::new() }
    }

    /// The case.
    pub fn case(&self) -> &Scenario {
        &self.case
    }

    /// Where it is.
    pub fn stage(&self) -> Stage<'_> {
        state_at(&self.case, self.player.path())
    }

    /// What the room sees.
    pub fn projected(&self) -> &Arc<Projected> {
        &self.projected
    }

    /// What only the trainer sees.
    pub fn notes(&self) -> &Arc<TrainerNotes> {
        &self.notes
    }

    /// What was asked, found and missed so far.
    pub fn debrief(&self) -> &Arc<Debrief> {
        &self.debrief
    }

    /// What the room found wrong in the guide.
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// What a move of this kind comes down to here.
    fn moves(&self, change: &LessonChange) -> Option<Move> {
        match change {
            LessonChange::Next => Some(self.next()),
            LessonChange::Back => Some(self.back()),
            LessonChange::GoTo(number) => self.spot(*number).map(Move::Jump),
            LessonChange::Go(asked) => Some(asked.clone()),
            LessonChange::RevealNext => self.reveal_next(),
            LessonChange::Named(board, place) => {
                let line = self.notes.boards.get(*board)?.get(*place)?;
                Some(match line.by {
                    Some(By::Room) => Move::Cover(line.hidden.clone()),
                    Some(By::Trainer) | None => Move::Reveal(line.hidden.clone(), By::Room),
                })
            }
            LessonChange::Chose(place) => {
                let option = self.question()?.options.get(*place)?;
                Some(Move::Answer(Some(option.id.clone())))
            }
            _ => None,
        }
    }

    /// The question that is seen.
    fn question(&self) -> Option<&QuizQuestion> {
        self.questions.get(self.stage().told.quiz.number)
    }

    fn next(&self) -> Move {
        let stage = self.stage();
        let number = stage.told.quiz.number + 1;
        if number < self.questions.len() {
            return Move::Question(number);
        }
        // A clicker has no key for a choice: the way that fits, or else the first.
        let is_open = !stage.choices.is_empty() && stage.choices.iter().all(|choice| !choice.is_chosen);
        if is_open { Move::Choose(self.notes.fits.unwrap_or_default()) } else { Move::Forward }
    }

    fn back(&self) -> Move {
        let stage = self.stage();
        match stage.told.quiz.number.checked_sub(1) {
            Some(before) if !self.questions.is_empty() && !stage.is_over => Move::Question(before),
            _ => Move::Back,
        }
    }

    fn reveal_next(&self) -> Option<Move> {
        if matches!(self.projected.scene, Scene::Quiz(_)) {
            return Some(Move::Answer(None));
        }
        let hidden: Option<&Hidden> =
            self.notes.boards.iter().flatten().find(|line| line.by.is_none()).map(|line| &line.hidden);
        Some(Move::Reveal(hidden?.clone(), By::Trainer))
    }

    /// The place with this number, in the order of the case.
    fn spot(&self, number: usize) -> Option<Spot> {
        match number.checked_sub(1) {
            None => Some(Spot::Start),
            Some(step) => self.case.steps.get(step).map(|step| Spot::Step(step.id.clone())),
        }
    }
}

type Seen = (Arc<Projected>, Arc<TrainerNotes>, Vec<QuizQuestion>, Arc<Debrief>);

fn seen(showing: &Showing<'_>, case: &Scenario, player: &Player) -> Seen {
    let stage = state_at(case, player.path());
    let debrief = showing.debrief(case, player.path());
    (Arc::new(showing.projected(&stage)), Arc::new(showing.notes(&stage)), showing.questions(&stage), Arc::new(debrief))
}

impl App {
    /// The workshop that is given.
    pub fn lesson(&self) -> Option<&Lesson> {
        self.lesson.as_deref()
    }

    /// What the room found wrong, as a text for who keeps the guide.
    pub fn correction(&self) -> String {
        let findings = self.lesson().map(Lesson::findings).unwrap_or_default();
        correction(findings, self.guide(), self.language())
    }

    fn showing(&self, lang: Lang) -> Showing<'_> {
        let sum = self.document.index.origin().and_then(|origin| origin.sha256.as_deref());
        Showing { index: &self.document.index, regions: &self.regions, lang, sum }
    }

    /// Cases that came in a file of their own stand before those of the guide.
    pub(super) fn take_cases(&mut self, file: CaseFile) {
        self.case_file = Some(file);
        self.lesson = None;
    }

    pub(super) fn change_lesson(&mut self, change: LessonChange) {
        match change {
            LessonChange::Begin(id, spot) => {
                if let Some(case) = self.case_of(&id) {
                    self.begin_lesson(case.clone(), spot);
                }
            }
            LessonChange::BeginQuiz { case, count, seed } => {
                if let Some((quiz, first)) = self.case_of(&case).and_then(|case| quiz_of(case, count, seed)) {
                    self.begin_lesson(quiz, first);
                }
            }
            LessonChange::Close => self.lesson = None,
            LessonChange::LeaveFile => {
                self.case_file = None;
                self.lesson = None;
            }
            change => self.go_on_with_lesson(change),
        }
    }

    fn begin_lesson(&mut self, case: Scenario, spot: Spot) {
        let lesson = Lesson::new(Arc::new(case), spot, self.language(), self);
        self.lesson = Some(Box::new(lesson));
    }

    fn go_on_with_lesson(&mut self, change: LessonChange) {
        let Some(mut lesson) = self.lesson.take() else { return };
        match change {
            LessonChange::OtherLanguage => {
                lesson.lang = match lesson.lang {
                    Lang::Nl => Lang::En,
                    Lang::En => Lang::Nl,
                }
            }
            LessonChange::Find(finding) => lesson.findings.push(finding),
            LessonChange::TakeBack(place) if place < lesson.findings.len() => drop(lesson.findings.remove(place)),
            change => {
                if let Some(asked) = lesson.moves(&change) {
                    lesson.player.go(&lesson.case, asked);
                }
            }
        }
        let (projected, notes, questions, debrief) = seen(&self.showing(lesson.lang), &lesson.case, &lesson.player);
        *lesson = Lesson { projected, notes, questions, debrief, ..*lesson };
        self.lesson = Some(lesson);
    }

    /// The guide is another, or the language: what is seen is made again; a case that the guide has no more ends.
    pub(super) fn renew_lesson(&mut self) {
        if self.lesson.is_some() {
            self.go_on_with_lesson(LessonChange::Go(Move::Passed(0)));
        }
    }
}

/// A case in which one only asks questions, and where it begins.
fn quiz_of(case: &Scenario, count: u16, seed: u32) -> Option<(Scenario, Spot)> {
    let id = RecordId::new("quiz").ok()?;
    let step = ScenarioStep {
        id: id.clone(),
        title: text::quiz_title(),
        story: None,
        learn: Given::new(),
        forget: Vec::new(),
        date: None,
        gemeente: None,
        show: Show::Quiz { count: Some(count), seed: Some(seed) },
        phase: None,
        asked: Vec::new(),
        question: None,
        notes: Vec::new(),
        minutes: None,
        expect: Vec::new(),
        next: Vec::new(),
    };
    Some((Scenario { steps: vec![step], notes: Vec::new(), ..case.clone() }, Spot::Step(id)))
}
