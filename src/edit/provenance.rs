//! Who said what stands somewhere, as far as steps tell.

use super::{ChangeOf, Step, fields};
use crate::model::EntryKey;

/// The last of these steps that changed this of a piece, or the field of the record in which it stands.
pub fn last_to_change<'s>(steps: &'s [Step], piece: &EntryKey, of: &ChangeOf) -> Option<&'s Step> {
    let changes = |step: &Step| {
        let own = step.changes.iter().find(|change| change.key() == *piece)?;
        Some(match of {
            ChangeOf::Field(field) if own.before().is_some() && own.after().is_some() => {
                let changed = fields(own.before(), own.after());
                changed.iter().any(|changed| changed.steps().first() == field.steps().first())
            }
            ChangeOf::Field(_) | ChangeOf::Piece => true,
        })
    };
    steps.iter().rev().find(|step| changes(step) == Some(true))
}
