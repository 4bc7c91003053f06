//! A case to take home: what happened, what was asked, who is responsible, and where that stands.

use std::collections::BTreeSet;

use super::{
    AnswerCard, Card, GapCard, PlanLine, QuizCard, Showing, Stage, answered::Answered, quiz::QuizQuestion,
    stage::main_stages,
};
use crate::{
    model::{Scenario, SourceId},
    present::Asked,
    text::{card as card_text, papers, quiz as quiz_text, which, words},
};

/// A case to take home, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Handout {
    /// What the case is called.
    pub title: String,
    /// The guide and its edition.
    pub edition: String,
    /// The word that lies across every page; `None` for a real guide.
    pub watermark: Option<&'static str>,
    /// For whom it was made; empty when for everybody.
    pub audience: Vec<String>,
    /// The case, and its steps.
    pub steps: Vec<HandoutStep>,
    /// Questions for the participants.
    pub questions: Vec<String>,
    /// The right answers to the questions made from the guide, with why.
    pub key: Vec<String>,
    /// The documents that it rests on.
    pub sources: Vec<String>,
}

/// A step of a case, or its start.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HandoutStep {
    /// What is above it.
    pub title: String,
    /// The day of asking.
    pub day: String,
    /// Where the possible victim is; `None` as long as no step said.
    pub token: Option<String>,
    /// What happens.
    pub story: Option<String>,
    /// What is known, a line each.
    pub known: Vec<String>,
    /// What is asked.
    pub question: Option<String>,
    /// Who is responsible in what was asked.
    pub answers: Vec<HandoutAnswers>,
    /// Questions made from the guide, without their answers.
    pub quiz: Vec<QuizCard>,
    /// What to do next; only at the last step.
    pub plan: Vec<PlanLine>,
    /// For the trainer; empty on what participants get.
    pub notes: Vec<String>,
}

/// Who is responsible in an aspect.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HandoutAnswers {
    /// The letter of the phase, and the aspect.
    pub aspect: String,
    /// Who is.
    pub answers: Vec<AnswerCard>,
    /// Where nobody is.
    pub gaps: Vec<GapCard>,
}

impl Showing<'_> {
    /// A case to take home; with the notes of the trainer where that is asked for.
    pub fn handout(&self, case: &Scenario, with_notes: bool) -> Handout {
        let guide = self.index.guide();
        let stages = main_stages(case);
        let mut steps = Vec::new();
        let mut cited: BTreeSet<SourceId> = BTreeSet::new();
        let mut key = Vec::new();
        for (place, stage) in (1..).zip(&stages) {
            key.extend(self.key(stage));
            steps.push(self.handout_step(stage, place == stages.len(), with_notes, &mut cited));
        }
        let audience = case.audience.iter().filter_map(|party| guide.party(party));
        let sources = guide.sources.iter().filter(|source| cited.contains(&source.id));
        Handout {
            title: case.title.text(self.lang).to_owned(),
            edition: which::which_guide(guide, self.index.origin(), self.lang),
            watermark: which::across(guide, self.lang),
            audience: audience.map(|party| party.short_name(case.date, self.lang).to_owned()).collect(),
            steps,
            questions: case.questions.clone(),
            key,
            sources: sources.map(|source| card_text::source_in_words(source, self.lang)).collect(),
        }
    }

    /// An answer to take home, without a case; with what is known of the person only where that is asked for.
    pub fn handout_of(&self, asked: Asked<'_>, title: &str, with_facets: bool) -> Handout {
        let guide = self.index.guide();
        let mut cited: BTreeSet<SourceId> = BTreeSet::new();
        let plan = self.plan_of(asked);
        cite_plan(asked, &mut cited);
        let step = HandoutStep {
            title: title.to_owned(),
            day: words::day(asked.outcome.date, self.lang),
            token: None,
            story: None,
            known: if with_facets { asked.known_in_words(self.lang) } else { Vec::new() },
            question: None,
            answers: Vec::new(),
            quiz: Vec::new(),
            plan,
            notes: Vec::new(),
        };
        let sources = guide.sources.iter().filter(|source| cited.contains(&source.id));
        Handout {
            title: title.to_owned(),
            edition: which::which_guide(guide, self.index.origin(), self.lang),
            watermark: which::across(guide, self.lang),
            audience: Vec::new(),
            steps: vec![step],
            questions: Vec::new(),
            key: Vec::new(),
            sources: sources.map(|source| card_text::source_in_words(source, self.lang)).collect(),
        }
    }

    fn handout_step(
        &self,
        stage: &Stage<'_>,
        is_last: bool,
        with_notes: bool,
        cited: &mut BTreeSet<SourceId>,
    ) -> HandoutStep {
        let seen = self.words(stage);
        let answered = self.answered(&stage.given, stage.date, stage.gemeente).ok();
        let answers = answered.as_ref().map(|answered| self.answers(stage, answered, cited)).unwrap_or_default();
        let plan = match answered.as_ref().filter(|_| is_last) {
            Some(answered) => {
                let asked = answered.asked(self.index);
                cite_plan(asked, cited);
                self.plan_of(asked)
            }
            None => Vec::new(),
        };
        let notes = stage.step.map_or(&stage.scenario.notes, |step| &step.notes);
        let is_start = stage.step.is_none();
        HandoutStep {
            title: if is_start { papers::situation(self.lang).to_owned() } else { seen.title },
            day: seen.day,
            token: seen.token.map(|token| token.words),
            story: seen.story,
            known: seen
                .known
                .into_iter()
                .filter(|line| is_start || line.is_new)
                .map(|line| [line.facet, line.value].join(": "))
                .collect(),
            question: seen.question,
            answers,
            quiz: self.all_cards(stage),
            plan,
            notes: if with_notes { notes.clone() } else { Vec::new() },
        }
    }

    /// The right answers to the questions of a step, with why.
    fn key(&self, stage: &Stage<'_>) -> Vec<String> {
        let line = |(number, question): (usize, QuizQuestion)| {
            let right = question.right_with_letters();
            let heading = [&number.to_string(), ". ", quiz_text::answer(self.lang), ": ", &right].concat();
            [heading, question.why].join(". ")
        };
        (1..).zip(self.questions(stage)).map(line).collect()
    }

    fn answers(&self, stage: &Stage<'_>, answered: &Answered, cited: &mut BTreeSet<SourceId>) -> Vec<HandoutAnswers> {
        let asked = answered.asked(self.index);
        for aspect in stage.answered_aspects() {
            let told = asked.answers_in(aspect).flat_map(|facts| &facts.record.cites);
            cited.extend(told.map(|cite| cite.source.clone()));
            cited.extend(asked.gaps_in(aspect).flat_map(|gap| &gap.record.cites).map(|cite| cite.source.clone()));
        }
        let boards = self.boards(stage, answered).into_iter();
        boards
            .map(|board| {
                let (mut answers, mut gaps) = (Vec::new(), Vec::new());
                for (_, card) in board.cards {
                    match card {
                        Card::Answer(answer) => answers.push(answer),
                        Card::Gap(gap) => gaps.push(gap),
                        Card::Hidden => {}
                    }
                }
                HandoutAnswers { aspect: [&board.letter.to_string(), board.aspect.as_str()].join(" "), answers, gaps }
            })
            .collect()
    }
}

/// What a plan rests on.
fn cite_plan(asked: Asked<'_>, cited: &mut BTreeSet<SourceId>) {
    for step in asked.plan().first() {
        cited.extend(step.citations().into_iter().map(|cite| cite.source.clone()));
    }
}
