//! A question made from the guide, as the room sees it.

use super::{
    Showing, Stage,
    projected::{QuizCard, QuizOptionLine},
    quiz::{QuizOption, QuizQuestion},
};
use crate::text::sources;

impl Showing<'_> {
    /// The question that is seen; `None` when the guide gives none.
    pub(super) fn card(&self, stage: &Stage<'_>) -> Option<QuizCard> {
        let questions = self.questions(stage);
        let number = stage.told.quiz.number.min(questions.len().checked_sub(1)?);
        self.quiz_card(stage, &questions, number)
    }

    /// All questions of a step.
    pub(super) fn all_cards(&self, stage: &Stage<'_>) -> Vec<QuizCard> {
        let questions = self.questions(stage);
        (0..questions.len()).filter_map(|number| self.quiz_card(stage, &questions, number)).collect()
    }

    fn quiz_card(&self, stage: &Stage<'_>, questions: &[QuizQuestion], number: usize) -> Option<QuizCard> {
        let question = questions.get(number)?;
        let answered = stage.told.quiz.answered.get(&number);
        let line = |(letter, option): (char, &QuizOption)| QuizOptionLine {
            letter,
            text: option.text.clone(),
            is_right: answered.map(|_| question.is_right(option)),
            is_chosen: answered.is_some_and(|chosen| chosen.as_ref() == Some(&option.id)),
        };
        let told = |cite| sources::citation(self.index.guide(), cite, self.lang);
        Some(QuizCard {
            number: (number + 1, questions.len()),
            situation: question.situation.clone(),
            text: question.text.clone(),
            options: question.lettered().map(line).collect(),
            why: answered.map(|_| question.why.clone()),
            sources: if answered.is_some() { question.sources.iter().map(told).collect() } else { Vec::new() },
        })
    }
}
