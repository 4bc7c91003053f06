//! The answer as the window shows it: which rows there are, once per change; their words, once they are shown.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::OnceLock,
};

use super::{App, Selected};
use crate::{
    lookup::{Index, MOST_TOLD, Outcome, Plan, PlanPart, Priorities, Priority, Profile, Verdict, told_at_once},
    model::{Aspect, AspectId, Gap, Guide, Ix, Lang, Party, Responsibility},
    present::{AnswerFacts, GapFacts},
    text::{sources, words},
};

/// So many gaps on which the plan hangs are told at once.
const TOLD_GAPS: usize = 3;

/// All answers, by phase.
#[derive(Clone, Debug, Default)]
pub struct AnswersView {
    /// The phases, in order.
    pub phases: Vec<PhaseView>,
    /// How many rows are certain, gaps not counted.
    pub certain: usize,
    /// How many rows still depend on something, gaps not counted.
    pub dependent: usize,
    /// How many gaps there are.
    pub gaps: usize,
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
    /// Its id.
    pub id: AspectId,
    /// Its name.
    pub label: String,
    /// What is told at once, best first.
    pub told: Vec<AnswerRow>,
    /// What is told when it is asked for: background, unlikely, or less for this person.
    pub folded: Vec<AnswerRow>,
    /// A gap on which the plan hangs, told at once.
    pub told_gap: Option<GapRow>,
    /// The other gaps, certain ones first, told when they are asked for.
    pub gaps: Vec<GapRow>,
}

/// One answer, or all of a party whom one does not turn to, before it is put into words by [`App::answer`].
#[derive(Clone, Debug)]
pub struct AnswerRow {
    /// The responsibility.
    pub responsibility: Ix<Responsibility>,
    /// How it stands.
    pub verdict: Verdict,
    /// Whether it is a task of the party where the user works.
    pub is_own: bool,
    party: Ix<Party>,
    more_tasks: Vec<Ix<Responsibility>>,
    words: OnceLock<Option<Box<AnswerView>>>,
}

/// One gap, before it is put into words by [`App::gap`].
#[derive(Clone, Debug)]
pub struct GapRow {
    /// The gap.
    pub gap: Ix<Gap>,
    /// How it stands.
    pub verdict: Verdict,
    words: OnceLock<Box<GapView>>,
}

/// One answer.
#[derive(Clone, Debug)]
pub struct AnswerView {
    /// The responsibility.
    pub responsibility: Ix<Responsibility>,
    /// What explains it.
    pub selects: Selected,
    /// How it stands.
    pub verdict: Verdict,
    /// The party, as short as the field calls it.
    pub party: String,
    /// The parts it plays.
    pub roles: String,
    /// What it does.
    pub task: String,
    /// What else it does here, where it is not whom one turns to.
    pub more_tasks: Vec<String>,
    /// The number to call, where a source gives one.
    pub phone: Option<String>,
    /// The first time limit.
    pub term: Option<String>,
    /// How old the youngest source is, where that is long ago.
    pub old: Option<String>,
    /// What is different at the party for now.
    pub alerts: Vec<String>,
    /// Whether it is a task of the party where the user works.
    pub is_own: bool,
    /// What it receives, where that is not a person.
    pub receives: Option<&'static str>,
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
    pub verdict: Verdict,
    /// What kind.
    pub kind: &'static str,
    /// What is missing.
    pub text: String,
    /// Whom to ask now.
    pub ask: String,
    /// What a screen reader says.
    pub name: String,
}

impl AnswerRow {
    /// How many tasks it tells of.
    pub fn task_count(&self) -> usize {
        1 + self.more_tasks.len()
    }
}

/// What the rows of an answer follow from.
#[derive(Clone, Copy)]
pub(super) struct Question<'a> {
    pub(super) index: &'a Index,
    pub(super) profile: &'a Profile,
    pub(super) outcome: &'a Outcome,
    pub(super) plan: &'a Plan,
    /// The party where the user works.
    pub(super) own: Option<Ix<Party>>,
}

impl AnswersView {
    pub(super) fn new(question: Question<'_>, lang: Lang) -> Self {
        let guide = question.index.guide();
        let mut rows = Rows::new(question);
        let mut phases: Vec<PhaseView> = Vec::new();
        let mut priorities = Vec::new();
        for phase in &guide.phases {
            let mut aspects = Vec::new();
            for aspect in &phase.aspects {
                let view = rows.of(aspect, &mut priorities, lang);
                if view.folded.is_empty() && view.told_gap.is_none() && view.gaps.is_empty() {
                    priorities.pop();
                } else {
                    aspects.push(view);
                }
            }
            let title = phase.short.text(lang).to_owned();
            phases.push(PhaseView { letter: phase.letter, title, aspects });
        }
        let mut view = Self { phases, ..Self::default() }.counted();
        let gaps = view.aspects_mut().filter(|aspect| aspect.told_gap.is_some()).count();
        let told = told_at_once(&priorities, MOST_TOLD.saturating_sub(gaps));
        for (aspect, told) in view.aspects_mut().zip(told) {
            let rest = aspect.folded.split_off(told);
            aspect.told = std::mem::replace(&mut aspect.folded, one_row_a_party(guide, rest));
        }
        view
    }

    fn aspects_mut(&mut self) -> impl Iterator<Item = &mut AspectView> {
        self.phases.iter_mut().flat_map(|phase| &mut phase.aspects)
    }

    /// How many rows there can be, folded or not.
    pub fn len(&self) -> usize {
        self.certain + self.dependent + self.gaps
    }

    /// Whether nothing holds for anybody.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    fn counted(mut self) -> Self {
        for aspect in self.phases.iter().flat_map(|phase| &phase.aspects) {
            for answer in &aspect.folded {
                let is_certain = answer.verdict == Verdict::Applies;
                self.certain += usize::from(is_certain);
                self.dependent += usize::from(!is_certain);
            }
            self.gaps += aspect.gaps.len() + usize::from(aspect.told_gap.is_some());
        }
        self
    }
}

/// Whom one does not turn to has one row for all that it does, where its first answer stood.
fn one_row_a_party(guide: &Guide, rows: Vec<AnswerRow>) -> Vec<AnswerRow> {
    let mut place: BTreeMap<Ix<Party>, usize> = BTreeMap::new();
    let mut kept: Vec<AnswerRow> = Vec::new();
    for row in rows {
        if row.is_own || guide.responsibilities[row.responsibility].primary {
            kept.push(row);
        } else if let Some(first) = place.get(&row.party) {
            kept[*first].more_tasks.push(row.responsibility);
        } else {
            place.insert(row.party, kept.len());
            kept.push(row);
        }
    }
    kept
}

/// Puts the answers of an aspect in order.
struct Rows<'a> {
    question: Question<'a>,
    order: Priorities<'a>,
    /// The aspects of the steps that a reader is given.
    planned: BTreeSet<&'a AspectId>,
    /// How many gaps can still be told at once.
    gaps_left: usize,
}

impl<'a> Rows<'a> {
    fn new(question: Question<'a>) -> Self {
        let guide = question.index.guide();
        let parts = question.plan.first().iter().flat_map(|step| &step.parts);
        let planned = parts.filter_map(|part| match part {
            PlanPart::Task(task) => Some(&guide.responsibilities[*task].aspect),
            PlanPart::HandOver(referral) => guide.referrals[*referral].to_aspect.as_ref(),
        });
        let order = Priorities::new(question.index, question.outcome, question.profile);
        Self { planned: planned.collect(), gaps_left: TOLD_GAPS, order, question }
    }

    /// All answers as if they were folded, best first, and their priorities beside them.
    fn of(&mut self, aspect: &Aspect, priorities: &mut Vec<Vec<Priority>>, lang: Lang) -> AspectView {
        let Question { index, outcome, .. } = self.question;
        let mut answers: Vec<(Priority, AnswerRow)> = Vec::new();
        for (responsibility, verdict) in outcome.answers_in(index, &aspect.id) {
            let Some(party) = index.party_of(responsibility) else { continue };
            let is_own = self.is_own(party);
            let row =
                AnswerRow { responsibility, verdict, is_own, party, more_tasks: Vec::new(), words: OnceLock::new() };
            answers.push((self.order.of(responsibility, verdict, is_own), row));
        }
        answers.sort_by_key(|(priority, _)| *priority);
        let gaps = outcome.gaps_in(index, &aspect.id).into_iter();
        let mut gaps: Vec<GapRow> =
            gaps.map(|(gap, verdict)| GapRow { gap, verdict, words: OnceLock::new() }).collect();
        // Certain ones stand first.
        let is_told = self.gaps_left > 0
            && self.planned.contains(&aspect.id)
            && gaps.first().is_some_and(|gap| gap.verdict == Verdict::Applies);
        self.gaps_left -= usize::from(is_told);
        let told_gap = is_told.then(|| gaps.remove(0));
        let (ranks, folded) = answers.into_iter().unzip();
        priorities.push(ranks);
        let label = aspect.label.text(lang).to_owned();
        AspectView { id: aspect.id.clone(), label, told: Vec::new(), folded, told_gap, gaps }
    }

    fn is_own(&self, party: Ix<Party>) -> bool {
        let parties = &self.question.index.guide().parties;
        self.question.own.is_some_and(|own| own == party || parties[party].part_of.contains(&parties[own].id))
    }
}

impl App {
    /// An answer in words; `None` when its party is not in the guide.
    pub fn answer<'a>(&self, row: &'a AnswerRow) -> Option<&'a AnswerView> {
        let words = row.words.get_or_init(|| {
            let facts = self.asked().task(row.responsibility)?;
            Some(Box::new(answer(self.guide(), &facts, row, self.language())))
        });
        words.as_deref()
    }

    /// A gap in words.
    pub fn gap<'a>(&self, row: &'a GapRow) -> &'a GapView {
        row.words.get_or_init(|| Box::new(gap(&self.asked().gap(row.gap), self.language())))
    }
}

fn answer(guide: &Guide, facts: &AnswerFacts<'_>, row: &AnswerRow, lang: Lang) -> AnswerView {
    let (record, date) = (facts.record, facts.asked.outcome.date);
    let party = facts.party.short_name(date, lang).to_owned();
    let more: Vec<&Responsibility> = row.more_tasks.iter().map(|task| &guide.responsibilities[*task]).collect();
    let mut roles = words::role(record.role, lang).to_owned();
    for role in more.iter().map(|task| words::role(task.role, lang)) {
        if !roles.contains(role) {
            roles = format!("{roles}, {role}");
        }
    }
    let more_tasks: Vec<String> = more.iter().map(|task| task.task.clone()).collect();
    let told = [format!("{party}, {roles}, {}. {}", words::verdict(facts.verdict, lang), record.task)];
    let phone = facts.phone.map(|contact| contact.value.clone());
    let name: Vec<&str> = told.iter().chain(&more_tasks).chain(&phone).map(String::as_str).collect();
    AnswerView {
        responsibility: facts.ix,
        // More than one task is told with the party.
        selects: if more.is_empty() {
            Selected::Responsibility(record.id.clone())
        } else {
            Selected::Party(facts.party.id.clone())
        },
        verdict: facts.verdict,
        name: name.join(" "),
        roles,
        task: record.task.clone(),
        more_tasks,
        // Whoever works there knows the number.
        phone: phone.filter(|_| !row.is_own),
        term: term(facts, lang),
        old: facts.is_old.then(|| sources::old_source_age(facts.age, lang)),
        alerts: facts.alerts.iter().map(|alert| alert.text.clone()).collect(),
        is_own: row.is_own,
        receives: facts.receives_else().map(|receives| words::receives_what(receives, lang)),
        party,
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

fn gap(facts: &GapFacts<'_>, lang: Lang) -> GapView {
    let record = facts.record;
    let ask =
        facts.ask.map_or(record.ask.as_str(), |party| party.short_name(facts.asked.outcome.date, lang)).to_owned();
    let kind = words::gap_kind(record.kind, lang);
    GapView {
        gap: facts.ix,
        selects: Selected::Gap(record.id.clone()),
        verdict: facts.verdict,
        kind,
        text: record.text.clone(),
        name: format!("{}, {kind}. {} {}: {ask}", words::gap(lang), record.text, words::ask(lang)),
        ask,
    }
}
