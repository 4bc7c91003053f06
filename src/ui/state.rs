//! What only the drawing of the shell needs to remember. Nothing of it is stored.

use std::collections::BTreeMap;

use eframe::egui::{Id, Rect};

use super::{file_choice::FileChoice, presenting::Presenting, system_dialog::SystemDialog};
use crate::{
    app::{App, FileAbout, Proposal, Selected, ToldId},
    export::{Export, ExportOptions, SaveDialog},
    lookup::AskableDays,
    model::{Date, ResponsibilityId},
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
    /// Whether the window is about to close.
    pub(super) leaving: Leaving,
    /// A workshop that is shown to a room.
    pub(super) presenting: Option<Presenting>,
    /// The choice of a day, from when it was opened.
    pub(super) day_choice: Option<DayChoice>,
    /// The day on which a term of a responsibility starts, as typed in the drawer; never stored.
    pub(super) term_starts: BTreeMap<(ResponsibilityId, String), String>,
    /// What the drawer showed in the last frame: something else begins at its top.
    pub(super) drawn: Option<Selected>,
    /// What had the focus when the drawer was opened by a key, and gets it back.
    pub(super) opened_from: Option<Id>,
    /// Where the focus was before a popup took it.
    pub(super) popup: PopupFocus,
    /// The pane that gets the focus in this frame.
    pub(super) wants_focus: Option<Pane>,
    /// Until when each success is told, in seconds since the window opened.
    pub(super) told_until: BTreeMap<ToldId, f64>,
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
        let is_told = self.places.iter().any(|(pane, _)| *pane == Pane::Told);
        // A narrow window shows one pane at a time.
        let is_narrow = self.places.len() < 2 + usize::from(is_told);
        let now = if is_narrow && self.in_hand != Pane::Told { self.pane } else { self.in_hand };
        let next = match now {
            Pane::Side => Pane::Main,
            Pane::Main if has_drawer => Pane::Drawer,
            Pane::Main | Pane::Drawer if is_told => Pane::Told,
            Pane::Main | Pane::Drawer | Pane::Told => Pane::Side,
        };
        if next != Pane::Told {
            self.pane = next;
        }
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
    /// What is told of what was done, over the others.
    Told,
}

/// Choosing the day of asking.
#[derive(Debug)]
pub(super) struct DayChoice {
    /// What is typed.
    pub(super) typed: String,
    /// What was typed cannot be asked for.
    pub(super) is_wrong: bool,
    /// The day of the calendar that the keys are at.
    pub(super) cursor: Date,
    /// What can be asked for.
    pub(super) days: AskableDays,
    /// The field got the focus once; after that it is the user's.
    pub(super) had_focus: bool,
}

/// Where the focus was before a popup took it, and gets back to.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct PopupFocus {
    /// What had it.
    pub(super) from: Option<Id>,
    /// Whether a popup was open in the last frame.
    pub(super) was_open: bool,
    /// So many frames it may still take until what was in the popup has it no more.
    pub(super) waits: u8,
}

/// Whether the window is about to close, whatever is not saved.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Leaving {
    /// It is not.
    #[default]
    No,
    /// Once the guide is saved.
    OnceSaved,
    /// At once.
    Now,
}

/// A dialog over the window.
#[derive(Debug)]
pub(super) enum Dialog {
    /// Help with what is on screen.
    Help,
    /// About the guide and the program.
    About,
    /// Closing the window while something is not saved.
    Leave,
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
    /// Where it goes.
    pub(super) file: FileChoice,
    /// What was chosen about it.
    pub(super) options: ExportOptions,
    /// What it is about.
    pub(super) about: FileAbout,
}

impl SaveFile {
    /// The same, about something else than what is on screen.
    pub(super) fn about(mut self, about: FileAbout) -> Self {
        self.about = about;
        self
    }

    /// The same, of the main line or of the whole chain.
    pub(super) fn of_spine(mut self, spine: bool) -> Self {
        self.options.spine = spine;
        self
    }

    /// Of something, with nothing chosen yet but where it would go; `None` for what only the command line makes.
    pub(super) fn of(what: &'static Export, app: &App) -> Option<Self> {
        let dialog = what.dialog.as_ref()?;
        let Proposal { file_name, folder } = app.proposal((dialog.file_name)(app.language()));
        Some(Self {
            what,
            dialog,
            file: FileChoice::to_save(file_name, folder, what.extensions()),
            options: ExportOptions::default(),
            about: FileAbout::Screen,
        })
    }
}
