//! The looks of a card. All sizes of its letters are here.

use crate::export::paper::{
    TextStyle, Weight,
    theme::{self, INK, SOFT, WARNING, style},
};

/// How the first sheet looks: read at arm's length, by somebody in a hurry. No letter is smaller than 9 points.
#[derive(Clone, Copy, Debug)]
pub(super) struct SheetStyle {
    pub(super) title: TextStyle,
    /// What to do in danger.
    pub(super) alarm: TextStyle,
    /// For whom the card is not.
    pub(super) warning: TextStyle,
    pub(super) heading: TextStyle,
    /// A heading at the start of its paragraph.
    pub(super) run_in: TextStyle,
    /// What to do with whom.
    pub(super) act: TextStyle,
    /// Whom to call.
    pub(super) number: TextStyle,
    /// Who does not answer now.
    pub(super) number_closed: TextStyle,
    /// What one does oneself.
    pub(super) own: TextStyle,
    /// What a step is.
    pub(super) body: TextStyle,
    pub(super) strong: TextStyle,
    pub(super) small: TextStyle,
    pub(super) small_ink: TextStyle,
    /// Before what a reader must know.
    pub(super) note: TextStyle,
    pub(super) foot: TextStyle,
}

impl SheetStyle {
    pub(super) fn of_card() -> Self {
        Self {
            title: style(Weight::SemiBold, 18.0, 21.0, INK),
            alarm: style(Weight::SemiBold, 12.0, 14.0, WARNING),
            warning: style(Weight::SemiBold, 9.5, 12.0, WARNING),
            heading: style(Weight::SemiBold, 10.5, 12.5, SOFT),
            run_in: style(Weight::SemiBold, 9.0, 11.0, SOFT),
            act: style(Weight::SemiBold, 11.5, 13.5, INK),
            number: style(Weight::SemiBold, 13.0, 14.5, INK),
            number_closed: style(Weight::Medium, 11.5, 13.5, SOFT),
            own: style(Weight::SemiBold, 10.0, 12.0, INK),
            body: style(Weight::Regular, 10.0, 12.0, INK),
            strong: style(Weight::SemiBold, 9.0, 11.0, INK),
            small: style(Weight::Regular, 9.0, 10.8, SOFT),
            small_ink: style(Weight::Regular, 9.0, 10.8, INK),
            note: style(Weight::SemiBold, 9.0, 10.8, WARNING),
            foot: style(Weight::Regular, 9.0, 9.2, SOFT),
        }
    }
}

/// How the further sheets look: to look something up in.
#[derive(Clone, Copy, Debug)]
pub(super) struct CardStyle {
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
}

impl CardStyle {
    pub(super) fn of_card() -> Self {
        Self {
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
        }
    }
}
