//! The problems of a guide in the order and the shape in which `check` tells them.

use serde::Serialize;

use crate::{
    model::{Lang, Problem},
    text::problems::problem as problem_words,
};

#[derive(Debug, Serialize)]
pub(super) struct ProblemJson {
    pub(super) severity: &'static str,
    pub(super) rule: &'static str,
    pub(super) object: String,
    pub(super) place: String,
    pub(super) text: String,
}

impl ProblemJson {
    fn new(problem: &Problem, lang: Lang) -> Self {
        Self {
            severity: problem.severity().id(),
            rule: problem.rule().id(),
            object: problem.object().to_owned(),
            place: problem.place(),
            text: problem_words(problem, lang),
        }
    }
}

/// The problems in the order of the review; those of one rule and place by their words.
pub(super) fn in_order(problems: &[Problem], lang: Lang) -> Vec<ProblemJson> {
    let mut told: Vec<ProblemJson> = Vec::with_capacity(problems.len());
    for alike in problems.chunk_by(|a, b| a.rule() == b.rule() && a.object() == b.object() && a.place() == b.place()) {
        let from = told.len();
        told.extend(alike.iter().map(|problem| ProblemJson::new(problem, lang)));
        told[from..].sort_by(|a, b| a.text.cmp(&b.text));
    }
    told
}

/// The first problem, in one line.
pub(super) fn first(problems: &[Problem], lang: Lang) -> Option<String> {
    let told = in_order(problems, lang);
    told.first().map(|ProblemJson { object, rule, text, .. }| format!("{object} ({rule}): {text}"))
}
