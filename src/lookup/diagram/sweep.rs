//! One pass over all nodes: what can still be, for every condition at once.

use super::{Diagrams, ENDS, FAILS, MEETS, NodeId};
use crate::lookup::space::{Cube, Dimension, Level, Space};

/// What can still be, for every node at once: per node a bit for every answer, for *meets* and for *fails*.
///
/// Exact when `persons` holds, in each dimension, only answers that somebody in it really has.
#[derive(Debug)]
pub struct Sweep {
    words: usize,
    /// Per node the words of *meets*, and then those of *fails*.
    bits: Vec<u64>,
}

impl Sweep {
    /// Sweeps all nodes for the persons of a box.
    pub fn new(diagrams: &Diagrams, space: &Space, persons: &Cube) -> Self {
        let words = space.words();
        let everything = answer_bits(space, persons);
        let nothing = vec![0; words];
        let mut bits = Vec::with_capacity(2 * words * (diagrams.nodes.len() + ENDS));
        // The ends, in their order.
        for (meets, fails) in [(&nothing, &everything), (&everything, &nothing), (&nothing, &nothing)] {
            bits.extend_from_slice(meets);
            bits.extend_from_slice(fails);
        }
        let mut own = vec![0; 2 * words];
        for node in &diagrams.nodes {
            let level = usize::from(node.level);
            let first = node.first_edge as usize;
            let (mut meets_mask, mut fails_mask) = (0u32, 0u32);
            own.fill(0);
            for edge in &diagrams.edges[first..first + usize::from(node.edge_count)] {
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

    /// The answers with which somebody meets the condition; all zero when nobody does.
    pub fn meets(&self, root: NodeId) -> &[u64] {
        let first = root as usize * 2 * self.words;
        &self.bits[first..first + self.words]
    }

    /// The answers with which somebody does not meet the condition; all zero when everybody does.
    pub fn fails(&self, root: NodeId) -> &[u64] {
        let first = (root as usize * 2 + 1) * self.words;
        &self.bits[first..first + self.words]
    }
}

/// Per node, the answers at `level` with which somebody of `persons` meets it.
pub fn project(diagrams: &Diagrams, persons: &Cube, level: Level) -> Vec<u32> {
    let mut allowed = vec![0u32; diagrams.nodes.len() + ENDS];
    allowed[MEETS as usize] = persons.at(level);
    for (index, node) in diagrams.nodes.iter().enumerate() {
        let first = node.first_edge as usize;
        let own_level = usize::from(node.level);
        let mut found = 0;
        for edge in &diagrams.edges[first..first + usize::from(node.edge_count)] {
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

/// From which nodes the persons of many boxes reach one end: a pass over the nodes for every 128 boxes.
#[derive(Debug)]
pub struct ReachEach {
    chunks: Vec<Chunk>,
}

#[derive(Debug)]
struct Chunk {
    /// A bit for every box.
    all: u128,
    /// Per node, a bit for every box in which somebody reaches the end.
    reaching: Vec<u128>,
}

impl ReachEach {
    /// How many boxes a chunk holds.
    pub const CHUNK: usize = 128;

    /// Looks in all boxes for somebody who meets the conditions; `diagrams` must be shrunk.
    pub fn meeting(diagrams: &Diagrams, space: &Space, boxes: &[Cube]) -> Self {
        Self::reaching(diagrams, space, boxes, MEETS)
    }

    /// Looks in all boxes for somebody who does not meet the conditions; `diagrams` must be shrunk.
    pub fn failing(diagrams: &Diagrams, space: &Space, boxes: &[Cube]) -> Self {
        Self::reaching(diagrams, space, boxes, FAILS)
    }

    fn reaching(diagrams: &Diagrams, space: &Space, boxes: &[Cube], end: NodeId) -> Self {
        Self { chunks: boxes.chunks(Self::CHUNK).map(|boxes| Chunk::new(diagrams, space, boxes, end)).collect() }
    }

    /// Per chunk, a bit for every box in it.
    pub fn chunks(&self) -> impl ExactSizeIterator<Item = u128> {
        self.chunks.iter().map(|chunk| chunk.all)
    }

    /// A bit for every box of a chunk in which somebody is found.
    pub fn in_chunk(&self, chunk: usize, root: NodeId) -> u128 {
        self.chunks[chunk].reaching[root as usize]
    }

    /// Whether somebody is found in one box.
    pub fn in_box(&self, position: usize, root: NodeId) -> bool {
        self.in_chunk(position / Self::CHUNK, root) >> (position % Self::CHUNK) & 1 == 1
    }
}

impl Chunk {
    fn new(diagrams: &Diagrams, space: &Space, boxes: &[Cube], end: NodeId) -> Self {
        // Per answer, the boxes in which somebody may have it; then the same per literal.
        let mut allowing = vec![0u128; space.words() * 64];
        for (position, persons) in boxes.iter().enumerate() {
            for (dimension, mask) in space.dimensions().iter().zip(persons.masks()) {
                for answer in ones(*mask) {
                    allowing[dimension.offset + answer] |= 1 << position;
                }
            }
        }
        let open: Vec<u128> = diagrams
            .literals
            .iter()
            .map(|(level, mask)| {
                let offset = space.dimensions()[usize::from(*level)].offset;
                ones(*mask).fold(0, |open, answer| open | allowing[offset + answer])
            })
            .collect();
        let all = u128::MAX >> (ReachEach::CHUNK - boxes.len());
        let mut reaching = Vec::with_capacity(diagrams.nodes.len() + ENDS);
        reaching.resize(ENDS, 0);
        reaching[end as usize] = all;
        for node in &diagrams.nodes {
            let edges = node.first_edge as usize..node.first_edge as usize + usize::from(node.edge_count);
            let edges = diagrams.edges[edges.clone()].iter().zip(&diagrams.literal_of_edge[edges]);
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

/// Adds the child's bits to the node's; whether the child had any.
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
