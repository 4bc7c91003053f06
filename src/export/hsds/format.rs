//! HSDS in the table of what can be made.

use super::hsds;
use crate::{
    export::format::{Export, Form},
    model::ExportError,
    text::tables as text,
};

/// The guide for directories of help elsewhere.
pub static HSDS: Export = Export {
    id: "hsds",
    about: text::HSDS,
    is_national: true,
    forms: &[Form {
        extension: "json",
        takes: &[],
        render: |request| {
            let written = hsds(request.asked.index, request.today, request.lang);
            written.map_err(|error| ExportError::Table(error.to_string()))
        },
    }],
    saving: text::saving,
    saved: text::saved,
    not_saved: text::not_saved,
    dialog: None,
};
