//! Few crossings: sweeps of barycentres from several starts, then sifting, within a budget of operations.

use super::{
    crossings::crossings,
    layered::{Layered, Order},
    sift::Sifter,
};

/// What an order must keep.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Rules {
    /// Blocks stay in the order of their numbers.
    pub fixed_blocks: bool,
    /// Some nodes have a rank: only the others are sorted.
    pub ranked: bool,
}

/// So many operations for every edge; never so much time, so that every machine finds the same order.
const OPERATIONS_PER_EDGE: u64 = 6_000;
/// Never more than so many, so that a very large graph is still quick.
const MOST_OPERATIONS: u64 = 130_000_000;
/// Never fewer, so that a small graph is very good.
const LEAST_OPERATIONS: u64 = 4_000_000;
/// From so many different orders the search begins.
const STARTS: u64 = 24;
/// So many sweeps without gain end a start.
const PATIENCE: u32 = 4;

/// An order of the nodes of each layer with few crossings. Deterministic.
pub fn order(graph: &Layered, rules: Rules) -> Order {
    let mut work = Work::new(graph, rules);
    let mut best = work.first();
    if graph.edge_count() == 0 {
        return best;
    }
    let mut least = crossings(graph, &best);
    let starts = if rules.ranked { 1 } else { STARTS };
    let mut sifter = Sifter::new(graph);
    for start in 0..starts {
        let mut found = work.swept(start, &best);
        let mut count = crossings(graph, &found);
        loop {
            let before = count;
            sifter.round(&mut found, &mut work.budget);
            count = crossings(graph, &found);
            if count >= before || work.budget.is_spent() {
                break;
            }
        }
        if count < least || start == 0 && count == least {
            (least, best) = (count, found);
        }
        if least == 0 || work.budget.is_spent() {
            break;
        }
    }
    best
}

/// Operations that may still be done.
#[derive(Clone, Copy, Debug)]
pub(super) struct Budget(pub(super) u64);

impl Budget {
    pub(super) fn spend(&mut self, operations: usize) {
        self.0 = self.0.saturating_sub(operations as u64);
    }

    pub(super) fn is_spent(self) -> bool {
        self.0 == 0
    }
}

struct Work<'a> {
    graph: &'a Layered,
    rules: Rules,
    budget: Budget,
    positions: Vec<u32>,
    weight: Vec<f32>,
}

/// From which neighbours a node gets its place.
#[derive(Clone, Copy)]
enum From {
    Before,
    After,
}

impl<'a> Work<'a> {
    fn new(graph: &'a Layered, rules: Rules) -> Self {
        let operations = OPERATIONS_PER_EDGE * graph.edge_count() as u64;
        Self {
            graph,
            rules,
            budget: Budget(operations.clamp(LEAST_OPERATIONS, MOST_OPERATIONS)),
            positions: vec![0; graph.node_count()],
            weight: vec![0.0; graph.node_count()],
        }
    }

    /// The order of the request, with all else put where it fits.
    fn first(&mut self) -> Order {
        let graph = self.graph;
        let mut order = graph.natural().clone();
        for layer in &mut order {
            layer.sort_by_key(|node| {
                let node = *node as usize;
                (graph.block[node].is_none(), graph.block[node], graph.rank[node].is_none(), graph.rank[node])
            });
        }
        order
    }

    /// Sweeps to and fro from one of the starts until it gets no better.
    fn swept(&mut self, start: u64, best: &Order) -> Order {
        let mut order = self.first();
        if start > 0 {
            let mut dice = Dice(start);
            let source = if start % 2 == 1 { best } else { &order.clone() };
            order = source.clone();
            for layer in &mut order {
                for node in layer.iter() {
                    self.weight[*node as usize] = dice.roll();
                }
                self.arrange(layer);
            }
        }
        let mut best = order.clone();
        let mut least = u64::MAX;
        let mut idle = 0;
        let layers = order.len();
        while idle < PATIENCE && !self.budget.is_spent() {
            let forward = (1..layers).map(|layer| (layer, From::Before));
            let backward = (0..layers.saturating_sub(1)).rev().map(|layer| (layer, From::After));
            let steps: Vec<(usize, From)> = if start.is_multiple_of(4) || start % 4 == 1 {
                forward.chain(backward).collect()
            } else {
                backward.chain(forward).collect()
            };
            self.positions = self.graph.positions(&order);
            for (layer, from) in steps {
                let mut nodes = std::mem::take(&mut order[layer]);
                self.weigh(&nodes, from);
                self.arrange(&mut nodes);
                for (position, node) in (0..).zip(&nodes) {
                    self.positions[*node as usize] = position;
                }
                order[layer] = nodes;
            }
            let count = crossings(self.graph, &order);
            self.budget.spend(12 * (self.graph.edge_count() + self.graph.node_count()));
            if count < least {
                (least, idle) = (count, 0);
                best.clone_from(&order);
            } else {
                idle += 1;
            }
        }
        best
    }

    /// Per node the mean place of its neighbours on one side; its own place where it has none.
    fn weigh(&mut self, nodes: &[u32], from: From) {
        for node in nodes {
            let neighbours = match from {
                From::Before => self.graph.before(*node),
                From::After => self.graph.after(*node),
            };
            let sum: u64 = neighbours.iter().map(|other| u64::from(self.positions[*other as usize])).sum();
            self.weight[*node as usize] =
                if neighbours.is_empty() { f32::NAN } else { ratio(sum, neighbours.len() as u64) };
        }
        // Who hangs on nobody keeps its distance to the one above it.
        let mut last = -1.0;
        for node in nodes {
            let weight = &mut self.weight[*node as usize];
            if weight.is_nan() {
                *weight = last;
            }
            last = *weight;
        }
    }

    /// Sorts a layer by weight, as far as blocks and ranks allow.
    fn arrange(&self, nodes: &mut Vec<u32>) {
        let graph = self.graph;
        let weight = |node: u32| self.weight[node as usize];
        let (mut boxes, mut free): (Vec<u32>, Vec<u32>) =
            nodes.iter().partition(|node| graph.block[**node as usize].is_some());
        free.sort_by(|a, b| weight(*a).total_cmp(&weight(*b)));
        let mut blocks: Vec<Vec<u32>> = Vec::new();
        // Boxes of one block are neighbours already, but for free nodes.
        for node in boxes.drain(..) {
            match blocks.last_mut() {
                Some(block) if graph.block[block[0] as usize] == graph.block[node as usize] => block.push(node),
                _ => blocks.push(vec![node]),
            }
        }
        let single = blocks.len() <= 1;
        if !self.rules.ranked {
            blocks.iter_mut().for_each(|block| block.sort_by(|a, b| weight(*a).total_cmp(&weight(*b))));
            if !self.rules.fixed_blocks && !single {
                let mean = |block: &Vec<u32>| {
                    let sum: f32 = block.iter().map(|node| weight(*node)).sum();
                    sum / ratio(block.len() as u64, 1)
                };
                blocks.sort_by(|a, b| mean(a).total_cmp(&mean(b)));
            }
        }
        let boxes: Vec<u32> = blocks.into_iter().flatten().collect();
        let steps = rising(boxes.iter().map(|node| weight(*node)));
        // Free nodes go before the first box that lies further on.
        nodes.clear();
        let mut rest = free.into_iter().peekable();
        for (node, step) in boxes.into_iter().zip(steps) {
            while let Some(free) = rest.next_if(|free| weight(*free) < step) {
                nodes.push(free);
            }
            nodes.push(node);
        }
        nodes.extend(rest);
    }
}

/// The rising numbers that are nearest to the given ones (pool adjacent violators).
fn rising(values: impl Iterator<Item = f32>) -> Vec<f32> {
    let mut pools: Vec<(f32, u32)> = Vec::new();
    for value in values {
        let mut pool = (value, 1);
        while let Some((sum, count)) = pools.pop_if(|(sum, count)| mean(*sum, *count) > mean(pool.0, pool.1)) {
            pool = (pool.0 + sum, pool.1 + count);
        }
        pools.push(pool);
    }
    pools.iter().flat_map(|(sum, count)| std::iter::repeat_n(mean(*sum, *count), *count as usize)).collect()
}

fn mean(sum: f32, count: u32) -> f32 {
    sum / ratio(u64::from(count), 1)
}

#[expect(clippy::cast_precision_loss, reason = "positions are far below the numbers where it matters")]
fn ratio(sum: u64, count: u64) -> f32 {
    sum as f32 / count as f32
}

/// Chance that falls the same every time (`SplitMix64`).
struct Dice(u64);

impl Dice {
    /// A number between nought and one.
    fn roll(&mut self) -> f32 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ratio((mixed ^ (mixed >> 31)) >> 40, 1 << 24)
    }
}
