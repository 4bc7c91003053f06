//! Where the person is, as asked beside the facets.

use super::Context;
use crate::{
    lookup::{AsOf, find_place, fold},
    model::{CallError, Date, Lang, Place, UNKNOWN},
    text::words,
};

/// What was said of the place.
#[derive(Clone, Copy, Debug)]
pub(super) enum Whereabouts<'a> {
    /// Nothing.
    NotAsked,
    /// `onbekend`: what holds nationally.
    Unknown,
    /// A gemeente.
    In(Place<'a>),
}

impl<'a> Whereabouts<'a> {
    /// Reads the gemeente.
    ///
    /// # Errors
    /// [`CallError::Gemeente`] with the nearest gemeente.
    pub(super) fn read(gemeente: Option<&str>, context: &'a Context) -> Result<Self, CallError> {
        match gemeente {
            None => Ok(Self::NotAsked),
            Some(given) if fold(given) == UNKNOWN => Ok(Self::Unknown),
            Some(given) => find_place(&context.regions, given).map(Self::In).map_err(CallError::Gemeente),
        }
    }

    /// The gemeente, if one was named.
    pub(super) fn named(self) -> Option<Place<'a>> {
        match self {
            Self::In(place) => Some(place),
            Self::NotAsked | Self::Unknown => None,
        }
    }

    /// There, on a day.
    pub(super) fn on(self, date: Date) -> AsOf {
        AsOf::at(self.named().map(|place| place.gemeente), date)
    }

    /// What is odd about the name that was given, in a line of its own.
    pub(super) fn in_words(self, lang: Lang) -> String {
        let former = self.named().and_then(|place| Some(words::former_gemeente(place.former?, place.gemeente, lang)));
        former.map(|words| words + "\n").unwrap_or_default()
    }
}
