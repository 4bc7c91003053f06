//! The answer as the window shows it: which rows there are, once per change; their words, once they are shown.

use std::{collections::BTreeSet, sync::OnceLock};

use super::{App, Selected};
use crate::{
    lookup::{Index, MOST_TOLD, Outcome, Plan, PlanPart, Priorities, Priority, Profile, Verdict, told_at_once},
    model::{Aspect, AspectId, Column, Gap, Guide, Ix, Lang, Party, Responsibility},
    present::{AnswerFacts, GapFacts},
    text::{own, sources, words},
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
    /// The answers that are told when they are asked for, not yet in order.
    rest: Vec<Ranked>,
    folded: OnceLock<Vec<AnswerRow>>,
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
    more_tasks: Vec<Ix<Responsibility>>,
    words: OnceLock<Option<Box<AnswerView>>>,
}

/// An answer and its place among others.
#[derive(Clone, Copy, Debug)]
struct Ranked {
    priority: Priority,
    /// Its place in the aspect, where nothing else decides.
    place: usize,
    responsibility: Ix<Responsibility>,
    verdict: Verdict,
    party: Ix<Party>,
    is_own: bool,
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
    /// That it is one's own supplement, or its number is.
    pub supplement: Option<&'static str>,
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

impl AspectView {
    /// How many tasks are told when they are asked for, by [`App::folded`].
    pub fn folded_tasks(&self) -> usize {
        self.rest.len()
    }

    /// Has these of its answers told at once, and the others when they are asked for.
    fn tell(&mut self, best: &[Ranked]) {
        self.told = best.iter().map(AnswerRow::of).collect();
        self.rest.retain(|answer| best.iter().all(|told| told.place != answer.place));
    }
}

impl Ranked {
    fn order(&self) -> (Priority, usize) {
        (self.priority, self.place)
    }
}

impl AnswerRow {
    fn of(answer: &Ranked) -> Self {
        let Ranked { responsibility, verdict, is_own, .. } = *answer;
        Self { responsibility, verdict, is_own, more_tasks: Vec::new(), words: OnceLock::new() }
    }

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
    /// The party where the user works.
    pub(super) own: Option<Ix<Party>>,
}

/// The answers in order, as long as the plan is not known, which says what of them is told at once.
pub(super) struct Ordered {
    /// All answers as if they were folded, and all gaps.
    view: AnswersView,
    /// Per aspect the answers that may be told at once, best first.
    best: Vec<Vec<Ranked>>,
}

impl Ordered {
    pub(super) fn new(question: Question<'_>, lang: Lang) -> Self {
        let order = Priorities::new(question.index, question.outcome, question.profile);
        let in_order = |aspect| {
            let view = question.aspect(aspect, &order, lang);
            let is_empty = view.rest.is_empty() && view.gaps.is_empty();
            (!is_empty).then(|| (best_of(&view.rest), view))
        };
        let mut view = AnswersView::default();
        let mut best = Vec::new();
        for phase in &question.index.guide().phases {
            let (of_phase, aspects): (Vec<_>, Vec<_>) = phase.aspects.iter().filter_map(in_order).unzip();
            for aspect in &aspects {
                view.count(aspect);
            }
            best.extend(of_phase);
            let title = phase.short.text(lang).to_owned();
            view.phases.push(PhaseView { letter: phase.letter, title, aspects });
        }
        Self { view, best }
    }

    /// With what is told at once beside this plan.
    pub(super) fn beside(self, plan: &Plan, guide: &Guide) -> AnswersView {
        let Self { mut view, best } = self;
        let gaps = view.tell_gaps(plan, guide);
        let priorities: Vec<Vec<Priority>> =
            best.iter().map(|best| best.iter().map(|answer| answer.priority).collect()).collect();
        let told = told_at_once(&priorities, MOST_TOLD.saturating_sub(gaps));
        for ((aspect, best), told) in view.aspects_mut().zip(best).zip(told) {
            aspect.tell(&best[..told]);
        }
        view
    }
}

impl AnswersView {
    /// Tells at once the first certain gaps on which the steps hang that a reader is given; gives how many.
    fn tell_gaps(&mut self, plan: &Plan, guide: &Guide) -> usize {
        let parts = plan.first().iter().flat_map(|step| &step.parts);
        let planned: BTreeSet<&AspectId> = parts
            .filter_map(|part| match part {
                PlanPart::Task(task) => Some(&guide.responsibilities[*task].aspect),
                PlanPart::HandOver(referral) => guide.referrals[*referral].to_aspect.as_ref(),
            })
            .collect();
        // Certain ones stand first.
        let is_certain =
            |aspect: &&mut AspectView| aspect.gaps.first().is_some_and(|gap| gap.verdict == Verdict::Applies);
        let hanging = self.aspects_mut().filter(|aspect| planned.contains(&aspect.id)).filter(is_certain);
        hanging.take(TOLD_GAPS).map(|aspect| aspect.told_gap = Some(aspect.gaps.remove(0))).count()
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

    fn count(&mut self, aspect: &AspectView) {
        let certain = aspect.rest.iter().filter(|answer| answer.verdict == Verdict::Applies).count();
        self.certain += certain;
        self.dependent += aspect.rest.len() - certain;
        self.gaps += aspect.gaps.len();
    }
}

/// The answers of an aspect that may be told at once, best first: no more than can be.
fn best_of(answers: &[Ranked]) -> Vec<Ranked> {
    let mut best: Vec<Ranked> = answers.iter().filter(|answer| !answer.priority.is_folded).copied().collect();
    if best.len() > MOST_TOLD {
        best.select_nth_unstable_by_key(MOST_TOLD, Ranked::order);
        best.truncate(MOST_TOLD);
    }
    best.sort_unstable_by_key(Ranked::order);
    best
}

/// Answers as rows, best first. Whom one does not turn to has one row for all that it does, where its first answer
/// stood.
fn one_row_a_party(guide: &Guide, mut answers: Vec<Ranked>) -> Vec<AnswerRow> {
    answers.sort_unstable_by_key(Ranked::order);
    let mut place: Column<Party, Option<usize>> = guide.parties.column(|_| None);
    let mut kept: Vec<AnswerRow> = Vec::new();
    for answer in &answers {
        let is_apart = answer.is_own || guide.responsibilities[answer.responsibility].primary;
        if let Some(first) = place[answer.party].filter(|_| !is_apart) {
            kept[first].more_tasks.push(answer.responsibility);
            continue;
        }
        if !is_apart {
            place[answer.party] = Some(kept.len());
        }
        kept.push(AnswerRow::of(answer));
    }
    kept
}

impl Question<'_> {
    /// All answers and gaps of an aspect, as if they were folded.
    fn aspect(&self, aspect: &Aspect, order: &Priorities<'_>, lang: Lang) -> AspectView {
        let Self { index, outcome, .. } = *self;
        let answers = outcome.standing_in(index, &aspect.id).enumerate();
        let rest = answers.filter_map(|(place, (responsibility, verdict))| {
            let party = index.party_of(responsibility)?;
            let is_own = self.is_own(party);
            let priority = order.of(responsibility, verdict, is_own);
            Some(Ranked { priority, place, responsibility, verdict, party, is_own })
        });
        let rest = rest.collect();
        let gaps = outcome.gaps_in(index, &aspect.id).into_iter();
        let gaps = gaps.map(|(gap, verdict)| GapRow { gap, verdict, words: OnceLock::new() }).collect();
        let label = aspect.label.text(lang).to_owned();
        let (told, folded) = (Vec::new(), OnceLock::new());
        AspectView { id: aspect.id.clone(), label, told, rest, folded, told_gap: None, gaps }
    }

    fn is_own(&self, party: Ix<Party>) -> bool {
        let parties = &self.index.guide().parties;
        self.own.is_some_and(|own| own == party || parties[party].part_of.contains(&parties[own].id))
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

    /// What of an aspect is told when it is asked for, best first: background, unlikely, or less for this person.
    pub fn folded<'a>(&self, aspect: &'a AspectView) -> &'a [AnswerRow] {
        aspect.folded.get_or_init(|| one_row_a_party(self.guide(), aspect.rest.clone()))
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
    let is_supplement = facts.is_own()
        || facts.phone.is_some_and(|contact| facts.own.has_contact(contact))
        || more.iter().any(|task| facts.own.has(&task.id));
    let supplement = is_supplement.then(|| own::mark(lang));
    let name = told.iter().chain(&more_tasks).chain(&phone).map(String::as_str);
    let name: Vec<&str> = name.chain(supplement).collect();
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
        supplement,
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        app::{Command, tests::app},
        model::ValueId,
        present::Asked,
    };

    /// All answers of an aspect, each with its priority, put in order in one go.
    fn in_order(app: &App, aspect: &AspectId) -> Vec<(Priority, Ix<Responsibility>, bool)> {
        let Asked { index, profile, outcome } = app.asked();
        let order = Priorities::new(index, outcome, profile);
        let own = app.own_party().map(|own| own.id.clone());
        let is_own = |task: Ix<Responsibility>| {
            let party = &index.guide().parties[index.party_of(task).unwrap()];
            own.as_ref().is_some_and(|own| party.id == *own || party.part_of.contains(own))
        };
        let answers = outcome.answers_in(index, aspect).into_iter();
        let mut answers: Vec<_> =
            answers.map(|(task, verdict)| (order.of(task, verdict, is_own(task)), task, is_own(task))).collect();
        answers.sort_by_key(|(priority, ..)| *priority);
        answers
    }

    #[test]
    fn what_is_told_at_once_and_what_is_folded_are_all_answers_in_order() {
        let mut app = app();
        let cases = app.guide().scenarios.clone();
        let (mut told, mut more) = (0, 0);
        for case in &cases {
            let _ = app.run(Command::ClearAll);
            app.run(Command::SetDate(case.date));
            let given = case.given.iter().map(|(facet, values)| {
                let values: Vec<&str> = values.iter().map(ValueId::as_str).collect();
                format!("{facet}={}", values.join(","))
            });
            let given: Vec<String> = given.collect();
            let profile = Profile::parse(app.guide(), given.iter().map(String::as_str)).unwrap();
            for facet in profile.given_facets(app.guide()) {
                let facet = app.guide().facets[facet].id.clone();
                let known = profile.known(&facet).cloned();
                app.run(Command::Know(facet, known));
            }
            let answers = app.answers();
            for aspect in answers.phases.iter().flat_map(|phase| &phase.aspects) {
                let (expected, rows) = (in_order(&app, &aspect.id), app.folded(aspect));
                let (first, rest) = expected.split_at(aspect.told.len());
                let tasks = |answers: &[(Priority, Ix<Responsibility>, bool)]| -> Vec<Ix<Responsibility>> {
                    answers.iter().map(|(_, task, _)| *task).collect()
                };
                assert_eq!(aspect.told.iter().map(|row| row.responsibility).collect::<Vec<_>>(), tasks(first));
                assert!(aspect.told.iter().all(|row| row.more_tasks.is_empty()));
                // One row a party, where its first answer stands, of whom one does not turn to.
                let stands_apart = |at: usize| {
                    let (_, task, is_own) = rest[at];
                    let party = app.document.index.party_of(task);
                    let is_of_party = |(_, other, is_own): &(Priority, Ix<Responsibility>, bool)| {
                        app.document.index.party_of(*other) == party
                            && !is_own
                            && !app.guide().responsibilities[*other].primary
                    };
                    is_own || app.guide().responsibilities[task].primary || !rest[..at].iter().any(is_of_party)
                };
                let firsts = (0..rest.len()).filter(|at| stands_apart(*at)).map(|at| rest[at].1).collect::<Vec<_>>();
                assert_eq!(rows.iter().map(|row| row.responsibility).collect::<Vec<_>>(), firsts, "{}", case.id);
                let mut all: Vec<_> =
                    rows.iter().flat_map(|row| row.more_tasks.iter().chain([&row.responsibility])).copied().collect();
                let mut expected = tasks(rest);
                all.sort_unstable();
                expected.sort_unstable();
                assert_eq!(all, expected, "{}", case.id);
                assert_eq!(aspect.folded_tasks(), rest.len());
                told += aspect.told.len();
                more += rows.iter().map(|row| row.more_tasks.len()).sum::<usize>();
            }
        }
        assert!(told > cases.len() && more > 0, "{told} {more}");
    }
}
