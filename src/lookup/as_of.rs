//! When and where is asked.

use crate::model::{Date, Gemeente, Validity};

/// As of which day, and where it is known in which veiligheidsregio, a question is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AsOf {
    /// The day of asking.
    pub date: Date,
    /// The veiligheidsregio; while it is `None`, what holds in one region only may hold.
    pub veiligheidsregio: Option<String>,
}

impl AsOf {
    /// In a gemeente, if one is known, on a day.
    pub fn at(gemeente: Option<&Gemeente>, date: Date) -> Self {
        Self { date, veiligheidsregio: gemeente.map(|gemeente| gemeente.veiligheidsregio.clone()) }
    }

    /// Whether what is valid in this time and area may hold on the day and in the region of asking.
    ///
    /// An empty area is the whole country.
    pub fn is_within(&self, valid: &Validity, area: &[String]) -> bool {
        valid.holds_on(self.date) && self.is_in(area)
    }

    /// Whether the region of asking may be in an area; an empty area is the whole country.
    pub fn is_in(&self, area: &[String]) -> bool {
        area.is_empty() || self.veiligheidsregio.as_ref().is_none_or(|region| area.contains(region))
    }
}

impl From<Date> for AsOf {
    fn from(date: Date) -> Self {
        Self { date, veiligheidsregio: None }
    }
}
