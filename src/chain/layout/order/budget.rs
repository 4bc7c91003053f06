//! What the steps of ordering share: what an order must keep, the best one so far, and the operations that are left.

use super::{
    super::layered::{Layered, Order},
    crossings::crossings,
};

/// What an order must keep.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Rules {
    /// Blocks stay in the order of their numbers.
    pub fixed_blocks: bool,
    /// Some nodes have a rank: only the others are sorted.
    pub ranked: bool,
}

/// An order and its crossings, by which it is judged.
#[derive(Clone, Debug)]
pub(super) struct ScoredOrder {
    pub(super) crossings: u64,
    pub(super) order: Order,
}

impl ScoredOrder {
    pub(super) fn new(graph: &Layered, order: Order) -> Self {
        Self { crossings: crossings(graph, &order), order }
    }

    /// Takes over an order if that has fewer crossings; returns whether it did.
    pub(super) fn consider(&mut self, graph: &Layered, order: &Order) -> bool {
        let crossings = crossings(graph, order);
        let is_better = crossings < self.crossings;
        if is_better {
            self.crossings = crossings;
            self.order.clone_from(order);
        }
        is_better
    }

    /// Becomes the other one if that has fewer crossings.
    pub(super) fn improve(&mut self, other: Self) {
        if other.crossings < self.crossings {
            *self = other;
        }
    }
}

/// Operations that are left; none once nobody waits for the order any more.
#[derive(Clone, Copy)]
pub(super) struct Budget<'a> {
    left: u64,
    is_cancelled: &'a dyn Fn() -> bool,
}

impl<'a> Budget<'a> {
    pub(super) fn new(operations: u64, is_cancelled: &'a dyn Fn() -> bool) -> Self {
        Self { left: operations, is_cancelled }
    }

    pub(super) fn spend(&mut self, operations: usize) {
        self.left = if (self.is_cancelled)() { 0 } else { self.left.saturating_sub(operations as u64) };
    }

    pub(super) fn left(self) -> u64 {
        self.left
    }

    pub(super) fn is_spent(self) -> bool {
        self.left == 0
    }
}
