//! An edition that was given out.

use serde::{Deserialize, Serialize};

use super::Date;

/// That an edition was given out: when, what is different in it, and the sum by which a later change of it is seen.
///
/// A sum shows damage and edits; it is no signature: who changes a guide can give it out again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Release {
    /// The day on which it was given out.
    pub date: Date,
    /// The edition that it follows, as far as it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<String>,
    /// What is different since then, a line each, for who uses the guide.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub changes: Vec<String>,
    /// SHA-256, in hexadecimal, of the guide in its canonical form with nothing between these quotes.
    pub seal: String,
}

/// Whether a guide that was given out still says what it said then.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Seal {
    /// It does.
    Unchanged,
    /// It was changed since.
    Broken,
}
