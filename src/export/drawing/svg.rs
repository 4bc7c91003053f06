//! The poster as SVG: text stays text, and everything has a title.

use std::fmt::Write as _;

use super::{Drawing, Shape, ShapeGroup, Stroke};
use crate::export::{
    paper::{Color, Measure, Weight},
    xml::escaped,
};

/// The ids of the title and the description of the whole.
const TITLE: &str = "title";
const DESCRIPTION: &str = "desc";
/// The letters, and what stands in for them where they are missing.
const FONTS: &str = "Fira Sans, Segoe UI, Helvetica Neue, Arial, sans-serif";

/// The drawing as an SVG document in UTF-8; `None` when the fonts inside the program cannot be read.
pub(in crate::export) fn svg(drawing: &Drawing) -> Option<String> {
    let measure = Measure::new()?;
    let mut out = String::from("<?xml version='1.0' encoding='UTF-8'?>\n");
    let (width, height, language) = (drawing.width, drawing.height, drawing.language);
    let _ = write!(out, "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 {width} {height}'");
    let _ = write!(out, " width='{width}' height='{height}' lang='{language}' xml:lang='{language}'");
    let _ = writeln!(out, " role='img' aria-labelledby='{TITLE} {DESCRIPTION}' font-family='{FONTS}'>");
    let _ = writeln!(out, "<title id='{TITLE}'>{}</title>", escaped(&drawing.title));
    let _ = writeln!(out, "<desc id='{DESCRIPTION}'>{}</desc>", escaped(&drawing.description));
    for group in &drawing.groups {
        draw_group(&mut out, group, &measure);
    }
    out.push_str("</svg>\n");
    Some(out)
}

fn draw_group(out: &mut String, group: &ShapeGroup, measure: &Measure) {
    out.push_str("<g>");
    if let Some(title) = &group.title {
        let _ = write!(out, "<title>{}</title>", escaped(title));
    }
    if let Some(description) = &group.description {
        let _ = write!(out, "<desc>{}</desc>", escaped(description));
    }
    for shape in &group.shapes {
        draw(out, shape, measure);
    }
    out.push_str("</g>\n");
}

fn draw(out: &mut String, shape: &Shape, measure: &Measure) {
    match shape {
        Shape::Rect { area: [left, top, width, height], radius, fill, line } => {
            let fill = fill.map_or_else(|| "none".to_owned(), hex);
            let _ = write!(
                out,
                "<rect x='{left:.2}' y='{top:.2}' width='{width:.2}' height='{height:.2}' rx='{radius}' fill='{fill}'{}/>",
                line.map(stroke).unwrap_or_default()
            );
        }
        Shape::Path { start, pieces, line } => {
            let _ = write!(out, "<path fill='none'{} d='M{:.2} {:.2}", stroke(*line), start.0, start.1);
            for piece in pieces {
                let _ = match piece.control {
                    Some((x, y)) => write!(out, "Q{x:.2} {y:.2} {:.2} {:.2}", piece.to.0, piece.to.1),
                    None => write!(out, "L{:.2} {:.2}", piece.to.0, piece.to.1),
                };
            }
            out.push_str("'/>");
        }
        Shape::Area { corners, fill } => {
            let points: Vec<String> = corners.iter().map(|(x, y)| format!("{x:.2},{y:.2}")).collect();
            let _ = write!(out, "<polygon points='{}' fill='{}'/>", points.join(" "), hex(*fill));
        }
        Shape::Words { left, baseline, text, style } => {
            let weight = match style.weight {
                Weight::Regular => 400,
                Weight::Medium => 500,
                Weight::SemiBold => 600,
            };
            // Another font than Fira Sans gets the same room.
            let _ = write!(
                out,
                "<text x='{left:.2}' y='{baseline:.2}' font-size='{}' font-weight='{weight}' fill='{}' \
                 textLength='{:.2}' lengthAdjust='spacingAndGlyphs'>{}</text>",
                style.size,
                hex(style.ink),
                measure.width(text, *style),
                escaped(text)
            );
        }
    }
}

fn stroke(line: Stroke) -> String {
    let dash = line.dash.map(|(dash, white)| format!(" stroke-dasharray='{dash} {white}'")).unwrap_or_default();
    format!(" stroke='{}' stroke-width='{}'{dash}", hex(line.color), line.width)
}

fn hex(color: Color) -> String {
    let Color(red, green, blue) = color;
    format!("#{red:02x}{green:02x}{blue:02x}")
}
