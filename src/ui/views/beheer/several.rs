//! Changing several records together: what to do, what that changes, and what it does not fit.

use std::collections::BTreeSet;

use eframe::egui::{Role, Ui, WidgetInfo};

use super::{
    asking::{buttons, day_field, lines_ui, tick_ui, title_ui},
    form,
    place::Place,
    replacing::Replacing,
    state::{BeheerState, BulkPanel, Panel},
};
use crate::{
    app::{Bulk, Command, Keep},
    model::{FieldPath, RecordKey},
    text::{keeping as text, words},
    ui::{
        ctx::Ctx,
        theme::{Icon, TextRole, UiExt as _, size},
        widgets::{MenuRow, choice_menu, outline_button, section_label},
    },
};

/// Which records are chosen, and what can be done to them.
pub(super) fn several_ui(ui: &mut Ui, ctx: &mut Ctx<'_>, state: &mut BeheerState, records: &BTreeSet<RecordKey>) {
    let lang = ctx.app.language();
    head_ui(ui, ctx, text::several(lang), records);
    let is_one_kind = records.iter().map(RecordKey::kind).collect::<BTreeSet<_>>().len() == 1;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = size::S;
        let set = outline_button(text::set_field(lang)).small();
        let set = ui.add_enabled(is_one_kind, set).on_disabled_hover_text(text::one_kind(lang));
        if set.clicked() {
            state.show(Panel::Bulk(BulkPanel::Set { at: None }), ctx);
        }
        for (label, panel) in [
            (text::replace(lang), BulkPanel::Replace(Replacing::default())),
            (text::archive(lang), BulkPanel::End { day: String::new() }),
            (text::delete(lang), BulkPanel::Remove { with_dependents: false }),
        ] {
            if ui.add(outline_button(label).neutral().small()).clicked() {
                state.show(Panel::Bulk(panel), ctx);
            }
        }
        if ui.add(outline_button(text::choose_none(lang)).neutral().small()).clicked() {
            state.selection.clear();
        }
    });
    ui.add_space(size::S);
    ui.label(TextRole::Small.rich(text::several_help(lang)).color(ui.tokens().ink_soft));
    ui.add_space(size::M);
    section_label(ui, text::records(lang));
    let rows = ctx.app.record_list();
    let rows = rows.iter().flat_map(|list| &list.rows).filter(|row| records.contains(&row.key));
    let titles: Vec<String> = rows.map(|row| words::excerpt(&row.title)).collect();
    lines_ui(ui, &titles, ui.tokens().ink, lang);
}

fn head_ui(ui: &mut Ui, ctx: &Ctx<'_>, title: &str, records: &BTreeSet<RecordKey>) {
    title_ui(ui, title);
    let count = text::chosen(records.len(), ctx.app.language());
    ui.label(TextRole::Secondary.rich(count).color(ui.tokens().ink_soft));
    ui.add_space(size::S);
}

/// Something to do to them, with what it changes before it is done.
pub(super) fn bulk_ui(ui: &mut Ui, ctx: &mut Ctx<'_>, state: &mut BeheerState, records: &BTreeSet<RecordKey>) {
    let lang = ctx.app.language();
    let Panel::Bulk(mut panel) = std::mem::take(&mut state.panel) else { return };
    let (title, go) = match &panel {
        BulkPanel::Set { .. } => (text::set_field(lang), text::set_field_now(lang)),
        BulkPanel::Replace(_) => (text::replace(lang), text::replace_now(lang)),
        BulkPanel::End { .. } => (text::archive(lang), text::end_it(lang)),
        BulkPanel::Remove { .. } => (text::delete(lang), text::delete_really(lang)),
    };
    head_ui(ui, ctx, title, records);
    let bulk = match &mut panel {
        BulkPanel::Set { at } => set_ui(ui, ctx, state, records, at),
        BulkPanel::Replace(replacing) => {
            ui.label(TextRole::Secondary.rich(text::replace_within(lang)).color(ui.tokens().ink_soft));
            let hits = replacing.fields_ui(ui, ctx, Some(records));
            let go = replacing.count(&hits) > 0;
            let said = buttons(ui, text::replace_now(lang), go, false, lang);
            replacing.hits_ui(ui, &mut state.hits, &hits, lang);
            let bulk = || Bulk::Replace(replacing.what.clone(), replacing.places(&hits));
            match said {
                Some(said) => finish(ctx, state, records, said.then(bulk)),
                None => state.panel = Panel::Bulk(panel),
            }
            return;
        }
        BulkPanel::End { day } => {
            ui.label(TextRole::Secondary.rich(text::archive_help(lang)).color(ui.tokens().ink_soft));
            day_field(ui, text::last_day(lang), day, lang).0.map(Bulk::End)
        }
        BulkPanel::Remove { with_dependents } => {
            if tick_ui(ui, *with_dependents, text::with_dependents(lang)) {
                *with_dependents ^= true;
            }
            Some(Bulk::Remove { with_dependents: *with_dependents })
        }
    };
    let preview = bulk.as_ref().map(|bulk| ctx.app.bulk_preview(records, bulk));
    let is_possible = preview.as_ref().is_some_and(|preview| !preview.changes.is_empty());
    let said = buttons(ui, go, is_possible, false, lang);
    if let Some(preview) = preview {
        if !preview.unfit.is_empty() {
            ui.add_space(size::M);
            section_label(ui, text::what_does_not_fit(lang));
            lines_ui(ui, &preview.unfit, ui.tokens().warning, lang);
        }
        ui.add_space(size::M);
        section_label(ui, text::what_changes(lang));
        if preview.changes.is_empty() {
            ui.label(TextRole::Small.rich(text::nothing_changes(lang)).color(ui.tokens().ink_soft));
        }
        lines_ui(ui, &preview.changes, ui.tokens().ink, lang);
    }
    match said {
        Some(said) => finish(ctx, state, records, bulk.filter(|_| said)),
        None => state.panel = Panel::Bulk(panel),
    }
}

/// Does what was asked; nothing leaves it.
fn finish(ctx: &mut Ctx<'_>, state: &mut BeheerState, records: &BTreeSet<RecordKey>, bulk: Option<Bulk>) {
    state.show(Panel::Form, ctx);
    if let Some(bulk) = bulk {
        ctx.send(Command::Keep(Keep::Bulk(records.clone(), bulk)));
    }
}

/// Which field, and what they all have in it.
fn set_ui(
    ui: &mut Ui,
    ctx: &mut Ctx<'_>,
    state: &mut BeheerState,
    records: &BTreeSet<RecordKey>,
    at: &mut Option<FieldPath>,
) -> Option<Bulk> {
    let lang = ctx.app.language();
    if let Some(chosen) = which_ui(ui, ctx, records, at.as_ref()) {
        state.commit(ctx);
        state.drafted = None;
        *at = Some(chosen);
    }
    let at = at.clone()?;
    let field = ctx.app.bulk_field(records, &at, state.drafted.as_ref())?;
    let record = records.first()?;
    ui.add_space(size::XS);
    ui.label(TextRole::Small.rich(text::draft_help(lang)).color(ui.tokens().ink_soft));
    let label = ui.label(TextRole::Label.rich(words::capital(&field.label)));
    let id = ui.scope_id().with(("draft", &at.to_string()));
    let place = Place { record, field: &field, wrong: &[], id, is_draft: true };
    form::control_ui(ui, ctx, state, &place, label.id);
    let input = state.drafted.clone()?;
    Some(Bulk::Set { at, input })
}

/// Which field is filled in; once another was chosen.
fn which_ui(ui: &mut Ui, ctx: &Ctx<'_>, records: &BTreeSet<RecordKey>, at: Option<&FieldPath>) -> Option<FieldPath> {
    let lang = ctx.app.language();
    let name = text::which_field(lang);
    let fields = ctx.app.bulk_fields(records);
    let now = fields.iter().find(|field| Some(&field.at) == at);
    let shown = now.map_or(text::choose(lang).to_owned(), |field| words::capital(&field.label));
    ui.label(TextRole::Label.rich(name));
    let button = ui.add(outline_button(&shown).neutral().small().trailing(Icon::ChevronDown));
    button.widget_info(|| WidgetInfo::labeled(Role::Button, true, format!("{name}: {shown}")));
    let found = choice_menu(ui, &button, (name, size::DIALOG_HEIGHT), || {
        fields.iter().map(|field| MenuRow::new(words::capital(&field.label), Some(&field.at) == at)).collect()
    });
    found.and_then(|found| fields.get(found)).map(|field| field.at.clone())
}
