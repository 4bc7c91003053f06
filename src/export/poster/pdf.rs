//! The poster on paper: the picture as vectors with a text for who does not see it, then the same chain in words.

use krilla::{
    geom::{Path, PathBuilder, Point, Rect, Transform},
    num::NormalizedF32,
    paint::{FillRule, Stroke, StrokeDash},
    surface::Surface,
    text::TextDirection,
};

use super::{
    Paper, Poster, PosterError,
    drawing::{Drawing, Line, Shape, Step},
    theme,
};
use crate::{
    export::card::{About, Cover, Fonts, Listing, ListingLine, fill, listing_pdf},
    model::Lang,
    text::{card as card_text, poster as text, words},
};

/// A page: how large it is, and where the drawing lies on it.
#[derive(Clone, Copy, Debug)]
struct Sheet {
    size: (f32, f32),
    /// Where the upper left corner of the drawing comes.
    origin: (f32, f32),
    scale: f32,
    /// Whether it is one of several: then only the part within the margins is shown, with marks.
    is_part: bool,
}

/// The poster as PDF/UA-1.
pub(super) fn pdf(poster: &Poster, paper: Paper, tiled: bool) -> Result<Vec<u8>, PosterError> {
    let (lang, drawing) = (poster.lang, &poster.drawing);
    let sheets = sheets(drawing, paper, tiled);
    let covers = sheets.iter().map(|(sheet, name)| {
        let alt = [drawing.title.as_str(), &drawing.description, name].map(|words| words.trim_end_matches('.'));
        let alt: Vec<&str> = alt.into_iter().filter(|words| !words.is_empty()).collect();
        (sheet.size, format!("{}. {}.", alt.join(". "), text::words_follow(lang)))
    });
    let pages = covers.collect();
    let draw = |surface: &mut Surface<'_>, fonts: &Fonts, number: usize| {
        if let Some((sheet, name)) = sheets.get(number) {
            draw_sheet(surface, fonts, drawing, *sheet, name);
        }
    };
    let mut lines = Vec::new();
    for phase in &poster.phases {
        lines.push(ListingLine::Heading(2, &phase.title));
        for (label, places) in &phase.aspects {
            lines.push(ListingLine::Heading(3, label));
            lines.extend(places.iter().map(|place| ListingLine::Item(&place.title, &place.state, &place.steps)));
        }
    }
    let foot = format!("{} · {}", card_text::emergency(lang), card_text::not_official(lang));
    let listing = Listing {
        title: text::in_words(lang),
        edition: &poster.edition,
        warning: poster.not_for_use.as_deref(),
        foot: &foot,
        page_of: &|page, pages| card_text::page_of(page, pages, lang),
        lines,
    };
    let about = About {
        title: &drawing.title,
        description: poster.not_for_use.as_deref().unwrap_or(&drawing.description),
        language: match lang {
            Lang::Nl => "nl",
            Lang::En => "en",
        },
        product: words::product(lang),
    };
    Ok(listing_pdf(&listing, about, &Cover { pages, draw: Some(&draw) })?)
}

/// The pages of the picture, each with its name among the others.
fn sheets(drawing: &Drawing, paper: Paper, tiled: bool) -> Vec<(Sheet, String)> {
    let (wide, high) = paper.size();
    let margin = theme::PAPER_MARGIN;
    let fit = |width: f32, height: f32| (width / drawing.width).min(height / drawing.height);
    if !tiled {
        let scale = fit(wide - 2.0 * margin, high - 2.0 * margin);
        let origin = ((wide - drawing.width * scale) / 2.0, (high - drawing.height * scale) / 2.0);
        return vec![(Sheet { size: (wide, high), origin, scale, is_part: false }, String::new())];
    }
    // As many sheets as make up the paper, side by side or upright, in the way that leaves the picture largest.
    let (long, short) = Paper::A4.size();
    let steps = |(wide, high): (f32, f32)| (wide - 2.0 * margin - theme::OVERLAP, high - 2.0 * margin - theme::OVERLAP);
    let count = paper.sheets_of_a4();
    let ways = [(long, short), (short, long)].into_iter().flat_map(|size| {
        let columns = (1..=count).filter(move |columns| count.is_multiple_of(*columns));
        columns.map(move |columns| {
            let (step, rows) = (steps(size), count / columns);
            let room = |step: f32, sheets: u16| step * f32::from(sheets) + theme::OVERLAP;
            (fit(room(step.0, columns), room(step.1, rows)), size)
        })
    });
    let larger = |best: (f32, _), way: (f32, _)| if way.0 > best.0 { way } else { best };
    let (scale, size) = ways.fold((0.0, (long, short)), larger);
    let step = steps(size);
    let (columns, rows) = (pieces(drawing.width * scale, step.0), pieces(drawing.height * scale, step.1));
    let mut sheets = Vec::new();
    for row in 0..rows {
        for column in 0..columns {
            let origin = (margin - f32::from(column) * step.0, margin - f32::from(row) * step.1);
            let language = if drawing.language == "en" { Lang::En } else { Lang::Nl };
            let name = text::tile(row + 1, rows, column + 1, columns, language);
            sheets.push((Sheet { size, origin, scale, is_part: true }, name));
        }
    }
    sheets
}

/// How many steps, of which neighbours overlap, make a length.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a poster of A0 is five pages of A4 wide")]
fn pieces(length: f32, step: f32) -> u16 {
    // A hair too long is no reason for another page.
    ((length - theme::OVERLAP) / step - 0.001).ceil().clamp(1.0, 99.0) as u16
}

fn draw_sheet(surface: &mut Surface<'_>, fonts: &Fonts, drawing: &Drawing, sheet: Sheet, name: &str) {
    let margin = theme::PAPER_MARGIN;
    let (width, height) = (sheet.size.0 - 2.0 * margin, sheet.size.1 - 2.0 * margin);
    let inside = Rect::from_xywh(margin, margin, width, height).and_then(|area| {
        let mut path = PathBuilder::new();
        path.push_rect(area);
        path.finish()
    });
    let clips = sheet.is_part && inside.is_some();
    if let Some(path) = inside.filter(|_| clips) {
        surface.push_clip_path(&path, &FillRule::default());
    }
    let (x, y) = sheet.origin;
    surface.push_transform(&Transform::from_row(sheet.scale, 0.0, 0.0, sheet.scale, x, y));
    for shape in drawing.groups.iter().flat_map(|group| &group.shapes) {
        draw(surface, fonts, shape);
    }
    surface.pop();
    if !clips {
        return;
    }
    surface.pop();
    // Crosses where a page is cut and pasted, and which page it is.
    let line = Line { width: theme::EDGE_FAINT, color: theme::SOFT, dash: None };
    for x in [margin, margin + theme::OVERLAP, margin + width - theme::OVERLAP, margin + width] {
        for (top, bottom) in [(margin / 3.0, margin), (margin + height, height + 5.0 * margin / 3.0)] {
            draw(surface, fonts, &straight((x, top), (x, bottom), line));
        }
    }
    for y in [margin, margin + theme::OVERLAP, margin + height - theme::OVERLAP, margin + height] {
        for (left, right) in [(margin / 3.0, margin), (margin + width, width + 5.0 * margin / 3.0)] {
            draw(surface, fonts, &straight((left, y), (right, y), line));
        }
    }
    let left = margin + theme::OVERLAP + theme::GAP_S;
    let baseline = margin - theme::GAP_S;
    draw(surface, fonts, &Shape::Words { left, baseline, text: name.to_owned(), style: theme::ACT });
}

fn straight(start: (f32, f32), to: (f32, f32), line: Line) -> Shape {
    Shape::Path { start, pieces: vec![super::Piece { control: None, to }], line }
}

fn draw(surface: &mut Surface<'_>, fonts: &Fonts, shape: &Shape) {
    if let Shape::Words { left, baseline, text, style } = shape {
        surface.set_stroke(None);
        surface.set_fill(Some(fill(style.ink)));
        let at = Point::from_xy(*left, *baseline);
        surface.draw_text(at, fonts.of(style.weight), style.size, text, false, TextDirection::LeftToRight);
        return;
    }
    let Some(path) = path(&shape.outline()) else { return };
    surface.set_fill(shape.fill().map(fill));
    surface.set_stroke(shape.line().map(stroke));
    surface.draw_path(&path);
}

fn path(outline: &[Step]) -> Option<Path> {
    let mut path = PathBuilder::new();
    for step in outline {
        match *step {
            Step::Move((x, y)) => path.move_to(x, y),
            Step::Line((x, y)) => path.line_to(x, y),
            Step::Curve((a, b), (x, y)) => path.quad_to(a, b, x, y),
            Step::Close => path.close(),
        }
    }
    path.finish()
}

fn stroke(line: Line) -> Stroke {
    let dash = line.dash.map(|(dash, white)| StrokeDash { array: vec![dash, white], offset: 0.0 });
    Stroke { paint: fill(line.color).paint, width: line.width, opacity: NormalizedF32::ONE, dash, ..Stroke::default() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tiles_are_as_many_as_the_paper_has_sheets_and_hold_all_of_the_picture() {
        for (width, height) in [(1_000.0, 700.0), (1_400.0, 1_100.0), (3_000.0, 400.0), (300.0, 900.0)] {
            let drawing = Drawing { width, height, ..Drawing::default() };
            for paper in [Paper::A4, Paper::A3, Paper::A2, Paper::A1, Paper::A0] {
                let found = sheets(&drawing, paper, true);
                assert!(found.len() <= usize::from(paper.sheets_of_a4()), "{paper:?}: {}", found.len());
                // The last sheet reaches the lower right corner, and each page overlaps the one before.
                let (last, _) = found.last().unwrap();
                let margin = theme::PAPER_MARGIN;
                assert!(last.origin.0 + width * last.scale <= last.size.0 - margin + 0.5);
                assert!(last.origin.1 + height * last.scale <= last.size.1 - margin + 0.5);
                assert!((found[0].0.origin.0 - margin).abs() < 0.01 && (found[0].0.origin.1 - margin).abs() < 0.01);
            }
            let small = sheets(&drawing, Paper::A3, true)[0].0.scale;
            assert!(sheets(&drawing, Paper::A0, true)[0].0.scale > 2.0 * small, "a larger paper shows it larger");
        }
    }
}
