//! `check`: the problems of a guide.

use std::{fmt::Write as _, path::Path, sync::Arc};

use serde::Serialize;

use super::{Exit, Output, args::CheckArguments, load_guide};
use crate::{file, model::Date, review, text::cli as text};

#[derive(Debug, Serialize)]
struct CheckJson {
    problems: Vec<ProblemJson>,
}

#[derive(Debug, Serialize)]
struct ProblemJson {
    severity: &'static str,
    rule: &'static str,
    object: String,
    place: String,
    text: String,
}

pub(super) fn run(args: &CheckArguments, guide: Option<&Path>, today: Date, output: Output) -> Result<String, Exit> {
    let guide = load_guide(args.file.as_deref().or(guide))?;
    let regions = file::embedded_regions().map_err(|error| Exit::Guide(error.to_string()))?;
    let problems = review::check(&Arc::clone(&guide), &regions, today);
    let errors = review::error_count(&problems);
    let problems = problems.into_iter().map(|problem| ProblemJson {
        severity: problem.severity.id(),
        rule: problem.rule.id(),
        object: problem.object,
        place: problem.place,
        text: problem.text,
    });
    let found = CheckJson { problems: problems.collect() };
    let printed = output.give(&found, |found| in_words(found, output))?;
    if errors > 0 { Err(Exit::Printed(printed)) } else { Ok(printed) }
}

fn in_words(found: &CheckJson, output: Output) -> String {
    let mut out = String::new();
    for problem in &found.problems {
        let ProblemJson { severity, rule, object, place, text } = problem;
        let _ = writeln!(out, "{severity:<8} {rule:<24} {object} ({place}): {text}");
    }
    if found.problems.is_empty() {
        let _ = writeln!(out, "{}", text::no_problems(output.lang));
    }
    out
}
