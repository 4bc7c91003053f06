//! `quiz`: questions made from the guide.

use serde::Serialize;

use super::{
    answer::{Source, sources},
    guide::{GuideJson, guide_json},
};
use crate::{
    lookup::Index,
    model::{Date, Guide},
    workshop::quiz::{About, QuizOption, QuizQuestion},
};

#[derive(Debug, Serialize)]
pub struct QuizJson {
    pub seed: u64,
    pub guide: GuideJson,
    pub questions: Vec<QuizQuestionJson>,
}

#[derive(Debug, Serialize)]
pub struct QuizQuestionJson {
    pub kind: &'static str,
    pub aspect: Option<String>,
    pub profile: Vec<String>,
    pub date: Date,
    pub text: String,
    pub options: Vec<QuizOptionJson>,
    pub right: Vec<String>,
    pub why: String,
    pub sources: Vec<Source>,
    /// Whose task, term or hand-over it is about; null where that is the question.
    pub party: Option<String>,
    /// To whom that party hands over.
    pub to: Option<String>,
    /// What is otherwise in the second situation.
    pub with: Option<String>,
}

#[derive(Debug, Serialize)]
pub struct QuizOptionJson {
    pub id: String,
    pub text: String,
}

/// Questions with their right answers.
pub fn quiz(index: &Index, seed: u64, questions: &[QuizQuestion]) -> QuizJson {
    let guide = index.guide();
    QuizJson {
        seed,
        guide: guide_json(guide, index.origin()),
        questions: questions.iter().map(|question| question_json(guide, question)).collect(),
    }
}

fn question_json(guide: &Guide, question: &QuizQuestion) -> QuizQuestionJson {
    let QuizQuestion {
        kind,
        aspect,
        profile,
        // The same in words.
        situation: _,
        date,
        text,
        options,
        right,
        why,
        sources: cites,
        about,
    } = question;
    let About { party, to, with } = about;
    let option = |QuizOption { id, text }: &QuizOption| QuizOptionJson { id: id.clone(), text: text.clone() };
    QuizQuestionJson {
        kind: kind.id(),
        aspect: aspect.as_ref().map(ToString::to_string),
        profile: profile.clone(),
        date: *date,
        text: text.clone(),
        options: options.iter().map(option).collect(),
        right: right.clone(),
        why: why.clone(),
        sources: sources(guide, cites),
        party: party.as_ref().map(ToString::to_string),
        to: to.as_ref().map(ToString::to_string),
        with: with.clone(),
    }
}
