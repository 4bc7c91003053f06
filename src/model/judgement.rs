//! What can be said of a condition at once: how much it takes in, and what is odd about it.

use super::{FacetId, FacetKind, ValueId};

/// So many of so many combinations of answers, counted exactly. Combinations are no people: how many people have one
/// of them nobody knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Share {
    /// How many of them.
    pub part: u128,
    /// Of how many; those that cannot be are not counted.
    pub all: u128,
}

impl Share {
    /// The same as a part of one; 0 of nothing.
    #[expect(clippy::cast_precision_loss, reason = "only to be shown")]
    pub fn fraction(self) -> f64 {
        if self.all == 0 { 0.0 } else { self.part as f64 / self.all as f64 }
    }

    /// The same in tenths of a percent, where neither end is reached by rounding.
    pub fn rounded(self) -> Rounded {
        if self.part == 0 {
            return Rounded::Nobody;
        }
        if self.part >= self.all {
            return Rounded::Everybody;
        }
        // So large, the last digits make no difference to tenths of a percent.
        let shift = if self.all > u128::MAX / 4_000 { 12 } else { 0 };
        let (part, all) = (self.part >> shift, self.all >> shift);
        match u16::try_from((part * 2_000 + all) / (2 * all)).unwrap_or(1_000) {
            0 => Rounded::LessThanTenth,
            tenths if tenths >= 1_000 => Rounded::AlmostAll,
            tenths => Rounded::Tenths(tenths),
        }
    }
}

/// A share as it is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rounded {
    /// None at all.
    Nobody,
    /// Some, but less than 0.05 %.
    LessThanTenth,
    /// So many tenths of a percent: 1 to 999.
    Tenths(u16),
    /// Not all, but more than 99.95 %.
    AlmostAll,
    /// All.
    Everybody,
}

/// A part of a table of situations.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    /// The situation, from 0.
    pub situation: usize,
    /// The row of it, from 0; the whole situation when there is none.
    pub row: Option<usize>,
    /// The value in the row, from 0; the whole row when there is none.
    pub value: Option<usize>,
}

/// Something that is said of a condition at once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Remark {
    /// The guide has no such facet.
    NoSuchFacet {
        /// As it stands.
        facet: FacetId,
        /// What was probably meant.
        nearest: Option<FacetId>,
    },
    /// The facet has no such value or group.
    NoSuchValue {
        /// The facet.
        facet: FacetId,
        /// As it stands.
        value: ValueId,
        /// What was probably meant.
        nearest: Option<ValueId>,
    },
    /// The facet is of the other kind.
    WrongKind {
        /// The facet.
        facet: FacetId,
        /// The kind that it is.
        is: FacetKind,
    },
    /// Nobody who can be meets it.
    Nobody,
    /// Everybody meets it, though it says more than that.
    Everybody,
    /// Nobody who can be meets this row or this situation.
    NobodyIn(Part),
    /// This can be left out without a change of meaning; all of which this is said can be left out together.
    ChangesNothing(Part),
    /// It takes too much to find out for whom it holds.
    TooComplex,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_is_never_rounded_to_nobody_or_everybody() {
        let rounded = |part, all| Share { part, all }.rounded();
        assert_eq!(rounded(0, 8), Rounded::Nobody);
        assert_eq!(rounded(8, 8), Rounded::Everybody);
        assert_eq!(rounded(1, 8), Rounded::Tenths(125));
        assert_eq!(rounded(1, 1_000_000), Rounded::LessThanTenth);
        assert_eq!(rounded(999_999, 1_000_000), Rounded::AlmostAll);
        assert_eq!(rounded(6, 1_000), Rounded::Tenths(6));
        assert_eq!(rounded(u128::MAX / 2, u128::MAX), Rounded::Tenths(500));
        assert_eq!(rounded(u128::MAX - 1, u128::MAX), Rounded::AlmostAll);
    }
}
