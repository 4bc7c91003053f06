//! Every colour there is, by what it means.

use eframe::egui::Color32;

/// What the drawing code may draw with, in one theme.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tokens {
    /// Behind everything.
    pub ground: Color32,
    /// Panels, bars and cards.
    pub surface: Color32,
    /// Behind something that can be clicked, while the pointer is on it.
    pub hover: Color32,
    /// Text.
    pub ink: Color32,
    /// Text of second rank.
    pub ink_soft: Color32,
    /// Text that does not apply now: a count of zero, a choice that is impossible.
    pub ink_faint: Color32,
    /// Separates; carries no meaning.
    pub line: Color32,
    /// The edge of something that can be used, or that must be seen.
    pub line_strong: Color32,
    /// What can be done and what is chosen.
    pub accent: Color32,
    /// The accent while the pointer is on it.
    pub accent_hover: Color32,
    /// Behind what is chosen, and behind the question.
    pub accent_ground: Color32,
    /// Text on [`Self::accent`].
    pub on_accent: Color32,
    /// A gap, a contradiction, an emergency.
    pub warning: Color32,
    /// Behind a warning.
    pub warning_ground: Color32,
    /// Something was done as it was asked.
    pub success: Color32,
    /// Behind that.
    pub success_ground: Color32,
    /// The ring around what the keyboard is on.
    pub focus: Color32,
    /// The phases A, B, C and D, in that order.
    pub phases: [PhaseTokens; 4],
    /// How thick a line is.
    pub line_width: f32,
    /// How thick the ring of a selection or of the focus is.
    pub ring_width: f32,
}

/// A projector that shows nothing.
pub const DARKNESS: Color32 = Color32::BLACK;
/// A projector that shows nothing, to write or point on.
pub const LIGHT_ONLY: Color32 = Color32::WHITE;
/// Over all of a projected picture but what is to be looked at.
pub const SHADE: Color32 = Color32::from_black_alpha(200);

/// The colour of one phase. It never comes without its letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PhaseTokens {
    /// The letter that stands beside the colour, or on it.
    pub letter: char,
    /// The colour.
    pub color: Color32,
    /// The letter's colour on [`Self::color`].
    pub ink: Color32,
}

impl Tokens {
    /// Whether text is lighter than its ground.
    pub fn is_dark(&self) -> bool {
        self.ground.intensity() < self.ink.intensity()
    }

    /// The colours of the phase with this letter; a letter that is no phase gets the second ink.
    pub fn phase(&self, letter: char) -> PhaseTokens {
        self.phases.iter().copied().find(|phase| phase.letter == letter).unwrap_or(PhaseTokens {
            letter,
            color: self.ink_soft,
            ink: self.surface,
        })
    }
}

/// White on a cool light ground.
pub(super) static LIGHT: Tokens = Tokens {
    ground: Color32::from_rgb(0xF5, 0xF6, 0xF8),
    surface: Color32::from_rgb(0xFF, 0xFF, 0xFF),
    hover: Color32::from_rgb(0xEE, 0xF1, 0xF5),
    ink: Color32::from_rgb(0x16, 0x20, 0x2C),
    ink_soft: Color32::from_rgb(0x4A, 0x56, 0x64),
    ink_faint: Color32::from_rgb(0x5F, 0x6B, 0x79),
    line: Color32::from_rgb(0xD5, 0xDB, 0xE2),
    line_strong: Color32::from_rgb(0x7A, 0x87, 0x95),
    accent: Color32::from_rgb(0x0B, 0x5A, 0x7A),
    accent_hover: Color32::from_rgb(0x08, 0x46, 0x5F),
    accent_ground: Color32::from_rgb(0xE4, 0xF0, 0xF5),
    on_accent: Color32::from_rgb(0xFF, 0xFF, 0xFF),
    warning: Color32::from_rgb(0x9A, 0x34, 0x12),
    warning_ground: Color32::from_rgb(0xFD, 0xF1, 0xEA),
    success: Color32::from_rgb(0x1D, 0x63, 0x3B),
    success_ground: Color32::from_rgb(0xEA, 0xF5, 0xEE),
    focus: Color32::from_rgb(0x16, 0x20, 0x2C),
    phases: phases(
        [
            Color32::from_rgb(0x1D, 0x5F, 0xA6),
            Color32::from_rgb(0x13, 0x73, 0x4F),
            Color32::from_rgb(0x6A, 0x47, 0x9E),
            Color32::from_rgb(0x8A, 0x52, 0x00),
        ],
        Color32::from_rgb(0xFF, 0xFF, 0xFF),
    ),
    line_width: 1.0,
    ring_width: 2.0,
};

/// For a dim room or a projector.
pub(super) static DARK: Tokens = Tokens {
    ground: Color32::from_rgb(0x12, 0x17, 0x1D),
    surface: Color32::from_rgb(0x1B, 0x22, 0x2B),
    hover: Color32::from_rgb(0x25, 0x2E, 0x39),
    ink: Color32::from_rgb(0xE9, 0xEE, 0xF4),
    ink_soft: Color32::from_rgb(0xAA, 0xB6, 0xC3),
    ink_faint: Color32::from_rgb(0x92, 0x9E, 0xAC),
    line: Color32::from_rgb(0x31, 0x3C, 0x48),
    line_strong: Color32::from_rgb(0x73, 0x80, 0x8F),
    accent: Color32::from_rgb(0x6C, 0xC3, 0xE6),
    accent_hover: Color32::from_rgb(0x8F, 0xD3, 0xEF),
    accent_ground: Color32::from_rgb(0x17, 0x32, 0x3F),
    on_accent: Color32::from_rgb(0x12, 0x17, 0x1D),
    warning: Color32::from_rgb(0xF2, 0xA0, 0x7B),
    warning_ground: Color32::from_rgb(0x33, 0x21, 0x1A),
    success: Color32::from_rgb(0x8F, 0xD6, 0xA9),
    success_ground: Color32::from_rgb(0x17, 0x2B, 0x1F),
    focus: Color32::from_rgb(0xE9, 0xEE, 0xF4),
    phases: phases(
        [
            Color32::from_rgb(0x7F, 0xB4, 0xF0),
            Color32::from_rgb(0x62, 0xCB, 0xA0),
            Color32::from_rgb(0xBB, 0xA0, 0xEA),
            Color32::from_rgb(0xE6, 0xB0, 0x60),
        ],
        Color32::from_rgb(0x12, 0x17, 0x1D),
    ),
    line_width: 1.0,
    ring_width: 2.0,
};

/// Black, white and one bright accent; every text pair is at least 7 to 1.
pub(super) static HIGH_CONTRAST: Tokens = Tokens {
    ground: Color32::from_rgb(0x00, 0x00, 0x00),
    surface: Color32::from_rgb(0x00, 0x00, 0x00),
    hover: Color32::from_rgb(0x26, 0x26, 0x26),
    ink: Color32::from_rgb(0xFF, 0xFF, 0xFF),
    ink_soft: Color32::from_rgb(0xE6, 0xE6, 0xE6),
    ink_faint: Color32::from_rgb(0xCC, 0xCC, 0xCC),
    line: Color32::from_rgb(0x8C, 0x8C, 0x8C),
    line_strong: Color32::from_rgb(0xFF, 0xFF, 0xFF),
    accent: Color32::from_rgb(0xFF, 0xD8, 0x3D),
    accent_hover: Color32::from_rgb(0xFF, 0xE8, 0x85),
    accent_ground: Color32::from_rgb(0x2E, 0x29, 0x00),
    on_accent: Color32::from_rgb(0x00, 0x00, 0x00),
    warning: Color32::from_rgb(0xFF, 0xA9, 0x8A),
    warning_ground: Color32::from_rgb(0x3A, 0x0A, 0x00),
    success: Color32::from_rgb(0x8D, 0xFF, 0xB9),
    success_ground: Color32::from_rgb(0x00, 0x2A, 0x14),
    focus: Color32::from_rgb(0xFF, 0xFF, 0xFF),
    phases: phases(
        [
            Color32::from_rgb(0x8C, 0xC8, 0xFF),
            Color32::from_rgb(0x5C, 0xF2, 0xB0),
            Color32::from_rgb(0xD9, 0xB8, 0xFF),
            Color32::from_rgb(0xFF, 0xB8, 0x4D),
        ],
        Color32::from_rgb(0x00, 0x00, 0x00),
    ),
    line_width: 1.5,
    ring_width: 3.0,
};

const fn phases([a, b, c, d]: [Color32; 4], ink: Color32) -> [PhaseTokens; 4] {
    [
        PhaseTokens { letter: 'A', color: a, ink },
        PhaseTokens { letter: 'B', color: b, ink },
        PhaseTokens { letter: 'C', color: c, ink },
        PhaseTokens { letter: 'D', color: d, ink },
    ]
}
