//! The records to choose from, and which are chosen to be changed together.

use eframe::egui::{Key, Response, Role, ScrollArea, Ui, UiBuilder};

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
        state::Pane,
        theme::{Icon, TextRole, UiExt as _, size},
        widgets::{CompactRow, MenuRow, SearchField, choice_menu, focus_first, one_stop, outline_button},
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
    if field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter)) {
        match list.rows.first() {
            Some(row) => {
                open_record(ctx, state, row.key.clone());
                ctx.state.wants_focus = Some(Pane::Main);
            }
            None => search_all(ctx, state, &list),
        }
    }
    let goes_down = field.has_focus() && ui.input(|input| input.key_pressed(Key::ArrowDown));
    filters_ui(ui, ctx, state, &list);
    chosen_ui(ui, ctx, state);
    ui.add_space(size::XS);
    if list.rows.is_empty() {
        ui.label(TextRole::Small.rich(text::nothing_listed(lang)).color(ui.tokens().ink_soft));
        let all = outline_button(text::in_all_kinds(lang)).small();
        if list.filter.kind.is_some() && !list.filter.words.is_empty() && ui.add(all).clicked() {
            search_all(ctx, state, &list);
        }
    }
    if goes_down {
        focus_first(ui);
    }
    let lines = lines_of(ui, list.filter.kind);
    let open = ctx.app.record_view().map(|view| view.form.record.clone());
    let builder = UiBuilder::new().accessibility_role(Role::ListBox).accessibility_label(text::records(lang));
    let used = ui.scope_builder(builder, |ui| {
        ScrollArea::vertical().id_salt("records").auto_shrink(false).show_rows(
            ui,
            CompactRow::height_of(lines),
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
                        let response = record_row(ui, row, (is_marked, list.filter.kind.is_none()), lines, lang);
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

/// Looks for the same among all kinds.
fn search_all(ctx: &mut Ctx<'_>, state: &mut BeheerState, list: &RecordList) {
    ctx.send(Command::Keep(Keep::List(RecordFilter { kind: None, ..list.filter.clone() })));
    state.focus_filter = true;
}

fn open_record(ctx: &mut Ctx<'_>, state: &mut BeheerState, record: RecordKey) {
    state.show(Panel::Form, ctx);
    state.selection.only(&record);
    ctx.send(Command::Keep(Keep::Open(Some(record))));
    ctx.state.pane = Pane::Main;
}

/// How many are chosen together, where the list hides that: a button that leads to what can be done with them.
fn chosen_ui(ui: &mut Ui, ctx: &mut Ctx<'_>, state: &mut BeheerState) {
    let lang = ctx.app.language();
    let Some(several) = state.selection.several() else { return };
    if ui.ctx().content_rect().width() >= size::WIDE {
        return;
    }
    let words = text::chosen(several.len(), lang);
    let button = outline_button(&words).small().trailing(Icon::ArrowRight).at_most(ui.available_width());
    if ui.add(button).on_hover_text(text::several(lang)).clicked() {
        state.show(Panel::Form, ctx);
        ctx.state.pane = Pane::Main;
        ctx.state.wants_focus = Some(Pane::Main);
    }
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
    if !held.command && !held.shift {
        return open_record(ctx, state, record);
    }
    state.show(Panel::Form, ctx);
    if held.command {
        state.selection.toggle(&record, open);
    } else {
        state.selection.stretch_to(&record, &list.rows, open);
    }
}

/// How many lines a row of the list has: two where they are sentences and the list is no wider than usual.
fn lines_of(ui: &Ui, kind: Option<RecordKind>) -> usize {
    let is_name = matches!(
        kind,
        Some(
            RecordKind::Party
                | RecordKind::Facet
                | RecordKind::FacetSection
                | RecordKind::Phase
                | RecordKind::Aspect
                | RecordKind::Term
                | RecordKind::Guide
        )
    );
    if is_name || ui.available_width() > 2.0 * size::RECORDS_WIDTH { 1 } else { 2 }
}

fn record_row(
    ui: &mut Ui,
    row: &RecordRow,
    (is_marked, has_kinds): (bool, bool),
    lines: usize,
    lang: Lang,
) -> Response {
    // Of all kinds together each says its own.
    let kind = has_kinds.then(|| fields::kind(row.key.kind(), lang));
    let title: Vec<&str> = [row.title.as_str()].into_iter().chain(kind).collect();
    let name = text::with_problems(&title.join(", "), row.problems, lang);
    let count = (row.problems > 0).then(|| row.problems.to_string());
    let aside: Vec<&str> = kind.into_iter().chain(count.as_deref()).collect();
    let aside = aside.join(" · ");
    let mut widget =
        CompactRow::new(&row.title, &aside, &name).lines(lines).id(ui.scope_id().with(&row.key)).selected(is_marked);
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
    let most_high = ui.ctx().content_rect().height() - size::DIALOG_REST;
    let mut kinds = std::iter::once(None).chain(list.kinds.iter().map(|(kind, _)| Some(*kind)));
    let found = choice_menu(ui, &button, (text::kind(lang), most_high), || {
        kinds.clone().map(|kind| MenuRow::new(label(kind), kind == list.filter.kind)).collect()
    });
    if let Some(kind) = found.and_then(|found| kinds.nth(found)) {
        state.show(Panel::Form, ctx);
        // What was typed is looked for among the other kind no more.
        let filter = RecordFilter { kind, words: String::new(), ..list.filter.clone() };
        ctx.send(Command::Keep(Keep::List(filter)));
    }
}
