//! The lanes with the headings of their aspects; and above the picture, always in sight, their names with what their
//! main line says.

use eframe::egui::{Painter, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use super::camera::Camera;
use crate::{
    app::Chain,
    chain::layout,
    text::chain as text,
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
        // They go on down: there is no end to see where nothing stands.
        let rect = lane_rect(camera, canvas, lane).with_min_y(canvas.top() - size::M);
        let line = Stroke::new(tokens.line_width, tokens.line);
        painter.rect(rect, size::RADIUS_L, tokens.surface, line, StrokeKind::Inside);
    }
    for (group, (rect, title)) in layout.headings.iter().flatten().zip(&chain.view.groups).enumerate() {
        let (own, rect) = (rect, camera.rect(canvas, *rect));
        if own.bottom > own.top && rect.intersects(canvas) {
            let job = TextRole::Label.scaled(title, tokens.ink_soft, rect.width(), camera.zoom);
            let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
            let at = pos2(rect.left(), rect.bottom() - galley.size().y);
            let id = ui.scope_id().with(("heading", group));
            let seen = ui.interact(Rect::from_min_size(at, galley.size()), id, Sense::hover());
            seen.widget_info(|| WidgetInfo::labeled(Role::Heading, true, title));
            painter.galley(at, galley, tokens.ink_soft);
        }
    }
}

/// How high the names of the lanes are, for a picture with so much room.
pub(super) fn head_height(room: f32) -> f32 {
    let rows = if room < size::LANE_HEAD_TALL { 1.0 } else { 2.0 };
    TextRole::Small.line_height().mul_add(rows, size::LANE_HEAD + size::XS)
}

/// The names of the lanes, each above its own as far as that is in sight.
pub(super) fn heads(ui: &Ui, chain: &Chain, camera: &Camera, (strip, canvas): (Rect, Rect)) {
    let tokens = ui.tokens();
    let lanes = &chain.view.layout.lanes;
    let rects: Vec<Rect> = lanes.iter().map(|lane| lane_rect(camera, canvas, lane)).collect();
    let painter = ui.painter_at(strip);
    for (position, ((letter, name), rect)) in chain.view.lanes.iter().zip(&rects).enumerate() {
        // What it says may reach over the gutter, up to the next lane.
        let next = rects.get(position + 1).map_or(strip.right(), Rect::left);
        let room = strip.with_min_x(rect.left().max(strip.left())).with_max_x((next - size::S).min(strip.right()));
        let says = chain.answers.get(position).map_or("", String::as_str);
        let id = ui.scope_id().with(("lane", position));
        let shown = if room.width() < size::PHASE_SQUARE + size::S {
            Rect::from_min_size(strip.min, vec2(0.0, 0.0))
        } else {
            room
        };
        let response = ui.interact(shown, id, Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, text::lane_name(*letter, name, says)));
        if !shown.is_positive() {
            continue;
        }
        let square = pos2(room.left() + size::XS, room.top() + (size::LANE_HEAD - size::PHASE_SQUARE) / 2.0);
        paint_phase_square(ui, &painter, square, tokens.phase(*letter));
        let left = size::XS + size::PHASE_SQUARE + size::S;
        let draw = |role: TextRole, words: &str, ink, left: f32, top: f32, rows: usize| {
            let mut job = role.wrapped(words, ink, room.width() - left);
            job.wrap.max_rows = rows;
            job.wrap.break_anywhere = rows == 1;
            let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
            painter.galley(pos2(room.left() + left, top), galley, ink);
        };
        let middle = room.top() + (size::LANE_HEAD - TextRole::Heading.line_height()) / 2.0;
        draw(TextRole::Heading, name, tokens.ink, left, middle, 1);
        let rows = if room.height() > size::LANE_HEAD + 1.5 * TextRole::Small.line_height() { 2 } else { 1 };
        draw(TextRole::Small, says, tokens.ink_soft, size::XS, room.top() + size::LANE_HEAD, rows);
        response.on_hover_ui(|ui| {
            ui.label(text::lane_name(*letter, name, says));
        });
    }
}

fn lane_rect(camera: &Camera, canvas: Rect, lane: &layout::Rect) -> Rect {
    camera.rect(canvas, *lane).expand(size::S * camera.zoom)
}
