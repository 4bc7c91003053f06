//! What is said before any answer.

use serde::{Deserialize, Serialize};

use super::{Citation, Condition, Label, RecordId, Validity};

/// Something that is said before any answer, such as what to do in acute danger.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FirstAdvice {
    /// Unique among the first advice of the guide; never changes its meaning.
    pub id: RecordId,
    /// For whom; shown unless that is excluded.
    #[serde(default, skip_serializing_if = "Condition::is_always")]
    pub who: Condition,
    /// What to do.
    pub text: Label,
    /// The same for whom it certainly concerns, where `text` asks whether it does; `text` itself when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub certain: Option<Label>,
    /// When it holds.
    #[serde(default, skip_serializing_if = "Validity::is_open")]
    pub valid: Validity,
    /// The sources that say so.
    pub cites: Vec<Citation>,
}
