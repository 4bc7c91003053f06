//! `explain`: why a party is, or is not, in the answer, and what would change that.

use std::{fmt::Write as _, io::Read};

use super::{Context, Exit, Output, args::ExplainArguments, input::Said, lookup, place, prose};
use crate::{
    contract,
    lookup::{Exclusion, Reason, WhyNot},
    model::PartyScope,
    present::{AnswerFacts, Asked, ExplanationFacts, Why},
    text::{cli as text, days::told_on, own as own_words, sources, words},
};

pub(super) fn run(
    args: &ExplainArguments,
    context: &Context,
    input: &mut dyn Read,
    output: Output,
) -> Result<String, Exit> {
    let party = context.party(&args.party)?;
    let said = Said::read(&args.facets, &args.place, args.profile.as_deref(), input)?;
    let place = place::read(said.gemeente.as_deref(), context)?;
    let (profile, outcome) = lookup::ask(context, &said.facets, place.on(context.date))?;
    let asked = Asked { index: &context.index, profile: &profile, outcome: &outcome };
    let facts = asked.explain(party);
    output.say(
        || contract::explain(asked, &facts, context.lang),
        || place::about_name(place, context.lang) + &in_words(&facts, context),
    )
}

fn in_words(facts: &ExplanationFacts<'_>, context: &Context) -> String {
    let ExplanationFacts { party, answers, excluded } = facts;
    let lang = context.lang;
    let mut out = context.above(context.date);
    let _ = writeln!(out, "{}\n  {}", party.full_name(context.date, lang), party.summary);
    for note in told_on(&party.note, context.date) {
        let _ = writeln!(out, "  {}: {note}", words::note(lang));
    }
    if party.scope != PartyScope::Uitvoerend {
        let _ = writeln!(out, "  {}", text::never_answers(lang));
    }
    for facts in answers {
        answer(&mut out, facts, context);
    }
    for facts in excluded {
        if let Why::Not(Some(why_not)) = facts.why() {
            not(&mut out, facts, &why_not, context);
        }
    }
    out
}

fn answer(out: &mut String, facts: &AnswerFacts<'_>, context: &Context) {
    let AnswerFacts {
        asked: _,
        ix: _,
        record,
        // The heading above them all.
        party: _,
        aspect: _,
        verdict: _,
        receives: _,
        // What is to be done with it is told by `lookup`: here is why.
        terms: _,
        contacts: _,
        phone: _,
        alerts: _,
        conflicts: _,
        age,
        is_old,
        start_unknown,
        only_announced,
        verified: _,
        validity_note,
        notes: _,
        legal_basis: _,
        own: _,
    } = facts;
    let (lang, guide) = (context.lang, context.guide());
    let because = |reason: &Reason| prose::as_typed(guide, reason);
    let verdict = match facts.why() {
        Why::Because(reasons) if reasons.is_empty() => words::because_everybody(lang).to_owned(),
        Why::Because(reasons) => {
            let reasons: Vec<String> = reasons.iter().map(because).collect();
            format!("{}: {}", words::applies(lang), reasons.join(" "))
        }
        Why::DependsOn(open) => {
            format!("{}: {}", words::depends_on(lang), contract::facet_ids(guide, open).join(", "))
        }
        Why::Not(_) => String::new(),
    };
    let own = own_words::behind(facts.is_own(), lang);
    let _ = writeln!(out, "\n  {} ({}){own}\n    {}\n    {verdict}", record.id, record.role.id(), record.task);
    for note in validity_note.map(str::to_owned).into_iter().chain(facts.marked_notes(lang)) {
        let _ = writeln!(out, "    {}: {note}", words::note(lang));
    }
    if *start_unknown {
        let _ = writeln!(out, "    {}", words::unknown_start(lang));
    }
    if *only_announced {
        let _ = writeln!(out, "    {}", words::only_announced(lang));
    }
    for cite in &record.cites {
        let _ = writeln!(out, "    {}: {}", words::source(lang), sources::citation(guide, cite, lang));
    }
    let _ = writeln!(out, "    {}", prose::age(*age, *is_old, lang));
}

fn not(out: &mut String, facts: &AnswerFacts<'_>, why_not: &WhyNot, context: &Context) {
    let lang = context.lang;
    let WhyNot { responsibility: _, by, near_miss } = why_not;
    let near = if *near_miss { format!(" ({})", text::near_miss(lang)) } else { String::new() };
    let _ = writeln!(out, "\n  {}: {}{near}", facts.record.id, text::not_in_answer(lang));
    for by in by {
        let _ = match by {
            Exclusion::Facet(reason) => {
                let needed = prose::as_typed(context.guide(), reason);
                writeln!(out, "    {} {needed}", text::would_need(lang))
            }
            Exclusion::Region(needs) => {
                writeln!(out, "    {} {}={}", text::would_need(lang), contract::GEMEENTE, needs.join(","))
            }
            Exclusion::Date { date: _, needs } => {
                writeln!(out, "    {} {}", words::applies(lang), words::validity(needs, lang))
            }
        };
    }
}
