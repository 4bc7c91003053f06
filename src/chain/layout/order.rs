//! Few crossings: a first order from the graph's slowest swing, sweeps of barycentres, then sifting;
//! from several starts, within a budget of operations.

use super::{
    crossings::crossings,
    layered::{Layered, Order},
    sift::Sifter,
    swing::Swing,
};

/// What an order must keep.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Rules {
    /// Blocks stay in the order of their numbers.
    pub fixed_blocks: bool,
    /// Some nodes have a rank: only the others are sorted.
    pub ranked: bool,
}

/// So many operations for every edge, and so many more for every layer, as long edges are harder to untangle;
/// never so much time, so that every machine finds the same order.
const OPERATIONS_PER_EDGE: u64 = 2_400;
const OPERATIONS_PER_EDGE_AND_LAYER: u64 = 400;
/// A graph with no more edges than this is small, and gets so many operations, so that it is very good.
const SMALL: usize = 800;
const OPERATIONS_IF_SMALL: u64 = 12_000_000;
/// Never more than so many, so that a very large graph is still quick.
const MOST_OPERATIONS: u64 = 120_000_000;
/// Of so many coarse orders the best is worked out, as long as a third of the budget lasts.
const STARTS: u64 = 4;
/// What a sweep and a count of crossings cost, per node and edge.
const OPERATIONS_OF_SWEEP: usize = 24;
/// Steps to the slowest swing, start by start; long edges make it slow to settle.
const STEPS: [usize; 8] = [96, 240, 48, 160, 12, 24, 6, 64];
/// At most so many sweeps to and fro from one start.
const SWEEPS: usize = 3;
/// How far an order is shaken, of its whole height, after so many attempts without gain.
const SHAKES: [f32; 4] = [0.0, 0.0, 0.03, 0.1];
/// How far sifting looks: near in most rounds, and sometimes further.
const NEAR: usize = 8;
const FAR: usize = 40;

/// An order of the nodes of each layer with few crossings. Deterministic.
pub fn order(graph: &Layered, rules: Rules) -> Order {
    let mut work = Work::new(graph, rules);
    let first = work.first();
    if graph.edge_count() == 0 {
        return first;
    }
    let mut best = (crossings(graph, &first), first);
    let mut start = 0;
    while best.0 > 0 && !work.budget.is_spent() {
        // Some coarse orders, of which the best is worked out; a small graph has the budget for many such rounds.
        let third = work.budget.0 / 3;
        let mut found: Option<(u64, Order)> = None;
        for _ in 0..STARTS {
            let swept = work.swept(start);
            start += 1;
            if found.as_ref().is_none_or(|found| swept.0 < found.0) {
                found = Some(swept);
            }
            if work.budget.0 < 2 * third {
                break;
            }
        }
        let Some((mut count, mut order)) = found else { break };
        work.work_out(&mut count, &mut order);
        if count < best.0 {
            best = (count, order);
        }
        if rules.ranked {
            break;
        }
    }
    best.1
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
    sifter: Sifter<'a>,
    /// Per node its place within its layer, from nought to one, so that wide and narrow layers compare.
    places: Vec<f32>,
    weight: Vec<f32>,
    /// Per node how far a sweep moves it aside.
    nudges: Vec<f32>,
}

impl<'a> Work<'a> {
    fn new(graph: &'a Layered, rules: Rules) -> Self {
        let per_edge = OPERATIONS_PER_EDGE + OPERATIONS_PER_EDGE_AND_LAYER * graph.natural().len() as u64;
        let operations = per_edge * graph.edge_count() as u64;
        let operations = if graph.edge_count() <= SMALL { OPERATIONS_IF_SMALL } else { operations };
        Self {
            graph,
            rules,
            budget: Budget(operations.min(MOST_OPERATIONS)),
            sifter: Sifter::new(graph),
            places: vec![0.0; graph.node_count()],
            weight: vec![0.0; graph.node_count()],
            nudges: vec![0.0; graph.node_count()],
        }
    }

    /// The order of the request; what is in no block comes last.
    fn first(&self) -> Order {
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

    /// An order to begin with.
    fn start(&mut self, start: usize) -> Order {
        let mut order = self.first();
        if self.rules.ranked || self.rules.fixed_blocks && start == 0 {
            return order;
        }
        let mut dice = Dice(start as u64);
        if self.rules.fixed_blocks {
            self.weight.iter_mut().for_each(|weight| *weight = dice.roll());
        } else {
            let steps = STEPS.into_iter().cycle().nth(start).unwrap_or_default();
            self.weight = Swing::new(self.graph, || dice.roll()).slowest(steps);
            self.budget.spend(steps * (2 * self.graph.edge_count() + self.graph.node_count()));
        }
        for layer in &mut order {
            self.arrange(layer);
        }
        order
    }

    /// Sweeps to and fro from one of the starts until it gets no better.
    fn swept(&mut self, start: usize) -> (u64, Order) {
        let mut order = self.start(start);
        let mut best = order.clone();
        let mut least = crossings(self.graph, &order);
        let mut idle = 0;
        // Sifting does more for the same work once the coarse order is there.
        for _ in 0..SWEEPS {
            if idle == 2 || self.budget.is_spent() {
                break;
            }
            self.sweep(&mut order, true);
            self.sweep(&mut order, false);
            let count = crossings(self.graph, &order);
            if count < least {
                (least, idle) = (count, 0);
                best.clone_from(&order);
            } else {
                idle += 1;
            }
        }
        (least, best)
    }

    /// Sifts, and then loosens the order with a sweep and sifts again, until that helps no more.
    fn work_out(&mut self, least: &mut u64, best: &mut Order) {
        let mut order = best.clone();
        let mut idle = 0;
        let mut dice = Dice(self.budget.0);
        for attempt in 0.. {
            if idle > 3 * SHAKES.len() || *least == 0 || self.budget.is_spent() {
                break;
            }
            if attempt > 0 {
                order.clone_from(best);
                // The longer it helps nothing, the more the order is shaken.
                for place in &mut self.nudges {
                    *place = (dice.roll() - 0.5) * SHAKES[idle.min(SHAKES.len() - 1)];
                }
                self.sweep(&mut order, attempt % 2 == 1);
                self.nudges.fill(0.0);
            }
            for reach in [NEAR, NEAR, if attempt % 4 == 3 { FAR } else { NEAR }] {
                self.sifter.round(&mut order, reach, &mut self.budget);
            }
            let count = crossings(self.graph, &order);
            if count < *least {
                (*least, idle) = (count, 0);
                best.clone_from(&order);
            } else {
                idle += 1;
            }
        }
    }

    /// Puts every node, layer by layer, at the mean of its neighbours.
    fn sweep(&mut self, order: &mut Order, forward: bool) {
        for nodes in &*order {
            self.settle(nodes);
        }
        let count = order.len();
        for step in 0..count {
            let layer = if forward { step } else { count - 1 - step };
            let mut nodes = std::mem::take(&mut order[layer]);
            self.weigh(&nodes);
            self.arrange(&mut nodes);
            self.settle(&nodes);
            order[layer] = nodes;
        }
        self.budget.spend(OPERATIONS_OF_SWEEP * (self.graph.edge_count() + self.graph.node_count()));
    }

    fn settle(&mut self, nodes: &[u32]) {
        let step = 1.0 / ratio(nodes.len().max(1) as u64, 1);
        let mut place = step / 2.0;
        for node in nodes {
            self.places[*node as usize] = place;
            place += step;
        }
    }

    /// Per node the mean place of its neighbours; its own place where it has none.
    fn weigh(&mut self, nodes: &[u32]) {
        for node in nodes {
            let (before, after) = (self.graph.before(*node), self.graph.after(*node));
            let sum: f32 = before.iter().chain(after).map(|other| self.places[*other as usize]).sum();
            let count = before.len() + after.len();
            self.weight[*node as usize] = self.nudges[*node as usize]
                + if count == 0 { self.places[*node as usize] } else { sum / ratio(count as u64, 1) };
        }
    }

    /// Sorts a layer by weight, as far as blocks and ranks allow.
    fn arrange(&self, nodes: &mut Vec<u32>) {
        let graph = self.graph;
        let weight = |node: u32| self.weight[node as usize];
        if self.rules == Rules::default() && graph.has_one_block() {
            nodes.sort_by(|a, b| weight(*a).total_cmp(&weight(*b)));
            return;
        }
        let (boxes, mut free): (Vec<u32>, Vec<u32>) =
            nodes.iter().partition(|node| graph.block[**node as usize].is_some());
        free.sort_by(|a, b| weight(*a).total_cmp(&weight(*b)));
        let mut blocks: Vec<Vec<u32>> = Vec::new();
        // Boxes of one block are neighbours already, but for free nodes.
        for node in boxes {
            match blocks.last_mut() {
                Some(block) if graph.block[block[0] as usize] == graph.block[node as usize] => block.push(node),
                _ => blocks.push(vec![node]),
            }
        }
        if !self.rules.ranked {
            for block in &mut blocks {
                block.sort_by(|a, b| weight(*a).total_cmp(&weight(*b)));
            }
            if !self.rules.fixed_blocks && blocks.len() > 1 {
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
