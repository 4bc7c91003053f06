//! The poster in the table of what can be made.

use super::{Poster, PosterForm, PosterOptions};
use crate::{
    export::{
        drawing::DrawingError,
        format::{Export, Form, Request, SaveDialog, Switch, Taken},
    },
    model::ExportError,
    text::poster as text,
};

/// What can be chosen about every form.
const TAKES: &[Taken] = &[Taken::WithFacets, Taken::Full, Taken::Spine];

/// The poster of the chain.
pub static EXPORT: Export = Export {
    id: "poster",
    about: text::POSTER,
    is_national: false,
    forms: &[
        Form {
            extension: "pdf",
            takes: &[Taken::WithFacets, Taken::Full, Taken::Spine, Taken::Paper, Taken::Tiled],
            render: |request| {
                render(PosterForm::Pdf { paper: request.options.paper, tiled: request.options.tiled }, request)
            },
        },
        Form { extension: "svg", takes: TAKES, render: |request| render(PosterForm::Svg, request) },
        Form { extension: "png", takes: TAKES, render: |request| render(PosterForm::Png, request) },
    ],
    saving: text::saving,
    saved: text::saved,
    not_saved: text::not_saved,
    dialog: Some(SaveDialog {
        title: text::short_title,
        path: text::path,
        path_hint: text::path_hint,
        file_name: text::file_name,
        switches: &[Switch {
            label: text::only_spine,
            help: text::only_spine_help,
            field: |options| &mut options.spine,
        }],
        is_in_menu: false,
    }),
};

fn render(form: PosterForm, request: &Request<'_>) -> Result<Vec<u8>, ExportError> {
    let Request {
        asked,
        lang,
        today,
        options,
        regions: _,
        place: _,
        route: _,
        starts: _,
        order,
        scenario: _,
        party: _,
    } = *request;
    let options = PosterOptions { lang, today, with_facets: options.with_facets, spine: options.spine };
    let poster = Poster::new(asked.index, asked.profile, asked.outcome, options, order).ok_or(DrawingError::Font)?;
    Ok(form.render(&poster)?)
}
