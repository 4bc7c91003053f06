//! The record that is shown: its form, what is wrong with it, and who refers to it.

use super::{FormView, naming::form_of, records};
use crate::{
    edit,
    model::{Entry, EntryKey, FieldPath, Guide, Lang, Problem, RecordKey, Severity},
    present::{self, ConflictFacts},
    review,
    text::problems,
};

/// A record with all that is to be said of it.
#[derive(Clone, Debug, PartialEq)]
pub struct RecordView {
    /// Its form.
    pub form: FormView,
    /// What is wrong with it.
    pub problems: Vec<ProblemRow>,
    /// Which records name it.
    pub referrers: Vec<Referrer>,
    /// Of two versions of which nobody chose yet, where they differ.
    pub conflicts: Vec<ConflictFacts>,
}

/// Something that is wrong with a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProblemRow {
    /// Where.
    pub at: FieldPath,
    /// How bad it is.
    pub severity: Severity,
    /// In words.
    pub words: String,
    /// The problem itself.
    pub problem: Box<Problem>,
    /// Whether it can be mended by one click.
    pub is_fixable: bool,
    /// Whether its rule can be switched off for this record.
    pub can_be_off: bool,
}

/// A record that names the one that is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Referrer {
    /// Its name.
    pub key: RecordKey,
    /// What it is called.
    pub title: String,
}

impl RecordView {
    pub(super) fn of(guide: &Guide, key: &RecordKey, found: &[Problem], lang: Lang) -> Option<Self> {
        let entry = edit::get(guide, &EntryKey::Record(key.clone()))?;
        let own = found.iter().filter(|problem| problem.record == *key);
        let problems = own.map(|problem| ProblemRow {
            at: problem.field.clone(),
            severity: problem.fault.rule().severity(),
            words: problems::problem(problem, lang),
            is_fixable: review::fix(guide, problem).is_some(),
            can_be_off: problem.severity() != Severity::Error && !matches!(key, RecordKey::Exception(_)),
            problem: Box::new(problem.clone()),
        });
        let referrers = edit::references(guide, key)
            .into_keys()
            .map(|key| Referrer { title: records::title(guide, &key, lang), key });
        let form = form_of(&entry, guide, lang)?;
        Some(Self {
            form,
            problems: problems.collect(),
            referrers: referrers.collect(),
            conflicts: match &entry {
                Entry::Unresolved(kept) => present::conflicts(kept, guide, lang),
                _ => Vec::new(),
            },
        })
    }
}
