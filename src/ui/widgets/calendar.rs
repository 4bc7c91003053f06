//! A month to choose a day from.

use std::time::Duration;

use eframe::egui::{
    Align2, Color32, EventFilter, Id, Key, Memory, Modifiers, Rect, Role, Sense, Stroke, StrokeKind, Ui, UiBuilder,
    WidgetInfo, accesskit::Action, pos2, text::LayoutJob, vec2,
};

use super::{draw, icon_button};
use crate::{
    model::Date,
    ui::theme::{Icon, TextRole, UiExt as _, size},
};

/// Days of a week.
const DAYS: i8 = 7;
/// So many weeks a month can touch; all months are as high.
const WEEKS: i8 = 6;

/// What a calendar says.
#[derive(Clone, Copy, Debug)]
pub struct CalendarWords<'a> {
    /// Its own name.
    pub name: &'a str,
    /// The button to the month before.
    pub before: &'a str,
    /// The button to the month after.
    pub after: &'a str,
    /// The days of the week, from Monday; their first letters are shown.
    pub weekdays: [&'a str; 7],
    /// A month, with its year.
    pub month: fn(Date) -> String,
    /// A day as read aloud; of today too that it is.
    pub day: fn(Date, bool) -> String,
}

/// A month of days, of which those from `first` to `last` can be chosen.
#[derive(Clone, Copy, Debug)]
#[must_use = "call `show`"]
pub struct Calendar<'a> {
    /// The day that is chosen now.
    pub chosen: Date,
    /// The day of today, which has a ring.
    pub today: Date,
    /// The first that can be chosen.
    pub first: Date,
    /// The last that can be chosen.
    pub last: Date,
    /// What it says.
    pub words: CalendarWords<'a>,
}

impl Calendar<'_> {
    /// Shows the month of `cursor`, which keys and buttons move; gives the day that was chosen.
    pub fn show(self, ui: &mut Ui, cursor: &mut Date) -> Option<Date> {
        let name = format!("{} {}", self.words.name, (self.words.month)(*cursor));
        let builder = UiBuilder::new().accessibility_role(Role::Group).accessibility_label(name);
        ui.scope_builder(builder, |ui| {
            self.head_ui(ui, cursor);
            self.hear_keys(ui, cursor);
            self.days_ui(ui, cursor)
        })
        .inner
    }

    fn head_ui(&self, ui: &mut Ui, cursor: &mut Date) {
        let width = f32::from(DAYS) * size::DAY_CELL;
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            if ui.add(icon_button(Icon::ChevronLeft, self.words.before)).clicked() {
                *cursor = self.within(months_on(*cursor, -1));
            }
            let room = vec2(width - 2.0 * size::BUTTON, size::BUTTON);
            let (rect, response) = ui.allocate_exact_size(room, Sense::hover());
            let month = (self.words.month)(*cursor);
            response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &month));
            let font = TextRole::Strong.font();
            ui.painter().text(rect.center(), Align2::CENTER_CENTER, month, font, ui.tokens().ink);
            if ui.add(icon_button(Icon::ChevronRight, self.words.after)).clicked() {
                *cursor = self.within(months_on(*cursor, 1));
            }
        });
    }

    fn days_ui(&self, ui: &mut Ui, cursor: &mut Date) -> Option<Date> {
        let line = TextRole::Small.line_height();
        let grid = vec2(f32::from(DAYS) * size::DAY_CELL, line + f32::from(WEEKS) * size::TARGET);
        let (rect, _) = ui.allocate_exact_size(grid, Sense::hover());
        let column = |at: i8| rect.left() + f32::from(at) * size::DAY_CELL;
        for (at, weekday) in (0..DAYS).zip(self.words.weekdays) {
            let short: String = weekday.chars().take(2).collect();
            let middle = pos2(column(at) + size::DAY_CELL / 2.0, rect.top() + line / 2.0);
            ui.painter().text(middle, Align2::CENTER_CENTER, short, TextRole::Small.font(), ui.tokens().ink_soft);
        }
        let first = cursor.first_of_month();
        let skipped = first.weekday().to_monday_zero_offset();
        let mut chosen = None;
        for number in 1..=first.days_in_month() {
            let Ok(day) = Date::new(first.year(), first.month(), number) else { continue };
            let cell = skipped + number - 1;
            let top = rect.top() + line + f32::from(cell / DAYS) * size::TARGET;
            let at = Rect::from_min_size(pos2(column(cell % DAYS), top), vec2(size::DAY_CELL, size::TARGET));
            if self.day_ui(ui, at, day, cursor) {
                chosen = Some(day);
            }
        }
        chosen
    }

    /// Whether the day was chosen. Of all days the tab key comes to one, and a screen reader to each.
    fn day_ui(&self, ui: &mut Ui, rect: Rect, day: Date, cursor: &mut Date) -> bool {
        let (id, tokens) = (id_of(ui, day), ui.tokens());
        let is_possible = self.within(day) == day;
        if is_possible && ui.input(|input| input.has_accesskit_action_request(id, Action::Focus)) {
            *cursor = day;
            ui.memory_mut(|memory| memory.request_focus(id));
        }
        let sense = match (is_possible, day == *cursor) {
            (true, true) => Sense::click(),
            (true, false) => Sense::click() - Sense::FOCUSABLE,
            (false, _) => Sense::hover(),
        };
        let response = ui.interact(rect, id, sense);
        let (is_today, is_chosen) = (day == self.today, day == self.chosen);
        let name = (self.words.day)(day, is_today);
        response.widget_info(|| WidgetInfo::selected(Role::Button, is_possible, is_chosen, &name));
        let inner = rect.shrink(1.0);
        let ink = if is_chosen {
            ui.painter().rect_filled(inner, size::RADIUS_S, tokens.accent);
            tokens.on_accent
        } else {
            if is_possible && response.hovered() {
                ui.painter().rect_filled(inner, size::RADIUS_S, tokens.hover);
            }
            if is_possible { tokens.ink } else { tokens.ink_faint }
        };
        if is_today {
            let ring = Stroke::new(tokens.line_width, if is_chosen { tokens.on_accent } else { tokens.accent });
            ui.painter().rect_stroke(inner.shrink(1.0), size::RADIUS_S, ring, StrokeKind::Inside);
        }
        let role = if is_today || is_chosen { TextRole::Strong } else { TextRole::Body };
        let number = day.day().to_string();
        let number =
            draw::galley(ui, if is_possible { role.wrapped(number, ink, f32::INFINITY) } else { struck(number, ink) });
        draw::paint_middle(ui, rect.center().x - number.size().x / 2.0, rect.center().y, number, ink);
        draw::focus_ring_inside(ui, &response, rect, size::RADIUS_S);
        draw::pointing(ui, response).clicked()
    }

    /// The keys of a calendar, as far as its day has the focus.
    fn hear_keys(&self, ui: &mut Ui, cursor: &mut Date) {
        let id = id_of(ui, *cursor);
        if ui.memory(Memory::focused) != Some(id) {
            return;
        }
        let filter = EventFilter { vertical_arrows: true, horizontal_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
        let weekday = i64::from(cursor.weekday().to_monday_zero_offset());
        let before = *cursor;
        let week = i64::from(DAYS);
        for (key, step) in [
            (Key::ArrowLeft, Step::Days(-1)),
            (Key::ArrowRight, Step::Days(1)),
            (Key::ArrowUp, Step::Days(-week)),
            (Key::ArrowDown, Step::Days(week)),
            (Key::Home, Step::Days(-weekday)),
            (Key::End, Step::Days(week - 1 - weekday)),
            (Key::PageUp, Step::Months(-1)),
            (Key::PageDown, Step::Months(1)),
        ] {
            let times = ui.input_mut(|input| input.count_and_consume_key(Modifiers::NONE, key));
            for _ in 0..times {
                *cursor = self.within(match step {
                    Step::Days(days) => days_on(*cursor, days),
                    Step::Months(months) => months_on(*cursor, months),
                });
            }
        }
        if *cursor != before {
            let id = id_of(ui, *cursor);
            ui.memory_mut(|memory| memory.request_focus(id));
        }
    }

    /// The day that can be chosen nearest to this one.
    fn within(&self, day: Date) -> Date {
        day.min(self.last).max(self.first)
    }
}

/// How far a key goes.
#[derive(Clone, Copy)]
enum Step {
    Days(i64),
    Months(i16),
}

/// A day that cannot be chosen.
fn struck(number: String, ink: Color32) -> LayoutJob {
    LayoutJob::single_section(number, TextRole::Body.struck(ink))
}

fn id_of(ui: &Ui, day: Date) -> Id {
    ui.scope_id().with(("day", day.to_string()))
}

/// So many days later, or before; the day itself at either end of the calendar.
fn days_on(day: Date, days: i64) -> Date {
    let away = Duration::from_secs(days.unsigned_abs() * 24 * 60 * 60);
    let there = if days < 0 { day.checked_sub(away) } else { day.checked_add(away) };
    there.unwrap_or(day)
}

/// The same day of another month, or the last of that month.
fn months_on(day: Date, months: i16) -> Date {
    let month = i16::from(day.month()) - 1 + months;
    let (year, month) = (day.year() + month.div_euclid(12), month.rem_euclid(12) + 1);
    let first = i8::try_from(month).ok().and_then(|month| Date::new(year, month, 1).ok());
    let there = first.and_then(|first| Date::new(year, first.month(), day.day().min(first.days_in_month())).ok());
    there.unwrap_or(day)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    #[test]
    fn days_and_months_are_counted_past_their_ends() {
        assert_eq!(days_on(day("2026-11-29"), 7), day("2026-12-06"));
        assert_eq!(days_on(day("2024-03-01"), -1), day("2024-02-29"));
        assert_eq!(days_on(Date::MAX, 1), Date::MAX);
        assert_eq!(months_on(day("2026-12-31"), 1), day("2027-01-31"));
        assert_eq!(months_on(day("2026-01-31"), 1), day("2026-02-28"));
        assert_eq!(months_on(day("2026-01-31"), -1), day("2025-12-31"));
    }
}
