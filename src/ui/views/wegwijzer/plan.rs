//! What to do next: the first thing on the page.

use eframe::egui::{Frame, Role, Stroke, Ui, UiBuilder};

use super::select::select;
use crate::{
    app::PlanStepView,
    lookup::Verdict,
    text::{plan as text, window},
    ui::{
        ctx::Ctx,
        theme::{TextRole, UiExt as _, size},
        widgets::{Bearing, LinkRow, PlanStepRow},
    },
};

/// So many steps are told in full; of the others the first line is told, until all are asked for.
const IN_FULL: usize = 4;
/// So many sentences of a step are shown until all are asked for.
const SENTENCES: usize = 2;

pub(super) fn plan_ui(ui: &mut Ui, ctx: &mut Ctx<'_>, is_unfolded: &mut bool) {
    let lang = ctx.app.language();
    let plan = ctx.app.plan();
    if plan.steps.is_empty() {
        return;
    }
    let tokens = ui.tokens();
    let asker = plan.asker.map(|asker| &ctx.app.guide().parties[asker]);
    let asker = ctx.app.asked().asker_in_words(asker, lang);
    let builder = UiBuilder::new().accessibility_role(Role::Group).accessibility_label(text::title(lang));
    ui.scope_builder(builder, |ui| {
        let frame = Frame::NONE
            .fill(tokens.surface)
            .stroke(Stroke::new(tokens.line_width, tokens.line))
            .corner_radius(size::RADIUS_L)
            .inner_margin(size::margin((size::XS, size::XS)));
        frame.show(ui, |ui| {
            ui.take_available_width();
            ui.spacing_mut().item_spacing.y = 0.0;
            ui.horizontal(|ui| {
                ui.add_space(size::CARD_PAD.0);
                ui.label(TextRole::Heading.rich(text::title(lang)));
                if let Some(asker) = &asker {
                    ui.label(TextRole::Small.rich(text::for_whom(asker, lang)).color(tokens.ink_soft));
                }
            });
            let steps = plan.first();
            let shown = if *is_unfolded { steps.len() } else { steps.len().min(IN_FULL) };
            for (position, row) in steps[..shown].iter().enumerate() {
                let step = ctx.app.plan_step(row);
                let is_selected = ctx.app.selected() == Some(&step.selects);
                if step_ui(ui, position + 1, step, *is_unfolded, is_selected) {
                    let selects = step.selects.clone();
                    select(ctx, &selects);
                }
            }
            let left: Vec<String> = steps[shown..]
                .iter()
                .enumerate()
                .map(|(position, row)| format!("{} {}", shown + position + 1, ctx.app.plan_step(row).in_short))
                .collect();
            let words = match (left.is_empty(), steps.len() > IN_FULL) {
                (false, _) => Some(text::then(&left, plan.rest_count(), lang)),
                (true, true) => Some(window::less(lang).to_owned()),
                (true, false) => None,
            };
            if let Some(words) = words {
                ui.horizontal(|ui| {
                    ui.add_space(size::CARD_PAD.0 + size::PLAN_NUMBER + size::S);
                    if ui.add(LinkRow::new(&words)).clicked() {
                        *is_unfolded ^= true;
                    }
                });
            }
        });
    });
    ui.add_space(size::S);
}

/// One step; whether it was clicked.
fn step_ui(ui: &mut Ui, number: usize, step: &PlanStepView, is_unfolded: bool, is_selected: bool) -> bool {
    // Who is in a hurry reads two sentences; a screen reader and the unfolded plan say all.
    let said = if is_unfolded { step.parts.len() } else { step.parts.len().min(SENTENCES) };
    let mut lines = vec![step.parts[..said].join(" ")];
    if is_unfolded {
        lines.extend(step.perhaps.iter().cloned());
    }
    let remarks = step.remarks.join(" · ");
    let row = PlanStepRow {
        number,
        bearing: if step.verdict == Verdict::Applies { Bearing::Certain } else { Bearing::Dependent },
        heading: &step.heading,
        lines: &lines,
        remarks: &remarks,
        contact: step.contact.as_deref(),
        hours: step.hours.as_deref(),
        name: &step.name,
        is_selected,
    };
    row.show(ui).clicked()
}
