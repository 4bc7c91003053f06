//! The next question: the only coloured band on a page.

use eframe::egui::{Frame, InnerResponse, Rect, Role, Ui, UiBuilder, accesskit};

use crate::ui::theme::{UiExt as _, size};

/// A band as wide as the page, on the ground of the accent. `name` is what a screen reader calls it.
pub fn question_band<R>(ui: &mut Ui, name: &str, add_contents: impl FnOnce(&mut Ui) -> R) -> InnerResponse<R> {
    let tokens = ui.tokens();
    let builder = UiBuilder::new().id_salt(name).accessibility_role(Role::Group).accessibility_label(name);
    let band = ui.scope_builder(builder, |ui| {
        let frame = Frame::NONE
            .fill(tokens.accent_ground)
            .corner_radius(size::RADIUS_L)
            .inner_margin(size::margin(size::BAND_PAD));
        let shown = frame.show(ui, |ui| {
            ui.take_available_width();
            add_contents(ui)
        });
        shown.inner
    });
    // A screen reader that is pointed at it finds it.
    let Rect { min, max } = band.response.rect;
    let place = accesskit::Rect { x0: min.x.into(), y0: min.y.into(), x1: max.x.into(), y1: max.y.into() };
    ui.ctx().accesskit_node_builder(band.response.id, |node| node.set_bounds(place));
    band
}
