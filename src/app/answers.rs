//! The answer in words, made once per change so that a frame only draws.

use std::collections::BTreeMap;

use super::Selected;
use crate::{
    lookup::{Index, Match, Outcome},
    model::{Gap, Guide, Ix, Lang, PartyId, Responsibility},
    present::{AnswerFacts, Asked},
    text::words,
};

/// All answers, by phase.
#[derive(Clone, Debug, Default)]
pub struct AnswersView {
    /// The phases, in order.
    pub phases: Vec<PhaseView>,
}

/// One column.
#[derive(Clone, Debug)]
pub struct PhaseView {
    /// `A` to `D`.
    pub letter: char,
    /// Its short name.
    pub title: String,
    /// The aspects that have something to show.
    pub aspects: Vec<AspectView>,
}

/// One block of a column.
#[derive(Clone, Debug)]
pub struct AspectView {
    /// Its name.
    pub label: String,
    /// Primary answers, certain ones first.
    pub primary: Vec<AnswerView>,
    /// Who else is involved, certain ones first.
    pub others: Vec<OtherView>,
    /// Gaps, certain ones first.
    pub gaps: Vec<GapView>,
}

/// One answer.
#[derive(Clone, Debug)]
pub struct AnswerView {
    /// The responsibility.
    pub responsibility: Ix<Responsibility>,
    /// What explains it.
    pub selects: Selected,
    /// How it stands.
    pub verdict: Match,
    /// The party, as short as the field calls it.
    pub party: String,
    /// The part it plays.
    pub role: &'static str,
    /// What it does.
    pub task: String,
    /// The number to call, where a source gives one.
    pub phone: Option<String>,
    /// The first time limit.
    pub term: Option<String>,
    /// How old the youngest source is.
    pub age: String,
    /// What is different at the party for now.
    pub alerts: Vec<String>,
    /// Whether it is a task of the party where the user works.
    pub is_own: bool,
    /// What it receives, where that is not a person.
    pub receives: Option<&'static str>,
    /// What a screen reader says.
    pub name: String,
}

/// A party that is involved in an aspect without being the one to turn to.
#[derive(Clone, Debug)]
pub struct OtherView {
    /// What explains it: its only task here, or else the party.
    pub selects: Selected,
    /// Its tasks here.
    pub responsibilities: Vec<Ix<Responsibility>>,
    /// How the most certain of them stands.
    pub verdict: Match,
    /// The party, as short as the field calls it.
    pub party: String,
    /// The parts it plays.
    pub roles: String,
    /// What it does, a line each.
    pub tasks: String,
    /// What a screen reader says.
    pub name: String,
}

/// One gap.
#[derive(Clone, Debug)]
pub struct GapView {
    /// The gap.
    pub gap: Ix<Gap>,
    /// What explains it.
    pub selects: Selected,
    /// How it stands.
    pub verdict: Match,
    /// What kind.
    pub kind: &'static str,
    /// What is missing.
    pub text: String,
    /// Whom to ask now.
    pub ask: String,
    /// What a screen reader says.
    pub name: String,
}

impl AnswersView {
    pub(super) fn new(asked: Asked<'_>, own: Option<&PartyId>, lang: Lang) -> Self {
        let Asked { index, outcome, .. } = asked;
        let guide = index.guide();
        let phases = guide.phases.iter().map(|phase| {
            let aspects = phase.aspects.iter().map(|aspect| {
                let views = asked.answers_in(&aspect.id).map(|facts| {
                    let is_own = own.is_some_and(|own| facts.party.id == *own || facts.party.part_of.contains(own));
                    // One's own task is shown as a card, primary or not.
                    (facts.record.primary || is_own, AnswerView { is_own, ..answer(&facts, lang) })
                });
                let (primary, others): (Vec<_>, Vec<_>) = views.partition(|(primary, _)| *primary);
                let others = others.into_iter().map(|(_, view)| view);
                let gaps = outcome.gaps_in(index, &aspect.id).into_iter();
                let mut primary: Vec<AnswerView> = primary.into_iter().map(|(_, view)| view).collect();
                primary.sort_by_key(|view| !view.is_own);
                AspectView {
                    label: aspect.label.text(lang).to_owned(),
                    primary,
                    others: by_party(index, others, lang),
                    gaps: gaps.map(|(position, verdict)| gap(guide, outcome, position, verdict, lang)).collect(),
                }
            });
            let has_content =
                |view: &AspectView| !(view.primary.is_empty() && view.others.is_empty() && view.gaps.is_empty());
            PhaseView {
                letter: phase.letter,
                title: phase.short.text(lang).to_owned(),
                aspects: aspects.filter(has_content).collect(),
            }
        });
        Self { phases: phases.collect() }
    }
}

/// One line per party, where its first answer stood.
fn by_party(index: &Index, answers: impl Iterator<Item = AnswerView>, lang: Lang) -> Vec<OtherView> {
    let mut others: Vec<OtherView> = Vec::new();
    let mut rows = BTreeMap::new();
    for answer in answers {
        let Some(party) = index.party_of(answer.responsibility) else { continue };
        let row = *rows.entry(party).or_insert(others.len());
        match others.get_mut(row) {
            Some(other) => {
                // More than one task is told with the party.
                other.selects = Selected::Party(index.guide().parties[party].id.clone());
                other.responsibilities.push(answer.responsibility);
                if !other.roles.contains(answer.role) {
                    other.roles = format!("{}, {}", other.roles, answer.role);
                }
                other.tasks = format!("{}\n{}", other.tasks, answer.task);
                other.name = format!("{} {}", other.name, answer.task);
            }
            None => others.push(OtherView {
                selects: answer.selects,
                responsibilities: vec![answer.responsibility],
                verdict: answer.verdict,
                roles: answer.role.to_owned(),
                name: format!(
                    "{}, {}, {}. {}",
                    answer.party,
                    answer.role,
                    words::verdict(answer.verdict, lang),
                    answer.task
                ),
                tasks: answer.task,
                party: answer.party,
            }),
        }
    }
    others
}

fn answer(facts: &AnswerFacts<'_>, lang: Lang) -> AnswerView {
    let (record, date) = (facts.record, facts.asked.outcome.date);
    let name = facts.party.short_name(date, lang).to_owned();
    let role = words::role(record.role, lang);
    let age = if facts.is_old { words::old_source_age } else { words::source_age };
    AnswerView {
        responsibility: facts.ix,
        selects: Selected::Responsibility(record.id.clone()),
        verdict: facts.verdict,
        role,
        task: record.task.clone(),
        phone: facts.phone.filter(|_| record.primary).map(|contact| contact.value.clone()),
        term: term(facts, lang),
        age: age(facts.last_source, lang),
        alerts: facts.alerts.iter().map(|alert| alert.text.clone()).collect(),
        is_own: false,
        receives: facts.receives_else().map(|receives| words::receives_what(receives, lang)),
        name: format!("{name}, {role}, {}. {}", words::verdict(facts.verdict, lang), record.task),
        party: name,
    }
}

/// The first limit; or, where it still depends which one holds, each of them.
fn term(facts: &AnswerFacts<'_>, lang: Lang) -> Option<String> {
    let first = facts.terms.first()?;
    if first.beside.is_empty() {
        return Some(words::term_length(first.term, lang));
    }
    let lengths = facts.terms.iter().map(|fact| words::term_length(fact.term, lang));
    Some(words::one_of(&lengths.collect::<Vec<_>>(), lang))
}

fn gap(guide: &Guide, outcome: &Outcome, position: Ix<Gap>, verdict: Match, lang: Lang) -> GapView {
    let gap = &guide.gaps[position];
    let ask = party_name(guide, &gap.ask, outcome, lang);
    let kind = words::gap_kind(gap.kind, lang);
    GapView {
        gap: position,
        selects: Selected::Gap(gap.id.clone()),
        verdict,
        kind,
        text: gap.text.clone(),
        name: format!("{}, {kind}. {} {}: {ask}", words::gap(lang), gap.text, words::ask(lang)),
        ask,
    }
}

fn party_name(guide: &Guide, id: &PartyId, outcome: &Outcome, lang: Lang) -> String {
    guide.party(id).map_or(id.as_str(), |party| party.short_name(outcome.date, lang)).to_owned()
}
