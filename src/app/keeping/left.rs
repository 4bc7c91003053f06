//! What the last command left for somebody to decide, as a list to go through.

use std::sync::Arc;

use super::{Keeping, history::HistoryKey, records};
use crate::{
    app::App,
    edit::{self, Left, LeftBecause, StepId, Why},
    model::{Entry, EntryKey, FieldPath, Guide, Lang, RecordKey},
    text::{fields, keeping as text},
};

/// What a step left to decide, as far as nobody looked at it.
#[derive(Clone, Debug)]
pub(super) struct ToLook {
    step: StepId,
    left: Vec<Left>,
}

/// All that the list is made from: the history, and how much is left of it.
pub(super) type LookKey = (HistoryKey, usize);

/// Something that somebody should look at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LookRow {
    /// The record.
    pub record: RecordKey,
    /// The field.
    pub at: FieldPath,
    /// What the record is called.
    pub title: String,
    /// What to look at, and why.
    pub why: String,
}

/// Why something is to be looked at.
pub(super) fn because(because: LeftBecause, lang: Lang) -> &'static str {
    match because {
        LeftBecause::NamesIt => text::left_names_it(lang),
        LeftBecause::MayConcern => text::left_may_concern(lang),
        LeftBecause::OtherSource => text::left_other_source(lang),
        LeftBecause::SharingGround => text::left_sharing_ground(lang),
        LeftBecause::OwnNumber => text::left_own_number(lang),
        LeftBecause::Expected => text::left_expected(lang),
        LeftBecause::BeginsLater => text::left_begins_later(lang),
        LeftBecause::Emptied => text::left_emptied(lang),
        LeftBecause::ToItself => text::left_to_itself(lang),
        LeftBecause::NoNumber => text::left_no_number(lang),
        LeftBecause::NoContact => text::left_no_contact(lang),
    }
}

/// Which field is to be looked at, and why.
pub(super) fn words(left: &Left, lang: Lang) -> String {
    let field = left.field.root().map(|field| fields::own(left.record.kind(), field, lang));
    match field {
        Some(field) => format!("{field}: {}", because(left.because, lang)),
        None => because(left.because, lang).to_owned(),
    }
}

impl Keeping {
    /// Keeps what a step leaves to decide; of an earlier one nothing more is told.
    pub(super) fn leave(&mut self, left: Vec<Left>) {
        let step = self.history.log().now().cloned();
        self.to_look = step.filter(|_| !left.is_empty()).map(|step| ToLook { step, left });
    }

    /// Somebody looked at it.
    pub(super) fn looked_at(&mut self, record: &RecordKey, at: &FieldPath) {
        if let Some(to_look) = &mut self.to_look {
            to_look.left.retain(|left| (&left.record, &left.field) != (record, at));
        }
    }

    fn to_look(&self, guide: &Guide, lang: Lang) -> Vec<LookRow> {
        let Some(to_look) = &self.to_look else { return Vec::new() };
        // What was undone left nothing.
        if !self.history.log().standing().iter().any(|step| step.id == to_look.step) {
            return Vec::new();
        }
        let there =
            to_look.left.iter().filter(|left| edit::get(guide, &EntryKey::Record(left.record.clone())).is_some());
        let row = |left: &Left| LookRow {
            record: left.record.clone(),
            at: left.field.clone(),
            title: records::title(guide, &left.record, lang),
            why: words(left, lang),
        };
        there.map(row).collect()
    }
}

impl Keeping {
    /// What a party was called and what it is called now, after the step that left something did that.
    fn newly_named(&self, lang: Lang) -> Option<(String, String)> {
        let step = self.history.log().step(&self.to_look.as_ref()?.step)?;
        let Why::NewName { party, from, .. } = &step.why else { return None };
        let change = step.changes.iter().find(|change| change.key() == RecordKey::from(party).into())?;
        let called = |entry: Option<&Entry>| match entry {
            Some(Entry::Party(party)) => Some(party.short_name(from.first_day(), lang).to_owned()),
            _ => None,
        };
        called(change.before()).zip(called(change.after()))
    }
}

impl App {
    /// What a party was called and is called now, where texts may still say the old name.
    pub fn newly_named(&self) -> Option<(String, String)> {
        self.keeping.as_ref()?.newly_named(self.settings.language)
    }

    /// What the last command left to decide and nobody looked at, and after which step.
    pub fn to_look_at(&self) -> Option<(StepId, Arc<[LookRow]>)> {
        let keeping = self.keeping.as_ref()?;
        let to_look = keeping.to_look.as_ref()?;
        let (step, left) = (to_look.step.clone(), to_look.left.len());
        let rows = keeping.look_rows.get((keeping.history_key(self.settings.language), left), || {
            keeping.to_look(keeping.guide(), self.settings.language).into()
        });
        Some((step, rows)).filter(|(_, rows)| !rows.is_empty())
    }
}
