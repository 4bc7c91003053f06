//! The cases to choose from.

use eframe::egui::{Role, ScrollArea, Ui, UiBuilder};

use super::Workshop;
use crate::{
    app::{Command, LessonChange},
    text::lesson as text,
    ui::{
        ctx::Ctx,
        state::Pane,
        theme::{TextRole, UiExt as _, size},
        widgets::{CompactRow, one_stop, outline_button, section_label},
    },
};

pub(super) fn cases_ui(ui: &mut Ui, ctx: &mut Ctx<'_>, workshop: &mut Workshop) {
    let lang = ctx.app.language();
    section_label(ui, ctx.app.case_file().unwrap_or(text::cases(lang)));
    if ctx.app.case_file().is_some() {
        if ctx.app.has_other_edition() {
            ui.label(TextRole::Small.rich(text::other_edition(lang)).color(ui.tokens().warning));
        }
        if ui.add(outline_button(text::leave_file(lang)).neutral().small()).clicked() {
            ctx.send(Command::Lesson(LessonChange::LeaveFile));
        }
    }
    ui.add_space(size::XS);
    let rows = ctx.app.case_rows();
    if rows.is_empty() {
        ui.label(TextRole::Small.rich(text::no_cases(lang)).color(ui.tokens().ink_soft));
    }
    let builder = UiBuilder::new().accessibility_role(Role::ListBox).accessibility_label(text::cases(lang));
    ui.scope_builder(builder, |ui| {
        ScrollArea::vertical().id_salt("cases").auto_shrink(false).show(ui, |ui| {
            one_stop(ui, "cases", |ui| {
                for row in &rows {
                    let is_chosen = workshop.chosen.as_ref() == Some(&row.id);
                    let name = format!("{}, {}", row.title, row.about);
                    let id = ui.scope_id().with(&row.id);
                    let widget = CompactRow::new(&row.title, &row.steps, &name).id(id).selected(is_chosen);
                    if ui.add(widget).clicked() {
                        workshop.chosen = Some(row.id.clone());
                        ctx.state.pane = Pane::Main;
                    }
                }
            });
        });
    });
}
