//! The drawer: why, what, when, on which ground, how to reach, and who says so.

use eframe::egui::{Align, Layout, Ui};

use crate::{
    app::{Command, Notice, Selected},
    lookup::{Match, last_source, only_later_sources},
    model::{Citation, Contact, Lang, Party, PartyScope, Term},
    text::{cli, window as text, words},
    ui::{
        state::View,
        theme::{Icon, TextRole, UiExt as _, size},
        widgets::{icon_button, outline_button, section_label},
    },
};

pub(in crate::ui) fn drawer_ui(ui: &mut Ui, view: &mut View<'_>) {
    ui.spacing_mut().item_spacing.y = size::LINE_GAP;
    ui.set_max_width(ui.available_width() - size::S);
    let Some(selected) = view.app.selected() else { return };
    match selected {
        Selected::Responsibility(position) => responsibility_ui(ui, view, position),
        Selected::Gap(position) => gap_ui(ui, view, position),
        Selected::Party(position) => party_ui(ui, view, position),
        Selected::Term(position) => term_ui(ui, view, position),
        Selected::Source(position) => source_ui(ui, view, position),
    }
    ui.add_space(size::M);
}

fn title(ui: &mut Ui, view: &mut View<'_>, title: &str, below: &str) {
    let lang = view.app.language();
    ui.horizontal_top(|ui| {
        ui.with_layout(Layout::right_to_left(Align::Min), |ui| {
            if ui.add(icon_button(Icon::Close, text::close(lang))).clicked() {
                view.state.send(Command::Select(None));
            }
            ui.with_layout(Layout::top_down(Align::Min), |ui| {
                ui.label(TextRole::Title.rich(title));
            });
        });
    });
    if !below.is_empty() && below != title {
        ui.label(TextRole::Secondary.rich(below).color(ui.tokens().ink_soft));
    }
}

fn part(ui: &mut Ui, label: &str) {
    ui.add_space(size::S);
    section_label(ui, label);
}

fn lines<'a>(ui: &mut Ui, label: &str, lines: impl IntoIterator<Item = &'a str>) {
    let mut lines = lines.into_iter().peekable();
    if lines.peek().is_none() {
        return;
    }
    part(ui, label);
    for line in lines {
        ui.label(TextRole::Secondary.rich(line));
    }
}

fn responsibility_ui(ui: &mut Ui, view: &mut View<'_>, position: usize) {
    let app = view.app;
    let (lang, date, guide) = (app.language(), app.date(), app.guide());
    let record = &guide.responsibilities[position];
    let Some(party) = guide.party(&record.party) else { return };
    title(ui, view, party.short_name(date, lang), party.full_name(date, lang));
    let aspect = guide.aspect(&record.aspect).map_or("", |(_, aspect)| aspect.label.text(lang));
    let role = format!("{} · {}", words::role(record.role, lang), aspect);
    ui.label(TextRole::Secondary.rich(role).color(ui.tokens().ink_soft));

    why_ui(ui, view, position);
    lines(ui, text::what_does(lang), [record.task.as_str()]);
    lines(ui, text::provided(lang), record.provided.iter().map(String::as_str));
    terms_ui(ui, &record.terms, lang);
    let receives = record.receives.or(party.receives).map(|receives| words::receives_what(receives, lang));
    lines(ui, text::receives(lang), receives);
    contacts_ui(ui, view, party);
    lines(ui, text::legal_basis(lang), record.legal_basis.iter().map(String::as_str));
    validity_ui(ui, record, view, lang);
    lines(ui, text::notes(lang), record.notes.iter().map(String::as_str));
    let conflicts = guide
        .conflicts
        .iter()
        .filter(|conflict| conflict.responsibilities.contains(&record.id) || conflict.parties.contains(&record.party));
    for conflict in conflicts {
        lines(ui, text::conflicts(lang), [conflict.text.as_str(), conflict.shown.as_str()]);
    }
    sources_ui(ui, view, &record.cites);
    let last = last_source(guide, &record.cites, date);
    let last = last.map_or_else(|| text::no_dated_source(lang).to_owned(), |last| words::partial_day(last, lang));
    lines(ui, text::last_source(lang), [last.as_str()]);
    if let Some(verified) = record.verified {
        lines(ui, text::verified(lang), [words::day(verified, lang).as_str()]);
    }
}

/// Why this is the answer, what it hangs on, or why it is not the answer.
fn why_ui(ui: &mut Ui, view: &View<'_>, position: usize) {
    let app = view.app;
    let (lang, guide, index) = (app.language(), app.guide(), &app.loaded().index);
    let value_words = |facet: usize, values: &[String]| words::values(&guide.facets[facet], values, lang);
    part(ui, text::why_shown(lang));
    match app.outcome().responsibilities[position] {
        Some(Match::Applies) => {
            let because = index.because(app.profile(), position);
            if because.is_empty() {
                ui.label(TextRole::Secondary.rich(words::because_everybody(lang)));
            }
            for reason in because {
                let label = guide.facets[reason.facet].label.text(lang);
                let words = format!("{label}: {}", value_words(reason.facet, &reason.values));
                ui.label(TextRole::Secondary.rich(words));
            }
        }
        Some(Match::Depends) => {
            let words = format!("{} {}", words::depends_on(lang), app.depends_on_words(position));
            ui.label(TextRole::Secondary.rich(words));
        }
        None | Some(Match::Excluded) => {
            ui.label(TextRole::Secondary.rich(words::excluded(lang)));
            let Some(why_not) = index.why_not(app.profile(), app.outcome(), position) else { return };
            for by in why_not.by {
                let words = match by {
                    crate::lookup::Exclusion::Facet(reason) => {
                        let label = guide.facets[reason.facet].label.text(lang);
                        format!("{} {label}: {}", cli::would_need(lang), value_words(reason.facet, &reason.values))
                    }
                    crate::lookup::Exclusion::Date { needs, .. } => validity_words(&needs, lang),
                };
                ui.label(TextRole::Secondary.rich(words));
            }
        }
    }
}

fn validity_words(valid: &crate::model::Validity, lang: Lang) -> String {
    let from = valid.from.map(|from| format!("{} {}", words::since(lang), words::partial_day(from, lang)));
    let until = valid.until.map(|until| format!("{} {}", words::until(lang), words::partial_day(until, lang)));
    from.into_iter().chain(until).collect::<Vec<_>>().join(" ")
}

fn validity_ui(ui: &mut Ui, record: &crate::model::Responsibility, view: &View<'_>, lang: Lang) {
    let mut said = vec![validity_words(&record.valid, lang)];
    said.extend(record.valid.note.clone());
    if record.valid.from.is_none() && only_later_sources(view.app.guide(), &record.cites, view.app.date()) {
        said.push(words::unknown_start(lang).to_owned());
    }
    lines(ui, text::valid(lang), said.iter().map(String::as_str).filter(|words| !words.is_empty()));
}

fn terms_ui(ui: &mut Ui, terms: &[Term], lang: Lang) {
    if terms.is_empty() {
        return;
    }
    part(ui, text::terms(lang));
    for term in terms {
        ui.label(TextRole::Strong.rich(format!("{}: {}", term.text, words::term_length(term, lang))));
        if let Some(starts) = &term.starts {
            let starts = format!("{} {starts}", text::starts(lang));
            ui.label(TextRole::Small.rich(starts).color(ui.tokens().ink_soft));
        }
    }
}

fn contacts_ui(ui: &mut Ui, view: &mut View<'_>, party: &Party) {
    let lang = view.app.language();
    let contacts: Vec<&Contact> = party.contacts.iter().filter(|c| c.valid.holds_on(view.app.date())).collect();
    part(ui, text::contact(lang));
    if contacts.is_empty() {
        ui.label(TextRole::Secondary.rich(words::no_contact(lang)).color(ui.tokens().ink_soft));
    }
    for contact in contacts {
        ui.horizontal_wrapped(|ui| {
            ui.label(TextRole::Strong.rich(&contact.value));
            let copy = format!("{} {}", text::copy(lang), contact.value);
            if ui.add(icon_button(Icon::Copy, &copy)).clicked() {
                ui.ctx().copy_text(contact.value.clone());
                view.state.send(Command::Tell(Notice::Copied));
            }
        });
        let date = contact.date.or_else(|| view.app.guide().source(&contact.source)?.date);
        let details: Vec<String> = std::iter::once(words::contact_kind(contact.kind, lang).to_owned())
            .chain(contact.for_whom.clone())
            .chain(contact.hours.clone())
            .chain(Some(date.map_or_else(
                || text::source_without_date(lang).to_owned(),
                |date| format!("{} {}", words::source(lang), words::partial_day(date, lang)),
            )))
            .collect();
        ui.label(TextRole::Small.rich(details.join(" · ")).color(ui.tokens().ink_soft));
    }
}

fn sources_ui(ui: &mut Ui, view: &mut View<'_>, cites: &[Citation]) {
    let lang = view.app.language();
    let guide = view.app.guide();
    if cites.is_empty() {
        return;
    }
    part(ui, text::sources(lang));
    for cite in cites {
        ui.label(TextRole::Secondary.rich(words::citation(guide, cite, lang)));
        if let Some(quote) = &cite.quote {
            ui.label(TextRole::Small.rich(format!("«{quote}»")).color(ui.tokens().ink_soft));
        }
    }
}

fn gap_ui(ui: &mut Ui, view: &mut View<'_>, position: usize) {
    let (lang, date, guide) = (view.app.language(), view.app.date(), view.app.guide());
    let gap = &guide.gaps[position];
    let aspect = guide.aspect(&gap.aspect).map_or("", |(_, aspect)| aspect.label.text(lang));
    title(ui, view, aspect, &text::gap_title(words::gap_kind(gap.kind, lang), lang));
    ui.label(TextRole::Body.rich(&gap.text));
    lines(ui, text::valid(lang), [validity_words(&gap.valid, lang).as_str()].into_iter().filter(|w| !w.is_empty()));
    if let Some(party) = guide.party(&gap.ask) {
        lines(ui, text::whom_to_ask(lang), [party.full_name(date, lang)]);
        contacts_ui(ui, view, party);
    }
    sources_ui(ui, view, &gap.cites);
}

fn party_ui(ui: &mut Ui, view: &mut View<'_>, position: usize) {
    let app = view.app;
    let (lang, date, guide) = (app.language(), app.date(), app.guide());
    let party = &guide.parties[position];
    title(ui, view, party.short_name(date, lang), party.full_name(date, lang));
    lines(ui, text::who_is(lang), [party.summary.as_str()]);
    if party.scope != PartyScope::Uitvoerend {
        lines(ui, text::notes(lang), [cli::never_answers(lang)]);
    }
    contacts_ui(ui, view, party);
    let own = |wanted: &dyn Fn(Option<Match>) -> bool| -> Vec<usize> {
        let records = guide.responsibilities.iter().enumerate();
        records
            .filter(|(n, record)| record.party == party.id && wanted(app.outcome().responsibilities[*n]))
            .map(|(n, _)| n)
            .collect()
    };
    let now = own(&|verdict| matches!(verdict, Some(Match::Applies | Match::Depends)));
    let not = own(&|verdict| matches!(verdict, None | Some(Match::Excluded)));
    if now.is_empty() && not.is_empty() {
        lines(ui, text::tasks_now(lang), [text::no_tasks(lang)]);
    }
    for (label, tasks) in [(text::tasks_now(lang), now), (text::tasks_not(lang), not)] {
        if tasks.is_empty() {
            continue;
        }
        part(ui, label);
        for task in tasks {
            task_button(ui, view, task, lang);
        }
    }
    lines(ui, text::notes(lang), party.note.as_deref());
    let names: Vec<String> = party
        .names
        .iter()
        .filter(|_| party.names.len() > 1)
        .map(|name| format!("{} {}", name.name.text(lang), validity_words(&name.valid, lang)))
        .collect();
    lines(ui, text::names(lang), names.iter().map(String::as_str));
    sources_ui(ui, view, &party.cites);
}

/// A task that leads to its own explanation.
fn task_button(ui: &mut Ui, view: &mut View<'_>, position: usize, lang: Lang) {
    let guide = view.app.guide();
    let record = &guide.responsibilities[position];
    let aspect = guide.aspect(&record.aspect).map_or("", |(_, aspect)| aspect.label.text(lang));
    let words = format!("{aspect}: {}", record.task);
    let response = ui.add(crate::ui::widgets::LinkRow::new(&words));
    if response.clicked() {
        view.state.send(Command::Select(Some(Selected::Responsibility(position))));
    }
}

fn term_ui(ui: &mut Ui, view: &mut View<'_>, position: usize) {
    let (lang, date, guide) = (view.app.language(), view.app.date(), view.app.guide());
    let term = &guide.glossary[position];
    title(ui, view, term.term.text(lang), "");
    lines(ui, text::meaning(lang), [term.meaning.as_str()]);
    let parties: Vec<usize> =
        term.parties.iter().filter_map(|id| guide.parties.iter().position(|party| party.id == *id)).collect();
    if !parties.is_empty() {
        part(ui, text::leads_to(lang));
        for party in parties {
            if ui.add(outline_button(guide.parties[party].short_name(date, lang)).neutral().small()).clicked() {
                view.state.send(Command::Select(Some(Selected::Party(party))));
            }
        }
    }
    sources_ui(ui, view, &term.cites);
}

fn source_ui(ui: &mut Ui, view: &mut View<'_>, position: usize) {
    let (lang, guide) = (view.app.language(), view.app.guide());
    let source = &guide.sources[position];
    title(ui, view, &source.title, &source.publisher);
    let date =
        source.date.map_or_else(|| text::source_without_date(lang).to_owned(), |date| words::partial_day(date, lang));
    let known = [Some(date), source.reference.clone(), source.url.clone()];
    let certainty = words::certainty(source.certainty, lang);
    lines(ui, words::source(lang), known.iter().flatten().map(String::as_str).chain([certainty]));
    lines(ui, text::notes(lang), source.note.as_deref());
    let objects = crate::review::objects_by_source(guide);
    let objects = objects.get(&source.id).map(Vec::as_slice).unwrap_or_default();
    lines(ui, text::rests_on_this(lang), objects.iter().map(String::as_str));
}
