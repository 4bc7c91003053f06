//! The name of a group that can be folded away, and what was chosen in it.

use eframe::egui::{Response, Role, Sense, Ui, Widget, WidgetInfo, pos2, vec2};

use super::draw;
use crate::ui::theme::{Icon, TextRole, UiExt as _, paint_icon, size};

/// A row that folds and unfolds what stands under it. It is as wide as its panel.
#[derive(Clone, Copy, Debug)]
#[must_use = "add it to a ui"]
pub struct FoldHeader<'a> {
    title: &'a str,
    aside: Option<&'a str>,
    is_open: bool,
}

impl<'a> FoldHeader<'a> {
    /// A header; `title` is also what a screen reader says.
    pub fn new(title: &'a str, is_open: bool) -> Self {
        Self { title, aside: None, is_open }
    }

    /// What was chosen, while it is folded.
    pub fn aside(mut self, aside: Option<&'a str>) -> Self {
        self.aside = aside;
        self
    }
}

impl Widget for FoldHeader<'_> {
    fn ui(self, ui: &mut Ui) -> Response {
        let tokens = ui.tokens();
        let width = ui.available_width();
        let text_left = size::ICON + size::XS;
        let text_width = (width - text_left).max(0.0);
        let title = draw::galley(ui, TextRole::Label.wrapped(self.title, tokens.ink_soft, text_width));
        let aside = self.aside.map(|aside| draw::galley(ui, TextRole::Strong.wrapped(aside, tokens.ink, text_width)));
        let text_height = title.size().y + aside.as_ref().map_or(0.0, |aside| aside.size().y);
        let height = (text_height + 2.0 * size::ROW_PAD).max(size::TARGET);
        let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::click());
        response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), self.title));
        ui.ctx().accesskit_node_builder(response.id, |node| {
            node.set_expanded(self.is_open);
            if let Some(aside) = self.aside {
                node.set_value(aside);
            }
        });
        if ui.is_rect_visible(rect) {
            if response.hovered() {
                ui.painter().rect_filled(rect, size::RADIUS_S, tokens.hover);
            }
            let top = rect.center().y - text_height / 2.0;
            let mark = eframe::egui::Rect::from_min_size(
                pos2(rect.left(), top + (title.size().y - size::ICON_SMALL) / 2.0),
                vec2(size::ICON_SMALL, size::ICON_SMALL),
            );
            let icon = if self.is_open { Icon::ChevronDown } else { Icon::ChevronRight };
            paint_icon(ui.painter(), mark, icon, tokens.ink_soft);
            let below = top + title.size().y;
            ui.painter().galley(pos2(rect.left() + text_left, top), title, tokens.ink_soft);
            if let Some(aside) = aside {
                ui.painter().galley(pos2(rect.left() + text_left, below), aside, tokens.ink);
            }
            draw::focus_ring_inside(ui, &response, rect, size::RADIUS_S);
        }
        draw::pointing(ui, response)
    }
}
