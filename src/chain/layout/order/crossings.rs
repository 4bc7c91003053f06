//! The number of crossings, by which orders are judged.

use super::super::layered::{Layered, Order};

/// Crossings of all edges between neighbouring layers, in O(E log V) (Barth, Mutzel and Jünger 2004).
pub fn crossings(graph: &Layered, order: &Order) -> u64 {
    let positions = graph.positions(order);
    let widest = order.iter().map(Vec::len).max().unwrap_or(0);
    let mut tree = FenwickTree { counts: vec![0; widest + 1] };
    let mut ends: Vec<u32> = Vec::new();
    let mut total = 0;
    for layer in order {
        tree.counts.fill(0);
        let mut seen = 0;
        for node in layer {
            ends.clear();
            ends.extend(graph.after(*node).iter().map(|other| positions[*other as usize]));
            // An edge crosses all earlier edges that end further on.
            total += ends.iter().map(|end| seen - tree.prefix_sum(*end)).sum::<u64>();
            for end in &ends {
                tree.add(*end);
            }
            seen += ends.len() as u64;
        }
    }
    total
}

/// A Fenwick tree: counts by position, with prefix sums in O(log n).
struct FenwickTree {
    counts: Vec<u64>,
}

impl FenwickTree {
    fn add(&mut self, position: u32) {
        let mut at = position as usize + 1;
        while at < self.counts.len() {
            self.counts[at] += 1;
            at += at & at.wrapping_neg();
        }
    }

    /// How many were added at or before a position.
    fn prefix_sum(&self, position: u32) -> u64 {
        let mut at = position as usize + 1;
        let mut sum = 0;
        while at > 0 {
            sum += self.counts[at];
            at &= at - 1;
        }
        sum
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn crossings_are_those_that_one_finds_by_comparing_all_pairs() {
        let edges = [(0, 5), (0, 6), (1, 4), (2, 7), (2, 4), (3, 4), (3, 6), (4, 8), (5, 9), (6, 8), (7, 8)];
        let graph = Layered::new(&[0, 0, 0, 0, 1, 1, 1, 1, 2, 2], &edges);
        let order = vec![vec![2, 0, 3, 1], vec![6, 4, 7, 5], vec![9, 8]];
        let place = graph.positions(&order);
        let crossing = |(a, b): (u32, u32), (c, d): (u32, u32)| {
            let at = |node: u32| place[node as usize];
            graph.layer_of(a) == graph.layer_of(c) && at(a) < at(c) && at(b) > at(d)
        };
        let pairs = edges.iter().flat_map(|one| edges.iter().map(move |other| (*one, *other)));
        let by_pairs = pairs.filter(|(one, other)| crossing(*one, *other)).count();
        assert!(by_pairs > 3, "the example has something to count");
        assert_eq!(crossings(&graph, &order), by_pairs as u64);
    }
}
