//! What the sources say of how old a fact is.

use crate::model::{Citation, Date, Guide, PartialDate, Source, SourceAge, Stance, Validity, years_after};

/// The age of what rests on these citations. One that announces, contradicts or only names does not count.
pub fn source_age(guide: &Guide, citations: &[Citation], date: Date) -> SourceAge {
    let says_so = citations.iter().filter(|citation| citation.stance.says_so());
    let sources: Vec<&Source> = says_so.filter_map(|citation| guide.source(&citation.source)).collect();
    let dated = sources.iter().filter_map(|source| source.date);
    let last = dated.filter(|dated| dated.first_day() <= date).max();
    let undated: Option<Vec<PartialDate>> = sources.iter().map(|source| source.no_later_than).collect();
    let at_latest = undated.filter(|_| last.is_none()).and_then(|undated| undated.into_iter().max());
    SourceAge { last, at_latest }
}

/// Years after which a fact is shown as old, counted from its latest source. Chosen by hand.
pub const OLD_AFTER_YEARS: i16 = 5;

/// Whether the latest source of a fact is so old on a day that one should check it first.
pub fn is_old(age: SourceAge, date: Date) -> bool {
    age.last
        .or(age.at_latest)
        .is_some_and(|last| years_after(last.last_day(), OLD_AFTER_YEARS).is_some_and(|old_from| old_from < date))
}

/// Whether its sources only announce it: one does, and none says that it came.
pub fn is_only_announced(citations: &[Citation]) -> bool {
    let has = |wanted: Stance| citations.iter().any(|citation| citation.stance == wanted);
    has(Stance::KondigtAan) && !has(Stance::Zegt)
}

/// How many whole months ago an edition was made; `None` when its name is no date or lies ahead.
pub fn edition_age_in_months(guide: &Guide, today: Date) -> Option<u32> {
    let made = guide.edition.parse::<PartialDate>().ok()?.first_day();
    let months = |day: Date| 12 * i32::from(day.year()) + i32::from(day.month());
    let age = months(today) - months(made) - i32::from(today.day() < made.day());
    u32::try_from(age).ok()
}

/// Whether nobody knows if something was already in force on a day: it has no start, and no source of that day or
/// before says it. A source without a date counts as one of the latest day that it can be of, the day of the edition
/// where that is not known. What nobody says at all is another matter: see [`is_only_announced`].
pub fn is_start_unknown(guide: &Guide, valid: &Validity, citations: &[Citation], date: Date) -> bool {
    let made = guide.edition.parse::<PartialDate>().ok().map(PartialDate::first_day);
    let says_so = citations.iter().filter(|citation| citation.stance.says_so());
    let days = says_so.filter_map(|citation| {
        let source = guide.source(&citation.source)?;
        let at_latest = source.no_later_than.map(PartialDate::last_day).or(made);
        Some(source.date.map(PartialDate::first_day).or(at_latest))
    });
    let is_later = |day: Option<Date>| day.is_some_and(|day| day > date);
    let days: Vec<Option<Date>> = days.collect();
    valid.from.is_none() && !days.is_empty() && days.into_iter().all(is_later)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_edition_is_as_many_months_old_as_have_gone_by_whole() {
        let mut guide = crate::file::embedded_guide().unwrap();
        let mut age = |edition: &str, today: &str| {
            edition.clone_into(&mut guide.edition);
            edition_age_in_months(&guide, today.parse().unwrap())
        };
        assert_eq!(age("2026-05-22", "2026-11-22"), Some(6));
        assert_eq!(age("2026-05-23", "2026-11-22"), Some(5));
        assert_eq!(age("2026-11", "2026-11-22"), Some(0));
        assert_eq!(age("2025-11", "2026-11-22"), Some(12));
        assert_eq!(age("2024-01-31", "2024-02-29"), Some(0));
        assert_eq!(age("2026-11-23", "2026-11-22"), None);
        assert_eq!(age("najaar", "2026-11-22"), None);
    }
}
