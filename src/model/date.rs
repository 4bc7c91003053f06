//! Dates as precise as they are known, and the stretch of time in which something holds.

use std::{fmt, str::FromStr};

use jiff::Span;
use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{Error as _, Unexpected},
};

/// A calendar day, always an argument and never read from a clock.
pub use jiff::civil::Date;

/// The months in Dutch, in order.
pub const MONTHS_NL: [&str; 12] = [
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
];

/// The same day so many months later, or the last day of that month; the last day there is where none comes after it.
pub fn months_after(day: Date, months: u8) -> Date {
    day.saturating_add(Span::new().months(months))
}

/// The same day so many years later, or the last of that month; `None` where no day comes after it.
///
/// Without the spans of jiff, of which the words about every other span would come into the engine of the page.
pub fn years_after(day: Date, years: i16) -> Option<Date> {
    let month = Date::new(day.year().checked_add(years)?, day.month(), 1).ok()?;
    Date::new(month.year(), month.month(), day.day().min(month.days_in_month())).ok()
}

/// A year, a month or a day: sources are seldom dated better.
///
/// Written as `2016`, `2019-10` or `2022-02-03`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PartialDate {
    /// Only the year is known.
    Year(i16),
    /// Year and month (1–12).
    Month(i16, i8),
    /// The day itself.
    Day(Date),
}

impl PartialDate {
    /// The first day it can be.
    pub fn first_day(self) -> Date {
        match self {
            Self::Year(year) => Date::new(year, 1, 1).unwrap_or(Date::MIN),
            Self::Month(year, month) => Date::new(year, month, 1).unwrap_or(Date::MIN),
            Self::Day(date) => date,
        }
    }

    /// The last day it can be.
    pub fn last_day(self) -> Date {
        match self {
            Self::Year(year) => Date::new(year, 12, 31).unwrap_or(Date::MAX),
            Self::Month(..) => self.first_day().last_of_month(),
            Self::Day(date) => date,
        }
    }
}

/// By first day; of two that begin alike, the more precise comes last.
impl Ord for PartialDate {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        (self.first_day(), other.last_day()).cmp(&(other.first_day(), self.last_day()))
    }
}
impl PartialOrd for PartialDate {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Year(year) => write!(f, "{year:04}"),
            Self::Month(year, month) => write!(f, "{year:04}-{month:02}"),
            Self::Day(date) => write!(f, "{date}"),
        }
    }
}

/// A text that is no year, month or day.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} != {expected}", expected = Self::EXPECTED)]
pub struct DateError(pub String);

impl DateError {
    /// What was expected, as serde's errors carry it.
    pub const EXPECTED: &str = "year-month-day";
}

impl FromStr for PartialDate {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        let wrong = || DateError(text.to_owned());
        let digits = |part: &str, len: usize| {
            (part.len() == len && part.bytes().all(|b| b.is_ascii_digit())).then(|| part.parse::<i16>().ok()).flatten()
        };
        let mut parts = text.split('-');
        let year = parts.next().and_then(|part| digits(part, 4)).ok_or_else(wrong)?;
        let month = match parts.next() {
            None => return Ok(Self::Year(year)),
            Some(part) => digits(part, 2).and_then(|n| i8::try_from(n).ok()).ok_or_else(wrong)?,
        };
        let first = Date::new(year, month, 1).map_err(|_| wrong())?;
        let day = match parts.next() {
            None => return Ok(Self::Month(year, month)),
            Some(part) => digits(part, 2).and_then(|n| i8::try_from(n).ok()).ok_or_else(wrong)?,
        };
        if parts.next().is_some() {
            return Err(wrong());
        }
        Date::new(first.year(), first.month(), day).map(Self::Day).map_err(|_| wrong())
    }
}

impl Serialize for PartialDate {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}
impl<'de> Deserialize<'de> for PartialDate {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        // As in ids.
        text.parse()
            .map_err(|DateError(found)| D::Error::invalid_value(Unexpected::Other(&found), &DateError::EXPECTED))
    }
}

/// Reads a day as it is written, `2022-02-03`, as jiff does, but without all the other ways in which jiff reads time:
/// those are a quarter of the engine of the page.
pub(super) fn read_day<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Date, D::Error> {
    match String::deserialize(deserializer)?.parse() {
        Ok(PartialDate::Day(day)) => Ok(day),
        Ok(PartialDate::Year(_) | PartialDate::Month(..)) | Err(DateError(_)) => {
            Err(D::Error::custom(DateError::EXPECTED))
        }
    }
}

/// The same, where there may be none.
pub(super) fn read_day_if_any<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Date>, D::Error> {
    #[derive(Deserialize)]
    #[serde(transparent)]
    struct Day(#[serde(deserialize_with = "read_day")] Date);

    Ok(Option::<Day>::deserialize(deserializer)?.map(|Day(day)| day))
}

/// When something holds, both ends included.
///
/// A missing `from` means "not known since when", a missing `until` "not known to have ended"; never "forever".
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Validity {
    /// From the first day of this.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<PartialDate>,
    /// Until the last day of this.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<PartialDate>,
    /// In words, when the rule turns on another date than the day of asking.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

impl Validity {
    /// Whether it holds on `date`, as far as is known.
    pub fn holds_on(&self, date: Date) -> bool {
        self.from.is_none_or(|from| from.first_day() <= date) && self.until.is_none_or(|until| date <= until.last_day())
    }

    /// Nothing is known of begin, end or turning point.
    pub fn is_open(&self) -> bool {
        *self == Self::default()
    }

    /// Whether a day exists on which both hold.
    pub fn overlaps(&self, other: &Self) -> bool {
        let starts_before_end = |a: &Self, b: &Self| match (a.from, b.until) {
            (Some(from), Some(until)) => from.first_day() <= until.last_day(),
            _ => true,
        };
        starts_before_end(self, other) && starts_before_end(other, self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn partial_dates_read_what_they_write_and_refuse_the_rest() {
        for text in ["2016", "2019-10", "2022-02-03", "2024-02-29"] {
            assert_eq!(text.parse::<PartialDate>().map(|d| d.to_string()), Ok(text.to_owned()));
        }
        for text in ["", "16", "2016-", "2016-13", "2023-02-29", "2022-2-3", "2022-02-03-01", "+016", "vandaag"] {
            assert!(text.parse::<PartialDate>().is_err(), "{text} should be refused");
        }
    }

    #[test]
    fn years_later_is_the_same_day_or_the_last_of_its_month() {
        for (day, years) in [("2020-02-29", 5), ("2020-02-29", 4), ("2021-12-31", 5), ("2022-02-03", 0)] {
            let day: Date = day.parse().unwrap();
            assert_eq!(years_after(day, years), day.checked_add(Span::new().years(years)).ok());
        }
        assert_eq!(years_after(Date::MAX, 1), None);
    }

    #[test]
    fn a_year_holds_from_its_first_to_its_last_day() {
        let validity = Validity { from: "2022".parse().ok(), until: "2023".parse().ok(), note: None };
        let holds = |y, m, d| validity.holds_on(Date::new(y, m, d).unwrap());
        assert!(!holds(2021, 12, 31));
        assert!(holds(2022, 1, 1));
        assert!(holds(2023, 12, 31));
        assert!(!holds(2024, 1, 1));
    }
}
