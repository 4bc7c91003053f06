//! How a poster lies on paper: on one page, or cut over pages of A4.

use super::theme;
use crate::{
    export::{drawing::Drawing, paper::Paper},
    model::Lang,
    text::poster as text,
};

/// A page: how large it is, and where the drawing lies on it.
#[derive(Clone, Copy, Debug)]
pub(super) struct PosterPage {
    pub(super) size: (f32, f32),
    /// Where the upper left corner of the drawing comes.
    pub(super) origin: (f32, f32),
    pub(super) scale: f32,
    /// Whether it is one of several: then only the part within the margins is shown, with marks.
    pub(super) is_part: bool,
}

/// The pages of the picture, each with its name among the others.
pub(super) fn pages(drawing: &Drawing, paper: Paper, tiled: bool) -> Vec<(PosterPage, String)> {
    let (wide, high) = paper.size();
    let margin = theme::PAPER_MARGIN;
    let fit = |width: f32, height: f32| (width / drawing.width).min(height / drawing.height);
    if !tiled {
        let scale = fit(wide - 2.0 * margin, high - 2.0 * margin);
        let origin = ((wide - drawing.width * scale) / 2.0, (high - drawing.height * scale) / 2.0);
        return vec![(PosterPage { size: (wide, high), origin, scale, is_part: false }, String::new())];
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
    let mut found = Vec::new();
    for row in 0..rows {
        for column in 0..columns {
            let origin = (margin - f32::from(column) * step.0, margin - f32::from(row) * step.1);
            let language = if drawing.language == "en" { Lang::En } else { Lang::Nl };
            let name = text::tile(row + 1, rows, column + 1, columns, language);
            found.push((PosterPage { size, origin, scale, is_part: true }, name));
        }
    }
    found
}

/// How many steps, of which neighbours overlap, make a length.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a poster of A0 is five pages of A4 wide")]
fn pieces(length: f32, step: f32) -> u16 {
    // A hair too long is no reason for another page.
    ((length - theme::OVERLAP) / step - 0.001).ceil().clamp(1.0, 99.0) as u16
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tiles_are_as_many_as_the_paper_has_sheets_and_hold_all_of_the_picture() {
        for (width, height) in [(1_000.0, 700.0), (1_400.0, 1_100.0), (3_000.0, 400.0), (300.0, 900.0)] {
            let drawing = Drawing { width, height, ..Drawing::default() };
            for paper in [Paper::A4, Paper::A3, Paper::A2, Paper::A1, Paper::A0] {
                let found = pages(&drawing, paper, true);
                assert!(found.len() <= usize::from(paper.sheets_of_a4()), "{paper:?}: {}", found.len());
                // The last sheet reaches the lower right corner, and each page overlaps the one before.
                let (last, _) = found.last().unwrap();
                let margin = theme::PAPER_MARGIN;
                assert!(last.origin.0 + width * last.scale <= last.size.0 - margin + 0.5);
                assert!(last.origin.1 + height * last.scale <= last.size.1 - margin + 0.5);
                assert!((found[0].0.origin.0 - margin).abs() < 0.01 && (found[0].0.origin.1 - margin).abs() < 0.01);
            }
            let small = pages(&drawing, Paper::A3, true)[0].0.scale;
            assert!(pages(&drawing, Paper::A0, true)[0].0.scale > 2.0 * small, "a larger paper shows it larger");
        }
    }
}
