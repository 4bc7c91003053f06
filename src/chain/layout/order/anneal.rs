//! Simulated annealing for small graphs, with a box and the dummy chains that end there as one step.
//!
//! A box that moved alone would cross its own long edges, and go back before they could follow. So it moves a few
//! places, each of its chains takes its best way from there, and only then the step is judged. A step that adds
//! crossings is kept with a chance that falls with the temperature.

use super::{
    super::{
        layered::{Layered, Neighbours, Order},
        times,
        wiring::number,
    },
    budget::{Budget, ScoredOrder},
    chain_dp::{ChainDp, Windows},
    dummy_chains::DummyChain,
    rng::Rng,
};

// Chosen by hand on `benches/layout.rs`, as the numbers of `order`.

/// The last temperature, in crossings.
const COLD: f32 = 0.4;
/// The most places that a box moves in a step.
const REACH: usize = 6;
/// The gaps that are tried for each slot.
const GAPS: usize = 16;
/// What a step costs on top of its chains, per node of the graph.
const OPERATIONS_PER_NODE: usize = 4;

/// Moves boxes with their chains.
pub(super) struct Annealer<'a> {
    graph: &'a Layered,
    /// All boxes with an edge.
    boxes: Vec<u32>,
    /// Per box the chains that begin or end there.
    chains: Neighbours,
    chain_dp: ChainDp<'a>,
    windows: Windows<GAPS>,
}

impl<'a> Annealer<'a> {
    pub(super) fn new(graph: &'a Layered, chains: &'a [DummyChain]) -> Self {
        let is_box = |node: &u32| graph.block_of(*node).is_some();
        let around = |node: u32| graph.before(node).iter().chain(graph.after(node)).copied();
        let mut ends: Vec<(u32, u32)> = Vec::new();
        for (chain, slots) in (0..).zip(chains) {
            let boxes = slots.iter().flat_map(|slot| around(*slot)).filter(is_box);
            ends.extend(boxes.map(|node| (node, chain)));
        }
        ends.sort_unstable();
        ends.dedup();
        let boxes = (0..number(graph.node_count())).filter(|node| is_box(node) && around(*node).next().is_some());
        Self {
            graph,
            boxes: boxes.collect(),
            chains: Neighbours::new(graph.node_count(), ends.iter().copied()),
            chain_dp: ChainDp::new(graph, chains),
            windows: Windows::new(),
        }
    }

    /// The number of boxes that a step can move.
    pub(super) fn boxes(&self) -> usize {
        self.boxes.len()
    }

    /// Anneals an order in `steps` steps from the temperature `hot`, in crossings; leaves the best order found.
    pub(super) fn cool(
        &mut self,
        best: &mut ScoredOrder,
        hot: f32,
        steps: usize,
        rng: &mut Rng,
        budget: &mut Budget<'_>,
    ) {
        let mut order = best.order.clone();
        let mut former = order.clone();
        let mut now = best.crossings;
        self.chain_dp.settle(&order);
        for left in (0..steps).rev() {
            if budget.is_spent() || best.crossings == 0 {
                break;
            }
            budget.spend(OPERATIONS_PER_NODE * self.graph.node_count());
            let Some((node, place)) = self.step(&order, rng) else { continue };
            let share = times(left, 1.0) / times(steps, 1.0);
            let heat = COLD + (hot - COLD) * share * share;
            former.clone_from(&order);
            let more = self.carry(&mut order, node, place, budget);
            if more > 0 && rng.unit() >= chance(more, heat) {
                std::mem::swap(&mut order, &mut former);
                self.chain_dp.settle(&order);
                continue;
            }
            now = now.saturating_add_signed(more.into());
            if now < best.crossings {
                best.crossings = now;
                best.order.clone_from(&order);
            }
        }
    }

    /// A random box, and the place to which it is to move; near places more often than far ones.
    fn step(&self, order: &Order, rng: &mut Rng) -> Option<(u32, usize)> {
        let node = *self.boxes.get(rng.below(self.boxes.len()))?;
        let nodes = &order[self.graph.layer_of(node) as usize];
        let from = self.chain_dp.place(node);
        let offset = 2.0 * rng.unit() - 1.0;
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it is at most REACH")]
        let reach = (offset * offset * times(REACH, 1.0)).round().max(1.0) as usize;
        let may_pass = |place: &usize| self.graph.may_pass(node, nodes[*place]);
        let place = if offset < 0.0 {
            (from.saturating_sub(reach)..from).rev().take_while(may_pass).last()
        } else {
            (from + 1..nodes.len().min(from + 1 + reach)).take_while(may_pass).last()
        };
        Some((node, place?))
    }

    /// Moves a box to a place and its chains after it; returns by how much the crossings grew.
    fn carry(&mut self, order: &mut Order, node: u32, place: usize, budget: &mut Budget<'_>) -> i32 {
        let from = self.chain_dp.place(node);
        let nodes = &order[self.graph.layer_of(node) as usize];
        let (mut more, gap) = if place > from {
            (nodes[from + 1..=place].iter().map(|other| self.swapped(node, *other)).sum::<i32>(), place + 1)
        } else {
            (nodes[place..from].iter().map(|other| self.swapped(*other, node)).sum(), place)
        };
        self.chain_dp.put(order, node, gap);
        for chain in self.chains.of(node) {
            more -= self.chain_dp.reroute(order, *chain as usize, &mut self.windows, budget);
        }
        more
    }

    /// By how much the crossings grow when two neighbours of a layer change places.
    fn swapped(&self, upper: u32, lower: u32) -> i32 {
        let place = |node: &u32| self.chain_dp.place(*node);
        let balance = |upper: &[u32], lower: &[u32]| -> i32 {
            let pairs = upper.iter().map(place).flat_map(|one| lower.iter().map(move |other| (one, place(other))));
            pairs.map(|(one, other)| i32::from(other > one) - i32::from(other < one)).sum()
        };
        balance(self.graph.before(upper), self.graph.before(lower))
            + balance(self.graph.after(upper), self.graph.after(lower))
    }
}

/// The chance to keep a step that adds `more` crossings: (1 - x/4)^4 with x = more / heat, close to exp(-x), which does
/// not give the same bits on every machine.
fn chance(more: i32, heat: f32) -> f32 {
    let more = times(usize::try_from(more).unwrap_or_default(), 1.0);
    let quarter = (1.0 - more / heat / 4.0).max(0.0);
    quarter * quarter * quarter * quarter
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{
        super::{crossings, dummy_chains::chains},
        *,
    };

    const LAYERS: u32 = 4;
    const BOXES: u32 = 5;

    /// Boxes in two blocks per layer, edges between neighbouring layers, and lines that pass a layer.
    fn graph(edges: &[(u32, u32, u32)], long: &[(u32, u32, u32)]) -> Layered {
        let mut layers: Vec<u32> = (0..LAYERS * BOXES).map(|node| node / BOXES).collect();
        let at = |layer: u32, place: u32| layer * BOXES + place;
        let mut pairs: Vec<_> = edges.iter().map(|(layer, from, to)| (at(*layer, *from), at(layer + 1, *to))).collect();
        for (layer, from, to) in long.iter().filter(|(layer, ..)| layer + 2 < LAYERS) {
            let slot = number(layers.len());
            layers.push(layer + 1);
            pairs.extend([(at(*layer, *from), slot), (slot, at(layer + 2, *to))]);
        }
        let mut graph = Layered::new(&layers, &pairs);
        for node in 0..LAYERS * BOXES {
            graph.block[node as usize] = Some(node % BOXES / 3);
        }
        graph
    }

    fn edges() -> impl Strategy<Value = Vec<(u32, u32, u32)>> {
        prop::collection::vec((0..LAYERS - 1, 0..BOXES, 0..BOXES), 1..40)
    }

    proptest! {
        #[test]
        fn what_is_told_of_an_order_is_true_and_blocks_stay(edges in edges(), long in edges(), seed: u64) {
            let graph = graph(&edges, &long);
            let chains = chains(&graph);
            let order = graph.natural().clone();
            let mut found = ScoredOrder { crossings: crossings(&graph, &order), order };
            let before = found.crossings;
            Annealer::new(&graph, &chains).cool(&mut found, 4.0, 200, &mut Rng(seed), &mut Budget::new(u64::MAX, &|| false));
            prop_assert!(found.crossings <= before);
            prop_assert_eq!(found.crossings, crossings(&graph, &found.order));
            for layer in &found.order {
                let blocks: Vec<u32> = layer.iter().filter_map(|node| graph.block_of(*node)).collect();
                prop_assert!(blocks.is_sorted(), "{:?}", blocks);
            }
        }
    }
}
