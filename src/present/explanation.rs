//! Why a party is, or is not, in the answer.

use super::{AnswerFacts, Asked};
use crate::model::{Ix, Party};

/// All tasks of a party, answering or not.
#[derive(Clone, Debug)]
pub struct ExplanationFacts<'a> {
    /// The party.
    pub party: &'a Party,
    /// The tasks that are in the answer, certain ones first.
    pub answers: Vec<AnswerFacts<'a>>,
    /// Those that are not.
    pub excluded: Vec<AnswerFacts<'a>>,
}

impl<'a> Asked<'a> {
    /// Everything that a party would do, and what of it is in the answer.
    pub fn explain(self, party: Ix<Party>) -> ExplanationFacts<'a> {
        let tasks = self.index.tasks_of(party).iter().filter_map(|task| self.task(*task));
        let (mut answers, excluded): (Vec<_>, Vec<_>) =
            tasks.partition(|facts| self.outcome.standing(facts.ix).is_some());
        answers.sort_by_key(|facts| facts.verdict);
        ExplanationFacts { party: &self.guide().parties[party], answers, excluded }
    }
}
