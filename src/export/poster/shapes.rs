//! Boxes, arrows and marks as shapes: solid what applies, dashed what depends, faint what does not.

use super::theme;
use crate::{
    export::{
        drawing::{PathSegment, Shape, Stroke},
        paper::Color,
    },
    lookup::Verdict,
};

/// What a box looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum BoxLook {
    /// Of a party.
    Party(Verdict),
    /// Of an empty place.
    Gap(Verdict),
}

/// A box with its edge and the bar of its phase.
pub(super) fn frame(area: [f32; 4], look: BoxLook, phase: Color) -> Vec<Shape> {
    let (fill, color) = match look {
        BoxLook::Gap(Verdict::Applies | Verdict::Depends) => (theme::WARNING_GROUND, theme::WARNING),
        BoxLook::Party(Verdict::Applies) => (theme::WHITE, theme::INK),
        BoxLook::Party(Verdict::Depends) => (theme::WHITE, theme::SOFT),
        BoxLook::Party(Verdict::Excluded) | BoxLook::Gap(Verdict::Excluded) => (theme::GROUND, theme::LINE),
    };
    let (BoxLook::Party(verdict) | BoxLook::Gap(verdict)) = look;
    let line = match verdict {
        Verdict::Applies => Some(Stroke { width: theme::BOX_CERTAIN, color, dash: None }),
        Verdict::Depends => Some(Stroke { width: theme::BOX_OTHER, color, dash: Some(theme::DASH) }),
        Verdict::Excluded => None,
    };
    let mut shapes = vec![Shape::Rect { area, radius: theme::RADIUS, fill: Some(fill), line }];
    let [left, top, _, height] = area;
    if let BoxLook::Party(verdict) = look {
        let color = if verdict == Verdict::Excluded { theme::LINE } else { phase };
        let area = [left, top, theme::BAR, height];
        shapes.push(Shape::Rect { area, radius: 0.0, fill: Some(color), line: None });
    }
    shapes
}

/// A straight line with a head at its end.
pub(super) fn arrow(points: &[(f32, f32); 2], line: Stroke) -> Vec<Shape> {
    let [start, end] = *points;
    let piece = PathSegment { control: None, to: end };
    let mut shapes = vec![Shape::Path { start, pieces: vec![piece], line }];
    shapes.extend(head(start, end, line.color));
    shapes
}

/// The head of an arrow that comes from somewhere; `None` when it goes nowhere.
pub(super) fn head(from: (f32, f32), end: (f32, f32), fill: Color) -> Option<Shape> {
    let (dx, dy) = (end.0 - from.0, end.1 - from.1);
    let length = dx.hypot(dy);
    if length == 0.0 {
        return None;
    }
    let (x, y) = (dx / length, dy / length);
    let (long, wide) = (theme::ARROW.0, theme::ARROW.1 / 2.0);
    let base = (end.0 - x * long, end.1 - y * long);
    let corners = vec![end, (base.0 - y * wide, base.1 + x * wide), (base.0 + y * wide, base.1 - x * wide)];
    Some(Shape::Area { corners, fill })
}

/// Two sheets over each other: an agreement is still needed.
pub(super) fn overlap(left: f32, middle: f32) -> Vec<Shape> {
    let line = Some(Stroke { width: theme::EDGE, color: theme::SOFT, dash: None });
    let sheet = |right: f32, down: f32| {
        let area = [left + right, middle - 5.0 + down, 7.0, 7.0];
        Shape::Rect { area, radius: 1.0, fill: Some(theme::WHITE), line }
    };
    vec![sheet(3.0, 0.0), sheet(0.0, 3.0)]
}
