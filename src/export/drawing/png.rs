//! The poster as pixels, with the letters of the bundled Fira Sans.

use skrifa::outline::OutlinePen;
use tiny_skia::{FillRule, Paint, PathBuilder, Pixmap, StrokeDash, Transform};

use super::{Drawing, DrawingError, PathStep, Shape, Stroke};
use crate::export::paper::{Color, Measure, TextStyle, units};

/// How wide a picture is, in pixels, and how long a side may be.
const PIXELS: (f32, f32) = (3000.0, 8192.0);

/// The drawing as PNG, about 3000 pixels wide and never more than 8192 a side.
pub(in crate::export) fn png(drawing: &Drawing) -> Result<Vec<u8>, DrawingError> {
    let measure = Measure::new().ok_or(DrawingError::Font)?;
    let (wide, most) = PIXELS;
    let scale = (wide / drawing.width).min(most / drawing.height);
    let empty = || DrawingError::Refused(format!("{} × {}", drawing.width, drawing.height));
    let mut canvas = Pixmap::new(pixels(drawing.width * scale), pixels(drawing.height * scale)).ok_or_else(empty)?;
    canvas.fill(tiny_skia::Color::WHITE);
    let sheet = Transform::from_scale(scale, scale);
    for shape in drawing.groups.iter().flat_map(|group| &group.shapes) {
        draw(&mut canvas, shape, sheet, &measure);
    }
    canvas.encode_png().map_err(|error| DrawingError::Refused(error.to_string()))
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a side is between 1 and 8192")]
fn pixels(length: f32) -> u32 {
    length.round().clamp(1.0, PIXELS.1) as u32
}

fn draw(canvas: &mut Pixmap, shape: &Shape, sheet: Transform, measure: &Measure) {
    if let Shape::Words { left, baseline, text, style } = shape {
        if let Some(path) = letters(measure, text, *style, (*left, *baseline)) {
            canvas.fill_path(&path, &paint(style.ink), FillRule::Winding, sheet, None);
        }
        return;
    }
    let Some(path) = path(&shape.outline()) else { return };
    if let Some(fill) = shape.fill() {
        canvas.fill_path(&path, &paint(fill), FillRule::Winding, sheet, None);
    }
    if let Some(line) = shape.line() {
        canvas.stroke_path(&path, &paint(line.color), &stroke(line), sheet, None);
    }
}

fn path(outline: &[PathStep]) -> Option<tiny_skia::Path> {
    let mut path = PathBuilder::new();
    for step in outline {
        match *step {
            PathStep::Move((x, y)) => path.move_to(x, y),
            PathStep::Line((x, y)) => path.line_to(x, y),
            PathStep::Curve((a, b), (x, y)) => path.quad_to(a, b, x, y),
            PathStep::Close => path.close(),
        }
    }
    path.finish()
}

fn paint(color: Color) -> Paint<'static> {
    let Color(red, green, blue) = color;
    let mut paint = Paint { anti_alias: true, ..Paint::default() };
    paint.set_color_rgba8(red, green, blue, u8::MAX);
    paint
}

fn stroke(line: Stroke) -> tiny_skia::Stroke {
    let dash = line.dash.and_then(|(dash, white)| StrokeDash::new(vec![dash, white], 0.0));
    tiny_skia::Stroke { width: line.width, dash, ..tiny_skia::Stroke::default() }
}

/// The outlines of a line of text that begins at a point on the baseline.
fn letters(measure: &Measure, text: &str, style: TextStyle, at: (f32, f32)) -> Option<tiny_skia::Path> {
    let face = measure.face(style.weight);
    let scale = style.size / face.units_per_em();
    let mut pen = Pen { path: PathBuilder::new(), at, scale };
    for glyph in &face.shape(text).glyphs {
        let origin = pen.at;
        let (right, up) = glyph.offset;
        pen.at = (origin.0 + units(right) * scale, origin.1 - units(up) * scale);
        face.outline(glyph.id, &mut pen);
        pen.at = (origin.0 + units(glyph.advance) * scale, origin.1);
    }
    pen.path.finish()
}

/// Draws the outline of a glyph at a point.
struct Pen {
    path: PathBuilder,
    at: (f32, f32),
    scale: f32,
}

impl Pen {
    fn place(&self, x: f32, y: f32) -> (f32, f32) {
        (self.at.0 + x * self.scale, self.at.1 - y * self.scale)
    }
}

impl OutlinePen for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        let (x, y) = self.place(x, y);
        self.path.move_to(x, y);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        let (x, y) = self.place(x, y);
        self.path.line_to(x, y);
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        let ((x1, y1), (x, y)) = (self.place(x1, y1), self.place(x, y));
        self.path.quad_to(x1, y1, x, y);
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        let ((x1, y1), (x2, y2), (x, y)) = (self.place(x1, y1), self.place(x2, y2), self.place(x, y));
        self.path.cubic_to(x1, y1, x2, y2, x, y);
    }

    fn close(&mut self) {
        self.path.close();
    }
}
