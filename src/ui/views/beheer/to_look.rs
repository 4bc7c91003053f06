//! What the last command left for somebody to decide: open it, or say that it was seen.

use eframe::egui::{Align, Label, Layout, Ui, vec2};

use super::{
    asking::title_ui,
    replacing::Replacing,
    state::{BeheerState, Panel},
};
use crate::{
    app::{Command, Keep, LookRow},
    text::{keeping as text, words},
    ui::{
        ctx::Ctx,
        theme::{Icon, TextRole, UiExt as _, size},
        widgets::{LinkRow, icon_button, outline_button},
    },
};

/// The list; there is none once all was seen.
pub(super) fn to_look_ui(ui: &mut Ui, ctx: &mut Ctx<'_>, state: &mut BeheerState) {
    let lang = ctx.app.language();
    let Some((_, rows)) = ctx.app.to_look_at() else { return state.show(Panel::Form, ctx) };
    title_ui(ui, text::to_look(lang));
    ui.label(TextRole::Secondary.rich(text::to_look_help(lang)).color(ui.tokens().ink_soft));
    ui.add_space(size::S);
    if let Some((old, new)) = ctx.app.newly_named()
        && ui.add(outline_button(text::replace(lang))).on_hover_text(text::replace_names(&old, &new, lang)).clicked()
    {
        return state.show(Panel::Replace(Replacing::of(old, new)), ctx);
    }
    for row in &*rows {
        row_ui(ui, ctx, state, row);
    }
    ui.add_space(size::S);
    if ui.add(outline_button(text::all_looked_at(lang)).neutral()).clicked() {
        for row in &*rows {
            ctx.send(Command::Keep(Keep::LookedAt(row.record.clone(), row.at.clone())));
        }
        state.show(Panel::Form, ctx);
    }
}

fn row_ui(ui: &mut Ui, ctx: &mut Ctx<'_>, state: &mut BeheerState, row: &LookRow) {
    let lang = ctx.app.language();
    let title = words::excerpt(&row.title);
    let room = vec2(ui.available_width(), size::BUTTON);
    ui.allocate_ui_with_layout(room, Layout::right_to_left(Align::Center), |ui| {
        if ui.add(icon_button(Icon::Check, &text::looked_at_of(&title, lang))).clicked() {
            ctx.send(Command::Keep(Keep::LookedAt(row.record.clone(), row.at.clone())));
        }
        ui.with_layout(Layout::top_down(Align::Min), |ui| {
            if ui.add(LinkRow::new(&title)).clicked() {
                state.show(Panel::Form, ctx);
                state.goes_to = Some(row.at.clone());
                ctx.send(Command::Keep(Keep::Open(Some(row.record.clone()))));
            }
        });
    });
    ui.add(Label::new(TextRole::Small.rich(&row.why).color(ui.tokens().ink_soft)).wrap());
    ui.add_space(size::XS);
}
