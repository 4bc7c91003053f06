//! The slowest swing of a graph: numbers for its nodes that differ little along edges, the seed of an order.
//!
//! It is the second eigenvector of the lazy random walk, found by Chebyshev's iteration.

use super::layered::Layered;

/// Swings faster than this share of the slowest are damped.
const DAMPED: f32 = 0.9;
/// After so many steps the vector is made small again, and the mean of every layer taken out:
/// a swing from layer to layer says nothing of the order within one.
const TIDY: usize = 4;

pub(super) struct Swing<'a> {
    graph: &'a Layered,
    now: Vec<f32>,
    before: Vec<f32>,
    /// Per node one over its number of neighbours.
    share: Vec<f32>,
}

impl<'a> Swing<'a> {
    /// Begins with numbers that `roll` gives.
    pub(super) fn new(graph: &'a Layered, mut roll: impl FnMut() -> f32) -> Self {
        let nodes = 0..super::wiring::number(graph.node_count());
        let share = nodes.map(|node| {
            let degree = graph.before(node).len() + graph.after(node).len();
            if degree == 0 { 0.0 } else { 1.0 / super::times(degree, 1.0) }
        });
        let share: Vec<f32> = share.collect();
        let now: Vec<f32> = share.iter().map(|_| roll() - 0.5).collect();
        let before = vec![0.0; now.len()];
        Self { graph, now, before, share }
    }

    /// Per node its place in the swing after so many steps.
    pub(super) fn slowest(mut self, steps: usize) -> Vec<f32> {
        for step in 0..steps {
            if step.is_multiple_of(TIDY) {
                self.tidy();
            }
            let factor = if step == 0 { 1.0 } else { 2.0 };
            for node in 0..self.now.len() {
                let number = super::wiring::number(node);
                let around = self.graph.before(number).iter().chain(self.graph.after(number));
                let sum: f32 = around.map(|other| self.now[*other as usize]).sum();
                let walked = f32::midpoint(self.now[node], sum * self.share[node]);
                let mapped = 2.0 / DAMPED * walked - self.now[node];
                // The value of two steps ago makes room for the next one.
                self.before[node] = factor * mapped - self.before[node];
            }
            std::mem::swap(&mut self.now, &mut self.before);
        }
        self.now
    }

    fn tidy(&mut self) {
        let layers = self.graph.natural();
        for values in [&mut self.now, &mut self.before] {
            for nodes in layers {
                let (mut sum, mut weight) = (0.0, 0.0);
                for node in nodes {
                    let share = self.share[*node as usize];
                    if share > 0.0 {
                        sum += values[*node as usize] / share;
                        weight += 1.0 / share;
                    }
                }
                let mean = if weight > 0.0 { sum / weight } else { 0.0 };
                for node in nodes {
                    values[*node as usize] -= mean;
                }
            }
        }
        let size = self.now.iter().map(|value| value.abs()).fold(1e-20, f32::max);
        self.now.iter_mut().chain(&mut self.before).for_each(|value| *value /= size);
    }
}
