//! Buttons with only an icon on them.

use eframe::egui::{self, Response, Role, Ui, Vec2, Widget, WidgetInfo};

use super::{draw, reach};
use crate::ui::theme::{Icon, UiExt as _, paint_icon, size};

/// A button with an icon; see [`icon_button`].
#[derive(Clone, Copy, Debug)]
#[must_use = "add it to a ui"]
pub struct IconButton<'a> {
    icon: Icon,
    name: &'a str,
}

/// A button without words on it; `name` stands in its tooltip and in the accessibility tree.
pub fn icon_button(icon: Icon, name: &str) -> IconButton<'_> {
    IconButton { icon, name }
}

impl Widget for IconButton<'_> {
    fn ui(self, ui: &mut Ui) -> Response {
        let tokens = ui.tokens();
        let sense = reach::sense(ui, ui.next_auto_id());
        let (rect, response) = ui.allocate_exact_size(Vec2::splat(size::BUTTON), sense);
        response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), self.name));
        if ui.is_rect_visible(rect) {
            if response.hovered() {
                ui.painter().rect_filled(rect, size::RADIUS_M, tokens.hover);
            }
            let color = if ui.is_enabled() { tokens.ink_soft } else { tokens.ink_faint };
            let square = egui::Rect::from_center_size(rect.center(), Vec2::splat(size::ICON));
            paint_icon(ui.painter(), square, self.icon, color);
            draw::focus_ring_inside(ui, &response, rect, size::RADIUS_M);
        }
        draw::pointing(ui, response).on_hover_text(self.name)
    }
}
