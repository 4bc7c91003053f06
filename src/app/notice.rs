//! What the app tells the user.

use std::{path::Path, sync::Arc};

pub use crate::file::Printed;

use super::NotEdited;
use crate::{
    export::Export,
    lookup::AskableDays,
    model::{
        FileError, Gemeente, HandOverError, LookupError, OpenError, Problem, SaveError, SupplementError, TableProblem,
    },
};

/// Something to tell the user.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// A guide could not be used; the one that was open still is.
    NotOpened(OpenError),
    /// A guide has errors and is not used.
    HasErrors(Vec<Problem>),
    /// Some facets cannot go together; the last change was not made.
    Contradiction(LookupError),
    /// What was found by searching is where the person is from now on.
    GemeenteSet(Gemeente),
    /// This is on the clipboard.
    Copied(Copied),
    /// What was asked for is in a file.
    Saved {
        /// What it is.
        what: &'static Export,
        /// The file.
        path: Arc<Path>,
    },
    /// What was asked for could not be saved.
    NotSaved {
        /// What it is.
        what: &'static Export,
        /// The reason.
        why: SaveError,
    },
    /// A file that was saved is printed, or opened to be printed.
    Printed(Printed),
    /// No program took over a file that was saved.
    NotHandedOver {
        /// What it is.
        what: &'static Export,
        /// The reason.
        why: HandOverError,
    },
    /// A day was asked for of which the guide knows nothing; it can be one of these.
    DayOutside(AskableDays),
    /// What is to be known of a file: settings that could not be read or written, or something that was saved.
    OfFile(FileError),
    /// Laying out the picture of the chain panicked.
    ChainStopped,
    /// Reading the guide for a search panicked.
    SearchStopped,
    /// Something was not done to the guide.
    NotEdited(NotEdited),
    /// Another guide was asked for, and this one was edited and not saved.
    UnsavedGuide,
    /// The guide came from no file that can be written.
    NoGuideFile,
    /// The guide is in this file.
    GuideSaved(Arc<Path>),
    /// Saving the guide panicked.
    SavingStopped,
    /// Checking the guide panicked.
    CheckStopped,
    /// Somebody else changed the file of the guide since it was opened.
    FileChanged,
    /// A file has two records with one id, and cannot be held against the guide.
    DoubleIds,
    /// A file holds what one place adds for itself, which is no proposal for the guide.
    IsSupplement,
    /// A table was not taken over, because of these.
    TableRefused(Vec<TableProblem>),
    /// Making a proposal panicked.
    ProposalStopped,
    /// There is work on this guide that was not saved when the program stopped.
    LostWork,
    /// Some of what was known of the person cannot be asked any more.
    ForgottenByEdit,
    /// The supplement of this file does not lie over the guide.
    OwnNotUsed(Arc<Path>, Box<SupplementError>),
    /// The supplement is in this file.
    OwnSaved(Arc<Path>),
    /// What was to be added to the supplement leads to a person.
    OwnPersonal(Box<Problem>),
    /// Over this record the guide decides, and no supplement.
    OwnNotKept,
    /// Working on the supplement panicked.
    OwnStopped,
}

/// How something is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// It was done: told calmly, and gone by itself.
    Success,
    /// It was not done, or not wholly: told until somebody closes it.
    Error,
}

impl Notice {
    /// How this is told.
    pub fn tone(&self) -> Tone {
        match self {
            Self::GemeenteSet(_)
            | Self::Copied(_)
            | Self::Saved { .. }
            | Self::Printed(_)
            | Self::GuideSaved(_)
            | Self::OwnSaved(_) => Tone::Success,
            Self::NotOpened(_)
            | Self::HasErrors(_)
            | Self::Contradiction(_)
            | Self::NotSaved { .. }
            | Self::NotHandedOver { .. }
            | Self::DayOutside(_)
            | Self::OfFile(_)
            | Self::ChainStopped
            | Self::SearchStopped
            | Self::NotEdited(_)
            | Self::UnsavedGuide
            | Self::NoGuideFile
            | Self::SavingStopped
            | Self::CheckStopped
            | Self::FileChanged
            | Self::DoubleIds
            | Self::IsSupplement
            | Self::TableRefused(_)
            | Self::ProposalStopped
            | Self::LostWork
            | Self::ForgottenByEdit
            | Self::OwnNotUsed(..)
            | Self::OwnPersonal(_)
            | Self::OwnNotKept
            | Self::OwnStopped => Tone::Error,
        }
    }

    /// Whether it says why a guide was not opened.
    pub(super) fn is_of_opening(&self) -> bool {
        matches!(self, Self::NotOpened(_) | Self::HasErrors(_))
    }
}

/// What was copied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Copied {
    /// What stood beside the button.
    Text,
    /// A text for the owner of the guide.
    Correction,
    /// The referral card.
    Card,
}
