//! All that was done to the guide, the newest first.

use eframe::egui::{Id, Ui};

use super::{asking::labelled, state::BeheerState};
use crate::{
    app::{Command, Keep, StepRow},
    text::{keeping as text, words},
    ui::{
        ctx::Ctx,
        theme::{TextRole, UiExt as _, size},
        widgets::{FoldHeader, not_first, outline_button, section_label},
    },
};

pub(super) fn history_ui(ui: &mut Ui, ctx: &mut Ctx<'_>, state: &mut BeheerState) {
    let lang = ctx.app.language();
    ui.label(TextRole::Title.rich(text::history(lang)));
    not_first(ui, |ui| sign_ui(ui, ctx, state));
    let steps = ctx.app.steps();
    let earlier = ctx.app.earlier_steps();
    if steps.is_empty() && earlier.is_empty() {
        ui.label(TextRole::Body.rich(text::history_empty(lang)).color(ui.tokens().ink_soft));
        return;
    }
    for step in &*steps {
        step_ui(ui, ctx, state, step, true);
        ui.add_space(size::S);
    }
    let is_now = steps.iter().all(|step| !step.stands);
    ui.label(TextRole::Strong.rich(text::as_opened(lang)));
    if !is_now && ui.add(outline_button(text::go_here(lang)).neutral().small()).clicked() {
        ctx.send(Command::Keep(Keep::Jump(None)));
    }
    if !earlier.is_empty() {
        ui.add_space(size::M);
        section_label(ui, text::earlier_steps(lang));
        for step in &*earlier {
            ui.add_space(size::S);
            step_ui(ui, ctx, state, step, false);
        }
    }
}

/// Asks for the function that stands with each step.
fn sign_ui(ui: &mut Ui, ctx: &mut Ctx<'_>, state: &mut BeheerState) {
    let lang = ctx.app.language();
    let stands = &ctx.app.settings().function;
    let mut typed = state.function.clone().unwrap_or_else(|| stands.clone());
    let field = labelled(ui, text::function(lang), &mut typed, Id::unique("function"));
    ui.label(TextRole::Small.rich(text::function_help(lang)).color(ui.tokens().ink_soft));
    ui.add_space(size::S);
    if field.changed() {
        state.function = Some(typed);
    }
    if field.lost_focus()
        && let Some(function) = state.function.take().filter(|function| function != stands)
    {
        ctx.send(Command::Keep(Keep::SignAs(function)));
    }
}

fn step_ui(ui: &mut Ui, ctx: &mut Ctx<'_>, state: &mut BeheerState, step: &StepRow, can_go: bool) {
    let lang = ctx.app.language();
    let tokens = ui.tokens();
    let is_open = state.unfolded.contains(&step.id.0);
    let color = if step.stands { tokens.ink } else { tokens.ink_soft };
    let (day, time) = step.on;
    let made = text::made(&words::day(day, lang), &time.to_string(), &step.by);
    let mut told = vec![made];
    if step.is_now {
        told.push(text::stands_last(lang).to_owned());
    }
    if !step.stands {
        told.push(text::undone(lang).to_owned());
    }
    if step.is_taken_back {
        told.push(text::taken_back(lang).to_owned());
    }
    if step.details.len() > 1 {
        if ui.add(FoldHeader::new(&step.words, is_open)).clicked() && !state.unfolded.remove(&step.id.0) {
            state.unfolded.insert(step.id.0.clone());
        }
    } else {
        ui.label(TextRole::Strong.rich(&step.words).color(color));
    }
    ui.label(TextRole::Small.rich(told.join(" · ")).color(tokens.ink_soft));
    if is_open {
        for detail in &step.details {
            ui.label(TextRole::Secondary.rich(detail).color(color));
        }
    }
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = size::S;
        // Heard with the step that it is about: they are all called alike.
        let mut asks = |name: &str| {
            let button = ui.add(outline_button(name).neutral().small());
            button.accessible_name(format!("{name}: {}", step.words)).clicked()
        };
        if can_go && !step.is_now && asks(text::go_here(lang)) {
            ctx.send(Command::Keep(Keep::Jump(Some(step.id.clone()))));
        }
        if step.stands && !step.is_taken_back && asks(text::take_back(lang)) {
            ctx.send(Command::Keep(Keep::Without(step.id.clone())));
        }
    });
}
