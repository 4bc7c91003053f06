//! What to do when somebody is in danger now.

use eframe::egui::{self, Response, Role, Sense, Ui, Vec2, WidgetInfo, pos2, vec2};

use super::draw;
use crate::ui::theme::{Icon, TextRole, UiExt as _, paint_icon, size};

/// A warm badge that is always in sight. It is read, not used. `name` is what a screen reader says.
pub fn emergency_badge(ui: &mut Ui, text: &str, name: &str) -> Response {
    let tokens = ui.tokens();
    let galley = draw::line(ui, TextRole::Strong, text, tokens.warning);
    let gap = size::ICON_GAP;
    let width = 2.0 * size::BUTTON_PAD + size::ICON + gap + galley.size().x;
    let (rect, response) = ui.allocate_exact_size(vec2(width, size::BUTTON - size::XS), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, ui.is_enabled(), name));
    if ui.is_rect_visible(rect) {
        ui.painter().rect_filled(rect, size::RADIUS_M, tokens.warning_ground);
        let left = rect.left() + size::BUTTON_PAD;
        let center = pos2(left + size::ICON / 2.0, rect.center().y);
        let square = egui::Rect::from_center_size(center, Vec2::splat(size::ICON));
        paint_icon(ui.painter(), square, Icon::Phone, tokens.warning);
        draw::paint_middle(ui, left + size::ICON + gap, rect.center().y, galley, tokens.warning);
    }
    response
}
