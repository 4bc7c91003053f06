//! What is asked before something is made, copied, renamed, taken out or saved elsewhere.

use std::{collections::BTreeMap, path::PathBuf};

use eframe::egui::{Id, Role, Ui, WidgetInfo};
use strum::IntoEnumIterator as _;

use super::{
    asking::{Done, buttons, day_field, entered, labelled, title_ui},
    chosen::chosen_ui,
    drafts::{NewName, TakeOver},
    guided,
    replacing::Replacing,
    state::{BeheerState, Panel},
    verifying,
};
use crate::{
    app::{App, Choosable, Command, Draft, Keep, Look},
    edit::{self, propose_id, refers_also, refers_first},
    model::{EntryKey, Field, Lang, Problem, RecordId, RecordKind, walk::RefersTo},
    text::{fields, keeping as text, problems, proposal, words},
    ui::{
        ctx::Ctx,
        file_choice::FileChoice,
        theme::{Icon, TextRole, UiExt as _, size},
        widgets::{LinkRow, MenuRow, choice_menu, not_first, outline_button},
    },
};

/// A new record of which nothing is filled in: of the kind that is listed, or else that is open.
pub(super) fn new_record(app: &App) -> Panel {
    let listed = app.record_list().and_then(|list| list.filter.kind);
    let open = || app.record_view().map(|view| view.form.record.kind());
    let kind = listed.or_else(open).filter(|kind| is_made(*kind)).unwrap_or(RecordKind::Party);
    Panel::New { kind, name: String::new(), id: String::new(), is_own_id: false, refers: BTreeMap::new() }
}

/// Whether a record of this kind is made by hand. There is one document, and a merge makes what is not resolved.
fn is_made(kind: RecordKind) -> bool {
    !matches!(kind, RecordKind::Guide | RecordKind::Unresolved)
}

/// A new record that was begun elsewhere, with what is known of it.
pub(super) fn drafted(ctx: &Ctx<'_>, draft: &Draft) -> Panel {
    let named = |(field, to): &(Field, RefersTo)| {
        let id = draft.refers.get(field)?;
        let found = ctx.app.choosable(to, "", usize::MAX);
        Some((*field, found.iter().find(|option| option.id == *id)?.clone()))
    };
    let all = refers_first(draft.kind).iter().chain(refers_also(draft.kind));
    let refers: BTreeMap<Field, Choosable> = all.filter_map(named).collect();
    let name = match (refers.get(&Field::From), refers.get(&Field::To)) {
        (Some(from), Some(to)) => text::refers_to(&from.words, &to.words),
        _ => String::new(),
    };
    let id = propose_id(ctx.app.kept_guide(), draft.kind, &name).unwrap_or_default();
    Panel::New { kind: draft.kind, name, id, is_own_id: false, refers }
}

pub(super) fn panel_ui(ui: &mut Ui, ctx: &mut Ctx<'_>, state: &mut BeheerState) {
    let lang = ctx.app.language();
    // What is asked for; it changes while it is drawn.
    let mut panel = std::mem::take(&mut state.panel);
    let done = match &mut panel {
        Panel::New { kind, name, id, is_own_id, refers } => new_ui(ui, ctx, state, kind, (name, id, is_own_id, refers)),
        Panel::Rename { id } => {
            id_panel(ui, text::rename(lang), id, lang).map(|go| Done(go.then(|| Keep::Rename(id.clone()))))
        }
        Panel::Delete => delete_ui(ui, ctx, state),
        Panel::Archive { day } => archive_ui(ui, day, lang),
        Panel::TakeOver(asked) => guided::take_over_ui(ui, ctx, state, asked),
        Panel::NewName(asked) => guided::new_name_ui(ui, ctx, state, asked),
        Panel::Verify(party, asked) => verifying::verify_ui(ui, ctx, party, asked),
        Panel::Replace(replacing) => replace_ui(ui, ctx, state, replacing),
        Panel::SwitchOff { problem, reason, until } => switch_off_ui(ui, (problem, reason, until), lang),
        Panel::SaveAs => {
            let words = (text::save_as(lang), "", text::save(lang));
            file_ui(ui, &mut state.file, words, Keep::SaveAs, lang)
        }
        Panel::MergeWith => {
            let words = (proposal::merge_file(lang), proposal::merge_file_help(lang), proposal::look_at(lang));
            file_ui(ui, &mut state.file, words, |path| Keep::Look(Look::File(path)), lang)
        }
        Panel::Form
        | Panel::History
        | Panel::Own
        | Panel::ToLook
        | Panel::OverAll
        | Panel::Bulk(_)
        | Panel::Proposal => Some(Done(None)),
    };
    if let Some(Done(Some(Keep::Guided(_)))) = &done
        && let Panel::TakeOver(TakeOver { cited, .. }) | Panel::NewName(NewName { cited, .. }) = &panel
    {
        state.cited.clone_from(cited);
    }
    match done {
        None => state.panel = panel,
        Some(Done(command)) => {
            state.panel = Panel::Form;
            if let Some(command) = command {
                ctx.send(Command::Keep(command));
            }
        }
    }
}

type New<'a> = (&'a mut String, &'a mut String, &'a mut bool, &'a mut BTreeMap<Field, Choosable>);

fn new_ui(
    ui: &mut Ui,
    ctx: &mut Ctx<'_>,
    state: &mut BeheerState,
    kind: &mut RecordKind,
    (name, id, is_own_id, refers): New<'_>,
) -> Option<Done> {
    let lang = ctx.app.language();
    ui.label(TextRole::Title.rich(text::new_record(lang)));
    ui.add_space(size::S);
    // One types a name first, and seldom another kind.
    if not_first(ui, |ui| made_kind_ui(ui, kind, lang)) {
        refers.clear();
        if !*is_own_id {
            *id = propose_id(ctx.app.kept_guide(), *kind, name).unwrap_or_default();
        }
    }
    let kind = *kind;
    ui.add_space(size::XS);
    let field = labelled(ui, text::name(lang), name, Id::unique("new-name"));
    if field.changed() && !*is_own_id {
        *id = propose_id(ctx.app.kept_guide(), kind, name).unwrap_or_default();
    }
    let mut enters = entered(ui, &field);
    ui.add_space(size::XS);
    let field = labelled(ui, text::id(lang), id, Id::unique("new-id"));
    *is_own_id |= field.changed();
    enters |= entered(ui, &field);
    ui.label(TextRole::Small.rich(text::id_help(lang)).color(ui.tokens().ink_soft));
    for (field, to) in refers_first(kind).iter().chain(refers_also(kind)) {
        ui.add_space(size::XS);
        let mut chosen = refers.remove(field);
        chosen_ui(ui, ctx, state, (fields::own(kind, *field, lang), *field, to), &mut chosen);
        refers.extend(chosen.map(|chosen| (*field, chosen)));
    }
    let is_id = RecordId::new(id).is_ok();
    let key = kind.key(id).map(EntryKey::Record);
    let is_free = key.is_some_and(|key| edit::get(ctx.app.kept_guide(), &key).is_none());
    if !(id.is_empty() || is_id && is_free) {
        let why = if is_id { text::taken(lang) } else { text::no_id(lang) };
        ui.label(TextRole::Small.rich(why).color(ui.tokens().warning));
    }
    let is_whole = is_id && is_free && refers_first(kind).iter().all(|(field, _)| refers.contains_key(field));
    let said = buttons(ui, text::make(lang), is_whole, enters, lang)?;
    let refers = refers.iter().map(|(field, chosen)| (*field, chosen.id.clone())).collect();
    Some(Done(said.then(|| Keep::New { kind, id: id.clone(), name: name.clone(), refers })))
}

/// Which kind is made; whether another was chosen.
fn made_kind_ui(ui: &mut Ui, kind: &mut RecordKind, lang: Lang) -> bool {
    ui.label(TextRole::Label.rich(text::kind(lang)));
    let shown = words::capital(fields::kind(*kind, lang));
    let button = ui.add(outline_button(&shown).neutral().small().trailing(Icon::ChevronDown));
    let name = format!("{}: {shown}", text::kind(lang));
    button.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
    let mut kinds = RecordKind::iter().filter(|kind| is_made(*kind));
    let found = choice_menu(ui, &button, (text::kind(lang), size::DIALOG_HEIGHT), || {
        kinds.clone().map(|other| MenuRow::new(words::capital(fields::kind(other, lang)), other == *kind)).collect()
    });
    let chosen = found.and_then(|found| kinds.nth(found)).filter(|chosen| chosen != kind);
    chosen.inspect(|chosen| *kind = *chosen).is_some()
}

/// Asks for an id.
fn id_panel(ui: &mut Ui, title: &str, id: &mut String, lang: Lang) -> Option<bool> {
    title_ui(ui, title);
    ui.add_space(size::S);
    let field = labelled(ui, text::id(lang), id, Id::unique("other-id"));
    ui.label(TextRole::Small.rich(text::id_help(lang)).color(ui.tokens().ink_soft));
    let enters = entered(ui, &field);
    buttons(ui, text::make(lang), RecordId::new(id).is_ok(), enters, lang)
}

fn delete_ui(ui: &mut Ui, ctx: &mut Ctx<'_>, state: &mut BeheerState) -> Option<Done> {
    let lang = ctx.app.language();
    let Some(view) = ctx.app.record_view() else { return Some(Done(None)) };
    ui.label(TextRole::Title.rich(format!("{}: {}", text::delete_really(lang), view.form.title)));
    ui.add_space(size::S);
    let told = if view.referrers.is_empty() { text::delete_free(lang) } else { text::delete_used(lang) };
    ui.label(TextRole::Body.rich(told));
    for referrer in &view.referrers {
        if ui.add(LinkRow::new(&referrer.title)).clicked() {
            state.wanted.clear();
            ctx.send(Command::Keep(Keep::Open(Some(referrer.key.clone()))));
            return Some(Done(None));
        }
    }
    if !view.referrers.is_empty() && ui.add(outline_button(text::delete_all(lang))).clicked() {
        return Some(Done(Some(Keep::Delete { with_dependents: true })));
    }
    let said = buttons(ui, text::delete_really(lang), true, false, lang)?;
    Some(Done(said.then_some(Keep::Delete { with_dependents: false })))
}

fn archive_ui(ui: &mut Ui, typed: &mut String, lang: Lang) -> Option<Done> {
    title_ui(ui, text::archive(lang));
    ui.label(TextRole::Body.rich(text::archive_help(lang)));
    ui.add_space(size::S);
    let (day, enters) = day_field(ui, text::last_day(lang), typed, lang);
    let said = buttons(ui, text::end_it(lang), day.is_some(), enters, lang)?;
    Some(Done(day.filter(|_| said).map(Keep::Archive)))
}

fn replace_ui(ui: &mut Ui, ctx: &Ctx<'_>, state: &mut BeheerState, replacing: &mut Replacing) -> Option<Done> {
    let lang = ctx.app.language();
    title_ui(ui, text::replace(lang));
    ui.label(TextRole::Secondary.rich(text::replace_help(lang)).color(ui.tokens().ink_soft));
    ui.add_space(size::S);
    let hits = replacing.fields_ui(ui, ctx, None);
    let go = if replacing.what.with.is_empty() { text::erase_now(lang) } else { text::replace_now(lang) };
    let said = buttons(ui, go, replacing.count(&hits) > 0, false, lang);
    replacing.hits_ui(ui, &mut state.hits, &hits, lang);
    said.map(|said| Done(said.then(|| Keep::Replace(replacing.what.clone(), replacing.places(&hits)))))
}

/// Asks why a rule need not hold, and how long.
fn switch_off_ui(
    ui: &mut Ui,
    (problem, reason, until): (&Problem, &mut String, &mut String),
    lang: Lang,
) -> Option<Done> {
    title_ui(ui, text::switch_off(lang));
    ui.label(TextRole::Body.rich(problems::problem(problem, lang)));
    ui.label(TextRole::Secondary.rich(text::switch_off_help(lang)).color(ui.tokens().ink_soft));
    ui.add_space(size::S);
    labelled(ui, text::reason(lang), reason, Id::unique("off-reason"));
    let (day, enters) = day_field(ui, text::last_day(lang), until, lang);
    let whole = day.filter(|_| !reason.trim().is_empty());
    let said = buttons(ui, text::switch_off_now(lang), whole.is_some(), enters, lang)?;
    let off = |until| {
        let reason = reason.trim().to_owned();
        Keep::SwitchOff { problem: Box::new(problem.clone()), reason, until }
    };
    Some(Done(whole.filter(|_| said).map(off)))
}

/// Asks for a file, to do this with it.
fn file_ui(
    ui: &mut Ui,
    file: &mut FileChoice,
    (title, help, go): (&str, &str, &str),
    command: impl FnOnce(PathBuf) -> Keep,
    lang: Lang,
) -> Option<Done> {
    title_ui(ui, title);
    ui.label(TextRole::Secondary.rich(help).color(ui.tokens().ink_soft));
    ui.add_space(size::S);
    let field = file.field_ui(ui, text::file_path(lang), "", lang);
    ui.add_space(size::XS);
    file.browse_ui(ui, lang);
    let enters = FileChoice::is_entered(ui, &field);
    let chosen = file.chosen();
    let said = buttons(ui, go, chosen.is_some(), enters, lang)?;
    Some(Done(chosen.filter(|_| said).map(command)))
}
