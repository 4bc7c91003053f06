//! When a contact is answered, as data.

use std::{fmt, str::FromStr};

use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{Error as _, Unexpected},
};
use strum::{EnumIter, IntoStaticStr};

use super::Date;

/// A time of day in whole minutes, from 00:00 up to and including 24:00, the end of the day. Written as `09:00`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ClockTime(u16);

/// What the clock says: a day, and a time of it. Always an argument, as a date is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Now {
    /// The day.
    pub date: Date,
    /// The time.
    pub time: ClockTime,
}

/// A text that is no time of day.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} != {expected}", expected = Self::EXPECTED)]
pub struct ClockTimeError(pub String);

impl ClockTimeError {
    /// What was expected, as serde's errors carry it.
    pub const EXPECTED: &str = "hour:minute";
}

impl ClockTime {
    /// The time so many hours and minutes after midnight; `None` when a day has no such time.
    pub const fn new(hour: u16, minute: u16) -> Option<Self> {
        let minutes = hour.saturating_mul(60).saturating_add(minute);
        if minute < 60 && minutes <= 24 * 60 { Some(Self(minutes)) } else { None }
    }

    /// Minutes since midnight.
    pub const fn minutes(self) -> u16 {
        self.0
    }
}

impl fmt::Display for ClockTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.0 / 60, self.0 % 60)
    }
}

impl FromStr for ClockTime {
    type Err = ClockTimeError;

    fn from_str(text: &str) -> Result<Self, ClockTimeError> {
        let digits = |part: &str| {
            (part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_digit())).then(|| part.parse().ok()).flatten()
        };
        let read = || {
            let (hour, minute) = text.split_once(':')?;
            Self::new(digits(hour)?, digits(minute)?)
        };
        read().ok_or_else(|| ClockTimeError(text.to_owned()))
    }
}

impl Serialize for ClockTime {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}
impl<'de> Deserialize<'de> for ClockTime {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        // As in dates.
        text.parse().map_err(|ClockTimeError(found)| {
            D::Error::invalid_value(Unexpected::Other(&found), &ClockTimeError::EXPECTED)
        })
    }
}

/// A day of the week.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, EnumIter, IntoStaticStr)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "kebab-case")]
#[expect(missing_docs, reason = "the days of the week, in Dutch")]
pub enum Weekday {
    Maandag,
    Dinsdag,
    Woensdag,
    Donderdag,
    Vrijdag,
    Zaterdag,
    Zondag,
}

impl Weekday {
    /// That of a day.
    pub fn of(date: Date) -> Self {
        use jiff::civil::Weekday as Day;
        match date.weekday() {
            Day::Monday => Self::Maandag,
            Day::Tuesday => Self::Dinsdag,
            Day::Wednesday => Self::Woensdag,
            Day::Thursday => Self::Donderdag,
            Day::Friday => Self::Vrijdag,
            Day::Saturday => Self::Zaterdag,
            Day::Sunday => Self::Zondag,
        }
    }

    /// All days, from Monday.
    pub const ALL: [Self; 7] =
        [Self::Maandag, Self::Dinsdag, Self::Woensdag, Self::Donderdag, Self::Vrijdag, Self::Zaterdag, Self::Zondag];
    /// The days on which offices work, holidays not counted.
    const WORKING: [Self; 5] = [Self::Maandag, Self::Dinsdag, Self::Woensdag, Self::Donderdag, Self::Vrijdag];
}

/// The same hours on some days of the week.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Hours {
    /// The first of the days.
    pub from_day: Weekday,
    /// The last of the days, counted within one week.
    pub until_day: Weekday,
    /// From this time.
    pub from: ClockTime,
    /// Until this time.
    pub until: ClockTime,
}

/// The hour at which is asked, as far as it is known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Hour {
    /// Not known.
    #[default]
    Unknown,
    /// Somewhere in office hours.
    Office,
    /// In the evening, the night or the weekend.
    OutsideOffice,
    /// By the clock.
    At(Weekday, ClockTime),
}

/// The hours that every office has, for who says no more than "office hours". Chosen by hand: the narrowest that the
/// sources of the shipped guide name.
const OFFICE: (ClockTime, ClockTime) = (ClockTime(9 * 60), ClockTime(17 * 60));
/// From midnight to midnight.
const WHOLE_DAY: (ClockTime, ClockTime) = (ClockTime(0), ClockTime(24 * 60));
/// Beyond these hours no office is open. Chosen by hand.
const OFFICE_AT_MOST: (ClockTime, ClockTime) = (ClockTime(8 * 60), ClockTime(18 * 60));

impl Hour {
    /// What hours say that somebody chose by name: within office hours, outside them, or neither.
    pub fn within(hours: &[Hours]) -> Self {
        let (from, until) = OFFICE_AT_MOST;
        let is_office = |h: &Hours| h.until_day <= Weekday::Vrijdag && from <= h.from && h.until <= until;
        let (from, until) = OFFICE;
        let meets_office = |h: &Hours| h.from_day <= Weekday::Vrijdag && h.from < until && from < h.until;
        if hours.is_empty() {
            Self::Unknown
        } else if hours.iter().all(is_office) {
            Self::Office
        } else if hours.iter().any(meets_office) {
            Self::Unknown
        } else {
            Self::OutsideOffice
        }
    }
}

/// Whether somebody answers at an hour, by the hours that a source gives; `None` when it cannot be told.
pub fn is_open(hours: &[Hours], hour: Hour) -> Option<bool> {
    if hours.is_empty() {
        return None;
    }
    let on_every = |days: &[Weekday], (from, until): (ClockTime, ClockTime)| {
        days.iter().all(|day| hours.iter().any(|h| h.is_on(*day) && h.from <= from && until <= h.until))
    };
    // Then the hour makes no difference.
    if on_every(&Weekday::ALL, WHOLE_DAY) {
        return Some(true);
    }
    match hour {
        Hour::Unknown => None,
        Hour::At(day, time) => Some(hours.iter().any(|hours| hours.includes(day, time))),
        Hour::Office if on_every(&Weekday::WORKING, OFFICE) => Some(true),
        Hour::Office => {
            let (from, until) = OFFICE_AT_MOST;
            let meets = |day| hours.iter().any(|h| h.is_on(day) && h.from < until && from < h.until);
            (!Weekday::WORKING.into_iter().any(meets)).then_some(false)
        }
        Hour::OutsideOffice => {
            let (from, until) = OFFICE_AT_MOST;
            let is_within = |h: &Hours| h.until_day <= Weekday::Vrijdag && from <= h.from && h.until <= until;
            hours.iter().all(is_within).then_some(false)
        }
    }
}

impl Hours {
    fn is_on(&self, day: Weekday) -> bool {
        self.from_day <= day && day <= self.until_day
    }

    /// Whether a time of the week is one of them; their end is not.
    pub fn includes(&self, day: Weekday, time: ClockTime) -> bool {
        self.is_on(day) && self.from <= time && time < self.until
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(day: Weekday, time: &str) -> Hour {
        Hour::At(day, time.parse().unwrap())
    }

    fn hours(until_day: Weekday, from: &str, until: &str) -> Vec<Hours> {
        let (from, until) = (from.parse().unwrap(), until.parse().unwrap());
        vec![Hours { from_day: Weekday::Maandag, until_day, from, until }]
    }

    fn weekdays(from: &str, until: &str) -> Vec<Hours> {
        hours(Weekday::Vrijdag, from, until)
    }

    #[test]
    fn a_time_of_day_reads_what_it_writes() {
        for text in ["00:00", "09:05", "23:59", "24:00"] {
            assert_eq!(text.parse::<ClockTime>().unwrap().to_string(), text);
        }
        for text in ["", "9:00", "24:01", "12:60", "-1:00", "12", "12:00:00", "+1:30"] {
            assert!(text.parse::<ClockTime>().is_err(), "{text} should be refused");
        }
    }

    #[test]
    fn hours_that_are_chosen_by_name_are_within_or_outside_office_hours() {
        let outside = [weekdays("00:00", "09:00"), weekdays("17:00", "24:00")].concat();
        for (hours, hour) in [
            (Vec::new(), Hour::Unknown),
            (weekdays("09:00", "17:00"), Hour::Office),
            (weekdays("08:30", "17:30"), Hour::Office),
            (outside, Hour::OutsideOffice),
            (weekdays("12:00", "20:00"), Hour::Unknown),
            (hours(Weekday::Zondag, "00:00", "24:00"), Hour::Unknown),
        ] {
            assert_eq!(Hour::within(&hours), hour, "{hours:?}");
        }
    }

    #[test]
    fn a_day_has_its_weekday() {
        let days =
            [(2026, 11, 27, Weekday::Vrijdag), (2026, 11, 28, Weekday::Zaterdag), (2024, 2, 29, Weekday::Donderdag)];
        for (year, month, day, weekday) in days {
            assert_eq!(Weekday::of(Date::new(year, month, day).unwrap()), weekday);
        }
    }

    #[test]
    fn who_answers_depends_on_the_hour_and_is_unknown_while_the_hour_is() {
        let office = weekdays("09:00", "17:00");
        for (hour, open) in [
            (Hour::Unknown, None),
            (Hour::Office, Some(true)),
            (Hour::OutsideOffice, Some(false)),
            (at(Weekday::Vrijdag, "16:59"), Some(true)),
            (at(Weekday::Vrijdag, "17:00"), Some(false)),
            (at(Weekday::Zaterdag, "12:00"), Some(false)),
        ] {
            assert_eq!(is_open(&office, hour), open, "{hour:?}");
            assert_eq!(is_open(&hours(Weekday::Zondag, "00:00", "24:00"), hour), Some(true));
            assert_eq!(is_open(&[], hour), None);
        }
    }

    #[test]
    fn hours_that_are_neither_within_nor_beyond_office_hours_cannot_be_told() {
        let long = weekdays("08:00", "22:00");
        assert_eq!(is_open(&long, Hour::Office), Some(true));
        assert_eq!(is_open(&long, Hour::OutsideOffice), None);
        let short = weekdays("09:00", "12:00");
        assert_eq!(is_open(&short, Hour::Office), None);
        let night = weekdays("18:00", "24:00");
        assert_eq!(is_open(&night, Hour::Office), Some(false));
    }
}
