//! The lanes with their names, and the headings of the aspects in them.

use eframe::egui::{Galley, Painter, Rect, Stroke, StrokeKind, Ui, pos2, vec2};

use super::camera::Camera;
use crate::{
    app::Chain,
    chain::layout,
    ui::{
        theme::{TextRole, UiExt as _, size},
        widgets::paint_phase_square,
    },
};

/// The lanes, and the headings of the aspects.
pub(super) fn lanes(ui: &Ui, painter: &Painter, chain: &Chain, camera: &Camera, canvas: Rect) {
    let tokens = ui.tokens();
    let layout = &chain.view.layout;
    for lane in &layout.lanes {
        let rect = lane_rect(camera, canvas, lane);
        let line = Stroke::new(tokens.line_width, tokens.line);
        painter.rect(rect, size::RADIUS_L, tokens.surface, line, StrokeKind::Inside);
    }
    if camera.zoom < size::CANVAS_DETAIL.0 {
        return;
    }
    let rows = layout.headings.iter().flatten().zip(&chain.view.groups);
    for (rect, title) in rows {
        let rect = camera.rect(canvas, *rect);
        if rect.intersects(canvas) {
            let job = TextRole::Label.scaled(title, tokens.ink_soft, rect.width(), camera.zoom);
            let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
            painter.galley(pos2(rect.left(), rect.center().y - galley.size().y / 2.0), galley, tokens.ink_soft);
        }
    }
}

/// The names of the lanes, on top of all else: they stay in sight while their boxes are.
pub(super) fn heads(ui: &Ui, painter: &Painter, chain: &Chain, camera: &Camera, canvas: Rect) {
    let tokens = ui.tokens();
    let lanes = &chain.view.layout.lanes;
    let rects: Vec<Rect> = lanes.iter().map(|lane| lane_rect(camera, canvas, lane)).collect();
    let names = |role: TextRole| {
        let name = |(_, name): &(_, String)| {
            let job = role.truncated(name, tokens.ink, canvas.width());
            ui.fonts_mut(|fonts| fonts.layout_job(job))
        };
        chain.view.lanes.iter().map(name).collect::<Vec<_>>()
    };
    let wanted = |name: &Galley| LEFT_OF_NAME + name.size().x + size::S;
    // All in one size: the large one, if each fits its own lane.
    let large = names(TextRole::Heading);
    let is_large = large.iter().zip(&rects).all(|(name, rect)| wanted(name) <= rect.width());
    let names = if is_large { large } else { names(TextRole::SmallStrong) };
    for ((rect, (letter, _)), name) in rects.iter().zip(&chain.view.lanes).zip(names) {
        let top = rect.top().max(canvas.top()).min(rect.bottom() - size::BUTTON);
        // A long name reaches over the gutter beside its lane; it never leaves the picture for that.
        let width = rect.width().max(wanted(&name));
        let left = if width > rect.width() { rect.left().min(canvas.right() - width) } else { rect.left() };
        let head = Rect::from_min_size(pos2(left, top), vec2(width, size::BUTTON));
        if !head.intersects(canvas) {
            continue;
        }
        let square = Rect::from_center_size(
            pos2(head.left() + size::S + size::PHASE_SQUARE / 2.0, head.center().y),
            vec2(size::PHASE_SQUARE, size::PHASE_SQUARE),
        );
        let edge = if is_large { Stroke::NONE } else { Stroke::new(tokens.line_width, tokens.line) };
        painter.rect(head.shrink(tokens.line_width), size::RADIUS_L, tokens.surface, edge, StrokeKind::Outside);
        paint_phase_square(ui, painter, square.min, tokens.phase(*letter));
        painter.galley(pos2(head.left() + LEFT_OF_NAME, head.center().y - name.size().y / 2.0), name, tokens.ink);
    }
}

/// What stands before the name of a lane: its letter, with room around it.
const LEFT_OF_NAME: f32 = 2.0 * size::S + size::PHASE_SQUARE;

fn lane_rect(camera: &Camera, canvas: Rect, lane: &layout::Rect) -> Rect {
    camera.rect(canvas, *lane).expand(size::S * camera.zoom)
}
