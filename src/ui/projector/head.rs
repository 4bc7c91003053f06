//! Above and below what is seen: the case, the step, where the possible victim is, how far it is.

use eframe::egui::{
    Align, Align2, FontId, Frame, Layout, Panel, Rect, Role, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, pos2,
    vec2,
};

use super::{
    look::Look,
    sheet::{Letters, Sheet, say},
};
use crate::{
    text::projector as text,
    ui::theme::fonts,
    workshop::{Projected, Token},
};

/// From one phase to the next.
const PITCH: f32 = 104.0;
const SQUARE: f32 = 62.0;

/// Above all else that the guide is for training, as long as it is.
pub(super) fn mark_ui(ui: &mut Ui, sheet: &Sheet, seen: &Projected) {
    let Some(mark) = seen.mark else { return };
    let frame = Frame::NONE.fill(sheet.tokens.warning).inner_margin(sheet.margin(64.0, 8.0));
    let panel = Panel::top("projected-mark").frame(frame).show_separator_line(false).resizable(false);
    panel.show(ui, |ui| {
        ui.take_available_width();
        say(ui, sheet.strong(Letters::Small, mark).color(sheet.tokens.ground));
    });
}

/// The step on the left, and on the right the phases with the possible victim in one of them.
pub(super) fn head_ui(ui: &mut Ui, sheet: &Sheet, seen: &Projected) {
    let gap = sheet.units(48.0);
    let aside = seen.token.as_ref().map_or(0.0, |_| width(sheet) + gap);
    ui.horizontal_top(|ui| {
        let left = ui.available_width() - aside;
        ui.vertical(|ui| {
            ui.set_width(left);
            if seen.case != seen.title {
                sheet.say_softly(ui, &seen.case);
            }
            let title = say(ui, sheet.rich(Letters::Title, &seen.title));
            ui.ctx().accesskit_node_builder(title.id, |node| {
                node.set_role(Role::Heading);
                node.set_level(1);
            });
        });
        if let Some(token) = &seen.token {
            ui.vertical(|ui| {
                ui.set_width(width(sheet));
                token_ui(ui, sheet, token);
            });
        }
    });
}

/// As wide as the phases are beside each other, with their words under them.
fn width(sheet: &Sheet) -> f32 {
    #[expect(clippy::cast_precision_loss, reason = "there are four phases")]
    let pitches = sheet.tokens.phases.len() as f32 - 1.0;
    sheet.units(PITCH * pitches + SQUARE + 60.0)
}

/// The phases in a row; where the possible victim is stands filled, where it came from has a thick edge.
fn token_ui(ui: &mut Ui, sheet: &Sheet, token: &Token) {
    let (pitch, square) = (sheet.units(PITCH), sheet.units(SQUARE));
    let phases = &sheet.tokens.phases;
    let (rect, response) = ui.allocate_exact_size(vec2(width(sheet), square), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &token.words));
    let painter = ui.painter();
    let middle = rect.center().y;
    let line = rect.left()..=rect.left() + pitch * 3.0;
    painter.hline(line, middle, Stroke::new(sheet.units(4.0), sheet.tokens.line_strong));
    let mut left = rect.left();
    for phase in phases {
        let at = Rect::from_min_size(pos2(left, rect.top()), Vec2::splat(square));
        let is_here = phase.letter == token.letter;
        let edge = if token.from == Some(phase.letter) { 8.0 } else { 4.0 };
        let (fill, ink) = if is_here { (phase.color, phase.ink) } else { (sheet.tokens.ground, sheet.tokens.ink) };
        let place = if is_here { at.expand(sheet.units(8.0)) } else { at };
        painter.rect(place, sheet.corner(), fill, Stroke::new(sheet.units(edge), phase.color), StrokeKind::Inside);
        let font = FontId::new(sheet.units(40.0), fonts::semibold());
        painter.text(at.center(), Align2::CENTER_CENTER, phase.letter, font, ink);
        left += pitch;
    }
    ui.add_space(sheet.units(10.0));
    say(ui, sheet.strong(Letters::Small, &token.words));
}

/// How far it is, which guide answers on which day, and what is left of the time.
pub(super) fn foot_ui(ui: &mut Ui, sheet: &Sheet, seen: &Projected, look: &Look) {
    progress_ui(ui, sheet, seen);
    ui.add_space(sheet.units(8.0));
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        if let Some(timer) = &look.timer {
            let left = timer.left(look.now);
            let words = text::time_left(left, seen.lang);
            let color = if left <= 60 { sheet.tokens.warning } else { sheet.tokens.ink };
            say(ui, sheet.strong(Letters::Lead, words).color(color));
        }
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            let words = [text::step_of(seen.progress, seen.lang), seen.day.clone(), seen.guide.clone()];
            sheet.say_softly(ui, words.join(" · "));
        });
    });
}

fn progress_ui(ui: &mut Ui, sheet: &Sheet, seen: &Projected) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), sheet.units(6.0)), Sense::hover());
    let (at, of) = seen.progress;
    #[expect(clippy::cast_precision_loss, reason = "a case has some steps")]
    let part = if of == 0 { 1.0 } else { at as f32 / of as f32 };
    ui.painter().rect_filled(rect, 0.0, sheet.tokens.line);
    let done = Rect::from_min_size(rect.min, vec2(rect.width() * part.min(1.0), rect.height()));
    ui.painter().rect_filled(done, 0.0, sheet.tokens.accent);
}
