//! The colours and sizes of what is on paper, in points of 1/72 inch.

/// Red, green and blue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Color(
    /// Red, 0 to 255.
    pub u8,
    /// Green.
    pub u8,
    /// Blue.
    pub u8,
);

/// A4, width and height.
pub(in crate::export) const PAGE: (f32, f32) = (595.28, 841.89);
/// White around everything.
pub(in crate::export) const MARGIN: f32 = 30.0;
/// Where the foot of a page begins, from the lower edge.
pub(in crate::export) const FOOT: f32 = 34.0;
/// How high the head is that later pages repeat.
pub(in crate::export) const RUNNING_HEAD: f32 = 24.0;
/// Between the two columns of a page.
pub(in crate::export) const BETWEEN_COLUMNS: f32 = 15.0;
/// Between things on one line.
pub(in crate::export) const GUTTER: f32 = 12.0;
/// Between the marker of an answer and its words.
pub(in crate::export) const MARKER: f32 = 8.0;
/// How thick the marker of an answer is.
pub(in crate::export) const MARKER_WIDTH: f32 = 1.8;
/// A dash of the marker of an answer that depends, and the white after it.
pub(in crate::export) const DASH: (f32, f32) = (2.6, 2.2);
/// A side of the square behind the letter of a phase.
pub(in crate::export) const LETTER: f32 = 15.0;
/// Inside a band.
pub(in crate::export) const BAND_PAD: f32 = 6.0;
/// Between the words that lie across a page, in points.
pub(in crate::export) const WATERMARK_STEP: f32 = 250.0;
/// How far they are turned, in degrees.
pub(in crate::export) const WATERMARK_TURN: f32 = 50.0;
/// Hair lines.
pub(in crate::export) const HAIR: f32 = 0.5;

/// White above things.
pub(in crate::export) mod above {
    pub(in crate::export) const PHASE: f32 = 10.0;
    pub(in crate::export) const ASPECT: f32 = 5.0;
    pub(in crate::export) const ITEM: f32 = 3.0;
    pub(in crate::export) const BLOCK: f32 = 6.0;
    pub(in crate::export) const LINE: f32 = 1.0;
}

/// Weights of the letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// 400.
    Regular,
    /// 500.
    Medium,
    /// 600.
    SemiBold,
}

/// How a text looks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TextStyle {
    /// How heavy.
    pub weight: Weight,
    /// Height of the letters, in points.
    pub size: f32,
    /// From one line to the next.
    pub line: f32,
    /// Their colour.
    pub ink: Color,
}

/// How high the capitals of Fira Sans are, as a part of the size.
const CAPITALS: f32 = 0.689;

impl TextStyle {
    /// From the top of a line to what its letters stand on: capitals stand in the middle.
    pub(in crate::export) fn baseline(self) -> f32 {
        f32::midpoint(self.line, self.size * CAPITALS)
    }
}

pub(in crate::export) const fn style(weight: Weight, size: f32, line: f32, ink: Color) -> TextStyle {
    TextStyle { weight, size, line, ink }
}

pub(in crate::export) const INK: Color = Color(0x16, 0x20, 0x2C);
pub(in crate::export) const SOFT: Color = Color(0x4A, 0x56, 0x64);
pub(in crate::export) const LINE: Color = Color(0xD5, 0xDB, 0xE2);
pub(in crate::export) const WARNING: Color = Color(0x9A, 0x34, 0x12);
pub(in crate::export) const WARNING_GROUND: Color = Color(0xFD, 0xF1, 0xEA);
pub(in crate::export) const WHITE: Color = Color(0xFF, 0xFF, 0xFF);

pub(in crate::export) const TITLE: TextStyle = style(Weight::SemiBold, 21.0, 24.0, INK);
pub(in crate::export) const PHASE: TextStyle = style(Weight::SemiBold, 12.5, 15.0, INK);
pub(in crate::export) const ASPECT: TextStyle = style(Weight::SemiBold, 9.5, 12.0, SOFT);
pub(in crate::export) const BODY: TextStyle = style(Weight::Regular, 9.0, 10.9, INK);
pub(in crate::export) const STRONG: TextStyle = style(Weight::SemiBold, 9.0, 10.9, INK);
pub(in crate::export) const NUMBER: TextStyle = style(Weight::Medium, 9.0, 10.9, INK);
pub(in crate::export) const SMALL: TextStyle = style(Weight::Regular, 7.4, 9.0, SOFT);
pub(in crate::export) const SMALL_STRONG: TextStyle = style(Weight::Medium, 7.4, 9.0, SOFT);
pub(in crate::export) const TINY: TextStyle = style(Weight::Regular, 7.0, 8.4, SOFT);
pub(in crate::export) const TINY_STRONG: TextStyle = style(Weight::Medium, 7.0, 8.4, SOFT);
pub(in crate::export) const ALARM: TextStyle = style(Weight::SemiBold, 9.5, 12.0, WARNING);
pub(in crate::export) const NOT_FOR_USE: TextStyle = style(Weight::SemiBold, 13.0, 16.0, WARNING);
/// Seen in grey too, and far lighter than the words over it.
pub(in crate::export) const WATERMARK: TextStyle = style(Weight::SemiBold, 84.0, 100.0, Color(0xE4, 0xE7, 0xEB));
pub(in crate::export) const GAP: TextStyle = style(Weight::SemiBold, 9.0, 10.9, WARNING);

/// The colour of a phase; it never comes without its letter.
pub(in crate::export) fn phase(letter: char) -> Color {
    match letter {
        'A' => Color(0x1D, 0x5F, 0xA6),
        'B' => Color(0x13, 0x73, 0x4F),
        'C' => Color(0x6A, 0x47, 0x9E),
        'D' => Color(0x8A, 0x52, 0x00),
        _ => SOFT,
    }
}
