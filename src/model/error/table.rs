//! What is wrong with a table that is to be taken over.

use strum::EnumCount;

use super::{super::RecordKey, FileError};

/// A cell, or a row, that cannot be taken over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableProblem {
    /// The sheet, where the table has more than one.
    pub sheet: String,
    /// The row as a spreadsheet counts, from 1 with the header.
    pub row: usize,
    /// The column by its header; `None` when it is about the row.
    pub column: Option<String>,
    /// What is wrong.
    pub fault: TableFault,
}

/// Why a cell or a row is refused.
#[derive(Clone, Debug, PartialEq, Eq, EnumCount)]
pub enum TableFault {
    /// No kind of record, or none that is in tables.
    UnknownKind {
        /// As it stands there.
        given: String,
        /// What was probably meant.
        nearest: Option<String>,
    },
    /// Nothing says which record it is.
    NoId,
    /// This is no id.
    NotAnId(String),
    /// Two rows are about one record.
    Twice(RecordKey),
    /// An item of a list of a record that is nowhere.
    NoRecord(RecordKey),
    /// A new record, or item, cannot be made without a value in this column.
    Missing(String),
    /// Such a record has no such place.
    NotHere,
    /// It does not read as what stands there.
    Unfit {
        /// As it stands there.
        given: String,
        /// How it could be written.
        expected: &'static str,
    },
    /// None of what can be chosen.
    NoChoice {
        /// As it stands there.
        given: String,
        /// What can.
        possible: Vec<String>,
    },
    /// For whom cannot be read.
    Condition(Box<FileError>),
    /// There is no such record to refer to.
    UnknownReference {
        /// As it stands there.
        given: String,
        /// What was probably meant.
        nearest: Option<String>,
    },
    /// A spreadsheet took the zero or the plus from before a number.
    LostZero {
        /// As it stood.
        was: String,
        /// As it stands there.
        given: String,
    },
    /// Something must stand there.
    NotEmptied,
    /// The guide does not take it: what it holds together would be broken.
    Refused,
}
