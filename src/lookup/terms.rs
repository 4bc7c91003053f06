//! The last day of a term that starts on a known day.

use std::collections::BTreeMap;

use crate::model::{Date, ResponsibilityId, Term, TermUnit};

/// The days on which terms start, as the user says: of a responsibility, and of its term by the words for it. Another
/// term has another beginning. It says something of a person, and is never stored.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TermStarts(BTreeMap<(ResponsibilityId, String), Date>);

impl TermStarts {
    /// Says when a term starts; gives back what was said of it before.
    pub fn set(&mut self, of: ResponsibilityId, term: &str, start: Date) -> Option<Date> {
        self.0.insert((of, term.to_owned()), start)
    }

    /// When a term starts; `None` when nobody said so.
    pub fn start(&self, of: &ResponsibilityId, term: &Term) -> Option<Date> {
        self.0.iter().find(|((id, text), _)| id == of && *text == term.text).map(|(_, start)| *start)
    }
}

/// The last day within a term, where the first day counts; `None` for hours, or beyond the calendar.
///
/// The plain count: no weekend or holiday extends it. That months end the day before the same day, and on the last day
/// of a month without that day, was chosen by hand, so as never to name a day too late; no law is cited for it.
/// The Algemene termijnenwet extends only terms set by law, and on a stay or a bed nobody may count on more.
///
/// ```
/// use wegwijzer::{
///     lookup::last_day,
///     model::{Bound, Date, Term, TermUnit},
/// };
///
/// let term = Term { text: String::new(), count: 3, unit: TermUnit::Maand, bound: Bound::TenHoogste, starts: None, atw: None };
/// assert_eq!(last_day(&term, Date::constant(2026, 11, 30)), Some(Date::constant(2027, 2, 28)));
/// ```
pub fn last_day(term: &Term, start: Date) -> Option<Date> {
    let count = i32::from(term.count);
    match term.unit {
        TermUnit::Uur => None,
        TermUnit::Dag => start.checked_add(jiff::Span::new().days(count - 1)).ok(),
        TermUnit::Week => start.checked_add(jiff::Span::new().days(count.checked_mul(7)? - 1)).ok(),
        TermUnit::Maand => day_before(start, count),
        TermUnit::Jaar => day_before(start, count.checked_mul(12)?),
    }
}

/// The day before the same day `months` later; the last of the month where that month is too short.
fn day_before(start: Date, months: i32) -> Option<Date> {
    if months == 0 {
        return start.yesterday().ok();
    }
    let month = start.first_of_month().checked_add(jiff::Span::new().try_months(months).ok()?).ok()?;
    match start.day() {
        1 => month.yesterday().ok(),
        day => Date::new(month.year(), month.month(), (day - 1).min(month.days_in_month())).ok(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Bound;

    fn last(count: u16, unit: TermUnit, start: (i16, i8, i8)) -> Option<String> {
        let term = Term { text: String::new(), count, unit, bound: Bound::TenHoogste, starts: None, atw: None };
        last_day(&term, Date::new(start.0, start.1, start.2).unwrap()).map(|day| day.to_string())
    }

    #[test]
    fn the_first_day_counts_and_short_months_end_early() {
        assert_eq!(last(3, TermUnit::Maand, (2022, 2, 3)).as_deref(), Some("2022-05-02"));
        assert_eq!(last(3, TermUnit::Maand, (2022, 11, 30)).as_deref(), Some("2023-02-28"));
        assert_eq!(last(1, TermUnit::Maand, (2024, 1, 31)).as_deref(), Some("2024-02-29"));
        assert_eq!(last(3, TermUnit::Maand, (2022, 3, 1)).as_deref(), Some("2022-05-31"));
        assert_eq!(last(2, TermUnit::Week, (2022, 4, 1)).as_deref(), Some("2022-04-14"));
        assert_eq!(last(30, TermUnit::Dag, (2023, 6, 1)).as_deref(), Some("2023-06-30"));
        assert_eq!(last(1, TermUnit::Jaar, (2024, 2, 29)).as_deref(), Some("2025-02-28"));
        assert_eq!(last(8, TermUnit::Uur, (2024, 2, 29)), None);
        assert_eq!(last(u16::MAX, TermUnit::Jaar, (2024, 2, 29)), None, "beyond what a calendar holds");
    }
}
