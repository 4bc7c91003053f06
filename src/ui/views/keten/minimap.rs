//! The whole picture, small, with a frame around what is seen.

use eframe::egui::{Painter, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use super::{camera::Camera, scene::Scene};
use crate::{
    app::Chain,
    chain::layout,
    lookup::Verdict,
    model::Lang,
    text::chain as text,
    ui::theme::{UiExt as _, size},
};

/// Draws it at the lower right, when not all of the picture is seen and there is room; a click or a drag looks elsewhere.
pub(super) fn minimap(
    ui: &Ui,
    painter: &Painter,
    chain: &Chain,
    scene: &Scene,
    camera: &mut Camera,
    canvas: Rect,
    lang: Lang,
) {
    let whole = chain.view.layout.extent;
    let seen = camera.seen(canvas);
    if seen.width() >= whole.width && seen.height() >= whole.height {
        return;
    }
    let tokens = ui.tokens();
    let scale = (size::MINIMAP.0 / whole.width.max(1.0)).min(size::MINIMAP.1 / whole.height.max(1.0));
    let map_size = scale * vec2(whole.width, whole.height);
    if map_size.x * map_size.y > size::MINIMAP_SHARE * canvas.area() {
        return; // It would hide more than it shows.
    }
    let map = Rect::from_min_size(canvas.max - map_size - vec2(size::M, size::M), map_size);
    let covers = |rect: &layout::Rect| camera.rect(canvas, *rect).intersects(map.expand(size::XS));
    if chain.view.layout.boxes.iter().any(covers) {
        return; // What is there is more than the map tells.
    }
    let response = ui.interact(map, ui.scope_id().with("minimap"), Sense::click_and_drag());
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, text::map(lang)));
    if let Some(pointer) = response.interact_pointer_pos() {
        camera.center_on(canvas, ((pointer - map.min) / scale).to_pos2());
    }
    let line = Stroke::new(tokens.line_width, tokens.line_strong);
    painter.rect(map.expand(size::XS), size::RADIUS_S, tokens.surface, line, StrokeKind::Outside);
    for (rect, (place, look)) in chain.view.layout.boxes.iter().zip(chain.view.places.iter().zip(&scene.places)) {
        let corner = |x: f32, y: f32| map.min + scale * vec2(x, y);
        let rect = Rect::from_min_max(corner(rect.left, rect.top), corner(rect.right, rect.bottom));
        let color = match (look.is_chosen, look.verdict == Verdict::Excluded || look.is_far, place.is_gap) {
            (true, ..) => tokens.accent,
            (_, true, _) => tokens.line,
            (_, _, true) => tokens.warning,
            _ => tokens.phase(place.letter).color,
        };
        painter.rect_filled(rect, 0, color);
    }
    let corner = |x: f32, y: f32| map.min + scale * vec2(x, y);
    let frame = Rect::from_two_pos(corner(seen.left(), seen.top()), corner(seen.right(), seen.bottom()));
    let frame = frame.intersect(map.expand(size::XS));
    if frame.is_positive() {
        painter.rect_stroke(frame, 0, Stroke::new(tokens.ring_width, tokens.accent), StrokeKind::Inside);
    } else {
        painter.circle_filled(pos2(map.center().x, map.center().y), size::XS, tokens.accent);
    }
}
