//! Choices that belong together.

use eframe::egui::{InnerResponse, Role, Ui, UiBuilder};

use super::{one_stop, section_label};
use crate::ui::theme::size;

/// A name with the choices under it, one close group for the eye and for a screen reader.
/// `role` is [`Role::RadioGroup`] when one can be chosen, else [`Role::Group`].
pub fn choice_group<R>(
    ui: &mut Ui,
    role: Role,
    title: &str,
    add_choices: impl FnOnce(&mut Ui) -> R,
) -> InnerResponse<R> {
    group(ui, role, title, |ui| {
        section_label(ui, title);
        close_together(ui, add_choices)
    })
}

/// The same, where the name stands above it already.
pub fn choice_rows<R>(
    ui: &mut Ui,
    role: Role,
    title: &str,
    add_choices: impl FnOnce(&mut Ui) -> R,
) -> InnerResponse<R> {
    group(ui, role, title, |ui| close_together(ui, add_choices))
}

fn group<R>(ui: &mut Ui, role: Role, title: &str, inside: impl FnOnce(&mut Ui) -> R) -> InnerResponse<R> {
    let builder = UiBuilder::new().id_salt(title).accessibility_role(role).accessibility_label(title);
    ui.scope_builder(builder, |ui| one_stop(ui, title, inside))
}

fn close_together<R>(ui: &mut Ui, add_choices: impl FnOnce(&mut Ui) -> R) -> R {
    ui.spacing_mut().item_spacing.y = size::LINE_GAP / 2.0;
    add_choices(ui)
}
