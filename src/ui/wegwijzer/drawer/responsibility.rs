//! Why this is the answer, or is not, and everything that is known of it.

use eframe::egui::Ui;

use super::{
    parts::{contacts_ui, correction_ui, lines, part, sources_ui, title},
    route::{in_chain_ui, route_ui},
    terms::terms_ui,
};
use crate::{
    lookup::{Exclusion, Match, is_old, is_start_unknown, last_source},
    model::{Facet, Ix, Lang, Responsibility, Validity},
    text::{cli, window as text, words},
    ui::{
        state::View,
        theme::{TextRole, UiExt as _},
    },
};

pub(super) fn responsibility_ui(ui: &mut Ui, view: &mut View<'_>, position: Ix<Responsibility>) {
    let app = view.app;
    let (lang, date, guide) = (app.language(), app.date(), app.guide());
    let record = &guide.responsibilities[position];
    let Some(party) = guide.party(&record.party) else { return };
    title(ui, view, party.short_name(date, lang), party.full_name(date, lang));
    let aspect = guide.aspect(&record.aspect).map_or("", |(_, aspect)| aspect.label.text(lang));
    let role = format!("{} · {}", words::role(record.role, lang), aspect);
    ui.label(TextRole::Secondary.rich(role).color(ui.tokens().ink_soft));

    why_ui(ui, view, position);
    route_ui(ui, view);
    lines(ui, text::what_does(lang), [record.task.as_str()]);
    lines(ui, text::provided(lang), record.provided.iter().map(String::as_str));
    terms_ui(ui, view, position);
    let receives = record.receives.or(party.receives).map(|receives| words::receives_what(receives, lang));
    lines(ui, text::receives(lang), receives);
    contacts_ui(ui, view, party);
    lines(ui, text::legal_basis(lang), record.legal_basis.iter().map(String::as_str));
    validity_ui(ui, record, view, lang);
    in_chain_ui(ui, view);
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
    let old = is_old(last, date).then(|| text::check_first(lang));
    let last = last.map_or_else(|| text::no_dated_source(lang).to_owned(), |last| words::partial_day(last, lang));
    lines(ui, text::last_source(lang), std::iter::once(last.as_str()).chain(old));
    if let Some(verified) = record.verified {
        lines(ui, text::verified(lang), [words::day(verified, lang).as_str()]);
    }
    correction_ui(ui, view, record.id.as_str());
}

/// Why this is the answer, what it hangs on, or why it is not the answer.
pub(super) fn why_ui(ui: &mut Ui, view: &View<'_>, position: Ix<Responsibility>) {
    let app = view.app;
    let (lang, guide, index) = (app.language(), app.guide(), &app.loaded().index);
    let value_words = |facet: Ix<Facet>, values: &[String]| words::values(&guide.facets[facet], values, lang);
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
                    Exclusion::Facet(reason) => {
                        let label = guide.facets[reason.facet].label.text(lang);
                        format!("{} {label}: {}", cli::would_need(lang), value_words(reason.facet, &reason.values))
                    }
                    Exclusion::Region(regions) => format!("{}: {}", words::only_in_region(lang), regions.join(", ")),
                    Exclusion::Date { needs, .. } => validity_words(&needs, lang),
                };
                ui.label(TextRole::Secondary.rich(words));
            }
        }
    }
}

pub(super) fn validity_words(valid: &Validity, lang: Lang) -> String {
    let from = valid.from.map(|from| format!("{} {}", words::since(lang), words::partial_day(from, lang)));
    let until = valid.until.map(|until| format!("{} {}", words::until(lang), words::partial_day(until, lang)));
    from.into_iter().chain(until).collect::<Vec<_>>().join(" ")
}

pub(super) fn validity_ui(ui: &mut Ui, record: &Responsibility, view: &View<'_>, lang: Lang) {
    let mut said = vec![validity_words(&record.valid, lang)];
    said.extend(record.valid.note.clone());
    if is_start_unknown(view.app.guide(), &record.valid, &record.cites, view.app.date()) {
        said.push(words::unknown_start(lang).to_owned());
    }
    lines(ui, text::valid(lang), said.iter().map(String::as_str).filter(|words| !words.is_empty()));
}
