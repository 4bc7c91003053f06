//! `compare`: what appears, disappears and changes.

use serde::Serialize;

use super::answer::{Answer, answer};
use crate::{
    model::Lang,
    present::{AnswerFacts, ChangeFacts, ComparisonFacts},
};

#[derive(Debug, Serialize)]
pub struct CompareJson {
    pub appears: Vec<Answer>,
    pub disappears: Vec<Answer>,
    pub changes: Vec<ChangeJson>,
}

#[derive(Debug, Serialize)]
pub struct ChangeJson {
    pub id: String,
    pub before: &'static str,
    pub after: &'static str,
    pub fields: Vec<&'static str>,
}

/// The difference between two answers.
pub fn compare(facts: &ComparisonFacts<'_>, lang: Lang) -> CompareJson {
    let ComparisonFacts { appears, disappears, changes } = facts;
    let answers = |list: &[AnswerFacts<'_>]| list.iter().map(|facts| answer(facts, lang)).collect();
    CompareJson {
        appears: answers(appears),
        disappears: answers(disappears),
        changes: changes.iter().map(change).collect(),
    }
}

fn change(facts: &ChangeFacts<'_>) -> ChangeJson {
    let ChangeFacts { before, after, fields } = facts;
    ChangeJson {
        id: before.record.id.to_string(),
        before: before.verdict.id(),
        after: after.verdict.id(),
        fields: fields.iter().map(Into::into).collect(),
    }
}
