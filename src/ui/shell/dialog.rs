//! What every dialog looks like.

use eframe::egui::{Frame, Id, Modal, ModalResponse, Ui};

use crate::ui::theme::{TextRole, UiExt as _, size};

/// A dialog over the window, with its title; it wants to close when Escape or a click beside it says so.
pub(super) fn dialog<R>(
    ui: &Ui,
    id: &'static str,
    title: &str,
    add_contents: impl FnOnce(&mut Ui) -> R,
) -> ModalResponse<R> {
    let frame = Frame::popup(ui.style()).fill(ui.tokens().surface).inner_margin(size::margin((size::L, size::M)));
    Modal::new(Id::unique(id)).frame(frame).show(ui.ctx(), |ui| {
        ui.set_width(size::DIALOG_WIDTH.min(ui.ctx().content_rect().width() - 3.0 * size::L));
        ui.label(TextRole::Title.rich(title));
        ui.add_space(size::XS);
        add_contents(ui)
    })
}

/// How high what scrolls in a dialog may be, so that title and buttons are in the window too.
pub(super) fn room(ui: &Ui) -> f32 {
    size::DIALOG_HEIGHT.min(ui.ctx().content_rect().height() - size::DIALOG_REST)
}
