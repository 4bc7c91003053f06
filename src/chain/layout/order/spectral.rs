//! Spectral ordering: numbers for the nodes that differ little along edges, to start from.
//!
//! They are the Fiedler vector: the second eigenvector of the lazy random walk, found by Chebyshev iteration. A dummy
//! chain is one point of the walk, as its slots would only slow down convergence.

use super::{
    super::{
        layered::{Layered, Neighbours},
        times,
        wiring::number,
    },
    dummy_chains::DummyChain,
};

/// Eigenvalues below this are damped. Chosen by hand.
const DAMPED: f32 = 0.9;
/// Steps between two normalisations. These also take out the mean of every layer, as a difference between layers says
/// nothing of the order within one. Chosen by hand.
const NORMALISE: usize = 4;

/// The graph with a point per box and per dummy chain.
pub(super) struct Spectral {
    /// Per node its point.
    point: Vec<u32>,
    /// The points of each layer, and last the dummy chains.
    layers: Vec<Vec<u32>>,
    around: Neighbours,
    /// Per point 1 / degree; 0 without neighbours.
    share: Vec<f32>,
}

impl Spectral {
    pub(super) fn new(graph: &Layered, chains: &[DummyChain]) -> Self {
        let mut point = vec![u32::MAX; graph.node_count()];
        let mut layers = vec![Vec::new(); graph.natural().len()];
        for (chain, slots) in (0..).zip(chains) {
            for slot in slots {
                point[*slot as usize] = chain;
            }
        }
        let mut count = number(chains.len());
        for (node, point) in (0..).zip(&mut point).filter(|(_, point)| **point == u32::MAX) {
            *point = count;
            layers[graph.layer_of(node) as usize].push(count);
            count += 1;
        }
        layers.push((0..number(chains.len())).collect());
        let ends = graph.edges().map(|(from, to)| (point[from as usize], point[to as usize]));
        let pairs = ends.filter(|(from, to)| from != to).flat_map(|(from, to)| [(from, to), (to, from)]);
        let around = Neighbours::new(count as usize, pairs);
        let share = (0..count).map(|point| match around.of(point).len() {
            0 => 0.0,
            degree => 1.0 / times(degree, 1.0),
        });
        Self { share: share.collect(), point, layers, around }
    }

    /// What an iteration costs, in operations.
    pub(super) fn size(&self) -> usize {
        self.share.len() + self.around.len()
    }

    /// Per node its entry of the vector after `steps` iterations, from random numbers.
    pub(super) fn fiedler_vector(&self, steps: usize, mut unit: impl FnMut() -> f32) -> Vec<f32> {
        let mut now: Vec<f32> = self.share.iter().map(|_| unit() - 0.5).collect();
        let mut before = vec![0.0; now.len()];
        for step in 0..steps {
            if step.is_multiple_of(NORMALISE) {
                self.normalise([&mut now, &mut before]);
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

    /// Takes out the mean of every layer, and scales so that the largest number is 1.
    fn normalise(&self, [now, before]: [&mut Vec<f32>; 2]) {
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
