//! The records to choose from, and which are chosen to be changed together.

use eframe::egui::{Popup, PopupCloseBehavior, Response, Role, ScrollArea, Ui, UiBuilder};

use super::{
    filters::filters_ui,
    state::{BeheerState, Panel},
};
use crate::{
    app::{Command, Keep, RecordFilter, RecordList, RecordRow},
    model::{Lang, RecordKey, RecordKind, Severity},
    text::{fields, keeping as text},
    ui::{
        ctx::Ctx,
        theme::{Icon, TextRole, UiExt as _, size},
        widgets::{ChoiceMark, ChoiceRow, ChoiceState, CompactRow, SearchField, choice_rows, one_stop, outline_button},
    },
};

pub(super) fn records_ui(ui: &mut Ui, ctx: &mut Ctx<'_>, state: &mut BeheerState) {
    let lang = ctx.app.language();
    let Some(list) = ctx.app.record_list() else { return };
    state.selection.keep_listed(&list);
    kind_ui(ui, ctx, state, &list);
    ui.add_space(size::XS);
    let mut words = list.filter.words.clone();
    let field = SearchField::new(text::filter(lang)).show(ui, &mut words);
    if std::mem::take(&mut state.focus_filter) {
        field.request_focus();
    }
    if field.changed() {
        ctx.send(Command::Keep(Keep::List(RecordFilter { words, ..list.filter.clone() })));
    }
    filters_ui(ui, ctx, state, &list);
    ui.add_space(size::XS);
    if list.rows.is_empty() {
        ui.label(TextRole::Small.rich(text::nothing_listed(lang)).color(ui.tokens().ink_soft));
    }
    let open = ctx.app.record_view().map(|view| view.form.record.clone());
    let builder = UiBuilder::new().accessibility_role(Role::ListBox).accessibility_label(text::records(lang));
    let used = ui.scope_builder(builder, |ui| {
        ScrollArea::vertical().id_salt("records").auto_shrink(false).show_rows(
            ui,
            size::TARGET,
            list.rows.len(),
            |ui, rows| {
                ui.spacing_mut().item_spacing.y = 0.0;
                one_stop(ui, "records", |ui| {
                    let mut used = Used::default();
                    for row in list.rows.get(rows).unwrap_or_default() {
                        let is_marked = if state.selection.several().is_some() {
                            state.selection.holds(&row.key)
                        } else {
                            open.as_ref() == Some(&row.key)
                        };
                        let response = record_row(ui, row, is_marked, list.filter.kind.is_none(), lang);
                        if response.clicked() {
                            used.clicked = Some(row.key.clone());
                        }
                        if response.has_focus() {
                            used.focused = Some(row.key.clone());
                        }
                    }
                    used
                })
            },
        )
    });
    choose(ui, ctx, state, &list, open.as_ref(), used.inner.inner);
}

/// What was done to the rows in this frame.
#[derive(Debug, Default)]
struct Used {
    clicked: Option<RecordKey>,
    focused: Option<RecordKey>,
}

/// Opens a record, or chooses it with others: with Ctrl one more or less, with Shift a stretch.
fn choose(
    ui: &Ui,
    ctx: &mut Ctx<'_>,
    state: &mut BeheerState,
    list: &RecordList,
    open: Option<&RecordKey>,
    used: Used,
) {
    let held = ui.input(|input| input.modifiers);
    let is_moved = state.selection.moves_to(used.focused.as_ref());
    if let Some(focused) = used.focused.filter(|_| is_moved && held.shift) {
        state.selection.stretch_to(&focused, &list.rows, open);
    }
    let Some(record) = used.clicked else { return };
    state.show(Panel::Form, ctx);
    if held.command {
        state.selection.toggle(&record, open);
    } else if held.shift {
        state.selection.stretch_to(&record, &list.rows, open);
    } else {
        state.selection.only(&record);
        ctx.send(Command::Keep(Keep::Open(Some(record))));
        ctx.state.pane = crate::ui::state::Pane::Main;
    }
}

fn record_row(ui: &mut Ui, row: &RecordRow, is_marked: bool, has_kinds: bool, lang: Lang) -> Response {
    // Of all kinds together each says its own.
    let kind = has_kinds.then(|| fields::kind(row.key.kind(), lang));
    let title: Vec<&str> = [row.title.as_str()].into_iter().chain(kind).collect();
    let name = text::with_problems(&title.join(", "), row.problems, lang);
    let count = (row.problems > 0).then(|| row.problems.to_string());
    let aside: Vec<&str> = kind.into_iter().chain(count.as_deref()).collect();
    let aside = aside.join(" · ");
    let mut widget =
        CompactRow::new(&row.title, &aside, &name).one_line().id(ui.scope_id().with(&row.key)).selected(is_marked);
    if row.severity.is_some_and(|severity| severity < Severity::Note) {
        widget = widget.warning();
    }
    ui.add(widget)
}

/// Which kind is listed.
fn kind_ui(ui: &mut Ui, ctx: &mut Ctx<'_>, state: &mut BeheerState, list: &RecordList) {
    let lang = ctx.app.language();
    let all: usize = list.kinds.iter().map(|(_, count)| count).sum();
    let count = |kind| list.kinds.iter().find(|(own, _)| Some(*own) == kind).map_or(all, |(_, count)| *count);
    let label = |kind: Option<RecordKind>| text::kind_count(kind, count(kind), lang);
    let button = ui.add(outline_button(&label(list.filter.kind)).neutral().trailing(Icon::ChevronDown));
    Popup::menu(&button).close_behavior(PopupCloseBehavior::CloseOnClick).width(size::MENU_WIDTH).show(|ui| {
        ScrollArea::vertical().max_height(ui.ctx().content_rect().height() - size::DIALOG_REST).show(ui, |ui| {
            choice_rows(ui, Role::RadioGroup, text::kind(lang), |ui| {
                let kinds = list.kinds.iter().map(|(kind, _)| Some(*kind));
                for kind in std::iter::once(None).chain(kinds) {
                    let label = label(kind);
                    let mark = if kind == list.filter.kind { ChoiceState::Chosen } else { ChoiceState::Open };
                    if ui.add(ChoiceRow::new(ChoiceMark::Radio, &label, &label).state(mark)).clicked() {
                        state.show(Panel::Form, ctx);
                        // What was typed is looked for among the other kind no more.
                        let filter = RecordFilter { kind, words: String::new(), ..list.filter.clone() };
                        ctx.send(Command::Keep(Keep::List(filter)));
                        ui.close();
                    }
                }
            });
        });
    });
}
