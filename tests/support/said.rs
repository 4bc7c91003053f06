//! What an answer of the JSON says, for tests that look whether another form says it too.

use wegwijzer::{contract::Answer, model::Lang, text::words};

/// Every fact in words; `lengths` are its time limits as a reader is told them.
pub(crate) fn facts(answer: &Answer, lengths: impl Iterator<Item = String>) -> Vec<String> {
    let lists = [&answer.provided, &answer.legal_basis, &answer.conflicts, &answer.notes, &answer.alerts];
    let said = lists.into_iter().flatten().cloned().chain([answer.task.clone()]).chain(answer.valid.note.clone());
    said.chain(answer.terms.iter().map(|term| term.text.clone()))
        .chain(lengths)
        .chain(answer.contacts.iter().map(|contact| contact.value.clone()))
        .chain(answer.sources.iter().map(|source| source.title.clone()))
        .chain(answer.start_unknown.then(|| words::unknown_start(Lang::Nl).to_owned()))
        .collect()
}
