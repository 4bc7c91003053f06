//! Few crossings: a first order from the graph's slowest swing, sweeps of barycentres, then sifting boxes and
//! threading lines, and annealing where the graph is small; from several starts, within a budget of operations.

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
use barycenter::arrange;
use budget::{Budget, Found};
use chain_dp::Threader;
use dummy_chains::{Line, lines};
use rng::Dice;
use sifting::Sifter;
use spectral::Walk;

/// So many operations for every edge, and so many more for every layer, as long lines are harder to untangle;
/// never so much time, so that every machine finds the same order.
const OPERATIONS_PER_EDGE: u64 = 1_200;
const OPERATIONS_PER_EDGE_AND_LAYER: u64 = 50;
/// A graph with no more edges than this is small, and gets so many operations, so that it is very good.
const SMALL: usize = 800;
const OPERATIONS_IF_SMALL: u64 = 16_000_000;
/// A graph with no more edges than this is so small that it can be annealed, with so many operations.
const ANNEALED: usize = 500;
const OPERATIONS_PER_EDGE_IF_ANNEALED: u64 = 200_000;
const OPERATIONS_IF_ANNEALED: u64 = 32_000_000;
/// Annealing makes so many steps for every box before it is cold.
const STEPS_PER_BOX: usize = 30;
/// Its heat, in crossings: at first, and for what has been annealed before.
const HOT: f32 = 6.0;
const WARM: f32 = 2.0;
/// Never more than so many, so that a very large graph is still quick.
const MOST_OPERATIONS: u64 = 120_000_000;
/// Of so many coarse orders the best is worked out, as long as a third of the budget lasts.
const STARTS: usize = 6;
/// What a sweep and a count of crossings cost, per node and edge.
const OPERATIONS_OF_SWEEP: usize = 24;
/// Steps to the slowest swing, start by start.
const STEPS: [usize; 8] = [48, 120, 24, 80, 6, 12, 3, 32];
/// At most so many sweeps to and fro from one start.
const SWEEPS: usize = 2;
/// So many rounds of sifting and threading between two shakes.
const ROUNDS: usize = 3;
/// After so many attempts without gain an order is left as it is.
const ATTEMPTS: usize = 20;
/// How far a sweep is nudged, of the whole height, after so many attempts without gain.
const NUDGES: [f32; 4] = [0.0, 0.0, 0.03, 0.1];
/// A kick moves such a share of the nodes, over at most so much of the height.
const KICKED: f32 = 0.2;
const KICK: f32 = 0.5;
/// How far sifting looks: near in most rounds, and sometimes further.
const NEAR: usize = 8;
const FAR: usize = 40;
/// So many gaps threading tries: many now and then, fewer in most rounds.
const WIDE: usize = 32;
const NARROW: usize = 16;

/// An order of the nodes of each layer with few crossings. Deterministic.
pub fn order(graph: &Layered, rules: Rules) -> Order {
    let lines = lines(graph);
    let mut work = Work::new(graph, &lines, rules);
    let first = work.first();
    if graph.edge_count() == 0 {
        return first;
    }
    let mut best = Found::new(graph, first);
    if graph.edge_count() <= ANNEALED {
        work.anneal(&mut best, &mut Annealer::new(graph, &lines));
    } else {
        work.work_out_best(&mut best);
    }
    best.order
}

struct Work<'a> {
    graph: &'a Layered,
    rules: Rules,
    budget: Budget,
    sifter: Sifter<'a>,
    threader: Threader<'a>,
    walk: Walk,
    /// Per node its place within its layer, from nought to one, so that wide and narrow layers compare.
    places: Vec<f32>,
    weight: Vec<f32>,
    /// Per node how far a sweep moves it aside.
    nudges: Vec<f32>,
}

impl<'a> Work<'a> {
    fn new(graph: &'a Layered, lines: &'a [Line], rules: Rules) -> Self {
        let per_edge = OPERATIONS_PER_EDGE + OPERATIONS_PER_EDGE_AND_LAYER * graph.natural().len() as u64;
        let operations = match graph.edge_count() {
            edges @ 0..=ANNEALED => (OPERATIONS_PER_EDGE_IF_ANNEALED * edges as u64).min(OPERATIONS_IF_ANNEALED),
            ..=SMALL => OPERATIONS_IF_SMALL,
            edges => per_edge * edges as u64,
        };
        Self {
            graph,
            rules,
            budget: Budget(operations.min(MOST_OPERATIONS)),
            sifter: Sifter::new(graph),
            threader: Threader::new(graph, lines),
            walk: Walk::new(graph, lines),
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
            self.weight = self.walk.slowest(steps, || dice.roll());
            self.budget.spend(steps * self.walk.size());
        }
        for layer in &mut order {
            arrange(self.graph, self.rules, &self.weight, layer);
        }
        order
    }

    /// Sweeps to and fro from one of the starts until it gets no better.
    fn swept(&mut self, start: usize) -> Found {
        let mut order = self.start(start);
        let mut best = Found::new(self.graph, order.clone());
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

    /// A small graph: cools down from several starts, then the best of them once more; works that out.
    fn anneal(&mut self, best: &mut Found, annealer: &mut Annealer<'a>) {
        let mut dice = Dice(0);
        // Every round spends something, so that it ends, even where nothing may move.
        let steps = STEPS_PER_BOX * annealer.boxes().max(1);
        let (quarter, last) = (self.budget.0 / 4, self.budget.0 / 16);
        let mut start = 0;
        while best.crossings > 0 && self.budget.0 > last {
            let (mut found, heat) =
                if self.budget.0 > quarter { (self.swept(start), HOT) } else { (best.clone(), WARM) };
            start += 1;
            annealer.cool(&mut found, heat, steps, &mut dice, &mut self.budget);
            best.improve(found);
        }
        self.work_out(best);
    }

    /// A larger graph: of some coarse orders works out the best, as often as the budget allows.
    fn work_out_best(&mut self, best: &mut Found) {
        let mut starts = 0..;
        while best.crossings > 0 && !self.budget.is_spent() {
            let enough = self.budget.0 / 3 * 2;
            let mut found = self.swept(starts.next().unwrap_or_default());
            for start in starts.by_ref().take(STARTS - 1) {
                if self.budget.0 < enough {
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

    /// Sifts and threads; loosens the order and does so again, until that helps no more.
    fn work_out(&mut self, best: &mut Found) {
        let mut order = best.order.clone();
        let mut idle = 0;
        let mut dice = Dice(self.budget.0);
        for attempt in 0.. {
            if idle > ATTEMPTS || best.crossings == 0 || self.budget.is_spent() {
                break;
            }
            if attempt > 0 {
                order.clone_from(&best.order);
                self.loosen(&mut order, attempt, idle, &mut dice);
            }
            for round in 0..ROUNDS {
                let is_thorough = round == 0 && attempt.is_multiple_of(4);
                if is_thorough {
                    self.threader.round::<WIDE>(&mut order, &mut self.budget);
                } else {
                    self.threader.round::<NARROW>(&mut order, &mut self.budget);
                }
                let reach = if round == 0 && attempt % 4 == 3 { FAR } else { NEAR };
                self.sifter.round(&mut order, reach, &mut self.budget);
            }
            let is_better = best.consider(self.graph, &order);
            idle = if is_better { 0 } else { idle + 1 };
        }
    }

    /// Leads an order away from where sifting and threading find nothing better: a sweep to and a sweep fro,
    /// nudged the longer it helps nothing, and kicks between them.
    fn loosen(&mut self, order: &mut Order, attempt: usize, idle: usize, dice: &mut Dice) {
        if attempt % 2 == 1 {
            for nodes in order {
                self.settle(nodes);
                for node in &*nodes {
                    let kick = if dice.roll() < KICKED { (dice.roll() - 0.5) * KICK } else { 0.0 };
                    self.weight[*node as usize] = self.places[*node as usize] + kick;
                }
                arrange(self.graph, self.rules, &self.weight, nodes);
            }
            return;
        }
        for nudge in &mut self.nudges {
            *nudge = (dice.roll() - 0.5) * NUDGES[idle.min(NUDGES.len() - 1)];
        }
        self.sweep(order, attempt.is_multiple_of(4));
        self.nudges.fill(0.0);
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
            arrange(self.graph, self.rules, &self.weight, &mut nodes);
            self.settle(&nodes);
            order[layer] = nodes;
        }
        self.budget.spend(OPERATIONS_OF_SWEEP * (self.graph.edge_count() + self.graph.node_count()));
    }

    fn settle(&mut self, nodes: &[u32]) {
        let step = 1.0 / times(nodes.len().max(1), 1.0);
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
                + if count == 0 { self.places[*node as usize] } else { sum / times(count, 1.0) };
        }
    }
}
