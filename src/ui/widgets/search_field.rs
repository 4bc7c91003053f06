//! Where to type what one looks for.

use eframe::egui::{
    self, Align, Align2, Frame, Layout, Margin, Response, Stroke, StrokeKind, TextEdit, Ui, UiBuilder, pos2, vec2,
};

use super::{draw, key_hint};
use crate::ui::theme::{Icon, TextRole, UiExt as _, icon, size};

/// A field with a looking glass, and with the key that leads to it.
#[derive(Clone, Copy, Debug)]
#[must_use = "call `show`"]
pub struct SearchField<'a> {
    hint: &'a str,
    key: Option<&'a str>,
    width: f32,
}

impl<'a> SearchField<'a> {
    /// `hint` says what can be looked for, and is the field's name for a screen reader.
    pub fn new(hint: &'a str) -> Self {
        Self { hint, key: None, width: f32::INFINITY }
    }

    /// Names the key that leads here; drawn while the field is empty.
    pub fn key(mut self, key: &'a str) -> Self {
        self.key = Some(key);
        self
    }

    /// How wide it is; without this as wide as there is room.
    pub fn width(mut self, width: f32) -> Self {
        self.width = width;
        self
    }

    /// Shows the field. The response is that of the text, so it can be asked for focus and change.
    pub fn show(self, ui: &mut Ui, text: &mut String) -> Response {
        let tokens = ui.tokens();
        // Its own, or the field would be another one once the key beside it is gone, and lose the keyboard.
        let id = ui.scope_id().with("search");
        let width = self.width.min(ui.available_width());
        let (_, rect) = ui.allocate_space(vec2(width, size::BUTTON));
        let inner = egui::Rect::from_min_max(
            pos2(rect.left() + size::S, rect.top()),
            pos2(rect.right() - size::S, rect.bottom()),
        );
        ui.painter().rect(
            rect,
            size::RADIUS_M,
            tokens.surface,
            Stroke::new(tokens.line_width, tokens.line_strong),
            StrokeKind::Inside,
        );
        let builder = UiBuilder::new().max_rect(inner).layout(Layout::right_to_left(Align::Center));
        let response = ui
            .scope_builder(builder, |ui| {
                if let (Some(key), true) = (self.key, text.is_empty()) {
                    key_hint(ui, key);
                }
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                    icon(ui, Icon::Search, size::ICON, tokens.ink_soft);
                    let field = TextEdit::singleline(text)
                        .id(id)
                        .frame(Frame::NONE)
                        .margin(Margin::ZERO)
                        .font(TextRole::Body.font())
                        .hint_text(TextRole::Body.rich(self.hint).color(tokens.ink_soft))
                        .align(Align2::LEFT_CENTER)
                        .desired_width(ui.available_width());
                    ui.add_sized(vec2(ui.available_width(), size::TARGET), field)
                })
                .inner
            })
            .inner
            .accessible_name(self.hint);
        draw::focus_ring_inside(ui, &response, rect, size::RADIUS_M);
        response
    }
}
