//! The handout in the table of what can be made.

use super::handout_pdf;
use crate::{
    export::format::{Export, Form, Request, SaveDialog, Switch, Taken},
    text::papers as text,
    workshop::{Handout, RoleCards, Showing},
};

/// A case to take home.
pub static EXPORT: Export = Export {
    id: "handout",
    about: text::HANDOUT,
    is_national: true,
    forms: &[Form {
        extension: "pdf",
        takes: &[Taken::Scenario, Taken::WithNotes, Taken::WithFacets],
        render: |request| {
            let (handout, cards) = handout(request);
            Ok(handout_pdf(&handout, &cards, request.lang)?)
        },
    }],
    saving: text::saving_handout,
    saved: text::saved_handout,
    not_saved: text::not_saved_handout,
    dialog: Some(SaveDialog {
        title: text::handout,
        path: text::handout_path,
        path_hint: text::handout_hint,
        file_name: text::handout_name,
        switches: &[Switch {
            label: text::with_notes,
            help: text::with_notes_help,
            field: |options| &mut options.with_notes,
        }],
        is_in_menu: false,
    }),
};

/// The handout of the case, or of the question itself.
fn handout(request: &Request<'_>) -> (Handout, RoleCards) {
    let Request { asked, lang, regions, scenario, options, .. } = *request;
    let showing = Showing { index: asked.index, regions, lang, sum: None };
    match scenario {
        Some(case) => (showing.handout(case, options.with_notes), showing.role_cards(case)),
        None => {
            (showing.handout_of(asked, text::situation(lang), options.with_facets), showing.role_cards_of(&[asked]))
        }
    }
}
