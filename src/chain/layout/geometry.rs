//! Points, rectangles and paths, in points with the origin at the top left.

/// A place on the picture.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Point {
    /// To the right.
    pub x: f32,
    /// Downwards.
    pub y: f32,
}

/// How wide and how high something is, in points.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Extent {
    /// From left to right.
    pub width: f32,
    /// From top to bottom.
    pub height: f32,
}

/// A rectangle with its sides along the axes.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Rect {
    /// The left side's x.
    pub left: f32,
    /// The upper side's y.
    pub top: f32,
    /// The right side's x.
    pub right: f32,
    /// The lower side's y.
    pub bottom: f32,
}

impl Rect {
    /// A rectangle around `center`.
    pub fn around(center: Point, extent: Extent) -> Self {
        let (half_width, half_height) = (extent.width / 2.0, extent.height / 2.0);
        Self {
            left: center.x - half_width,
            top: center.y - half_height,
            right: center.x + half_width,
            bottom: center.y + half_height,
        }
    }

    /// The smallest rectangle in which both points are.
    pub fn between([one, other]: [Point; 2]) -> Self {
        Self {
            left: one.x.min(other.x),
            top: one.y.min(other.y),
            right: one.x.max(other.x),
            bottom: one.y.max(other.y),
        }
    }

    /// The smallest rectangle in which both are.
    #[must_use]
    pub fn union(&self, other: &Self) -> Self {
        Self {
            left: self.left.min(other.left),
            top: self.top.min(other.top),
            right: self.right.max(other.right),
            bottom: self.bottom.max(other.bottom),
        }
    }

    /// How wide and how high it is.
    pub fn extent(&self) -> Extent {
        Extent { width: self.right - self.left, height: self.bottom - self.top }
    }

    /// Its middle.
    pub fn center(&self) -> Point {
        Point { x: f32::midpoint(self.left, self.right), y: f32::midpoint(self.top, self.bottom) }
    }

    /// Whether the two share more than a side.
    pub fn overlaps(&self, other: &Self) -> bool {
        self.left < other.right && other.left < self.right && self.top < other.bottom && other.top < self.bottom
    }

    /// Whether a straight line between two points passes through the inside.
    pub fn is_cut_by(&self, from: Point, to: Point) -> bool {
        // Clips the line to the rectangle (Liang and Barsky) and looks whether something is left of it.
        let (dx, dy) = (to.x - from.x, to.y - from.y);
        let sides = [
            (-dx, from.x - self.left),
            (dx, self.right - from.x),
            (-dy, from.y - self.top),
            (dy, self.bottom - from.y),
        ];
        let (mut enters, mut leaves) = (0.0_f32, 1.0_f32);
        for (slope, room) in sides {
            if slope == 0.0 {
                if room <= 0.0 {
                    return false;
                }
            } else if slope < 0.0 {
                enters = enters.max(room / slope);
            } else {
                leaves = leaves.min(room / slope);
            }
        }
        enters < leaves
    }
}

/// The way of a hand-over over the picture: straight pieces, along the axes, from corner to corner.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Path {
    /// Where it starts, turns and ends; at least two, or none when there is nothing to draw.
    pub corners: Vec<Point>,
}

/// A piece of a path with rounded corners, from where the one before ended.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Piece {
    /// Straight to a point.
    Line(Point),
    /// Around a corner: a quadratic curve with the corner as its control point.
    Turn {
        /// The corner, which the curve does not touch.
        corner: Point,
        /// Where the curve ends.
        to: Point,
    },
}

impl Path {
    /// Where it begins.
    pub fn start(&self) -> Option<Point> {
        self.corners.first().copied()
    }

    /// Where it ends.
    pub fn end(&self) -> Option<Point> {
        self.corners.last().copied()
    }

    /// The pieces after the start, with corners rounded by at most `radius` points.
    pub fn pieces(&self, radius: f32) -> Vec<Piece> {
        let mut pieces = Vec::with_capacity(self.corners.len() * 2);
        for window in self.corners.windows(3) {
            let [before, corner, after] = window else { continue };
            let radius = radius.min(length(*before, *corner) / 2.0).min(length(*corner, *after) / 2.0);
            pieces.push(Piece::Line(towards(*corner, *before, radius)));
            pieces.push(Piece::Turn { corner: *corner, to: towards(*corner, *after, radius) });
        }
        pieces.extend(self.end().map(Piece::Line));
        pieces
    }

    /// The same as one line of short straight pieces, `steps` for every corner.
    pub fn flattened(&self, radius: f32, steps: u16) -> Vec<Point> {
        let mut points: Vec<Point> = self.start().into_iter().collect();
        for piece in self.pieces(radius) {
            match piece {
                Piece::Line(to) => points.push(to),
                Piece::Turn { corner, to } => {
                    let from = points.last().copied().unwrap_or(corner);
                    for step in 1..=steps {
                        let t = f32::from(step) / f32::from(steps);
                        let along =
                            |a: f32, b: f32, c: f32| (1.0 - t) * (1.0 - t) * a + 2.0 * t * (1.0 - t) * b + t * t * c;
                        points.push(Point { x: along(from.x, corner.x, to.x), y: along(from.y, corner.y, to.y) });
                    }
                }
            }
        }
        points.dedup();
        points
    }
}

fn length(a: Point, b: Point) -> f32 {
    (a.x - b.x).hypot(a.y - b.y)
}

/// The point at `distance` from `from` on the way to `to`.
fn towards(from: Point, to: Point, distance: f32) -> Point {
    let length = length(from, to);
    if length == 0.0 {
        return from;
    }
    let share = distance / length;
    Point { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share }
}

#[cfg(test)]
mod tests {
    use super::*;

    const BOX: Rect = Rect { left: 10.0, top: 10.0, right: 20.0, bottom: 20.0 };

    fn at(x: f32, y: f32) -> Point {
        Point { x, y }
    }

    #[test]
    fn a_line_cuts_a_box_only_when_it_passes_through_the_inside() {
        assert!(BOX.is_cut_by(at(0.0, 15.0), at(30.0, 15.0)));
        assert!(BOX.is_cut_by(at(0.0, 0.0), at(30.0, 30.0)));
        assert!(BOX.is_cut_by(at(15.0, 15.0), at(16.0, 15.0)));
        assert!(!BOX.is_cut_by(at(0.0, 10.0), at(30.0, 10.0)), "along a side");
        assert!(!BOX.is_cut_by(at(20.0, 15.0), at(30.0, 15.0)), "away from a side");
        assert!(!BOX.is_cut_by(at(0.0, 15.0), at(10.0, 15.0)), "up to a side");
    }

    #[test]
    fn a_rounded_path_keeps_its_ends_and_stays_within_its_corners() {
        let path = Path { corners: vec![at(0.0, 0.0), at(10.0, 0.0), at(10.0, 3.0), at(20.0, 3.0)] };
        let flat = path.flattened(4.0, 6);
        assert_eq!((flat.first(), flat.last()), (Some(&at(0.0, 0.0)), Some(&at(20.0, 3.0))));
        assert!(flat.iter().all(|point| (0.0..=20.0).contains(&point.x) && (0.0..=3.0).contains(&point.y)));
        assert!(!flat.contains(&at(10.0, 0.0)), "the corner is cut");
    }
}
