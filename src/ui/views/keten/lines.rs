//! The hand-overs: lines with an arrow, and the words of those that are looked at.

use eframe::egui::{Color32, Painter, Pos2, Rect, Role, Sense, Shape, Stroke, Ui, WidgetInfo, vec2};

use super::{
    camera::Camera,
    scene::{EdgeLook, Scene},
};
use crate::{
    app::Chain,
    chain::layout::EdgeKind,
    lookup::Verdict,
    text::{chain as text, words},
    ui::{
        ctx::Ctx,
        theme::{UiExt as _, size},
    },
};

/// Draws the lines: faint ones first, so that what is looked at lies on top.
pub(super) fn lines(ui: &Ui, painter: &Painter, chain: &Chain, scene: &Scene, camera: &Camera, canvas: Rect) {
    for rank in [0, 1, 2] {
        for (position, look) in scene.edges.iter().enumerate() {
            if rank_of(*look) == Some(rank) {
                line(ui, painter, chain, position, *look, camera, canvas);
            }
        }
    }
}

fn rank_of(look: EdgeLook) -> Option<u8> {
    match look {
        EdgeLook::Hidden => None,
        EdgeLook::Faint | EdgeLook::Plain(_) => Some(0),
        EdgeLook::Spine(_) | EdgeLook::Lit(_) => Some(1),
        EdgeLook::Step(_) => Some(2),
    }
}

fn stroke(ui: &Ui, look: EdgeLook) -> Stroke {
    let tokens = ui.tokens();
    match look {
        EdgeLook::Hidden | EdgeLook::Faint => Stroke::new(tokens.line_width, tokens.line),
        // Opaque, so that lines over each other do not look like one that weighs more.
        EdgeLook::Plain(_) => {
            Stroke::new(tokens.line_width, tokens.ground.lerp_to_gamma(tokens.line_strong, size::LINE_FADE))
        }
        EdgeLook::Lit(_) => Stroke::new(tokens.ring_width, tokens.accent),
        EdgeLook::Spine(_) => Stroke::new(size::SPINE_LINE, tokens.accent),
        EdgeLook::Step(_) => Stroke::new(tokens.ring_width + tokens.line_width, tokens.accent),
    }
}

fn line(ui: &Ui, painter: &Painter, chain: &Chain, edge: usize, look: EdgeLook, camera: &Camera, canvas: Rect) {
    let points = &chain.view.lines[edge];
    let corners: Vec<Pos2> = points.iter().map(|point| camera.point(canvas, *point)).collect();
    if corners.len() < 2 || !Rect::from_points(&corners).intersects(canvas) {
        return;
    }
    let stroke = stroke(ui, look);
    let head = arrow(&corners, stroke.color, camera.zoom);
    let back: Vec<Pos2> = corners.iter().take(2).rev().copied().collect();
    let returns = !chain.view.picture.edges[edge].returns.is_empty() && !matches!(look, EdgeLook::Step(_));
    let tail = returns.then(|| arrow(&back, stroke.color, camera.zoom)).flatten();
    let is_dashed = matches!(look, EdgeLook::Spine(Verdict::Depends) | EdgeLook::Lit(Verdict::Depends));
    if is_dashed {
        let (dash, gap) = size::EDGE_DASH;
        painter.extend(Shape::dashed_line(&corners, stroke, dash, gap));
    } else {
        painter.add(Shape::line(corners, stroke));
    }
    painter.extend(head);
    painter.extend(tail);
}

/// The head of the arrow where the line ends.
pub(super) fn arrow(points: &[Pos2], color: Color32, zoom: f32) -> Option<Shape> {
    let [.., before, end] = points else { return None };
    let along = (*end - *before).normalized();
    let length = (size::ARROW.0 * zoom).clamp(size::ARROW.1, size::ARROW.0);
    let aside = along.rot90() * length / 2.0;
    let base = *end - along * length;
    Some(Shape::convex_polygon(vec![*end, base + aside, base - aside], color, Stroke::NONE))
}

/// Every hand-over in the accessibility tree: where its words stand, or on its line.
pub(super) fn line_names(
    ui: &Ui,
    ctx: &Ctx<'_>,
    chain: &Chain,
    (camera, canvas): (&Camera, Rect),
    written: &[(usize, Rect)],
) {
    let lang = ctx.app.language();
    for (position, edge) in chain.view.edges.iter().enumerate() {
        let at = camera.point(canvas, edge.middle);
        let id = ui.scope_id().with(("edge", position));
        let words = written.iter().find(|(edge, _)| *edge == position).map(|(_, words)| *words);
        let place = words.unwrap_or_else(|| Rect::from_center_size(at, vec2(size::LINE_GAP, size::LINE_GAP)));
        let response = ui.interact(place, id, Sense::hover());
        let verdict = words::verdict(chain.edge_verdict(position), lang);
        response.widget_info(|| {
            let marks: &[&str] = match edge.kind {
                EdgeKind::Back => &[text::back(lang)],
                _ => &[],
            };
            WidgetInfo::labeled(Role::Label, true, text::place_name(&edge.name, verdict, marks))
        });
    }
}
