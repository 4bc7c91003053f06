//! A layered graph in which every edge joins neighbouring layers: what is put in order.

/// Per layer its nodes, from top to bottom.
pub type Order = Vec<Vec<u32>>;

/// A layered graph: long edges have been split, so that every edge joins neighbouring layers.
#[derive(Clone, Debug, Default)]
pub struct Layered {
    layer: Vec<u32>,
    before: Neighbours,
    after: Neighbours,
    /// The nodes of each layer in the order of their numbers.
    natural: Order,
    /// Boxes of a block stay together; a dummy node has no block and goes anywhere.
    pub(super) block: Vec<Option<u32>>,
    /// Nodes with a rank keep their order among each other.
    pub(super) rank: Vec<Option<u32>>,
}

/// Per node its neighbours on one side, in one list (compressed sparse rows).
#[derive(Clone, Debug, Default)]
pub(super) struct Neighbours {
    start: Vec<u32>,
    nodes: Vec<u32>,
}

impl Neighbours {
    /// The lists of `count` nodes, from pairs of a node and a neighbour.
    pub(super) fn new(count: usize, pairs: impl Iterator<Item = (u32, u32)> + Clone) -> Self {
        let mut start = vec![0_u32; count + 1];
        pairs.clone().for_each(|(node, _)| start[node as usize + 1] += 1);
        for node in 0..count {
            start[node + 1] += start[node];
        }
        let mut next = start.clone();
        let mut nodes = vec![0; start.last().map_or(0, |end| *end as usize)];
        for (node, other) in pairs {
            let at = &mut next[node as usize];
            nodes[*at as usize] = other;
            *at += 1;
        }
        Self { start, nodes }
    }

    /// The number of pairs.
    pub(super) fn len(&self) -> usize {
        self.nodes.len()
    }

    #[inline]
    pub(super) fn of(&self, node: u32) -> &[u32] {
        let node = node as usize;
        &self.nodes[self.start[node] as usize..self.start[node + 1] as usize]
    }
}

impl Layered {
    /// A graph of nodes with these layers; each edge goes from a layer to the next one.
    pub fn new(layers: &[u32], edges: &[(u32, u32)]) -> Self {
        let count = layers.iter().map(|layer| *layer as usize + 1).max().unwrap_or(0);
        let mut natural = vec![Vec::new(); count];
        for (node, layer) in (0..).zip(layers) {
            natural[*layer as usize].push(node);
        }
        Self {
            layer: layers.to_vec(),
            before: Neighbours::new(layers.len(), edges.iter().map(|(from, to)| (*to, *from))),
            after: Neighbours::new(layers.len(), edges.iter().copied()),
            natural,
            block: vec![None; layers.len()],
            rank: vec![None; layers.len()],
        }
    }

    /// Fixes the order of all blocks, and of all nodes with a block, as it is in `order`.
    pub(super) fn keep(&mut self, order: &Order) {
        for layer in order {
            let nodes = layer.iter().map(|node| *node as usize).filter(|node| self.block[*node].is_some());
            let nodes: Vec<usize> = nodes.collect();
            let (mut former, mut block) = (None, 0);
            for (rank, node) in (0..).zip(nodes) {
                if former.is_some() && former != self.block[node] {
                    block += 1;
                }
                former = self.block[node];
                self.block[node] = Some(block);
                self.rank[node] = Some(rank);
            }
        }
    }

    /// The number of nodes.
    pub fn node_count(&self) -> usize {
        self.layer.len()
    }

    /// The number of edges.
    pub fn edge_count(&self) -> usize {
        self.after.nodes.len()
    }

    /// All edges, from a layer to the next.
    pub fn edges(&self) -> impl Iterator<Item = (u32, u32)> + Clone + '_ {
        (0..).zip(&self.layer).flat_map(|(node, _)| self.after(node).iter().map(move |other| (node, *other)))
    }

    /// The layer of a node.
    #[inline]
    pub fn layer_of(&self, node: u32) -> u32 {
        self.layer[node as usize]
    }

    /// The block of a node; `None` for a dummy node.
    pub fn block_of(&self, node: u32) -> Option<u32> {
        self.block[node as usize]
    }

    /// Whether two neighbours of a layer may change places: boxes stay in their block and keep their ranks.
    pub(super) fn may_pass(&self, one: u32, other: u32) -> bool {
        let (block, rank) = (|node: u32| self.block[node as usize], |node: u32| self.rank[node as usize]);
        match (block(one), block(other)) {
            (Some(own), Some(theirs)) => own == theirs && (rank(one).is_none() || rank(other).is_none()),
            _ => true,
        }
    }

    /// Whether all boxes are in block 0.
    pub(super) fn has_one_block(&self) -> bool {
        self.block.iter().flatten().all(|block| *block == 0)
    }

    /// The nodes of each layer in the order of their numbers.
    pub fn natural(&self) -> &Order {
        &self.natural
    }

    /// Neighbours in the next layer.
    #[inline]
    pub fn after(&self, node: u32) -> &[u32] {
        self.after.of(node)
    }

    /// Neighbours in the layer before.
    #[inline]
    pub fn before(&self, node: u32) -> &[u32] {
        self.before.of(node)
    }

    /// Per node its position within its layer.
    pub fn positions(&self, order: &Order) -> Vec<u32> {
        let mut positions = vec![0; self.layer.len()];
        note_positions(order, &mut positions);
        positions
    }
}

/// Writes down, per node, its position within its layer.
pub(super) fn note_positions(order: &Order, positions: &mut [u32]) {
    for layer in order {
        for (position, node) in (0..).zip(layer) {
            positions[*node as usize] = position;
        }
    }
}
