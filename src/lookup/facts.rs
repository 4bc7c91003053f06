//! What the sources say of how old a fact is.

use crate::model::{Citation, Date, Guide, PartialDate, Validity};

/// The latest dated source, up to the day of asking, that says it.
///
/// Never a sign that somebody checked: that is `verified`.
pub fn last_source(guide: &Guide, citations: &[Citation], date: Date) -> Option<PartialDate> {
    citations
        .iter()
        .filter_map(|citation| guide.source(&citation.source)?.date)
        .filter(|source_date| source_date.first_day() <= date)
        .max()
}

/// A fact whose latest source is older than so many years is shown as old.
pub const OLD_AFTER_YEARS: i16 = 5;

/// Whether the latest source of a fact is so old on a day that one should check it first.
pub fn is_old(last_source: Option<PartialDate>, date: Date) -> bool {
    last_source.is_some_and(|last| {
        last.last_day().checked_add(jiff::Span::new().years(OLD_AFTER_YEARS)).is_ok_and(|old_from| old_from < date)
    })
}

/// How many whole months ago an edition was made; nothing when its name is no date or lies ahead.
pub fn edition_age_in_months(guide: &Guide, today: Date) -> Option<u32> {
    let made = guide.edition.parse::<PartialDate>().ok()?.first_day();
    let months = (i32::from(today.year()) - i32::from(made.year())) * 12 + i32::from(today.month() - made.month())
        - i32::from(today.day() < made.day());
    u32::try_from(months).ok()
}

/// Whether nobody knows if something held already on a day: it tells no start, and no source of that day or before
/// says it. A source without a day is one of the day of the guide.
pub fn is_start_unknown(guide: &Guide, valid: &Validity, citations: &[Citation], date: Date) -> bool {
    let made = guide.edition.parse::<PartialDate>().ok().map(PartialDate::first_day);
    let mut days = citations.iter().filter_map(|citation| {
        let source = guide.source(&citation.source)?;
        Some(source.date.map(PartialDate::first_day).or(made))
    });
    let is_later = |day: Option<Date>| day.is_some_and(|day| day > date);
    valid.from.is_none() && !citations.is_empty() && days.all(is_later)
}
