//! The answer as the window shows it: which rows there are, once per change; their words, once they are shown.

use std::sync::OnceLock;

use super::{App, Selected};
use crate::{
    lookup::{Index, Outcome, Verdict},
    model::{Column, Gap, Guide, Ix, Lang, Party, Responsibility},
    present::{AnswerFacts, GapFacts},
    text::{sources, words},
};

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
    /// Its name.
    pub label: String,
    /// Primary answers, certain ones first.
    pub primary: Vec<AnswerRow>,
    /// Who else is involved, certain ones first.
    pub others: Vec<OtherRow>,
    /// Gaps, certain ones first.
    pub gaps: Vec<GapRow>,
}

/// One answer, before it is put into words by [`App::answer`].
#[derive(Clone, Debug)]
pub struct AnswerRow {
    /// The responsibility.
    pub responsibility: Ix<Responsibility>,
    /// How it stands.
    pub verdict: Verdict,
    /// Whether it is a task of the party where the user works.
    pub is_own: bool,
    words: OnceLock<Option<Box<AnswerView>>>,
}

/// A party that is involved in an aspect without being the one to turn to, before [`App::other`] puts it into words.
#[derive(Clone, Debug)]
pub struct OtherRow {
    /// The party.
    pub party: Ix<Party>,
    /// How the most certain of its tasks here stands.
    pub verdict: Verdict,
    task: Ix<Responsibility>,
    more_tasks: Vec<Ix<Responsibility>>,
    words: OnceLock<Box<OtherView>>,
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
    /// How the most certain of them stands.
    pub verdict: Verdict,
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

impl AnswersView {
    pub(super) fn new(index: &Index, outcome: &Outcome, own: Option<Ix<Party>>, lang: Lang) -> Self {
        let guide = index.guide();
        let mut rows = Rows { index, own, row_of: guide.parties.column(|_| None) };
        let phases = guide.phases.iter().map(|phase| {
            let aspects = phase.aspects.iter().map(|aspect| {
                let (primary, others) = rows.of(outcome.answers_in(index, &aspect.id));
                let gaps = outcome.gaps_in(index, &aspect.id).into_iter();
                let gaps = gaps.map(|(gap, verdict)| GapRow { gap, verdict, words: OnceLock::new() }).collect();
                AspectView { label: aspect.label.text(lang).to_owned(), primary, others, gaps }
            });
            let has_content =
                |view: &AspectView| !(view.primary.is_empty() && view.others.is_empty() && view.gaps.is_empty());
            PhaseView {
                letter: phase.letter,
                title: phase.short.text(lang).to_owned(),
                aspects: aspects.filter(has_content).collect(),
            }
        });
        Self { phases: phases.collect(), ..Self::default() }.counted()
    }

    fn counted(mut self) -> Self {
        for aspect in self.phases.iter().flat_map(|phase| &phase.aspects) {
            let answers = aspect.primary.iter().map(|answer| answer.verdict);
            for verdict in answers.chain(aspect.others.iter().map(|other| other.verdict)) {
                let is_certain = verdict == Verdict::Applies;
                self.certain += usize::from(is_certain);
                self.dependent += usize::from(!is_certain);
            }
            self.gaps += aspect.gaps.len();
        }
        self
    }
}

/// Parts the answers of an aspect.
struct Rows<'a> {
    index: &'a Index,
    own: Option<Ix<Party>>,
    /// Where the row of a party is, in the aspect in which it has one.
    row_of: Column<Party, Option<usize>>,
}

impl Rows<'_> {
    /// Those to turn to, one's own first; and one row for each party that is also involved, where its first answer
    /// stood.
    fn of(&mut self, answers: Vec<(Ix<Responsibility>, Verdict)>) -> (Vec<AnswerRow>, Vec<OtherRow>) {
        let (mut primary, mut others) = (Vec::new(), Vec::<OtherRow>::new());
        for (responsibility, verdict) in answers {
            let Some(party) = self.index.party_of(responsibility) else { continue };
            let is_own = self.is_own(party);
            // One's own task is shown as a card, primary or not.
            if is_own || self.index.guide().responsibilities[responsibility].primary {
                primary.push(AnswerRow { responsibility, verdict, is_own, words: OnceLock::new() });
                continue;
            }
            if let Some(other) = self.row_of[party].and_then(|row| others.get_mut(row)) {
                other.more_tasks.push(responsibility);
            } else {
                self.row_of[party] = Some(others.len());
                let (task, more_tasks) = (responsibility, Vec::new());
                others.push(OtherRow { party, verdict, task, more_tasks, words: OnceLock::new() });
            }
        }
        for other in &others {
            self.row_of[other.party] = None;
        }
        primary.sort_by_key(|row| !row.is_own);
        (primary, others)
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
            let view = answer(&facts, self.language());
            Some(Box::new(AnswerView { is_own: row.is_own, ..view }))
        });
        words.as_deref()
    }

    /// Who else is involved, in words.
    pub fn other<'a>(&self, row: &'a OtherRow) -> &'a OtherView {
        row.words.get_or_init(|| Box::new(other(self.guide(), &self.answered.outcome, row, self.language())))
    }

    /// A gap in words.
    pub fn gap<'a>(&self, row: &'a GapRow) -> &'a GapView {
        row.words.get_or_init(|| Box::new(gap(&self.asked().gap(row.gap), self.language())))
    }
}

fn other(guide: &Guide, outcome: &Outcome, row: &OtherRow, lang: Lang) -> OtherView {
    let party = &guide.parties[row.party];
    let first = &guide.responsibilities[row.task];
    let name = party.short_name(outcome.date, lang).to_owned();
    let role = words::role(first.role, lang);
    let mut view = OtherView {
        selects: Selected::Responsibility(first.id.clone()),
        verdict: row.verdict,
        roles: role.to_owned(),
        tasks: first.task.clone(),
        name: format!("{name}, {role}, {}. {}", words::verdict(row.verdict, lang), first.task),
        party: name,
    };
    for task in &row.more_tasks {
        let record = &guide.responsibilities[*task];
        let role = words::role(record.role, lang);
        // More than one task is told with the party.
        view.selects = Selected::Party(party.id.clone());
        if !view.roles.contains(role) {
            view.roles = format!("{}, {role}", view.roles);
        }
        view.tasks = format!("{}\n{}", view.tasks, record.task);
        view.name = format!("{} {}", view.name, record.task);
    }
    view
}

fn answer(facts: &AnswerFacts<'_>, lang: Lang) -> AnswerView {
    let (record, date) = (facts.record, facts.asked.outcome.date);
    let name = facts.party.short_name(date, lang).to_owned();
    let role = words::role(record.role, lang);
    let age = if facts.is_old { sources::old_source_age } else { sources::source_age };
    AnswerView {
        responsibility: facts.ix,
        selects: Selected::Responsibility(record.id.clone()),
        verdict: facts.verdict,
        role,
        task: record.task.clone(),
        phone: facts.phone.filter(|_| record.primary).map(|contact| contact.value.clone()),
        term: term(facts, lang),
        age: age(facts.age, lang),
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
