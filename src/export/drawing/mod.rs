//! A picture as a list of shapes: what every form of the poster is made from, so that all show the same.

pub(in crate::export) mod pdf;
mod png;
mod svg;

pub use crate::model::DrawingError;
pub(in crate::export) use png::png;
pub(in crate::export) use svg::svg;

use crate::export::paper::{Color, TextStyle};

/// A picture, in points from its upper left corner.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Drawing {
    /// From left to right.
    pub width: f32,
    /// From top to bottom.
    pub height: f32,
    /// `nl` or `en`.
    pub language: &'static str,
    /// What it is.
    pub title: String,
    /// What it shows, in a few sentences.
    pub description: String,
    /// What is drawn, the undermost first.
    pub groups: Vec<ShapeGroup>,
}

/// Shapes that belong together.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ShapeGroup {
    /// What they show, for a screen reader and under a pointer; nothing for decoration.
    pub title: Option<String>,
    /// More of it.
    pub description: Option<String>,
    /// The shapes, the undermost first.
    pub shapes: Vec<Shape>,
}

/// Something to draw.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// A rectangle.
    Rect {
        /// Left, top, width and height.
        area: [f32; 4],
        /// Of its corners.
        radius: f32,
        /// Inside.
        fill: Option<Color>,
        /// Around.
        line: Option<Stroke>,
    },
    /// A line.
    Path {
        /// Where it starts.
        start: (f32, f32),
        /// Where it goes: through a control point, or straight when there is none.
        pieces: Vec<PathSegment>,
        /// How.
        line: Stroke,
    },
    /// A filled area between points, such as the head of an arrow.
    Area {
        /// Its corners.
        corners: Vec<(f32, f32)>,
        /// Inside.
        fill: Color,
    },
    /// Words on one line.
    Words {
        /// Where they begin.
        left: f32,
        /// What the letters stand on.
        baseline: f32,
        /// The words; every sign is in the font.
        text: String,
        /// How they look.
        style: TextStyle,
    },
}

/// A stroke of the pen: what every form draws an outline with.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum PathStep {
    /// To a point, without drawing.
    Move((f32, f32)),
    /// Straight to a point.
    Line((f32, f32)),
    /// Through a control point to a point.
    Curve((f32, f32), (f32, f32)),
    /// Back to where it began.
    Close,
}

impl Shape {
    /// Its outline; words have none.
    pub fn outline(&self) -> Vec<PathStep> {
        match self {
            Self::Rect { area, radius, .. } => rounded(*area, *radius),
            Self::Path { start, pieces, .. } => {
                let pieces = pieces.iter().map(|piece| match piece.control {
                    Some(control) => PathStep::Curve(control, piece.to),
                    None => PathStep::Line(piece.to),
                });
                std::iter::once(PathStep::Move(*start)).chain(pieces).collect()
            }
            Self::Area { corners, .. } => {
                let corners = corners.iter().enumerate();
                let steps =
                    corners.map(|(number, at)| if number == 0 { PathStep::Move(*at) } else { PathStep::Line(*at) });
                steps.chain([PathStep::Close]).collect()
            }
            Self::Words { .. } => Vec::new(),
        }
    }

    /// What its inside is filled with; words have their own ink.
    pub fn fill(&self) -> Option<Color> {
        match self {
            Self::Rect { fill, .. } => *fill,
            Self::Area { fill, .. } => Some(*fill),
            Self::Path { .. } | Self::Words { .. } => None,
        }
    }

    /// The line along its outline.
    pub fn line(&self) -> Option<Stroke> {
        match self {
            Self::Rect { line, .. } => *line,
            Self::Path { line, .. } => Some(*line),
            Self::Area { .. } | Self::Words { .. } => None,
        }
    }
}

fn rounded([left, top, width, height]: [f32; 4], radius: f32) -> Vec<PathStep> {
    let (right, bottom) = (left + width, top + height);
    let radius = radius.min(width / 2.0).min(height / 2.0);
    vec![
        PathStep::Move((left + radius, top)),
        PathStep::Line((right - radius, top)),
        PathStep::Curve((right, top), (right, top + radius)),
        PathStep::Line((right, bottom - radius)),
        PathStep::Curve((right, bottom), (right - radius, bottom)),
        PathStep::Line((left + radius, bottom)),
        PathStep::Curve((left, bottom), (left, bottom - radius)),
        PathStep::Line((left, top + radius)),
        PathStep::Curve((left, top), (left + radius, top)),
        PathStep::Close,
    ]
}

/// A piece of a line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PathSegment {
    /// The control point of a quadratic curve; none for a straight piece.
    pub control: Option<(f32, f32)>,
    /// Where it ends.
    pub to: (f32, f32),
}

/// How a line is drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stroke {
    /// How thick.
    pub width: f32,
    /// In which colour.
    pub color: Color,
    /// The length of a dash and of the white after it; none for a solid line.
    pub dash: Option<(f32, f32)>,
}
