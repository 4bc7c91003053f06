//! Something that exists, chosen from a searched list, under its name.

use eframe::egui::{Id, Ui};

use super::{choose, drafts::Chosen, place::Place, state::BeheerState};
use crate::{
    app::{FormField, Holds},
    model::{Field, FieldPath, RecordKey, walk::RefersTo},
    text::{keeping as text, words},
    ui::{
        ctx::Ctx,
        theme::{TextRole, size},
    },
};

/// Something to choose, under its name.
pub(super) fn chosen_ui(
    ui: &mut Ui,
    ctx: &mut Ctx<'_>,
    state: &mut BeheerState,
    (label, field, to): (&str, Field, &RefersTo),
    chosen: &mut Chosen,
) {
    ui.label(TextRole::Label.rich(words::capital(label)));
    let shown = chosen.as_ref().map_or(text::choose(ctx.app.language()), |chosen| &chosen.words).to_owned();
    let form_field = FormField {
        at: FieldPath::from(field),
        depth: 0,
        label: label.to_owned(),
        name: label.to_owned(),
        holds: Holds::Item,
        item: None,
    };
    let id = Id::unique(("chosen", field));
    let place = Place { record: &RecordKey::Guide, field: &form_field, wrong: &[], id, is_draft: false };
    if let Some(found) = choose::choose_ui(ui, ctx, state, &place, &shown, to) {
        *chosen = Some(found);
    }
    ui.add_space(size::XS);
}
