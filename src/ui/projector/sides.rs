//! Two answers beside each other, and a day between two.

use eframe::egui::{Align, Align2, Layout, Sense, Stroke, Ui, pos2, vec2};

use super::{
    Touch, pressed,
    sheet::{Letters, Sheet, say},
};
use crate::{
    model::Lang,
    text::projector as text,
    workshop::{ChangeLine, Sides, Slider},
};

/// In what two answers differ: what is only in one, what is only in the other, what is otherwise.
pub(super) fn sides_ui(ui: &mut Ui, sheet: &Sheet, sides: &Sides, lang: Lang) {
    ui.columns(2, |columns| {
        let [left, right] = columns else { return };
        // Columns stretch the words in them, which is hard to read.
        left.with_layout(Layout::top_down(Align::Min), |ui| {
            side_ui(ui, sheet, &sides.left, &sides.differences.gone, ("-", sheet.tokens.warning), lang);
        });
        right.with_layout(Layout::top_down(Align::Min), |ui| {
            side_ui(ui, sheet, &sides.right, &sides.differences.new, ("+", sheet.tokens.success), lang);
        });
    });
    if !sides.differences.other.is_empty() {
        say(ui, sheet.strong(Letters::Body, text::otherwise(lang)));
        for line in &sides.differences.other {
            line_ui(ui, sheet, line, ("±", sheet.tokens.accent));
        }
    }
    sheet.say_softly(ui, text::the_same(sides.differences.same, lang));
}

fn side_ui(
    ui: &mut Ui,
    sheet: &Sheet,
    title: &str,
    lines: &[ChangeLine],
    mark: (&str, eframe::egui::Color32),
    lang: Lang,
) {
    sheet.band().show(ui, |ui| {
        ui.take_available_width();
        say(ui, sheet.strong(Letters::Lead, title));
    });
    if lines.is_empty() {
        sheet.say_softly(ui, text::only_here_nothing(lang));
    }
    // What was asked stands first.
    for line in lines.iter().filter(|line| line.is_asked).chain(lines.iter().filter(|line| !line.is_asked)) {
        line_ui(ui, sheet, line, mark);
    }
}

fn line_ui(ui: &mut Ui, sheet: &Sheet, line: &ChangeLine, (sign, color): (&str, eframe::egui::Color32)) {
    sheet.card(color).show(ui, |ui| {
        ui.take_available_width();
        say(ui, sheet.strong(Letters::Body, format!("{sign} {}", line.party)));
        sheet.say_softly(ui, text::of_aspect(&line.aspect, &line.role));
        say(ui, sheet.rich(Letters::Small, &line.words));
    });
}

/// The days on which the answer changes, on a line; the two that are compared stand out.
pub(super) fn slider_ui(ui: &mut Ui, sheet: &Sheet, slider: &Slider, lang: Lang) -> Option<Touch> {
    let mut touch = None;
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), sheet.units(110.0)), Sense::hover());
    let line = rect.top() + sheet.units(30.0);
    ui.painter().hline(rect.x_range(), line, Stroke::new(sheet.units(4.0), sheet.tokens.line_strong));
    let mut x = rect.left();
    #[expect(clippy::cast_precision_loss, reason = "a guide has some days of change")]
    let pitch = rect.width() / slider.stops.len().max(1) as f32;
    x -= pitch / 2.0;
    for (place, (day, words)) in slider.stops.iter().enumerate() {
        x += pitch;
        let is_compared = *day == slider.left || *day == slider.right;
        let radius = sheet.units(if is_compared { 22.0 } else { 13.0 });
        let target = eframe::egui::Rect::from_center_size(pos2(x, line), vec2(pitch.max(radius), sheet.units(60.0)));
        let id = ui.scope_id().with(("projected-day", place));
        let response = ui.interact(target, id, Sense::click());
        let fill = if is_compared { sheet.tokens.accent } else { sheet.tokens.ground };
        ui.painter().circle(pos2(x, line), radius, fill, Stroke::new(sheet.units(4.0), sheet.tokens.accent));
        if is_compared {
            let at = pos2(x, line + sheet.units(34.0));
            ui.painter().text(at, Align2::CENTER_TOP, words, sheet.font(Letters::Small), sheet.tokens.ink);
        }
        if pressed(ui, &response, sheet, &text::compare_with(words, lang)) {
            touch = Some(Touch::Day(*day));
        }
    }
    touch
}
