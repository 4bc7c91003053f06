//! Questions with a party as their answer: who, whether or not, and who comes in when something is otherwise.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    key::family,
    make::{FEWEST_WRONG, MOST_OPTIONS, Maker, sources},
    question::{About, QuizKind, QuizOption, QuizQuestion},
    situation::{Situation, answers, facets_of, shuffle},
};
use crate::{
    lookup::{AsOf, Conditioned, Exclusion, Outcome},
    model::{AspectId, Facet, Ix, Party, PartyId, Responsibility, Verdict},
    present::{AnswerFacts, Asked, Why},
    text::{quiz as text, words},
};

/// The tasks of each party in an aspect, on the day of asking.
type Parties = BTreeMap<Ix<Party>, Vec<Ix<Responsibility>>>;

impl Maker<'_> {
    /// Who is responsible?
    pub(super) fn who(&mut self, key: Ix<Responsibility>) -> Option<QuizQuestion> {
        let (situation, wrong) = self.situation_with_wrong(key)?;
        let outcome = self.outcome(&situation)?;
        let asked = Asked { index: self.index, profile: &situation.profile, outcome: &outcome };
        let facts = asked.task(key)?;
        let (aspect, party) = (facts.aspect?, facts.party.id.clone());
        let text = text::who(aspect.label.text(self.request.lang), facts.record.role, self.request.lang);
        self.about_parties(QuizKind::Wie, asked, &facts, &wrong, text, None)
            .map(|question| QuizQuestion { right: vec![party.to_string()], ..question })
    }

    /// Is this party responsible here?
    pub(super) fn whether(&mut self, key: Ix<Responsibility>) -> Option<QuizQuestion> {
        let is_yes = self.rng.below(2) == 0;
        let situation = if is_yes { self.certain(key)? } else { self.near_miss(key)? };
        let outcome = self.outcome(&situation)?;
        let asked = Asked { index: self.index, profile: &situation.profile, outcome: &outcome };
        let facts = asked.task(key)?;
        let (lang, aspect) = (self.request.lang, facts.aspect?);
        let standing = self.standing_in(&outcome, &aspect.id);
        let expected = if is_yes { facts.verdict == Verdict::Applies } else { !standing.contains(&facts.party.id) };
        if !expected {
            return None;
        }
        let party = facts.party.short_name(outcome.date, lang);
        let option = |id: &str, text: &str| QuizOption { id: id.to_owned(), text: text.to_owned() };
        Some(QuizQuestion {
            kind: QuizKind::WelOfNiet,
            aspect: Some(aspect.id.clone()),
            profile: situation.texts(self.guide()),
            situation: self.in_words(asked),
            date: outcome.date,
            text: text::whether(party, aspect.label.text(lang), lang),
            options: vec![option("ja", text::yes(lang)), option("nee", text::no(lang))],
            right: vec![if is_yes { "ja" } else { "nee" }.to_owned()],
            why: if is_yes { self.why(&facts) } else { self.why_not(asked, key)? },
            sources: sources(&facts.record.cites),
            about: About { party: Some(facts.party.id.clone()), ..About::default() },
        })
    }

    /// Who comes in when one thing is otherwise?
    pub(super) fn what_if(&mut self, key: Ix<Responsibility>) -> Option<QuizQuestion> {
        let (after, wrong) = self.situation_with_wrong(key)?;
        let own = self.tasks_of(self.index.party_of(key)?, &self.guide().responsibilities[key].aspect);
        let (before, facet) = self.flipped(&after, |before| self.are_excluded(before, &own))?;
        let (outcome, first) = (self.outcome(&after)?, self.outcome(&before)?);
        let asked = Asked { index: self.index, profile: &after.profile, outcome: &outcome };
        let facts = asked.task(key)?;
        let (lang, aspect) = (self.request.lang, facts.aspect?);
        if self.standing_in(&first, &aspect.id).contains(&facts.party.id) {
            return None;
        }
        let described = &self.guide().facets[facet];
        let values = after.profile.values_text(described);
        let with = format!("{}={}", described.id, values.join(","));
        let text = text::what_if(
            &words::facet_name(described, lang),
            &words::values(described, &before.profile.values_text(described), lang),
            &words::values(described, &values, lang),
            aspect.label.text(lang),
            lang,
        );
        let right = facts.party.id.to_string();
        let question = self.about_parties(QuizKind::WatAls, asked, &facts, &wrong, text, Some(with))?;
        let before_asked = Asked { index: self.index, profile: &before.profile, outcome: &first };
        Some(QuizQuestion {
            profile: before.texts(self.guide()),
            situation: self.in_words(before_asked),
            right: vec![right],
            ..question
        })
    }

    /// A question of which the options are parties; the right one is that of the answer.
    fn about_parties(
        &mut self,
        kind: QuizKind,
        asked: Asked<'_>,
        facts: &AnswerFacts<'_>,
        wrong: &[Ix<Party>],
        text: String,
        with: Option<String>,
    ) -> Option<QuizQuestion> {
        let aspect = facts.aspect?;
        let (guide, lang, date) = (self.guide(), self.request.lang, asked.outcome.date);
        // What was found out on the way is held against the answer itself.
        let standing = self.standing_in(asked.outcome, &aspect.id);
        let is_wrong = |party: &&Ix<Party>| !standing.contains(&guide.parties[**party].id);
        let wrong: Vec<Ix<Party>> = wrong.iter().filter(is_wrong).copied().collect();
        if facts.verdict != Verdict::Applies || wrong.len() < FEWEST_WRONG {
            return None;
        }
        let option =
            |party: &Party| QuizOption { id: party.id.to_string(), text: party.short_name(date, lang).to_owned() };
        let options = wrong.iter().map(|party| option(&guide.parties[*party])).chain([option(facts.party)]).collect();
        let because = std::iter::once(self.why(facts));
        let not = wrong.iter().filter_map(|party| {
            let task = self.tasks_of(*party, &aspect.id).first().copied()?;
            self.why_not(asked, task)
        });
        let why: Vec<String> = because.chain(not).collect();
        Some(QuizQuestion {
            kind,
            aspect: Some(aspect.id.clone()),
            profile: Situation::new(self.index, asked.profile.clone())?.texts(guide),
            situation: self.in_words(asked),
            date,
            text,
            options: self.mixed(options),
            right: Vec::new(),
            why: why.join(" "),
            sources: sources(&facts.record.cites),
            about: About { with, ..About::default() },
        })
    }

    /// A situation in which a task certainly applies, as little known as that takes.
    pub(super) fn certain(&mut self, key: Ix<Responsibility>) -> Option<Situation> {
        let record = Conditioned::Responsibility(key);
        let facets = facets_of(self.guide(), &self.guide().responsibilities[key].aspect);
        let situation = self.situations.somebody(record, &facets, &mut self.rng)?;
        let holds = |situation: &Situation| situation.verdict(self.index, record) == Verdict::Applies;
        holds(&situation).then(|| self.situations.as_little(situation, holds))
    }

    /// A situation in which a task certainly applies and some other parties of its aspect certainly have none.
    fn situation_with_wrong(&mut self, key: Ix<Responsibility>) -> Option<(Situation, Vec<Ix<Party>>)> {
        let (index, guide) = (self.index, self.guide());
        let record = Conditioned::Responsibility(key);
        let aspect = &guide.responsibilities[key].aspect;
        let situation = self.situations.somebody(record, &facets_of(guide, aspect), &mut self.rng)?;
        let holds = |situation: &Situation| situation.verdict(index, record) == Verdict::Applies;
        if !holds(&situation) {
            return None;
        }
        let parties = self.parties_in(aspect);
        let stands = |tasks: &[Ix<Responsibility>]| !self.are_excluded(&situation, tasks);
        // A part or a whole of somebody who is responsible, or may be, is not wrong.
        let related: BTreeSet<&PartyId> =
            parties.iter().filter(|(_, tasks)| stands(tasks)).flat_map(|(party, _)| family(guide, *party)).collect();
        let mut wrong: Vec<Ix<Party>> =
            parties.keys().copied().filter(|party| !related.contains(&guide.parties[*party].id)).collect();
        shuffle(&mut wrong, &mut self.rng);
        let is_near = |party: &Ix<Party>| {
            let tasks = parties.get(party).map(Vec::as_slice).unwrap_or_default();
            let given = situation.profile.given_facets(guide).into_iter();
            let mut less = given.filter_map(|facet| situation.without(index, facet));
            less.any(|less| !self.are_excluded(&less, tasks))
        };
        wrong.sort_by_key(|party| !is_near(party));
        wrong.truncate(MOST_OPTIONS - 1);
        if wrong.len() < FEWEST_WRONG {
            return None;
        }
        let keeps = |less: &Situation| {
            let mut tasks = wrong.iter().filter_map(|party| parties.get(party));
            holds(less) && tasks.all(|tasks| self.are_excluded(less, tasks))
        };
        let situation = self.situations.as_little(situation, keeps);
        Some((situation, wrong))
    }

    /// A situation that differs in one facet from one in which a task applies, and in which its party has none.
    fn near_miss(&mut self, key: Ix<Responsibility>) -> Option<Situation> {
        let party = self.index.party_of(key)?;
        let own = self.family_tasks(party, &self.guide().responsibilities[key].aspect);
        let meets = self.certain(key)?;
        let excluded = |situation: &Situation| self.are_excluded(situation, &own);
        let (situation, _) = self.flipped(&meets, excluded)?;
        Some(self.situations.as_little(situation, excluded))
    }

    /// A situation that differs in what is known of one facet, and is as wanted.
    fn flipped(&self, from: &Situation, is_wanted: impl Fn(&Situation) -> bool) -> Option<(Situation, Ix<Facet>)> {
        let guide = self.guide();
        let mut rng = self.rng.clone();
        let given = from.profile.given_facets(guide).into_iter();
        let mut facets: Vec<Ix<Facet>> = given.filter(|facet| self.situations.is_open(*facet)).collect();
        shuffle(&mut facets, &mut rng);
        facets.into_iter().find_map(|facet| {
            let mut ways = answers(&guide.facets[facet]);
            shuffle(&mut ways, &mut rng);
            let mut other = ways.iter().filter_map(|values| from.with(self.index, facet, values));
            let found = other.find(|other| is_wanted(other))?;
            Some((found, facet))
        })
    }

    /// Whether none of these tasks can hold.
    fn are_excluded(&self, situation: &Situation, tasks: &[Ix<Responsibility>]) -> bool {
        let verdict = |task: &Ix<Responsibility>| situation.verdict(self.index, Conditioned::Responsibility(*task));
        tasks.iter().all(|task| verdict(task) == Verdict::Excluded)
    }

    /// The parties that have a task in an aspect on the day of asking.
    fn parties_in(&self, aspect: &AspectId) -> Parties {
        let (guide, as_of) = (self.guide(), AsOf::from(self.request.date));
        let mut parties = Parties::new();
        for (ix, record) in guide.responsibilities.enumerate() {
            let party = self.index.party_of(ix).filter(|party| guide.parties[*party].scope.is_executing());
            let Some(party) = party.filter(|_| record.aspect == *aspect) else { continue };
            if as_of.is_within(&record.valid, &record.area) {
                parties.entry(party).or_default().push(ix);
            }
        }
        parties
    }

    fn tasks_of(&self, party: Ix<Party>, aspect: &AspectId) -> Vec<Ix<Responsibility>> {
        self.parties_in(aspect).remove(&party).unwrap_or_default()
    }

    /// The tasks in an aspect of a party, its parts and its wholes.
    fn family_tasks(&self, party: Ix<Party>, aspect: &AspectId) -> Vec<Ix<Responsibility>> {
        let family = family(self.guide(), party);
        let own = self.parties_in(aspect).into_iter();
        own.filter(|(party, _)| family.contains(&self.guide().parties[*party].id))
            .flat_map(|(_, tasks)| tasks)
            .collect()
    }

    /// Who is, or may be, responsible in an aspect, with their parts and wholes.
    fn standing_in(&self, outcome: &Outcome, aspect: &AspectId) -> BTreeSet<&PartyId> {
        let own = outcome.answers_in(self.index, aspect).into_iter();
        own.filter_map(|(task, _)| self.index.party_of(task)).flat_map(|party| family(self.guide(), party)).collect()
    }

    /// Why a task holds, with what it is.
    pub(super) fn why(&self, facts: &AnswerFacts<'_>) -> String {
        let (guide, lang) = (self.guide(), self.request.lang);
        let because = match facts.why() {
            Why::Because(reasons) => {
                let say = |reason: &crate::lookup::Reason| {
                    words::facet_with_values(&guide.facets[reason.facet], &reason.values, lang)
                };
                reasons.iter().map(say).collect::<Vec<_>>().join(", ")
            }
            Why::DependsOn(_) | Why::Not(_) => String::new(),
        };
        let party = facts.party.short_name(facts.asked.outcome.date, lang);
        text::because(party, &facts.record.task, &because, lang)
    }

    /// Why a task does not hold; `None` when nothing that is known excludes it.
    fn why_not(&self, asked: Asked<'_>, task: Ix<Responsibility>) -> Option<String> {
        let (guide, lang) = (self.guide(), self.request.lang);
        let not = self.index.why_not(asked.profile, asked.outcome, task)?;
        let needs: Vec<String> = not
            .by
            .iter()
            .filter_map(|by| match by {
                Exclusion::Facet(reason) => {
                    Some(words::facet_with_values(&guide.facets[reason.facet], &reason.values, lang))
                }
                Exclusion::Date { .. } | Exclusion::Region(_) => None,
            })
            .collect();
        let party = guide.party(&guide.responsibilities[task].party)?.short_name(asked.outcome.date, lang);
        Some(text::not_this(party, &needs.join(", "), lang))
    }
}
