//! Commands that are asked for field by field, with what they would do: a task that goes to another party, and a party
//! that is called otherwise.

use eframe::egui::{Id, Ui};

use super::{
    asking::{Done, buttons, date_field, day_field, entered, labelled, lines_ui, title_ui},
    chosen::chosen_ui,
    drafts::{Cited, NewName, TakeOver},
    state::BeheerState,
};
use crate::{
    app::{Guided, Keep},
    model::{Date, Field, Lang, PartialDate, PartyId, SourceId, walk::RefersTo},
    text::keeping as text,
    ui::{
        ctx::Ctx,
        theme::{TextRole, UiExt as _, size},
        widgets::section_label,
    },
};

/// What is still to be filled in, as far as it is.
struct Missing<'a>(Vec<&'a str>);

impl<'a> Missing<'a> {
    fn of(all: &[(bool, &'a str)]) -> Self {
        Self(all.iter().filter(|(is_missing, _)| *is_missing).map(|(_, what)| *what).collect())
    }
}

/// Which source, and where in it; whether the last field was left by Enter.
fn cited_ui(ui: &mut Ui, ctx: &mut Ctx<'_>, state: &mut BeheerState, cited: &mut Cited) -> bool {
    let lang = ctx.app.language();
    chosen_ui(ui, ctx, state, (text::source(lang), Field::Source, &RefersTo::Source), &mut cited.source);
    let field = labelled(ui, text::source_place(lang), &mut cited.at, Id::unique("guided-at"));
    entered(ui, &field)
}

fn source(cited: &Cited) -> Option<SourceId> {
    cited.source.as_ref().and_then(|chosen| SourceId::new(&chosen.id).ok())
}

/// Asks to whom a task goes, from when, and which source says so.
pub(super) fn take_over_ui(
    ui: &mut Ui,
    ctx: &mut Ctx<'_>,
    state: &mut BeheerState,
    asked: &mut TakeOver,
) -> Option<Done> {
    let lang = ctx.app.language();
    let TakeOver { to, from, cited } = asked;
    head_ui(ui, ctx, text::take_over(lang), text::take_over_help(lang))?;
    chosen_ui(ui, ctx, state, (text::to_party(lang), Field::Party, &RefersTo::Party), to);
    let (from, _) = day_field(ui, text::first_day(lang), from, lang);
    let party = to.as_ref().and_then(|chosen| PartyId::new(&chosen.id).ok());
    warn_ui(ui, ctx, party.as_ref().zip(from));
    let enters = cited_ui(ui, ctx, state, cited);
    let source = source(cited);
    let at = cited.at.trim();
    let missing = Missing::of(&[
        (party.is_none(), text::to_party(lang)),
        (from.is_none(), text::first_day(lang)),
        (source.is_none(), text::source(lang)),
        (at.is_empty(), text::source_place(lang)),
    ]);
    let whole = party.zip(from).zip(source).filter(|_| !at.is_empty());
    let guided = whole.map(|((to, from), source)| Guided::TakeOver { to, from, source, at: at.to_owned() });
    ask_ui(ui, ctx, guided, (text::hand_over(lang), &missing, enters))
}

/// Asks how a party is called, since when, and which source says so.
pub(super) fn new_name_ui(
    ui: &mut Ui,
    ctx: &mut Ctx<'_>,
    state: &mut BeheerState,
    asked: &mut NewName,
) -> Option<Done> {
    let lang = ctx.app.language();
    let NewName { name, short, from, cited } = asked;
    head_ui(ui, ctx, text::new_name(lang), text::new_name_help(lang))?;
    labelled(ui, text::name_in_full(lang), name, Id::unique("new-name-full"));
    ui.add_space(size::XS);
    labelled(ui, text::short_name(lang), short, Id::unique("new-name-short"));
    ui.add_space(size::XS);
    let from: Option<PartialDate> = date_field(ui, text::since_when(lang), from, lang);
    ui.add_space(size::XS);
    let enters = cited_ui(ui, ctx, state, cited);
    let source = source(cited);
    let (name, at) = (name.trim(), cited.at.trim());
    let missing = Missing::of(&[
        (name.is_empty(), text::name_in_full(lang)),
        (from.is_none(), text::since_when(lang)),
        (source.is_none(), text::source(lang)),
        (at.is_empty(), text::source_place(lang)),
    ]);
    let whole = from.zip(source).filter(|_| !name.is_empty() && !at.is_empty());
    let guided = whole.map(|(from, source)| Guided::NewName {
        name: name.to_owned(),
        short: short.trim().to_owned(),
        from,
        source,
        at: at.to_owned(),
    });
    ask_ui(ui, ctx, guided, (text::give_name(lang), &missing, enters))
}

/// What is asked, and of which record; `None` where none is shown any more.
fn head_ui(ui: &mut Ui, ctx: &Ctx<'_>, title: &str, help: &str) -> Option<()> {
    let view = ctx.app.record_view()?;
    title_ui(ui, title);
    ui.label(TextRole::Body.rich(&view.form.title));
    ui.label(TextRole::Secondary.rich(help).color(ui.tokens().ink_soft));
    ui.add_space(size::S);
    Some(())
}

/// That a party cannot be called on the day on which it gets a task.
fn warn_ui(ui: &mut Ui, ctx: &Ctx<'_>, whom: Option<(&PartyId, Date)>) {
    if let Some(why) = whom.and_then(|(party, day)| ctx.app.out_of_reach(party, day)) {
        ui.label(TextRole::Small.rich(crate::text::words::capital(why)).color(ui.tokens().warning));
    }
    ui.add_space(size::XS);
}

/// Whether to do it, with what it would do before it is done.
fn ask_ui(
    ui: &mut Ui,
    ctx: &Ctx<'_>,
    guided: Option<Guided>,
    (go, missing, enters): (&str, &Missing<'_>, bool),
) -> Option<Done> {
    let lang = ctx.app.language();
    let preview = guided.as_ref().map(|guided| ctx.app.guided_preview(guided));
    let can_go = preview.as_ref().is_some_and(|preview| preview.refused.is_none());
    let said = buttons(ui, go, can_go, enters, lang);
    let Missing(missing) = missing;
    if !missing.is_empty() {
        ui.add_space(size::S);
        ui.label(TextRole::Small.rich(text::still_needed(missing, lang)).color(ui.tokens().ink_soft));
    }
    if let Some(preview) = preview {
        if let Some(refused) = &preview.refused {
            ui.label(TextRole::Small.rich(refused).color(ui.tokens().warning));
        }
        lines_under(ui, text::what_changes(lang), &preview.changes, lang);
        lines_under(ui, text::what_is_left(lang), &preview.left, lang);
    }
    Some(Done(guided.filter(|_| said == Some(true)).map(Keep::Guided))).filter(|_| said.is_some())
}

fn lines_under(ui: &mut Ui, title: &str, lines: &[String], lang: Lang) {
    if !lines.is_empty() {
        ui.add_space(size::M);
        section_label(ui, title);
        lines_ui(ui, lines, ui.tokens().ink, lang);
    }
}
