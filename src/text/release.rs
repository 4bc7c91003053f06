//! Giving an edition out.

use super::{fields, texts, which, words};
use crate::model::{Lang, RecordKind, Release, Seal};

texts! {
    never: "Deze gids is niet uitgegeven", "This guide was never released";
    nothing_new: "Wat er nieuw is, staat er niet bij: noem de vorige editie met --since, of schrijf het zelf met --note", "What is new is not said: name the edition before with --since, or write it with --note";
}

/// An answer that becomes another, with what becomes of it.
pub fn about(name: &str, lines: &[String]) -> String {
    if lines.is_empty() { sentence(name) } else { sentence(&format!("{name}: {}", lines.join("; "))) }
}

/// Something as a sentence by itself.
pub fn sentence(said: &str) -> String {
    let said = words::capital(said.trim());
    if said.ends_with(['.', '!', '?']) { said } else { said + "." }
}

/// How many lines are left out.
pub fn more(count: usize, lang: Lang) -> String {
    match lang {
        Lang::Nl => format!("En nog {count} wijzigingen van antwoorden en partijen."),
        Lang::En => format!("And {count} more changes of answers and parties."),
    }
}

/// How many records of each kind changed.
pub fn records(counted: &[(RecordKind, usize)], lang: Lang) -> String {
    let each: Vec<String> =
        counted.iter().map(|(kind, count)| format!("{} {count}", fields::kind(*kind, lang))).collect();
    let each = each.join(", ");
    match lang {
        Lang::Nl => format!("Gewijzigd, per soort: {each}."),
        Lang::En => format!("Changed, by kind: {each}."),
    }
}

/// That an edition was given out, with its seal.
pub fn given_out(edition: &str, release: &Release, lang: Lang) -> String {
    let sealed = which::released(release, Seal::Unchanged, lang);
    match lang {
        Lang::Nl => format!("Editie {edition} is uitgegeven: {sealed}"),
        Lang::En => format!("Edition {edition} was released: {sealed}"),
    }
}
