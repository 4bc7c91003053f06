//! What the app tells the user.

use std::{path::Path, sync::Arc};

use crate::model::{FileError, LookupError, OpenError, Problem, SaveError};

/// Something to tell the user.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// A guide could not be used; the one that was open still is.
    NotOpened(OpenError),
    /// A guide has errors and is not used.
    HasErrors(Vec<Problem>),
    /// Some facets cannot go together; the last change was not made.
    Contradiction(LookupError),
    /// This is on the clipboard.
    Copied(Copied),
    /// The referral card is in this file.
    CardSaved(Arc<Path>),
    /// The referral card could not be saved.
    CardNotSaved(SaveError),
    /// The poster is in this file.
    PosterSaved(Arc<Path>),
    /// The poster could not be saved.
    PosterNotSaved(SaveError),
    /// Settings could not be read or written.
    Settings(FileError),
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
