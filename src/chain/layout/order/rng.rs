//! Random numbers that are the same on every machine: neither a layout nor a quiz changes by itself.

use super::super::times;

/// `SplitMix64` (Steele, Lea and Flood 2014), from a seed.
#[derive(Clone, Debug)]
pub struct Rng(pub(super) u64);

impl Rng {
    /// The numbers of a seed.
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// A number in `0.0..1.0`.
    pub fn unit(&mut self) -> f32 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        times(((mixed ^ (mixed >> 31)) >> 40) as usize, 1.0) / times(1 << 24, 1.0)
    }

    /// A number in `0..count`; 0 when `count` is 0.
    pub fn below(&mut self, count: usize) -> usize {
        let wanted = self.unit() * times(count, 1.0);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it lies between 0 and the count")]
        let found = wanted as usize;
        found.min(count.saturating_sub(1))
    }
}
