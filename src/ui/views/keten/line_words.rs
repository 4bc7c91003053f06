//! The words of the hand-overs that are looked at.

use eframe::egui::{Painter, Pos2, Rect, Ui, Vec2, vec2};

use super::{
    camera::Camera,
    scene::{EdgeLook, Scene},
};
use crate::{
    app::Chain,
    ui::theme::{TextRole, UiExt as _, size},
};

/// A line that asks for room for its words.
#[derive(Clone, Debug)]
struct Asking {
    /// How much.
    room: Vec2,
    /// Where the layout found room beside all other lines, if it did.
    kept: Option<Pos2>,
    /// How the line runs.
    corners: Vec<Pos2>,
    /// Where its words stand in any case, even where there is no room.
    anyway: Option<Pos2>,
}

/// Draws the words, each with the number of its step.
pub(super) fn line_words(ui: &Ui, painter: &Painter, chain: &Chain, scene: &Scene, camera: &Camera, canvas: Rect) {
    let tokens = ui.tokens();
    if camera.zoom < size::CANVAS_DETAIL.1 {
        return;
    }
    let layout = &chain.view.layout;
    let written = layout.boxes.iter().chain(layout.headings.iter().flatten());
    let boxes: Vec<Rect> = written.map(|rect| camera.rect(canvas, *rect)).collect();
    let mut lit: Vec<(usize, EdgeLook)> = scene.edges.iter().copied().enumerate().collect();
    lit.retain(|(_, look)| matches!(look, EdgeLook::Lit(_) | EdgeLook::Step(_)));
    // The steps of the route choose first, and are always told.
    lit.sort_by_key(|(_, look)| !matches!(look, EdgeLook::Step(_)));
    let (mut galleys, mut asking) = (Vec::new(), Vec::new());
    for (position, look) in lit {
        let act = &chain.view.edges[position].act;
        let (words, is_step) = match look {
            EdgeLook::Step(step) => (format!("{step}. {act}"), true),
            _ => (act.clone(), false),
        };
        let job = TextRole::SmallStrong.scaled(&words, tokens.accent, f32::INFINITY, camera.zoom);
        let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
        let edge = &layout.edges[position];
        asking.push(Asking {
            room: galley.size() + vec2(size::XS, 0.0),
            kept: edge.label.map(|room| camera.rect(canvas, room).center()),
            corners: edge.path.corners.iter().map(|corner| camera.point(canvas, *corner)).collect(),
            anyway: is_step.then(|| camera.point(canvas, chain.view.edges[position].middle)),
        });
        galleys.push(galley);
    }
    for (galley, ground) in galleys.into_iter().zip(grounds(canvas, &boxes, &asking)) {
        let Some(ground) = ground else { continue };
        painter.rect_filled(ground, size::RADIUS_S, tokens.ground);
        painter.galley(ground.center() - galley.size() / 2.0, galley, tokens.accent);
    }
}

/// Where the words go, first come first served: on their own line or right beside it, on no box and no other words.
fn grounds(canvas: Rect, boxes: &[Rect], asking: &[Asking]) -> Vec<Option<Rect>> {
    let mut taken: Vec<Rect> = Vec::new();
    let ground = |line: &Asking| {
        let is_free = |ground: &Rect| {
            canvas.contains_rect(*ground) && !boxes.iter().chain(&taken).any(|other| other.intersects(*ground))
        };
        let aside = vec2(line.room.x / 2.0 + size::XS, 0.0);
        let on_line = on_line(&line.corners).flat_map(|at| [at, at + aside, at - aside]);
        let around = |at| Rect::from_center_size(at, line.room);
        let ground = line.kept.into_iter().chain(on_line).map(around).find(is_free).or(line.anyway.map(around));
        taken.extend(ground);
        ground
    };
    asking.iter().map(ground).collect()
}

/// Points on a line where its words may stand: near its end first, as there it has parted from the others.
fn on_line(corners: &[Pos2]) -> impl Iterator<Item = Pos2> {
    const SHARES: [f32; 5] = [0.5, 0.25, 0.75, 0.1, 0.9];
    corners.windows(2).rev().flat_map(|ends| SHARES.map(|share| ends[0].lerp(ends[1], share)))
}

#[cfg(test)]
mod tests {
    use eframe::egui::pos2;
    use proptest::prelude::*;

    use super::*;

    const CANVAS: Rect = Rect { min: pos2(0.0, 0.0), max: pos2(400.0, 300.0) };

    fn any_point() -> impl Strategy<Value = Pos2> {
        (0.0_f32..400.0, 0.0_f32..300.0).prop_map(Pos2::from)
    }

    fn any_line() -> impl Strategy<Value = Asking> {
        let room = (10.0_f32..90.0, 8.0_f32..16.0).prop_map(Vec2::from);
        let corners = prop::collection::vec(any_point(), 0..5);
        (room, prop::option::of(any_point()), corners, prop::option::of(any_point()))
            .prop_map(|(room, kept, corners, anyway)| Asking { room, kept, corners, anyway })
    }

    fn any_box() -> impl Strategy<Value = Rect> {
        any_point().prop_map(|at| Rect::from_center_size(at, vec2(80.0, 20.0)))
    }

    proptest! {
        #[test]
        fn words_cover_no_box_and_no_other_words_and_a_step_is_always_told(
            boxes in prop::collection::vec(any_box(), 0..8),
            asking in prop::collection::vec(any_line(), 0..12),
        ) {
            let grounds = grounds(CANVAS, &boxes, &asking);
            for (position, (ground, line)) in grounds.iter().zip(&asking).enumerate() {
                prop_assert!(ground.is_some() || line.anyway.is_none());
                let Some(ground) = ground else { continue };
                if line.anyway.is_some_and(|at| at.distance(ground.center()) < 0.1) {
                    continue;
                }
                prop_assert!(CANVAS.contains_rect(*ground));
                let before = grounds[..position].iter().flatten();
                prop_assert!(!boxes.iter().chain(before).any(|other| other.intersects(*ground)));
            }
        }
    }

    #[test]
    fn words_stand_on_their_own_line_where_nothing_is_in_the_way_and_nowhere_when_all_is() {
        let line = Asking {
            room: vec2(40.0, 12.0),
            kept: None,
            corners: vec![pos2(50.0, 50.0), pos2(50.0, 150.0), pos2(250.0, 150.0)],
            anyway: None,
        };
        let alone = grounds(CANVAS, &[], std::slice::from_ref(&line));
        assert_eq!(alone[0].map(|ground| ground.center()), Some(pos2(150.0, 150.0)));
        let wall = [CANVAS];
        assert_eq!(grounds(CANVAS, &wall, &[line]), [None]);
    }
}
