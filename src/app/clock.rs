//! What the clock says of the hour of asking, as long as nobody says it by hand.

use super::{App, Command};
use crate::{
    lookup::Known,
    model::{Facet, FacetId, Now, Weekday},
};

/// A facet of which the clock can tell the value, as it stands.
#[derive(Clone, Debug)]
pub struct MomentView {
    /// The value that holds, in words; `None` when somebody said that it is not known.
    pub value: Option<String>,
    /// Whether the clock says so.
    pub is_by_clock: bool,
    /// What changes it: the next value, by hand, or back to the clock after the last.
    pub next: Command,
    /// What it is then, in words; `None` for what the clock says.
    pub next_value: Option<String>,
}

impl App {
    /// It is this day and this time now; who asked for today goes on asking for today.
    pub(super) fn note_time(&mut self, now: Now) {
        let asks_for_today = self.case.date == self.today;
        let is_new_day = self.today != now.date;
        self.today = now.date;
        self.time = Some(now.time);
        if asks_for_today {
            self.case.date = now.date;
        }
        if self.follow_clock() || (is_new_day && asks_for_today) {
            self.look_up_again();
        }
        if is_new_day {
            self.keep_in(self.settings.language);
        }
    }

    /// Says what the clock says, of all that was not said by hand; only while the day of asking is today. Whether that
    /// changed something.
    pub(super) fn follow_clock(&mut self) -> bool {
        let before = self.case.profile.clone();
        let mut clockless = before.clone();
        let timed: Vec<FacetId> = self.followed().map(|facet| facet.id.clone()).collect();
        for facet in &timed {
            clockless.forget(facet);
        }
        let mut profile = clockless.clone();
        for facet in &timed {
            if let Some(known) = self.by_clock(facet) {
                profile.set(facet.clone(), known);
            }
        }
        // What the clock says never makes the answer impossible: then nobody says it.
        let fits = self.document.index.persons_of(&profile).is_ok();
        self.case.profile = if fits { profile } else { clockless };
        self.case.profile != before
    }

    /// What the clock says of a facet; `None` without a clock, on another day than today, or when it says nothing.
    fn by_clock(&self, facet: &FacetId) -> Option<Known> {
        let time = self.time.filter(|_| self.case.date == self.today)?;
        let value = self.guide().facet(facet)?.value_at(Weekday::of(self.today), time)?;
        Some(Known::OneOf([value.id.clone()].into()))
    }

    /// The facets that the clock may tell.
    fn followed(&self) -> impl Iterator<Item = &Facet> {
        self.guide().facets.iter().filter(|facet| facet.is_timed() && !self.case.by_hand.contains(&facet.id))
    }

    /// Whether the clock says what is known of a facet.
    pub(super) fn is_by_clock(&self, facet: &Facet) -> bool {
        facet.is_timed()
            && !self.case.by_hand.contains(&facet.id)
            && self.case.profile.known(&facet.id).is_some_and(|known| self.by_clock(&facet.id).as_ref() == Some(known))
    }

    /// Has the clock tell a facet again.
    pub(super) fn leave_to_clock(&mut self, facet: &FacetId) {
        self.case.by_hand.retain(|other| other != facet);
        if self.follow_clock() {
            self.look_up_again();
        }
    }

    /// The hour of asking as it stands; `None` without a clock, and on another day than today.
    pub fn moment(&self) -> Option<MomentView> {
        let facet = self.guide().facets.iter().find(|facet| facet.is_timed())?;
        let Known::OneOf(clock) = self.by_clock(&facet.id)? else { return None };
        let lang = self.language();
        let is_by_clock = self.is_by_clock(facet);
        let known = match self.case.profile.known(&facet.id) {
            Some(Known::OneOf(values)) if values.len() == 1 => values.first(),
            _ => None,
        };
        // Round once, from what the clock says, and back to it.
        let at = |id: Option<&_>| id.and_then(|id| facet.value_position(id));
        let (from, now, count) = (at(clock.first())?, at(known), facet.values.len());
        let after = now.map(|now| (now + 1) % count).filter(|next| *next != from);
        let next = after.map(|next| &facet.values[next]);
        let value = known.map(|id| facet.value_label(id, lang).to_owned());
        Some(match next {
            Some(next) => MomentView {
                value,
                is_by_clock,
                next: Command::Know(facet.id.clone(), Some(Known::OneOf([next.id.clone()].into()))),
                next_value: Some(next.label.text(lang).to_owned()),
            },
            None => MomentView { value, is_by_clock, next: Command::LeaveToClock(facet.id.clone()), next_value: None },
        })
    }

    /// In how many minutes the clock may say something else; `None` without a clock.
    pub fn minutes_until_other_hour(&self) -> Option<u16> {
        let now = self.time?.minutes();
        let hours = self.guide().facets.iter().flat_map(|facet| &facet.values).flat_map(|value| &value.hours);
        let ends = hours.flat_map(|hours| [hours.from.minutes(), hours.until.minutes()]);
        // At midnight it is another day.
        ends.chain([24 * 60]).filter(|end| *end > now).min().map(|end| end - now)
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::app;
    use super::*;
    use crate::model::Date;

    fn now(day: i8, time: &str) -> Now {
        Now { date: Date::new(2026, 11, day).unwrap(), time: time.parse().unwrap() }
    }

    fn moment(app: &App) -> Vec<String> {
        let facet = app.guide().facets.iter().find(|facet| facet.is_timed()).unwrap();
        app.profile().values_text(facet)
    }

    #[test]
    fn the_clock_says_the_hour_until_somebody_does() {
        let mut app = app();
        assert_eq!(moment(&app), Vec::<String>::new(), "no clock, no hour");
        // The 27th is a Friday.
        for (day, time, expected) in [
            (27, "08:59", "avond-nacht-weekend"),
            (27, "09:00", "kantooruren"),
            (27, "16:59", "kantooruren"),
            (27, "17:00", "avond-nacht-weekend"),
            (28, "12:00", "avond-nacht-weekend"),
            (29, "23:59", "avond-nacht-weekend"),
            (30, "00:00", "avond-nacht-weekend"),
            (30, "09:00", "kantooruren"),
        ] {
            app.run(Command::NoteTime(now(day, time)));
            assert_eq!(moment(&app), [expected], "{day} {time}");
            assert_eq!((app.today(), app.date()), (now(day, time).date, now(day, time).date));
            assert!(app.moment().unwrap().is_by_clock);
        }
        // One click the other way, and one back.
        app.run(app.moment().unwrap().next);
        assert_eq!(moment(&app), ["avond-nacht-weekend"]);
        assert!(!app.moment().unwrap().is_by_clock);
        app.run(Command::NoteTime(now(30, "09:30")));
        assert_eq!(moment(&app), ["avond-nacht-weekend"], "what was said by hand stays");
        app.run(app.moment().unwrap().next);
        assert_eq!(moment(&app), ["kantooruren"]);
        assert!(app.moment().unwrap().is_by_clock);
        app.run(Command::NoteTime(now(30, "17:00")));
        assert_eq!(moment(&app), ["avond-nacht-weekend"]);
    }

    #[test]
    fn another_day_has_no_hour_and_another_person_has_that_of_the_clock() {
        let mut app = app();
        app.run(Command::NoteTime(now(27, "10:00")));
        app.run(Command::SetDate(now(3, "10:00").date));
        assert_eq!(moment(&app), Vec::<String>::new());
        assert!(app.moment().is_none());
        app.run(Command::SetDate(now(27, "10:00").date));
        assert_eq!(moment(&app), ["kantooruren"]);
        let facet = app.guide().facets.iter().find(|facet| facet.is_timed()).unwrap().id.clone();
        app.run(Command::Know(facet, None));
        app.run(Command::NoteTime(now(27, "17:00")));
        assert_eq!(moment(&app), Vec::<String>::new(), "by hand: not known");
        let _ = app.run(Command::ClearAll);
        assert_eq!(moment(&app), ["avond-nacht-weekend"]);
    }

    #[test]
    fn it_looks_again_when_hours_begin_or_end_and_at_midnight() {
        let mut app = app();
        assert_eq!(app.minutes_until_other_hour(), None);
        for (time, minutes) in [("08:00", 60), ("09:00", 480), ("16:59", 1), ("17:00", 420), ("23:59", 1)] {
            app.run(Command::NoteTime(now(27, time)));
            assert_eq!(app.minutes_until_other_hour(), Some(minutes), "{time}");
        }
    }
}
