//! `explain`: why a party is, or is not, in the answer.

use serde::Serialize;

use super::answer::{Answer, ExcludedJson, answer, excluded};
use crate::{model::Lang, present::ExplanationFacts};

#[derive(Debug, Serialize)]
pub struct ExplainJson {
    pub party: String,
    pub answers: Vec<Answer>,
    pub excluded: Vec<ExcludedJson>,
}

/// The tasks of a party.
pub fn explain(facts: &ExplanationFacts<'_>, lang: Lang) -> ExplainJson {
    let ExplanationFacts { party, answers, excluded: not } = facts;
    ExplainJson {
        party: party.id.to_string(),
        answers: answers.iter().map(|facts| answer(facts, lang)).collect(),
        excluded: not.iter().filter_map(excluded).collect(),
    }
}
