//! The records of one kind, to choose from.

use eframe::egui::{Popup, PopupCloseBehavior, Role, ScrollArea, Ui, UiBuilder};

use super::state::{BeheerState, Panel};
use crate::{
    app::{Command, Keep, RecordRow},
    model::{Lang, Severity},
    text::keeping as text,
    ui::{
        ctx::Ctx,
        theme::{Icon, TextRole, UiExt as _, size},
        widgets::{ChoiceMark, ChoiceRow, ChoiceState, CompactRow, SearchField, choice_rows, one_stop, outline_button},
    },
};

pub(super) fn records_ui(ui: &mut Ui, ctx: &mut Ctx<'_>, state: &mut BeheerState) {
    let lang = ctx.app.language();
    let Some(list) = ctx.app.record_list() else { return };
    kind_ui(ui, ctx, state);
    ui.add_space(size::XS);
    let (filter, only_problems) = ctx.app.record_filter();
    let mut words = filter.to_owned();
    let field = SearchField::new(text::filter(lang)).show(ui, &mut words);
    if std::mem::take(&mut state.focus_filter) {
        field.request_focus();
    }
    if field.changed() {
        ctx.send(Command::Keep(Keep::Filter(words)));
    }
    let is_on = if only_problems { ChoiceState::Chosen } else { ChoiceState::Open };
    let label = text::only_problems(lang);
    if ui.add(ChoiceRow::new(ChoiceMark::Check, label, label).state(is_on)).clicked() {
        ctx.send(Command::Keep(Keep::OnlyProblems(!only_problems)));
    }
    ui.add_space(size::XS);
    if list.rows.is_empty() {
        ui.label(TextRole::Small.rich(text::nothing_listed(lang)).color(ui.tokens().ink_soft));
    }
    let open = ctx.app.record_view().map(|view| view.form.record.clone());
    let builder = UiBuilder::new().accessibility_role(Role::ListBox).accessibility_label(text::records(lang));
    let chosen = ui.scope_builder(builder, |ui| {
        ScrollArea::vertical().id_salt("records").auto_shrink(false).show_rows(
            ui,
            size::TARGET,
            list.rows.len(),
            |ui, rows| {
                ui.spacing_mut().item_spacing.y = 0.0;
                one_stop(ui, "records", |ui| {
                    let mut chosen = None;
                    for row in list.rows.get(rows).unwrap_or_default() {
                        let is_open = open.as_ref() == Some(&row.key);
                        if record_row(ui, row, is_open, lang) {
                            chosen = Some(row.key.clone());
                        }
                    }
                    chosen
                })
            },
        )
    });
    if let Some(record) = chosen.inner.inner {
        state.show(Panel::Form, ctx);
        ctx.send(Command::Keep(Keep::Open(Some(record))));
        ctx.state.pane = crate::ui::state::Pane::Main;
    }
}

fn record_row(ui: &mut Ui, row: &RecordRow, is_open: bool, lang: Lang) -> bool {
    let name = text::with_problems(&row.title, row.problems, lang);
    let count = if row.problems > 0 { row.problems.to_string() } else { String::new() };
    let mut widget =
        CompactRow::new(&row.title, &count, &name).one_line().id(ui.scope_id().with(&row.key)).selected(is_open);
    if row.severity.is_some_and(|severity| severity < Severity::Note) {
        widget = widget.warning();
    }
    ui.add(widget).clicked()
}

/// Which kind is listed.
fn kind_ui(ui: &mut Ui, ctx: &mut Ctx<'_>, state: &mut BeheerState) {
    let lang = ctx.app.language();
    let Some(list) = ctx.app.record_list() else { return };
    let count = |kind| list.kinds.iter().find(|(own, _)| *own == kind).map_or(0, |(_, count)| *count);
    let shown = text::kind_count(list.kind, count(list.kind), lang);
    let button = ui.add(outline_button(&shown).neutral().trailing(Icon::ChevronDown));
    Popup::menu(&button).close_behavior(PopupCloseBehavior::CloseOnClick).width(size::MENU_WIDTH).show(|ui| {
        ScrollArea::vertical().max_height(ui.ctx().content_rect().height() - size::DIALOG_REST).show(ui, |ui| {
            choice_rows(ui, Role::RadioGroup, text::kind(lang), |ui| {
                for (kind, count) in &list.kinds {
                    let label = text::kind_count(*kind, *count, lang);
                    let mark = if *kind == list.kind { ChoiceState::Chosen } else { ChoiceState::Open };
                    if ui.add(ChoiceRow::new(ChoiceMark::Radio, &label, &label).state(mark)).clicked() {
                        state.show(Panel::Form, ctx);
                        ctx.send(Command::Keep(Keep::List(*kind)));
                    }
                }
            });
        });
    });
}
