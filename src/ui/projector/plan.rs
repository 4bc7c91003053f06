//! What to do next.

use eframe::egui::Ui;

use super::sheet::{Letters, Sheet, say};
use crate::{model::Lang, text::projector as text, workshop::PlanLine};

/// The steps, each with when, with whom, and on which ground data may be shared.
pub(super) fn plan_ui(ui: &mut Ui, sheet: &Sheet, lines: &[PlanLine], lang: Lang) {
    for (number, line) in lines.iter().enumerate() {
        let edge = if line.is_certain { sheet.tokens.accent } else { sheet.tokens.line };
        sheet.card(edge).show(ui, |ui| {
            ui.take_available_width();
            sheet.say_softly(ui, text::plan_step(&line.when, line.is_certain, lang));
            say(ui, sheet.strong(Letters::Lead, format!("{}  {}", number + 1, line.act)));
            for task in &line.tasks {
                say(ui, sheet.rich(Letters::Body, task));
            }
            if let Some(ground) = &line.ground {
                sheet.say_softly(ui, ground);
            }
        });
    }
}
