//! `compare`: what appears, disappears and changes between two situations.

use std::fmt::Write as _;

use serde::Serialize;

use super::{Context, Exit, Output, args::CompareArguments, json::Answer, lookup, parse_date};
use crate::{
    lookup::{Comparison, Match, Outcome, Profile},
    text::{cli as text, words},
};

#[derive(Debug, Serialize)]
struct CompareJson {
    appears: Vec<Answer>,
    disappears: Vec<Answer>,
    changes: Vec<ChangeJson>,
}

#[derive(Debug, Serialize)]
struct ChangeJson {
    id: String,
    before: &'static str,
    after: &'static str,
    fields: Vec<&'static str>,
}

pub(super) fn run(args: &CompareArguments, context: &Context, output: Output) -> Result<String, Exit> {
    let with_date = args.with_date.as_deref().map(parse_date).transpose()?.unwrap_or(context.date);
    let (one, before) = lookup::ask(context, &args.facets, context.date)?;
    // Without `--with` the second situation is the same person on another day.
    let (other, after) = lookup::ask(context, args.with.as_ref().unwrap_or(&args.facets), with_date)?;
    let comparison = Comparison::between(&before, &after);
    let answers = |positions: &[usize], profile: &Profile, outcome: &Outcome| -> Vec<Answer> {
        positions
            .iter()
            .map(|position| {
                let verdict = outcome.responsibilities[*position].unwrap_or(Match::Excluded);
                context.answer(profile, outcome, *position, verdict)
            })
            .collect()
    };
    let changes = comparison.changes.iter().map(|change| ChangeJson {
        id: context.guide().responsibilities[change.responsibility].id.to_string(),
        before: change.before.id(),
        after: change.after.id(),
        fields: vec!["match"],
    });
    let compared = CompareJson {
        appears: answers(&comparison.appears, &other, &after),
        disappears: answers(&comparison.disappears, &one, &before),
        changes: changes.collect(),
    };
    output.give(&compared, |compared| in_words(compared, context))
}

fn in_words(compared: &CompareJson, context: &Context) -> String {
    let lang = context.lang;
    let mut out = String::new();
    for (sign, title, answers) in
        [('+', text::appears(lang), &compared.appears), ('-', text::disappears(lang), &compared.disappears)]
    {
        if !answers.is_empty() {
            let _ = writeln!(out, "{title}");
        }
        for answer in answers {
            let _ = writeln!(out, "  {sign} {} ({}): {}", answer.party_name, answer.aspect, answer.task);
        }
    }
    if !compared.changes.is_empty() {
        let _ = writeln!(out, "{}", text::changes(lang));
    }
    let verdict = |id: &str| if id == Match::Applies.id() { words::applies(lang) } else { words::depends_on(lang) };
    for change in &compared.changes {
        let _ = writeln!(out, "  ~ {}: {} → {}", change.id, verdict(change.before), verdict(change.after));
    }
    if out.is_empty() {
        let _ = writeln!(out, "{}", text::no_difference(lang));
    }
    out
}
