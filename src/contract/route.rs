//! `route`: along which hand-overs one party is reached from another.

use serde::Serialize;

use super::{
    answer::{Source, TermJson, facet_ids, sources, term},
    guide::{GuideJson, guide_json},
};
use crate::present::{Asked, StepFacts};

#[derive(Debug, Serialize)]
pub struct RoutesJson {
    pub guide: GuideJson,
    pub routes: Vec<RouteJson>,
}

#[derive(Debug, Serialize)]
pub struct RouteJson {
    pub steps: Vec<StepJson>,
}

#[derive(Debug, Serialize)]
pub struct StepJson {
    pub id: String,
    pub from: String,
    pub to: String,
    pub act: &'static str,
    pub text: String,
    pub provided: Vec<String>,
    pub sharing: SharingJson,
    pub terms: Vec<TermJson>,
    #[serde(rename = "match")]
    pub verdict: &'static str,
    pub depends_on: Vec<String>,
    pub sources: Vec<Source>,
    /// No source of the day of asking or before says it.
    pub start_unknown: bool,
    /// Its sources only announce it.
    pub only_announced: bool,
}

#[derive(Debug, Serialize)]
pub struct SharingJson {
    pub ground: &'static str,
    pub text: String,
}

/// The ways from one party to another.
pub fn routes(asked: Asked<'_>, routes: &[Vec<StepFacts<'_>>]) -> RoutesJson {
    let route = |steps: &Vec<StepFacts<'_>>| RouteJson { steps: steps.iter().map(step).collect() };
    RoutesJson { guide: guide_json(asked.guide(), asked.index.origin()), routes: routes.iter().map(route).collect() }
}

fn step(facts: &StepFacts<'_>) -> StepJson {
    // The parties by id, as the record names them.
    let StepFacts { asked, ix: _, record, from: _, to: _, verdict, start_unknown, only_announced, validity_note: _ } =
        facts;
    let guide = asked.guide();
    StepJson {
        id: record.id.to_string(),
        from: record.from.to_string(),
        to: record.to.to_string(),
        act: record.act.id(),
        text: record.text.clone(),
        provided: record.provided.clone(),
        sharing: SharingJson { ground: record.sharing.ground.id(), text: record.sharing.text.clone() },
        terms: record.terms.iter().map(term).collect(),
        verdict: verdict.id(),
        depends_on: facet_ids(guide, facts.depends_on()),
        sources: sources(guide, &record.cites),
        start_unknown: *start_unknown,
        only_announced: *only_announced,
    }
}
