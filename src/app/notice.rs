//! What the app tells the user.

use std::{path::Path, sync::Arc};

use crate::{
    export::Export,
    model::{FileError, Gemeente, LookupError, OpenError, Problem, SaveError},
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
    /// What is to be known of a file: settings that could not be read or written, or something that was saved.
    OfFile(FileError),
    /// Laying out the picture of the chain panicked.
    ChainStopped,
    /// Reading the guide for a search panicked.
    SearchStopped,
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
