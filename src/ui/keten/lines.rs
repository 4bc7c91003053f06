//! The hand-overs: lines with an arrow, and the words of those that are looked at.

use eframe::egui::{Color32, Painter, Pos2, Rect, Role, Sense, Shape, Stroke, Ui, WidgetInfo, vec2};

use super::{
    camera::Camera,
    scene::{EdgeLook, Scene},
};
use crate::{
    app::Chain,
    chain::layout::EdgeKind,
    lookup::Match,
    text::{chain as text, words},
    ui::{
        state::View,
        theme::{TextRole, UiExt as _, size},
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
        EdgeLook::Lit(_) => Some(1),
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
        EdgeLook::Step(_) => Stroke::new(tokens.ring_width + tokens.line_width, tokens.accent),
    }
}

fn line(ui: &Ui, painter: &Painter, chain: &Chain, edge: usize, look: EdgeLook, camera: &Camera, canvas: Rect) {
    let points = if camera.zoom < size::CANVAS_DETAIL.0 {
        &chain.view.layout.edges[edge].path.corners
    } else {
        &chain.view.lines[edge]
    };
    let corners: Vec<Pos2> = points.iter().map(|point| camera.point(canvas, *point)).collect();
    if !Rect::from_points(&corners).intersects(canvas) {
        return;
    }
    let stroke = stroke(ui, look);
    let head = arrow(&corners, stroke.color, camera.zoom);
    let is_dashed = matches!(look, EdgeLook::Lit(Match::Depends));
    if is_dashed {
        let (dash, gap) = size::EDGE_DASH;
        painter.extend(Shape::dashed_line(&corners, stroke, dash, gap));
    } else {
        painter.add(Shape::line(corners, stroke));
    }
    painter.extend(head);
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

/// The words of the lines that are looked at, each with the number of its step: on its own line or right beside it,
/// and on no box or other words.
pub(super) fn labels(ui: &Ui, painter: &Painter, chain: &Chain, scene: &Scene, camera: &Camera, canvas: Rect) {
    let tokens = ui.tokens();
    if camera.zoom < size::CANVAS_DETAIL.1 {
        return;
    }
    let layout = &chain.view.layout;
    let boxes: Vec<Rect> = layout.boxes.iter().map(|rect| camera.rect(canvas, *rect)).collect();
    let mut taken: Vec<Rect> = Vec::new();
    let mut lit: Vec<(usize, EdgeLook)> = scene.edges.iter().copied().enumerate().collect();
    lit.retain(|(_, look)| matches!(look, EdgeLook::Lit(_) | EdgeLook::Step(_)));
    // The steps of the route choose first.
    lit.sort_by_key(|(_, look)| !matches!(look, EdgeLook::Step(_)));
    for (position, look) in lit {
        let act = &chain.view.edges[position].act;
        let words = match look {
            EdgeLook::Step(step) => format!("{step}. {act}"),
            _ => act.clone(),
        };
        let job = TextRole::SmallStrong.scaled(&words, tokens.accent, f32::INFINITY, camera.zoom);
        let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
        let room = galley.size() + vec2(size::XS, 0.0);
        let corners: Vec<Pos2> =
            layout.edges[position].path.corners.iter().map(|corner| camera.point(canvas, *corner)).collect();
        let is_free = |ground: &Rect| {
            canvas.contains_rect(*ground) && !boxes.iter().chain(&taken).any(|other| other.intersects(*ground))
        };
        let aside = vec2(room.x / 2.0 + size::XS, 0.0);
        // The layout found room beside all other lines for some; the others may stand on lines that are not lit.
        let kept = layout.edges[position].label.map(|room| camera.rect(canvas, room).center());
        let places = kept.into_iter().chain(on_line(&corners).flat_map(|at| [at, at + aside, at - aside]));
        let mut grounds = places.map(|at| Rect::from_center_size(at, room));
        // A step of the route is always told, even where there is no room.
        let middle = camera.point(canvas, chain.view.edges[position].middle);
        let anyway = matches!(look, EdgeLook::Step(_)).then(|| Rect::from_center_size(middle, room));
        let Some(ground) = grounds.find(is_free).or(anyway) else { continue };
        taken.push(ground);
        painter.rect_filled(ground, size::RADIUS_S, tokens.ground);
        painter.galley(ground.center() - galley.size() / 2.0, galley, tokens.accent);
    }
}

/// Points on a line where its words may stand: near its end first, as there it has parted from the others.
fn on_line(corners: &[Pos2]) -> impl Iterator<Item = Pos2> {
    const SHARES: [f32; 5] = [0.5, 0.25, 0.75, 0.1, 0.9];
    corners.windows(2).rev().flat_map(|ends| SHARES.map(|share| ends[0].lerp(ends[1], share)))
}

/// Every hand-over in the accessibility tree.
pub(super) fn line_names(ui: &Ui, view: &View<'_>, chain: &Chain, camera: &Camera, canvas: Rect) {
    let lang = view.app.language();
    for (position, edge) in chain.view.edges.iter().enumerate() {
        let at = camera.point(canvas, edge.middle);
        let id = ui.scope_id().with(("edge", position));
        let response = ui.interact(Rect::from_center_size(at, vec2(size::XS, size::XS)), id, Sense::hover());
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
