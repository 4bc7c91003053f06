//! Questions with a time limit as their answer.

use super::{
    make::{FEWEST_WRONG, MOST_OPTIONS, Maker, sources},
    question::{About, QuizKind, QuizOption, QuizQuestion},
    situation::shuffle,
};
use crate::{
    model::{Ix, Responsibility, Term, TermUnit, Verdict},
    present::{AnswerFacts, Asked},
    text::{quiz as text, words},
};

/// Two limits that differ by less than this many times may both pass for right.
const APART: u32 = 3;
const APART_OF: u32 = 2;

impl Maker<'_> {
    /// Within which time?
    pub(super) fn term(&mut self, key: Ix<Responsibility>) -> Option<QuizQuestion> {
        let terms = &self.guide().responsibilities[key].terms;
        let term = terms.get(self.rng.below(terms.len()))?;
        let situation = self.certain(key)?;
        let outcome = self.outcome(&situation)?;
        let asked = Asked { index: self.index, profile: &situation.profile, outcome: &outcome };
        let facts = asked.task(key).filter(|facts| facts.verdict == Verdict::Applies)?;
        let lang = self.request.lang;
        let aspect = self.aspect_of(key)?;
        // What is said of the same here, by whomever, says the same; no other limit here passes for wrong.
        let others: Vec<AnswerFacts<'_>> = asked.answers_in(&aspect.id).collect();
        let here: Vec<&Term> = others.iter().flat_map(|facts| facts.terms.iter().map(|fact| fact.term)).collect();
        if here.iter().any(|other| other.text == term.text && is_apart(other, term)) {
            return None;
        }
        let mut wrong: Vec<&Term> = Vec::new();
        let all = self.guide().responsibilities.iter().flat_map(|task| &task.terms);
        let mut all: Vec<&Term> = all.chain(self.guide().referrals.iter().flat_map(|step| &step.terms)).collect();
        shuffle(&mut all, &mut self.rng);
        // What is said of much the same in another situation misleads most.
        let word = term.text.split(' ').next().unwrap_or_default();
        all.sort_by_key(|other| !other.text.starts_with(word));
        for other in all {
            let is_new = wrong.iter().all(|own| is_apart(own, other));
            if is_new && is_apart(other, term) && here.iter().all(|own| is_apart(own, other)) {
                wrong.push(other);
            }
        }
        wrong.truncate(MOST_OPTIONS - 1);
        if wrong.len() < FEWEST_WRONG {
            return None;
        }
        let option = |term: &Term| QuizOption { id: id(term), text: words::term_length(term, lang) };
        let options = wrong.into_iter().chain([term]).map(option).collect();
        let party = facts.party.short_name(outcome.date, lang);
        let why = [text::term_is(&term.text, &words::term_length(term, lang)), self.why(&facts)].join(" ");
        Some(QuizQuestion {
            kind: QuizKind::Termijn,
            aspect: Some(aspect.id.clone()),
            profile: situation.texts(self.guide()),
            situation: self.in_words(asked),
            date: outcome.date,
            text: text::which_term(&term.text, party, aspect.label.text(lang), lang),
            options: self.mixed(options),
            right: vec![id(term)],
            why,
            sources: sources(&facts.record.cites),
            about: About { party: Some(facts.party.id.clone()), ..About::default() },
        })
    }
}

/// A limit as an option is called.
fn id(term: &Term) -> String {
    let unit = match term.unit {
        TermUnit::Uur => "uur",
        TermUnit::Dag => "dag",
        TermUnit::Week => "week",
        TermUnit::Maand => "maand",
        TermUnit::Jaar => "jaar",
    };
    format!("{}-{unit}", term.count)
}

/// Whether two limits are so far apart that one is wrong where the other is right.
fn is_apart(one: &Term, other: &Term) -> bool {
    let (one, other) = (hours(one), hours(other));
    one.max(other) * APART_OF >= one.min(other) * APART && one != other
}

/// About how many hours: to compare, never to tell.
fn hours(term: &Term) -> u32 {
    let unit = match term.unit {
        TermUnit::Uur => 1,
        TermUnit::Dag => 24,
        TermUnit::Week => 168,
        TermUnit::Maand => 730,
        TermUnit::Jaar => 8766,
    };
    u32::from(term.count) * unit
}
