//! Chance that is the same on every machine.

use super::super::times;

/// Dice that fall the same every time (`SplitMix64`).
pub(super) struct Dice(pub(super) u64);

impl Dice {
    /// A number between nought and one.
    pub(super) fn roll(&mut self) -> f32 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        times(((mixed ^ (mixed >> 31)) >> 40) as usize, 1.0) / times(1 << 24, 1.0)
    }

    /// One of so many, counted from nought; nought if there are none.
    pub(super) fn one_of(&mut self, count: usize) -> usize {
        let wanted = self.roll() * times(count, 1.0);
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "it lies between nought and the count"
        )]
        let found = wanted as usize;
        found.min(count.saturating_sub(1))
    }
}
