//! Which key does the same.

use eframe::egui::{Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo};

use super::draw;
use crate::ui::theme::{TextRole, UiExt as _, size};

/// The name of a key, in a small box.
pub fn key_hint(ui: &mut Ui, key: &str) -> Response {
    let tokens = ui.tokens();
    let galley = draw::line(ui, TextRole::Small, key, tokens.ink_soft);
    let (rect, response) = ui.allocate_exact_size(draw::padded(&galley, size::KEY_PAD), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, ui.is_enabled(), key));
    if ui.is_rect_visible(rect) {
        let stroke = Stroke::new(tokens.line_width, tokens.line);
        ui.painter().rect(rect, size::RADIUS_S, tokens.surface, stroke, StrokeKind::Inside);
        draw::paint_middle(ui, rect.left() + size::KEY_PAD.0, rect.center().y, galley, tokens.ink_soft);
    }
    response
}
