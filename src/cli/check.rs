//! `check`: the problems of a guide.

use std::{fmt::Write as _, path::Path};

use serde::Serialize;

use super::{Exit, Output, args::CheckArguments, load_guide};
use crate::{
    file,
    model::{Date, Lang, Problem, error_count},
    review,
    text::{cli as text, problems::problem as problem_words},
};

#[derive(Debug, Serialize)]
struct CheckJson {
    problems: Vec<ProblemJson>,
}

#[derive(Debug, Serialize)]
pub(super) struct ProblemJson {
    severity: &'static str,
    rule: &'static str,
    object: String,
    place: String,
    text: String,
}

impl ProblemJson {
    fn new(problem: &Problem, lang: Lang) -> Self {
        Self {
            severity: problem.severity().id(),
            rule: problem.rule().id(),
            object: problem.object().to_owned(),
            place: problem.place(),
            text: problem_words(problem, lang),
        }
    }
}

pub(super) fn run(args: &CheckArguments, guide: Option<&Path>, today: Date, output: Output) -> Result<String, Exit> {
    let guide = load_guide(args.file.as_deref().or(guide))?;
    let regions = file::embedded_regions().map_err(|error| Exit::Guide(error.to_string()))?;
    let problems = review::check(&guide, &regions, today);
    let errors = error_count(&problems);
    let found = CheckJson { problems: in_order(&problems, output.lang) };
    let printed = output.give(&found, |found| in_words(found, output))?;
    if errors > 0 { Err(Exit::Printed(printed)) } else { Ok(printed) }
}

/// The problems in the order of the review; those of one rule and place by their words.
fn in_order(problems: &[Problem], lang: Lang) -> Vec<ProblemJson> {
    let mut told: Vec<ProblemJson> = Vec::with_capacity(problems.len());
    for alike in problems.chunk_by(|a, b| a.rule() == b.rule() && a.object() == b.object() && a.place() == b.place()) {
        let from = told.len();
        told.extend(alike.iter().map(|problem| ProblemJson::new(problem, lang)));
        told[from..].sort_by(|a, b| a.text.cmp(&b.text));
    }
    told
}

/// The first problem, in one line.
pub(super) fn first(problems: &[Problem], lang: Lang) -> Option<String> {
    let told = in_order(problems, lang);
    told.first().map(|ProblemJson { object, rule, text, .. }| format!("{object} ({rule}): {text}"))
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
