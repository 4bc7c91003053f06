//! Where nobody is responsible, or nobody knows who is.

use eframe::egui::{AsIdSalt, IdSalt, InnerResponse, Shape, Stroke, StrokeKind, Ui};

use super::{answer_card::card, draw};
use crate::ui::theme::{UiExt as _, size};

/// A row with a warm edge that is, as a whole, one button. Its words must say that it is a gap: see [`super::lead_text()`].
#[derive(Clone, Copy, Debug)]
#[must_use = "call `show`"]
pub struct GapCard<'a> {
    salt: IdSalt,
    name: &'a str,
    is_selected: bool,
}

impl<'a> GapCard<'a> {
    /// `name` is what a screen reader says; `salt` tells this card from the others.
    pub fn new(salt: impl AsIdSalt, name: &'a str) -> Self {
        Self { salt: IdSalt::new(salt), name, is_selected: false }
    }

    /// Whether the drawer explains this one.
    pub fn selected(mut self, is_selected: bool) -> Self {
        self.is_selected = is_selected;
        self
    }

    /// Shows the card, as wide as its column.
    pub fn show<R>(self, ui: &mut Ui, add_contents: impl FnOnce(&mut Ui) -> R) -> InnerResponse<R> {
        let tokens = ui.tokens();
        card(ui, self.salt, self.name, self.is_selected, add_contents, |rect, response| {
            let mut shapes = Vec::new();
            if response.hovered() {
                shapes.push(Shape::rect_filled(rect, size::RADIUS_M, tokens.hover));
            }
            if self.is_selected {
                let ring = Stroke::new(tokens.ring_width, tokens.accent);
                shapes.push(Shape::rect_stroke(rect, size::RADIUS_M, ring, StrokeKind::Middle));
            }
            shapes.push(draw::solid_edge(rect, size::RADIUS_M, size::PHASE_EDGE, tokens.warning));
            shapes
        })
    }
}
