//! A day that a user types.

use crate::model::{Date, PartialDate};

/// A day as people type it: `2022-02-03` or `3-2-2022`; `None` when it is none.
pub fn read_day(typed: &str) -> Option<Date> {
    let typed = typed.trim().replace(['/', '.', ' '], "-");
    if let Ok(PartialDate::Day(day)) = typed.parse() {
        return Some(day);
    }
    let parts: Vec<&str> = typed.split('-').collect();
    let [day, month, year] = parts.as_slice() else { return None };
    Date::new(year.parse().ok().filter(|year| *year > 999)?, month.parse().ok()?, day.parse().ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_can_be_typed_in_two_ways() {
        let expected = Date::new(2022, 2, 3).ok();
        for typed in ["2022-02-03", "3-2-2022", "03/02/2022", " 3.2.2022 "] {
            assert_eq!(read_day(typed), expected, "{typed}");
        }
        for typed in ["", "2022", "31-2-2022", "3-2-22", "vandaag"] {
            assert_eq!(read_day(typed), None, "{typed}");
        }
    }
}
