//! What was done to the guide, in words.

use std::{collections::BTreeSet, sync::Arc};

use super::{Keeping, records};
use crate::{
    app::{App, once::OfGuide},
    edit::{Row, Step, StepId, Why},
    model::{ClockTime, Date, Entry, EntryKey, Guide, Lang, RecordKey, Renamed},
    present::change,
    text::{keeping as text, words as text_words},
};

/// A step in the list of all that was done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StepRow {
    /// The step.
    pub id: StepId,
    /// What it did, in one sentence.
    pub words: String,
    /// All that it changed, a sentence each.
    pub details: Vec<String>,
    /// When.
    pub on: (Date, ClockTime),
    /// By whom, as they call themselves.
    pub by: String,
    /// Whether it stands.
    pub stands: bool,
    /// Whether it is the last that stands.
    pub is_now: bool,
    /// Whether it was taken back by itself since.
    pub is_taken_back: bool,
}

impl StepRow {
    /// A step that stands.
    pub(super) fn of(step: &Step, guide: &Guide, taken_back: &BTreeSet<StepId>, lang: Lang) -> Self {
        let details = details(step, guide, lang);
        Self {
            id: step.id.clone(),
            words: named(step, &details, guide, lang),
            details,
            on: (step.on, step.at),
            by: step.by.clone(),
            stands: true,
            is_now: false,
            is_taken_back: taken_back.contains(&step.id),
        }
    }
}

/// What is told of the history in every frame.
#[derive(Debug)]
pub(super) struct Standing {
    to_undo: Option<Arc<str>>,
    to_redo: Option<Arc<str>>,
    unsaved: usize,
}

/// All that words about the history are made from: the guide that gives the names, how many events there are, which step
/// is saved, and the language.
#[derive(Debug, PartialEq)]
pub(super) struct HistoryKey(OfGuide, usize, Option<StepId>, Lang);

impl Keeping {
    pub(super) fn history_key(&self, lang: Lang) -> HistoryKey {
        let events = self.history.log().events().len();
        HistoryKey(OfGuide::new(self.guide()), events, self.saved.clone(), lang)
    }

    fn standing(&self, lang: Lang) -> Arc<Standing> {
        self.standing.get(self.history_key(lang), || {
            let log = self.history.log();
            let told = |step: Option<&Step>| step.map(|step| words(step, self.guide(), lang).into());
            let unsaved = log.way(self.saved.as_ref()).map_or(0, |way| way.len());
            // What somebody else saved in the file is none of these steps.
            let is_other = unsaved == 0 && !Arc::ptr_eq(&self.in_file, self.guide()) && self.in_file != *self.guide();
            let unsaved = if is_other { 1 } else { unsaved };
            Arc::new(Standing { to_undo: told(log.to_undo()), to_redo: told(log.to_redo()), unsaved })
        })
    }

    /// Which steps were taken back one by one.
    pub(super) fn taken_back(&self) -> BTreeSet<StepId> {
        let steps = self.earlier.steps().iter().chain(self.history.log().standing());
        let taken_back = steps.filter_map(|step| match &step.why {
            Why::Reverted(id) => Some(id.clone()),
            _ => None,
        });
        taken_back.collect()
    }

    fn steps(&self, lang: Lang) -> Arc<[StepRow]> {
        let (log, guide) = (self.history.log(), self.guide());
        self.steps.get(self.history_key(lang), || {
            let taken_back = self.taken_back();
            let row = |row: Row<'_>| StepRow {
                stands: row.stands,
                is_now: log.now() == Some(&row.step.id),
                ..StepRow::of(row.step, guide, &taken_back, lang)
            };
            log.rows().into_iter().rev().map(row).collect()
        })
    }
}

impl App {
    /// All that was done to the guide, the newest first.
    pub fn steps(&self) -> Arc<[StepRow]> {
        self.keeping.as_ref().map_or_else(Arc::default, |keeping| keeping.steps(self.settings.language))
    }

    /// What undoing would undo, in words.
    pub fn to_undo(&self) -> Option<Arc<str>> {
        self.standing()?.to_undo.clone()
    }

    /// What doing again would do, in words.
    pub fn to_redo(&self) -> Option<Arc<str>> {
        self.standing()?.to_redo.clone()
    }

    /// How many steps stand that the file has not, or the other way round.
    pub fn unsaved_steps(&self) -> usize {
        self.standing().map_or(0, |standing| standing.unsaved)
    }

    fn standing(&self) -> Option<Arc<Standing>> {
        self.keeping.as_ref().map(|keeping| keeping.standing(self.settings.language))
    }
}

/// What a step did, in one sentence.
pub(super) fn words(step: &Step, guide: &Guide, lang: Lang) -> String {
    named(step, &details(step, guide, lang), guide, lang)
}

/// What a step did as the one who did it calls that, and else what it changed.
fn named(step: &Step, details: &[String], guide: &Guide, lang: Lang) -> String {
    let changed = || in_one(details, lang);
    match &step.why {
        Why::HandedOver { task, to, from } => {
            let called = |key: RecordKey| records::title(guide, &key, lang);
            let task = called(RecordKey::Responsibility(task.clone()));
            let day = text_words::day(*from, lang);
            text::task_handed_over(&text_words::excerpt(&task), &called(RecordKey::Party(to.clone())), &day, lang)
        }
        Why::NewName { party, name, from } => {
            let entry = step.changes.iter().find(|change| change.key() == RecordKey::from(party).into());
            let old = match entry.and_then(|change| change.before()) {
                Some(Entry::Party(old)) => old.short_name(from.first_day(), lang).to_owned(),
                _ => records::title(guide, &RecordKey::from(party), lang),
            };
            text::newly_named(&old, name, &text_words::partial_day(*from, lang), lang)
        }
        Why::Replaced { from, to } if details.len() > 1 => text::replaced(from, to, details.len(), lang),
        Why::Verified => text::checked_with_party(step.changes.len(), lang),
        Why::Merged(name) | Why::Accepted(name) | Why::Imported(name) => text::taken_from(name, &changed(), lang),
        Why::Reverted(_) => text::reverted(&changed(), lang),
        Why::Edited | Why::Pasted | Why::Fixed(_) | Why::Replaced { .. } | Why::Renamed | Why::Resolved => changed(),
    }
}

/// All that a step changed in one sentence.
fn in_one(details: &[String], lang: Lang) -> String {
    match details {
        [] => text::no_step(lang).to_owned(),
        [only] => only.clone(),
        [first, more @ ..] => text::and_more(first, more.len(), lang),
    }
}

/// All that a step changed. Names are those of the guide as it is now: a step keeps only what it changed.
fn details(step: &Step, guide: &Guide, lang: Lang) -> Vec<String> {
    if let Some(renamed) = renamed(step).filter(|renamed| !renamed.is_empty()) {
        return change::renamed(&renamed, guide, lang).into_iter().map(|facts| facts.text).collect();
    }
    change::edits(&step.changes, guide, guide, lang).into_iter().map(|facts| facts.text).collect()
}

/// The ids that a step gave, where that is all it did: what names the record has changed only in that.
fn renamed(step: &Step) -> Option<Vec<Renamed>> {
    let heads = |entry: Option<&Entry>| match entry {
        Some(Entry::Head(head)) => Some(head.renamed.clone()),
        _ => None,
    };
    let change = step.changes.iter().find(|change| change.key() == EntryKey::Record(RecordKey::Guide))?;
    let (before, after) = (heads(change.before())?, heads(change.after())?);
    let new = after.into_iter().filter(|renamed| !before.contains(renamed));
    (step.why == Why::Renamed).then(|| new.collect())
}
