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
    ui::{state::View, theme::size},
};

pub(in crate::ui) fn drawer_ui(ui: &mut Ui, view: &mut View<'_>) {
    ui.spacing_mut().item_spacing.y = size::LINE_GAP;
    ui.set_max_width(ui.available_width() - size::S);
    let Some(selected) = view.app.selected() else { return };
    match selected {
        Selected::Responsibility(position) => responsibility::responsibility_ui(ui, view, position),
        Selected::Gap(position) => words_and_sources::gap_ui(ui, view, position),
        Selected::Party(position) => party::party_ui(ui, view, position),
        Selected::Term(position) => words_and_sources::term_ui(ui, view, position),
        Selected::Source(position) => words_and_sources::source_ui(ui, view, position),
    }
    ui.add_space(size::M);
}
