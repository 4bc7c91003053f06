//! Where the person is, as asked beside the facets.

use super::{Context, args::PlaceArgument};
use crate::{
    lookup::{AsOf, find_gemeente, fold},
    model::{CallError, Date, Gemeente, UNKNOWN},
};

/// What was said of the place.
#[derive(Clone, Copy, Debug)]
pub(super) enum Place<'a> {
    /// Nothing.
    NotAsked,
    /// `onbekend`: what holds nationally.
    Unknown,
    /// A gemeente.
    In(&'a Gemeente),
}

impl<'a> Place<'a> {
    /// Reads the gemeente.
    ///
    /// # Errors
    /// [`CallError::Gemeente`] with the nearest gemeente.
    pub(super) fn read(argument: &PlaceArgument, context: &'a Context) -> Result<Self, CallError> {
        match argument.gemeente.as_deref() {
            None => Ok(Self::NotAsked),
            Some(given) if fold(given) == UNKNOWN => Ok(Self::Unknown),
            Some(given) => find_gemeente(&context.regions, given).map(Self::In).map_err(CallError::Gemeente),
        }
    }

    /// The gemeente, if one was named.
    pub(super) fn gemeente(self) -> Option<&'a Gemeente> {
        match self {
            Self::In(gemeente) => Some(gemeente),
            Self::NotAsked | Self::Unknown => None,
        }
    }

    /// There, on a day.
    pub(super) fn on(self, date: Date) -> AsOf {
        AsOf::at(self.gemeente(), date)
    }
}
