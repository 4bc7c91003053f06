//! `explain`: why a party is, or is not, in the answer, and what would change that.

use std::fmt::Write as _;

use serde::Serialize;

use super::{Context, Exit, Output, Place, args::ExplainArguments, lookup};
use crate::{
    contract::{self, Answer, ExcludedJson, ExclusionJson},
    model::{Party, PartyScope},
    present::Asked,
    text::{cli as text, words},
};

#[derive(Debug, Serialize)]
struct ExplainJson {
    party: String,
    answers: Vec<Answer>,
    excluded: Vec<ExcludedJson>,
}

pub(super) fn run(args: &ExplainArguments, context: &Context, output: Output) -> Result<String, Exit> {
    let party = context.party(&args.party)?;
    let (profile, outcome) = lookup::ask(context, &args.facets, Place::read(&args.place, context)?.on(context.date))?;
    let guide = context.guide();
    let asked = Asked { index: &context.index, profile: &profile, outcome: &outcome };
    let tasks = guide.parties.ix(&party).map(|party| context.index.tasks_of(party)).unwrap_or_default();
    let (mut standing, not): (Vec<_>, Vec<_>) =
        tasks.iter().copied().partition(|task| outcome.standing(*task).is_some());
    standing.sort_by_key(|task| outcome.standing(*task));
    let answers = standing.into_iter().filter_map(|task| asked.task(task));
    let explained = ExplainJson {
        party: party.to_string(),
        answers: answers.map(|facts| contract::answer(&facts, context.lang)).collect(),
        excluded: not.into_iter().filter_map(|task| contract::excluded(asked, task)).collect(),
    };
    output.give(&explained, |explained| in_words(explained, guide.party(&party), context))
}

fn in_words(explained: &ExplainJson, party: Option<&Party>, context: &Context) -> String {
    let lang = context.lang;
    let mut out = context.warning_of_day(context.date);
    if let Some(party) = party {
        let _ = writeln!(out, "{}\n  {}", party.full_name(context.date, lang), party.summary);
        if party.scope != PartyScope::Uitvoerend {
            let _ = writeln!(out, "  {}", text::never_answers(lang));
        }
    }
    for answer in &explained.answers {
        let because: Vec<String> =
            answer.because.iter().map(|reason| format!("{}={}", reason.facet, reason.values.join(","))).collect();
        let verdict = match (answer.verdict, because.is_empty()) {
            ("applies", true) => words::because_everybody(lang).to_owned(),
            ("applies", false) => format!("{}: {}", words::applies(lang), because.join(" ")),
            _ => format!("{}: {}", words::depends_on(lang), answer.depends_on.join(", ")),
        };
        let _ = writeln!(out, "\n  {} ({})\n    {}\n    {verdict}", answer.id, answer.role, answer.task);
        for note in answer.valid.note.iter().chain(&answer.notes) {
            let _ = writeln!(out, "    {}: {note}", words::note(lang));
        }
        if answer.start_unknown {
            let _ = writeln!(out, "    {}", words::unknown_start(lang));
        }
    }
    for excluded in &explained.excluded {
        let near = if excluded.near_miss { format!(" ({})", text::near_miss(lang)) } else { String::new() };
        let _ = writeln!(out, "\n  {}: {}{near}", excluded.responsibility, text::not_in_answer(lang));
        for by in &excluded.by {
            let _ = match by {
                ExclusionJson::Facet { facet, needs } => {
                    writeln!(out, "    {} {facet}={}", text::would_need(lang), needs.join(","))
                }
                ExclusionJson::Date { needs, .. } => {
                    let from =
                        needs.from.map(|from| format!(" {} {}", words::since(lang), words::partial_day(from, lang)));
                    let until =
                        needs.until.map(|until| format!(" {} {}", words::until(lang), words::partial_day(until, lang)));
                    writeln!(
                        out,
                        "    {}{}{}",
                        words::applies(lang),
                        from.unwrap_or_default(),
                        until.unwrap_or_default()
                    )
                }
            };
        }
    }
    out
}
