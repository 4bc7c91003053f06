//! Sifting: every node in turn goes to the place within its layer where it crosses least.

use super::{
    layered::{Layered, Order},
    order::Budget,
};

/// Moves single nodes; keeps blocks and ranks.
pub(super) struct Sifter<'a> {
    graph: &'a Layered,
    positions: Vec<u32>,
    /// Per node of the layer at hand, the sorted places of its neighbours: first those before it, then those after it.
    places: Vec<u32>,
    /// Per node, where in `places` its own begin, where the second half begins, and where they end.
    range: Vec<[u32; 3]>,
}

impl<'a> Sifter<'a> {
    pub(super) fn new(graph: &'a Layered) -> Self {
        let range = vec![[0; 3]; graph.node_count()];
        Self { graph, positions: Vec::new(), places: Vec::new(), range }
    }

    /// Every layer once, to and fro.
    pub(super) fn round(&mut self, order: &mut Order, budget: &mut Budget) {
        self.positions = self.graph.positions(order);
        let layers = 0..order.len();
        for layer in layers.clone().chain(layers.rev().skip(1)) {
            if budget.is_spent() {
                return;
            }
            self.layer(&mut order[layer], budget);
        }
    }

    fn layer(&mut self, nodes: &mut [u32], budget: &mut Budget) {
        self.collect(nodes);
        let degrees = self.places.len() / nodes.len().max(1) + 1;
        let turn = nodes.to_vec();
        for node in turn {
            let from = self.positions[node as usize] as usize;
            let (to, seen) = self.best_place(nodes, from);
            budget.spend(seen * degrees);
            let moved = match from.cmp(&to) {
                std::cmp::Ordering::Less => {
                    nodes[from..=to].rotate_left(1);
                    from..=to
                }
                std::cmp::Ordering::Greater => {
                    nodes[to..=from].rotate_right(1);
                    to..=from
                }
                std::cmp::Ordering::Equal => continue,
            };
            for place in moved {
                self.positions[nodes[place] as usize] = super::wiring::number(place);
            }
        }
    }

    /// Where the node at `from` crosses least, the nearest of equals; and how many places were looked at.
    fn best_place(&self, nodes: &[u32], from: usize) -> (usize, usize) {
        let node = nodes[from];
        let [start, _, end] = self.range[node as usize];
        if start == end {
            return (from, 1);
        }
        let (mut best, mut place) = (0, from);
        let mut sum = 0;
        let mut seen = 1;
        for at in (0..from).rev() {
            if !self.graph.may_swap(nodes[at], node) {
                break;
            }
            sum += self.gain(nodes[at], node);
            seen += 1;
            if sum < best {
                (best, place) = (sum, at);
            }
        }
        sum = 0;
        for (at, other) in nodes.iter().enumerate().skip(from + 1) {
            if !self.graph.may_swap(node, *other) {
                break;
            }
            sum += self.gain(node, *other);
            seen += 1;
            if sum < best {
                (best, place) = (sum, at);
            }
        }
        (place, seen)
    }

    /// How many crossings more there are when `upper` and `lower` change places.
    fn gain(&self, upper: u32, lower: u32) -> i64 {
        let [start, middle, end] = self.range[upper as usize].map(|at| at as usize);
        let [other_start, other_middle, other_end] = self.range[lower as usize].map(|at| at as usize);
        let (upper, lower) = (&self.places[start..middle], &self.places[other_start..other_middle]);
        let before = balance(upper, lower);
        before + balance(&self.places[middle..end], &self.places[other_middle..other_end])
    }

    fn collect(&mut self, nodes: &[u32]) {
        self.places.clear();
        for node in nodes {
            let mut range = [super::wiring::number(self.places.len()); 3];
            for (half, neighbours) in [self.graph.before(*node), self.graph.after(*node)].into_iter().enumerate() {
                let start = self.places.len();
                self.places.extend(neighbours.iter().map(|other| self.positions[*other as usize]));
                self.places[start..].sort_unstable();
                range[half + 1] = super::wiring::number(self.places.len());
            }
            self.range[*node as usize] = range;
        }
    }
}

/// Pairs in rising order minus pairs in falling order, of two sorted lists.
fn balance(upper: &[u32], lower: &[u32]) -> i64 {
    if upper.len() * lower.len() <= 12 {
        let one = |a: u32, b: u32| i64::from(b > a) - i64::from(b < a);
        return upper.iter().map(|a| lower.iter().map(|b| one(*a, *b)).sum::<i64>()).sum();
    }
    let (mut below, mut upto, mut sum) = (0, 0, 0_i64);
    for a in upper {
        while lower.get(below).is_some_and(|b| b < a) {
            below += 1;
        }
        upto = upto.max(below);
        while lower.get(upto).is_some_and(|b| b <= a) {
            upto += 1;
        }
        sum += i64::from(super::wiring::number(lower.len() - upto)) - i64::from(super::wiring::number(below));
    }
    sum
}
