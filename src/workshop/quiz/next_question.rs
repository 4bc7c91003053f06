//! Questions with a question as their answer: what to ask next.

use super::{
    make::{FEWEST_WRONG, MOST_OPTIONS, Maker, sources},
    question::{About, QuizKind, QuizOption, QuizQuestion},
    situation::{Situation, facets_of, shuffle},
};
use crate::{
    lookup::{ASKER, Conditioned},
    model::{Citation, Facet, Ix, Responsibility, Verdict},
    present::Asked,
    text::quiz as text,
};

/// Fewer questions than this were answered before.
const MOST_ANSWERED: usize = 5;

impl Maker<'_> {
    /// What to ask next?
    pub(super) fn next_question(&mut self, key: Ix<Responsibility>) -> Option<QuizQuestion> {
        let (guide, lang) = (self.guide(), self.request.lang);
        let record = Conditioned::Responsibility(key);
        let facets = facets_of(guide, &guide.responsibilities[key].aspect);
        let situation = self.situations.somebody(record, &facets, &mut self.rng)?;
        let given = situation.profile.given_facets(guide).into_iter();
        let mut given: Vec<Ix<Facet>> = given.filter(|facet| self.situations.is_open(*facet)).collect();
        shuffle(&mut given, &mut self.rng);
        // Something that it hangs on is not known.
        let depends = |situation: &Situation| situation.verdict(self.index, record) == Verdict::Depends;
        let opened = given.iter().find_map(|facet| situation.without(self.index, *facet).filter(depends));
        let mut situation = self.situations.as_little(opened?, depends);
        let mut outcome = self.outcome(&situation)?;
        // Some questions were answered already, as in a talk.
        for _ in 0..self.rng.below(MOST_ANSWERED) {
            let Some(question) = outcome.questions.first() else { break };
            let mut options: Vec<Vec<String>> =
                question.options.iter().map(|option| vec![option.id().to_owned()]).collect();
            shuffle(&mut options, &mut self.rng);
            let mut answered = options.iter().filter_map(|values| situation.with(self.index, question.facet, values));
            let Some(answered) = answered.find(depends) else { break };
            situation = answered;
            outcome = self.outcome(&situation)?;
        }
        let asked = Asked { index: self.index, profile: &situation.profile, outcome: &outcome };
        let question = outcome.questions.first()?;
        let cites = self.hanging_on(asked, question.facet);
        let sources = sources(&cites);
        if sources.is_empty() {
            return None;
        }
        let is_asked = |facet: Ix<Facet>| outcome.questions.iter().any(|question| question.facet == facet);
        let mut wrong: Vec<Ix<Facet>> = guide
            .facets
            .enumerate()
            .filter(|(ix, facet)| !is_asked(*ix) && facet.id.as_str() != ASKER)
            .filter(|(_, facet)| situation.profile.known(&facet.id).is_none())
            .map(|(ix, _)| ix)
            .collect();
        shuffle(&mut wrong, &mut self.rng);
        let right = &guide.facets[question.facet];
        wrong.sort_by_key(|facet| guide.facets[*facet].section != right.section);
        wrong.truncate(MOST_OPTIONS - 1);
        if wrong.len() < FEWEST_WRONG {
            return None;
        }
        let option =
            |facet: &Facet| QuizOption { id: facet.id.to_string(), text: facet.question.text(lang).to_owned() };
        let options = wrong.iter().map(|facet| option(&guide.facets[*facet])).chain([option(right)]).collect();
        let decides = asked.decides(question, lang).unwrap_or_default();
        Some(QuizQuestion {
            kind: QuizKind::Vraag,
            aspect: None,
            profile: situation.texts(guide),
            situation: self.in_words(asked),
            date: outcome.date,
            text: text::what_next(lang).to_owned(),
            options: self.mixed(options),
            right: vec![right.id.to_string()],
            why: text::it_decides(right.question.text(lang), &decides, lang),
            sources,
            about: About::default(),
        })
    }

    /// The sources of the tasks that hang on a facet, primary ones first.
    fn hanging_on(&self, asked: Asked<'_>, facet: Ix<Facet>) -> Vec<Citation> {
        let open = asked.outcome.responsibilities.enumerate();
        let open = open.filter(|(_, verdict)| **verdict == Some(Verdict::Depends)).map(|(task, _)| task);
        let hangs = |task: &Ix<Responsibility>| {
            self.guide().responsibilities[*task].primary && self.index.depends_on(asked.outcome, *task).contains(&facet)
        };
        let found: Vec<Ix<Responsibility>> = open.filter(hangs).take(MOST_OPTIONS).collect();
        found.into_iter().flat_map(|task| self.guide().responsibilities[task].cites.clone()).collect()
    }
}
