//! What differs between two situations, as HTML.

use maud::{Markup, html};

use super::facts;
use crate::{
    model::{Lang, Verdict},
    present::{AnswerFacts, Asked, ChangeFacts, ChangedField, ComparisonFacts, GapFacts},
    text::{cli as cli_words, page as text, words},
};

/// What comes, goes and changes, from one situation to another.
pub(super) fn difference(before: Asked<'_>, after: Asked<'_>, lang: Lang) -> Markup {
    let facts = ComparisonFacts::between(before, after, lang);
    let ComparisonFacts { appears, disappears, changes, gaps_appear, gaps_disappear, gaps_change } = &facts;
    let is_same = appears.is_empty() && disappears.is_empty() && changes.is_empty();
    let is_same = is_same && gaps_appear.is_empty() && gaps_disappear.is_empty() && gaps_change.is_empty();
    html! {
        section.difference aria-labelledby="difference" {
            h2 #difference { (text::difference(lang)) }
            dl.both {
                dt { (text::kept(lang)) }
                dd { (situation(before, lang)) }
                dt { (text::now_chosen(lang)) }
                dd { (situation(after, lang)) }
            }
            @if is_same { p { (words::capital(cli_words::no_difference(lang))) } }
            (side("appears", words::appears(lang), appears, gaps_appear, lang))
            (side("disappears", words::disappears(lang), disappears, gaps_disappear, lang))
            @if !changes.is_empty() || !gaps_change.is_empty() {
                h3 { (words::capital(cli_words::changes(lang))) }
                ul {
                    @for change in changes { (changed(change, lang)) }
                    @for (was, is) in gaps_change {
                        li data-change=(was.record.id) { (was.record.text) " " span.small { (words::verdict(was.verdict, lang)) " → " (words::verdict(is.verdict, lang)) } }
                    }
                }
            }
        }
    }
}

/// What is known, and the day.
fn situation(asked: Asked<'_>, lang: Lang) -> String {
    let known = asked.known_in_words(lang);
    let known = if known.is_empty() { cli_words::nothing_known(lang).to_owned() } else { known.join("; ") };
    format!("{known} · {}", words::day(asked.outcome.date, lang))
}

fn side(id: &str, title: &str, answers: &[AnswerFacts<'_>], gaps: &[GapFacts<'_>], lang: Lang) -> Markup {
    html! {
        @if !answers.is_empty() || !gaps.is_empty() {
            h3 { (words::capital(title)) }
            ul data-side=(id) {
                @for facts in answers {
                    li data-change=(facts.record.id) {
                        strong { (facts.party.short_name(facts.asked.outcome.date, lang)) } " " (facts.record.task)
                        @if facts.verdict == Verdict::Depends { " " span.small { (facts::hangs_on(facts.asked, facts.why(), lang)) } }
                    }
                }
                @for facts in gaps {
                    li.gap data-change=(facts.record.id) { strong { (words::capital(words::gap_kind(facts.record.kind, lang))) } ". " (facts.record.text) }
                }
            }
        }
    }
}

fn changed(ChangeFacts { before, after, fields }: &ChangeFacts<'_>, lang: Lang) -> Markup {
    let said = |facts: &AnswerFacts<'_>| {
        let fields = fields.iter().map(|field| field_in_words(*field, facts, lang));
        fields.collect::<Vec<_>>().join("; ")
    };
    html! {
        li data-change=(after.record.id) {
            strong { (after.party.short_name(after.asked.outcome.date, lang)) } " " (after.record.task)
            " " span.small { (said(before)) " → " (said(after)) }
        }
    }
}

fn field_in_words(field: ChangedField, facts: &AnswerFacts<'_>, lang: Lang) -> String {
    let list = |said: Vec<&str>, none: &str| if said.is_empty() { none.to_owned() } else { said.join(", ") };
    match field {
        ChangedField::Verdict => words::verdict(facts.verdict, lang).to_owned(),
        ChangedField::PartyName => facts.party.full_name(facts.asked.outcome.date, lang).to_owned(),
        ChangedField::Contacts => {
            list(facts.contacts.iter().map(|contact| contact.value.as_str()).collect(), words::no_contact(lang))
        }
        ChangedField::Terms => {
            let terms: Vec<String> = facts.terms.iter().map(|fact| words::term_length(fact.term, lang)).collect();
            list(terms.iter().map(String::as_str).collect(), cli_words::no_terms(lang))
        }
        ChangedField::Alerts => {
            list(facts.alerts.iter().map(|alert| alert.text.as_str()).collect(), cli_words::no_alerts(lang))
        }
        ChangedField::StartUnknown if facts.start_unknown => words::unknown_start(lang).to_owned(),
        ChangedField::StartUnknown => cli_words::known_start(lang).to_owned(),
    }
}
