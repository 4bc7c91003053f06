//! What differs between two guides of which one renamed records of the other.

use std::borrow::Cow;

use super::{
    Change, DoubleId,
    align::{given, renamed},
    apply::diff,
};
use crate::model::{Guide, Renamed};

/// What differs between two guides, where a record that the second gave another id is the same record in both.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference<'a> {
    /// The first guide, in which those records have their new ids.
    pub before: Cow<'a, Guide>,
    /// Which records have another id.
    pub renamed: Vec<Renamed>,
    /// What else differs, by key.
    pub changes: Vec<Change>,
}

/// What differs between two guides, by key, with the ids that the second says it gave.
///
/// # Errors
/// [`DoubleId`] when one of them has two records of one kind with the same id.
pub fn difference<'a>(before: &'a Guide, after: &Guide) -> Result<Difference<'a>, DoubleId> {
    let mut first = Cow::Borrowed(before);
    let given = given(before, after, before);
    let renamed_records = given.filter(|Renamed { was, is }| !renamed(&mut first, was, is).is_empty());
    let renamed = renamed_records.cloned().collect();
    let changes = diff(&first, after)?;
    Ok(Difference { before: first, renamed, changes })
}
