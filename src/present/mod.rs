//! What an answer says, said once and typed: the window, the JSON, the text and the card only format it.
//!
//! A formatter takes [`AnswerFacts`] and its like apart field by field, so that a fact that is added here does not
//! compile until every form has decided what to do with it. [`chain`] is the picture of the chain with its words.

mod advice;
mod answer;
pub mod chain;
pub mod change;
mod comparison;
mod completeness;
mod condition;
mod explanation;
mod freshness;
mod gap;
mod impact;
mod known;
mod party;
mod plan;
mod proposal;
mod question;
mod region;
mod release;
mod step;
mod verification;
mod warning;

pub use advice::AdviceFacts;
pub use answer::{AnswerFacts, TermFact, Why};
pub use change::{
    Became, ConflictFacts, EditFacts, FieldFacts, RecordWords, RenamedFacts, conflicts, edit, edits, in_words, renamed,
};
pub use comparison::{ChangeFacts, ChangedField, ComparisonFacts};
pub use completeness::{
    AgreementFacts, GapsFacts, NotComputedFacts, OverlapFacts, OverlapsFacts, PlaceBoxFacts, PlaceFacts, aspect_of,
};
pub use condition::{BoxFacts, ConditionFacts, CoverFacts, DifferenceFacts, RemarkFacts, RowFacts, ShareFacts};
pub use explanation::ExplanationFacts;
pub use freshness::freshness_words;
pub use gap::GapFacts;
pub use impact::{AnswerChangeFacts, ImpactFacts, ImpactGroup, PartyChangeFacts, SaidChangeFacts, ScenarioChangeFacts};
pub use known::KnownFacts;
pub use party::{PartyProfile, ProfileLine, ProfilePhase};
pub use plan::{PlanContact, PlanFacts, PlanPartFacts, PlanStepFacts};
pub use proposal::{ProposalFacts, ProposedChangeFacts, ProposedPieceFacts, SaidBy};
pub use region::RegionFacts;
pub use release::release_note;
pub use step::StepFacts;
pub use verification::{VerificationFacts, VerificationQuestion};
pub use warning::WarningFacts;

use crate::{
    lookup::{Index, Outcome, Profile},
    model::{AspectId, Citation, Gap, Guide, Ix, Party, Phase, Responsibility, SourceId},
};

/// A question and its answer.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    /// The guide, ready to be asked.
    pub index: &'a Index,
    /// What is known of the person.
    pub profile: &'a Profile,
    /// What follows from it.
    pub outcome: &'a Outcome,
}

impl<'a> Asked<'a> {
    /// The guide.
    pub fn guide(self) -> &'a Guide {
        self.index.guide()
    }

    /// What a responsibility says, whether it answers or not; `None` when its party is not in the guide.
    pub fn task(self, ix: Ix<Responsibility>) -> Option<AnswerFacts<'a>> {
        AnswerFacts::new(self, ix)
    }

    /// The answers of an aspect, certain ones first, in the order to show them.
    pub fn answers_in(self, aspect: &AspectId) -> impl Iterator<Item = AnswerFacts<'a>> + use<'a> {
        self.outcome.answers_in(self.index, aspect).into_iter().filter_map(move |(ix, _)| self.task(ix))
    }

    /// The answers of a party, in the guide's order.
    pub fn answers_by(self, party: Ix<Party>) -> impl Iterator<Item = AnswerFacts<'a>> {
        let answers = self.index.tasks_of(party).iter().filter(move |task| self.outcome.standing(**task).is_some());
        answers.filter_map(move |task| self.task(*task))
    }

    /// What a gap says, whether it is there or not.
    pub fn gap(self, ix: Ix<Gap>) -> GapFacts<'a> {
        GapFacts::new(self, ix)
    }

    /// The gaps of an aspect, certain ones first.
    pub fn gaps_in(self, aspect: &AspectId) -> impl Iterator<Item = GapFacts<'a>> + use<'a> {
        self.outcome.gaps_in(self.index, aspect).into_iter().map(move |(ix, _)| self.gap(ix))
    }

    /// The answers of a phase, certain ones first in the whole phase.
    pub fn answers_of(self, phase: &Phase) -> Vec<AnswerFacts<'a>> {
        let mut answers: Vec<_> = phase.aspects.iter().flat_map(|aspect| self.answers_in(&aspect.id)).collect();
        answers.sort_by_key(|facts| facts.verdict);
        answers
    }

    /// The gaps of a phase, by aspect, certain ones first in each.
    pub fn gaps_of(self, phase: &Phase) -> impl Iterator<Item = GapFacts<'a>> {
        phase.aspects.iter().flat_map(move |aspect| self.gaps_in(&aspect.id))
    }
}

/// The sources that are cited, each once, in the order in which they are.
pub fn cited(cites: &[Citation]) -> Vec<&SourceId> {
    let mut ids: Vec<&SourceId> = Vec::new();
    for cite in cites {
        if !ids.contains(&&cite.source) {
            ids.push(&cite.source);
        }
    }
    ids
}
