//! The card in the table of what can be made.

use super::{Card, CardForm, CardOptions};
use crate::{
    export::format::{Export, Form, Request, SaveDialog, Switch, Taken},
    text::card as text,
};

const TAKES: &[Taken] = &[Taken::WithFacets, Taken::Full, Taken::Starts];

/// The referral card.
pub static EXPORT: Export = Export {
    id: "card",
    about: text::CARD,
    is_national: false,
    forms: &[
        Form { extension: "pdf", takes: TAKES, render: |request| Ok(CardForm::Pdf.render(&card(request))?) },
        Form { extension: "txt", takes: TAKES, render: |request| Ok(CardForm::Text.render(&card(request))?) },
    ],
    saving: text::saving,
    saved: text::saved,
    not_saved: text::not_saved,
    dialog: Some(SaveDialog {
        title: text::title,
        path: text::path,
        path_hint: text::path_hint,
        file_name: text::file_name,
        switches: &[
            Switch {
                label: text::with_facets,
                help: text::with_facets_help,
                field: |options| &mut options.with_facets,
            },
            Switch { label: text::full, help: text::full_help, field: |options| &mut options.full },
        ],
        is_in_menu: false,
    }),
};

/// The card in words.
pub fn card(request: &Request<'_>) -> Card {
    let Request { asked, lang, today, options, regions, place, route, starts, order: _, scenario: _, party: _ } =
        *request;
    let options = CardOptions {
        lang,
        today,
        with_facets: options.with_facets,
        full: options.full,
        region: place.map(|place| (regions, place)),
        route,
        starts: Some(starts),
    };
    Card::new(asked.index, asked.profile, asked.outcome, &options)
}
