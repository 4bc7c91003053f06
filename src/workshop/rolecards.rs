//! Role cards: each organisation with only its own duties in a case, for a group that plays it.

use std::collections::BTreeSet;

use super::{Showing, answered::Answered};
use crate::{
    model::{
        AspectId, ContactKind, Date, Ix, Party, Phase, Referral, Responsibility, Role, Scenario, SharingGround, Verdict,
    },
    present::Asked,
    text::{which, words, workshop as text},
};

/// The cards of a case, in the order in which its parties come in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RoleCards {
    /// What the case is called; empty when it is no case of the guide.
    pub case: String,
    /// The days of asking, in words.
    pub day: String,
    /// The word that lies across every page; `None` for a real guide.
    pub watermark: Option<&'static str>,
    /// The cards.
    pub cards: Vec<RoleCard>,
    /// What to say where there is no card.
    pub nothing: String,
}

/// One organisation in a case. Its tasks are Dutch.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoleCard {
    /// What it is called in full.
    pub party: String,
    /// What one brings there; `None` when no source says.
    pub receives: Option<String>,
    /// What it certainly does somewhere in the case, per aspect.
    pub tasks: Vec<RoleTask>,
    /// That it may have more to do; `None` when it has not.
    pub more: Option<String>,
    /// What others hand over to it.
    pub gets: Vec<RoleStep>,
    /// What it hands over, and to whom.
    pub gives: Vec<RoleStep>,
    /// What it may not decide: who does instead.
    pub not_yours: Vec<String>,
    /// The ids of its sources.
    pub sources: Vec<String>,
}

/// A task on a role card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoleTask {
    /// The letter of the phase, and the aspect.
    pub aspect: String,
    /// The part it plays.
    pub role: String,
    /// What it does.
    pub task: String,
    /// Time limits.
    pub terms: Vec<String>,
}

/// A hand-over on a role card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoleStep {
    /// The other parties.
    pub with: Vec<String>,
    /// What is done.
    pub act: String,
    /// What happens.
    pub text: String,
    /// On which ground data may go along, and what the sources say of it.
    pub ground: String,
    /// The number to call; `None` where there is none, or the other calls.
    pub phone: Option<String>,
}

/// What a party has to do with a case.
#[derive(Default)]
struct Part {
    tasks: Vec<Ix<Responsibility>>,
    /// How many more there may be.
    more: usize,
    gets: Vec<Ix<Referral>>,
    gives: Vec<Ix<Referral>>,
}

impl Showing<'_> {
    /// The role cards of a case, over all steps of its main way.
    pub fn role_cards(&self, case: &Scenario) -> RoleCards {
        let way = case.main_way();
        let mut answers = Vec::new();
        for steps in 0..=way.len() {
            let standing = case.after(way.iter().copied().take(steps));
            answers.extend(self.answered(&standing.given, standing.date, standing.gemeente));
        }
        let answers: Vec<Asked<'_>> = answers.iter().map(|answered: &Answered| answered.asked(self.index)).collect();
        RoleCards { case: case.title.text(self.lang).to_owned(), ..self.role_cards_of(&answers) }
    }

    /// The role cards of answers that belong together.
    pub fn role_cards_of(&self, answers: &[Asked<'_>]) -> RoleCards {
        let mut days: Vec<Date> = answers.iter().map(|asked| asked.outcome.date).collect();
        days.dedup();
        let days: Vec<String> = days.into_iter().map(|day| words::day(day, self.lang)).collect();
        let order = self.order(answers);
        let cards = order.into_iter().map(|party| self.role_card(answers, party));
        let guide = self.index.guide();
        RoleCards {
            case: String::new(),
            day: days.join(", "),
            watermark: which::across(guide, self.lang),
            cards: cards.collect(),
            nothing: words::capital(&words::nothing_here(guide, self.lang)),
        }
    }

    /// The parties that certainly have a task somewhere, in the order of the phases.
    fn order(&self, answers: &[Asked<'_>]) -> Vec<Ix<Party>> {
        let guide = self.index.guide();
        let mut order: Vec<Ix<Party>> = Vec::new();
        for aspect in guide.phases.iter().flat_map(|phase| phase.aspects.iter()) {
            for asked in answers {
                let certain = asked
                    .answers_in(&aspect.id)
                    .filter(|facts| facts.verdict == Verdict::Applies && facts.record.primary);
                for party in certain.filter_map(|facts| self.index.party_of(facts.ix)) {
                    if !order.contains(&party) {
                        order.push(party);
                    }
                }
            }
        }
        order
    }

    fn role_card(&self, answers: &[Asked<'_>], party: Ix<Party>) -> RoleCard {
        let guide = self.index.guide();
        let described = &guide.parties[party];
        let part = self.part(answers, party);
        let date = answers.last().map(|asked| asked.outcome.date).unwrap_or_default();
        let named = described.full_name(date, self.lang);
        let own: BTreeSet<&AspectId> = part.tasks.iter().map(|task| &guide.responsibilities[*task].aspect).collect();
        let decides: BTreeSet<&AspectId> = part
            .tasks
            .iter()
            .map(|task| &guide.responsibilities[*task])
            .filter(|record| record.role == Role::Beslist)
            .map(|record| &record.aspect)
            .collect();
        let mut not_yours: Vec<String> = Vec::new();
        for asked in answers {
            for aspect in own.difference(&decides) {
                let others = asked.answers_in(aspect).filter(|facts| {
                    facts.record.role == Role::Beslist
                        && facts.verdict == Verdict::Applies
                        && facts.party.id != described.id
                });
                for facts in others {
                    let label = facts.aspect.map_or(aspect.as_str(), |aspect| aspect.label.text(self.lang));
                    let line = text::decided_by(label, facts.party.short_name(date, self.lang), self.lang);
                    if !not_yours.contains(&line) {
                        not_yours.push(line);
                    }
                }
            }
        }
        let cites = part.tasks.iter().flat_map(|task| &guide.responsibilities[*task].cites);
        let mut ids: Vec<String> = Vec::new();
        for cite in cites {
            let id = cite.source.to_string();
            if !ids.contains(&id) {
                ids.push(id);
            }
        }
        RoleCard {
            party: named.to_owned(),
            receives: described.receives.map(|receives| words::receives_what(receives, self.lang).to_owned()),
            tasks: part.tasks.iter().map(|task| self.role_task(*task)).collect(),
            more: (part.more > 0).then(|| text::more_tasks(part.more, self.lang)),
            gets: self.role_steps(&part.gets, date, false),
            gives: self.role_steps(&part.gives, date, true),
            not_yours,
            sources: ids,
        }
    }

    fn part(&self, answers: &[Asked<'_>], party: Ix<Party>) -> Part {
        let guide = self.index.guide();
        let id = &guide.parties[party].id;
        let mut part = Part::default();
        let mut open: BTreeSet<Ix<Responsibility>> = BTreeSet::new();
        for asked in answers {
            for facts in asked.answers_by(party) {
                if facts.verdict != Verdict::Applies {
                    open.insert(facts.ix);
                } else if !part.tasks.contains(&facts.ix) {
                    part.tasks.push(facts.ix);
                }
            }
            for step in asked.hand_overs().filter(|step| step.verdict == Verdict::Applies) {
                for (own, list) in [(&step.record.to, &mut part.gets), (&step.record.from, &mut part.gives)] {
                    if own == id && !list.contains(&step.ix) {
                        list.push(step.ix);
                    }
                }
            }
        }
        part.more = open.iter().filter(|task| !part.tasks.contains(task)).count();
        let place = |task: &Ix<Responsibility>| guide.aspect_ix(&guide.responsibilities[*task].aspect);
        part.tasks.sort_by_key(place);
        part
    }

    fn role_task(&self, task: Ix<Responsibility>) -> RoleTask {
        let guide = self.index.guide();
        let record = &guide.responsibilities[task];
        let placed: Option<(&Phase, String)> =
            guide.aspect(&record.aspect).map(|(phase, aspect)| (phase, aspect.label.text(self.lang).to_owned()));
        let aspect = placed.map_or_else(
            || record.aspect.to_string(),
            |(phase, aspect)| [&phase.letter.to_string(), aspect.as_str()].join(" "),
        );
        let terms = record.terms.iter();
        let terms = terms.map(|term| [term.text.as_str(), &words::term_length(term, self.lang)].join(": "));
        RoleTask {
            aspect,
            role: words::role(record.role, self.lang).to_owned(),
            task: record.task.clone(),
            terms: terms.collect(),
        }
    }

    /// Hand-overs, those that say the same of several parties as one.
    fn role_steps(&self, steps: &[Ix<Referral>], date: Date, is_own: bool) -> Vec<RoleStep> {
        let mut told: Vec<RoleStep> = Vec::new();
        for step in steps.iter().map(|step| self.role_step(*step, date, is_own)) {
            let is_same = |own: &&mut RoleStep| {
                (&own.act, &own.text, &own.ground, &own.phone) == (&step.act, &step.text, &step.ground, &step.phone)
            };
            match told.iter_mut().find(is_same) {
                Some(own) => own.with.extend(step.with),
                None => told.push(step),
            }
        }
        told
    }

    fn role_step(&self, step: Ix<Referral>, date: Date, is_own: bool) -> RoleStep {
        let guide = self.index.guide();
        let record = &guide.referrals[step];
        let other = if is_own { &record.to } else { &record.from };
        let party = guide.party(other);
        let name = party.map_or(other.as_str(), |party| party.short_name(date, self.lang));
        let ground = words::capital(words::sharing_ground(record.sharing.ground, self.lang));
        let known = record.sharing.ground != SharingGround::Onbekend;
        let phone = party.into_iter().flat_map(|party| &party.contacts).find(|contact| {
            contact.kind == ContactKind::Telefoon && contact.valid.holds_on(date) && contact.for_whom.is_none()
        });
        RoleStep {
            with: vec![name.to_owned()],
            act: words::act(record.act, self.lang).to_owned(),
            text: record.text.clone(),
            ground: if known { [ground.as_str(), &record.sharing.text].join(". ") } else { ground },
            phone: phone.filter(|_| is_own).map(|contact| contact.value.clone()),
        }
    }
}
