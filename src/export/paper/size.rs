//! Sizes of paper.

/// Points of 1/72 inch in a millimetre.
pub(in crate::export) const MILLIMETRE: f32 = 72.0 / 25.4;

/// A size of paper, always landscape.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Paper {
    /// 297 × 210 mm.
    A4,
    /// 420 × 297 mm.
    #[default]
    A3,
    /// 594 × 420 mm.
    A2,
    /// 841 × 594 mm.
    A1,
    /// 1189 × 841 mm.
    A0,
}

impl Paper {
    /// Width and height in points of 1/72 inch.
    pub fn size(self) -> (f32, f32) {
        let (width, height) = match self {
            Self::A4 => (297.0, 210.0),
            Self::A3 => (420.0, 297.0),
            Self::A2 => (594.0, 420.0),
            Self::A1 => (841.0, 594.0),
            Self::A0 => (1189.0, 841.0),
        };
        (width * MILLIMETRE, height * MILLIMETRE)
    }

    /// How many sheets of A4 are as large.
    pub fn sheets_of_a4(self) -> u16 {
        match self {
            Self::A4 => 1,
            Self::A3 => 2,
            Self::A2 => 4,
            Self::A1 => 8,
            Self::A0 => 16,
        }
    }
}
