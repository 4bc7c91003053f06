//! A workshop: a training case played step by step, and questions made from the guide. Pure.
//!
//! [`Player`] holds only a [`Path`]: the steps that were chosen and what was revealed. How the case then stands is a fold
//! over it ([`state_at`]), so that going back, on, or elsewhere loses nothing. [`Projected`] is what the room sees: it has
//! no place for the trainer's notes, which are [`TrainerNotes`]; [`Showing`] makes both of a stage and a guide. Nothing of
//! a participant is anywhere.

mod answered;
mod board;
mod boards;
mod case_file;
mod debrief;
mod handout;
mod path;
mod projected;
pub mod quiz;
mod quiz_card;
mod rolecards;
mod showing;
mod sides;
mod spine;
mod stage;
mod trainer;

pub use case_file::CaseFile;
pub use debrief::{Debrief, Finding, Moment, correction};
pub use handout::{Handout, HandoutAnswers, HandoutStep};
pub use path::{By, Hidden, Move, Path, Player, QuizTold, Spot, Told};
pub use projected::{
    AnswerCard, AspectBoard, Card, ChangeLine, ChoiceLine, Differences, GapCard, KnownLine, PlanLine, Projected,
    QuizCard, QuizOptionLine, Scene, Sides, Slider, SpineLane, SpineStop, Token,
};
pub use rolecards::{RoleCard, RoleCards, RoleStep, RoleTask};
pub use showing::Showing;
pub use stage::{Choice, Minutes, Progress, Stage, main_stages, state_at};
pub use trainer::{HiddenLine, TrainerNotes};
