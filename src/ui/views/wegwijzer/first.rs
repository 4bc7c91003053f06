//! What is said before any answer: what is odd about the question, and what to do first.

use eframe::egui::{Label, Role, Ui, UiBuilder};

use crate::{
    present::{AdviceFacts, WarningFacts},
    text::{window as text, words},
    ui::{
        ctx::Ctx,
        theme::{Icon, TextRole, UiExt as _, icon, size},
        widgets::{LinkRow, alert_line},
    },
};

/// So much is said without unfolding.
const FOLDED: usize = 2;

pub(super) fn first_ui(ui: &mut Ui, ctx: &Ctx<'_>, is_unfolded: &mut bool) {
    let lang = ctx.app.language();
    let tokens = ui.tokens();
    for WarningFacts { rule, is_assumption } in ctx.app.asked().warnings() {
        alert_line(ui, &words::rule(&rule.text, is_assumption, lang));
    }
    let advice = ctx.app.asked().advice();
    let advice: Vec<&str> = advice.map(|AdviceFacts { record: _, text, verdict: _ }| text.text(lang)).collect();
    if advice.is_empty() {
        return;
    }
    let shown = if *is_unfolded { advice.len() } else { FOLDED.min(advice.len()) };
    let builder = UiBuilder::new().accessibility_role(Role::Group).accessibility_label(text::first(lang));
    ui.scope_builder(builder, |ui| {
        ui.spacing_mut().item_spacing.y = size::LINE_GAP;
        for said in &advice[..shown] {
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = size::ICON_GAP;
                icon(ui, Icon::Info, size::ICON, tokens.ink_soft);
                ui.add(Label::new(TextRole::Secondary.rich(*said)).wrap());
            });
        }
        if advice.len() > FOLDED {
            let more =
                if *is_unfolded { text::less(lang).to_owned() } else { text::and_more(advice.len() - shown, lang) };
            ui.horizontal(|ui| {
                ui.add_space(size::ICON + size::ICON_GAP);
                if ui.add(LinkRow::new(&more)).clicked() {
                    *is_unfolded ^= true;
                }
            });
        }
    });
    ui.add_space(size::S);
}
