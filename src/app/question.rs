//! The question that is put, and its answers as commands.

use std::collections::{BTreeMap, BTreeSet};

use super::{App, Command};
use crate::{
    lookup::{Known, NextQuestion, QuestionOption},
    model::{Facet, FacetId, FacetKind, Ix, ValueId},
    text::words,
};

/// The question that is put, ready to draw.
#[derive(Clone, Debug)]
pub struct QuestionView {
    /// What it asks.
    pub facet: FacetId,
    /// The question.
    pub text: String,
    /// What hangs on the answer.
    pub decides: Option<String>,
    /// The ways to answer.
    pub answers: Vec<QuestionAnswer>,
    /// Whether something was ticked: then one goes on, and does not skip.
    pub is_ticked: bool,
}

/// One way to answer.
#[derive(Clone, Debug)]
pub struct QuestionAnswer {
    /// What it says.
    pub label: String,
    /// Whether it is ticked; `None` where one answer ends the question.
    pub is_ticked: Option<bool>,
    /// What gives it.
    pub command: Command,
}

/// The command that answers a question in this way; `None` when it has no such answer. What is ticked already, is
/// ticked no more.
pub fn answer(app: &App, facet: Ix<Facet>, option: &QuestionOption) -> Option<Command> {
    let (facet, known) = known_by(app, facet, option)?;
    Some(Command::Answer(facet, known))
}

/// What is known of a facet once an option of it is chosen, or, when it was ticked already, no more; `None` when the
/// facet has no such option.
pub(super) fn known_by(app: &App, facet: Ix<Facet>, option: &QuestionOption) -> Option<(FacetId, Option<Known>)> {
    let facet = &app.guide().facets[facet];
    let known = match (facet.kind, option) {
        (FacetKind::One, QuestionOption::Value(value)) => Known::OneOf(BTreeSet::from([value.clone()])),
        (FacetKind::One, QuestionOption::Group(group)) => {
            Known::OneOf(facet.group(group)?.values.iter().cloned().collect())
        }
        (FacetKind::Many, QuestionOption::None) => Known::Each(each(facet.values.iter().map(|v| &v.id), false)),
        (FacetKind::Many, QuestionOption::Value(value) | QuestionOption::Group(value)) => {
            let mut known = each_known(app, &facet.id);
            if is_ticked(&known, value) {
                known.remove(value);
            } else {
                known.insert(value.clone(), true);
            }
            Known::Each(known)
        }
        (FacetKind::One, QuestionOption::None) => return None,
    };
    let is_empty = matches!(&known, Known::Each(known) if known.is_empty());
    Some((facet.id.clone(), (!is_empty).then_some(known)))
}

/// Whether an option of a facet is chosen already, alone or, of kind `many`, beside others.
pub(super) fn is_chosen(app: &App, facet: Ix<Facet>, option: &QuestionOption) -> bool {
    let described = &app.guide().facets[facet];
    match (described.kind, option) {
        (FacetKind::Many, QuestionOption::Value(value) | QuestionOption::Group(value)) => {
            is_ticked(&each_known(app, &described.id), value)
        }
        _ => known_by(app, facet, option).is_some_and(|(id, known)| app.profile().known(&id) == known.as_ref()),
    }
}

/// Whether a value of a facet of kind `many` is known to be true.
fn is_ticked(known: &BTreeMap<ValueId, bool>, value: &ValueId) -> bool {
    known.get(value) == Some(&true)
}

/// What is known of each value of a facet of kind `many`.
fn each_known(app: &App, facet: &FacetId) -> BTreeMap<ValueId, bool> {
    match app.profile().known(facet) {
        Some(Known::Each(known)) => known.clone(),
        _ => BTreeMap::new(),
    }
}

fn each<'a>(values: impl Iterator<Item = &'a ValueId>, is_true: bool) -> BTreeMap<ValueId, bool> {
    values.map(|value| (value.clone(), is_true)).collect()
}

impl App {
    /// The question that is put: the one that is being ticked, or else the best that was not skipped.
    pub fn next_question(&self) -> Option<&NextQuestion> {
        let skipped = &self.case.skipped;
        let best =
            self.answered.outcome.questions.iter().find(|question| !skipped.contains(&self.facet_of(question).id));
        self.case.ticking.as_ref().or(best)
    }

    fn facet_of(&self, question: &NextQuestion) -> &Facet {
        &self.guide().facets[question.facet]
    }

    /// Answers the question that is put. Of a facet of kind `many` more can be ticked, until the user goes on.
    pub(super) fn answer_question(&mut self, facet: &FacetId, known: Option<Known>) {
        let put = self.next_question().filter(|question| self.facet_of(question).id == *facet).cloned();
        let is_closed = matches!(&known, Some(Known::Each(known)) if known.values().all(|is_true| !is_true));
        let is_many = put.as_ref().is_some_and(|question| self.facet_of(question).kind == FacetKind::Many);
        self.case.ticking = put.filter(|_| is_many && !is_closed);
        self.know(facet, known);
    }

    /// Goes on from what is ticked, or asks a facet no more that nothing is known of.
    pub(super) fn skip(&mut self, facet: FacetId) {
        self.case.ticking = None;
        if self.case.profile.known(&facet).is_none() {
            self.case.skipped.push(facet);
        }
        self.renew_question();
    }

    /// Puts the question of the moment into words.
    pub(super) fn renew_question(&mut self) {
        self.question = self.next_question().map(|question| self.question_view(question));
    }

    /// The question that is put.
    pub fn question(&self) -> Option<&QuestionView> {
        self.question.as_ref()
    }

    fn question_view(&self, question: &NextQuestion) -> QuestionView {
        let lang = self.language();
        let facet = self.facet_of(question);
        let known = each_known(self, &facet.id);
        let answers = question.options.iter().filter_map(|option| {
            let (label, is_ticked) = match option {
                QuestionOption::Value(id) | QuestionOption::Group(id) => {
                    let is_ticked = (facet.kind == FacetKind::Many).then(|| is_ticked(&known, id));
                    (facet.value_label(id, lang), is_ticked)
                }
                QuestionOption::None => (words::none_of_these(lang), None),
            };
            let command = answer(self, question.facet, option)?;
            Some(QuestionAnswer { label: label.to_owned(), is_ticked, command })
        });
        QuestionView {
            facet: facet.id.clone(),
            text: facet.question.text(lang).to_owned(),
            decides: self.asked().decides(question, lang),
            is_ticked: known.values().any(|is_true| *is_true),
            answers: answers.collect(),
        }
    }
}
