//! One answer: a party that does something in a phase.

use eframe::egui::emath::GuiRounding as _;
use eframe::egui::{
    Align, AsIdSalt, Frame, IdSalt, InnerResponse, Layout, Rect, Response, Role, Shape, Stroke, StrokeKind, Ui,
    UiBuilder, WidgetInfo, vec2,
};

use super::{draw, reach};
use crate::ui::theme::{PhaseTokens, Tokens, UiExt as _, size};

/// How firmly an answer stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bearing {
    /// It holds for everyone who fits what was said: solid.
    Certain,
    /// It hangs on something that was not said: dashed and without a fill.
    Dependent,
}

/// A card that is, as a whole, one button. What is put on it is shown, not used.
#[derive(Clone, Copy, Debug)]
#[must_use = "call `show`"]
pub struct AnswerCard<'a> {
    salt: IdSalt,
    name: &'a str,
    letter: char,
    bearing: Bearing,
    is_selected: bool,
}

impl<'a> AnswerCard<'a> {
    /// A card in the phase with this letter. `name` is what a screen reader says,
    /// and must hold everything that matters on the card; `salt` tells it from the other cards.
    pub fn new(salt: impl AsIdSalt, name: &'a str, letter: char, bearing: Bearing) -> Self {
        Self { salt: IdSalt::new(salt), name, letter, bearing, is_selected: false }
    }

    /// Whether the drawer explains this one.
    pub fn selected(mut self, is_selected: bool) -> Self {
        self.is_selected = is_selected;
        self
    }

    /// Shows the card, as wide as its column. The response is clicked by pointer, Enter, space or a screen reader.
    pub fn show<R>(self, ui: &mut Ui, add_contents: impl FnOnce(&mut Ui) -> R) -> InnerResponse<R> {
        let tokens = ui.tokens();
        let phase = tokens.phase(self.letter);
        card(ui, self.salt, self.name, self.is_selected, add_contents, |rect, response| {
            let mut shapes = match self.bearing {
                Bearing::Certain => certain(tokens, phase, rect, response.hovered()),
                Bearing::Dependent => dependent(tokens, phase, rect, response.hovered()),
            };
            if self.is_selected {
                let ring = Stroke::new(tokens.ring_width, tokens.accent);
                shapes.push(Shape::rect_stroke(rect, size::RADIUS_M, ring, StrokeKind::Middle));
            }
            shapes
        })
    }
}

fn certain(tokens: &Tokens, phase: PhaseTokens, rect: Rect, is_hovered: bool) -> Vec<Shape> {
    let fill = if is_hovered { tokens.hover } else { tokens.surface };
    vec![
        Shape::rect_filled(rect, size::RADIUS_M, fill),
        draw::solid_edge(rect, size::RADIUS_M, size::PHASE_EDGE, phase.color),
    ]
}

fn dependent(tokens: &Tokens, phase: PhaseTokens, rect: Rect, is_hovered: bool) -> Vec<Shape> {
    let mut shapes = Vec::new();
    if is_hovered {
        shapes.push(Shape::rect_filled(rect, size::RADIUS_M, tokens.hover));
    }
    let edge = rect.shrink2(vec2(0.0, size::LINE_GAP));
    shapes.extend(draw::dashed_edge(edge, size::PHASE_EDGE, phase.color));
    shapes
}

/// A whole area that is one toggle button; `paint` gives what lies under its content.
pub(super) fn card<R>(
    ui: &mut Ui,
    salt: IdSalt,
    name: &str,
    is_selected: bool,
    add_contents: impl FnOnce(&mut Ui) -> R,
    paint: impl FnOnce(Rect, &Response) -> Vec<Shape>,
) -> InnerResponse<R> {
    // Only after the content its size is known, but what is under it has to be painted before.
    let under = ui.painter().add(Shape::Noop);
    // Not an id that depends on what stands above, or the focus would be lost when an answer comes or goes.
    let id = ui.make_persistent_id(salt);
    // Not the layout of the column, which may stretch text to fill its lines.
    let layout = Layout::top_down(Align::Min);
    let builder = UiBuilder::new().scope_id(id).sense(reach::sense(ui, id)).layout(layout);
    let shown = ui.scope_builder(builder, |ui| {
        let mut margin = size::margin(size::CARD_PAD);
        margin.left += size::margin((size::PHASE_EDGE, 0.0)).left;
        let inside = Frame::NONE.inner_margin(margin).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = size::CARD_GAP;
            ui.take_available_width();
            add_contents(ui)
        });
        inside.inner
    });
    let response = draw::pointing(ui, shown.response);
    response.widget_info(|| WidgetInfo::selected(Role::Button, ui.is_enabled(), is_selected, name));
    if ui.is_rect_visible(response.rect) {
        let rect = response.rect.round_to_pixels(ui.pixels_per_point());
        ui.painter().set(under, Shape::Vec(paint(rect, &response)));
        draw::focus_ring(ui, &response, rect, size::RADIUS_M);
    }
    InnerResponse::new(shown.inner, response)
}
