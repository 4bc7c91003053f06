//! Everything about a party, for a situation, as HTML.

use maud::{Markup, html};
use serde::Serialize;

use super::{Page, Refused, ask::Answered, facts, request::AboutParty};
use crate::{
    lookup::nearest,
    model::{CallError, Lang, PartyId, PartyScope, Verdict},
    present::{AnswerFacts, ExplanationFacts, Why},
    text::{cli as cli_words, days::told_on, window, words},
};

/// What opens.
#[derive(Debug, Serialize)]
pub(super) struct Opened {
    /// What it says; its heading has the id `title`.
    pub(super) html: String,
}

impl Page {
    /// Everything about a party: its tasks now, and those that are not.
    pub(super) fn party(&self, question: &AboutParty) -> Result<Opened, Refused> {
        let answered = self.look_up(&question.question)?;
        let guide = self.index.guide();
        let ix = PartyId::new(&question.party).ok().and_then(|id| guide.parties.ix(&id)).ok_or_else(|| {
            let nearest = nearest(&question.party, guide.parties.iter().map(|party| party.id.as_str()));
            CallError::UnknownParty { given: question.party.clone(), nearest: nearest.map(str::to_owned) }
        })?;
        let facts = answered.asked().explain(ix);
        Ok(Opened { html: html(&answered, &facts).into_string() })
    }
}

fn html(answered: &Answered<'_>, explained: &ExplanationFacts<'_>) -> Markup {
    let ExplanationFacts { party, answers, excluded } = explained;
    let (asked, lang) = (answered.asked(), answered.lang);
    let (guide, date) = (asked.guide(), asked.outcome.date);
    let contacts: Vec<_> = party.contacts.iter().filter(|contact| contact.valid.holds_on(date)).collect();
    let notes: Vec<&str> = told_on(&party.note, date).collect();
    html! {
        h2 #title tabindex="-1" { (party.full_name(date, lang)) }
        p { (party.summary) }
        @if lang == Lang::En { p.small { (window::in_dutch(lang)) } }
        @if party.scope != PartyScope::Uitvoerend { p.small { (cli_words::never_answers(lang)) } }
        @for alert in party.alerts_on(date) { p.alert { (alert.text) } }
        dl {
            (facts::contacts(guide, &contacts, lang))
            @if !notes.is_empty() {
                dt { (window::notes(lang)) }
                @for note in notes { dd { (note) } }
            }
            @if party.names.len() > 1 {
                dt { (window::names(lang)) }
                @for name in &party.names { dd { (name.name.text(lang)) " " (words::validity(&name.valid, lang)) } }
            }
            (facts::cited(guide, &party.cites, lang))
        }
        @if answers.is_empty() && excluded.is_empty() { p { (window::no_tasks(lang)) } }
        @if !answers.is_empty() {
            h3 { (window::tasks_now(lang)) }
            ul { @for facts in answers { (task(facts, answered)) } }
        }
        @if !excluded.is_empty() {
            h3 { (window::tasks_not(lang)) }
            ul { @for facts in excluded { (task(facts, answered)) } }
        }
    }
}

fn task(facts: &AnswerFacts<'_>, answered: &Answered<'_>) -> Markup {
    let lang = answered.lang;
    let why = facts.why();
    let near = matches!(&why, Why::Not(Some(why_not)) if why_not.near_miss);
    html! {
        li data-task=(facts.record.id) data-match=(facts.verdict.id()) {
            p {
                (facts.aspect.map_or("", |aspect| aspect.label.text(lang))) ": " (facts.record.task)
                @if near { " " span.small { "(" (cli_words::near_miss(lang)) ")" } }
            }
            @for line in facts::why(facts.asked.guide(), why, lang) { p.small { (line) } }
            @if facts.verdict != Verdict::Excluded && !facts.terms.is_empty() {
                p.small { @for fact in &facts.terms { (fact.term.text) ": " (words::term_length(fact.term, lang)) ". " } }
            }
        }
    }
}
