//! Beside the form: what is wrong with the record, and who names it.

use eframe::egui::{Label, Ui};

use super::{
    effects::effects_ui,
    state::{BeheerState, Panel},
};
use crate::{
    app::{Command, Keep},
    text::keeping as text,
    ui::{
        ctx::Ctx,
        theme::{TextRole, UiExt as _, size},
        widgets::{LinkRow, outline_button, section_label},
    },
};

/// So much of what the changes do is told beside the form.
const MOST_LINES: usize = 12;

pub(super) fn beside_ui(ui: &mut Ui, ctx: &mut Ctx<'_>, state: &mut BeheerState) {
    let lang = ctx.app.language();
    let Some(view) = ctx.app.record_view() else { return };
    ui.set_max_width(ui.available_width() - size::S);
    section_label(ui, text::problems(lang));
    if view.problems.is_empty() {
        ui.label(TextRole::Small.rich(text::no_problems(lang)).color(ui.tokens().ink_soft));
    }
    for problem in &view.problems {
        if ui.add(LinkRow::new(&problem.words)).clicked() {
            state.show(Panel::Form, ctx);
            state.goes_to = Some(problem.at.clone());
        }
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = size::S;
            if problem.is_fixable && ui.add(outline_button(text::fix(lang)).small()).clicked() {
                state.commit(ctx);
                ctx.send(Command::Keep(Keep::Fix(problem.problem.clone())));
            }
            let off = outline_button(text::switch_off(lang)).neutral().small();
            if problem.can_be_off && ui.add(off).on_hover_text(&problem.words).clicked() {
                let (reason, until) = (String::new(), String::new());
                state.show(Panel::SwitchOff { problem: problem.problem.clone(), reason, until }, ctx);
            }
        });
    }
    if ctx.app.unsaved_steps() > 0
        && let Some(impact) = ctx.app.guide_impact()
    {
        ui.add_space(size::M);
        section_label(ui, text::impact(lang));
        effects_ui(ui, &impact, MOST_LINES, lang);
    }
    ui.add_space(size::M);
    section_label(ui, text::referred_by(lang));
    if view.referrers.is_empty() {
        ui.add(Label::new(TextRole::Small.rich(text::nobody_refers(lang)).color(ui.tokens().ink_soft)));
    }
    for referrer in &view.referrers {
        if ui.add(LinkRow::new(&referrer.title)).clicked() {
            state.show(Panel::Form, ctx);
            ctx.send(Command::Keep(Keep::Open(Some(referrer.key.clone()))));
        }
    }
}
