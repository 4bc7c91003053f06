//! Stretches of time in which the same holds.

use crate::model::{Date, PartialDate, Validity};

/// A stretch of time, and a day in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Stretch {
    pub(super) from: Option<Date>,
    pub(super) until: Option<Date>,
    pub(super) day: Date,
}

impl Stretch {
    /// The same, as a record says when it holds.
    pub(super) fn during(self) -> Validity {
        let day = |day: Option<Date>| day.map(PartialDate::Day);
        Validity { from: day(self.from), until: day(self.until), note: None }
    }

    /// Whether the other begins on the day after this ends.
    fn meets(self, next: Self) -> bool {
        self.until.and_then(|until| until.tomorrow().ok()) == next.from && next.from.is_some()
    }
}

/// Adds what holds in a stretch to what holds in those before it: the same in the next stretch is one longer stretch.
pub(super) fn add_joined<T: PartialEq>(found: &mut Vec<(Stretch, T)>, stretch: Stretch, holds: T) {
    match found.last_mut() {
        Some((last, same)) if *same == holds && last.meets(stretch) => last.until = stretch.until,
        _ => found.push((stretch, holds)),
    }
}

/// The stretches of time between the days on which one of these begins or has ended; always at least one.
pub(super) fn stretches<'a>(valid: impl Iterator<Item = &'a Validity>) -> Vec<Stretch> {
    let mut starts: Vec<Date> = Vec::new();
    for valid in valid {
        starts.extend(valid.from.map(PartialDate::first_day));
        // What holds until the last day of the calendar never ends.
        starts.extend(valid.until.and_then(|until| until.last_day().tomorrow().ok()));
    }
    starts.sort_unstable();
    starts.dedup();
    let before = |start: Date| start.yesterday().unwrap_or(Date::MIN);
    let first = Stretch {
        from: None,
        until: starts.first().copied().map(before),
        day: starts.first().copied().map_or(Date::MIN, before),
    };
    let ends = starts.iter().skip(1).copied().map(|next| Some(before(next))).chain([None]);
    let later = starts.iter().zip(ends).map(|(start, until)| Stretch { from: Some(*start), until, day: *start });
    std::iter::once(first).chain(later).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn time_is_cut_where_something_begins_or_has_ended() {
        let valid =
            |from: &str, until: &str| Validity { from: from.parse().ok(), until: until.parse().ok(), note: None };
        let all = [valid("2020", "2021-06"), valid("2021-07-01", ""), valid("", "")];
        let told = |day: Option<Date>| day.map(|day| day.to_string()).unwrap_or_default();
        let found: Vec<_> = stretches(all.iter()).into_iter().map(|s| (told(s.from), told(s.until))).collect();
        let expected = [("", "2019-12-31"), ("2020-01-01", "2021-06-30"), ("2021-07-01", "")];
        assert_eq!(found, expected.map(|(from, until)| (from.to_owned(), until.to_owned())));
        assert_eq!(stretches([].into_iter()).len(), 1);
    }
}
