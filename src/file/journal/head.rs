//! What a journal says of itself.

use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::model::{ClockTime, Date, Now};

/// The form of journals that this program writes.
const FORM: u32 = 1;

/// The first line: which document it is of, and which bytes of it the entries are changes of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct JournalHead {
    /// The form of the journal.
    pub journal: u32,
    /// The file of the document, whole, for people to read; none for a copy that was never saved.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub path: Option<String>,
    /// The name of the document.
    pub name: String,
    /// The SHA-256, in hexadecimal digits, of the bytes that the first entry changed.
    pub based_on: String,
    /// The version of the program.
    pub version: String,
    /// The process that began it, which tells two windows apart.
    pub process: u32,
    /// The day on which it was begun.
    pub on: Date,
    /// The time of that day.
    pub at: ClockTime,
}

/// What whoever begins a journal knows and the disk does not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JournalStart {
    /// The name of the document.
    pub name: String,
    /// The SHA-256, in hexadecimal digits, of the bytes that were opened or saved.
    pub based_on: String,
    /// The number of this process.
    pub process: u32,
    /// The day and time of now.
    pub now: Now,
}

impl JournalHead {
    /// The head of a journal that is begun for a document.
    pub fn new(path: Option<&Path>, start: &JournalStart) -> Self {
        Self {
            journal: FORM,
            path: path.map(|path| path.display().to_string()),
            name: start.name.clone(),
            based_on: start.based_on.clone(),
            version: env!("CARGO_PKG_VERSION").to_owned(),
            process: start.process,
            on: start.now.date,
            at: start.now.time,
        }
    }

    /// The head of the journal that follows on this one, of a document that was saved with these bytes.
    #[must_use]
    pub fn after_saving(&self, based_on: String, now: Now) -> Self {
        Self { based_on, on: now.date, at: now.time, version: env!("CARGO_PKG_VERSION").to_owned(), ..self.clone() }
    }
}
