//! Dynamic programming over dummy chains: every long edge in turn takes the way with the fewest crossings.
//!
//! Sifting moves one node at a time, and cannot take an edge that passes several lanes out of a poor place, as each
//! slot by itself would add crossings. Here all slots of a chain move together, to the best of all ways within a
//! window around the old one, found layer by layer.

use super::{
    super::{
        layered::{Layered, Order, note_positions},
        wiring::number,
    },
    budget::Budget,
    dummy_chains::DummyChain,
};

/// The widest window, in gaps. Chosen by hand.
const MOST_GAPS: usize = 32;
/// Costs are `i16`, so that a row of them is added at once; a cost above this counts as this.
/// Chosen by hand.
const MUCH: i16 = 8_000;
/// A step function, +1 before the middle and -1 from there: a slice of it is added to a row of crossing counts.
const STEP: [i16; 2 * MOST_GAPS] = {
    let mut step = [-1; 2 * MOST_GAPS];
    let mut at = 0;
    while at < MOST_GAPS {
        step[at] = 1;
        at += 1;
    }
    step
};
/// What a slot costs, in operations per gap of its window. Chosen by hand.
const OPERATIONS_PER_GAP: usize = 24;

/// Moves whole chains; the boxes keep their order.
pub(super) struct ChainDp<'a> {
    graph: &'a Layered,
    chains: &'a [DummyChain],
    positions: Vec<u32>,
}

/// The gaps of a layer where a slot may go; a gap has the number of the node after it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Window<const GAPS: usize> {
    first: usize,
    /// How many gaps there are; in a small layer the rest of `cost` has no meaning.
    count: usize,
    /// Per gap the fewest crossings of the chain from its start to here, less those of the best gap.
    cost: [i16; GAPS],
}

/// The windows of a chain, slot after slot.
pub(super) type Windows<const GAPS: usize> = Vec<Window<GAPS>>;

impl<'a> ChainDp<'a> {
    pub(super) fn new(graph: &'a Layered, chains: &'a [DummyChain]) -> Self {
        Self { graph, chains, positions: vec![0; graph.node_count()] }
    }

    /// Reroutes every chain once, within windows of `GAPS` gaps, at most [`MOST_GAPS`].
    pub(super) fn round<const GAPS: usize>(&mut self, order: &mut Order, budget: &mut Budget<'_>) {
        const { assert!(0 < GAPS && GAPS <= MOST_GAPS) };
        self.settle(order);
        let mut windows = Windows::<GAPS>::new();
        for chain in 0..self.chains.len() {
            if budget.is_spent() {
                break;
            }
            self.reroute(order, chain, &mut windows, budget);
        }
    }

    /// Notes the positions of an order.
    pub(super) fn settle(&mut self, order: &Order) {
        note_positions(order, &mut self.positions);
    }

    /// Moves one chain to its best way within the windows; returns how many crossings that saves.
    pub(super) fn reroute<const GAPS: usize>(
        &mut self,
        order: &mut Order,
        chain: usize,
        windows: &mut Windows<GAPS>,
        budget: &mut Budget<'_>,
    ) -> i32 {
        let chain = self.chains[chain].as_slice();
        budget.spend(chain.len() * GAPS * OPERATIONS_PER_GAP);
        let less = self.weigh(order, chain, windows, budget);
        if less > 0 {
            self.follow(order, chain, windows);
        }
        less
    }

    /// Fills the windows of a chain; returns how many crossings its best way would save.
    fn weigh<const GAPS: usize>(
        &self,
        order: &Order,
        chain: &[u32],
        windows: &mut Windows<GAPS>,
        budget: &mut Budget<'_>,
    ) -> i32 {
        windows.clear();
        let mut more = 0;
        for (step, slot) in chain.iter().copied().enumerate() {
            let nodes = &order[self.graph.layer_of(slot) as usize];
            let own = self.place(slot);
            let first = own.saturating_sub(GAPS / 2).min((nodes.len() + 1).saturating_sub(GAPS));
            let count = GAPS.min(nodes.len() + 1 - first);
            let mut window = Window { first, count, cost: [0; GAPS] };
            let (before, after) = (step.checked_sub(1).map(|step| chain[step]), chain.get(step + 1).copied());
            budget.spend(self.alone(&mut window, slot, [before, after], nodes));
            more += i32::from(window.cost[own - first]);
            if let (Some(before), Some(came)) = (before, windows.last()) {
                more += i32::from(self.join(order, [before, slot], came, &mut window));
            }
            let least = window.cost[..count].iter().copied().min().unwrap_or_default();
            more -= i32::from(least);
            window.cost.iter_mut().for_each(|cost| *cost = cost.saturating_sub(least).min(MUCH));
            windows.push(window);
        }
        more
    }

    /// Per gap the crossings of the slot's edges outside its chain, up to a constant; returns how many edges were
    /// looked at.
    fn alone<const GAPS: usize>(
        &self,
        window: &mut Window<GAPS>,
        slot: u32,
        [before, after]: [Option<u32>; 2],
        nodes: &[u32],
    ) -> usize {
        let graph = self.graph;
        let passed = &nodes[window.first..window.first + window.count - 1];
        let mut changes = [0; GAPS];
        let mut seen = 0;
        let mut own: Vec<usize> = Vec::new();
        let mut add = |ends: &[u32], chain: Option<u32>, theirs: fn(&Layered, u32) -> &[u32]| {
            own.clear();
            own.extend(ends.iter().filter(|end| Some(**end) != chain).map(|end| self.place(*end)));
            own.sort_unstable();
            // Most slots have no edge of their own, or one.
            let change = |end: usize| match own.as_slice() {
                [own] => i32::from(*own < end) - i32::from(*own > end),
                many => {
                    let before = many.partition_point(|own| *own < end);
                    let after = many.len() - many.partition_point(|own| *own <= end);
                    signed(before) - signed(after)
                }
            };
            if own.is_empty() {
                return;
            }
            for (node, sum) in passed.iter().zip(&mut changes) {
                let ends = theirs(graph, *node);
                seen += ends.len();
                *sum += ends.iter().map(|other| change(self.place(*other))).sum::<i32>();
            }
        };
        add(graph.before(slot), before, Layered::before);
        add(graph.after(slot), after, Layered::after);
        changes[self.place(slot) - window.first] = 0;
        let mut sum = 0;
        for (change, cost) in changes.iter().zip(&mut window.cost[1..window.count]) {
            sum += change;
            *cost = small(sum);
        }
        seen
    }

    /// Adds, per gap of a slot, the cheapest way there from the slot before; returns the crossings between the two
    /// slots now.
    fn join<const GAPS: usize>(
        &self,
        order: &Order,
        [before, slot]: [u32; 2],
        came: &Window<GAPS>,
        window: &mut Window<GAPS>,
    ) -> i16 {
        let graph = self.graph;
        let layer = |slot: u32| &order[graph.layer_of(slot) as usize];
        // Per gap the crossings on the way from one gap of the slot before, up to a constant; that gap is first the
        // first one of the window.
        let mut row = [0; GAPS];
        let mut sum = 0;
        let passed = layer(slot)[window.first..].iter().take(window.count - 1);
        for (node, crossed) in passed.zip(&mut row[1..]) {
            if *node != slot {
                // Edges that leave from the same slot do not cross each other.
                let ends = graph.before(*node).iter().filter(|other| **other != before).map(|other| self.place(*other));
                sum += ends.map(|end| if end >= came.first { 1 } else { -1 }).sum::<i32>();
            }
            *crossed = small(sum);
        }
        let (own, own_before) = (self.place(slot) - window.first, self.place(before) - came.first);
        let mut now = 0;
        let mut reached = [i16::MAX; GAPS];
        let passed = layer(before)[came.first..].iter().map(Some).chain([None]);
        for (gap, (cost, node)) in came.cost[..came.count].iter().zip(passed).enumerate() {
            for (reached, crossed) in reached.iter_mut().zip(&row) {
                *reached = (*reached).min(cost.saturating_add(*crossed));
            }
            if gap == own_before {
                now = row[own];
                continue;
            }
            for other in node.into_iter().flat_map(|node| graph.after(*node)).filter(|other| **other != slot) {
                let upto = (self.place(*other) + 1).saturating_sub(window.first).min(GAPS);
                let step = &STEP[MOST_GAPS - upto..][..GAPS];
                for (crossed, step) in row.iter_mut().zip(step) {
                    *crossed = crossed.saturating_add(*step);
                }
            }
        }
        for (cost, reached) in window.cost.iter_mut().zip(&reached) {
            *cost = cost.saturating_add(*reached);
        }
        now
    }

    /// Moves the slots of a chain to the best way, traced back from its end.
    fn follow<const GAPS: usize>(&mut self, order: &mut Order, chain: &[u32], windows: &[Window<GAPS>]) {
        let mut after: Option<(u32, usize)> = None;
        for (slot, window) in chain.iter().copied().zip(windows).rev() {
            let nodes = &order[self.graph.layer_of(slot) as usize];
            let mut crossed = 0;
            let mut best = (i32::MAX, window.first);
            for (gap, cost) in (window.first..).zip(&window.cost[..window.count]) {
                best = best.min((i32::from(*cost) + crossed, gap));
                if let (Some((next, to)), Some(node)) = (after, nodes.get(gap).filter(|node| **node != slot)) {
                    let ends = self.graph.after(*node).iter().filter(|other| **other != next);
                    crossed += ends.map(|other| if self.place(*other) >= to { 1 } else { -1 }).sum::<i32>();
                }
            }
            // The next slot moves only now: the costs above were counted with its old place.
            if let Some((next, to)) = after.replace((slot, best.1)) {
                self.put(order, next, to);
            }
        }
        if let Some((slot, to)) = after {
            self.put(order, slot, to);
        }
    }

    /// Moves a node into a gap of its layer.
    pub(super) fn put(&mut self, order: &mut Order, slot: u32, gap: usize) {
        let from = self.place(slot);
        let nodes = &mut order[self.graph.layer_of(slot) as usize];
        let moved = if gap > from {
            nodes[from..gap].rotate_left(1);
            from..gap
        } else {
            nodes[gap..=from].rotate_right(1);
            gap..from + 1
        };
        for place in moved {
            self.positions[nodes[place] as usize] = number(place);
        }
    }

    pub(super) fn place(&self, node: u32) -> usize {
        self.positions[node as usize] as usize
    }
}

fn signed(count: usize) -> i32 {
    i32::try_from(count).unwrap_or(i32::MAX / 4)
}

fn small(sum: i32) -> i16 {
    i16::try_from(sum.clamp(-i32::from(MUCH), i32::from(MUCH))).unwrap_or(MUCH)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{
        super::{crossings, dummy_chains::chains},
        *,
    };

    const LAYERS: u32 = 5;
    const BOXES: u32 = 4;

    /// Boxes in layers, some edges between neighbouring layers, and long lines: from a box of the first layer,
    /// through all others, to one of the last, with leaves beside it in some layers.
    fn graph(edges: &[(u32, u32, u32)], long: &[(u32, u32)], leaves: &[(u32, u32)]) -> Layered {
        let mut layers: Vec<u32> = (0..LAYERS * BOXES).map(|node| node / BOXES).collect();
        let mut pairs: Vec<(u32, u32)> =
            edges.iter().map(|(layer, from, to)| (layer * BOXES + from, (layer + 1) * BOXES + to)).collect();
        for (from, to) in long {
            let mut last = *from;
            for layer in 1..LAYERS - 1 {
                let slot = number(layers.len());
                layers.push(layer);
                pairs.push((last, slot));
                let own = leaves.iter().filter(|(at, _)| *at == layer);
                pairs.extend(own.map(|(_, leaf)| (slot, (layer + 1) * BOXES + leaf)));
                last = slot;
            }
            pairs.push((last, (LAYERS - 1) * BOXES + to));
        }
        let mut graph = Layered::new(&layers, &pairs);
        for node in 0..LAYERS * BOXES {
            graph.block[node as usize] = Some(0);
        }
        graph
    }

    fn threaded(graph: &Layered) -> u64 {
        let chains = chains(graph);
        let mut order = graph.natural().clone();
        ChainDp::new(graph, &chains).round::<16>(&mut order, &mut Budget::new(u64::MAX, &|| false));
        crossings(graph, &order)
    }

    /// The least crossings of all ways that one line can take, tried one by one.
    fn by_trying(graph: &Layered, chain: &[u32], order: &Order) -> u64 {
        let Some((slot, rest)) = chain.split_first() else { return crossings(graph, order) };
        let layer = graph.layer_of(*slot) as usize;
        let ways = (0..order[layer].len()).map(|place| {
            let mut order = order.clone();
            order[layer].retain(|node| node != slot);
            order[layer].insert(place, *slot);
            by_trying(graph, rest, &order)
        });
        ways.min().unwrap_or_default()
    }

    fn edges() -> impl Strategy<Value = Vec<(u32, u32, u32)>> {
        prop::collection::vec((0..LAYERS - 1, 0..BOXES, 0..BOXES), 0..24)
    }

    /// Layers with a box in the next one to which every line has a branch.
    fn leaves() -> impl Strategy<Value = Vec<(u32, u32)>> {
        prop::collection::vec((1..LAYERS - 1, 0..BOXES), 0..6)
    }

    proptest! {
        #[test]
        fn a_line_takes_the_best_of_all_ways(
            edges in edges(),
            from in 0..BOXES,
            to in 0..BOXES,
            leaves in leaves(),
        ) {
            let graph = graph(&edges, &[(from, to)], &leaves);
            let chains = chains(&graph);
            prop_assert_eq!(threaded(&graph), by_trying(&graph, &chains[0], graph.natural()));
        }

        #[test]
        fn threading_never_adds_crossings(
            edges in edges(),
            long in prop::collection::vec((0..BOXES, 0..BOXES), 1..60),
            leaves in leaves(),
        ) {
            let graph = graph(&edges, &long, &leaves);
            prop_assert_eq!(chains(&graph).len(), long.len());
            prop_assert!(threaded(&graph) <= crossings(&graph, graph.natural()));
        }
    }
}
