//! The guide as text, for a browser in which the page cannot work.

use maud::{Markup, html};

use super::{
    facts,
    frame::{danger, training},
};
use crate::{
    lookup::Index,
    model::{Date, Lang, Party, PartyScope},
    text::{card, contacts, page as text, sources, words},
};

/// 112, the telephone numbers and who does what, without a script.
pub fn plain_text(index: &Index, date: Date, lang: Lang) -> Markup {
    let guide = index.guide();
    let parties: Vec<&Party> = guide.parties.iter().collect();
    html! {
        div.plain {
            (training(guide, lang))
            h1 { (words::product(lang)) }
            (danger(guide, lang))
            p { (text::cannot_work(lang)) }
            p { (card::not_official(lang)) ". " (text::made_on(date, lang)) ". " (words::capital(words::edition(lang))) " " (guide.edition) "." }
            h2 { (text::numbers(lang)) }
            ul {
                @for party in &parties {
                    @for contact in party.contacts.iter().filter(|contact| contact.valid.holds_on(date)) {
                        @let details: Vec<String> = contacts::contact_for_whom(contact, guide, lang).into_iter()
                            .chain(contacts::contact_hours(contact, lang))
                            .chain(sources::contact_age(contact, guide, lang).map(str::to_owned)).collect();
                        li { (party.short_name(date, lang)) ": " (facts::number(contact)) @if !details.is_empty() { " (" (details.join(", ")) ")" } }
                    }
                }
            }
            h2 { (text::guide_as_text(lang)) }
            @for party in parties.iter().filter(|party| party.scope == PartyScope::Uitvoerend) {
                (tasks(index, party, date, lang))
            }
        }
    }
}

fn tasks(index: &Index, party: &Party, date: Date, lang: Lang) -> Markup {
    let guide = index.guide();
    let tasks = guide.parties.ix(&party.id).map(|ix| index.tasks_of(ix)).unwrap_or_default();
    let tasks: Vec<_> =
        tasks.iter().map(|task| &guide.responsibilities[*task]).filter(|task| task.valid.holds_on(date)).collect();
    html! {
        @if !tasks.is_empty() {
            h3 { (party.full_name(date, lang)) }
            ul lang="nl" { @for task in tasks { li { (task.task) @for provided in &task.provided { " (" (provided) ")" } } } }
        }
    }
}
