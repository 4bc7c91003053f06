//! How a room looks at it: what a trainer sets with a key, and what nobody keeps.

use crate::ui::theme::ThemeKind;

/// A screen that shows nothing, so that a room looks at who speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::ui) enum Blank {
    /// So that nobody looks at it.
    Black,
    /// To write or point on.
    White,
}

/// The time of an exercise.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::ui) struct Timer {
    /// When it was started, in seconds since the window opened.
    pub(in crate::ui) since: f64,
    /// How long the exercise is, in seconds.
    pub(in crate::ui) of: f64,
}

impl Timer {
    /// What is left, in whole seconds; less than none once it is over.
    #[expect(clippy::cast_possible_truncation, reason = "an exercise takes minutes")]
    pub(in crate::ui) fn left(&self, now: f64) -> i64 {
        (self.of - (now - self.since)).ceil() as i64
    }
}

/// How it is looked at.
#[derive(Clone, Copy, Debug)]
pub(in crate::ui) struct Look {
    pub(in crate::ui) theme: ThemeKind,
    /// So many steps larger.
    pub(in crate::ui) size: i8,
    pub(in crate::ui) blank: Option<Blank>,
    /// All but what is around the pointer is dimmed.
    pub(in crate::ui) has_spotlight: bool,
    pub(in crate::ui) timer: Option<Timer>,
    /// Seconds since the window opened.
    pub(in crate::ui) now: f64,
}

impl Default for Look {
    fn default() -> Self {
        Self { theme: ThemeKind::Dark, size: 0, blank: None, has_spotlight: false, timer: None, now: 0.0 }
    }
}

impl Look {
    /// The next look, for a room that is lighter or darker than was thought.
    pub(in crate::ui) fn turn_theme(&mut self) {
        self.theme = match self.theme {
            ThemeKind::Dark => ThemeKind::HighContrast,
            ThemeKind::HighContrast => ThemeKind::Light,
            ThemeKind::Light => ThemeKind::Dark,
        };
    }
}
