//! Who is responsible where the person is, as far as the sources know.

use super::Asked;
use crate::{
    lookup::{RegionalCare, namesakes, national_fallback},
    model::{CareCoordinator, FormerGemeente, Gemeente, Party, Place, Regions},
};

/// What the table of regions says of a gemeente on the day of asking.
#[derive(Clone, Debug)]
pub struct RegionFacts<'a> {
    /// The question.
    pub asked: Asked<'a>,
    /// The table.
    pub regions: &'a Regions,
    /// The gemeente with its regions; `None` when it is not known.
    pub gemeente: Option<&'a Gemeente>,
    /// The former gemeente by whose name it was found.
    pub former: Option<&'a FormerGemeente>,
    /// Former gemeenten elsewhere of the same name, with the gemeente in their place.
    pub namesakes: Vec<(&'a FormerGemeente, &'a Gemeente)>,
    /// The zorgcoördinator that a source names.
    pub coordinator: Option<&'a CareCoordinator>,
    /// Whom to ask instead; `None` when a current source names a zorgcoördinator.
    pub fallback: Option<Vec<&'a Party>>,
}

impl<'a> Asked<'a> {
    /// What is known of a gemeente, or of the country when it is not known which.
    pub fn region(self, regions: &'a Regions, place: Option<Place<'a>>) -> RegionFacts<'a> {
        let gemeente = place.map(|place| place.gemeente);
        let care = RegionalCare::of(regions, gemeente, self.outcome.date);
        RegionFacts {
            asked: self,
            regions,
            gemeente,
            former: place.and_then(|place| place.former),
            namesakes: gemeente.into_iter().flat_map(|gemeente| namesakes(regions, gemeente)).collect(),
            coordinator: care.coordinator,
            fallback: care.needs_fallback().then(|| national_fallback(self.guide()).collect()),
        }
    }
}
