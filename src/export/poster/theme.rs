//! The colours and sizes of the poster, in points at its own size. Chosen by hand.

use crate::{
    chain::{PictureSizes, layout::Sizes},
    export::paper::{Color, MILLIMETRE, TextStyle, Weight},
    present::chain::Heights,
};

pub(super) const INK: Color = Color(0x16, 0x20, 0x2C);
pub(super) const SOFT: Color = Color(0x4A, 0x56, 0x64);
/// Lines that join: lighter than what stands on the poster, and still three to one on its ground.
pub(super) const JOINT: Color = Color(0x74, 0x80, 0x8D);
/// Of what does not apply; seen, but not before anything else.
pub(super) const FAINT: Color = Color(0x7C, 0x89, 0x97);
pub(super) const LINE: Color = Color(0xD5, 0xDB, 0xE2);
pub(super) const GROUND: Color = Color(0xF5, 0xF6, 0xF8);
pub(super) const WHITE: Color = Color(0xFF, 0xFF, 0xFF);
/// The main line.
pub(super) const ACCENT: Color = Color(0x0B, 0x5A, 0x7A);
pub(super) const WARNING: Color = Color(0x9A, 0x34, 0x12);
pub(super) const WARNING_GROUND: Color = Color(0xFD, 0xF1, 0xEA);

const fn style(weight: Weight, size: f32, line: f32, ink: Color) -> TextStyle {
    TextStyle { weight, size, line, ink }
}

pub(super) const TITLE: TextStyle = style(Weight::SemiBold, 32.0, 40.0, INK);
pub(super) const EDITION: TextStyle = style(Weight::Regular, 15.0, 20.0, SOFT);
pub(super) const ALARM: TextStyle = style(Weight::SemiBold, 20.0, 28.0, WARNING);
pub(super) const LANE: TextStyle = style(Weight::SemiBold, 17.0, 22.0, INK);
pub(super) const SAYS: TextStyle = style(Weight::Regular, 13.0, 17.0, SOFT);
pub(super) const PARTY: TextStyle = style(Weight::SemiBold, 17.0, 22.0, INK);
pub(super) const VERB: TextStyle = style(Weight::Regular, 13.5, 18.0, SOFT);
pub(super) const FOLDED: TextStyle = style(Weight::Regular, 11.5, 16.0, SOFT);
pub(super) const MORE: TextStyle = style(Weight::SemiBold, 11.5, 16.0, ACCENT);
pub(super) const HANDED: TextStyle = style(Weight::Medium, 12.0, 16.0, ACCENT);
pub(super) const GROUP: TextStyle = style(Weight::SemiBold, 11.5, 16.0, SOFT);
pub(super) const HOME: TextStyle = style(Weight::SemiBold, 13.0, 16.0, INK);
pub(super) const ELSEWHERE: TextStyle = style(Weight::Regular, 13.0, 16.0, INK);
pub(super) const OUT: TextStyle = style(Weight::Regular, 12.0, 16.0, FAINT);
pub(super) const GAP: TextStyle = style(Weight::Medium, 9.5, 11.5, WARNING);
pub(super) const GAP_OUT: TextStyle = style(Weight::Regular, 9.5, 11.5, FAINT);
pub(super) const ACT: TextStyle = style(Weight::Regular, 9.5, 12.0, SOFT);
pub(super) const LEGEND: TextStyle = style(Weight::Regular, 12.0, 18.0, INK);
pub(super) const FOOT: TextStyle = style(Weight::Regular, 12.0, 16.0, SOFT);

/// What lies across a poster that is for training: seen on paper of any kind, and far lighter than what stands on it.
pub(super) const WATERMARK: TextStyle = style(Weight::SemiBold, 38.0, 44.0, Color(0xDF, 0xE2, 0xE7));
/// From one of those words to the next, across and down.
pub(super) const WATERMARK_STEP: (f32, f32) = (290.0, 130.0);

/// Around everything.
pub(super) const MARGIN: f32 = 28.0;
/// Between things.
pub(super) const GAP_S: f32 = 8.0;
pub(super) const GAP_M: f32 = 16.0;
/// Around a lane.
pub(super) const LANE_PAD: f32 = 8.0;
pub(super) const RADIUS: f32 = 6.0;
/// Of the corners of a hand-over.
pub(super) const TURN: f32 = 6.0;
/// The bar in the colour of the phase, at the left of a box.
pub(super) const BAR: f32 = 5.0;
/// A side of the square behind the letter of a phase.
pub(super) const LETTER: f32 = 26.0;
/// How long and how wide the head of an arrow is.
pub(super) const ARROW: (f32, f32) = (8.0, 6.0);
pub(super) const EDGE: f32 = 1.1;
pub(super) const EDGE_SPINE: f32 = 3.0;
pub(super) const EDGE_FAINT: f32 = 0.6;
pub(super) const BOX_CERTAIN: f32 = 1.8;
pub(super) const BOX_OTHER: f32 = 1.0;
pub(super) const DASH: (f32, f32) = (5.0, 4.0);
pub(super) const DASH_SPINE: (f32, f32) = (9.0, 7.0);
/// A sample in the legend.
pub(super) const SAMPLE: (f32, f32) = (34.0, 16.0);
/// How high boxes are.
pub(super) const HEIGHTS: Heights = Heights { party: 28.0, gap: 31.0, spine: 28.0, fold: 20.0 };
/// The same for the main line.
pub(super) const SPINE_HEIGHTS: Heights = Heights { spine: 56.0, ..HEIGHTS };

/// Widths of a lane; the first with which the poster is as wide as landscape paper is taken.
pub(super) const LANE_WIDTHS: [f32; 6] = [176.0, 210.0, 250.0, 290.0, 330.0, 370.0];
/// The width of landscape paper as a part of its height.
pub(super) const LANDSCAPE: f32 = 1.414;

/// About how high the heading and the foot are together.
pub(super) const HEADING: f32 = 220.0;

/// The measures of the picture with lanes of a width.
pub(super) fn look(lane_width: f32) -> PictureSizes {
    let sizes = Sizes {
        margin: 16.0,
        box_gap: 8.0,
        group_gap: 14.0,
        heading_gap: 2.0,
        gutter: 56.0,
        gutter_margin: 12.0,
        pitch: 6.0,
        label_gap: 3.0,
    };
    PictureSizes { lane_width, lane_heading: LANE_HEADING, group_heading: 18.0, sizes }
}

/// The same for the main line.
pub(super) fn spine_look(lane_width: f32) -> PictureSizes {
    let whole = look(lane_width);
    let sizes = Sizes { box_gap: 14.0, group_gap: 16.0, gutter: 100.0, gutter_margin: 38.0, pitch: 9.0, ..whole.sizes };
    PictureSizes { sizes, ..whole }
}

/// Room for the name of a lane and what its main line says.
const LANE_HEADING: f32 = 44.0 + 2.0 * 17.0;
/// So many lines may what a lane says take.
pub(super) const LANE_SAYS: usize = 2;

/// White at the edges of paper, in points.
pub(super) const PAPER_MARGIN: f32 = 24.0;
/// How much of a page of a cut poster is on the next one too, in points.
pub(super) const OVERLAP: f32 = 10.0 * MILLIMETRE;
