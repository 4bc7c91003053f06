//! The plan within `lookup`: what whoever asks does next.

use serde::Serialize;

use super::{
    answer::{ContactJson, Source, TermJson, contact, facet_ids, sources, term},
    route::SharingJson,
};
use crate::{
    model::{Act, Lang},
    present::{PlanContact, PlanPartFacts, PlanStepFacts},
};

#[derive(Debug, Serialize)]
pub struct PlanStepJson {
    pub when: &'static str,
    pub kind: &'static str,
    pub party: String,
    /// Who hands over, where it is not the asker.
    pub through: Option<String>,
    pub act: Option<&'static str>,
    pub text: String,
    pub provided: Vec<String>,
    pub contacts: Vec<PlanContactJson>,
    pub reachable: Option<bool>,
    pub sharing: Option<SharingJson>,
    pub terms: Vec<TermJson>,
    #[serde(rename = "match")]
    pub verdict: &'static str,
    pub depends_on: Vec<String>,
    pub answers: Vec<String>,
    pub referrals: Vec<String>,
    /// What may come with it, usual things first.
    pub perhaps: Vec<PerhapsJson>,
    pub sources: Vec<Source>,
    pub start_unknown: bool,
    pub only_announced: bool,
    /// It rests on a supplement of one place.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub own: bool,
}

#[derive(Debug, Serialize)]
pub struct PlanContactJson {
    #[serde(flatten)]
    pub contact: ContactJson,
    pub open: Option<bool>,
}

#[derive(Debug, Serialize)]
pub struct PerhapsJson {
    pub text: String,
    /// Whether it holds as long as nothing unusual is told.
    pub usual: bool,
    pub depends_on: Vec<String>,
    pub answer: Option<String>,
    pub referral: Option<String>,
    pub start_unknown: bool,
    pub only_announced: bool,
}

/// The steps that a reader is given.
pub fn plan(steps: &[PlanStepFacts<'_>], lang: Lang) -> Vec<PlanStepJson> {
    steps.iter().map(|facts| step(facts, lang)).collect()
}

fn step(facts: &PlanStepFacts<'_>, lang: Lang) -> PlanStepJson {
    let PlanStepFacts {
        asked,
        when,
        kind,
        party,
        asker: _,
        is_asker: _,
        through,
        act,
        verdict,
        parts,
        usual,
        perhaps,
        contacts,
        sharing,
        // Those that surely hold, below.
        terms: _,
        start_unknown,
        only_announced,
    } = facts;
    let guide = asked.guide();
    PlanStepJson {
        when: when.id(),
        kind: kind.id(),
        party: party.id.to_string(),
        through: through.map(|party| party.id.to_string()),
        act: act.map(Act::id),
        text: facts.text(lang),
        provided: parts.iter().flat_map(PlanPartFacts::provided).cloned().collect(),
        contacts: contacts
            .iter()
            .map(|PlanContact { contact: of, is_open }| PlanContactJson {
                contact: contact(*asked, of),
                open: *is_open,
            })
            .collect(),
        reachable: facts.reachable(),
        sharing: sharing.map(|sharing| SharingJson { ground: sharing.ground.id(), text: sharing.text.clone() }),
        terms: facts.sure_terms().map(term).collect(),
        verdict: verdict.id(),
        depends_on: facet_ids(guide, facts.depends_on()),
        answers: parts.iter().filter_map(answer).collect(),
        referrals: parts.iter().filter_map(referral).collect(),
        perhaps: usual
            .iter()
            .map(|part| (part, true))
            .chain(perhaps.iter().map(|part| (part, false)))
            .map(|(part, usual)| PerhapsJson {
                text: facts.part_text(part, lang),
                usual,
                depends_on: facet_ids(guide, part.depends_on(*asked)),
                answer: answer(part),
                referral: referral(part),
                start_unknown: part.start_unknown(*asked),
                only_announced: part.only_announced(),
            })
            .collect(),
        sources: sources(guide, facts.citations()),
        start_unknown: *start_unknown,
        only_announced: *only_announced,
        own: facts.is_own(),
    }
}

fn answer(part: &PlanPartFacts<'_>) -> Option<String> {
    match part {
        PlanPartFacts::Task(facts) => Some(facts.record.id.to_string()),
        PlanPartFacts::HandOver(..) => None,
    }
}

fn referral(part: &PlanPartFacts<'_>) -> Option<String> {
    match part {
        PlanPartFacts::Task(_) => None,
        PlanPartFacts::HandOver(_, referral) => Some(referral.id.to_string()),
    }
}
