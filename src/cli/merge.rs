//! `merge`: two versions of a guide as one, as git asks for it: 0 when nothing is left to choose, 1 when something is, and
//! 2 when it could not be done and nothing was written.

use std::fmt::Write as _;

use serde::Serialize;

use super::{
    Exit, Output, Refusal,
    args::MergeArguments,
    problems::{ProblemJson, in_order},
};
use crate::{
    edit::{self, Merged, Origins, Taken},
    file::{self, Opened},
    model::{Date, Guide, Unresolved},
    present::{self, ConflictFacts},
    review::{self, Broken},
    text::{cli as text, edit as edit_text, words::visible},
};

#[derive(Debug, Serialize)]
struct MergeJson {
    out: String,
    taken: TakenJson,
    conflicts: Vec<ConflictJson>,
    problems: Vec<ProblemJson>,
    scenarios: Vec<String>,
}

/// How many pieces were changed by one side, or alike by both.
#[derive(Debug, Serialize)]
struct TakenJson {
    ours: usize,
    theirs: usize,
    both: usize,
}

#[derive(Debug, Serialize)]
struct ConflictJson {
    object: String,
    path: String,
    base: Option<String>,
    ours: Option<String>,
    theirs: Option<String>,
    id: String,
    words: String,
}

/// A merge that was written.
struct Written {
    merged: Merged,
    broken: Broken,
}

pub(super) fn run(args: &MergeArguments, today: Date, output: Output) -> Result<String, Exit> {
    let Written { merged, broken } = merge(args, today).map_err(|refusal| Refusal::NotMerged(Box::new(refusal)))?;
    let kept = |id: &Unresolved| Some(id.clone()).filter(|kept| is_new(kept, &merged));
    let conflicts: Vec<Unresolved> = merged.guide.unresolved.iter().filter_map(kept).collect();
    let told = MergeJson {
        out: args.path.clone().unwrap_or_else(|| args.out.display().to_string()),
        taken: taken(merged.taken),
        conflicts: conflicts.iter().flat_map(|kept| conflict(kept, &merged.guide, output)).collect(),
        problems: in_order(&broken.problems, output.lang),
        scenarios: broken.scenarios.iter().map(ToString::to_string).collect(),
    };
    let is_clean = told.conflicts.is_empty() && told.problems.is_empty() && told.scenarios.is_empty();
    let printed = output.give(&told, |told| in_words(told, output))?;
    if is_clean { Ok(printed) } else { Err(Exit::Printed(printed)) }
}

/// Merges and writes; nothing is written when this fails.
fn merge(args: &MergeArguments, today: Date) -> Result<Written, Refusal> {
    // An empty file is what git gives when both sides added it.
    let text = file::read_text(&args.base, &|_| {}).map_err(Refusal::File)?;
    let base = if text.trim().is_empty() { None } else { Some(open(&args.base)?) };
    let (ours, theirs) = (open(&args.ours)?, open(&args.theirs)?);
    let origins = Origins { ours: label(args.ours_label.as_deref()), theirs: label(args.theirs_label.as_deref()) };
    let merged = match &base {
        Some(base) => edit::merge3(base, &ours, &theirs, &origins),
        None => edit::without_base(&ours, &theirs, &origins),
    };
    let merged = merged.map_err(|double| Refusal::DoubleId(double.0))?;
    let regions = file::regions_of(&merged.guide).map_err(Refusal::File)?;
    let broken = review::broken_by_merge(&merged.guide, [&ours, &theirs], &regions, today);
    file::save_guide(&args.out, &merged.guide).map_err(Refusal::File)?;
    Ok(Written { merged, broken })
}

fn taken(Taken { ours, theirs, both }: Taken) -> TakenJson {
    TakenJson { ours, theirs, both }
}

fn open(path: &std::path::Path) -> Result<Guide, Refusal> {
    let Opened { guide, read_only, origin: _ } = file::open_guide(path, &|_| {}).map_err(Refusal::File)?;
    read_only.map_or(Ok(guide), |why| Err(Refusal::ReadOnly(why)))
}

/// What a side is called; older versions of git hand on the sign that they should have filled in.
fn label(given: Option<&str>) -> Option<String> {
    given.filter(|given| !given.is_empty() && !given.starts_with('%')).map(str::to_owned)
}

/// Whether it came from this merge.
fn is_new(kept: &Unresolved, merged: &Merged) -> bool {
    merged.clashes.iter().any(|clash| clash.about == kept.about)
}

fn conflict(kept: &Unresolved, guide: &Guide, output: Output) -> Vec<ConflictJson> {
    let object = kept.about.to_string();
    let facts = present::conflicts(kept, guide, output.lang).into_iter();
    let conflicts = facts.map(|ConflictFacts { path, base, ours, theirs }| {
        let words = edit_text::choose(&object, &path.to_string(), output.lang);
        let (object, path) = (object.clone(), path.to_string());
        ConflictJson { object, path, base, ours, theirs, id: kept.id.to_string(), words }
    });
    conflicts.collect()
}

fn in_words(told: &MergeJson, output: Output) -> String {
    let MergeJson { out: path, taken: _, conflicts, problems, scenarios } = told;
    let lang = output.lang;
    let mut out = String::new();
    let result = edit_text::merged(conflicts.len(), problems.len() + scenarios.len(), lang);
    let _ = writeln!(out, "{}: {result}", visible(path));
    for conflict in conflicts {
        let _ = writeln!(out, "  {}: {}", edit_text::to_choose(lang), visible(&conflict.words));
    }
    for ProblemJson { object, rule, text, .. } in problems {
        let _ = writeln!(out, "  {}: {object} ({rule}): {text}", edit_text::new_problem(lang));
    }
    for scenario in scenarios {
        let _ = writeln!(out, "  {}: {scenario}: {}", edit_text::new_problem(lang), text::failed(lang));
    }
    out
}
