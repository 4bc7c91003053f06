//! Days of the calendar and of the week.

use super::words::{day, partial_day};
use crate::model::{Date, Lang, PartialDate, Weekday};

/// A day with that of the week, as read aloud: "zondag 29 november 2026".
pub fn day_of_week(date: Date, lang: Lang) -> String {
    format!("{} {}", weekday(Weekday::of(date), lang), day(date, lang))
}

/// A month: "november 2026".
pub fn month_of(date: Date, lang: Lang) -> String {
    partial_day(PartialDate::Month(date.year(), date.month()), lang)
}

/// A day of the week.
pub fn weekday(day: Weekday, lang: Lang) -> &'static str {
    let (dutch, english) = match day {
        Weekday::Maandag => ("maandag", "Monday"),
        Weekday::Dinsdag => ("dinsdag", "Tuesday"),
        Weekday::Woensdag => ("woensdag", "Wednesday"),
        Weekday::Donderdag => ("donderdag", "Thursday"),
        Weekday::Vrijdag => ("vrijdag", "Friday"),
        Weekday::Zaterdag => ("zaterdag", "Saturday"),
        Weekday::Zondag => ("zondag", "Sunday"),
    };
    match lang {
        Lang::Nl => dutch,
        Lang::En => english,
    }
}

/// Which days a guide knows something of.
pub fn days_known(first: Date, last: Date, lang: Lang) -> String {
    let (first, last) = (day(first, lang), day(last, lang));
    match lang {
        Lang::Nl => format!("deze gids kent de dagen van {first} tot en met {last}"),
        Lang::En => format!("this guide knows the days from {first} to {last}"),
    }
}
