//! The lanes with their names, and the headings of the aspects in them.

use eframe::egui::{Painter, Rect, Stroke, StrokeKind, Ui, pos2, vec2};

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
    let left_of_words = 2.0 * size::S + size::PHASE_SQUARE;
    let lanes = || chain.view.layout.lanes.iter().zip(&chain.view.lanes);
    let laid_out = |role: TextRole, title: &str, width: f32| {
        let job = role.truncated(title, tokens.ink, width - left_of_words - size::XS);
        ui.fonts_mut(|fonts| fonts.layout_job(job))
    };
    // All in one size.
    let role = if lanes()
        .any(|(lane, (_, title))| laid_out(TextRole::Heading, title, lane_rect(camera, canvas, lane).width()).elided)
    {
        TextRole::SmallStrong
    } else {
        TextRole::Heading
    };
    for (lane, (letter, title)) in lanes() {
        let rect = lane_rect(camera, canvas, lane);
        let top = rect.top().max(canvas.top()).min(rect.bottom() - size::BUTTON);
        let head = Rect::from_min_size(pos2(rect.left(), top), vec2(rect.width(), size::BUTTON));
        if head.intersects(canvas) {
            let square = Rect::from_center_size(
                pos2(head.left() + size::S + size::PHASE_SQUARE / 2.0, head.center().y),
                vec2(size::PHASE_SQUARE, size::PHASE_SQUARE),
            );
            let galley = laid_out(role, title, head.width());
            painter.rect_filled(head.shrink(tokens.line_width), size::RADIUS_L, tokens.surface);
            paint_phase_square(ui, painter, square.min, tokens.phase(*letter));
            painter.galley(
                pos2(head.left() + left_of_words, head.center().y - galley.size().y / 2.0),
                galley,
                tokens.ink,
            );
        }
    }
}

fn lane_rect(camera: &Camera, canvas: Rect, lane: &layout::Rect) -> Rect {
    camera.rect(canvas, *lane).expand(size::S * camera.zoom)
}
