//! What only the drawing of the shell needs to remember. Nothing of it is stored.

use std::collections::BTreeMap;

use eframe::egui::{Id, Rect};

use super::system_dialog::SystemDialog;
use crate::{
    app::{FilePlace, Selected},
    export::{Export, ExportOptions, SaveDialog},
    model::ResponsibilityId,
};

/// What is shown, typed or open around the views.
#[derive(Debug, Default)]
pub(super) struct ShellState {
    /// The view that is shown, by its place among the tabs.
    pub(super) shown: usize,
    /// Which pane is shown when there is room for one.
    pub(super) pane: Pane,
    /// The step of the tour, while it lasts.
    pub(super) tour: Option<TourStep>,
    /// The dialog that is open.
    pub(super) dialog: Option<Dialog>,
    /// What is typed in the field for the date.
    pub(super) date_text: String,
    /// The date field holds something that is no date.
    pub(super) date_is_wrong: bool,
    /// The day on which a term of a responsibility starts, as typed in the drawer; never stored.
    pub(super) term_starts: BTreeMap<(ResponsibilityId, String), String>,
    /// What the drawer showed in the last frame: something else begins at its top.
    pub(super) drawn: Option<Selected>,
    /// What had the focus when the drawer was opened by a key, and gets it back.
    pub(super) opened_from: Option<Id>,
    /// The pane that gets the focus in this frame.
    pub(super) wants_focus: Option<Pane>,
    /// Where the panes were drawn in the last frame, from left to right.
    pub(super) places: Vec<(Pane, Rect)>,
    /// The pane that the keys move in.
    pub(super) in_hand: Pane,
    /// Which hit the arrows are at.
    pub(super) hit: usize,
    /// One of the hits has the focus itself.
    pub(super) hit_row_has_focus: bool,
    /// The search field asks for the focus in this frame.
    pub(super) focus_search: bool,
}

impl ShellState {
    /// Brings the keys to the next pane that is there.
    pub(super) fn go_to_next_pane(&mut self, has_drawer: bool) {
        // A narrow window shows one pane at a time.
        let is_narrow = self.places.len() < 2;
        let next = match if is_narrow { self.pane } else { self.in_hand } {
            Pane::Side => Pane::Main,
            Pane::Main if has_drawer => Pane::Drawer,
            Pane::Main | Pane::Drawer => Pane::Side,
        };
        self.pane = next;
        self.wants_focus = Some(next);
    }

    /// Forgets everything that was typed: it may say something of a person.
    pub(super) fn clear(&mut self) {
        *self = Self { shown: self.shown, pane: self.pane, tour: self.tour, ..Self::default() };
    }
}

/// The steps of the tour through the first view; each shows a part of the window.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, strum::EnumIter, strum::EnumCount)]
pub(super) enum TourStep {
    /// Say what is known.
    #[default]
    Facets,
    /// Read who is responsible.
    Answers,
    /// From one's own desk, by a route, to a card.
    Desk,
}

/// What a narrow window shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Pane {
    /// The side of the view.
    Side,
    /// The middle of the view, with what to do first.
    #[default]
    Main,
    /// The explanation.
    Drawer,
}

/// A dialog over the window.
#[derive(Debug)]
pub(super) enum Dialog {
    /// Help with what is on screen.
    Help,
    /// About the guide and the program.
    About,
    /// Opening another guide.
    OpenGuide(OpenGuide),
    /// Saving a file of what is on screen.
    Save(SaveFile),
}

/// Choosing a file.
#[derive(Debug, Default)]
pub(super) struct OpenGuide {
    /// What is typed.
    pub(super) path: String,
    /// The field got the focus once; after that it is the user's.
    pub(super) had_focus: bool,
    /// The system's own dialog for it.
    pub(super) system: SystemDialog,
}

/// Choosing where a file goes; nothing of it is kept.
#[derive(Debug)]
pub(super) struct SaveFile {
    /// What is to be saved.
    pub(super) what: &'static Export,
    /// How that is asked.
    pub(super) dialog: &'static SaveDialog,
    /// What is typed.
    pub(super) path: String,
    /// Where that leads; nothing while nothing is typed.
    pub(super) place: Option<FilePlace>,
    /// What was chosen about it.
    pub(super) options: ExportOptions,
    /// The field got the focus once; after that it is the user's.
    pub(super) had_focus: bool,
    /// The system's own dialog for it.
    pub(super) system: SystemDialog,
}

impl SaveFile {
    /// The same, of the main line or of the whole chain.
    pub(super) fn of_spine(mut self, spine: bool) -> Self {
        self.options.spine = spine;
        self
    }

    /// Of something, with nothing chosen yet; `None` for what only the command line makes.
    pub(super) fn of(what: &'static Export) -> Option<Self> {
        let dialog = what.dialog.as_ref()?;
        Some(Self {
            what,
            dialog,
            path: String::new(),
            place: None,
            options: ExportOptions::default(),
            had_focus: false,
            system: SystemDialog::default(),
        })
    }
}
