//! What to do next, as HTML.

use maud::{Markup, html};

use super::facts;
use crate::{
    lookup::MOST_STEPS,
    model::{ContactKind, Lang, Verdict},
    present::{Asked, PlanContact, PlanFacts, PlanPartFacts, PlanStepFacts},
    text::{contacts, page as page_words, plan as text, sources, words},
};

/// So many steps are told in full; the rest is a line each.
const TOLD: usize = 4;

/// The steps.
pub(super) fn plan(asked: Asked<'_>, lang: Lang) -> Markup {
    let plan = asked.plan();
    let whom = asked.asker_in_words(plan.asker, lang);
    let PlanFacts { asker: _, steps } = &plan;
    let first = &steps[..steps.len().min(MOST_STEPS)];
    let (told, then) = first.split_at(first.len().min(TOLD));
    html! {
        @if !steps.is_empty() {
            section.plan aria-labelledby="plan" {
                h2 #plan { (text::title(lang)) @if let Some(whom) = whom { " " span.small { (text::for_whom(&whom, lang)) } } }
                ol { @for facts in told { (step(facts, lang)) } }
                @if !then.is_empty() {
                    @let headings: Vec<String> = then.iter().map(|facts| facts.in_short(lang)).collect();
                    details.then {
                        summary { (text::then(&headings, steps.len() - first.len(), lang)) }
                        ol start=(told.len() + 1) { @for facts in &steps[told.len()..] { (step(facts, lang)) } }
                    }
                }
            }
        }
    }
}

fn step(facts: &PlanStepFacts<'_>, lang: Lang) -> Markup {
    let asked = facts.asked;
    let open = facts.depends_on();
    let mut remarks = vec![text::when(facts.when, lang).to_owned()];
    remarks.extend((!open.is_empty()).then(|| facts::depends_on(asked.guide(), &open, lang)));
    for doubt in facts.parts.iter().flat_map(|part| facts.doubts(part, lang)) {
        if !remarks.iter().any(|said| said == doubt) {
            remarks.push(doubt.to_owned());
        }
    }
    remarks.extend(facts.sure_terms().map(|term| words::term_length(term, lang)));
    remarks.extend(facts.sharing.and_then(|sharing| facts::ground(sharing.ground, lang)).map(str::to_owned));
    let beside = facts.usual.iter().map(|part| (text::usual(lang), part));
    let beside: Vec<_> = beside.chain(facts.perhaps.iter().map(|part| (text::perhaps(lang), part))).collect();
    html! {
        li.step data-party=(facts.party.id) data-match=(facts.verdict.id()) {
            div.what {
                h3 { (facts.heading(lang)) }
                p { (facts.parts.iter().map(|part| facts.part_text(part, lang)).collect::<Vec<_>>().join(" ")) }
                p.small { (remarks.join(" · ")) }
                details {
                    summary { (page_words::details(lang)) span.unseen { ", " (facts.heading(lang)) } }
                    dl { (more(facts, &beside, lang)) }
                }
            }
            @if let Some(first) = facts.contacts.first() { p.how { (first_contact(facts, first, lang)) } }
        }
    }
}

/// What may come with a step, how else to reach the party, and the sources.
fn more(facts: &PlanStepFacts<'_>, beside: &[(&str, &PlanPartFacts<'_>)], lang: Lang) -> Markup {
    let (asked, guide) = (facts.asked, facts.asked.guide());
    html! {
        @for (how, part) in beside {
            dt { (words::capital(how)) }
            dd {
                (facts.part_text(part, lang)) " " span.small {
                    (facts::depends_on(guide, &part.depends_on(asked), lang))
                    @for doubt in facts.doubts(part, lang) { "; " (doubt) }
                }
            }
        }
        @if let Some(sharing) = facts.sharing {
            dt { (words::sharing(lang)) }
            dd { (words::capital(words::sharing_ground(sharing.ground, lang))) ": " (sharing.text) }
        }
        (facts::contacts(guide, &facts.contacts.iter().map(|contact| contact.contact).collect::<Vec<_>>(), lang))
        dt { (words::sources(lang)) }
        @for cite in facts.citations() { dd { (sources::citation(guide, cite, lang)) } }
    }
}

fn first_contact(facts: &PlanStepFacts<'_>, PlanContact { contact, is_open }: &PlanContact<'_>, lang: Lang) -> Markup {
    let closed = (*is_open == Some(false)).then(|| text::closed_now(lang).to_owned());
    let said = closed.into_iter().chain(contacts::contact_hours(contact, lang)).chain(contacts::contact_for_whom(
        contact,
        facts.asked.guide(),
        lang,
    ));
    let said = said.collect::<Vec<_>>().join(" · ");
    html! {
        @if contact.kind == ContactKind::Telefoon && facts.verdict == Verdict::Applies { strong { (facts::number(contact)) } } @else { (facts::number(contact)) }
        @if !said.is_empty() { span.small { (said) } }
    }
}
