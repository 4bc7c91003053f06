//! `check`: the problems of a guide.

use std::fmt::Write as _;

use serde::Serialize;

use super::{
    Exit, Loaded, Output,
    problems::{ProblemJson, in_order},
};
use crate::{
    contract::{GuideJson, guide_json},
    file,
    model::{Date, error_count},
    review,
    text::{cli as text, words},
};

#[derive(Debug, Serialize)]
struct CheckJson {
    guide: GuideJson,
    problems: Vec<ProblemJson>,
}

pub(super) fn run(loaded: &Loaded, today: Date, output: Output) -> Result<String, Exit> {
    let Loaded { guide, origin } = loaded;
    let regions = file::embedded_regions()?;
    let problems = review::check(guide, &regions, today);
    let errors = error_count(&problems);
    let found = CheckJson { guide: guide_json(guide, Some(origin)), problems: in_order(&problems, output.lang) };
    let which = words::other_guide(Some(origin), output.lang)
        .map(|_| words::which_guide(guide, Some(origin), output.lang) + "\n")
        .unwrap_or_default();
    let printed = output.give(&found, |found| which + &in_words(found, output))?;
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
