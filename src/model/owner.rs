//! Who keeps a guide.

use serde::{Deserialize, Serialize};

/// Who keeps the guide.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Owner {
    /// Name of the person or organisation that keeps it.
    pub name: String,
    /// Where corrections go; `None` when the edition names nobody.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contact: Option<String>,
}
