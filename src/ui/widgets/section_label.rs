//! The name of a group of things.

use eframe::egui::{Response, Role, Ui, WidgetInfo};

use crate::ui::theme::{TextRole, UiExt as _};

/// A small heading in the second ink.
pub fn section_label(ui: &mut Ui, text: &str) -> Response {
    let color = ui.tokens().ink_soft;
    let response = ui.label(TextRole::Label.rich(text).color(color));
    response.widget_info(|| WidgetInfo::labeled(Role::Heading, ui.is_enabled(), text));
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.clear_value();
        node.set_level(3);
    });
    response
}
