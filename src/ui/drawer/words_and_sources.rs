//! Gaps, words of the field, and documents.

use eframe::egui::Ui;

use super::{
    parts::{contacts_ui, correction_ui, lines, part, sources_ui, title},
    responsibility::{validity_ui, why_ui},
    route::route_ui,
};
use crate::{
    app::{Command, Selected},
    model::{Gap, GlossaryTerm, Ix, Party, Source},
    present::GapFacts,
    text::{sources, window as text, words},
    ui::{ctx::Ctx, theme::TextRole, widgets::outline_button},
};

pub(super) fn gap_ui(ui: &mut Ui, ctx: &mut Ctx<'_>, ix: Ix<Gap>) {
    let (lang, date) = (ctx.app.language(), ctx.app.date());
    let facts = ctx.app.asked().gap(ix);
    // How it stands is told by why.
    let GapFacts { asked: _, ix: _, record, aspect, verdict: _, ask, start_unknown, validity_note } = &facts;
    let aspect = aspect.map_or("", |aspect| aspect.label.text(lang));
    title(ui, ctx, aspect, &text::gap_title(words::gap_kind(record.kind, lang), lang));
    ui.label(TextRole::Body.rich(&record.text));
    why_ui(ui, ctx, facts.why());
    validity_ui(ui, &record.valid, *validity_note, *start_unknown, lang);
    if let Some(party) = ask {
        lines(ui, text::whom_to_ask(lang), [party.full_name(date, lang)]);
        contacts_ui(ui, ctx, party);
    }
    route_ui(ui, ctx);
    sources_ui(ui, ctx, &record.cites);
    correction_ui(ui, ctx, record.id.as_str());
}

pub(super) fn term_ui(ui: &mut Ui, ctx: &mut Ctx<'_>, term: &GlossaryTerm) {
    let (lang, date, guide) = (ctx.app.language(), ctx.app.date(), ctx.app.guide());
    title(ui, ctx, term.term.text(lang), "");
    lines(ui, text::meaning(lang), [term.meaning.as_str()]);
    let parties: Vec<&Party> = term.parties.iter().filter_map(|id| guide.party(id)).collect();
    if !parties.is_empty() {
        part(ui, text::leads_to(lang));
        for party in parties {
            if ui.add(outline_button(party.short_name(date, lang)).neutral().small()).clicked() {
                ctx.send(Command::Select(Some(Selected::Party(party.id.clone()))));
            }
        }
    }
    sources_ui(ui, ctx, &term.cites);
}

pub(super) fn source_ui(ui: &mut Ui, ctx: &mut Ctx<'_>, source: &Source) {
    let (lang, guide) = (ctx.app.language(), ctx.app.guide());
    title(ui, ctx, &source.title, &source.publisher);
    let date = sources::source_date(source, lang).unwrap_or_else(|| text::source_without_date(lang).to_owned());
    let outdated = source.outdated.then(|| words::outdated(lang).to_owned());
    let known = [Some(date), outdated, source.reference.clone(), source.url.clone()];
    let certainty = sources::certainty(source.certainty, lang);
    lines(ui, words::source(lang), known.iter().flatten().map(String::as_str).chain([certainty]));
    lines(ui, text::notes(lang), source.note.as_deref());
    let objects = crate::review::objects_by_source(guide);
    let objects = objects.get(&source.id).into_iter().flatten();
    let objects: Vec<String> =
        objects.filter_map(|rests| sources::rests(&rests.record, &rests.stances, lang)).collect();
    lines(ui, text::rests_on_this(lang), objects.iter().map(String::as_str));
}
