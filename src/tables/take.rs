//! What a table changes in a guide.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    Table,
    draft::Draft,
    lines::{Columns, Line, Names},
};
use crate::{
    edit::{self, Edit},
    model::{EntryKey, Guide, RecordKey, TableProblem},
};

/// What a table changes, or why it changes nothing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TakenOver {
    /// What it comes to. Not to be done while anything is refused.
    pub edits: Vec<Edit>,
    /// Records that are new.
    pub added: Vec<RecordKey>,
    /// Records that say something else.
    pub changed: Vec<RecordKey>,
    /// Records that the table names and leaves as they are.
    pub unchanged: Vec<RecordKey>,
    /// What cannot be taken over.
    pub refused: Vec<TableProblem>,
    /// Columns that nobody knows, and that were passed by.
    pub unknown: Vec<String>,
}

/// What these tables change in a guide.
///
/// A record is found by its id; a party, a source or a term without one by its name, where one alone has it. What is found
/// nowhere is new.
pub fn take(guide: &Guide, tables: &[Table]) -> TakenOver {
    let mut taken = TakenOver::default();
    let mut groups: Vec<(RecordKey, Vec<Line<'_>>)> = Vec::new();
    let mut known: BTreeMap<RecordKey, usize> = BTreeMap::new();
    let mut names = Names::default();
    for table in tables {
        let columns = Columns::of(table, &mut taken.unknown);
        for row in &table.rows {
            match columns.line(table, row, guide, &mut names) {
                Ok(None) => {}
                Ok(Some((key, line))) => {
                    let at = *known.entry(key.clone()).or_insert_with(|| {
                        groups.push((key, Vec::new()));
                        groups.len() - 1
                    });
                    groups[at].1.push(line);
                }
                Err(problem) => taken.refused.push(problem),
            }
        }
    }
    let new: BTreeSet<RecordKey> = known.into_keys().collect();
    for (key, lines) in groups {
        let before = edit::get(guide, &EntryKey::Record(key.clone()));
        let mut draft = Draft { guide, new: &new, refused: Vec::new() };
        let after = draft.of(&key, before.as_ref(), &lines);
        taken.refused.extend(draft.refused);
        match (before, after) {
            (None, Some(entry)) => {
                taken.added.push(key);
                taken.edits.push(Edit::Add(entry));
            }
            (Some(before), Some(after)) if before != after => {
                taken.changed.push(key);
                taken.edits.push(Edit::Replace(after));
            }
            (Some(_), _) => taken.unchanged.push(key),
            (None, None) => {}
        }
    }
    taken.refused.sort_by(|a, b| (&a.sheet, a.row).cmp(&(&b.sheet, b.row)));
    taken
}
