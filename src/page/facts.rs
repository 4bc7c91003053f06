//! Everything that one answer says, as HTML.

use maud::{Markup, html};

use crate::{
    lookup::{Exclusion, Reason},
    model::{Citation, Contact, ContactKind, Facet, Guide, Ix, Lang, SharingGround, Verdict},
    present::{AnswerFacts, Asked, TermFact, Why},
    text::{cli as cli_words, contacts, page as text, sources, window, words},
};

/// An answer: who, what, how to reach them, and folded the rest.
pub(super) fn answer(facts: &AnswerFacts<'_>, lang: Lang) -> Markup {
    let AnswerFacts {
        asked,
        ix: _,
        record,
        party,
        aspect: _,
        verdict,
        // Told in the details, with those that must be told at once.
        receives: _,
        terms,
        contacts: _,
        phone,
        alerts,
        conflicts: _,
        age,
        is_old,
        start_unknown,
        only_announced,
        verified: _,
        validity_note: _,
        notes: _,
        legal_basis: _,
        // No supplement lies over the guide of a page.
        own: _,
    } = facts;
    let name = party.short_name(asked.outcome.date, lang);
    let doubts =
        [start_unknown.then(|| words::unknown_start(lang)), only_announced.then(|| words::only_announced(lang))];
    html! {
        li.answer data-id=(record.id) data-match=(verdict.id()) {
            p.head { strong { (name) } " " span.role { (words::role(record.role, lang)) } }
            p { (record.task) }
            @if let Some(receives) = facts.receives_else() {
                p.small { (words::receives(lang)) " " (words::receives_what(receives, lang)) }
            }
            @if *verdict == Verdict::Depends { p.small.open { (hangs_on(*asked, facts.why(), lang)) } }
            @for alert in alerts { p.alert { (alert.text) } }
            @for doubt in doubts.into_iter().flatten() { p.small { (doubt) } }
            @if *is_old { p.small.old { (sources::old_source_age(*age, lang)) } }
            @if phone.is_some() || !terms.is_empty() {
                p.chips {
                    @if let Some(phone) = phone { (number(phone)) }
                    @for fact in terms { " " span.chip { (words::term_length(fact.term, lang)) } }
                }
            }
            details {
                summary { (text::details(lang)) span.unseen { ", " (name) ", " (words::role(record.role, lang)) } }
                (details(facts, lang))
            }
        }
    }
}

/// Why, within which time, how to reach them and by which source.
pub(super) fn details(facts: &AnswerFacts<'_>, lang: Lang) -> Markup {
    let AnswerFacts {
        asked,
        ix: _,
        record,
        party,
        aspect: _,
        verdict: _,
        receives,
        terms,
        contacts,
        phone: _,
        // Above.
        alerts: _,
        conflicts,
        age,
        is_old,
        start_unknown: _,
        only_announced: _,
        verified,
        validity_note,
        notes,
        legal_basis,
        own: _,
    } = facts;
    let guide = asked.guide();
    let name = party.full_name(asked.outcome.date, lang);
    let valid = words::validity(&record.valid, lang);
    html! {
        dl {
            dt { (window::why_shown(lang)) }
            @for line in why(guide, facts.why(), lang) { dd { (line) } }
            dt { (window::who_is(lang)) }
            dd { (name) }
            @if !record.provided.is_empty() {
                dt { (window::provided(lang)) }
                @for provided in &record.provided { dd { (provided) } }
            }
            @if !terms.is_empty() {
                dt { (window::terms(lang)) }
                @for fact in terms { dd { (term(*asked, fact, lang)) } }
            }
            @if let Some(receives) = receives {
                dt { (window::receives(lang)) }
                dd { (words::receives_what(*receives, lang)) }
            }
            (self::contacts(guide, contacts, lang))
            @if !legal_basis.is_empty() {
                dt { (window::legal_basis(lang)) }
                @for basis in legal_basis { dd { (basis) } }
            }
            @if !valid.is_empty() || validity_note.is_some() {
                dt { (window::valid(lang)) }
                @if !valid.is_empty() { dd { (valid) } }
                @if let Some(note) = validity_note { dd { (note) } }
            }
            @if !notes.is_empty() {
                dt { (window::notes(lang)) }
                @for note in notes { dd { (note) } }
            }
            @for conflict in conflicts {
                dt { (window::conflicts(lang)) }
                dd { (conflict.text) }
                dd { (conflict.shown) }
            }
            (cited(guide, &record.cites, lang))
            dt { (window::last_source(lang)) }
            dd { (words::capital(&sources::last_source(*age, lang))) @if *is_old { ". " (words::check_first(lang)) } }
            @if let Some(verified) = verified {
                dt { (window::verified(lang)) }
                dd { (words::day(*verified, lang)) }
            }
        }
        p { button.quiet type="button" data-party=(party.id) { (text::all_about(party.short_name(asked.outcome.date, lang), lang)) } }
    }
}

/// How to reach a party.
pub(super) fn contacts(guide: &Guide, contacts: &[&Contact], lang: Lang) -> Markup {
    html! {
        dt { (window::contact(lang)) }
        @if contacts.is_empty() { dd { (words::no_contact(lang)) } }
        @for contact in contacts { dd { (reached(guide, contact, lang)) } }
    }
}

fn reached(guide: &Guide, contact: &Contact, lang: Lang) -> Markup {
    let date = guide.date_of(contact).map(|date| format!("{} {}", words::source(lang), words::partial_day(date, lang)));
    let details: Vec<String> = std::iter::once(words::contact_kind(contact.kind, lang).to_owned())
        .chain(contacts::contact_for_whom(contact, guide, lang))
        .chain(contacts::contact_hours(contact, lang))
        .chain(date)
        .chain(sources::contact_age(contact, guide, lang).map(str::to_owned))
        .collect();
    html! { (number(contact)) " " span.small { (details.join(" · ")) } }
}

/// The number or address; a number can be called by a tap, which is the only way out of the page.
pub(super) fn number(contact: &Contact) -> Markup {
    match contact.kind {
        ContactKind::Telefoon | ContactKind::TelefoonBuitenland => call(&contact.value),
        ContactKind::Email | ContactKind::Website | ContactKind::Chat => html! { span.reach { (contact.value) } },
    }
}

/// A number to call.
pub(super) fn call(value: &str) -> Markup {
    let digits: String = value.chars().filter(|sign| sign.is_ascii_digit() || *sign == '+').collect();
    html! { a.reach href={ "tel:" (digits) } { (value) } }
}

/// The sources, each with what it says.
pub(super) fn cited(guide: &Guide, cites: &[Citation], lang: Lang) -> Markup {
    html! {
        @if !cites.is_empty() {
            dt { (words::sources(lang)) }
            @for cite in cites {
                dd { (sources::citation(guide, cite, lang)) @if let Some(quote) = &cite.quote { " " q lang="nl" { (quote) } } }
            }
        }
    }
}

fn term(asked: Asked<'_>, fact: &TermFact<'_>, lang: Lang) -> String {
    let term = fact.term;
    let said = format!("{}: {}", term.text, words::term_length(term, lang));
    let starts = term.starts.as_ref().map(|starts| format!("{} {starts}", window::starts(lang)));
    let open = fact.depends_on(asked);
    let open = (!open.is_empty())
        .then(|| format!("{} {}", words::depends_on(lang), words::facet_names(asked.guide(), &open, lang)));
    std::iter::once(said).chain(starts).chain(open).collect::<Vec<_>>().join(", ")
}

/// On what it hangs, in one line.
pub(super) fn hangs_on(asked: Asked<'_>, why: Why, lang: Lang) -> String {
    match why {
        Why::DependsOn(open) => depends_on(asked.guide(), &open, lang),
        Why::Because(_) | Why::Not(_) => String::new(),
    }
}

/// That it depends on these facets.
pub(super) fn depends_on(guide: &Guide, facets: &[Ix<Facet>], lang: Lang) -> String {
    format!("{} {}", words::depends_on(lang), words::facet_names(guide, facets, lang))
}

/// Why something is in the answer, or is not, a line each.
pub(super) fn why(guide: &Guide, why: Why, lang: Lang) -> Vec<String> {
    let reason = |Reason { facet, values }: &Reason| {
        let facet = &guide.facets[*facet];
        format!("{}: {}", facet.label.text(lang), words::values(facet, values, lang))
    };
    match why {
        Why::Because(reasons) if reasons.is_empty() => vec![words::because_everybody(lang).to_owned()],
        Why::Because(reasons) => reasons.iter().map(reason).collect(),
        Why::DependsOn(open) => vec![depends_on(guide, &open, lang)],
        Why::Not(why_not) => {
            let by = why_not.into_iter().flat_map(|why_not| why_not.by).map(|by| match by {
                Exclusion::Facet(needed) => format!("{} {}", cli_words::would_need(lang), reason(&needed)),
                Exclusion::Region(regions) => format!("{}: {}", words::only_in_region(lang), regions.join(", ")),
                Exclusion::Date { date: _, needs } => words::validity(&needs, lang),
            });
            std::iter::once(words::excluded(lang).to_owned()).chain(by).collect()
        }
    }
}

/// A ground for sharing data, where the sources know one.
pub(super) fn ground(ground: SharingGround, lang: Lang) -> Option<&'static str> {
    (ground != SharingGround::Onbekend).then(|| words::sharing_ground(ground, lang))
}
