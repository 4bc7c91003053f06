//! The drawer: why, what, when, on which ground, how to reach, and who says so.

mod parts;
mod party;
mod responsibility;
mod route;
mod terms;
mod words_and_sources;

use eframe::egui::Ui;

use crate::{
    app::Selected,
    ui::{ctx::Ctx, theme::size},
};

pub(in crate::ui) fn drawer_ui(ui: &mut Ui, ctx: &mut Ctx<'_>) {
    ui.spacing_mut().item_spacing.y = size::LINE_GAP;
    ui.set_max_width(ui.available_width() - size::S);
    let Some(selected) = ctx.app.selected() else { return };
    explain(ui, ctx, selected);
    ui.add_space(size::M);
}

/// Nothing is explained of what the guide no longer has.
fn explain(ui: &mut Ui, ctx: &mut Ctx<'_>, selected: &Selected) -> Option<()> {
    let guide = ctx.app.guide();
    match selected {
        Selected::Responsibility(id) => responsibility::responsibility_ui(ui, ctx, guide.responsibilities.ix(id)?),
        Selected::Gap(id) => words_and_sources::gap_ui(ui, ctx, guide.gaps.ix(id)?),
        Selected::Party(id) => party::party_ui(ui, ctx, guide.parties.ix(id)?),
        Selected::Term(id) => words_and_sources::term_ui(ui, ctx, guide.glossary.get(id)?),
        Selected::Source(id) => words_and_sources::source_ui(ui, ctx, guide.source(id)?),
    }
    Some(())
}
