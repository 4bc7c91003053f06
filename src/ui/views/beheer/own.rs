//! What one place adds to the guide: its officer, route, centrumgemeente and numbers, each with its source and date.

use std::path::PathBuf;

use eframe::egui::{Frame, Id, Label, Role, TextEdit, Ui, WidgetInfo};

use super::{asking::labelled, chosen::chosen_ui, own_draft::What, state::BeheerState};
use crate::{
    app::{Command, OwnChange, OwnRow, OwnView, read_date},
    edit::Author,
    model::{EntryKey, Field, Lang, walk::RefersTo},
    text::own as text,
    ui::{
        ctx::Ctx,
        system_dialog::SystemDialog,
        theme::{TextRole, UiExt as _, size},
        widgets::{ChoiceMark, ChoiceRow, ChoiceState, choice_group, filled_button, outline_button, section_label},
    },
};

pub(super) fn own_ui(ui: &mut Ui, ctx: &mut Ctx<'_>, state: &mut BeheerState) {
    let lang = ctx.app.language();
    ui.label(TextRole::Title.rich(text::title(lang)));
    ui.label(TextRole::Body.rich(text::purpose(lang)).color(ui.tokens().ink_soft));
    ui.label(TextRole::Secondary.rich(text::no_person(lang)).color(ui.tokens().ink_soft));
    match ctx.app.own_supplement().cloned() {
        Some(view) => {
            in_use_ui(ui, ctx, &view);
            add_ui(ui, ctx, state, &view);
        }
        None => none_ui(ui, ctx, state),
    }
}

/// Opening one, or making one.
fn none_ui(ui: &mut Ui, ctx: &mut Ctx<'_>, state: &mut BeheerState) {
    let lang = ctx.app.language();
    let is_busy = ctx.app.own_is_busy();
    let draft = &mut state.own;
    if let Some(path) = draft.system.poll() {
        draft.path = path.to_string_lossy().into_owned();
    }
    part(ui, text::use_file(lang));
    labelled(ui, text::file(lang), &mut draft.path, Id::unique("own-path"));
    if let Some(words) = draft.system.words(lang) {
        ui.label(TextRole::Small.rich(words).color(ui.tokens().ink_soft));
    }
    let path = PathBuf::from(draft.path.trim());
    let has_path = !draft.path.trim().is_empty() && !is_busy;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = size::S;
        if ui.add_enabled(has_path, filled_button(text::use_it(lang))).clicked() {
            ctx.send(Command::Own(OwnChange::Open { path: path.clone(), is_kept: true }));
        }
        let can_browse = !draft.system.is_open();
        let browse = outline_button(crate::text::window::browse(lang)).neutral();
        if ui.add_enabled(can_browse, browse).clicked() {
            draft.system =
                SystemDialog::open(ui.ctx(), || rfd::FileDialog::new().add_filter("RON", &["ron"]).pick_file());
        }
    });
    part(ui, text::make_new(lang));
    ui.label(TextRole::Secondary.rich(text::make_help(lang)).color(ui.tokens().ink_soft));
    labelled(ui, text::organisation(lang), &mut draft.organisation, Id::unique("own-organisation"));
    labelled(ui, text::function(lang), &mut draft.function, Id::unique("own-function"));
    let is_taken = crate::file::is_taken(&path);
    if is_taken {
        ui.label(TextRole::Small.rich(text::taken(lang)).color(ui.tokens().ink_soft));
    }
    let is_whole = has_path && !is_taken && !draft.organisation.trim().is_empty();
    ui.add_space(size::XS);
    if ui.add_enabled(is_whole, filled_button(text::make(lang))).clicked() {
        let by =
            Author { function: draft.function.trim().to_owned(), organisation: draft.organisation.trim().to_owned() };
        ctx.send(Command::Own(OwnChange::Make { path, by }));
    }
}

/// Whose it is, where it and the guide differ, and all that it holds.
fn in_use_ui(ui: &mut Ui, ctx: &mut Ctx<'_>, view: &OwnView) {
    let lang = ctx.app.language();
    ui.add_space(size::S);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = size::S;
        ui.label(TextRole::Strong.rich(&view.about)).on_hover_text(view.path.display().to_string());
        if ui.add(outline_button(text::put_away(lang)).neutral().small()).clicked() {
            ctx.send(Command::Own(OwnChange::PutAway));
        }
    });
    for (record, name) in &view.clashes {
        clash_ui(ui, ctx, record, name, lang);
    }
    part(ui, text::holds(lang));
    if view.rows.is_empty() {
        ui.label(TextRole::Body.rich(text::nothing_yet(lang)).color(ui.tokens().ink_soft));
    }
    for row in &view.rows {
        row_ui(ui, ctx, row, lang);
    }
    let done = ctx.app.own_done();
    let Some(last) = done.last() else { return };
    part(ui, text::done_here(lang));
    for what in done.iter().rev() {
        ui.add(Label::new(TextRole::Secondary.rich(*what)).wrap());
    }
    if ui.add_enabled(!ctx.app.own_is_busy(), outline_button(&text::undo_this(last, lang)).neutral().small()).clicked()
    {
        ctx.send(Command::Own(OwnChange::Undo));
    }
}

fn clash_ui(ui: &mut Ui, ctx: &mut Ctx<'_>, record: &EntryKey, name: &str, lang: Lang) {
    let tokens = ui.tokens();
    ui.add_space(size::XS);
    Frame::NONE.fill(tokens.warning_ground).inner_margin(size::margin(size::BAND_PAD)).show(ui, |ui| {
        ui.set_min_width(ui.available_width());
        ui.label(TextRole::Body.rich(text::differs(name, lang)));
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = size::S;
            if named_button(ui, text::leave_to_guide(lang), name) {
                ctx.send(Command::Own(OwnChange::LeaveToGuide(record.clone())));
            }
            if named_button(ui, text::keep_own(lang), name) {
                ctx.send(Command::Own(OwnChange::KeepOwn(record.clone())));
            }
        });
    });
}

fn row_ui(ui: &mut Ui, ctx: &mut Ctx<'_>, row: &OwnRow, lang: Lang) {
    ui.add_space(size::XS);
    ui.add(Label::new(TextRole::Body.rich(&row.words)).wrap());
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = size::S;
        if !row.source.is_empty() {
            ui.label(TextRole::Small.rich(&row.source).color(ui.tokens().ink_soft));
        }
        if named_button(ui, text::take_out(lang), &row.words) && !ctx.app.own_is_busy() {
            ctx.send(Command::Own(OwnChange::TakeOut(row.thing.clone())));
        }
    });
}

/// A small button of which a screen reader also says what it is about.
fn named_button(ui: &mut Ui, words: &str, about: &str) -> bool {
    let button = ui.add(outline_button(words).neutral().small());
    button.widget_info(|| WidgetInfo::labeled(Role::Button, true, format!("{words}: {about}")));
    button.clicked()
}

fn part(ui: &mut Ui, label: &str) {
    ui.add_space(size::M);
    section_label(ui, label);
}

/// Asks for something to add, with its source and date.
fn add_ui(ui: &mut Ui, ctx: &mut Ctx<'_>, state: &mut BeheerState, view: &OwnView) {
    let lang = ctx.app.language();
    ui.add_space(size::M);
    let mut draft = std::mem::take(&mut state.own);
    choice_group(ui, Role::RadioGroup, text::add_something(lang), |ui| {
        for what in <What as strum::IntoEnumIterator>::iter() {
            let mark = if draft.what == what { ChoiceState::Chosen } else { ChoiceState::Open };
            if ui.add(ChoiceRow::new(ChoiceMark::Radio, what.name(lang), what.name(lang)).state(mark)).clicked() {
                draft.what = what;
            }
        }
    });
    ui.add_space(size::XS);
    if draft.what == What::TaskNote {
        let asked = (text::task(lang), Field::Task, &RefersTo::Responsibility);
        chosen_ui(ui, ctx, state, asked, &mut draft.task);
    }
    if matches!(draft.what, What::Number | What::PartyNote) {
        chosen_ui(ui, ctx, state, (text::party(lang), Field::Party, &RefersTo::Party), &mut draft.party);
    }
    if matches!(draft.what, What::Route | What::TaskNote | What::PartyNote) {
        let label = ui.label(TextRole::Label.rich(draft.what.asks(lang)));
        let field = TextEdit::multiline(&mut draft.value).id(Id::unique("own-value")).desired_rows(2);
        ui.add(field.desired_width(size::DIALOG_WIDTH)).labelled_by(label.id);
    } else {
        labelled(ui, draft.what.asks(lang), &mut draft.value, Id::unique("own-value"));
    }
    if matches!(draft.what, What::Officer | What::Number) {
        labelled(ui, text::hours(lang), &mut draft.hours, Id::unique("own-hours"));
    } else if matches!(draft.what, What::Route | What::Central) {
        chosen_ui(ui, ctx, state, (text::region(lang), Field::Area, &RefersTo::Region), &mut draft.region);
    }
    labelled(ui, text::source(lang), &mut draft.source, Id::unique("own-source"));
    labelled(ui, text::place(lang), &mut draft.at, Id::unique("own-at"));
    labelled(ui, text::date(lang), &mut draft.date, Id::unique("own-date"));
    let date = read_date(&draft.date);
    if date.is_none() && !draft.date.trim().is_empty() {
        let words = crate::text::keeping::not_a_date(lang);
        ui.label(TextRole::Small.rich(words).color(ui.tokens().warning));
    }
    ui.add_space(size::S);
    let wanted = draft.wanted(&view.organisation).filter(|_| !ctx.app.own_is_busy());
    if ui.add_enabled(wanted.is_some(), filled_button(text::add(lang))).clicked()
        && let Some((what, source)) = wanted
    {
        ctx.send(Command::Own(OwnChange::Add(Box::new(what), source)));
        // The next thing is often said by the same source.
        draft.value.clear();
        draft.hours.clear();
    } else if draft.is_open() {
        ui.label(TextRole::Small.rich(text::all_needed(lang)).color(ui.tokens().ink_soft));
    }
    state.own = draft;
}
