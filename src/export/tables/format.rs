//! The guide as data in the table of what can be made.

use crate::{
    export::format::{Export, Form, Request},
    model::ExportError,
    tables::{self, CellTooLong, NoWorkbook},
    text::{tables as text, which},
};

/// All records that a coordinator keeps in one table, for programs.
pub static CSV: Export = data(text::CSV, &[Form { extension: "csv", takes: &[], render: csv }]);

/// The same as a workbook, for people.
pub static XLSX: Export = data(text::XLSX, &[Form { extension: "xlsx", takes: &[], render: xlsx }]);

/// The guide, field for field as its file has it.
pub static JSON: Export = data(text::JSON, &[Form { extension: "json", takes: &[], render: json }]);

/// A form of data is called by its extension.
const fn data(about: &'static str, forms: &'static [Form]) -> Export {
    Export {
        id: forms[0].extension,
        about,
        is_national: true,
        forms,
        saving: text::saving,
        saved: text::saved,
        not_saved: text::not_saved,
        dialog: None,
    }
}

fn csv(request: &Request<'_>) -> Result<Vec<u8>, ExportError> {
    let (guide, lang) = (request.asked.index.guide(), request.lang);
    tables::csv(&tables::sheets(guide, lang), which::mark(guide, lang))
        .map_err(|error| ExportError::Table(error.to_string()))
}

fn xlsx(request: &Request<'_>) -> Result<Vec<u8>, ExportError> {
    let (guide, lang) = (request.asked.index.guide(), request.lang);
    let notice = which::across(guide, lang).zip(which::mark(guide, lang));
    tables::workbook(&tables::sheets(guide, lang), request.today, notice).map_err(|error| match error {
        NoWorkbook::Cell(CellTooLong { record, column }) => ExportError::LongCell { record, column },
        NoWorkbook::Written(why) => ExportError::Table(why.to_string()),
    })
}

fn json(request: &Request<'_>) -> Result<Vec<u8>, ExportError> {
    let written = serde_json::to_vec_pretty(&**request.asked.index.guide());
    let mut written = written.map_err(|error| ExportError::Table(error.to_string()))?;
    written.push(b'\n');
    Ok(written)
}
