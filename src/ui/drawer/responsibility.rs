//! Why this is the answer, or is not, and everything that is known of it.

use eframe::egui::Ui;

use super::{
    parts::{contacts_ui, correction_ui, lines, own_ui, part, sources_ui, title},
    route::{in_chain_ui, route_ui},
    terms::terms_ui,
};
use crate::{
    lookup::Exclusion,
    model::{Facet, Ix, Lang, Responsibility, Validity},
    present::{AnswerFacts, Why},
    text::{cli, sources, window as text, words},
    ui::{
        ctx::Ctx,
        theme::{TextRole, UiExt as _},
        widgets::alert_line,
    },
};

pub(super) fn responsibility_ui(ui: &mut Ui, ctx: &mut Ctx<'_>, ix: Ix<Responsibility>) {
    let app = ctx.app;
    let (lang, date) = (app.language(), app.date());
    let Some(facts) = app.asked().task(ix) else { return };
    let AnswerFacts {
        asked: _,
        ix: _,
        record,
        party,
        aspect,
        verdict: _,
        receives,
        terms,
        // Told below, with what can be done with them.
        contacts: _,
        phone: _,
        alerts,
        conflicts,
        age,
        is_old,
        start_unknown,
        only_announced,
        verified,
        validity_note,
        notes: _,
        legal_basis,
        own: _,
    } = &facts;
    title(ui, ctx, party.short_name(date, lang), party.full_name(date, lang));
    let aspect = aspect.map_or("", |aspect| aspect.label.text(lang));
    let role = format!("{} · {}", words::role(record.role, lang), aspect);
    ui.label(TextRole::Secondary.rich(role).color(ui.tokens().ink_soft));
    if facts.is_own() {
        own_ui(ui, lang);
    }
    for alert in alerts {
        alert_line(ui, &alert.text);
    }

    why_ui(ui, ctx, facts.why());
    route_ui(ui, ctx);
    lines(ui, text::what_does(lang), [record.task.as_str()]);
    lines(ui, text::provided(lang), record.provided.iter().map(String::as_str));
    terms_ui(ui, ctx, &record.id, terms);
    lines(ui, text::receives(lang), receives.map(|receives| words::receives_what(receives, lang)));
    contacts_ui(ui, ctx, party);
    lines(ui, text::legal_basis(lang), legal_basis.iter().copied());
    validity_ui(ui, &record.valid, *validity_note, *start_unknown, lang);
    in_chain_ui(ui, ctx);
    let notes: Vec<String> = facts.marked_notes(lang).collect();
    lines(ui, text::notes(lang), notes.iter().map(String::as_str));
    for conflict in conflicts {
        lines(ui, text::conflicts(lang), [conflict.text.as_str(), conflict.shown.as_str()]);
    }
    sources_ui(ui, ctx, &record.cites);
    if *only_announced {
        ui.label(TextRole::Strong.rich(words::capital(words::only_announced(lang))));
    }
    let old = is_old.then(|| words::check_first(lang));
    let last = words::capital(&sources::last_source(*age, lang));
    lines(ui, text::last_source(lang), std::iter::once(last.as_str()).chain(old));
    if let Some(verified) = verified {
        lines(ui, text::verified(lang), [words::day(*verified, lang).as_str()]);
    }
    correction_ui(ui, ctx, record.id.as_str());
}

/// Why this is there, what it depends on, or why it is not there.
pub(super) fn why_ui(ui: &mut Ui, ctx: &Ctx<'_>, why: Why) {
    let (lang, guide) = (ctx.app.language(), ctx.app.guide());
    let value_words = |facet: Ix<Facet>, values: &[String]| words::values(&guide.facets[facet], values, lang);
    let label = |facet: Ix<Facet>| guide.facets[facet].label.text(lang);
    part(ui, text::why_shown(lang));
    let said: Vec<String> = match why {
        Why::Because(reasons) if reasons.is_empty() => vec![words::because_everybody(lang).to_owned()],
        Why::Because(reasons) => reasons
            .into_iter()
            .map(|reason| format!("{}: {}", label(reason.facet), value_words(reason.facet, &reason.values)))
            .collect(),
        Why::DependsOn(open) => {
            vec![format!("{} {}", words::depends_on(lang), words::facet_names(guide, &open, lang))]
        }
        Why::Not(why_not) => {
            let by = why_not.into_iter().flat_map(|why_not| why_not.by).map(|by| match by {
                Exclusion::Facet(reason) => {
                    let needed = value_words(reason.facet, &reason.values);
                    format!("{} {}: {needed}", cli::would_need(lang), label(reason.facet))
                }
                Exclusion::Region(regions) => format!("{}: {}", words::only_in_region(lang), regions.join(", ")),
                Exclusion::Date { needs, .. } => words::validity(&needs, lang),
            });
            std::iter::once(words::excluded(lang).to_owned()).chain(by).collect()
        }
    };
    for words in said {
        ui.label(TextRole::Secondary.rich(words));
    }
}

pub(super) fn validity_ui(ui: &mut Ui, valid: &Validity, note: Option<&str>, start_unknown: bool, lang: Lang) {
    let mut said = vec![words::validity(valid, lang)];
    said.extend(note.map(str::to_owned));
    if start_unknown {
        said.push(words::unknown_start(lang).to_owned());
    }
    lines(ui, text::valid(lang), said.iter().map(String::as_str).filter(|words| !words.is_empty()));
}
