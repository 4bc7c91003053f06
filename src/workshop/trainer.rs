//! What only the trainer sees.

use super::{By, Hidden};

/// What only the trainer sees of a step; nothing of it is in [`super::Projected`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TrainerNotes {
    /// What is above this step.
    pub title: String,
    /// The notes of the step; at the start those of the case.
    pub notes: Vec<String>,
    /// Questions for the participants, of the case.
    pub questions: Vec<String>,
    /// The answers of each board, in the order of the cards that the room sees.
    pub boards: Vec<Vec<HiddenLine>>,
    /// What the guide at hand answers otherwise than this step expects, a line each.
    pub changed: Vec<String>,
    /// That the case is fixed to another edition than the guide at hand; `None` when it is not.
    pub frozen: Option<String>,
    /// What comes next, where one way goes on.
    pub next: Option<String>,
    /// The choice that fits what the room found, by its position.
    pub fits: Option<usize>,
    /// The minutes of this step, of what lies behind, and of all.
    pub minutes: (Option<u16>, u16, u16),
}

/// An answer as the trainer sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HiddenLine {
    /// What to reveal.
    pub hidden: Hidden,
    /// What it is, in words.
    pub words: String,
    /// How the room came to see it; `None` as long as it does not.
    pub by: Option<By>,
}
