//! Everything about one party: its tasks for this person, and those that are not.

use eframe::egui::Ui;

use super::{
    parts::{contacts_ui, correction_ui, lines, own_ui, part, sources_ui, title},
    route::{in_chain_ui, route_ui},
};
use crate::{
    app::{Command, Selected},
    model::{Ix, Lang, Party, PartyScope, Responsibility},
    text::{cli, days::told_on, own as own_words, window as text, words},
    ui::{
        ctx::Ctx,
        widgets::{LinkRow, alert_line, outline_button},
    },
};

pub(super) fn party_ui(ui: &mut Ui, ctx: &mut Ctx<'_>, ix: Ix<Party>) {
    let app = ctx.app;
    let (lang, date, guide) = (app.language(), app.date(), app.guide());
    let party = &guide.parties[ix];
    title(ui, ctx, party.short_name(date, lang), party.full_name(date, lang));
    let own = app.document().index.own();
    if own.has(&party.id) {
        own_ui(ui, lang);
    }
    lines(ui, text::who_is(lang), [party.summary.as_str()]);
    if party.scope != PartyScope::Uitvoerend {
        lines(ui, text::notes(lang), [cli::never_answers(lang)]);
    }
    for alert in party.alerts_on(date) {
        alert_line(ui, &alert.text);
    }
    pin_ui(ui, ctx, party);
    contacts_ui(ui, ctx, party);
    route_ui(ui, ctx);
    let tasks = app.document().index.tasks_of(ix).iter();
    let (now, not): (Vec<_>, Vec<_>) = tasks.copied().partition(|task| app.outcome().standing(*task).is_some());
    if now.is_empty() && not.is_empty() {
        lines(ui, text::tasks_now(lang), [text::no_tasks(lang)]);
    }
    for (label, tasks) in [(text::tasks_now(lang), now), (text::tasks_not(lang), not)] {
        if tasks.is_empty() {
            continue;
        }
        part(ui, label);
        for task in tasks {
            task_button(ui, ctx, task, lang);
        }
    }
    in_chain_ui(ui, ctx);
    let notes: Vec<String> =
        told_on(&party.note, date).map(|note| own_words::note(own, &party.id, note, lang)).collect();
    lines(ui, text::notes(lang), notes.iter().map(String::as_str));
    let names: Vec<String> = party
        .names
        .iter()
        .filter(|_| party.names.len() > 1)
        .map(|name| format!("{} {}", name.name.text(lang), words::validity(&name.valid, lang)))
        .collect();
    lines(ui, text::names(lang), names.iter().map(String::as_str));
    sources_ui(ui, ctx, &party.cites);
    correction_ui(ui, ctx, party.id.as_str());
}

fn pin_ui(ui: &mut Ui, ctx: &mut Ctx<'_>, party: &Party) {
    // A party that does not exist is not kept at hand.
    if ctx.app.guide().training {
        return;
    }
    let lang = ctx.app.language();
    let is_pinned = ctx.app.settings().pinned.contains(&party.id);
    let words = if is_pinned { text::unpin(lang) } else { text::pin(lang) };
    if ui.add(outline_button(words).neutral().small()).clicked() {
        ctx.send(Command::Pin(party.id.clone()));
    }
}

/// A task that leads to its own explanation.
pub(super) fn task_button(ui: &mut Ui, ctx: &mut Ctx<'_>, task: Ix<Responsibility>, lang: Lang) {
    let guide = ctx.app.guide();
    let record = &guide.responsibilities[task];
    let aspect = guide.aspect(&record.aspect).map_or("", |(_, aspect)| aspect.label.text(lang));
    let own = own_words::of_record(ctx.app.document().index.own(), &record.id, lang);
    let own = own.map(|mark| format!(" · {mark}")).unwrap_or_default();
    let words = format!("{aspect}: {}{own}", record.task);
    let response = ui.add(LinkRow::new(&words));
    if response.clicked() {
        ctx.send(Command::Select(Some(Selected::Responsibility(record.id.clone()))));
    }
}
