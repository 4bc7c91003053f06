//! The plan, and what an answer says in two screens, for a terminal.

use std::fmt::Write as _;

use crate::{
    model::{Facet, Ix, Lang, Own, Phase, Verdict},
    present::{AnswerFacts, Asked, PlanContact, PlanStepFacts},
    text::{cli as text, own as own_words, plan as plan_words, words},
};

/// What to do next.
pub(super) fn plan(out: &mut String, asked: Asked<'_>, lang: Lang) {
    let plan = asked.plan();
    let whose = asked.asker_in_words(plan.asker, lang);
    let _ =
        writeln!(out, "\n{}{}", plan_words::title(lang), whose.map(|name| format!(" ({name})")).unwrap_or_default());
    for (number, facts) in plan.first().iter().enumerate() {
        step(out, number + 1, facts, lang);
    }
    if !plan.rest().is_empty() {
        let rest: Vec<String> = plan.rest().iter().map(|facts| facts.in_short(lang)).collect();
        let _ = writeln!(out, "   {}: {}", plan_words::and_more(rest.len(), lang), rest.join(" · "));
    }
}

fn step(out: &mut String, number: usize, facts: &PlanStepFacts<'_>, lang: Lang) {
    let asked = facts.asked;
    let open = hangs_on(asked, &facts.depends_on(), lang);
    let own = own_words::behind(facts.is_own(), lang);
    let _ = writeln!(out, " {number} {} · {}{open}{own}", facts.heading(lang), plan_words::when(facts.when, lang));
    for part in &facts.parts {
        let doubts = facts.doubts(part, lang).into_iter().map(|doubt| format!(" ({doubt})"));
        let _ = writeln!(out, "     {}{}", facts.part_text(part, lang), doubts.collect::<String>());
    }
    let usual = facts.usual.iter().map(|part| (plan_words::usual(lang), part));
    for (how, part) in usual.chain(facts.perhaps.iter().map(|part| (plan_words::perhaps(lang), part))) {
        let open = hangs_on(asked, &part.depends_on(asked), lang);
        let doubts = facts.doubts(part, lang).into_iter().map(|doubt| format!(" ({doubt})"));
        let _ = writeln!(out, "     {how}: {}{open}{}", facts.part_text(part, lang), doubts.collect::<String>());
    }
    let contacts: Vec<String> =
        facts.contacts.iter().map(|contact| in_words(contact, asked.index.own(), lang)).collect();
    if !contacts.is_empty() {
        let _ = writeln!(out, "     {}", contacts.join(" · "));
    }
    for term in facts.sure_terms() {
        let _ = writeln!(out, "     {}: {} {}", words::term(lang), term.text, words::term_length(term, lang));
    }
    if let Some(sharing) = facts.sharing {
        let _ = writeln!(out, "     {}: {}", words::sharing_ground(sharing.ground, lang), sharing.text);
    }
}

fn in_words(contact: &PlanContact<'_>, own: &Own, lang: Lang) -> String {
    let PlanContact { contact, is_open } = contact;
    let hours = contact.hours.iter().chain(&contact.for_whom).map(String::as_str);
    let hours = hours.chain(own_words::of_contact(own, contact, lang)).map(|text| format!(", {text}"));
    let open = match is_open {
        Some(false) => format!(" ({})", plan_words::closed_now(lang)),
        Some(true) | None => String::new(),
    };
    format!("{}{}{open}", contact.value, hours.collect::<String>())
}

fn hangs_on(asked: Asked<'_>, facets: &[Ix<Facet>], lang: Lang) -> String {
    let names: Vec<&str> = facets.iter().map(|facet| asked.guide().facets[*facet].label.text(lang)).collect();
    if names.is_empty() { String::new() } else { format!(" ({} {})", words::depends_on(lang), names.join(", ")) }
}

/// The sure primary answers of a phase, one to a line, and how many there are besides.
pub(super) fn phase_in_brief(out: &mut String, asked: Asked<'_>, phase: &Phase, lang: Lang) {
    let _ = writeln!(out, "\n{}  {}", phase.letter, phase.title.text(lang));
    let answers = asked.answers_of(phase);
    let (told, rest): (Vec<_>, Vec<_>) =
        answers.iter().partition(|facts| facts.record.primary && facts.verdict == Verdict::Applies);
    for facts in told {
        answer_in_brief(out, facts, lang);
    }
    let gaps = asked.gaps_of(phase).count();
    let _ = writeln!(out, "   {}", text::not_shown(rest.len(), gaps, lang));
}

fn answer_in_brief(out: &mut String, facts: &AnswerFacts<'_>, lang: Lang) {
    let name = facts.party.short_name(facts.asked.outcome.date, lang);
    let role = words::role(facts.record.role, lang);
    let aspect = facts.aspect.map_or(facts.record.aspect.as_str(), |aspect| aspect.label.text(lang));
    let phone = facts.phone.map(|contact| format!(" · {}", contact.value)).unwrap_or_default();
    let own = facts.is_own() || facts.phone.is_some_and(|contact| facts.own.has_contact(contact));
    let own = own_words::behind(own, lang);
    let _ = writeln!(out, "   ■ {name} — {role}, {aspect}: {}{phone}{own}", facts.record.task);
}
