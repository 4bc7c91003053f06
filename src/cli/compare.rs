//! `compare`: what appears, disappears and changes between two situations.

use std::{fmt::Write as _, io::Read};

use super::{Context, Exit, Output, args::CompareArguments, input::Said, lookup, parse_date, place, prose};
use crate::{
    contract,
    model::{CallError, Lang},
    present::{AnswerFacts, Asked, ChangeFacts, ChangedField, ComparisonFacts},
    text::{cli as text, words},
};

pub(super) fn run(
    args: &CompareArguments,
    context: &Context,
    input: &mut dyn Read,
    output: Output,
) -> Result<String, Exit> {
    let profile = args.profile.as_deref();
    let (said, with) = Said::read_two(&args.facets, args.with.as_deref(), &args.place, profile, input)?;
    if with.is_none() && args.with_date.is_none() {
        return Err(CallError::NothingToCompare.into());
    }
    let with_date = args.with_date.as_deref().map(parse_date).transpose()?.unwrap_or(context.date);
    let place = place::read(said.gemeente.as_deref(), context)?;
    let (one, before) = lookup::ask(context, &said.facets, place.on(context.date))?;
    // Without `--with` the second situation is the same person on another day.
    let (other, after) = lookup::ask(context, with.as_ref().unwrap_or(&said.facets), place.on(with_date))?;
    let before = Asked { index: &context.index, profile: &one, outcome: &before };
    let after = Asked { index: &context.index, profile: &other, outcome: &after };
    let facts = ComparisonFacts::between(before, after, context.lang);
    let in_words = || {
        // Both days, where they differ.
        let days = if with_date == context.date {
            context.above(with_date)
        } else {
            let days = format!("{} → {}\n", context.as_of(context.date), context.as_of(with_date));
            context.guide_above() + &days
        };
        place::about_name(place, context.lang) + &days + &in_words(&facts, context.lang)
    };
    output.say(|| contract::compare(before, &facts, context.lang), in_words)
}

fn in_words(facts: &ComparisonFacts<'_>, lang: Lang) -> String {
    let ComparisonFacts { appears, disappears, changes, gaps_appear, gaps_disappear, gaps_change } = facts;
    let mut out = String::new();
    for (sign, title, answers, gaps) in
        [('+', words::appears(lang), appears, gaps_appear), ('-', words::disappears(lang), disappears, gaps_disappear)]
    {
        if !answers.is_empty() || !gaps.is_empty() {
            let _ = writeln!(out, "{title}");
        }
        for facts in answers {
            let record = facts.record;
            let _ = writeln!(out, "  {sign} {} ({}): {}", name(facts, lang), record.aspect, record.task);
        }
        for facts in gaps {
            let (kind, record) = (words::gap_kind(facts.record.kind, lang), facts.record);
            let _ = writeln!(out, "  {sign} {} ({}): {kind}: {}", words::gap(lang), record.aspect, record.text);
        }
    }
    if !changes.is_empty() || !gaps_change.is_empty() {
        let _ = writeln!(out, "{}", text::changes(lang));
    }
    for ChangeFacts { before, after, fields } in changes {
        let fields = fields.iter().map(|field| {
            let said = |facts: &AnswerFacts<'_>| field_in_words(*field, facts, lang);
            format!("{} → {}", said(before), said(after))
        });
        let fields: Vec<String> = fields.collect();
        let _ = writeln!(out, "  ~ {}: {}", before.record.id, fields.join("; "));
    }
    for (before, after) in gaps_change {
        let (was, is) = (words::verdict(before.verdict, lang), words::verdict(after.verdict, lang));
        let _ = writeln!(out, "  ~ {}: {was} → {is}", before.record.id);
    }
    if out.is_empty() {
        let _ = writeln!(out, "{}", text::no_difference(lang));
    }
    out
}

fn field_in_words(field: ChangedField, facts: &AnswerFacts<'_>, lang: Lang) -> String {
    match field {
        ChangedField::Verdict => words::verdict(facts.verdict, lang).to_owned(),
        ChangedField::PartyName => name(facts, lang).to_owned(),
        ChangedField::Contacts if facts.contacts.is_empty() => words::no_contact(lang).to_owned(),
        ChangedField::Contacts => {
            let values: Vec<&str> = facts.contacts.iter().map(|contact| contact.value.as_str()).collect();
            values.join(", ")
        }
        ChangedField::Terms if facts.terms.is_empty() => text::no_terms(lang).to_owned(),
        ChangedField::Terms => {
            let terms: Vec<String> = facts.terms.iter().map(|fact| prose::term(facts.asked, fact, lang)).collect();
            terms.join(", ")
        }
        ChangedField::Alerts if facts.alerts.is_empty() => text::no_alerts(lang).to_owned(),
        ChangedField::Alerts => {
            let alerts: Vec<&str> = facts.alerts.iter().map(|alert| alert.text.as_str()).collect();
            alerts.join(" ")
        }
        ChangedField::StartUnknown if facts.start_unknown => words::unknown_start(lang).to_owned(),
        ChangedField::StartUnknown => text::known_start(lang).to_owned(),
    }
}

/// What the party is called on the day of the answer.
fn name<'a>(facts: &AnswerFacts<'a>, lang: Lang) -> &'a str {
    facts.party.full_name(facts.asked.outcome.date, lang)
}
