//! Tables as other programs write them.

use std::io::Cursor;

use calamine::{Data, Reader as _, Sheets, open_workbook_auto_from_rs};
use encoding_rs::{UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use super::{ID, RECORD, csv::unguarded};
use crate::model::{FileFault, FormFault};

const NO_TABLE: FileFault = FileFault::Form(FormFault::NoTable);

/// A table as it was read: its header, and what stands under it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// The sheet; empty for a table that is a file by itself.
    pub sheet: String,
    /// The first row, in lower case.
    pub header: Vec<String>,
    /// The other rows.
    pub rows: Vec<TableRow>,
}

/// A row of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TableRow {
    /// As a spreadsheet counts, from 1 with the header.
    pub number: usize,
    /// What stands in it, by column.
    pub cells: Vec<String>,
}

/// Reads the tables of a file: a spreadsheet by how it begins, text otherwise.
///
/// # Errors
/// [`FileFault`] when it is no spreadsheet and no text with such columns.
pub fn read(bytes: &[u8]) -> Result<Vec<Table>, FileFault> {
    let is_packed = bytes.starts_with(b"PK");
    let is_old = bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]);
    let tables = if is_packed || is_old { sheets(bytes)? } else { vec![text(bytes)?] };
    let tables: Vec<Table> = tables.into_iter().filter(Table::is_ours).collect();
    if tables.is_empty() { Err(NO_TABLE) } else { Ok(tables) }
}

impl Table {
    /// Whether it has what a row is found by. A sheet of something else, such as a list of what can be chosen, has not.
    fn is_ours(&self) -> bool {
        self.header.iter().any(|name| name == ID)
            && (!self.sheet.is_empty() || self.header.iter().any(|name| name == RECORD))
    }

    fn of(sheet: &str, rows: impl Iterator<Item = Vec<String>>) -> Self {
        let mut rows = (1..).zip(rows);
        let header = rows.next().map(|(_, cells)| cells).unwrap_or_default();
        let header = header.iter().map(|name| name.trim().to_lowercase()).collect();
        let rows = rows.map(|(number, cells)| TableRow { number, cells });
        Self { sheet: sheet.to_owned(), header, rows: rows.collect() }
    }
}

fn sheets(bytes: &[u8]) -> Result<Vec<Table>, FileFault> {
    let no_table = |_| NO_TABLE;
    let mut book: Sheets<Cursor<&[u8]>> = open_workbook_auto_from_rs(Cursor::new(bytes)).map_err(no_table)?;
    let mut tables = Vec::new();
    for name in book.sheet_names() {
        let range = book.worksheet_range(&name).map_err(no_table)?;
        // What stands above or left of the first cell is empty.
        let (above, left) = range.start().unwrap_or_default();
        let above = (0..above).map(|_| Vec::new());
        let left = usize::try_from(left).unwrap_or_default();
        let rows = range.rows().map(|row| {
            let cells = row.iter().map(|cell| unguarded(&said(cell)).to_owned());
            std::iter::repeat_n(String::new(), left).chain(cells).collect()
        });
        tables.push(Table::of(&name, above.chain(rows)));
    }
    Ok(tables)
}

/// A cell as a person reads it; of a day the day.
fn said(cell: &Data) -> String {
    match cell {
        Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => text.clone(),
        Data::Bool(flag) => (if *flag { "ja" } else { "nee" }).to_owned(),
        Data::Int(number) => number.to_string(),
        Data::Float(number) => number.to_string(),
        // A day at most is a time of day: a spreadsheet counts it as a part of one.
        Data::DateTime(time) if (0.0..=1.0).contains(&time.as_f64()) => {
            let (_, _, _, hour, minute, ..) = time.to_ymd_hms_milli();
            if time.as_f64() < 1.0 { format!("{hour:02}:{minute:02}") } else { "24:00".to_owned() }
        }
        Data::DateTime(day) => {
            let (year, month, day, ..) = day.to_ymd_hms_milli();
            format!("{year:04}-{month:02}-{day:02}")
        }
        Data::Error(error) => error.to_string(),
        Data::Empty => String::new(),
    }
}

fn text(bytes: &[u8]) -> Result<Table, FileFault> {
    if bytes.contains(&0) && !bytes.starts_with(&[0xff, 0xfe]) && !bytes.starts_with(&[0xfe, 0xff]) {
        return Err(FileFault::Binary);
    }
    let encoding = if bytes.starts_with(&[0xff, 0xfe]) {
        UTF_16LE
    } else if bytes.starts_with(&[0xfe, 0xff]) {
        UTF_16BE
    } else if std::str::from_utf8(bytes).is_ok() {
        UTF_8
    } else {
        // What an older spreadsheet on Windows writes.
        WINDOWS_1252
    };
    let (text, _, _) = encoding.decode(bytes);
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter(&text))
        .from_reader(text.as_bytes());
    let mut rows = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|_| NO_TABLE)?;
        rows.push(record.iter().map(|cell| unguarded(cell).to_owned()).collect());
    }
    Ok(Table::of("", rows.into_iter()))
}

/// What stands between the cells of the first row: a comma, or what a spreadsheet in this country writes.
fn delimiter(text: &str) -> u8 {
    let first = text.lines().next().unwrap_or_default();
    let count = |sign: char| first.matches(sign).count();
    [(b';', count(';')), (b'\t', count('\t')), (b',', count(','))]
        .into_iter()
        .max_by_key(|(_, count)| *count)
        .map_or(b',', |(sign, _)| sign)
}
