//! The letters and measures of what a room sees: they follow from the screen, and not from the desk.

use eframe::egui::{Color32, CornerRadius, FontId, Frame, Label, Margin, Rect, Response, RichText, Stroke, Ui};

use crate::ui::theme::{ThemeKind, Tokens, fonts};

/// So many units are the height of a screen.
const HEIGHT: f32 = 1080.0;
/// A screen that is narrower than 4 by 3 has smaller letters, or nothing would fit beside each other.
const WIDTH: f32 = 1440.0;
/// One step larger or smaller.
const STEP: f32 = 1.15;
/// So many steps are there in each direction; the smallest letters stay at 24 points on a screen of 720.
pub(in crate::ui) const SIZES: std::ops::RangeInclusive<i8> = 0..=4;
/// From one line to the next, in sizes of the letters.
const LINE: f32 = 1.28;

/// The sorts of text on a projector; read from the back of a room, none is smaller than 24 points on a screen of 720.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Letters {
    /// What this step is called.
    Title,
    /// What everything turns on: the story, the question, a name.
    Lead,
    /// What goes with it.
    Body,
    /// What is there for who looks for it.
    Small,
}

/// One screen: what is drawn on it is as large as it is.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sheet {
    pub(super) tokens: &'static Tokens,
    unit: f32,
    letters: f32,
}

impl Sheet {
    /// A screen of this size in these colours, with letters so many steps larger.
    pub(super) fn of(screen: Rect, kind: ThemeKind, size: i8) -> Self {
        let unit = (screen.height() / HEIGHT).min(screen.width() / WIDTH);
        Self { tokens: kind.tokens(), unit, letters: STEP.powi(i32::from(size)) }
    }

    /// So many units, of which there are 1 080 in the height of a screen.
    pub(super) fn units(&self, units: f32) -> f32 {
        units * self.unit
    }

    /// The size of letters, by half points so that the atlas does not fill with almost equal ones.
    fn size(&self, letters: Letters) -> f32 {
        let units = match letters {
            Letters::Title => 68.0,
            Letters::Lead => 50.0,
            Letters::Body => 41.0,
            Letters::Small => 36.0,
        };
        (self.units(units) * self.letters * 2.0).round() / 2.0
    }

    /// A font of this size.
    pub(super) fn font(&self, letters: Letters) -> FontId {
        let family = match letters {
            Letters::Title => fonts::semibold(),
            Letters::Lead | Letters::Body | Letters::Small => fonts::regular(),
        };
        FontId::new(self.size(letters), family)
    }

    /// The words, to hand to any widget.
    pub(super) fn rich(&self, letters: Letters, words: impl Into<String>) -> RichText {
        RichText::new(words)
            .font(self.font(letters))
            .line_height(Some(self.size(letters) * LINE))
            .color(self.tokens.ink)
    }

    /// The same, with weight.
    pub(super) fn strong(&self, letters: Letters, words: impl Into<String>) -> RichText {
        self.rich(letters, words).family(fonts::semibold())
    }

    /// Says something of second rank.
    pub(super) fn say_softly(&self, ui: &mut Ui, words: impl Into<String>) -> Response {
        say(ui, self.rich(Letters::Small, words).color(self.tokens.ink_soft))
    }

    /// A card with an edge.
    pub(super) fn card(&self, edge: Color32) -> Frame {
        Frame::NONE
            .fill(self.tokens.surface)
            .stroke(Stroke::new(self.units(4.0), edge))
            .corner_radius(self.corner())
            .inner_margin(self.margin(24.0, 16.0))
    }

    /// A band that says what matters most.
    pub(super) fn band(&self) -> Frame {
        Frame::NONE.fill(self.tokens.accent_ground).corner_radius(self.corner()).inner_margin(self.margin(28.0, 20.0))
    }

    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a corner is a few points")]
    pub(super) fn corner(&self) -> CornerRadius {
        CornerRadius::same(self.units(14.0) as u8)
    }

    #[expect(clippy::cast_possible_truncation, reason = "a margin is some points")]
    pub(super) fn margin(&self, across: f32, along: f32) -> Margin {
        Margin::symmetric(self.units(across) as i8, self.units(along) as i8)
    }
}

/// Says something, wrapped.
pub(super) fn say(ui: &mut Ui, words: RichText) -> Response {
    ui.add(Label::new(words).wrap().selectable(false))
}
