//! The chain as data, for programs that draw or count graphs: `GraphML` and DOT.
//!
//! Parties are nodes and hand-overs are edges, in the guide's order; what does not hold on the date or is excluded
//! for the persons is left out. Nothing tells what was asked about the person.

mod dot;
mod format;
mod graphml;

pub use dot::dot;
pub use format::{DOT, GRAPHML};
pub use graphml::graphml;

use std::collections::BTreeSet;

use crate::{
    lookup::{Index, Outcome, Verdict},
    model::{AspectId, AspectIx, Citation, Guide, Ix, Lang, Party, PartyId, PartyScope},
    text::words,
};

/// The chain of an answer, in words and ids.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChainData {
    /// The guide, its edition and the day.
    pub title: String,
    /// The language of names and texts: `nl` or `en`.
    pub language: &'static str,
    /// Parties that have a task or that a hand-over leaves or reaches.
    pub parties: Vec<PartyData>,
    /// Hand-overs.
    pub steps: Vec<StepData>,
}

/// A party.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartyData {
    /// Its id in the guide.
    pub id: String,
    /// Its short name.
    pub name: String,
    /// Letters of the phases where it is primarily responsible, such as `AB`.
    pub phases: String,
    /// Ids of those aspects.
    pub aspects: String,
    /// How its strongest task or hand-over stands, as the contract writes it.
    pub verdict: Verdict,
}

/// A hand-over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StepData {
    /// Its id in the guide.
    pub id: String,
    /// From whom: the id of a party.
    pub from: String,
    /// To whom: the id of a party.
    pub to: String,
    /// What is done: the id of an act.
    pub act: String,
    /// The same in words.
    pub label: String,
    /// The hand-over in one sentence; Dutch.
    pub text: String,
    /// On which ground data may be shared: its id.
    pub sharing: String,
    /// How it stands, as the contract writes it.
    pub verdict: Verdict,
    /// The letter of the phase where it arrives, or else leaves; empty when no source says.
    pub phase: String,
    /// Ids of the sources.
    pub sources: String,
}

impl ChainData {
    /// The chain for the persons of an answer on its date.
    pub fn new(index: &Index, outcome: &Outcome, lang: Lang) -> Self {
        let guide = index.guide();
        let steps = index.referrals_for(&outcome.persons, outcome.as_of());
        let steps: Vec<StepData> = steps
            .into_iter()
            .filter_map(|(ix, verdict)| {
                let referral = &guide.referrals[ix];
                let answers = |id: &PartyId| guide.party(id).is_some_and(|party| party.scope == PartyScope::Uitvoerend);
                (answers(&referral.from) && answers(&referral.to)).then(|| StepData {
                    id: referral.id.to_string(),
                    from: referral.from.to_string(),
                    to: referral.to.to_string(),
                    act: referral.act.id().to_owned(),
                    label: words::act(referral.act, lang).to_owned(),
                    text: referral.text.clone(),
                    sharing: referral.sharing.ground.id().to_owned(),
                    verdict,
                    phase: phase(guide, referral.to_aspect.as_ref().or(referral.from_aspect.as_ref())),
                    sources: sources(&referral.cites),
                })
            })
            .collect();
        let parties = guide.parties.ixs().filter_map(|party| party_data(index, outcome, party, &steps, lang));
        Self {
            title: format!("{}, {} {} · {}", guide.title, words::edition(lang), guide.edition, outcome.date),
            language: lang.id(),
            parties: parties.collect(),
            steps,
        }
    }
}

/// A party with its tasks; `None` when it has none and no hand-over touches it.
fn party_data(index: &Index, outcome: &Outcome, party: Ix<Party>, steps: &[StepData], lang: Lang) -> Option<PartyData> {
    let guide = index.guide();
    let tasks = index.tasks_of(party).iter().filter_map(|task| Some((*task, outcome.standing(*task)?)));
    let primary = tasks.clone().map(|(task, _)| &guide.responsibilities[task]).filter(|record| record.primary);
    let aspects: BTreeSet<AspectIx> = primary.filter_map(|record| guide.aspect_ix(&record.aspect)).collect();
    let mut phases: Vec<char> = aspects.iter().map(|aspect| guide.phases[aspect.phase].letter).collect();
    phases.dedup();
    let aspects: Vec<&str> = aspects.into_iter().map(|aspect| guide[aspect].id.as_str()).collect();
    let party = &guide.parties[party];
    let touching = steps.iter().filter(|step| step.from == party.id.as_str() || step.to == party.id.as_str());
    let best = tasks.map(|(_, verdict)| verdict).chain(touching.map(|step| step.verdict)).min()?;
    Some(PartyData {
        id: party.id.to_string(),
        name: party.short_name(outcome.date, lang).to_owned(),
        phases: phases.into_iter().collect(),
        aspects: aspects.join(" "),
        verdict: best,
    })
}

/// The letter of the phase of an aspect.
fn phase(guide: &Guide, aspect: Option<&AspectId>) -> String {
    let holds = |aspect: &AspectId| {
        guide.phases.iter().find(|phase| phase.aspects.iter().any(|own| own.id == *aspect)).map(|phase| phase.letter)
    };
    aspect.and_then(holds).map(String::from).unwrap_or_default()
}

fn sources(cites: &[Citation]) -> String {
    let mut ids: Vec<&str> = Vec::new();
    for cite in cites {
        if !ids.contains(&cite.source.as_str()) {
            ids.push(cite.source.as_str());
        }
    }
    ids.join(" ")
}
