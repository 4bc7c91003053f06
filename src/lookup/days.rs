//! Which days can be asked for: a guide knows something of some, and nothing of the rest.

use crate::model::{
    Date, Guide, PartialDate, Validity,
    walk::{Place, Visitor, walk},
};

/// So many years past today, or past the last date of the guide, it may still say something that holds: the longest that it
/// counts itself is a permit of three years.
const YEARS_AHEAD: i16 = 5;

/// The days that a guide can be asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AskableDays {
    /// The first: of that day, or from that day, is the oldest of its sources.
    pub first: Date,
    /// The last: some years past today.
    pub last: Date,
}

impl AskableDays {
    /// Whether this is one of them.
    pub fn contains(self, day: Date) -> bool {
        (self.first..=self.last).contains(&day)
    }

    /// The one of them that is nearest to this day.
    #[must_use]
    pub fn nearest(self, day: Date) -> Date {
        day.min(self.last).max(self.first)
    }
}

/// The days that a guide itself names.
#[derive(Clone, Copy, Debug)]
pub(super) struct NamedDays {
    /// The first: of that day, or from that day, is the oldest of its sources.
    first: Option<Date>,
    /// The day of the youngest of its sources.
    youngest: Option<Date>,
}

impl NamedDays {
    /// Those of a guide: it is walked from end to end.
    pub(super) fn of(guide: &Guide) -> Self {
        let mut found = Found(None);
        walk(guide, &mut found);
        let of_sources = guide.sources.iter().filter_map(|source| source.date);
        let first = of_sources.clone().map(PartialDate::first_day).chain(found.0).min();
        Self { first, youngest: of_sources.map(PartialDate::last_day).max() }
    }

    /// The days that can be asked for on a day.
    pub(super) fn askable(self, today: Date) -> AskableDays {
        let from = self.youngest.map_or(today, |youngest| youngest.max(today));
        let year = from.year().saturating_add(YEARS_AHEAD);
        // The 29th of February is not in every year.
        let last = Date::new(year, from.month(), from.day()).or(Date::new(year, from.month(), 28));
        AskableDays { first: self.first.unwrap_or(today), last: last.unwrap_or(Date::MAX) }
    }
}

/// The first day from which something holds.
struct Found(Option<Date>);

impl<'a> Visitor<'a> for Found {
    fn validity(&mut self, _place: &Place<'_>, valid: &'a Validity) {
        let from = valid.from.map(PartialDate::first_day);
        self.0 = self.0.into_iter().chain(from).min();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::file::embedded_guide;

    fn day(year: i16, month: i8, day: i8) -> Date {
        Date::new(year, month, day).unwrap()
    }

    #[test]
    fn the_guide_is_asked_from_its_oldest_date_to_five_years_ahead() {
        let named = NamedDays::of(&embedded_guide().unwrap());
        let askable = |today| named.askable(today);
        let days = askable(day(2026, 11, 29));
        assert_eq!((days.first, days.last), (day(2010, 6, 15), day(2031, 11, 29)));
        for (asked, expected) in [
            (day(1, 1, 1), false),
            (day(2010, 6, 14), false),
            (day(2010, 6, 15), true),
            (day(2031, 11, 29), true),
            (day(2031, 11, 30), false),
            (day(9999, 12, 31), false),
        ] {
            assert_eq!(days.contains(asked), expected, "{asked}");
        }
        assert_eq!(askable(day(2028, 2, 29)).last, day(2033, 2, 28));
        assert_eq!(askable(Date::MAX).last, Date::MAX);
        // A computer that thinks it is 1970 can still be asked for the days of the sources.
        assert!(askable(day(1970, 1, 1)).contains(day(2022, 2, 3)));
    }
}
