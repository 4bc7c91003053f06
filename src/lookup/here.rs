//! When and where is asked.

use crate::model::{Date, Gemeente, Validity};

/// The day of asking and, where it is known, the veiligheidsregio in which the person is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Here {
    /// The day of asking.
    pub date: Date,
    /// The veiligheidsregio; unknown means that what holds in one region only may still hold.
    pub veiligheidsregio: Option<String>,
}

impl Here {
    /// In a gemeente, if one is known, on a day.
    pub fn at(gemeente: Option<&Gemeente>, date: Date) -> Self {
        Self { date, veiligheidsregio: gemeente.map(|gemeente| gemeente.veiligheidsregio.clone()) }
    }

    /// Whether something that holds in this time and in this area (nothing: the whole country) may hold here and now.
    pub fn is_within(&self, valid: &Validity, area: &[String]) -> bool {
        valid.holds_on(self.date) && self.is_in(area)
    }

    /// Whether this may be in the area; nothing means the whole country.
    pub fn is_in(&self, area: &[String]) -> bool {
        area.is_empty() || self.veiligheidsregio.as_ref().is_none_or(|region| area.contains(region))
    }
}

impl From<Date> for Here {
    fn from(date: Date) -> Self {
        Self { date, veiligheidsregio: None }
    }
}
