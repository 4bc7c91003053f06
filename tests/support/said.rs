//! What an answer of the JSON says, for tests that look whether another form says it too.

use wegwijzer::{
    contract::{Answer, GapJson, StepJson},
    model::Lang,
    text::words,
};

/// Every fact in words; `lengths` are its time limits as a reader is told them.
pub(crate) fn facts(answer: &Answer, lengths: impl Iterator<Item = String>) -> Vec<String> {
    let lists = [&answer.provided, &answer.legal_basis, &answer.conflicts, &answer.notes, &answer.alerts];
    let said = lists.into_iter().flatten().cloned().chain([answer.task.clone()]).chain(answer.valid.note.clone());
    said.chain(answer.terms.iter().map(|term| term.text.clone()))
        .chain(lengths)
        .chain(answer.contacts.iter().map(|contact| contact.value.clone()))
        .chain(answer.sources.iter().map(|source| source.title.clone()))
        .chain(start_unknown(answer.start_unknown))
        .collect()
}

/// The same for a gap.
pub(crate) fn gap_facts(gap: &GapJson) -> Vec<String> {
    let sources = gap.sources.iter().map(|source| source.title.clone());
    sources.chain([gap.text.clone()]).chain(start_unknown(gap.start_unknown)).collect()
}

/// The same for a step of a route.
pub(crate) fn step_facts(step: &StepJson) -> Vec<String> {
    let said = step.provided.iter().cloned().chain([step.text.clone(), step.sharing.text.clone()]);
    let open = (!step.depends_on.is_empty()).then(|| words::depends_on(Lang::Nl).to_owned());
    said.chain(open).chain(start_unknown(step.start_unknown)).collect()
}

fn start_unknown(is_unknown: bool) -> Option<String> {
    is_unknown.then(|| words::unknown_start(Lang::Nl).to_owned())
}
