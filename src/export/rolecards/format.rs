//! Role cards in the table of what can be made.

use super::role_cards_pdf;
use crate::{
    export::format::{Export, Form, Request, SaveDialog, Taken},
    text::papers as text,
    workshop::{RoleCards, Showing},
};

/// The role cards of a case.
pub static EXPORT: Export = Export {
    id: "rolecards",
    about: text::ROLECARDS,
    is_national: true,
    forms: &[Form {
        extension: "pdf",
        takes: &[Taken::Scenario],
        render: |request| Ok(role_cards_pdf(&role_cards(request), &about(request), request.lang)?),
    }],
    saving: text::saving_cards,
    saved: text::saved_cards,
    not_saved: text::not_saved_cards,
    dialog: Some(SaveDialog {
        title: text::role_cards,
        path: text::cards_path,
        path_hint: text::cards_hint,
        file_name: text::cards_name,
        switches: &[],
        is_in_menu: false,
    }),
};

/// The cards of the case, or of the question itself.
fn role_cards(request: &Request<'_>) -> RoleCards {
    let Request { asked, lang, regions, scenario, .. } = *request;
    let showing = Showing { index: asked.index, regions, lang, sum: None };
    match scenario {
        Some(case) => showing.role_cards(case),
        None => showing.role_cards_of(&[asked]),
    }
}

/// Which guide the cards rest on.
fn about(request: &Request<'_>) -> String {
    crate::text::which::which_guide(request.asked.guide(), request.asked.index.origin(), request.lang)
}
