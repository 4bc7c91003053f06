//! What was done to the guide, in words.

use crate::{
    app::App,
    edit::{Row, StepId},
    model::{ClockTime, Date, Guide, Lang},
    present::change,
    text::keeping as text,
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
}

impl App {
    /// All that was done to the guide, the newest first.
    pub fn steps(&self) -> Vec<StepRow> {
        let Some(keeping) = &self.keeping else { return Vec::new() };
        let (guide, lang) = (keeping.history.guide(), self.settings.language);
        let log = keeping.history.log();
        let row = |row: Row<'_>| StepRow {
            id: row.step.id.clone(),
            words: words(row.step, guide, lang),
            details: details(row.step, guide, lang),
            on: (row.step.on, row.step.at),
            by: row.step.by.clone(),
            stands: row.stands,
            is_now: log.now() == Some(&row.step.id),
        };
        log.rows().into_iter().rev().map(row).collect()
    }

    /// What undoing would undo, in words.
    pub fn to_undo(&self) -> Option<String> {
        let keeping = self.keeping.as_ref()?;
        let step = keeping.history.log().to_undo()?;
        Some(words(step, keeping.history.guide(), self.settings.language))
    }

    /// What doing again would do, in words.
    pub fn to_redo(&self) -> Option<String> {
        let keeping = self.keeping.as_ref()?;
        let step = keeping.history.log().to_redo()?;
        Some(words(step, keeping.history.guide(), self.settings.language))
    }
}

/// What a step did, in one sentence.
pub(super) fn words(step: &crate::edit::Step, guide: &Guide, lang: Lang) -> String {
    let mut told = details(step, guide, lang);
    match told.len() {
        0 => text::no_step(lang).to_owned(),
        1 => told.remove(0),
        more => text::and_more(&told.remove(0), more - 1, lang),
    }
}

/// All that a step changed. Names are those of the guide as it is now: a step keeps only what it changed.
fn details(step: &crate::edit::Step, guide: &Guide, lang: Lang) -> Vec<String> {
    change::edits(&step.changes, guide, guide, lang).into_iter().map(|facts| facts.text).collect()
}
