//! Sifting (Matuszewski, Schönfeld and Molitor 1999): every box in turn goes to the place within its layer where its
//! edges have the fewest crossings.

use super::{
    super::{
        layered::{Layered, Order},
        wiring::number,
    },
    budget::Budget,
};

/// Moves single boxes, within their blocks and ranks. Slots move with their whole chain: see `ChainDp`.
pub(super) struct Sifter<'a> {
    graph: &'a Layered,
    positions: Vec<u32>,
    /// The sorted places of neighbours of the layer at hand, node after node.
    places: Vec<u32>,
}

/// A node of the layer at hand.
#[derive(Clone, Copy)]
struct SiftedNode {
    node: u32,
    /// Bounds in `places`: its neighbours in the layer before are `range[0]..range[1]`, in the next one
    /// `range[1]..range[2]`.
    range: [u32; 3],
}

impl<'a> Sifter<'a> {
    pub(super) fn new(graph: &'a Layered) -> Self {
        Self { graph, positions: Vec::new(), places: Vec::new() }
    }

    /// Sifts every layer, forward and back; a box moves at most `reach` places at a time.
    pub(super) fn round(&mut self, order: &mut Order, reach: usize, budget: &mut Budget<'_>) {
        self.positions = self.graph.positions(order);
        let layers = 0..order.len();
        for layer in layers.clone().chain(layers.rev().skip(1)) {
            if budget.is_spent() {
                return;
            }
            self.layer(&mut order[layer], reach, budget);
        }
    }

    fn layer(&mut self, nodes: &mut [u32], reach: usize, budget: &mut Budget<'_>) {
        let mut items = self.collect(nodes);
        let mean_degree = self.places.len() / nodes.len().max(1) + 1;
        budget.spend(nodes.len() * (8 + mean_degree));
        for node in &*nodes {
            let from = self.positions[*node as usize] as usize;
            let item = items[from];
            let degree = (item.range[2] - item.range[0]) as usize;
            if degree == 0 || self.graph.block_of(item.node).is_none() {
                continue;
            }
            let (to, seen) = self.best_place(&items, from, reach);
            budget.spend(seen * (2 + degree.min(4) * mean_degree));
            let moved = match from.cmp(&to) {
                std::cmp::Ordering::Less => {
                    items[from..=to].rotate_left(1);
                    from..=to
                }
                std::cmp::Ordering::Greater => {
                    items[to..=from].rotate_right(1);
                    to..=from
                }
                std::cmp::Ordering::Equal => continue,
            };
            for place in moved {
                self.positions[items[place].node as usize] = number(place);
            }
        }
        nodes.iter_mut().zip(items).for_each(|(node, item)| *node = item.node);
    }

    /// The place with the fewest crossings for the node at `from`, the nearest of equals; and how many places were
    /// tried.
    fn best_place(&self, items: &[SiftedNode], from: usize, reach: usize) -> (usize, usize) {
        let item = items[from];
        let (mut least, mut place) = (0, from);
        let (mut sum, mut seen) = (0, 1);
        for at in (from.saturating_sub(reach)..from).rev() {
            if !self.graph.may_pass(items[at].node, item.node) {
                break;
            }
            sum += self.gain(&items[at], &item);
            seen += 1;
            if sum < least {
                (least, place) = (sum, at);
            }
        }
        sum = 0;
        for (at, other) in items.iter().enumerate().skip(from + 1).take(reach) {
            if !self.graph.may_pass(item.node, other.node) {
                break;
            }
            sum += self.gain(&item, other);
            seen += 1;
            if sum < least {
                (least, place) = (sum, at);
            }
        }
        (place, seen)
    }

    /// By how much the crossings grow when `upper` and `lower` change places.
    #[inline]
    fn gain(&self, upper: &SiftedNode, lower: &SiftedNode) -> i32 {
        let half =
            |item: &SiftedNode, half: usize| &self.places[item.range[half] as usize..item.range[half + 1] as usize];
        balance(half(upper, 0), half(lower, 0)) + balance(half(upper, 1), half(lower, 1))
    }

    fn collect(&mut self, nodes: &[u32]) -> Vec<SiftedNode> {
        self.places.clear();
        let item = |node: &u32| {
            let mut range = [number(self.places.len()); 3];
            for (half, neighbours) in [self.graph.before(*node), self.graph.after(*node)].into_iter().enumerate() {
                let start = self.places.len();
                self.places.extend(neighbours.iter().map(|other| self.positions[*other as usize]));
                self.places[start..].sort_unstable();
                range[half + 1] = number(self.places.len());
            }
            SiftedNode { node: *node, range }
        };
        nodes.iter().map(item).collect()
    }
}

/// Pairs in rising order minus pairs in falling order, of two sorted lists.
#[inline]
fn balance(upper: &[u32], lower: &[u32]) -> i32 {
    let one = |a: u32, b: u32| i32::from(b > a) - i32::from(b < a);
    match (upper, lower) {
        ([], _) | (_, []) => 0,
        ([a], [b]) => one(*a, *b),
        ([a], many) => many.iter().map(|b| one(*a, *b)).sum(),
        (many, [b]) => many.iter().map(|a| one(*a, *b)).sum(),
        _ if upper.len() * lower.len() <= 16 => {
            upper.iter().map(|a| lower.iter().map(|b| one(*a, *b)).sum::<i32>()).sum()
        }
        _ => merged_balance(upper, lower),
    }
}

fn merged_balance(upper: &[u32], lower: &[u32]) -> i32 {
    let (mut below, mut upto, mut sum) = (0, 0, 0_i64);
    for a in upper {
        while lower.get(below).is_some_and(|b| b < a) {
            below += 1;
        }
        upto = upto.max(below);
        while lower.get(upto).is_some_and(|b| b <= a) {
            upto += 1;
        }
        sum += i64::from(number(lower.len() - upto)) - i64::from(number(below));
    }
    i32::try_from(sum).unwrap_or_default()
}
