//! What went wrong, in words: one file for each kind of error.

mod call;
mod export;
mod file;
mod form;
mod git;
mod lookup;
mod table;
mod window;

pub use call::{call, not_written};
pub use export::{export, hand_over, save};
pub use file::{file, open, read_only};
pub use git::git;
pub use lookup::{gemeente, index, lookup, nobody_left, profile, rules_in_words, scenario, too_complex};
pub use table::table;
pub use window::{stopped, window};

use crate::model::Lang;

/// What was probably meant, after what is wrong.
pub(super) fn hint(nearest: Option<&str>, lang: Lang) -> String {
    let Some(nearest) = nearest else { return String::new() };
    match lang {
        Lang::Nl => format!("; bedoelt u «{nearest}»?"),
        Lang::En => format!("; do you mean «{nearest}»?"),
    }
}

/// The ends that a name can have, such as «.svg, .png or .pdf».
pub(super) fn extensions(ends: &[&str], or: &str) -> String {
    let ends: Vec<String> = ends.iter().map(|end| format!(".{end}")).collect();
    match ends.as_slice() {
        [rest @ .., last] if !rest.is_empty() => format!("{} {or} {last}", rest.join(", ")),
        _ => ends.concat(),
    }
}
