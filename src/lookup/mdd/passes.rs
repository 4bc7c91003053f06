//! Passes over all nodes, children first: one answer for every condition at once.

use super::{ENDS, FAILS, MEETS, MddStore, NodeId};
use crate::lookup::space::{Cube, Dimension, Level, Space};

/// Per node, a bit for every answer that somebody of a cube has who meets it, and for every answer of who fails it.
///
/// Exact when the cube has no answer that nobody in it can have: see [`Index::propagate`].
///
/// [`Index::propagate`]: crate::lookup::Index::propagate
#[derive(Debug)]
pub struct BottomUpPass {
    words: usize,
    /// Per node the words of *meets*, and then those of *fails*.
    bits: Vec<u64>,
}

impl BottomUpPass {
    /// Visits all nodes once, for the persons of a cube.
    pub fn new(mdds: &MddStore, space: &Space, persons: &Cube) -> Self {
        let words = space.words();
        let everything = answer_bits(space, persons);
        let nothing = vec![0; words];
        let mut bits = Vec::with_capacity(2 * words * (mdds.nodes.len() + ENDS));
        // The ends, in their order.
        for (meets, fails) in [(&nothing, &everything), (&everything, &nothing), (&nothing, &nothing)] {
            bits.extend_from_slice(meets);
            bits.extend_from_slice(fails);
        }
        let mut own = vec![0; 2 * words];
        for node in &mdds.nodes {
            let level = usize::from(node.level);
            let first = node.first_edge as usize;
            let (mut meets_mask, mut fails_mask) = (0u32, 0u32);
            own.fill(0);
            for edge in &mdds.edges[first..first + usize::from(node.edge_count)] {
                let mask = edge.mask & persons.at(level);
                if mask == 0 {
                    continue;
                }
                let child = edge.child as usize * 2 * words;
                let child = &bits[child..child + 2 * words];
                if merge(&mut own[..words], &child[..words]) {
                    meets_mask |= mask;
                }
                if merge(&mut own[words..], &child[words..]) {
                    fails_mask |= mask;
                }
            }
            let dimension = &space.dimensions()[level];
            set_dimension(&mut own[..words], dimension, meets_mask);
            set_dimension(&mut own[words..], dimension, fails_mask);
            bits.extend_from_slice(&own);
        }
        Self { words, bits }
    }

    /// The answers with which somebody meets the condition; all zero when nobody meets it.
    pub fn meets(&self, root: NodeId) -> &[u64] {
        let first = root as usize * 2 * self.words;
        &self.bits[first..first + self.words]
    }

    /// The answers with which somebody does not meet the condition; all zero when everybody meets it.
    pub fn fails(&self, root: NodeId) -> &[u64] {
        let first = (root as usize * 2 + 1) * self.words;
        &self.bits[first..first + self.words]
    }
}

/// Per node, the share of some persons that meet it and the share that do not, when each answer that is still possible to
/// each question counts alike; who cannot be counts for neither.
#[derive(Debug)]
pub struct SharesPass {
    shares: Vec<Shares>,
}

#[derive(Clone, Copy, Debug)]
struct Shares {
    meets: f64,
    fails: f64,
}

impl SharesPass {
    /// Visits all nodes once, for the persons of a cube; `mdds` must be compact.
    pub fn new(mdds: &MddStore, persons: &Cube) -> Self {
        let of_literal: Vec<f64> = mdds
            .literals
            .iter()
            .map(|(level, mask)| {
                let possible = persons.at(usize::from(*level));
                f64::from((mask & possible).count_ones()) / f64::from(possible.count_ones().max(1))
            })
            .collect();
        let mut shares = Vec::with_capacity(mdds.nodes.len() + ENDS);
        // The ends, in their order.
        shares.extend([(0.0, 1.0), (1.0, 0.0), (0.0, 0.0)].map(|(meets, fails)| Shares { meets, fails }));
        for node in &mdds.nodes {
            let edges = node.first_edge as usize..node.first_edge as usize + usize::from(node.edge_count);
            let mut own = Shares { meets: 0.0, fails: 0.0 };
            for (edge, literal) in mdds.edges[edges.clone()].iter().zip(&mdds.literal_of_edge[edges]) {
                let (weight, below): (f64, Shares) = (of_literal[*literal as usize], shares[edge.child as usize]);
                own.meets += weight * below.meets;
                own.fails += weight * below.fails;
            }
            shares.push(own);
        }
        Self { shares }
    }

    /// The share of those persons that meet a condition.
    pub fn likelihood(&self, root: NodeId) -> f64 {
        let Shares { meets, fails } = self.shares[root as usize];
        if meets > 0.0 { meets / (meets + fails) } else { 0.0 }
    }
}

/// Per node, the answers at `level` with which somebody of `persons` meets it.
pub fn project(mdds: &MddStore, persons: &Cube, level: Level) -> Vec<u32> {
    let mut allowed = vec![0u32; mdds.nodes.len() + ENDS];
    allowed[MEETS as usize] = persons.at(level);
    for (index, node) in mdds.nodes.iter().enumerate() {
        let first = node.first_edge as usize;
        let own_level = usize::from(node.level);
        let mut found = 0;
        for edge in &mdds.edges[first..first + usize::from(node.edge_count)] {
            let mask = edge.mask & persons.at(own_level);
            let below = allowed[edge.child as usize];
            if mask != 0 && below != 0 {
                found |= if own_level == level { mask } else { below };
            }
        }
        allowed[index + ENDS] = found;
    }
    allowed
}

/// From which nodes the persons of each of many cubes reach one end: one pass over the nodes for every 128 cubes.
#[derive(Debug)]
pub struct BatchReach {
    chunks: Vec<Chunk>,
}

#[derive(Debug)]
struct Chunk {
    /// A bit for every cube.
    all: u128,
    /// Per node, a bit for every cube in which somebody reaches the end.
    reaching: Vec<u128>,
}

impl BatchReach {
    /// The number of cubes in a chunk: the bits of a `u128`.
    pub const CHUNK: usize = 128;

    /// Asks for each cube whether somebody in it meets the conditions; `mdds` must be compact.
    pub fn meeting(mdds: &MddStore, space: &Space, cubes: &[Cube]) -> Self {
        Self::reaching(mdds, space, cubes, MEETS)
    }

    /// Asks for each cube whether somebody in it fails the conditions; `mdds` must be compact.
    pub fn failing(mdds: &MddStore, space: &Space, cubes: &[Cube]) -> Self {
        Self::reaching(mdds, space, cubes, FAILS)
    }

    fn reaching(mdds: &MddStore, space: &Space, cubes: &[Cube], end: NodeId) -> Self {
        Self { chunks: cubes.chunks(Self::CHUNK).map(|cubes| Chunk::new(mdds, space, cubes, end)).collect() }
    }

    /// Per chunk, a bit for every cube in it.
    pub fn chunks(&self) -> impl ExactSizeIterator<Item = u128> {
        self.chunks.iter().map(|chunk| chunk.all)
    }

    /// A bit for every cube of a chunk in which somebody reaches the end.
    pub fn in_chunk(&self, chunk: usize, root: NodeId) -> u128 {
        self.chunks[chunk].reaching[root as usize]
    }

    /// Whether somebody in one cube reaches the end.
    pub fn in_cube(&self, position: usize, root: NodeId) -> bool {
        self.in_chunk(position / Self::CHUNK, root) >> (position % Self::CHUNK) & 1 == 1
    }
}

impl Chunk {
    fn new(mdds: &MddStore, space: &Space, cubes: &[Cube], end: NodeId) -> Self {
        // Per answer the cubes that allow it; then the same per literal.
        let mut allowing = vec![0u128; space.words() * 64];
        for (position, persons) in cubes.iter().enumerate() {
            for (dimension, mask) in space.dimensions().iter().zip(persons.masks()) {
                for answer in ones(*mask) {
                    allowing[dimension.offset + answer] |= 1 << position;
                }
            }
        }
        let open: Vec<u128> = mdds
            .literals
            .iter()
            .map(|(level, mask)| {
                let offset = space.dimensions()[usize::from(*level)].offset;
                ones(*mask).fold(0, |open, answer| open | allowing[offset + answer])
            })
            .collect();
        let all = u128::MAX >> (BatchReach::CHUNK - cubes.len());
        let mut reaching = Vec::with_capacity(mdds.nodes.len() + ENDS);
        reaching.resize(ENDS, 0);
        reaching[end as usize] = all;
        for node in &mdds.nodes {
            let edges = node.first_edge as usize..node.first_edge as usize + usize::from(node.edge_count);
            let edges = mdds.edges[edges.clone()].iter().zip(&mdds.literal_of_edge[edges]);
            let own =
                edges.fold(0, |own, (edge, literal)| own | reaching[edge.child as usize] & open[*literal as usize]);
            reaching.push(own);
        }
        Self { all, reaching }
    }
}

/// The positions of the bits that are set.
fn ones(mut mask: u32) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        let position = (mask != 0).then(|| mask.trailing_zeros() as usize);
        mask &= mask.wrapping_sub(1);
        position
    })
}

/// A bit for every answer that is possible in `persons`.
pub fn answer_bits(space: &Space, persons: &Cube) -> Vec<u64> {
    let mut bits = vec![0; space.words()];
    for (dimension, mask) in space.dimensions().iter().zip(persons.masks()) {
        set_dimension(&mut bits, dimension, *mask);
    }
    bits
}

/// The answers of one dimension out of the bits of all.
pub fn dimension_mask(space: &Space, level: Level, bits: &[u64]) -> u32 {
    let dimension = &space.dimensions()[level];
    let (word, shift) = (dimension.offset / 64, dimension.offset % 64);
    let low = bits[word] >> shift;
    let high = if shift == 0 { 0 } else { bits.get(word + 1).map_or(0, |next| next << (64 - shift)) };
    u32::try_from((low | high) & u64::from(dimension.full())).unwrap_or(0)
}

/// Adds the child's bits to the node's; returns whether the child had any.
fn merge(own: &mut [u64], child: &[u64]) -> bool {
    let mut any = 0;
    for (own, child) in own.iter_mut().zip(child) {
        any |= child;
        *own |= child;
    }
    any != 0
}

fn set_dimension(bits: &mut [u64], dimension: &Dimension, mask: u32) {
    let (word, shift) = (dimension.offset / 64, dimension.offset % 64);
    let full = u64::from(dimension.full());
    bits[word] = bits[word] & !(full << shift) | u64::from(mask) << shift;
    if shift > 32 && word + 1 < bits.len() {
        let spill = 64 - shift;
        bits[word + 1] = bits[word + 1] & !(full >> spill) | u64::from(mask) >> spill;
    }
}
