//! Days of the calendar and of the week.

use super::words::{day, month, partial_day};
use crate::model::{Date, Lang, MONTHS_NL, PartialDate, Weekday};

/// A day with that of the week, as read aloud: "zondag 29 november 2026".
pub fn day_of_week(date: Date, lang: Lang) -> String {
    format!("{} {}", weekday(Weekday::of(date), lang), day(date, lang))
}

/// A month: "november 2026".
pub fn month_of(date: Date, lang: Lang) -> String {
    partial_day(PartialDate::Month(date.year(), date.month()), lang)
}

/// The number of a month by its name or the begin of it, of three letters at least: "okt", "mrt", "may".
pub fn month_called(name: &str) -> Option<i8> {
    let name = name.trim_end_matches('.').to_lowercase();
    // The one that is not short for its first letters.
    let name = if name == "mrt" { "maart".to_owned() } else { name };
    let is_called =
        |number: &i8| [Lang::Nl, Lang::En].iter().any(|lang| month(*number, *lang).to_lowercase().starts_with(&name));
    (1..=12).find(is_called).filter(|_| name.len() >= 3)
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

/// What of these texts of a guide can be told on a day: a text that names a later one is not yet true then.
pub fn told_on<'a>(texts: impl IntoIterator<Item = &'a String>, date: Date) -> impl Iterator<Item = &'a str> {
    texts.into_iter().map(String::as_str).filter(move |text| latest_day_named(text).is_none_or(|named| named <= date))
}

/// The latest day that a Dutch text names, of a month or a year its first: "stand van juni 2014" is 1 June 2014.
pub fn latest_day_named(text: &str) -> Option<Date> {
    let words: Vec<&str> = text.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    (0..words.len()).filter_map(|at| day_that_ends(&words[..=at])).max()
}

/// The day that the last of these words ends: a year, with the month and the day before it where they are there.
fn day_that_ends(words: &[&str]) -> Option<Date> {
    let (year, before) = words.split_last()?;
    let year = year.parse::<i16>().ok().filter(|_| year.len() == 4).filter(|year| (1900..2100).contains(year))?;
    let Some((month, before)) = before.split_last() else { return Date::new(year, 1, 1).ok() };
    // A telephone number goes on with four digits as well.
    if month.len() > 2 && month.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let Some(month) = (1_i8..).zip(MONTHS_NL).find(|(_, name)| name == month).map(|(number, _)| number) else {
        return Date::new(year, 1, 1).ok();
    };
    let day = before.last().and_then(|day| day.parse::<i8>().ok());
    day.and_then(|day| Date::new(year, month, day).ok()).or_else(|| Date::new(year, month, 1).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_told_from_the_latest_day_that_it_names() {
        let day = |text: &str| latest_day_named(text).map(|day| day.to_string());
        assert_eq!(day("Stand van juni 2014."), Some("2014-06-01".to_owned()));
        assert_eq!(day("De bron is van 16 december 2014. Vraag het na."), Some("2014-12-16".to_owned()));
        assert_eq!(day("In 2014 was dat 32 keer zo, in 2013 vaker."), Some("2014-01-01".to_owned()));
        assert_eq!(day("Liep tot 1 juli 2011, en in mei weer."), Some("2011-07-01".to_owned()));
        assert_eq!(day("Bel gratis 0800 2000, of 2.500 keer."), None);
        let texts = ["Stand van juni 2014.".to_owned(), "Overleg eerst.".to_owned()];
        let told = |day: &str| told_on(&texts, day.parse().unwrap()).count();
        assert_eq!((told("2014-05-31"), told("2014-06-01")), (1, 2));
    }
}
