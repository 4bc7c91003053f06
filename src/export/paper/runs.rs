//! Small words for runs and the places they go.

use super::{
    blocks::{Block, TextColumn, WIDTH},
    measure::{Measure, Run},
    theme::{self, TextStyle},
};

/// A run in a style.
pub(in crate::export) fn run(text: &str, style: TextStyle) -> Run<'_> {
    Run { text, style, node: None }
}

/// A place for a paragraph.
pub(in crate::export) fn at(left: f32, top: f32, width: f32) -> TextColumn {
    TextColumn { left, top, width }
}

/// The foot of a page: what every page says, and which page it is.
pub(in crate::export) fn foot(measure: &Measure, left: &str, number: &str, style: TextStyle) -> Block {
    let mut block = Block::default();
    block.fill(0.0, 0.0, (WIDTH, theme::HAIR), theme::LINE);
    let top = theme::BAND_PAD / 2.0;
    let width = measure.width(number, style);
    // There is room for one line, also beside the number of the hundredth page.
    let room = WIDTH - width - theme::GUTTER;
    let fits = (room / measure.width(left, style)).clamp(0.8, 1.0);
    let smaller = TextStyle { size: style.size * fits, ..style };
    block.paragraph(measure, &[run(left, smaller)], None, at(0.0, top, room + 1.0));
    block.paragraph(measure, &[run(number, style)], None, at(WIDTH - width, top, width + 1.0));
    block
}
