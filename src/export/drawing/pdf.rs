//! A drawing on a page of a PDF, as vectors.

use krilla::{
    geom::{Path, PathBuilder},
    num::NormalizedF32,
    paint::StrokeDash,
    surface::Surface,
};

use super::{PathStep, Shape, Stroke};
use crate::export::paper::{Fonts, Measure, draw_words, fill};

/// Draws a shape.
pub(in crate::export) fn draw(surface: &mut Surface<'_>, fonts: &Fonts, measure: &Measure, shape: &Shape) {
    if let Shape::Words { left, baseline, text, style } = shape {
        surface.set_stroke(None);
        draw_words(surface, fonts, (*left, *baseline), &measure.shape(text, *style), *style);
        return;
    }
    let Some(path) = path(&shape.outline()) else { return };
    surface.set_fill(shape.fill().map(fill));
    surface.set_stroke(shape.line().map(stroke));
    surface.draw_path(&path);
}

fn path(outline: &[PathStep]) -> Option<Path> {
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

fn stroke(line: Stroke) -> krilla::paint::Stroke {
    let dash = line.dash.map(|(dash, white)| StrokeDash { array: vec![dash, white], offset: 0.0 });
    krilla::paint::Stroke {
        paint: fill(line.color).paint,
        width: line.width,
        opacity: NormalizedF32::ONE,
        dash,
        ..krilla::paint::Stroke::default()
    }
}
