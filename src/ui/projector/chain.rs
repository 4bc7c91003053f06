//! The main line of the chain, with the possible victim in one of its phases.

use eframe::egui::{Sense, Stroke, StrokeKind, Ui};

use super::{
    boards::phase_square,
    sheet::{Letters, Sheet, say},
};
use crate::{
    model::{Lang, Verdict},
    text::projector as text,
    workshop::{SpineLane, SpineStop},
};

/// The phases under each other, each with who stands on the main line in it.
pub(super) fn chain_ui(ui: &mut Ui, sheet: &Sheet, lanes: &[SpineLane], lang: Lang) {
    for lane in lanes {
        let color = sheet.tokens.phase(lane.letter).color;
        let frame =
            sheet.card(if lane.is_here { color } else { sheet.tokens.line }).inner_margin(sheet.margin(24.0, 10.0));
        let shown = frame.show(ui, |ui| {
            ui.take_available_width();
            ui.horizontal(|ui| {
                phase_square(ui, sheet, lane.letter, 54.0);
                let title = if lane.is_here { text::is_here(&lane.title, lang) } else { lane.title.clone() };
                say(ui, sheet.strong(Letters::Body, title));
            });
            ui.horizontal_wrapped(|ui| {
                for stop in &lane.stops {
                    stop_ui(ui, sheet, stop, lang);
                }
            });
        });
        if lane.is_here {
            let rect = shown.response.rect.expand(sheet.units(4.0));
            let stroke = Stroke::new(sheet.units(8.0), color);
            ui.painter().rect_stroke(rect, sheet.corner(), stroke, StrokeKind::Middle);
        }
    }
}

/// Who stands there, with a dashed look while that is not sure.
fn stop_ui(ui: &mut Ui, sheet: &Sheet, stop: &SpineStop, lang: Lang) {
    let who = stop.party.as_deref().unwrap_or("?");
    let words = match stop.verdict {
        Verdict::Applies => text::stop(&stop.verb, who),
        Verdict::Depends | Verdict::Excluded => text::stop_perhaps(&stop.verb, who, lang),
    };
    let strong = if stop.is_focus { sheet.strong(Letters::Small, words) } else { sheet.rich(Letters::Small, words) };
    let edge = if stop.is_focus { sheet.tokens.accent } else { sheet.tokens.line_strong };
    let frame = sheet.card(edge).fill(sheet.tokens.ground).inner_margin(sheet.margin(16.0, 4.0));
    let shown = frame.show(ui, |ui| ui.add(eframe::egui::Label::new(strong).selectable(false).extend()));
    shown.response.interact(Sense::hover()).on_hover_text(&stop.aspect);
}
