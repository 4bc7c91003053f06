//! All sheets as one workbook of a spreadsheet.

use rust_xlsxwriter::{DataValidation, DocProperties, ExcelDateTime, Format, FormatAlign, Workbook, XlsxError};

use super::{RECORD, TO_READ, cells::choices, csv::kept, rows::Sheet};
use crate::model::{Date, walk::Slot};

/// The longest text that a cell of a spreadsheet holds, in characters.
const LONGEST: usize = 32_767;
/// Wide enough to read an id, and narrow enough to see more than one text beside another.
const WIDTHS: (f64, f64) = (22.0, 48.0);
/// How many rows behind the last one also offer what can be chosen.
const NEW_ROWS: u32 = 200;

/// A text is longer than a cell of a spreadsheet holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CellTooLong {
    /// The sheet and the record.
    pub record: String,
    /// The column.
    pub column: String,
}

/// Why no workbook came of it.
#[derive(Debug)]
pub enum NoWorkbook {
    /// Something in it is too long.
    Cell(CellTooLong),
    /// It could not be written.
    Written(XlsxError),
}

impl From<XlsxError> for NoWorkbook {
    fn from(error: XlsxError) -> Self {
        Self::Written(error)
    }
}

/// All sheets, each with its header in sight and what can be chosen offered. What must be said of all of it, with a word for
/// it, is a sheet of its own before them. The same sheets give the same bytes.
///
/// # Errors
/// [`NoWorkbook`] when a text is longer than a cell holds, or when it cannot be written.
pub fn workbook(sheets: &[Sheet], day: Date, notice: Option<(&str, &str)>) -> Result<Vec<u8>, NoWorkbook> {
    let mut book = Workbook::new();
    let (year, month) = (u16::try_from(day.year()).unwrap_or(1900), u8::try_from(day.month()).unwrap_or(1));
    let made = ExcelDateTime::from_ymd(year, month, u8::try_from(day.day()).unwrap_or(1))?;
    book.set_properties(&DocProperties::new().set_creation_datetime(&made));
    let (head, to_read) = (Format::new().set_bold(), Format::new().set_italic().set_text_wrap());
    // Text, so that a spreadsheet makes no number or day of what is typed.
    let text = Format::new().set_num_format("@").set_text_wrap().set_align(FormatAlign::Top);
    if let Some((word, said)) = notice {
        book.add_worksheet().set_name(word)?.write_string_with_format(0, 0, said, &head)?;
    }
    for sheet in sheets {
        let page = book.add_worksheet();
        page.set_name(&sheet.name)?.set_freeze_panes(1, 3)?;
        for (column, name) in (0..).zip(sheet.header()) {
            page.write_string_with_format(0, column, name, &head)?;
            let width = if column < 3 { WIDTHS.0 } else { WIDTHS.1 };
            page.set_column_width(column, width)?.set_column_format(column, &text)?;
        }
        for (at, row) in (1..).zip(&sheet.rows) {
            for (column, said) in (0..).zip([&sheet.name, &row.id, &row.nr]) {
                page.write_string_with_format(at, column, said, &text)?;
            }
            for (column, said) in &row.cells {
                let name = &sheet.columns[*column].name;
                if said.chars().count() > LONGEST {
                    let record = format!("{}/{}", sheet.name, row.id);
                    return Err(NoWorkbook::Cell(CellTooLong { record, column: name.clone() }));
                }
                let format = if name.ends_with(TO_READ) { &to_read } else { &text };
                page.write_string_with_format(at, own(*column), kept(said), format)?;
            }
        }
        let last = u32::try_from(sheet.rows.len()).unwrap_or(u32::MAX).saturating_add(NEW_ROWS);
        for (column, described) in sheet.columns.iter().enumerate() {
            let offered = match &described.slot {
                Some(Slot::Choice { of, .. }) => choices(*of),
                Some(Slot::Flag) => vec!["ja".to_owned(), "nee".to_owned()],
                _ => continue,
            };
            let offered =
                DataValidation::new().allow_list_strings(&offered)?.ignore_blank(true).show_error_message(false);
            page.add_data_validation(1, own(column), last, own(column), &offered)?;
        }
    }
    debug_assert!(sheets.iter().all(|sheet| sheet.header().first() == Some(&RECORD)));
    Ok(book.save_to_buffer()?)
}

/// Where a column of a sheet stands, behind what a row is found by.
fn own(column: usize) -> u16 {
    u16::try_from(column + 3).unwrap_or(u16::MAX)
}
