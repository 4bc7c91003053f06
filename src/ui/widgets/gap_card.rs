//! Where nobody is responsible, or nobody knows who is.

use eframe::egui::{AsIdSalt, IdSalt, InnerResponse, Shape, Stroke, StrokeKind, Ui};

use super::answer_card::card;
use crate::ui::theme::{UiExt as _, size};

/// A warm card that is, as a whole, one button. Its words must say that it is a gap: see [`super::lead_text()`].
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
            let is_strong = self.is_selected || response.hovered();
            let width = if is_strong { tokens.ring_width } else { tokens.line_width };
            let edge = Stroke::new(width, tokens.warning);
            vec![
                Shape::rect_filled(rect, size::RADIUS_M, tokens.warning_ground),
                Shape::rect_stroke(rect, size::RADIUS_M, edge, StrokeKind::Inside),
            ]
        })
    }
}
