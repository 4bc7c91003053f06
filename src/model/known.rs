//! The words in which a profile says what is known, beside the ids of values.

use super::ValueId;

/// The word for "none of these" with a facet of kind `many`.
pub const NONE: &str = "geen";
/// The word for "not known", the same as leaving the facet out.
pub const UNKNOWN: &str = "onbekend";
/// What stands before a value that is not true.
const NOT: &str = "niet-";

/// How a profile writes that a value is not true.
pub fn negated(value: &ValueId) -> String {
    format!("{NOT}{value}")
}

/// The value that a word says is not true; `None` when it says something else.
pub fn denied(word: &str) -> Option<&str> {
    word.strip_prefix(NOT)
}
