//! Where a workshop is shown, and how. Nothing of it is kept.

use crate::ui::projector::{Look, Pages};

/// On which screen a room sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::ui) enum Screen {
    /// The one of this window, which it fills.
    This,
    /// Another one, by its number as the system counts them from 0; this window keeps what is for the trainer.
    Other(usize),
}

/// A workshop that is shown.
#[derive(Debug)]
pub(in crate::ui) struct Presenting {
    pub(in crate::ui) screen: Screen,
    pub(in crate::ui) look: Look,
    pub(in crate::ui) pages: Pages,
    /// Letters are keys too.
    pub(in crate::ui) with_letters: bool,
    /// Digits of the step to go to.
    pub(in crate::ui) typed: String,
    /// When the step was reached, in seconds since the window opened.
    pub(in crate::ui) since: Option<f64>,
    /// The window was told to fill its screen.
    pub(in crate::ui) is_full: bool,
    /// It was ended.
    pub(in crate::ui) is_over: bool,
}

impl Presenting {
    /// On this screen, with these keys.
    pub(in crate::ui) fn on(screen: Screen, with_letters: bool) -> Self {
        Self {
            screen,
            look: Look::default(),
            pages: Pages::default(),
            with_letters,
            typed: String::new(),
            since: None,
            is_full: false,
            is_over: false,
        }
    }
}
