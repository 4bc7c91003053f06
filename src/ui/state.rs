//! What only the drawing needs to remember. Nothing of it is stored.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Weak,
};

use super::{keten::KetenState, long_list::LongList, shell::TourStep, system_dialog::SystemDialog};
use crate::{
    app::{AnswersView, CardWish, Command, FileKind, FilePlace},
    model::FacetId,
};

/// What is unfolded, typed or open on screen.
#[derive(Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is one thing that is on or off on screen")]
pub(super) struct ViewState {
    /// Facets that the user folded or unfolded.
    pub(super) facet_folds: BTreeMap<FacetId, bool>,
    /// Whether all first advice is shown.
    pub(super) first_unfolded: bool,
    /// Aspects of which all possible gaps are shown, by name.
    pub(super) unfolded_gaps: BTreeSet<String>,
    /// What of the answers was laid out.
    pub(super) answers: LongList<AnswersShape>,
    /// What is typed in the field for the date.
    pub(super) date_text: String,
    /// The date field holds something that is no date.
    pub(super) date_is_wrong: bool,
    /// The day on which a term starts, as typed; never stored.
    pub(super) term_start: String,
    /// What is typed in the field for the gemeente.
    pub(super) gemeente_text: String,
    /// Which hit the arrows are at.
    pub(super) hit: usize,
    /// One of the hits has the focus itself.
    pub(super) hit_row_has_focus: bool,
    /// The search field asks for the focus in this frame.
    pub(super) focus_search: bool,
    /// Which part of the program is shown.
    pub(super) tab: Tab,
    /// How the picture of the chain is looked at.
    pub(super) keten: KetenState,
    /// Which pane is shown when there is room for one.
    pub(super) pane: Pane,
    /// The step of the tour, while it lasts.
    pub(super) tour: Option<TourStep>,
    /// The dialog that is open.
    pub(super) dialog: Option<Dialog>,
    /// What the app is to do after this frame.
    pub(super) commands: Vec<Command>,
}

impl ViewState {
    /// Wipes all that says something of a person, here and in the app.
    pub(super) fn wipe(&mut self) {
        *self = Self {
            pane: self.pane,
            tab: self.tab,
            tour: self.tour,
            first_unfolded: self.first_unfolded,
            ..Self::default()
        };
        self.send(Command::ClearAll);
    }

    /// Shows a part of the program.
    pub(super) fn show(&mut self, tab: Tab) {
        self.tab = tab;
        self.pane = Pane::Answers;
        if tab == Tab::Keten {
            self.send(Command::ShowChain);
        }
    }

    /// Asks the app to do this after the frame.
    pub(super) fn send(&mut self, command: Command) {
        self.commands.push(command);
    }
}

/// What the heights of the answers follow from.
#[derive(Clone, Debug)]
pub(super) struct AnswersShape {
    /// Weak: an answer says something of a person, and is gone as soon as the app has another.
    pub(super) answers: Weak<AnswersView>,
    pub(super) unfolded_gaps: BTreeSet<String>,
    /// In bits, as is the next: only whether it is the same matters.
    pub(super) width: u32,
    pub(super) pixels_per_point: u32,
}

impl PartialEq for AnswersShape {
    fn eq(&self, other: &Self) -> bool {
        Weak::ptr_eq(&self.answers, &other.answers)
            && self.unfolded_gaps == other.unfolded_gaps
            && (self.width, self.pixels_per_point) == (other.width, other.pixels_per_point)
    }
}

/// A part of the program.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Tab {
    /// Who is responsible.
    #[default]
    Wegwijzer,
    /// The chain as a picture.
    Keten,
}

/// What a narrow window shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Pane {
    /// The questions.
    #[default]
    Facets,
    /// The answers.
    Answers,
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
    /// Saving the referral card or the poster.
    Save(SaveFile),
}

/// Choosing a file.
#[derive(Debug, Default)]
pub(super) struct OpenGuide {
    /// What is typed.
    pub(super) path: String,
    /// The system's own dialog for it.
    pub(super) system: SystemDialog,
}

/// Choosing where a file goes; nothing of it is kept.
#[derive(Debug, Default)]
pub(super) struct SaveFile {
    /// What is to be saved.
    pub(super) what: FileKind,
    /// What is typed.
    pub(super) path: String,
    /// Where that leads; nothing while nothing is typed.
    pub(super) place: Option<FilePlace>,
    /// What goes on the card beside the answer.
    pub(super) wish: CardWish,
    /// The field got the focus once; after that it is the user's.
    pub(super) had_focus: bool,
    /// The system's own dialog for it.
    pub(super) system: SystemDialog,
}

impl SaveFile {
    /// Of something, with nothing chosen yet.
    pub(super) fn of(what: FileKind) -> Self {
        Self { what, ..Self::default() }
    }
}
