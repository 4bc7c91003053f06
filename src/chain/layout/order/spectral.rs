//! The slowest swing of a graph: numbers for its nodes that differ little along edges, the seed of an order.
//!
//! It is the second eigenvector of the lazy random walk, found by Chebyshev's iteration. A line that passes
//! whole lanes is one point of the walk: its slots would only make the way longer, and the swing slower to settle.

use super::{
    super::{
        layered::{Layered, Neighbours},
        times,
        wiring::number,
    },
    dummy_chains::Line,
};

/// Swings faster than this share of the slowest are damped.
const DAMPED: f32 = 0.9;
/// After so many steps the numbers are made small again, and the mean of every layer taken out:
/// a swing from layer to layer says nothing of the order within one.
const TIDY: usize = 4;

/// The graph as points: the boxes, and the lines.
pub(super) struct Walk {
    /// Per node its point.
    point: Vec<u32>,
    /// The points of each layer, and last of all the lines.
    layers: Vec<Vec<u32>>,
    around: Neighbours,
    /// Per point one over its number of neighbours.
    share: Vec<f32>,
}

impl Walk {
    pub(super) fn new(graph: &Layered, lines: &[Line]) -> Self {
        let mut point = vec![u32::MAX; graph.node_count()];
        let mut layers = vec![Vec::new(); graph.natural().len()];
        for (line, slots) in (0..).zip(lines) {
            for slot in slots {
                point[*slot as usize] = line;
            }
        }
        let mut count = number(lines.len());
        for (node, point) in (0..).zip(&mut point).filter(|(_, point)| **point == u32::MAX) {
            *point = count;
            layers[graph.layer_of(node) as usize].push(count);
            count += 1;
        }
        layers.push((0..number(lines.len())).collect());
        let ends = graph.edges().map(|(from, to)| (point[from as usize], point[to as usize]));
        let pairs = ends.filter(|(from, to)| from != to).flat_map(|(from, to)| [(from, to), (to, from)]);
        let around = Neighbours::new(count as usize, pairs);
        let share = (0..count).map(|point| match around.of(point).len() {
            0 => 0.0,
            degree => 1.0 / times(degree, 1.0),
        });
        Self { share: share.collect(), point, layers, around }
    }

    /// What a step costs.
    pub(super) fn size(&self) -> usize {
        self.share.len() + self.around.len()
    }

    /// Per node its place in the swing after so many steps, from numbers that `roll` gives.
    pub(super) fn slowest(&self, steps: usize, mut roll: impl FnMut() -> f32) -> Vec<f32> {
        let mut now: Vec<f32> = self.share.iter().map(|_| roll() - 0.5).collect();
        let mut before = vec![0.0; now.len()];
        for step in 0..steps {
            if step.is_multiple_of(TIDY) {
                self.tidy([&mut now, &mut before]);
            }
            let factor = if step == 0 { 1.0 } else { 2.0 };
            for (point, before) in before.iter_mut().enumerate() {
                let sum: f32 = self.around.of(number(point)).iter().map(|other| now[*other as usize]).sum();
                let walked = f32::midpoint(now[point], sum * self.share[point]);
                let mapped = 2.0 / DAMPED * walked - now[point];
                // The value of two steps ago makes room for the next one.
                *before = factor * mapped - *before;
            }
            std::mem::swap(&mut now, &mut before);
        }
        self.point.iter().map(|point| now[*point as usize]).collect()
    }

    fn tidy(&self, [now, before]: [&mut Vec<f32>; 2]) {
        for values in [&mut *now, &mut *before] {
            for points in &self.layers {
                let (mut sum, mut weight) = (0.0, 0.0);
                for point in points {
                    let share = self.share[*point as usize];
                    if share > 0.0 {
                        sum += values[*point as usize] / share;
                        weight += 1.0 / share;
                    }
                }
                let mean = if weight > 0.0 { sum / weight } else { 0.0 };
                for point in points {
                    values[*point as usize] -= mean;
                }
            }
        }
        let size = now.iter().map(|value| value.abs()).fold(1e-20, f32::max);
        now.iter_mut().chain(before).for_each(|value| *value /= size);
    }
}
