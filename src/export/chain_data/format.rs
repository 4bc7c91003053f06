//! The chain as data in the table of what can be made.

use super::{ChainData, dot, graphml};
use crate::{
    export::format::{Export, Form, Request},
    model::ExportError,
    text::poster as text,
};

/// The chain for programs that work with graphs.
pub static GRAPHML: Export =
    data(text::GRAPHML, &[Form { extension: "graphml", takes: &[], render: |request| write(graphml, request) }]);

/// The chain for Graphviz.
pub static DOT: Export =
    data(text::DOT, &[Form { extension: "dot", takes: &[], render: |request| write(dot, request) }]);

/// A form of data is called by its extension.
const fn data(about: &'static str, forms: &'static [Form]) -> Export {
    Export {
        id: forms[0].extension,
        about,
        is_national: true,
        forms,
        saving: text::data_saving,
        saved: text::data_saved,
        not_saved: text::data_not_saved,
        dialog: None,
    }
}

#[expect(clippy::unnecessary_wraps, reason = "others can fail")]
fn write(write: fn(&ChainData) -> String, request: &Request<'_>) -> Result<Vec<u8>, ExportError> {
    let data = ChainData::new(request.asked, request.lang);
    Ok(write(&data).into_bytes())
}
