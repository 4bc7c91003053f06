//! `compare`: what appears, disappears and changes.

use serde::Serialize;

use super::{
    answer::{Answer, GapJson, answer, gap},
    guide::{GuideJson, guide_json},
};
use crate::{
    model::Lang,
    present::{AnswerFacts, Asked, ChangeFacts, ChangedField, ComparisonFacts, GapFacts},
};

#[derive(Debug, Serialize)]
pub struct CompareJson {
    pub guide: GuideJson,
    pub appears: Vec<Answer>,
    pub disappears: Vec<Answer>,
    pub changes: Vec<ChangeJson>,
    pub gaps: ChangedGapsJson,
}

/// The gaps that come, go, and become or are no longer certain.
#[derive(Debug, Serialize)]
pub struct ChangedGapsJson {
    pub appears: Vec<GapJson>,
    pub disappears: Vec<GapJson>,
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
pub fn compare(asked: Asked<'_>, facts: &ComparisonFacts<'_>, lang: Lang) -> CompareJson {
    let ComparisonFacts { appears, disappears, changes, gaps_appear, gaps_disappear, gaps_change } = facts;
    let answers = |list: &[AnswerFacts<'_>]| list.iter().map(|facts| answer(facts, lang)).collect();
    CompareJson {
        guide: guide_json(asked.guide(), asked.index.origin()),
        appears: answers(appears),
        disappears: answers(disappears),
        changes: changes.iter().map(change).collect(),
        gaps: ChangedGapsJson {
            appears: gaps_appear.iter().map(gap).collect(),
            disappears: gaps_disappear.iter().map(gap).collect(),
            changes: gaps_change.iter().map(changed_gap).collect(),
        },
    }
}

fn changed_gap((before, after): &(GapFacts<'_>, GapFacts<'_>)) -> ChangeJson {
    ChangeJson {
        id: before.record.id.to_string(),
        before: before.verdict.id(),
        after: after.verdict.id(),
        fields: vec![ChangedField::Verdict.into()],
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
