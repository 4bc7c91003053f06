//! The words of the hand-overs that are looked at.

use eframe::egui::{Painter, Pos2, Rect, Ui, Vec2, vec2};

use super::{
    camera::Camera,
    scene::{EdgeLook, Scene},
};
use crate::{
    app::Chain,
    model::Lang,
    text::chain as text,
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
    /// Where its words must come as near as they can.
    anyway: Option<Pos2>,
}

/// Draws the words, each with the number of its step; per edge that has words, where they stand.
pub(super) fn line_words(
    ui: &Ui,
    painter: &Painter,
    (chain, scene): (&Chain, &Scene),
    (camera, canvas): (&Camera, Rect),
    lang: Lang,
) -> Vec<(usize, Rect)> {
    let tokens = ui.tokens();
    let layout = &chain.view.layout;
    let written = layout.boxes.iter().chain(layout.headings.iter().flatten());
    let boxes: Vec<Rect> = written.map(|rect| camera.rect(canvas, *rect)).collect();
    let mut lit: Vec<(usize, EdgeLook)> = scene.edges.iter().copied().enumerate().collect();
    lit.retain(|(position, look)| {
        matches!(look, EdgeLook::Lit(_) | EdgeLook::Spine(_) | EdgeLook::Step(_))
            && !chain.view.edges[*position].act.is_empty()
    });
    // The steps of the route choose first, then what is looked at.
    lit.sort_by_key(|(_, look)| match look {
        EdgeLook::Step(_) => 0,
        EdgeLook::Lit(_) => 1,
        _ => 2,
    });
    let (mut galleys, mut asking) = (Vec::new(), Vec::new());
    for (position, look) in lit {
        let (act, back) = (&chain.view.edges[position].act, &chain.view.edges[position].back);
        let (words, is_step) = match look {
            EdgeLook::Step(step) => (format!("{step}. {act}"), true),
            EdgeLook::Lit(_) => (text::both_ways(act, back, lang), false),
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
        galleys.push((position, galley));
    }
    let mut drawn = Vec::new();
    for ((position, galley), ground) in galleys.into_iter().zip(grounds(canvas, &boxes, &asking)) {
        let Some(ground) = ground else { continue };
        drawn.push((position, ground));
        painter.rect_filled(ground, size::RADIUS_S, tokens.ground);
        painter.galley(ground.center() - galley.size() / 2.0, galley, tokens.accent);
    }
    drawn
}

/// Where the words go, first come first served: on their own line or right beside it, on no box and no other words.
fn grounds(canvas: Rect, boxes: &[Rect], asking: &[Asking]) -> Vec<Option<Rect>> {
    let mut taken: Vec<Rect> = Vec::new();
    let ground = |line: &Asking| {
        let is_free = |ground: &Rect| {
            canvas.contains_rect(*ground) && !boxes.iter().chain(&taken).any(|other| other.intersects(*ground))
        };
        let aside = vec2(line.room.x / 2.0 + size::XS, 0.0);
        let on_line = on_line(&line.corners, line.room).flat_map(|at| [at, at + aside, at - aside]);
        let around = |at| Rect::from_center_size(at, line.room);
        // What must be told looks for room near its line as well.
        let near = line.anyway.into_iter().flat_map(near);
        let ground = line.kept.into_iter().chain(on_line).chain(near).map(around).find(is_free);
        taken.extend(ground);
        ground
    };
    asking.iter().map(ground).collect()
}

/// Points around another, the nearest first.
fn near(at: Pos2) -> impl Iterator<Item = Pos2> {
    const RINGS: u8 = 10;
    const WAYS: [Vec2; 8] = [
        vec2(0.0, -1.0),
        vec2(0.0, 1.0),
        vec2(1.0, 0.0),
        vec2(-1.0, 0.0),
        vec2(1.0, -1.0),
        vec2(-1.0, -1.0),
        vec2(1.0, 1.0),
        vec2(-1.0, 1.0),
    ];
    (0..=RINGS).flat_map(move |ring| WAYS.map(|way| at + way * f32::from(ring) * size::S))
}

/// Points on a line where its words may stand: near its end first, as there it has parted from the others; but on
/// pieces first that still show when words of this size stand on them.
fn on_line(corners: &[Pos2], room: Vec2) -> impl Iterator<Item = Pos2> {
    const SHARES: [f32; 5] = [0.5, 0.25, 0.75, 0.1, 0.9];
    let is_long = move |ends: &[Pos2]| {
        let along = (ends[1] - ends[0]).abs();
        along.x > room.x + 2.0 * size::ARROW.0 || along.y > room.y + 2.0 * size::ARROW.0
    };
    let pieces = move |long: bool| corners.windows(2).rev().filter(move |ends| is_long(ends) == long);
    pieces(true).chain(pieces(false)).flat_map(|ends| SHARES.map(|share| ends[0].lerp(ends[1], share)))
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
        fn words_cover_no_box_and_no_other_words_and_a_step_finds_room_near_its_line(
            boxes in prop::collection::vec(any_box(), 0..8),
            asking in prop::collection::vec(any_line(), 0..12),
        ) {
            let grounds = grounds(CANVAS, &boxes, &asking);
            for (position, (ground, line)) in grounds.iter().zip(&asking).enumerate() {
                let before = grounds[..position].iter().flatten();
                if let Some(at) = line.anyway {
                    let own = Rect::from_center_size(at, line.room);
                    let is_free = !boxes.iter().chain(before.clone()).any(|other| other.intersects(own));
                    prop_assert!(ground.is_some() || !is_free || !CANVAS.contains_rect(own));
                }
                let Some(ground) = ground else { continue };
                prop_assert!(CANVAS.contains_rect(*ground));
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
