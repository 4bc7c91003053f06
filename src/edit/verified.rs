//! Noting that somebody checked tasks with their party, and nothing else.

use super::Edit;
use crate::model::{Date, Entry, Guide, Responsibility, ResponsibilityId};

/// The edits that note it: who was checked on a day or later stays as it is.
pub fn verified<'a>(guide: &Guide, tasks: impl IntoIterator<Item = &'a ResponsibilityId>, on: Date) -> Vec<Edit> {
    let found = tasks.into_iter().filter_map(|task| guide.responsibilities.get(task));
    let found = found.filter(|task| task.verified.is_none_or(|before| before < on));
    let noted = found.map(|task| Responsibility { verified: Some(on), ..task.clone() });
    noted.map(|task| Edit::Replace(Entry::Responsibility(Box::new(task)))).collect()
}
