//! The head of a phase: a coloured square with its letter, and its title.

use std::sync::Arc;

use eframe::egui::emath::GuiRounding as _;
use eframe::egui::{Galley, Painter, Pos2, Rect, Response, Role, Sense, Ui, Vec2, Widget, WidgetInfo, pos2, vec2};

use super::draw;
use crate::ui::theme::{PhaseTokens, TextRole, UiExt as _, size};

/// A phase's letter and title, wrapped when there is little room.
#[derive(Clone, Copy, Debug)]
#[must_use = "add it to a ui"]
pub struct PhaseHeading<'a> {
    letter: char,
    title: &'a str,
}

/// The head of the phase with this letter.
pub fn phase_heading(letter: char, title: &str) -> PhaseHeading<'_> {
    PhaseHeading { letter, title }
}

/// Where the title begins, from the left.
const TEXT_LEFT: f32 = size::PHASE_SQUARE + size::S;

impl PhaseHeading<'_> {
    fn title(&self, ui: &Ui, width: f32) -> Arc<Galley> {
        draw::galley(ui, TextRole::Strong.wrapped(self.title, ui.tokens().ink, (width - TEXT_LEFT).max(0.0)))
    }

    /// Only its looks, in the room of one that is there already.
    pub fn paint(self, ui: &Ui, rect: Rect) {
        let tokens = ui.tokens();
        let title = self.title(ui, rect.width() + 1.0);
        paint_phase_square(ui, ui.painter(), rect.min, tokens.phase(self.letter));
        let top = if title.rows.len() > 1 { rect.top() } else { rect.center().y - title.size().y / 2.0 };
        ui.painter().galley(pos2(rect.left() + TEXT_LEFT, top), title, tokens.ink);
    }
}

impl Widget for PhaseHeading<'_> {
    fn ui(self, ui: &mut Ui) -> Response {
        let title = self.title(ui, ui.available_width());
        let size = vec2(TEXT_LEFT + title.size().x, title.size().y.max(size::PHASE_SQUARE));
        let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
        response.widget_info(|| {
            WidgetInfo::labeled(Role::Heading, ui.is_enabled(), format!("{} {}", self.letter, self.title))
        });
        ui.ctx().accesskit_node_builder(response.id, |node| node.set_level(2));
        if ui.is_rect_visible(rect) {
            self.paint(ui, rect);
        }
        response
    }
}

/// Draws the square with the letter of a phase, for a heading of the caller's own.
pub fn paint_phase_square(ui: &Ui, painter: &Painter, left_top: Pos2, phase: PhaseTokens) {
    let left_top = left_top.round_to_pixels(ui.pixels_per_point());
    let square = Rect::from_min_size(left_top, Vec2::splat(size::PHASE_SQUARE));
    painter.rect_filled(square, size::RADIUS_S, phase.color);
    let letter = draw::line(ui, TextRole::Strong, phase.letter.encode_utf8(&mut [0; 4]), phase.ink);
    painter.galley(square.center() - letter.size() / 2.0, letter, phase.ink);
}
