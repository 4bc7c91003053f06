//! `import`: rows of a table into a guide.

use std::{collections::BTreeSet, fmt::Write as _, path::Path, sync::Arc};

use serde::Serialize;
use uuid::Uuid;

use super::{Exit, Output, Refusal, args::ImportArguments};
use crate::{
    edit::{self, Event, Step, StepId, Why},
    file::{self, Logboek},
    model::{CallError, Guide, Lang, Now, Problem, RecordKey, Regions, Severity, TableFault, TableProblem},
    review,
    tables::{self, TakenOver},
    text::{errors, problems, tables as text, words::visible},
};

#[derive(Debug, Serialize)]
struct ImportJson {
    added: Vec<String>,
    changed: Vec<String>,
    unchanged: Vec<String>,
    refused: Vec<RefusedJson>,
    /// Columns that were passed by.
    unknown_columns: Vec<String>,
    /// Where it was written; nothing when it was not.
    out: Option<String>,
}

#[derive(Debug, Serialize)]
struct RefusedJson {
    sheet: String,
    /// Nothing when it is about the guide as it would become.
    row: Option<usize>,
    column: Option<String>,
    text: String,
}

pub(super) fn run(args: &ImportArguments, guide: Option<&Path>, now: Now, output: Output) -> Result<String, Exit> {
    let missing = |argument: &str| CallError::MissingArgument(vec![argument.to_owned()]);
    let path = guide.ok_or_else(|| missing("--guide"))?;
    let bytes = file::read_bytes(&args.table, &|_| {})?;
    let read = tables::read(&bytes).map_err(|fault| crate::model::FileError::from(fault).in_file(&args.table))?;
    // First: what is saved between the two is not overwritten.
    let before = file::read_text(path, &|_| {})?;
    let opened = file::open_guide(path, &|_| {})?;
    if let Some(reason) = opened.read_only {
        return Err(Refusal::ReadOnly(reason).into());
    }
    let regions = file::regions_of(&opened.guide)?;
    let taken = tables::take(&opened.guide, &read);
    let (after, refused) = match done(&opened.guide, &taken, &regions, now, output.lang) {
        Ok((guide, changes)) => (Some((guide, changes)), Vec::new()),
        Err(refused) => (None, refused),
    };
    let mut written = None;
    if let Some((guide, changes)) = after.filter(|_| !args.dry_run) {
        match &args.out {
            Some(out) if !file::is_same(path, out) => file::save_guide(out, &guide)?,
            _ if changes.is_empty() => {}
            _ => {
                file::save_guide_again(path, &guide, &before)?;
                let name = args.table.file_name().unwrap_or_default().to_string_lossy().into_owned();
                let id = StepId(Uuid::new_v4().to_string());
                let step =
                    Step { id, on: now.date, at: now.time, by: String::new(), why: Why::Imported(name), changes };
                Logboek::beside(path).append(&[Event::Done(step), Event::Saved(file::sum(&guide))])?;
            }
        }
        written = Some(args.out.as_deref().unwrap_or(path).display().to_string());
    }
    let names = |keys: &[RecordKey]| keys.iter().map(ToString::to_string).collect::<Vec<_>>();
    let told = ImportJson {
        added: names(&taken.added),
        changed: names(&taken.changed),
        unchanged: names(&taken.unchanged),
        refused,
        unknown_columns: taken.unknown.clone(),
        out: written,
    };
    let is_refused = !told.refused.is_empty();
    let printed = output.give(&told, |told| in_words(told, &taken, args.dry_run, output.lang))?;
    if is_refused { Err(Exit::Printed(printed)) } else { Ok(printed) }
}

type Done = (Guide, Vec<edit::Change>);

/// The guide as the table says, or why it cannot be so.
fn done(guide: &Guide, taken: &TakenOver, regions: &Regions, now: Now, lang: Lang) -> Result<Done, Vec<RefusedJson>> {
    if !taken.refused.is_empty() {
        return Err(taken.refused.iter().map(|problem| cell_json(problem, lang)).collect());
    }
    let whole = |text: String| RefusedJson { sheet: String::new(), row: None, column: None, text };
    let changes =
        edit::make(guide, &taken.edits).map_err(|_| vec![whole(errors::table(&TableFault::Refused, lang))])?;
    let (guide, after) = (&Arc::new(guide.clone()), Arc::new(edit::put(guide, &changes)));
    let is_error = |problem: &&Problem| problem.severity() == Severity::Error;
    let place = |problem: &Problem| (problem.rule().id(), problem.object().to_owned(), problem.place());
    let before: BTreeSet<_> = review::check(guide, regions, now.date).iter().filter(is_error).map(place).collect();
    let found = review::check(&after, regions, now.date);
    let new = found.iter().filter(is_error).filter(|problem| !before.contains(&place(problem)));
    let refused: Vec<RefusedJson> = new
        .map(|problem| {
            whole(format!("{} ({}): {}", problem.object(), problem.place(), problems::problem(problem, lang)))
        })
        .collect();
    if refused.is_empty() { Ok((Arc::unwrap_or_clone(after), changes)) } else { Err(refused) }
}

fn cell_json(problem: &TableProblem, lang: Lang) -> RefusedJson {
    let TableProblem { sheet, row, column, fault } = problem;
    RefusedJson { sheet: sheet.clone(), row: Some(*row), column: column.clone(), text: errors::table(fault, lang) }
}

fn in_words(told: &ImportJson, taken: &TakenOver, is_dry: bool, lang: Lang) -> String {
    let mut out = String::new();
    for RefusedJson { sheet, row, column, text: why } in &told.refused {
        let place = text::place(sheet, *row, column.as_deref(), lang);
        let colon = if place.is_empty() { "" } else { ": " };
        let _ = writeln!(out, "! {}", visible(&format!("{place}{colon}{why}")));
    }
    for key in &taken.added {
        let _ = writeln!(out, "{}", text::added(key, lang));
    }
    for key in &taken.changed {
        let _ = writeln!(out, "{}", text::changed(key, lang));
    }
    let _ = writeln!(out, "= {}", text::unchanged(taken.unchanged.len(), lang));
    if !taken.unknown.is_empty() {
        let _ = writeln!(out, "{}", visible(&text::unknown(&taken.unknown, lang)));
    }
    let end = match (&told.out, told.refused.is_empty()) {
        (_, false) => text::nothing_written(lang),
        _ if taken.edits.is_empty() => text::nothing_changes(lang),
        (None, true) if is_dry => text::would_change(lang),
        _ => return out,
    };
    let _ = writeln!(out, "{end}");
    out
}
