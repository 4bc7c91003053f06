//! The two looks of a card: on one A4, and with everything that explains it. All that differs between them is here.

use crate::export::paper::{
    TextStyle, Weight,
    theme::{self, INK, SOFT, WARNING, above, style},
};

/// How a card looks.
#[derive(Clone, Copy, Debug)]
pub(super) struct CardStyle {
    pub(super) title: TextStyle,
    /// Of what is no phase: a list, the sources.
    pub(super) heading: TextStyle,
    pub(super) phase: TextStyle,
    pub(super) aspect: TextStyle,
    pub(super) body: TextStyle,
    pub(super) strong: TextStyle,
    pub(super) number: TextStyle,
    pub(super) gap: TextStyle,
    pub(super) small: TextStyle,
    pub(super) small_strong: TextStyle,
    /// The sources of an answer.
    pub(super) cited: TextStyle,
    /// A source in the list.
    pub(super) source: TextStyle,
    /// Its id.
    pub(super) source_id: TextStyle,
    /// A side of the square behind the letter of a phase.
    pub(super) letter: f32,
    /// The size of the letters and of white between things, as a part of the largest.
    scale: f32,
    /// White above a heading over the whole width.
    pub(super) above_heading: f32,
    /// Whether everything of an answer runs on in one paragraph, after the name of its aspect.
    pub(super) runs_on: bool,
    /// In how many columns lists stand above the answers.
    pub(super) list_columns: u16,
    /// In how many columns the sources stand.
    pub(super) source_columns: u16,
}

impl CardStyle {
    /// How large the letters of the card on one A4 are, as parts of the largest; the first that fits is taken.
    pub(super) const SCALES: [f32; 8] = [1.0, 0.96, 0.92, 0.89, 0.86, 0.84, 0.82, 0.8];

    /// The card on one A4, at a scale; sources never become smaller than 6.5 points.
    pub(super) fn short(scale: f32) -> Self {
        let at = |weight, size: f32, line: f32, ink| style(weight, size * scale, line * scale, ink);
        let least = |weight, ink| style(weight, (7.8 * scale).max(6.5), (9.0 * scale).max(7.6), ink);
        let tiny = |weight| style(weight, (6.9 * scale).max(6.5), (8.0 * scale).max(7.4), SOFT);
        Self {
            title: style(Weight::SemiBold, 17.0, 20.0, INK),
            heading: at(Weight::SemiBold, 7.9, 9.2, SOFT),
            phase: at(Weight::SemiBold, 10.8, 12.8, INK),
            aspect: at(Weight::SemiBold, 7.9, 9.2, SOFT),
            body: at(Weight::Regular, 8.6, 9.9, INK),
            strong: at(Weight::SemiBold, 8.6, 9.9, INK),
            number: at(Weight::Medium, 8.6, 9.9, INK),
            gap: least(Weight::SemiBold, WARNING),
            small: least(Weight::Regular, SOFT),
            small_strong: least(Weight::Medium, SOFT),
            cited: tiny(Weight::Regular),
            source: tiny(Weight::Regular),
            source_id: tiny(Weight::Medium),
            letter: 13.0 * scale,
            scale,
            above_heading: above::ASPECT,
            runs_on: true,
            list_columns: 2,
            source_columns: 3,
        }
    }

    /// The card with everything that explains it.
    pub(super) fn full() -> Self {
        Self {
            title: theme::TITLE,
            heading: theme::PHASE,
            phase: theme::PHASE,
            aspect: theme::ASPECT,
            body: theme::BODY,
            strong: theme::STRONG,
            number: theme::NUMBER,
            gap: theme::GAP,
            small: theme::SMALL,
            small_strong: theme::SMALL_STRONG,
            cited: theme::SMALL,
            source: theme::TINY,
            source_id: theme::TINY_STRONG,
            letter: theme::LETTER,
            scale: 1.0,
            above_heading: above::PHASE,
            runs_on: false,
            list_columns: 1,
            source_columns: 2,
        }
    }

    /// White that becomes less with the letters.
    pub(super) fn white(self, points: f32) -> f32 {
        points * self.scale
    }
}
