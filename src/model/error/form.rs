//! How a document differs from the form it should have.

use strum::{EnumCount, EnumIter};

use crate::model::{ClockTimeError, DateError, IdError};

/// What is wrong with the form of a document.
#[derive(Clone, Debug, PartialEq, Eq, EnumCount)]
pub enum FormFault {
    /// It does not begin as a guide does.
    NotAGuide,
    /// It is a bundle of changes, where a guide belongs.
    Bundle,
    /// It is no bundle of changes, where one belongs.
    NoBundle,
    /// It is a file of training cases, where a guide belongs.
    Cases,
    /// No table with the columns that say what a row is about.
    NoTable,
    /// It is no file of training cases, where one belongs.
    NoCases,
    /// A change in which both sides are alike, or are no versions of one record.
    NoChange,
    /// Two versions that nobody merged.
    Unmerged,
    /// A bracket closes another kind than was opened.
    WrongBracket {
        /// The bracket that is open.
        opened: char,
        /// What would close it.
        close: char,
        /// The line where it was opened.
        line: usize,
    },
    /// It ends within a text.
    EndsInText {
        /// The line where the text begins.
        line: usize,
    },
    /// It ends before a bracket is closed.
    EndsInBracket {
        /// The bracket.
        opened: char,
        /// The line where it was opened.
        line: usize,
    },
    /// It ends within a comment between `/*` and `*/`.
    EndsInComment,
    /// It ends too early.
    EndsEarly,
    /// A comment has no end.
    OpenComment,
    /// A text has no end.
    OpenText,
    /// Something after the end.
    AfterTheEnd,
    /// More brackets within each other than are read.
    TooDeep,
    /// A line with `#!` that this program does not know.
    UnknownAttribute,
    /// Something else belongs here.
    Expected(Expected),
    /// Not a number.
    NotANumber,
    /// A number that is too large or too small.
    NumberOutOfBounds,
    /// Nothing is written so behind a backslash.
    UnknownEscape,
    /// A character that cannot stand here.
    UnexpectedCharacter(char),
    /// A name with dashes.
    DashInName(String),
    /// Not a name.
    NotAName(String),
    /// A name before a bracket that has none.
    NameBeforeBracket(String),
    /// A word that cannot stand here.
    UnknownVariant {
        /// As it stands.
        found: String,
        /// What can.
        instead: Suggestion,
    },
    /// No such field.
    UnknownField {
        /// As it stands.
        found: String,
        /// What there is.
        instead: Suggestion,
    },
    /// A field is missing.
    MissingField(&'static str),
    /// A field stands there twice.
    DuplicateField(&'static str),
    /// A key stands there twice.
    DuplicateKey(String),
    /// More or fewer values than belong here.
    WrongLength {
        /// How many belong here, where that is known.
        expected: Option<usize>,
        /// How many there are.
        found: usize,
    },
    /// Not an id.
    NotAnId(IdError),
    /// Not a year, a month or a day.
    NotADate(DateError),
    /// Not a time of day.
    NotATime(ClockTimeError),
    /// Not a day.
    NotADay,
    /// Something rare, in the parser's own words.
    Other(String),
}

/// What belongs in a place where something else stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter)]
pub enum Expected {
    /// `[`.
    List,
    /// A comma or `]`.
    ListEnd,
    /// `{`.
    Map,
    /// A comma or `}`.
    MapEnd,
    /// `(`.
    Opening,
    /// A comma or `)`.
    Closing,
    /// A comma, or a bracket that closes.
    Comma,
    /// A colon.
    Colon,
    /// `true` or `false`.
    Boolean,
    /// One letter.
    Letter,
    /// A number.
    Number,
    /// A text.
    Text,
    /// A name.
    Name,
}

/// What could have been meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumCount)]
pub enum Suggestion {
    /// This, most likely.
    Meant(&'static str),
    /// One of these.
    OneOf(&'static [&'static str]),
}
