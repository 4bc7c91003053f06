//! A small outlined text: a telephone number, a term, an article of law, something that was said.

use eframe::egui::{
    self, Color32, CornerRadius, Response, Role, Sense, Stroke, StrokeKind, Ui, Widget, WidgetInfo, pos2, vec2,
};

use super::{draw, reach};
use crate::ui::theme::{Icon, TextRole, UiExt as _, paint_icon, size};

/// A text in an outline; see [`chip`].
#[derive(Clone, Copy, Debug)]
#[must_use = "add it to a ui"]
pub struct Chip<'a> {
    text: &'a str,
    icon: Option<Icon>,
    is_round: bool,
    name: Option<&'a str>,
}

/// A text in an outline, with square corners, that is only looked at.
pub fn chip(text: &str) -> Chip<'_> {
    Chip { text, icon: None, is_round: false, name: None }
}

impl<'a> Chip<'a> {
    /// With an icon before the text.
    pub fn icon(mut self, icon: Icon) -> Self {
        self.icon = Some(icon);
        self
    }

    /// With round ends, as a party on a route or a value in a profile.
    pub fn round(mut self) -> Self {
        self.is_round = true;
        self
    }

    /// Makes it a button that is called `name`.
    pub fn button(mut self, name: &'a str) -> Self {
        self.name = Some(name);
        self
    }
}

impl Widget for Chip<'_> {
    fn ui(self, ui: &mut Ui) -> Response {
        let tokens = ui.tokens();
        let role = if self.is_round { TextRole::Strong } else { TextRole::SmallStrong };
        let (pad_x, pad_y) = size::CHIP_PAD;
        let pad_x = if self.is_round { size::BUTTON_PAD } else { pad_x };
        let icon_width = if self.icon.is_some() { size::ICON_SMALL + size::XS } else { 0.0 };
        // Wider than its column it would push the whole column over its neighbour.
        let room = ui.max_rect().width() - 2.0 * pad_x - icon_width;
        let galley = draw::galley(ui, role.wrapped(self.text, Color32::PLACEHOLDER, room));
        let least = if self.is_round || self.name.is_some() { size::TARGET } else { 0.0 };
        let inner = draw::padded(&galley, (pad_x, pad_y));
        let sense = if self.name.is_some() { reach::sense(ui, ui.next_auto_id()) } else { Sense::hover() };
        let (rect, response) = ui.allocate_exact_size(vec2(inner.x + icon_width, inner.y.max(least)), sense);
        let (widget, name) = self.name.map_or((Role::Label, self.text), |name| (Role::Button, name));
        response.widget_info(|| WidgetInfo::labeled(widget, ui.is_enabled(), name));
        let radius = if self.is_round { CornerRadius::same(u8::MAX) } else { CornerRadius::same(size::RADIUS_S) };
        if ui.is_rect_visible(rect) {
            let is_hot = self.name.is_some() && response.hovered();
            let fill = if is_hot { tokens.hover } else { tokens.surface };
            let edge = if self.is_round || self.name.is_some() { tokens.line_strong } else { tokens.line };
            let stroke = Stroke::new(tokens.line_width, edge);
            ui.painter().rect(rect, radius, fill, stroke, StrokeKind::Inside);
            if let Some(icon) = self.icon {
                let center = pos2(rect.left() + pad_x + size::ICON_SMALL / 2.0, rect.center().y);
                let square = egui::Rect::from_center_size(center, egui::Vec2::splat(size::ICON_SMALL));
                paint_icon(ui.painter(), square, icon, tokens.ink_soft);
            }
            draw::paint_middle(ui, rect.left() + pad_x + icon_width, rect.center().y, galley, tokens.ink);
            draw::focus_ring(ui, &response, rect, if self.is_round { u8::MAX } else { size::RADIUS_S });
        }
        if self.name.is_some() { draw::pointing(ui, response) } else { response }
    }
}
