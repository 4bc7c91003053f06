//! Why an edit is refused.

use crate::model::EntryKey;

/// Why an edit is refused; then nothing changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EditRefused {
    /// A record of that kind has that id already.
    Taken(EntryKey),
    /// There is no such piece.
    NotThere(EntryKey),
    /// This is no id.
    NoId(String),
    /// Aspects stand in this phase.
    InUse(EntryKey),
    /// The document itself and the orders are always there, under one name.
    Fixed(EntryKey),
}
