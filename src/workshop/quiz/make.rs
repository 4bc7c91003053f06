//! A quiz: which questions, in which order.

use std::collections::BTreeSet;

use strum::IntoEnumIterator as _;

use super::{
    key::Keys,
    question::{QuizKind, QuizOption, QuizQuestion, QuizRequest},
    situation::{Situation, Situations, shuffle},
};
use crate::{
    chain::layout::Rng,
    lookup::{AsOf, Index, Outcome},
    model::{Aspect, Citation, FacetKind, Guide, Ix, Responsibility},
    present::Asked,
    text::{quiz as text, words},
};

/// So many answers are tried for a question of one kind about one phase.
const MOST_TRIES: usize = 6;

/// How many can be chosen between at most.
pub(super) const MOST_OPTIONS: usize = 4;

/// A question with fewer wrong answers is not asked.
pub(super) const FEWEST_WRONG: usize = 2;

/// Questions made from the guide: as many as were asked for, or as it has.
pub fn quiz(index: &Index, request: &QuizRequest<'_>) -> Vec<QuizQuestion> {
    let mut maker = Maker::new(index, request);
    let mut questions: Vec<QuizQuestion> = Vec::new();
    let phases = index.guide().phases.len();
    let mut kinds: Vec<QuizKind> = QuizKind::iter().collect();
    shuffle(&mut kinds, &mut maker.rng);
    let first = maker.rng.below(phases);
    for number in 0..request.count {
        // Each next question is about the next phase, and of the kind that was asked least.
        let wanted_phases = (0..phases).map(|more| (first + number + more) % phases);
        let mut by_use = kinds.clone();
        by_use.sort_by_key(|kind| questions.iter().filter(|question| question.kind == *kind).count());
        let question = wanted_phases
            .flat_map(|phase| by_use.iter().map(move |kind| (phase, *kind)))
            .find_map(|(phase, kind)| maker.ask(phase, kind, &questions));
        let Some(question) = question else { break };
        questions.push(question);
    }
    questions
}

/// Makes questions.
pub(super) struct Maker<'a> {
    pub(super) index: &'a Index,
    pub(super) request: &'a QuizRequest<'a>,
    pub(super) situations: Situations<'a>,
    pub(super) keys: Keys,
    pub(super) rng: Rng,
}

impl<'a> Maker<'a> {
    fn new(index: &'a Index, request: &'a QuizRequest<'a>) -> Self {
        Self {
            index,
            request,
            situations: Situations { index, fixed: request.profile },
            keys: Keys::new(index, request.date),
            // Seeds beside each other give other numbers.
            rng: Rng::new(request.seed.wrapping_mul(0xD134_2543_DE82_EF95).wrapping_add(1)),
        }
    }

    /// A question of this kind about this phase that fits behind those that were asked.
    fn ask(&mut self, phase: usize, kind: QuizKind, asked: &[QuizQuestion]) -> Option<QuizQuestion> {
        let fits = |question: &QuizQuestion| {
            let is_same = |other: &QuizQuestion| {
                (other.kind, &other.text, &other.right) == (question.kind, &question.text, &question.right)
            };
            asked.last().is_none_or(|last| last.right != question.right) && !asked.iter().any(is_same)
        };
        let count = match kind {
            QuizKind::Grond => self.keys.hand_overs.get(phase)?.len(),
            _ => self.keys.tasks.get(phase)?.len(),
        };
        let mut order: Vec<usize> = (0..count).collect();
        shuffle(&mut order, &mut self.rng);
        order.into_iter().take(MOST_TRIES).find_map(|place| {
            if kind == QuizKind::Grond {
                let hand_over = *self.keys.hand_overs.get(phase)?.get(place)?;
                return self.ground(hand_over).filter(fits);
            }
            let task = *self.keys.tasks.get(phase)?.get(place)?;
            let question = match kind {
                QuizKind::WelOfNiet => self.whether(task),
                QuizKind::Termijn => self.term(task),
                QuizKind::WatAls => self.what_if(task),
                QuizKind::Vraag => self.next_question(task),
                QuizKind::Wie | QuizKind::Grond => self.who(task),
            };
            question.filter(fits)
        })
    }

    /// The guide.
    pub(super) fn guide(&self) -> &'a Guide {
        self.index.guide()
    }

    /// The aspect of a task.
    pub(super) fn aspect_of(&self, task: Ix<Responsibility>) -> Option<&'a Aspect> {
        self.guide().aspect(&self.guide().responsibilities[task].aspect).map(|(_, aspect)| aspect)
    }

    /// The answer to a situation.
    pub(super) fn outcome(&self, situation: &Situation) -> Option<Outcome> {
        self.index.look_up(&situation.profile, AsOf::from(self.request.date)).ok()
    }

    /// A situation in words, a line for each facet.
    pub(super) fn in_words(&self, asked: Asked<'_>) -> Vec<String> {
        let (guide, lang) = (self.guide(), self.request.lang);
        let given = asked.profile.given_facets(guide).into_iter().map(|ix| &guide.facets[ix]);
        let line = |facet: &crate::model::Facet| {
            let known = asked.profile.values_text(facet);
            // Of several that could be true, one is and no other.
            let is_true = |value: &&String| facet.values.iter().any(|own| own.id.as_str() == value.as_str());
            let only = known.iter().filter(is_true).collect::<Vec<_>>();
            let values = match only.as_slice() {
                [one] if facet.kind == FacetKind::Many && known.len() == facet.values.len() => {
                    text::only(&words::values(facet, std::slice::from_ref(*one), lang), lang)
                }
                _ => words::values(facet, &known, lang),
            };
            [facet.label.text(lang), &values].join(": ")
        };
        given.map(line).collect()
    }

    /// Options in an order of their own.
    pub(super) fn mixed(&mut self, mut options: Vec<QuizOption>) -> Vec<QuizOption> {
        shuffle(&mut options, &mut self.rng);
        options
    }
}

/// Citations that say so, each once.
pub(super) fn sources<'c>(cites: impl IntoIterator<Item = &'c Citation>) -> Vec<Citation> {
    let mut seen = BTreeSet::new();
    let says_so = cites.into_iter().filter(|cite| cite.stance.says_so());
    says_so.filter(|cite| seen.insert((cite.source.clone(), cite.at.clone()))).cloned().collect()
}
