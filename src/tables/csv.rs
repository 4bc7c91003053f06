//! All sheets as one table of text: UTF-8 with its mark, commas, and lines as RFC 4180 ends them.

use std::collections::BTreeSet;

use super::{ID, NR, RECORD, TO_READ, rows::Sheet};

/// What a spreadsheet takes for the begin of a formula, whatever stands behind it (OWASP, "CSV Injection").
const BEGINS_A_FORMULA: [char; 7] = ['=', '+', '-', '@', '\t', '\r', '\0'];
/// What stands before such a text, so that it is none.
const GUARD: char = '\'';

/// All sheets in one table; a column stands for the same field in each of them. What must be said of all of it is the
/// head of a column of its own.
///
/// # Errors
/// When it cannot be written, in the library's own words.
pub fn csv(sheets: &[Sheet], notice: Option<&str>) -> Result<Vec<u8>, ::csv::Error> {
    let notice = notice.map(|notice| format!("{notice}{TO_READ}"));
    let mut columns: Vec<&str> = notice.as_deref().into_iter().collect();
    let mut known = BTreeSet::new();
    for column in sheets.iter().flat_map(|sheet| &sheet.columns) {
        if known.insert(column.name.as_str()) {
            columns.push(&column.name);
        }
    }
    let mut writer = ::csv::WriterBuilder::new().terminator(::csv::Terminator::CRLF).from_writer(Vec::new());
    writer.write_record([RECORD, ID, NR].into_iter().chain(columns.iter().copied()))?;
    for sheet in sheets {
        let own = sheet.columns.iter().map(|column| columns.iter().position(|name| *name == column.name));
        let own: Vec<usize> = own.map(Option::unwrap_or_default).collect();
        for row in &sheet.rows {
            let mut cells = vec![String::new(); columns.len()];
            for (column, said) in &row.cells {
                cells[own[*column]] = guarded(said);
            }
            writer.write_record([&sheet.name, &row.id, &row.nr].into_iter().chain(&cells))?;
        }
    }
    let written = writer.into_inner().map_err(|error| ::csv::Error::from(error.into_error()))?;
    Ok(["\u{feff}".as_bytes(), &written].concat())
}

/// A text that no spreadsheet takes for a formula.
fn guarded(text: &str) -> String {
    let mut guarded = String::new();
    if text.starts_with(BEGINS_A_FORMULA) || text.starts_with(GUARD) {
        guarded.push(GUARD);
    }
    guarded + text
}

/// A text of a workbook, where there are no formulas to fear, but where one that was text before may have been guarded.
pub(super) fn kept(text: &str) -> std::borrow::Cow<'_, str> {
    if unguarded(text) == text { text.into() } else { format!("{GUARD}{text}").into() }
}

/// What was guarded: as many signs as [`guarded`] put there are taken away, and no more.
pub(super) fn unguarded(text: &str) -> &str {
    match text.strip_prefix(GUARD) {
        Some(inside) if inside.starts_with(BEGINS_A_FORMULA) || inside.starts_with(GUARD) => inside,
        _ => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_guarded_comes_back_as_it_was() {
        for text in ["", "CoMensha", "+31 33 448 11 86", "=1+1", "-", "'s-Hertogenbosch", "'=1", "''", "@x", "\tx", "'"]
        {
            assert_eq!(unguarded(&guarded(text)), text);
            assert_eq!(unguarded(&kept(text)), text);
            assert!(!guarded(text).starts_with(BEGINS_A_FORMULA), "{text}");
        }
        assert_eq!(unguarded("'s-Hertogenbosch"), "'s-Hertogenbosch");
    }
}
