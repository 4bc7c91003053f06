//! `check`: the problems of a guide, and a copy in which those are mended that can be.

use std::{fmt::Write as _, path::Path, sync::Arc};

use serde::Serialize;

use super::{
    Exit, Loaded, Output, Refusal,
    args::CheckArguments,
    problems::{ProblemJson, in_order},
};
use crate::{
    contract::{GuideJson, guide_json},
    file,
    model::{Date, Guide, Problem, ReadOnly, Regions, SCHEMA, error_count},
    review::{self, Fixed},
    text::{cli as text, which},
};

#[derive(Debug, Serialize)]
struct CheckJson {
    guide: GuideJson,
    #[serde(skip_serializing_if = "Option::is_none")]
    fixed: Option<Vec<ProblemJson>>,
    problems: Vec<ProblemJson>,
}

pub(super) fn run(loaded: Loaded, args: &CheckArguments, today: Date, output: Output) -> Result<String, Exit> {
    let Loaded { mut guide, origin } = loaded;
    let regions = file::regions_of(&guide)?;
    let which = guide_json(&guide, Some(&origin));
    let heading = which::other_guide(&guide, Some(&origin), output.lang)
        .map(|_| which::which_guide(&guide, Some(&origin), output.lang) + "\n")
        .unwrap_or_default();
    let fixed = match &args.out {
        Some(out) => {
            let Fixed { guide: mended, problems } = mend(&guide, &regions, out, today)?;
            guide = Arc::new(mended);
            Some(problems)
        }
        None => None,
    };
    let problems = review::check(&guide, &regions, today);
    let errors = error_count(&problems);
    let fixed = fixed.map(|fixed: Vec<Problem>| in_order(&fixed, output.lang));
    let found = CheckJson { guide: which, fixed, problems: in_order(&problems, output.lang) };
    let printed = output.give(&found, |found| heading + &in_words(found, output))?;
    if errors > 0 { Err(Exit::Printed(printed)) } else { Ok(printed) }
}

/// Mends what can be mended, and writes the guide.
fn mend(guide: &Guide, regions: &Regions, out: &Path, today: Date) -> Result<Fixed, Exit> {
    if guide.schema > SCHEMA {
        return Err(Refusal::ReadOnly(ReadOnly::Newer { schema: guide.schema }).into());
    }
    let fixed = review::fix_all(guide, regions, today);
    file::save_guide(out, &fixed.guide)?;
    Ok(fixed)
}

fn in_words(found: &CheckJson, output: Output) -> String {
    let mut out = String::new();
    for problem in found.fixed.iter().flatten() {
        let ProblemJson { severity: _, rule, object, place, text } = problem;
        let _ = writeln!(out, "{:<8} {rule:<24} {object} ({place}): {text}", text::mended(output.lang));
    }
    if found.fixed.as_ref().is_some_and(Vec::is_empty) {
        let _ = writeln!(out, "{}", text::nothing_to_mend(output.lang));
    }
    for problem in &found.problems {
        let ProblemJson { severity, rule, object, place, text } = problem;
        let _ = writeln!(out, "{severity:<8} {rule:<24} {object} ({place}): {text}");
    }
    if found.problems.is_empty() {
        let _ = writeln!(out, "{}", text::no_problems(output.lang));
    }
    out
}
