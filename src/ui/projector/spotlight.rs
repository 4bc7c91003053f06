//! Light on one place, the rest dimmed.

use std::f32::consts::TAU;

use eframe::egui::{Mesh, Pos2, Rect, Shape, Ui, Vec2};

use crate::ui::theme::SHADE;

/// The circle is drawn with so many corners.
const CORNERS: u32 = 64;

/// Dims all but a circle around the pointer, or around what has the focus.
pub(super) fn paint(ui: &Ui, screen: Rect, radius: f32) {
    let focused = ui.memory(eframe::egui::Memory::focused).and_then(|id| ui.ctx().read_response(id));
    let at = ui.input(|input| input.pointer.hover_pos()).or(focused.map(|response| response.rect.center()));
    let Some(at) = at else { return };
    ui.painter().add(Shape::mesh(ring(at, radius, screen.size().length())));
}

/// What is dimmed: everything from the circle to beyond the edge of the screen.
fn ring(at: Pos2, radius: f32, reach: f32) -> Mesh {
    let mut mesh = Mesh::default();
    for corner in 0..CORNERS {
        #[expect(clippy::cast_precision_loss, reason = "there are 64 corners")]
        let way = Vec2::angled(TAU * corner as f32 / CORNERS as f32);
        mesh.colored_vertex(at + way * radius, SHADE);
        mesh.colored_vertex(at + way * reach, SHADE);
        let (inner, next) = (2 * corner, 2 * ((corner + 1) % CORNERS));
        mesh.add_triangle(inner, inner + 1, next);
        mesh.add_triangle(inner + 1, next + 1, next);
    }
    mesh
}
