//! Where the person is, as asked beside the facets.

use super::{AsOf, find_place, fold};
use crate::model::{Date, Place, Regions, UNKNOWN, UnknownGemeente};

/// What was said of the place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whereabouts<'a> {
    /// Nothing.
    NotAsked,
    /// `onbekend`: what holds nationally.
    Unknown,
    /// A gemeente.
    In(Place<'a>),
}

impl<'a> Whereabouts<'a> {
    /// Reads the gemeente: a name, a code, `onbekend`, or nothing.
    ///
    /// # Errors
    /// [`UnknownGemeente`] with the nearest gemeente.
    pub fn read(gemeente: Option<&str>, regions: &'a Regions) -> Result<Self, UnknownGemeente> {
        match gemeente {
            None => Ok(Self::NotAsked),
            Some(given) if fold(given) == UNKNOWN => Ok(Self::Unknown),
            Some(given) => find_place(regions, given).map(Self::In),
        }
    }

    /// The gemeente, if one was named.
    pub fn named(self) -> Option<Place<'a>> {
        match self {
            Self::In(place) => Some(place),
            Self::NotAsked | Self::Unknown => None,
        }
    }

    /// What is told of the region: nothing when it was not asked for, and of no gemeente what holds nationally.
    pub fn told(self, regions: &'a Regions) -> Option<(&'a Regions, Option<Place<'a>>)> {
        (self != Self::NotAsked).then(|| (regions, self.named()))
    }

    /// There, on a day.
    pub fn on(self, date: Date) -> AsOf {
        AsOf::at(self.named().map(|place| place.gemeente), date)
    }
}
