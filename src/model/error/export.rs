//! Why there is no paper and no picture.

use strum::EnumCount;

use super::FileError;

/// Why there is no PDF.
#[derive(Clone, Debug, PartialEq, Eq, EnumCount)]
pub enum PdfError {
    /// The fonts inside the program cannot be read.
    Font,
    /// The document does not hold to PDF/UA-1; in the library's own words.
    Refused(String),
}

/// Why there is no file of a picture.
#[derive(Clone, Debug, PartialEq, Eq, EnumCount)]
pub enum DrawingError {
    /// The fonts inside the program cannot be read.
    Font,
    /// The picture cannot be made; in the library's own words.
    Refused(String),
    /// The PDF cannot be made.
    Pdf(PdfError),
}

impl From<PdfError> for DrawingError {
    fn from(error: PdfError) -> Self {
        Self::Pdf(error)
    }
}

/// Why a file cannot be made.
#[derive(Clone, Debug, PartialEq, Eq, EnumCount)]
pub enum ExportError {
    /// Its pages cannot be made.
    Pdf(PdfError),
    /// Its picture cannot be made.
    Drawing(DrawingError),
    /// The guide cannot be written in the page; in the library's own words.
    Page(String),
    /// The table cannot be written; in the library's own words.
    Table(String),
    /// A text is longer than a cell of a spreadsheet holds.
    LongCell {
        /// The sheet and the record.
        record: String,
        /// The column.
        column: String,
    },
}

impl From<PdfError> for ExportError {
    fn from(error: PdfError) -> Self {
        Self::Pdf(error)
    }
}

impl From<DrawingError> for ExportError {
    fn from(error: DrawingError) -> Self {
        Self::Drawing(error)
    }
}

/// Why a file that was asked for is not there.
#[derive(Clone, Debug, PartialEq, Eq, EnumCount)]
pub enum SaveError {
    /// Its name does not end in one of these.
    WrongExtension(Vec<&'static str>),
    /// The guide that is open stands there.
    IsTheGuide,
    /// It cannot be made.
    Export(ExportError),
    /// It cannot be written.
    File(FileError),
    /// Saving it panicked.
    Stopped,
}
