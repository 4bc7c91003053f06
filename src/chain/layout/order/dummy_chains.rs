//! Lines that pass whole lanes: the slots of one belong together, from layer to layer.

use super::super::{layered::Layered, wiring::number};

/// The slots of a line, from layer to layer.
pub(super) type Line = Vec<u32>;

/// All lines of a graph. Every node without a block is in one of them, and nothing else.
pub(super) fn lines(graph: &Layered) -> Vec<Line> {
    let is_slot = |node: &u32| graph.block_of(*node).is_none();
    let only = |nodes: &[u32]| {
        let mut slots = nodes.iter().copied().filter(is_slot);
        slots.next().filter(|_| slots.next().is_none())
    };
    let next = |slot: u32| only(graph.after(slot)).filter(|next| only(graph.before(*next)) == Some(slot));
    let begins = |slot: &u32| only(graph.before(*slot)).is_none_or(|before| next(before).is_none());
    let slots = (0..number(graph.node_count())).filter(is_slot);
    slots.filter(begins).map(|begin| std::iter::successors(Some(begin), |slot| next(*slot)).collect()).collect()
}
