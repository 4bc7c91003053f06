//! `explain`: why a party is, or is not, in the answer.

use serde::Serialize;

use super::{
    answer::{Answer, ExcludedJson, answer, excluded},
    guide::{GuideJson, guide_json},
};
use crate::{
    model::Lang,
    present::{Asked, ExplanationFacts},
};

#[derive(Debug, Serialize)]
pub struct ExplainJson {
    pub guide: GuideJson,
    pub party: String,
    pub answers: Vec<Answer>,
    pub excluded: Vec<ExcludedJson>,
}

/// The tasks of a party.
pub fn explain(asked: Asked<'_>, facts: &ExplanationFacts<'_>, lang: Lang) -> ExplainJson {
    let ExplanationFacts { party, answers, excluded: not } = facts;
    ExplainJson {
        guide: guide_json(asked.guide(), asked.index.origin()),
        party: party.id.to_string(),
        answers: answers.iter().map(|facts| answer(facts, lang)).collect(),
        excluded: not.iter().filter_map(excluded).collect(),
    }
}
