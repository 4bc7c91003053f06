//! What became of the file while the guide was edited, who else has it open, and work that was not saved: each with what
//! can be done about it.

use eframe::egui::{Frame, Label, Ui};

use super::{
    keys,
    state::{BeheerState, Panel},
};
use crate::{
    app::{Command, FileState, Keep, Look},
    model::{Lang, RecordKey},
    text::{keeping as text, proposal, words},
    ui::{
        ctx::Ctx,
        theme::{TextRole, UiExt as _, size},
        widgets::{filled_button, outline_button},
    },
};

pub(super) fn disk_ui(ui: &mut Ui, ctx: &mut Ctx<'_>, state: &mut BeheerState) {
    let lang = ctx.app.language();
    for other in ctx.app.also_open() {
        let who = proposal::who(&other.function, &other.organisation, lang);
        let told = proposal::also_open(&who, other.at, lang);
        ui.label(TextRole::Small.rich(told).color(ui.tokens().ink_soft));
    }
    if ctx.app.is_proposing() {
        ui.label(TextRole::Small.rich(proposal::preparing(lang)).color(ui.tokens().ink_soft));
    }
    let is_elsewhere = state.panel != Panel::Proposal && ctx.app.proposal_view().is_some();
    if is_elsewhere && ui.add(filled_button(proposal::title(lang))).clicked() {
        state.show(Panel::Proposal, ctx);
    }
    open_choices_ui(ui, ctx, state);
    // What is being looked at already is not offered once more.
    if state.panel == Panel::Proposal || is_elsewhere {
        return;
    }
    match ctx.app.file_state() {
        FileState::AsOpened => {}
        FileState::Changed => changed_ui(ui, ctx, state),
        FileState::Gone => {
            band(ui, |ui| {
                told_ui(ui, proposal::gone(lang), None);
                save_as_button(ui, ctx, state);
            });
        }
    }
    lost_work_ui(ui, ctx);
}

/// Where two versions are kept of which nobody chose yet.
fn open_choices_ui(ui: &mut Ui, ctx: &mut Ctx<'_>, state: &mut BeheerState) {
    let lang = ctx.app.language();
    let open = &ctx.app.kept_guide().unresolved;
    let Some(first) = open.iter().next() else { return };
    let record = RecordKey::Unresolved(first.id.clone());
    let is_shown = ctx.app.record_view().is_some_and(|view| view.form.record == record);
    if state.panel == Panel::Form && is_shown {
        return;
    }
    let told = proposal::open_choices(open.len(), lang);
    band(ui, |ui| {
        told_ui(ui, &told, None);
        if ui.add(outline_button(proposal::choose_now(lang))).clicked() {
            state.show(Panel::Form, ctx);
            ctx.send(Command::Keep(Keep::Open(Some(record))));
        }
    });
}

/// A band over the width, in the colours of a warning.
fn band(ui: &mut Ui, inside: impl FnOnce(&mut Ui)) {
    let frame = Frame::NONE.fill(ui.tokens().warning_ground).inner_margin(size::margin(size::BAND_PAD));
    frame.show(ui, |ui| {
        ui.set_min_width(ui.available_width());
        inside(ui);
    });
    ui.add_space(size::XS);
}

fn told_ui(ui: &mut Ui, strong: &str, more: Option<&str>) {
    ui.add(Label::new(TextRole::Strong.rich(strong)).wrap());
    if let Some(more) = more {
        ui.add(Label::new(TextRole::Secondary.rich(more)).wrap());
    }
}

/// Somebody else changed the file: to read it again, to look at what changed, or to save elsewhere.
fn changed_ui(ui: &mut Ui, ctx: &mut Ctx<'_>, state: &mut BeheerState) {
    let lang = ctx.app.language();
    let has_own = ctx.app.unsaved_steps() > 0 || state.typing.is_some();
    band(ui, |ui| {
        let more = if has_own { proposal::changed_dirty(lang) } else { proposal::changed_clean(lang) };
        told_ui(ui, proposal::changed(lang), Some(more));
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = size::S;
            if has_own {
                look_button(ui, ctx, state, lang);
            }
            let read = proposal::read_again(lang);
            let read = if has_own { outline_button(read).neutral() } else { filled_button(read) };
            if ui.add(read).on_hover_text(proposal::read_again_help(lang)).clicked() {
                state.commit(ctx);
                ctx.send(Command::Keep(Keep::ReadAgain));
            }
            if has_own {
                save_as_button(ui, ctx, state);
            } else {
                look_button(ui, ctx, state, lang);
            }
        });
    });
}

fn look_button(ui: &mut Ui, ctx: &mut Ctx<'_>, state: &mut BeheerState, lang: Lang) {
    if ui.add(outline_button(proposal::merge_look(lang))).clicked() {
        state.commit(ctx);
        ctx.send(Command::Keep(Keep::Look(Look::ChangedFile)));
    }
}

fn save_as_button(ui: &mut Ui, ctx: &mut Ctx<'_>, state: &mut BeheerState) {
    if ui.add(outline_button(text::save_as(ctx.app.language())).neutral()).clicked() {
        keys::save_as(ctx, state);
    }
}

/// Work that was not saved when the program stopped: what it is, and what is to become of it.
fn lost_work_ui(ui: &mut Ui, ctx: &mut Ctx<'_>) {
    let Some(lost) = ctx.app.lost_work() else { return };
    let lang = ctx.app.language();
    band(ui, |ui| {
        ui.label(TextRole::Strong.rich(text::lost_title(lang)));
        let (day, time) = lost.since;
        ui.label(TextRole::Body.rich(text::lost(lost.steps, &words::day(day, lang), &time.to_string(), lang)));
        for step in &lost.last {
            ui.add(Label::new(TextRole::Secondary.rich(step)).wrap());
        }
        if lost.is_changed {
            let told = TextRole::Secondary.rich(text::lost_changed(lang)).color(ui.tokens().warning);
            ui.add(Label::new(told).wrap());
        }
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = size::S;
            // Over a file that changed nothing is put unseen.
            if !lost.is_changed && ui.add(filled_button(text::recover(lang))).clicked() {
                ctx.send(Command::Keep(Keep::Recover));
            }
            let look = proposal::look_first(lang);
            let look = if lost.is_changed { filled_button(look) } else { outline_button(look) };
            if ui.add(look).clicked() {
                ctx.send(Command::Keep(Keep::Look(Look::LostWork)));
            }
            let throw = outline_button(text::throw_away(lang)).neutral();
            if ui.add(throw).on_hover_text(text::throw_away_help(lang)).clicked() {
                ctx.send(Command::Keep(Keep::ThrowAway));
            }
        });
    });
}
