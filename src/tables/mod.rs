//! The guide as tables, and tables as edits of a guide.
//!
//! A table is made from the places that the walk of the model passes, and so knows every field: a record is a row, a list
//! of more than one value within it has rows of its own. [`sheets`] makes them, [`csv()`] and [`workbook()`] write them,
//! [`read()`] reads either back, and [`take()`] says what a table changes. Nothing is taken out by a table: a row or a column
//! that is missing says nothing, and neither does an empty cell.

mod cells;
mod csv;
mod draft;
mod items;
mod lines;
mod places;
mod read;
mod rows;
mod take;
mod words;
mod workbook;

pub use csv::csv;
pub use read::{Table, TableRow, read};
pub use rows::{Column, Sheet, SheetRow, sheets};
pub use take::{TakenOver, take};
pub use workbook::{CellTooLong, NoWorkbook, workbook};

use crate::model::RecordKind;

/// The records that are in tables: what a coordinator keeps. What asks and what is asked is not edited in rows.
pub const KINDS: [RecordKind; 8] = [
    RecordKind::Party,
    RecordKind::Responsibility,
    RecordKind::Referral,
    RecordKind::Source,
    RecordKind::Term,
    RecordKind::Gap,
    RecordKind::Conflict,
    RecordKind::Agreement,
];

/// The column with the kind of record, and of a list within it the way there: `party`, `party.contacts`.
pub const RECORD: &str = "record";
/// The column with the id of the record.
pub const ID: &str = "id";
/// The column with the place in a list, from 1; of a list within a list both, as `2.1`.
pub const NR: &str = "nr";
/// The column with the name of a party, by which a row without an id is known.
pub const NAME: &str = "naam";
/// How a column ends that is only there to read.
pub const TO_READ: &str = " (woorden)";
/// What a cell says in which nothing is to stand any more.
pub const EMPTIED: [&str; 2] = ["(leeg)", "(empty)"];
