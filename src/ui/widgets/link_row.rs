//! A line of text that leads somewhere.

use eframe::egui::{Response, Role, Ui, Widget, WidgetInfo, pos2, vec2};

use super::{draw, reach};
use crate::ui::theme::{TextRole, UiExt as _, size};

/// A line that wraps and can be clicked. It is as wide as its panel.
#[derive(Clone, Copy, Debug)]
#[must_use = "add it to a ui"]
pub struct LinkRow<'a> {
    words: &'a str,
    name: &'a str,
}

impl<'a> LinkRow<'a> {
    /// A line; its words are also what a screen reader says.
    pub fn new(words: &'a str) -> Self {
        Self { words, name: words }
    }

    /// Heard as this, where its words do not say it all.
    pub fn heard(self, name: &'a str) -> Self {
        Self { name, ..self }
    }
}

impl Widget for LinkRow<'_> {
    fn ui(self, ui: &mut Ui) -> Response {
        let tokens = ui.tokens();
        let galley = draw::galley(ui, TextRole::Secondary.wrapped(self.words, tokens.accent, ui.available_width()));
        let height = (galley.size().y + 2.0 * size::ROW_PAD).max(size::TARGET);
        let sense = reach::sense(ui, ui.next_auto_id());
        let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), height), sense);
        response.widget_info(|| WidgetInfo::labeled(Role::Link, ui.is_enabled(), self.name));
        if ui.is_rect_visible(rect) {
            if response.hovered() {
                ui.painter().rect_filled(rect, size::RADIUS_S, tokens.hover);
            }
            let top = rect.center().y - galley.size().y / 2.0;
            ui.painter().galley(pos2(rect.left(), top), galley, tokens.accent);
            draw::focus_ring_inside(ui, &response, rect, size::RADIUS_S);
        }
        draw::pointing(ui, response)
    }
}
