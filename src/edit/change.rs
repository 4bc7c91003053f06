//! The unit of editing: a piece of a guide before and after.

use serde::{Deserialize, Serialize};

use crate::model::{Entry, EntryKey, NO_CHANGE};

/// A piece that was added, taken out or changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Sides", into = "Sides")]
pub struct Change {
    sides: Sides,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Sides {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    before: Option<Box<Entry>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    after: Option<Box<Entry>>,
}

/// Two sides that make no change: both are alike, or they are no versions of one piece.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{NO_CHANGE}")]
pub struct NoChange;

impl Change {
    /// The change from one version of a piece to another; `None` is a guide without it.
    ///
    /// # Errors
    /// [`NoChange`] when both are alike, or are versions of different pieces.
    pub fn new(before: Option<Entry>, after: Option<Entry>) -> Result<Self, NoChange> {
        Self::try_from(Sides { before: before.map(Box::new), after: after.map(Box::new) })
    }

    /// The name of the piece.
    pub fn key(&self) -> EntryKey {
        match (&self.sides.before, &self.sides.after) {
            (Some(entry), _) | (None, Some(entry)) => entry.key(),
            // `new` makes no such change.
            (None, None) => EntryKey::Record(crate::model::RecordKey::Guide),
        }
    }

    /// The piece before; `None` when it was not there.
    pub fn before(&self) -> Option<&Entry> {
        self.sides.before.as_deref()
    }

    /// The piece after; `None` when it is taken out.
    pub fn after(&self) -> Option<&Entry> {
        self.sides.after.as_deref()
    }

    /// The way back.
    #[must_use]
    pub fn inverse(&self) -> Self {
        let Sides { before, after } = self.sides.clone();
        Self { sides: Sides { before: after, after: before } }
    }

    /// This change and then that one, of the same piece; `None` when nothing is left of the two.
    pub fn then(&self, next: &Self) -> Option<Self> {
        let sides = Sides { before: self.sides.before.clone(), after: next.sides.after.clone() };
        Self::try_from(sides).ok()
    }
}

impl TryFrom<Sides> for Change {
    type Error = NoChange;

    fn try_from(sides: Sides) -> Result<Self, NoChange> {
        let keys = (sides.before.as_ref().map(|entry| entry.key()), sides.after.as_ref().map(|entry| entry.key()));
        let is_one = !matches!(keys, (Some(before), Some(after)) if before != after);
        if is_one && sides.before != sides.after { Ok(Self { sides }) } else { Err(NoChange) }
    }
}

impl From<Change> for Sides {
    fn from(change: Change) -> Self {
        change.sides
    }
}
