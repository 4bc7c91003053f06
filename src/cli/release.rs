//! `release`: gives an edition out, and `check --released` says whether one was changed since.

use std::path::Path;

use serde::Serialize;

use super::{Aside, Exit, Loaded, Output, Refusal, args::ReleaseArguments, impact};
use crate::{
    contract::{GuideJson, guide_json},
    edit, file,
    model::{CallError, Date, Guide, Lang, ReadOnly, Release, SCHEMA, Seal, error_count},
    present, review,
    text::{release as text, which},
};

#[derive(Debug, Serialize)]
struct GivenOutJson {
    guide: GuideJson,
    edition: String,
    date: Date,
    since: Option<String>,
    note: Vec<String>,
    seal: String,
    out: String,
}

#[derive(Debug, Serialize)]
struct ReleasedJson {
    guide: GuideJson,
    edition: String,
    date: Option<Date>,
    seal: Option<String>,
    /// `None` of a guide that was never given out.
    unchanged: Option<bool>,
    words: String,
}

/// Gives the guide out as an edition, into a file of its own.
pub(super) fn run(
    args: &ReleaseArguments,
    path: Option<&Path>,
    (day, today): (Date, Date),
    aside: &mut Vec<Aside>,
    output: Output,
) -> Result<String, Exit> {
    let path = path.ok_or_else(|| CallError::MissingArgument(vec!["--guide".to_owned()]))?;
    if file::is_same(path, &args.out) {
        return Err(CallError::OutIsTheGuide.into());
    }
    if day > today {
        return Err(CallError::NotYet(day).into());
    }
    let loaded = Loaded::of(Some(path), aside)?;
    if loaded.guide.schema > SCHEMA {
        return Err(Refusal::ReadOnly(ReadOnly::Newer { schema: loaded.guide.schema }).into());
    }
    let before = args.since.as_deref().map(|old| Loaded::of(Some(old), aside)).transpose()?;
    let edition = edition(&args.edition, &loaded, before.as_ref())?;
    let problems = review::check(&loaded.guide, &file::regions_of(&loaded.guide)?, today);
    if error_count(&problems) > 0 {
        return Err(Refusal::HasErrors(problems).into());
    }
    let changes = match (&args.note, &before) {
        (Some(note), _) => written(note)?,
        (None, Some(before)) => made(before, &loaded)?,
        (None, None) => Vec::new(),
    };
    let since = before.as_ref().map(|before| before.guide.edition.clone());
    let since = since.or_else(|| loaded.guide.release.as_ref().map(|_| loaded.guide.edition.clone()));
    let release = Release { date: day, since, changes, seal: String::new() };
    let guide = file::sealed(Guide { edition, ..Guide::clone(&loaded.guide) }, release);
    file::save_guide(&args.out, &guide)?;
    let Some(release) = &guide.release else { return Ok(String::new()) };
    let given_out = GivenOutJson {
        guide: guide_json(&guide, Some(&Loaded::of(Some(&args.out), aside)?.origin)),
        edition: guide.edition.clone(),
        date: release.date,
        since: release.since.clone(),
        note: release.changes.clone(),
        seal: release.seal.clone(),
        out: args.out.display().to_string(),
    };
    output.give(&given_out, |_| in_words(&guide.edition, release, output.lang))
}

/// The name of the new edition: no name that the one before it, or the one that was given out, has already.
fn edition(given: &str, loaded: &Loaded, before: Option<&Loaded>) -> Result<String, CallError> {
    let edition = given.trim();
    if edition.is_empty() {
        return Err(CallError::MissingArgument(vec!["--edition".to_owned()]));
    }
    let released = Some(loaded).filter(|loaded| loaded.guide.release.is_some());
    if before.into_iter().chain(released).any(|other| other.guide.edition == edition) {
        return Err(CallError::EditionTaken(edition.to_owned()));
    }
    Ok(edition.to_owned())
}

/// What somebody wrote of it, a line each.
fn written(note: &Path) -> Result<Vec<String>, Exit> {
    let text = file::read_text(note, &|_| {})?;
    Ok(text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect())
}

/// What is different, as the guide speaks: in Dutch.
fn made(before: &Loaded, now: &Loaded) -> Result<Vec<String>, Exit> {
    let difference = edit::difference(&before.guide, &now.guide).map_err(|double| Refusal::DoubleId(double.0))?;
    let edits = present::edits(&difference.changes, &difference.before, &now.guide, Lang::Nl);
    Ok(present::release_note(&impact::facts(before, now, Lang::Nl)?, &edits, Lang::Nl))
}

fn in_words(edition: &str, release: &Release, lang: Lang) -> String {
    let mut said = text::given_out(edition, release, lang) + "\n";
    for line in &release.changes {
        said.extend(["- ", line, "\n"]);
    }
    if release.changes.is_empty() {
        said.extend([text::nothing_new(lang), "\n"]);
    }
    said
}

/// Whether a guide was changed since it was given out; one that was, or never was given out, is a problem.
pub(super) fn check(loaded: &Loaded, output: Output) -> Result<String, Exit> {
    let (guide, lang) = (&loaded.guide, output.lang);
    let released = guide.release.as_ref().zip(loaded.origin.seal.or_else(|| file::seal_of(guide)));
    let words = released.map_or_else(
        || text::never(lang).to_owned(),
        |(release, seal)| format!("{} {}", guide.edition, which::released(release, seal, lang)),
    );
    let unchanged = released.map(|(_, seal)| seal == Seal::Unchanged);
    let told = ReleasedJson {
        guide: guide_json(guide, Some(&loaded.origin)),
        edition: guide.edition.clone(),
        date: released.map(|(release, _)| release.date),
        seal: released.map(|(release, _)| release.seal.clone()),
        unchanged,
        words,
    };
    let printed = output.give(&told, |told| format!("{}\n", told.words))?;
    if unchanged == Some(true) { Ok(printed) } else { Err(Exit::Printed(printed)) }
}
