//! Older and newer forms of the document.
//!
//! Only form 1 exists. When form 2 comes, the types of form 1 are kept here as `v1`, with one function from
//! `v1::Guide` to [`crate::model::Guide`]; [`super::read_guide`] asks [`age`] first and reads the type that belongs
//! to the answer. A file is migrated in memory and keeps its old form until somebody saves it.
//!
//! A list that may be left out, such as the exceptions and the old ids, is no other form: what was written before it reads
//! and is written as it was. A file of each such time is kept in `tests/format`.

use super::scan;
use crate::model::{FileError, FileFault, SCHEMA};

/// How the form of a document stands to what this program knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Age {
    /// The form of this program, or none that can be found: then reading says what is wrong.
    Current,
    /// A form from a newer program.
    Newer(u32),
}

/// Looks only at the number of the form, before anything else is read.
pub(super) fn age(text: &str) -> Result<Age, FileError> {
    match scan::schema(text) {
        Some(schema) if schema > SCHEMA => Ok(Age::Newer(schema)),
        Some(schema) if schema < SCHEMA => Err(FileFault::NoSuchSchema { schema }.into()),
        _ => Ok(Age::Current),
    }
}
