//! `check`: the problems of a guide.

use std::{fmt::Write as _, path::Path};

use serde::Serialize;

use super::{
    Exit, Output,
    args::CheckArguments,
    load_guide,
    problems::{ProblemJson, in_order},
};
use crate::{
    file,
    model::{Date, error_count},
    review,
    text::cli as text,
};

#[derive(Debug, Serialize)]
struct CheckJson {
    problems: Vec<ProblemJson>,
}

pub(super) fn run(args: &CheckArguments, guide: Option<&Path>, today: Date, output: Output) -> Result<String, Exit> {
    let guide = load_guide(args.file.as_deref().or(guide))?;
    let regions = file::embedded_regions()?;
    let problems = review::check(&guide, &regions, today);
    let errors = error_count(&problems);
    let found = CheckJson { problems: in_order(&problems, output.lang) };
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
