//! Dummy chains: an edge that passes whole lanes has a dummy node, its *slot*, in each of them.

use super::super::{layered::Layered, wiring::number};

/// The slots of one long edge, from layer to layer.
pub(super) type DummyChain = Vec<u32>;

/// All dummy chains of a graph: every node without a block is in exactly one.
pub(super) fn chains(graph: &Layered) -> Vec<DummyChain> {
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
