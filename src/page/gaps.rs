//! A gap, as HTML.

use maud::{Markup, html};

use super::facts;
use crate::{
    model::{Lang, Verdict},
    present::GapFacts,
    text::{page as text, window, words},
};

/// What is missing, and whom to ask now.
pub(super) fn gap(facts: &GapFacts<'_>, lang: Lang) -> Markup {
    let GapFacts { asked, ix: _, record, aspect: _, verdict, ask, start_unknown, validity_note } = facts;
    let kind = words::gap_kind(record.kind, lang);
    let kind = if *verdict == Verdict::Depends { window::perhaps(kind, lang) } else { words::capital(kind) };
    let whom = ask.map_or(record.ask.as_str(), |party| party.short_name(asked.outcome.date, lang));
    html! {
        li.gap data-gap=(record.id) data-match=(verdict.id()) {
            p { strong { (kind) } ". " (record.text) }
            @if *start_unknown { p.small { (words::unknown_start(lang)) } }
            @if let Some(note) = validity_note { p.small { (note) } }
            p.small { (words::capital(words::ask(lang))) ": " strong { (whom) } }
            details {
                summary { (text::details(lang)) span.unseen { ", " (kind) } }
                dl {
                    dt { (window::why_shown(lang)) }
                    @for line in facts::why(asked.guide(), facts.why(), lang) { dd { (line) } }
                    @if let Some(party) = ask {
                        (facts::contacts(asked.guide(), &party.contacts.iter().filter(|contact| contact.valid.holds_on(asked.outcome.date)).collect::<Vec<_>>(), lang))
                    }
                    (facts::cited(asked.guide(), &record.cites, lang))
                }
            }
        }
    }
}
