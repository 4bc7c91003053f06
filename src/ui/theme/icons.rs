//! Icons, drawn as strokes on a square of sixteen units; no font has all of them.

use eframe::egui::epaint::{CircleShape, PathShape};
use eframe::egui::{Color32, Painter, Pos2, Rect, Response, Sense, Shape, Stroke, Ui, Vec2, pos2, vec2};

/// What an icon shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, strum::EnumIter)]
pub enum Icon {
    /// A looking glass.
    Search,
    /// A cross.
    Close,
    /// A triangle with an exclamation mark.
    Warning,
    /// An arrow to the right.
    ArrowRight,
    /// A tick.
    Check,
    /// A telephone.
    Phone,
    /// A page of a calendar.
    Calendar,
    /// Two sheets.
    Copy,
    /// Three lines.
    Menu,
    /// An i in a circle.
    Info,
    /// Opens downwards.
    ChevronDown,
    /// Opens upwards.
    ChevronUp,
    /// Goes back.
    ChevronLeft,
    /// Opens to the right.
    ChevronRight,
    /// A sheet with lines.
    Document,
    /// The light theme.
    Sun,
    /// The dark theme.
    Moon,
    /// Adds something.
    Plus,
}

/// Draws an icon in the flow of a ui. It has no name: words beside it say what it means.
pub fn icon(ui: &mut Ui, icon: Icon, size: f32, color: Color32) -> Response {
    let (rect, response) = ui.allocate_exact_size(Vec2::splat(size), Sense::hover());
    if ui.is_rect_visible(rect) {
        paint_icon(ui.painter(), rect, icon, color);
    }
    response
}

/// Draws an icon in the largest square in the middle of `rect`.
pub fn paint_icon(painter: &Painter, rect: Rect, icon: Icon, color: Color32) {
    let side = rect.size().min_elem();
    let square = Rect::from_center_size(rect.center(), Vec2::splat(side));
    let pen = Pen { painter, origin: square.min, scale: side / 16.0, color };
    match icon {
        Icon::Search => pen.ring(7.0, 7.0, 4.5).line(&[(10.4, 10.4), (14.0, 14.0)]),
        Icon::Close => pen.line(&[(4.0, 4.0), (12.0, 12.0)]).line(&[(12.0, 4.0), (4.0, 12.0)]),
        Icon::Warning => {
            pen.outline(&[(8.0, 1.6), (15.3, 14.2), (0.7, 14.2)]).line(&[(8.0, 6.8), (8.0, 9.4)]).dot(8.0, 11.9, 0.9)
        }
        Icon::ArrowRight => pen.line(&[(2.5, 8.0), (13.0, 8.0)]).line(&[(9.0, 4.0), (13.0, 8.0), (9.0, 12.0)]),
        Icon::Check => pen.line(&[(3.0, 8.4), (6.4, 11.8), (13.0, 4.6)]),
        Icon::Phone => pen.outline(&HANDSET),
        Icon::Calendar => pen
            .outline(&[(2.3, 3.5), (13.7, 3.5), (13.7, 13.7), (2.3, 13.7)])
            .line(&[(2.3, 7.0), (13.7, 7.0)])
            .line(&[(5.5, 1.8), (5.5, 4.6)])
            .line(&[(10.5, 1.8), (10.5, 4.6)]),
        Icon::Copy => pen.outline(&[(5.6, 5.6), (13.6, 5.6), (13.6, 13.6), (5.6, 13.6)]).line(&[
            (10.4, 2.4),
            (2.4, 2.4),
            (2.4, 10.4),
        ]),
        Icon::Menu => {
            pen.line(&[(2.5, 4.0), (13.5, 4.0)]).line(&[(2.5, 8.0), (13.5, 8.0)]).line(&[(2.5, 12.0), (13.5, 12.0)])
        }
        Icon::Info => pen.ring(8.0, 8.0, 6.2).line(&[(8.0, 7.6), (8.0, 11.2)]).dot(8.0, 5.0, 0.95),
        Icon::ChevronDown => pen.line(&[(4.0, 6.2), (8.0, 10.2), (12.0, 6.2)]),
        Icon::ChevronUp => pen.line(&[(4.0, 9.8), (8.0, 5.8), (12.0, 9.8)]),
        Icon::ChevronLeft => pen.line(&[(9.8, 4.0), (5.8, 8.0), (9.8, 12.0)]),
        Icon::ChevronRight => pen.line(&[(6.2, 4.0), (10.2, 8.0), (6.2, 12.0)]),
        Icon::Document => pen
            .outline(&[(3.4, 1.8), (9.4, 1.8), (12.6, 5.0), (12.6, 14.2), (3.4, 14.2)])
            .line(&[(5.8, 8.0), (10.2, 8.0)])
            .line(&[(5.8, 11.0), (10.2, 11.0)]),
        Icon::Sun => pen.ring(8.0, 8.0, 2.9).rays(5.0, 6.6),
        Icon::Moon => pen.line(&arc((8.0, 8.0), 6.0, 5.0, 265.0)).line(&arc((11.2, 4.8), 4.7, 226.0, 44.0)),
        Icon::Plus => pen.line(&[(8.0, 3.0), (8.0, 13.0)]).line(&[(3.0, 8.0), (13.0, 8.0)]),
    };
}

/// A telephone's handset, clockwise from its mouthpiece.
const HANDSET: [(f32, f32); 28] = [
    (14.7, 11.3),
    (14.7, 13.3),
    (14.3, 14.2),
    (13.2, 14.6),
    (10.2, 13.9),
    (7.5, 12.6),
    (5.3, 10.7),
    (3.5, 8.6),
    (2.1, 5.8),
    (1.4, 2.8),
    (1.7, 1.8),
    (2.7, 1.3),
    (4.7, 1.3),
    (5.6, 1.7),
    (6.1, 2.5),
    (6.3, 3.4),
    (6.5, 4.4),
    (6.5, 5.1),
    (6.2, 5.8),
    (5.4, 6.6),
    (7.1, 8.9),
    (9.4, 10.6),
    (10.2, 9.8),
    (10.9, 9.4),
    (11.6, 9.5),
    (12.6, 9.7),
    (13.5, 9.9),
    (14.3, 10.4),
];

/// Part of a circle, between two angles in degrees.
fn arc((x, y): (f32, f32), radius: f32, from: f32, to: f32) -> Vec<(f32, f32)> {
    const STEPS: u8 = 16;
    let points = (0..=STEPS).map(|step| {
        let angle = from + (to - from) * f32::from(step) / f32::from(STEPS);
        let at = vec2(x, y) + radius * Vec2::angled(angle.to_radians());
        (at.x, at.y)
    });
    points.collect()
}

/// Draws in units of a sixteenth of the icon.
struct Pen<'a> {
    painter: &'a Painter,
    origin: Pos2,
    scale: f32,
    color: Color32,
}

impl Pen<'_> {
    const WIDTH: f32 = 1.5;

    fn at(&self, (x, y): (f32, f32)) -> Pos2 {
        pos2(self.origin.x + x * self.scale, self.origin.y + y * self.scale)
    }

    fn stroke(&self) -> Stroke {
        Stroke::new((Self::WIDTH * self.scale).max(1.2), self.color)
    }

    /// Lines with round ends.
    fn line(self, points: &[(f32, f32)]) -> Self {
        let stroke = self.stroke();
        let points: Vec<Pos2> = points.iter().map(|&point| self.at(point)).collect();
        for &end in points.first().into_iter().chain(points.last()) {
            self.painter.circle_filled(end, stroke.width / 2.0, stroke.color);
        }
        self.painter.line(points, stroke);
        self
    }

    /// A closed figure with round corners.
    fn outline(self, points: &[(f32, f32)]) -> Self {
        let stroke = self.stroke();
        let points: Vec<Pos2> = points.iter().map(|&point| self.at(point)).collect();
        self.painter.add(Shape::Path(PathShape::closed_line(points, stroke)));
        self
    }

    fn ring(self, x: f32, y: f32, radius: f32) -> Self {
        self.painter.add(CircleShape::stroke(self.at((x, y)), radius * self.scale, self.stroke()));
        self
    }

    fn dot(self, x: f32, y: f32, radius: f32) -> Self {
        self.painter.circle_filled(self.at((x, y)), radius * self.scale, self.color);
        self
    }

    /// Eight short lines around the middle.
    fn rays(self, from: f32, to: f32) -> Self {
        let diagonal = std::f32::consts::FRAC_1_SQRT_2;
        let directions = [(1.0, 0.0), (diagonal, diagonal), (0.0, 1.0), (-diagonal, diagonal)];
        directions
            .into_iter()
            .flat_map(|(x, y)| [(x, y), (-x, -y)])
            .fold(self, |pen, (x, y)| pen.line(&[(8.0 + x * from, 8.0 + y * from), (8.0 + x * to, 8.0 + y * to)]))
    }
}
