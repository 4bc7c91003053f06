//! The page in the table of what can be made.

use super::site;
use crate::{
    export::format::{Export, Form, SaveDialog},
    text::page as text,
};

/// The whole wegwijzer as one page; it is for everybody, so nothing of a person or a place is on it.
pub static EXPORT: Export = Export {
    id: "site",
    about: text::SITE,
    is_national: true,
    forms: &[Form {
        extension: "html",
        takes: &[],
        render: |request| site(request.asked.index, request.regions, request.today, request.lang),
    }],
    saving: text::saving,
    saved: text::saved,
    not_saved: text::not_saved,
    dialog: Some(SaveDialog {
        title: text::save_title,
        path: text::path,
        path_hint: text::path_hint,
        file_name: text::file_name,
        switches: &[],
        is_in_menu: true,
    }),
};
