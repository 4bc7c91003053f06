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
    lookup::Verdict,
    model::{AspectIx, Ix, Lang, Party, SourceId},
    present::{AnswerFacts, Asked, StepFacts, cited},
    text::{which, words},
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
    pub fn new(asked: Asked<'_>, lang: Lang) -> Self {
        let guide = asked.guide();
        let steps: Vec<StepData> = asked.hand_overs().map(|facts| StepData::new(&facts, lang)).collect();
        let parties = guide.parties.ixs().filter_map(|party| PartyData::new(asked, party, &steps, lang));
        Self {
            title: format!("{} · {}", which::which_guide(guide, asked.index.origin(), lang), asked.outcome.date),
            language: lang.id(),
            parties: parties.collect(),
            steps,
        }
    }
}

impl StepData {
    fn new(facts: &StepFacts<'_>, lang: Lang) -> Self {
        // A program that reads this looks up the rest by the id of the record.
        let StepFacts {
            asked,
            ix: _,
            record,
            from: _,
            to: _,
            verdict,
            start_unknown: _,
            only_announced: _,
            validity_note: _,
        } = facts;
        let aspect = record.to_aspect.as_ref().or(record.from_aspect.as_ref());
        let phase = aspect.and_then(|aspect| asked.guide().aspect(aspect)).map(|(phase, _)| phase.letter);
        let sources = cited(&record.cites).into_iter().map(SourceId::as_str);
        Self {
            id: record.id.to_string(),
            from: record.from.to_string(),
            to: record.to.to_string(),
            act: record.act.id().to_owned(),
            label: words::act(record.act, lang).to_owned(),
            text: record.text.clone(),
            sharing: record.sharing.ground.id().to_owned(),
            verdict: *verdict,
            phase: phase.map(String::from).unwrap_or_default(),
            sources: sources.collect::<Vec<_>>().join(" "),
        }
    }
}

impl PartyData {
    /// A party with its tasks; `None` when it has none and no hand-over touches it.
    fn new(asked: Asked<'_>, ix: Ix<Party>, steps: &[StepData], lang: Lang) -> Option<Self> {
        let guide = asked.guide();
        let answers: Vec<AnswerFacts<'_>> = asked.answers_by(ix).collect();
        let primary = answers.iter().filter(|facts| facts.record.primary);
        let aspects: BTreeSet<AspectIx> = primary.filter_map(|facts| guide.aspect_ix(&facts.record.aspect)).collect();
        let mut phases: Vec<char> = aspects.iter().map(|aspect| guide.phases[aspect.phase].letter).collect();
        phases.dedup();
        let aspects: Vec<&str> = aspects.into_iter().map(|aspect| guide[aspect].id.as_str()).collect();
        let party = &guide.parties[ix];
        let touching = steps.iter().filter(|step| step.from == party.id.as_str() || step.to == party.id.as_str());
        let best = answers.iter().map(|facts| facts.verdict).chain(touching.map(|step| step.verdict)).min()?;
        Some(Self {
            id: party.id.to_string(),
            name: party.short_name(asked.outcome.date, lang).to_owned(),
            phases: phases.into_iter().collect(),
            aspects: aspects.join(" "),
            verdict: best,
        })
    }
}
