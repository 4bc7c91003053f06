//! The next question: the only coloured band on a page.

use eframe::egui::{Frame, InnerResponse, Role, Ui, UiBuilder};

use crate::ui::theme::{UiExt as _, size};

/// A band as wide as the page, on the ground of the accent. `name` is what a screen reader calls it.
pub fn question_band<R>(ui: &mut Ui, name: &str, add_contents: impl FnOnce(&mut Ui) -> R) -> InnerResponse<R> {
    let tokens = ui.tokens();
    let builder = UiBuilder::new().id_salt(name).accessibility_role(Role::Group).accessibility_label(name);
    ui.scope_builder(builder, |ui| {
        let frame = Frame::NONE
            .fill(tokens.accent_ground)
            .corner_radius(size::RADIUS_L)
            .inner_margin(size::margin(size::BAND_PAD));
        let shown = frame.show(ui, |ui| {
            ui.take_available_width();
            add_contents(ui)
        });
        shown.inner
    })
}
