//! The order within layers, with few crossings.
//!
//! A spectral order to start with, barycenter sweeps, then sifting of boxes and dynamic programming over dummy chains,
//! and simulated annealing where the graph is small; from several starts, within a budget of operations.

mod anneal;
mod barycenter;
mod budget;
mod chain_dp;
mod crossings;
mod dummy_chains;
mod rng;
mod sifting;
mod spectral;

pub use budget::Rules;
pub use crossings::crossings;

use super::{
    layered::{Layered, Order},
    times,
};
use anneal::Annealer;
use barycenter::barycenter_sort;
use budget::{Budget, ScoredOrder};
use chain_dp::ChainDp;
use dummy_chains::{DummyChain, chains};
pub use rng::Rng;
use sifting::Sifter;
use spectral::Spectral;

// The numbers below were chosen by hand, trying them on `benches/layout.rs`: crossings beside those of Graphviz dot,
// and time. Tests hold that an order has few crossings, not these numbers.

/// The budget: operations per edge, and more per edge and layer, as long edges are harder to untangle. It counts
/// operations and never time, so that every machine finds the same order.
const OPERATIONS_PER_EDGE: u64 = 1_200;
const OPERATIONS_PER_EDGE_AND_LAYER: u64 = 50;
/// A graph with at most this many edges gets a fixed, ample budget instead.
const SMALL: usize = 800;
const OPERATIONS_IF_SMALL: u64 = 16_000_000;
/// A graph with at most this many edges is annealed, with a budget of its own.
const ANNEALED: usize = 500;
const OPERATIONS_PER_EDGE_IF_ANNEALED: u64 = 200_000;
const OPERATIONS_IF_ANNEALED: u64 = 32_000_000;
/// Length of one cooling, in steps per box.
const STEPS_PER_BOX: usize = 30;
/// Temperature at which a cooling starts, in crossings: from a coarse order, and from one that was annealed before.
const HOT: f32 = 6.0;
const WARM: f32 = 2.0;
/// No budget is larger, so that a very large graph is still quick.
const MOST_OPERATIONS: u64 = 120_000_000;
/// Coarse orders out of which the best is worked out, as long as two thirds of the budget are left.
const STARTS: usize = 6;
/// What a sweep and a count of crossings cost, in operations per node and edge.
const OPERATIONS_OF_SWEEP: usize = 24;
/// Iterations towards the Fiedler vector, start by start.
const STEPS: [usize; 8] = [48, 120, 24, 80, 6, 12, 3, 32];
/// At most this many sweeps forward and back from one start.
const SWEEPS: usize = 2;
/// Rounds of sifting and chain programming in one attempt.
const ROUNDS: usize = 3;
/// After this many attempts without gain an order is left as it is.
const ATTEMPTS: usize = 20;
/// How far a sweep is nudged, as a share of the height, by the number of attempts without gain.
const NUDGES: [f32; 4] = [0.0, 0.0, 0.03, 0.1];
/// A kick moves this share of the nodes, by at most half this share of the height.
const KICKED: f32 = 0.2;
const KICK: f32 = 0.5;
/// How many places sifting looks: near in most rounds, far in some.
const NEAR: usize = 8;
const FAR: usize = 40;
/// Gaps in a window of chain programming: wide in some rounds, narrow in most.
const WIDE: usize = 32;
const NARROW: usize = 16;

/// An order of the nodes of each layer with few crossings. The same graph always gets the same order.
pub fn order(graph: &Layered, rules: Rules) -> Order {
    order_unless(graph, rules, &|| false)
}

/// As [`order`]; an order that nobody has use for as soon as `is_cancelled` says so, which it is asked all the time.
pub(super) fn order_unless(graph: &Layered, rules: Rules, is_cancelled: &dyn Fn() -> bool) -> Order {
    let chains = chains(graph);
    let mut work = Work::new(graph, &chains, rules, is_cancelled);
    let first = work.first();
    if graph.edge_count() == 0 {
        return first;
    }
    let mut best = ScoredOrder::new(graph, first);
    if graph.edge_count() <= ANNEALED {
        work.anneal(&mut best, &mut Annealer::new(graph, &chains));
    } else {
        work.work_out_best(&mut best);
    }
    best.order
}

struct Work<'a> {
    graph: &'a Layered,
    rules: Rules,
    budget: Budget<'a>,
    sifter: Sifter<'a>,
    chain_dp: ChainDp<'a>,
    spectral: Spectral,
    /// Per node its place within its layer, from 0 to 1, so that wide and narrow layers compare.
    places: Vec<f32>,
    /// Per node what a layer is sorted by.
    weight: Vec<f32>,
    /// Per node what a sweep adds to its barycenter.
    nudges: Vec<f32>,
}

impl<'a> Work<'a> {
    fn new(graph: &'a Layered, chains: &'a [DummyChain], rules: Rules, is_cancelled: &'a dyn Fn() -> bool) -> Self {
        let per_edge = OPERATIONS_PER_EDGE + OPERATIONS_PER_EDGE_AND_LAYER * graph.natural().len() as u64;
        let operations = match graph.edge_count() {
            edges @ 0..=ANNEALED => (OPERATIONS_PER_EDGE_IF_ANNEALED * edges as u64).min(OPERATIONS_IF_ANNEALED),
            ..=SMALL => OPERATIONS_IF_SMALL,
            edges => per_edge * edges as u64,
        };
        Self {
            graph,
            rules,
            budget: Budget::new(operations.min(MOST_OPERATIONS), is_cancelled),
            sifter: Sifter::new(graph),
            chain_dp: ChainDp::new(graph, chains),
            spectral: Spectral::new(graph, chains),
            places: vec![0.0; graph.node_count()],
            weight: vec![0.0; graph.node_count()],
            nudges: vec![0.0; graph.node_count()],
        }
    }

    /// The order of the request, dummy nodes last.
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
        let mut rng = Rng(start as u64);
        if self.rules.fixed_blocks {
            self.weight.iter_mut().for_each(|weight| *weight = rng.unit());
        } else {
            let steps = STEPS.into_iter().cycle().nth(start).unwrap_or_default();
            self.weight = self.spectral.fiedler_vector(steps, || rng.unit());
            self.budget.spend(steps * self.spectral.size());
        }
        for layer in &mut order {
            barycenter_sort(self.graph, self.rules, &self.weight, layer);
        }
        order
    }

    /// Sweeps forward and back from one of the starts until it gets no better.
    fn swept(&mut self, start: usize) -> ScoredOrder {
        let mut order = self.start(start);
        let mut best = ScoredOrder::new(self.graph, order.clone());
        let mut idle = 0;
        // Sifting does more for the same work once the coarse order is there.
        for _ in 0..SWEEPS {
            if idle == 2 || self.budget.is_spent() {
                break;
            }
            self.sweep(&mut order, true);
            self.sweep(&mut order, false);
            let is_better = best.consider(self.graph, &order);
            idle = if is_better { 0 } else { idle + 1 };
        }
        best
    }

    /// For a small graph: anneals from several starts, anneals the best again, and works that out.
    fn anneal(&mut self, best: &mut ScoredOrder, annealer: &mut Annealer<'a>) {
        let mut rng = Rng(0);
        // At least one step, so that every round spends budget and the loop ends even where nothing may move.
        let steps = STEPS_PER_BOX * annealer.boxes().max(1);
        let (quarter, last) = (self.budget.left() / 4, self.budget.left() / 16);
        let mut start = 0;
        while best.crossings > 0 && self.budget.left() > last {
            let (mut found, heat) =
                if self.budget.left() > quarter { (self.swept(start), HOT) } else { (best.clone(), WARM) };
            start += 1;
            annealer.cool(&mut found, heat, steps, &mut rng, &mut self.budget);
            best.improve(found);
        }
        self.work_out(best);
    }

    /// For a larger graph: works out the best of some coarse orders, as often as the budget allows.
    fn work_out_best(&mut self, best: &mut ScoredOrder) {
        let mut starts = 0..;
        while best.crossings > 0 && !self.budget.is_spent() {
            let enough = self.budget.left() / 3 * 2;
            let mut found = self.swept(starts.next().unwrap_or_default());
            for start in starts.by_ref().take(STARTS - 1) {
                if self.budget.left() < enough {
                    break;
                }
                found.improve(self.swept(start));
            }
            self.work_out(&mut found);
            best.improve(found);
            if self.rules.ranked {
                break;
            }
        }
    }

    /// Alternates sifting and chain programming; perturbs the order and repeats, until that helps no more.
    fn work_out(&mut self, best: &mut ScoredOrder) {
        let mut order = best.order.clone();
        let mut idle = 0;
        let mut rng = Rng(self.budget.left());
        for attempt in 0.. {
            if idle > ATTEMPTS || best.crossings == 0 || self.budget.is_spent() {
                break;
            }
            if attempt > 0 {
                order.clone_from(&best.order);
                self.perturb(&mut order, attempt, idle, &mut rng);
            }
            for round in 0..ROUNDS {
                let is_thorough = round == 0 && attempt.is_multiple_of(4);
                if is_thorough {
                    self.chain_dp.round::<WIDE>(&mut order, &mut self.budget);
                } else {
                    self.chain_dp.round::<NARROW>(&mut order, &mut self.budget);
                }
                let reach = if round == 0 && attempt % 4 == 3 { FAR } else { NEAR };
                self.sifter.round(&mut order, reach, &mut self.budget);
            }
            let is_better = best.consider(self.graph, &order);
            idle = if is_better { 0 } else { idle + 1 };
        }
    }

    /// Perturbs an order that is a local optimum: sweeps, with nudges that grow while nothing helps, and kicks in
    /// between.
    fn perturb(&mut self, order: &mut Order, attempt: usize, idle: usize, rng: &mut Rng) {
        if attempt % 2 == 1 {
            for nodes in order {
                self.settle(nodes);
                for node in &*nodes {
                    let kick = if rng.unit() < KICKED { (rng.unit() - 0.5) * KICK } else { 0.0 };
                    self.weight[*node as usize] = self.places[*node as usize] + kick;
                }
                barycenter_sort(self.graph, self.rules, &self.weight, nodes);
            }
            return;
        }
        for nudge in &mut self.nudges {
            *nudge = (rng.unit() - 0.5) * NUDGES[idle.min(NUDGES.len() - 1)];
        }
        self.sweep(order, attempt.is_multiple_of(4));
        self.nudges.fill(0.0);
    }

    /// Sorts every layer by the barycenters of its nodes, one layer after the other.
    fn sweep(&mut self, order: &mut Order, forward: bool) {
        for nodes in &*order {
            self.settle(nodes);
        }
        let count = order.len();
        for step in 0..count {
            let layer = if forward { step } else { count - 1 - step };
            let mut nodes = std::mem::take(&mut order[layer]);
            self.weigh(&nodes);
            barycenter_sort(self.graph, self.rules, &self.weight, &mut nodes);
            self.settle(&nodes);
            order[layer] = nodes;
        }
        self.budget.spend(OPERATIONS_OF_SWEEP * (self.graph.edge_count() + self.graph.node_count()));
    }

    /// Notes the places of a layer.
    fn settle(&mut self, nodes: &[u32]) {
        let step = 1.0 / times(nodes.len().max(1), 1.0);
        let mut place = step / 2.0;
        for node in nodes {
            self.places[*node as usize] = place;
            place += step;
        }
    }

    /// Weighs each node with its barycenter: the mean place of its neighbours, or its own place without any.
    fn weigh(&mut self, nodes: &[u32]) {
        for node in nodes {
            let (before, after) = (self.graph.before(*node), self.graph.after(*node));
            let sum: f32 = before.iter().chain(after).map(|other| self.places[*other as usize]).sum();
            let count = before.len() + after.len();
            self.weight[*node as usize] = self.nudges[*node as usize]
                + if count == 0 { self.places[*node as usize] } else { sum / times(count, 1.0) };
        }
    }
}
