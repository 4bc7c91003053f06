//! The parties to choose from.

use eframe::egui::{Role, ScrollArea, Ui, UiBuilder};

use super::Partijen;
use crate::{
    app::called,
    text::parties as text,
    ui::{
        ctx::Ctx,
        state::Pane,
        theme::{TextRole, UiExt as _, size},
        widgets::{CompactRow, SearchField, one_stop},
    },
};

pub(super) fn list_ui(ui: &mut Ui, ctx: &mut Ctx<'_>, view: &mut Partijen) {
    let lang = ctx.app.language();
    SearchField::new(text::filter(lang)).show(ui, &mut view.words);
    ui.add_space(size::XS);
    let all = ctx.app.party_rows();
    let rows = called(&all, &view.words);
    if rows.is_empty() {
        ui.label(TextRole::Small.rich(text::none(lang)).color(ui.tokens().ink_soft));
    }
    let builder = UiBuilder::new().accessibility_role(Role::ListBox).accessibility_label(text::parties(lang));
    ui.scope_builder(builder, |ui| {
        let area = ScrollArea::vertical().id_salt("parties").auto_shrink(false);
        area.show_rows(ui, CompactRow::height_of(1), rows.len(), |ui, shown| {
            ui.spacing_mut().item_spacing.y = 0.0;
            one_stop(ui, "parties", |ui| {
                for row in rows.get(shown).unwrap_or_default() {
                    let is_chosen = view.chosen.as_ref() == Some(&row.id);
                    let name = format!("{}, {}", row.name, row.tasks);
                    let id = ui.scope_id().with(&row.id);
                    let widget = CompactRow::new(&row.name, &row.tasks, &name).id(id).lines(1).selected(is_chosen);
                    if ui.add(widget).clicked() {
                        view.chosen = Some(row.id.clone());
                        ctx.state.pane = Pane::Main;
                    }
                }
            });
        });
    });
}
