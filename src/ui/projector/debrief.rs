//! Looking back with the room: what was asked, found and missed, step by step.

use eframe::egui::{CentralPanel, Frame, Panel, Ui};

use super::{
    Look, Pages, dress, head, paged_ui,
    sheet::{Letters, Sheet, say},
};
use crate::{
    text::{lesson as words, projector as text},
    workshop::{Debrief, Moment, Projected},
};

/// Draws it on the whole of `ui`.
pub(in crate::ui) fn debrief_ui(ui: &mut Ui, seen: &Projected, debrief: &Debrief, look: &Look, pages: &mut Pages) {
    let screen = ui.max_rect();
    let sheet = &Sheet::of(screen, look.theme, look.size);
    dress(ui, sheet);
    ui.painter().rect_filled(screen, 0.0, sheet.tokens.ground);
    let bar = Frame::NONE.fill(sheet.tokens.ground).inner_margin(sheet.margin(64.0, 28.0));
    head::mark_ui(ui, sheet, seen);
    Panel::top("debrief-head").frame(bar).show_separator_line(false).resizable(false).show(ui, |ui| {
        sheet.say_softly(ui, &seen.case);
        say(ui, sheet.rich(Letters::Title, words::debrief(seen.lang)));
    });
    let foot = Panel::bottom("debrief-foot").frame(bar).show_separator_line(false).resizable(false);
    foot.show(ui, |ui| head::foot_ui(ui, sheet, seen, look));
    let frame = Frame::NONE.inner_margin(sheet.margin(64.0, 8.0));
    CentralPanel::default().frame(frame).show(ui, |ui| {
        paged_ui(ui, sheet, "debrief", pages, |ui| {
            if debrief.of > 0 {
                let found = words::found_of(debrief.found, debrief.of, seen.lang);
                say(ui, sheet.strong(Letters::Lead, found));
            }
            for moment in &debrief.moments {
                moment_ui(ui, sheet, moment, seen);
            }
            sheet.say_softly(ui, words::nothing_stored(seen.lang));
        });
    });
}

fn moment_ui(ui: &mut Ui, sheet: &Sheet, moment: &Moment, seen: &Projected) {
    sheet.card(sheet.tokens.line).show(ui, |ui| {
        ui.take_available_width();
        say(ui, sheet.strong(Letters::Body, &moment.title));
        sheet.say_softly(ui, words::took(moment.seconds));
        let lines = [
            (words::found(seen.lang), &moment.found),
            (words::shown(seen.lang), &moment.shown),
            (words::missed(seen.lang), &moment.missed),
        ];
        for (what, which) in lines.into_iter().filter(|(_, which)| !which.is_empty()) {
            say(ui, sheet.rich(Letters::Small, text::lot(what, which)));
        }
    });
}
