//! The answer in words, made once per change so that a frame only draws.

use std::collections::BTreeMap;

use super::Selected;
use crate::{
    lookup::{Index, Match, Outcome, is_old, last_source},
    model::{Gap, Guide, Ix, Lang, PartyId, Responsibility, Role},
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
    pub(super) fn new(index: &Index, outcome: &Outcome, own: Option<&PartyId>, lang: Lang) -> Self {
        let guide = index.guide();
        let phases = guide.phases.iter().map(|phase| {
            let aspects = phase.aspects.iter().map(|aspect| {
                let answers = outcome.answers_in(index, &aspect.id);
                let views = answers.into_iter().map(|(position, verdict)| {
                    let record = &guide.responsibilities[position];
                    let is_own = own.is_some_and(|own| {
                        let party = guide.party(&record.party);
                        record.party == *own || party.is_some_and(|party| party.part_of.contains(own))
                    });
                    let view = answer(guide, outcome, record, position, verdict, lang);
                    // One's own task is shown as a card, primary or not.
                    (record.primary || is_own, AnswerView { is_own, ..view })
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

fn answer(
    guide: &Guide,
    outcome: &Outcome,
    record: &Responsibility,
    position: Ix<Responsibility>,
    verdict: Match,
    lang: Lang,
) -> AnswerView {
    let party = guide.party(&record.party);
    let name = party.map_or(record.party.as_str(), |party| party.short_name(outcome.date, lang)).to_owned();
    let role = words::role(record.role, lang);
    let phone = party.and_then(|party| record.phone_on(party, outcome.date)).map(|contact| contact.value.clone());
    let last = last_source(guide, &record.cites, outcome.date);
    let is_old = is_old(last, outcome.date);
    let receives = record.receives.or_else(|| party.and_then(|party| party.receives));
    let receives = receives.filter(|r| *r != crate::model::Receives::Slachtoffer && record.role != Role::Beslist);
    AnswerView {
        responsibility: position,
        selects: Selected::Responsibility(record.id.clone()),
        verdict,
        role,
        task: record.task.clone(),
        phone: phone.filter(|_| record.primary),
        term: record.terms.first().map(|term| words::term_length(term, lang)),
        age: if is_old { words::old_source_age(last, lang) } else { words::source_age(last, lang) },
        alerts: party.into_iter().flat_map(|p| p.alerts_on(outcome.date)).map(|alert| alert.text.clone()).collect(),
        is_own: false,
        receives: receives.map(|receives| words::receives_what(receives, lang)),
        name: format!("{name}, {role}, {}. {}", words::verdict(verdict, lang), record.task),
        party: name,
    }
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
