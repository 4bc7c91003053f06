//! A day or a date that a user types.

use crate::{
    model::{Date, PartialDate},
    text::days,
};

/// A day as people type it: `2022-02-03`, `3-2-2022` or `3 februari 2022`; `None` when it is none.
pub fn read_day(typed: &str) -> Option<Date> {
    let typed = with_dashes(typed);
    if let Ok(PartialDate::Day(day)) = typed.parse() {
        return Some(day);
    }
    let parts: Vec<&str> = parts(&typed);
    let [day, of, last] = parts.as_slice() else { return None };
    Date::new(year(last)?, month(of)?, day.parse().ok()?).ok()
}

fn with_dashes(typed: &str) -> String {
    typed.trim().to_lowercase().replace(['/', '.', ' '], "-")
}

fn parts(typed: &str) -> Vec<&str> {
    typed.split('-').filter(|part| !part.is_empty()).collect()
}

fn month(text: &str) -> Option<i8> {
    text.parse().ok().or_else(|| days::month_called(text))
}

fn year(text: &str) -> Option<i16> {
    text.parse().ok().filter(|year| *year > 999)
}

/// A date as people type it, as precise as it is: also `2019`, `10-2019` or `okt 2019`; `None` when it is none.
pub fn read_date(typed: &str) -> Option<PartialDate> {
    if let Some(day) = read_day(typed) {
        return Some(PartialDate::Day(day));
    }
    let typed = with_dashes(typed);
    match parts(&typed).as_slice() {
        [only] => year(only).map(PartialDate::Year),
        [first, second] => {
            let (year, month) =
                year(first).map_or_else(|| (year(second), month(first)), |is| (Some(is), month(second)));
            // What is no month has no first day.
            let (year, month) = (year?, month?);
            Date::new(year, month, 1).ok().map(|_| PartialDate::Month(year, month))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_can_be_typed_as_people_write_it() {
        let expected = Date::new(2022, 2, 3).ok();
        for typed in ["2022-02-03", "3-2-2022", "03/02/2022", " 3.2.2022 ", "3 februari 2022", "3 feb. 2022"] {
            assert_eq!(read_day(typed), expected, "{typed}");
        }
        for typed in ["", "2022", "31-2-2022", "3-2-22", "vandaag"] {
            assert_eq!(read_day(typed), None, "{typed}");
        }
    }

    #[test]
    fn a_date_is_as_precise_as_it_is_typed() {
        let month = |year, month| Some(PartialDate::Month(year, month));
        for (typed, expected) in [
            ("2019", Some(PartialDate::Year(2019))),
            ("2019-10", month(2019, 10)),
            ("10-2019", month(2019, 10)),
            ("okt 2019", month(2019, 10)),
            ("Oktober 2019", month(2019, 10)),
            ("mrt. 2020", month(2020, 3)),
            ("1 mei 2021", Date::new(2021, 5, 1).ok().map(PartialDate::Day)),
            ("3-2-2022", Date::new(2022, 2, 3).ok().map(PartialDate::Day)),
            ("13-2019", None),
            ("ma 2019", None),
            ("", None),
            ("19", None),
        ] {
            assert_eq!(read_date(typed), expected, "{typed}");
        }
    }
}
