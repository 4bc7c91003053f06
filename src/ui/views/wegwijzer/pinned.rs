//! Parties that this desk keeps at hand.

use eframe::egui::{Role, Ui, UiBuilder};

use crate::{
    app::{Command, Selected},
    model::Party,
    text::window as text,
    ui::{
        ctx::Ctx,
        state::Pane,
        theme::{TextRole, UiExt as _, size},
        widgets::chip,
    },
};

pub(super) fn pinned_ui(ui: &mut Ui, ctx: &mut Ctx<'_>) {
    let (lang, date) = (ctx.app.language(), ctx.app.date());
    let parties: Vec<&Party> = ctx.app.pinned().collect();
    if parties.is_empty() {
        return;
    }
    let builder = UiBuilder::new().accessibility_role(Role::Group).accessibility_label(text::pinned(lang));
    ui.scope_builder(builder, |ui| {
        ui.horizontal_wrapped(|ui| {
            ui.label(TextRole::Small.rich(text::pinned(lang)).color(ui.tokens().ink_soft));
            for party in parties {
                let name = party.short_name(date, lang);
                let phone = party.phone_on(date).map(|phone| phone.value.as_str());
                let words = phone.map_or_else(|| name.to_owned(), |phone| format!("{name} · {phone}"));
                if ui.add(chip(&words).round().button(&words)).clicked() {
                    ctx.state.pane = Pane::Drawer;
                    ctx.send(Command::Select(Some(Selected::Party(party.id.clone()))));
                }
            }
        });
    });
    ui.add_space(size::S);
}
