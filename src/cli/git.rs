//! `git`: tells git how to merge and to show guides, says what it did, and takes it back.

use std::{fmt::Write as _, path::Path};

use serde::Serialize;

use super::{Exit, Output, Refusal, args::GitArguments};
use crate::{
    file::{GitPart, Repository},
    text::{git as text, words::visible},
};

#[derive(Debug, Serialize)]
struct GitJson {
    repository: String,
    parts: Vec<PartJson>,
}

#[derive(Debug, Serialize)]
struct PartJson {
    kind: &'static str,
    name: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    value: String,
    state: State,
}

/// What became of a part, or would become of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
enum State {
    Set,
    WasSet,
    Missing,
    Removed,
    WouldRemove,
    WasNotSet,
}

pub(super) fn run(args: &GitArguments, output: Output) -> Result<String, Exit> {
    let folder = args.folder.as_deref().unwrap_or(Path::new("."));
    let repository = Repository::of(folder).map_err(Refusal::Git)?;
    let parts = repository.parts().map_err(Refusal::Git)?;
    match (args.check, args.remove) {
        (true, _) => {}
        (false, false) => repository.set_up(&parts).map_err(Refusal::Git)?,
        (false, true) => repository.remove(&parts).map_err(Refusal::Git)?,
    }
    let state = |part: &GitPart| match (part.stands, args.remove, args.check) {
        (true, false, _) => State::WasSet,
        (false, false, true) => State::Missing,
        (false, false, false) => State::Set,
        (true, true, true) => State::WouldRemove,
        (true, true, false) => State::Removed,
        (false, true, _) => State::WasNotSet,
    };
    let is_missing = parts.iter().any(|part| state(part) == State::Missing);
    let told = GitJson {
        repository: repository.root().display().to_string(),
        parts: parts
            .iter()
            .map(|part| PartJson {
                kind: if part.line { "attributes" } else { "config" },
                name: part.name.clone(),
                value: part.value.clone(),
                state: state(part),
            })
            .collect(),
    };
    let printed = output.give(&told, |told| in_words(told, output))?;
    if is_missing { Err(Exit::Printed(printed)) } else { Ok(printed) }
}

fn in_words(told: &GitJson, output: Output) -> String {
    let lang = output.lang;
    let mut out = format!("{}: {}\n", text::repository(lang), visible(&told.repository));
    for PartJson { kind, name, value, state } in &told.parts {
        let state = match state {
            State::Set => text::set(lang),
            State::WasSet => text::was_set(lang),
            State::Missing => text::missing(lang),
            State::Removed => text::removed(lang),
            State::WouldRemove => text::would_remove(lang),
            State::WasNotSet => text::was_not_set(lang),
        };
        let whole = if *kind == "config" { format!("{name} = {value}") } else { format!(".gitattributes: {name}") };
        let _ = writeln!(out, "  {state:<14} {}", visible(&whole));
    }
    let is = |wanted: State| told.parts.iter().any(|part| part.state == wanted);
    let next = if is(State::Missing) {
        text::how_to_set(lang)
    } else if is(State::Set) || is(State::WasSet) {
        text::what_now(lang)
    } else {
        return out;
    };
    let _ = writeln!(out, "{next}");
    out
}
