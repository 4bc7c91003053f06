//! What holds for the guide as a whole: taking back, all that was done, saving, and how it stands.

use std::sync::Arc;

use eframe::egui::{Popup, PopupCloseBehavior, Ui};

use super::{
    keys,
    replacing::Replacing,
    state::{BeheerState, Panel},
};
use crate::{
    app::{Command, Keep},
    model::{Severity, error_count},
    text::{chain, completeness, errors, keeping as text, own, proposal, words},
    ui::{
        ctx::Ctx,
        theme::{Icon, TextRole, UiExt as _, size},
        widgets::{close_on_escape, filled_button, outline_button},
    },
};

pub(super) fn bar_ui(ui: &mut Ui, ctx: &mut Ctx<'_>, state: &mut BeheerState) {
    let lang = ctx.app.language();
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = size::XS;
        let undo = ctx.app.to_undo();
        step_button(ui, ctx, state, (text::undo(lang), undo, Keep::Undo));
        let redo = ctx.app.to_redo();
        step_button(ui, ctx, state, (text::redo(lang), redo, Keep::Redo));
        let is_open = state.panel == Panel::History;
        if ui.add(outline_button(text::history(lang)).neutral().small().selected(is_open)).clicked() {
            state.show(if is_open { Panel::Form } else { Panel::History }, ctx);
        }
        if let Some((_, rows)) = ctx.app.to_look_at() {
            let is_open = state.panel == Panel::ToLook;
            let words = text::to_look_count(rows.len(), lang);
            let button = outline_button(&words).small().selected(is_open);
            if ui.add(button).clicked() {
                state.show(if is_open { Panel::Form } else { Panel::ToLook }, ctx);
            }
        }
        if ui.add(outline_button(text::new(lang)).neutral().small()).clicked() {
            let panel = super::panels::new_record(ctx.app);
            state.show(panel, ctx);
        }
        if ui.add(outline_button(text::replace(lang)).neutral().small()).clicked() {
            state.show(Panel::Replace(Replacing::default()), ctx);
        }
        let is_open = state.panel == Panel::OverAll;
        let over_all = outline_button(completeness::title(lang)).neutral().small().selected(is_open);
        if ui.add(over_all).on_hover_text(completeness::help(lang)).clicked() {
            state.show(if is_open { Panel::Form } else { Panel::OverAll }, ctx);
        }
        let is_open = state.panel == Panel::Own;
        if ui.add(outline_button(own::title(lang)).neutral().small().selected(is_open)).clicked() {
            state.show(if is_open { Panel::Form } else { Panel::Own }, ctx);
        }
        let can_save = ctx.app.unsaved_steps() > 0 || state.typing.is_some();
        if ui.add_enabled(can_save, filled_button(text::save(lang)).small()).clicked() {
            keys::save(ctx, state);
        }
        more_ui(ui, ctx, state);
    });
    state_ui(ui, ctx);
}

/// What is needed less, in a menu: with it in the bar, that is too long for a small screen.
fn more_ui(ui: &mut Ui, ctx: &mut Ctx<'_>, state: &mut BeheerState) {
    let lang = ctx.app.language();
    let button = ui.add(outline_button(chain::more(lang)).neutral().small().trailing(Icon::ChevronDown));
    let popup = Popup::menu(&button).close_behavior(PopupCloseBehavior::CloseOnClickOutside);
    popup.show(|ui| {
        close_on_escape(ui);
        let mut is_asked = |name: &str, help: &str| {
            let button = ui.add(outline_button(name).neutral().small()).on_hover_text(help);
            if button.clicked() {
                ui.close();
            }
            button.clicked()
        };
        if is_asked(text::save_as(lang), text::save_as_help(lang)) {
            keys::save_as(ctx, state);
        }
        if is_asked(proposal::merge(lang), proposal::merge_file_help(lang)) {
            keys::merge_with(ctx, state);
        }
    });
}

/// A step back or on, with what it would do.
fn step_button(
    ui: &mut Ui,
    ctx: &mut Ctx<'_>,
    state: &mut BeheerState,
    (name, what, command): (&str, Option<Arc<str>>, Keep),
) {
    let button = outline_button(name).neutral().small();
    let response = ui.add_enabled(what.is_some(), button);
    let response = match &what {
        Some(what) => response.on_hover_text(&**what),
        None => response,
    };
    if response.clicked() {
        state.commit(ctx);
        ctx.send(Command::Keep(command));
    }
}

/// What is not saved, what is wrong, and whether the answers follow; and what would be undone.
fn state_ui(ui: &mut Ui, ctx: &Ctx<'_>) {
    let lang = ctx.app.language();
    let tokens = ui.tokens();
    let steps = ctx.app.unsaved_steps();
    let saved = if steps == 0 { text::saved_all(lang).to_owned() } else { text::unsaved(steps, lang) };
    let problems = ctx.app.guide_problems();
    let errors = error_count(problems);
    let notes = problems.iter().filter(|problem| problem.fault.rule().severity() == Severity::Note).count();
    let found = if ctx.app.is_checking() {
        text::checking(lang).to_owned()
    } else {
        text::problem_count(errors, problems.len() - errors - notes, lang)
    };
    let mut told = vec![saved, found];
    if let Some(undo) = ctx.app.to_undo() {
        told.push(words::excerpt(&undo));
    }
    ui.label(TextRole::Small.rich(told.join(" · ")).color(tokens.ink_soft));
    if let Some(error) = ctx.app.unguarded() {
        ui.label(TextRole::Small.rich(errors::file(&error, lang)).color(tokens.warning));
    }
    if !ctx.app.answers_follow() {
        ui.label(TextRole::Small.rich(text::answers_wait(lang)).color(tokens.warning));
    }
}
