//! Reduced ordered multi-valued decision diagrams (MDDs) over the dimensions of the space of persons.
//!
//! Bryant, "Graph-based algorithms for boolean function manipulation" (1986), with a branch per set of answers instead
//! of two: Kam, Villa, Brayton and Sangiovanni-Vincentelli, "Multi-valued decision diagrams" (1998).
//! A diagram asks the dimensions in order and ends in *fails*, *meets* or *impossible*. All diagrams share one store,
//! in which equal nodes are the same node (hash-consing), children come before their parents, and no node asks what
//! makes no difference. So a question about all conditions at once is a single pass over the nodes.

mod boxes;
mod count;
mod pairs;
mod passes;

pub use boxes::Walk;
pub use count::{Counted, Counter};
pub use pairs::Pair;
pub use passes::{BatchReach, BottomUpPass, SharesPass, answer_bits, dimension_mask, project};

use std::hash::BuildHasher as _;

use rustc_hash::{FxBuildHasher, FxHashMap};

use super::{
    Verdict,
    space::{Cube, Dimension, Level, Space},
};

/// A node, or one of the three ends.
pub type NodeId = u32;

/// The person does not meet the condition.
pub const FAILS: NodeId = 0;
/// The person meets the condition.
pub const MEETS: NodeId = 1;
/// There is no such person.
pub const IMPOSSIBLE: NodeId = 2;
const ENDS: usize = 3;

#[derive(Clone, Copy, Debug)]
struct Node {
    level: u16,
    edge_count: u16,
    first_edge: u32,
}

/// A set of answers, and the child to which they lead.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Edge {
    /// The answers, as bits.
    pub mask: u32,
    /// The node to which they lead.
    pub child: NodeId,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Operation {
    And,
    Or,
    Not,
    /// The first within the care set of the second: impossible where the second fails.
    Restrict,
}

/// The edges of a node at some level, by position: the list itself grows while nodes are added.
enum EdgesAt {
    /// The node asks that level.
    Own(Node),
    /// The node does not: one edge with all answers leads to it.
    Around(Edge),
}

impl EdgesAt {
    fn count(&self) -> usize {
        match self {
            Self::Own(node) => usize::from(node.edge_count),
            Self::Around(_) => 1,
        }
    }
}

/// Diagrams that share their nodes.
#[derive(Clone, Debug, Default)]
pub struct MddStore {
    nodes: Vec<Node>,
    edges: Vec<Edge>,
    /// Made by `compact`: the distinct pairs of level and mask, and per edge the position of its own.
    literals: Vec<(u16, u32)>,
    literal_of_edge: Vec<u32>,
    full: Vec<u32>,
    /// The unique table: per hash of level and edges the last node with that hash, and per node the one before it
    /// with the same hash; `IMPOSSIBLE` when there is none.
    unique: FxHashMap<u64, NodeId>,
    same_hash: Vec<NodeId>,
    memo: FxHashMap<(Operation, NodeId, NodeId), NodeId>,
    /// How many steps of building were taken, and how many may be.
    steps: u64,
    most_steps: u64,
}

impl MddStore {
    /// An empty store for diagrams over the dimensions of `space`.
    pub fn new(space: &Space) -> Self {
        Self { full: space.dimensions().iter().map(Dimension::full).collect(), most_steps: u64::MAX, ..Self::default() }
    }

    /// Lets building go on for at most this many steps from now. A diagram that takes more is none: see
    /// [`MddStore::is_exhausted`].
    pub fn allow(&mut self, steps: u64) {
        self.most_steps = self.steps.saturating_add(steps);
    }

    /// How many steps of building were taken; a step makes at most one node.
    pub fn steps(&self) -> u64 {
        self.steps
    }

    /// Whether building was broken off: then what it gave means nothing.
    pub fn is_exhausted(&self) -> bool {
        self.steps > self.most_steps
    }

    /// The number of nodes, ends not counted.
    pub fn node_count(&self) -> usize {
        self.nodes.len()
    }

    /// The level of a node, and its edges; `None` for an end.
    pub fn node(&self, id: NodeId) -> Option<(Level, &[Edge])> {
        let node = self.nodes.get((id as usize).checked_sub(ENDS)?)?;
        let first = node.first_edge as usize;
        Some((usize::from(node.level), &self.edges[first..first + usize::from(node.edge_count)]))
    }

    /// The condition that the answer at `level` is one of `mask`.
    pub fn literal(&mut self, level: Level, mask: u32) -> NodeId {
        let full = self.full[level];
        let mask = mask & full;
        self.make(level, vec![Edge { mask, child: MEETS }, Edge { mask: full & !mask, child: FAILS }])
    }

    /// The condition that both are met.
    pub fn and(&mut self, a: NodeId, b: NodeId) -> NodeId {
        self.apply(Operation::And, a, b)
    }

    /// The condition that at least one is met.
    pub fn or(&mut self, a: NodeId, b: NodeId) -> NodeId {
        self.apply(Operation::Or, a, b)
    }

    /// The condition that it is not met; what is impossible stays impossible.
    pub fn not(&mut self, a: NodeId) -> NodeId {
        match a {
            FAILS => MEETS,
            MEETS => FAILS,
            IMPOSSIBLE => IMPOSSIBLE,
            _ => {
                let key = (Operation::Not, a, a);
                if let Some(&known) = self.memo.get(&key) {
                    return known;
                }
                let Some((level, edges)) = self.node(a) else { return IMPOSSIBLE };
                let edges = edges.to_vec();
                let flipped =
                    edges.into_iter().map(|edge| Edge { mask: edge.mask, child: self.not(edge.child) }).collect();
                let node = self.make(level, flipped);
                self.memo.insert(key, node);
                node
            }
        }
    }

    /// `a` for the persons who meet `care`, impossible for all others.
    pub fn restrict(&mut self, a: NodeId, care: NodeId) -> NodeId {
        self.apply(Operation::Restrict, a, care)
    }

    /// The levels that a diagram asks, in order.
    pub fn support(&self, root: NodeId) -> Vec<Level> {
        let mut levels = Vec::new();
        let mut seen = rustc_hash::FxHashSet::default();
        let mut open = vec![root];
        while let Some(id) = open.pop() {
            if let Some((level, edges)) = self.node(id)
                && seen.insert(id)
            {
                levels.push(level);
                open.extend(edges.iter().map(|edge| edge.child));
            }
        }
        levels.sort_unstable();
        levels.dedup();
        levels
    }

    /// Whether a person of `persons` reaches *meets*, and whether one reaches *fails*.
    pub fn reach(&self, root: NodeId, persons: &Cube) -> Reach {
        let mut seen = rustc_hash::FxHashSet::default();
        let mut open = vec![root];
        let mut reach = Reach::default();
        while let Some(id) = open.pop() {
            match id {
                FAILS => reach.fails = true,
                MEETS => reach.meets = true,
                IMPOSSIBLE => {}
                _ if !seen.insert(id) => {}
                _ => {
                    let Some((level, edges)) = self.node(id) else { continue };
                    open.extend(edges.iter().filter(|edge| edge.mask & persons.at(level) != 0).map(|edge| edge.child));
                }
            }
            if reach.meets && reach.fails {
                break;
            }
        }
        reach
    }

    /// The share of `persons` that meet it, when each answer that is still possible to each question counts alike. For
    /// many conditions [`SharesPass`] is less work.
    pub fn likelihood(&self, root: NodeId, persons: &Cube) -> f64 {
        let (meets, fails) = self.shares(root, persons, &mut FxHashMap::default());
        if meets > 0.0 { meets / (meets + fails) } else { 0.0 }
    }

    /// The shares of `persons` that meet it and that do not; who cannot be counts for neither.
    fn shares(&self, id: NodeId, persons: &Cube, known: &mut FxHashMap<NodeId, (f64, f64)>) -> (f64, f64) {
        match id {
            FAILS => return (0.0, 1.0),
            MEETS => return (1.0, 0.0),
            IMPOSSIBLE => return (0.0, 0.0),
            _ => {}
        }
        if let Some(shares) = known.get(&id) {
            return *shares;
        }
        // As deep as there are questions at most.
        let Some((level, edges)) = self.node(id) else { return (0.0, 0.0) };
        let possible = persons.at(level);
        let (mut meets, mut fails) = (0.0, 0.0);
        for edge in edges {
            let weight = f64::from((edge.mask & possible).count_ones()) / f64::from(possible.count_ones().max(1));
            let below = self.shares(edge.child, persons, known);
            meets += weight * below.0;
            fails += weight * below.1;
        }
        known.insert(id, (meets, fails));
        (meets, fails)
    }

    /// Whether a person of `persons` reaches *meets*: less work than [`MddStore::reach`].
    pub fn reach_meets(&self, root: NodeId, persons: &Cube) -> bool {
        let mut seen = rustc_hash::FxHashSet::default();
        let mut open = vec![root];
        while let Some(id) = open.pop() {
            if id == MEETS {
                return true;
            }
            let Some((level, edges)) = self.node(id) else { continue };
            if seen.insert(id) {
                open.extend(edges.iter().filter(|edge| edge.mask & persons.at(level) != 0).map(|edge| edge.child));
            }
        }
        false
    }

    /// Whether a person of `persons` meets all of these, and whether one fails at least one of them.
    pub fn joint_reach(&self, roots: &[NodeId], persons: &Cube) -> Reach {
        let mut seen = rustc_hash::FxHashSet::default();
        let mut open = vec![(roots.to_vec(), false)];
        let mut reach = Reach::default();
        while let Some((mut nodes, mut fails)) = open.pop() {
            if nodes.contains(&IMPOSSIBLE) {
                continue;
            }
            fails |= nodes.contains(&FAILS);
            nodes.retain(|node| !matches!(*node, MEETS | FAILS));
            nodes.sort_unstable();
            nodes.dedup();
            let level = nodes.iter().filter_map(|node| self.node(*node).map(|(level, _)| level)).min();
            let Some(level) = level else {
                reach.fails |= fails;
                reach.meets |= !fails;
                if reach.meets && reach.fails {
                    break;
                }
                continue;
            };
            if !seen.insert((nodes.clone(), fails)) {
                continue;
            }
            let mut answers = persons.at(level);
            while answers != 0 {
                let answer = 1 << answers.trailing_zeros();
                answers &= answers - 1;
                let step = |node: &NodeId| match self.node(*node) {
                    Some((own, edges)) if own == level => {
                        edges.iter().find(|edge| edge.mask & answer != 0).map_or(IMPOSSIBLE, |edge| edge.child)
                    }
                    _ => *node,
                };
                open.push((nodes.iter().map(step).collect(), fails));
            }
        }
        reach
    }

    /// Drops all nodes that `roots` do not reach, renumbers the rest and `roots` with it, and empties the tables that
    /// only building needs.
    pub fn compact(&mut self, roots: &mut [NodeId]) {
        let mut keep = vec![false; self.nodes.len() + ENDS];
        for root in roots.iter() {
            keep[*root as usize] = true;
        }
        for id in (ENDS..keep.len()).rev() {
            if keep[id] {
                let node = self.nodes[id - ENDS];
                let first = node.first_edge as usize;
                for edge in &self.edges[first..first + usize::from(node.edge_count)] {
                    keep[edge.child as usize] = true;
                }
            }
        }
        let mut renamed: Vec<NodeId> = vec![FAILS, MEETS, IMPOSSIBLE];
        let (old_nodes, old_edges) = (std::mem::take(&mut self.nodes), std::mem::take(&mut self.edges));
        for (index, node) in old_nodes.into_iter().enumerate() {
            let id = index + ENDS;
            if !keep[id] {
                renamed.push(IMPOSSIBLE);
                continue;
            }
            renamed.push(as_id(self.nodes.len() + ENDS));
            let first = node.first_edge as usize;
            let first_edge = as_id(self.edges.len());
            for edge in &old_edges[first..first + usize::from(node.edge_count)] {
                self.edges.push(Edge { mask: edge.mask, child: renamed[edge.child as usize] });
            }
            self.nodes.push(Node { first_edge, ..node });
        }
        for root in roots.iter_mut() {
            *root = renamed[*root as usize];
        }
        self.unique = FxHashMap::default();
        self.same_hash = Vec::new();
        self.memo = FxHashMap::default();
        self.note_literals();
    }

    fn note_literals(&mut self) {
        let mut known: FxHashMap<(u16, u32), u32> = FxHashMap::default();
        self.literals.clear();
        self.literal_of_edge.clear();
        for node in &self.nodes {
            let first = node.first_edge as usize;
            for edge in &self.edges[first..first + usize::from(node.edge_count)] {
                let literal = (node.level, edge.mask);
                let position = *known.entry(literal).or_insert_with(|| {
                    self.literals.push(literal);
                    as_id(self.literals.len() - 1)
                });
                self.literal_of_edge.push(position);
            }
        }
    }

    fn apply(&mut self, operation: Operation, a: NodeId, b: NodeId) -> NodeId {
        match (operation, a, b) {
            (Operation::And, FAILS, _) | (Operation::And, _, FAILS) => return FAILS,
            (Operation::Or, MEETS, _) | (Operation::Or, _, MEETS) => return MEETS,
            (Operation::And, MEETS, x)
            | (Operation::And | Operation::Restrict, x, MEETS)
            | (Operation::Or, FAILS, x)
            | (Operation::Or, x, FAILS) => return x,
            (Operation::Restrict, _, FAILS) => return IMPOSSIBLE,
            (Operation::And | Operation::Or, _, _) if a == b => return a,
            _ => {}
        }
        let key = match operation {
            Operation::Restrict | Operation::Not => (operation, a, b),
            Operation::And | Operation::Or => (operation, a.min(b), a.max(b)),
        };
        if let Some(&known) = self.memo.get(&key) {
            return known;
        }
        self.steps += 1;
        if self.is_exhausted() {
            return IMPOSSIBLE;
        }
        let level = [a, b].into_iter().filter_map(|id| self.node(id).map(|(level, _)| level)).min().unwrap_or(0);
        let (all_a, all_b) = (self.edges_at(a, level), self.edges_at(b, level));
        let mut edges = Vec::with_capacity(all_a.count() * all_b.count());
        for position in 0..all_a.count() {
            let edge_a = self.edge(&all_a, position);
            for position in 0..all_b.count() {
                let edge_b = self.edge(&all_b, position);
                let mask = edge_a.mask & edge_b.mask;
                if mask != 0 {
                    edges.push(Edge { mask, child: self.apply(operation, edge_a.child, edge_b.child) });
                }
            }
        }
        let node = self.make(level, edges);
        self.memo.insert(key, node);
        node
    }

    /// The edges of a node at `level`; one edge for all answers when it does not ask that.
    fn edges_at(&self, id: NodeId, level: Level) -> EdgesAt {
        match (id as usize).checked_sub(ENDS).map(|index| self.nodes[index]) {
            Some(node) if usize::from(node.level) == level => EdgesAt::Own(node),
            _ => EdgesAt::Around(Edge { mask: self.full[level], child: id }),
        }
    }

    fn edge(&self, edges: &EdgesAt, position: usize) -> Edge {
        match edges {
            EdgesAt::Own(node) => self.edges[node.first_edge as usize + position],
            EdgesAt::Around(edge) => *edge,
        }
    }

    fn make(&mut self, level: Level, mut merged: Vec<Edge>) -> NodeId {
        let mut kept = 0;
        for position in 0..merged.len() {
            let edge = merged[position];
            match merged[..kept].iter_mut().find(|known| known.child == edge.child) {
                Some(known) => known.mask |= edge.mask,
                None if edge.mask == 0 => {}
                None => {
                    merged[kept] = edge;
                    kept += 1;
                }
            }
        }
        merged.truncate(kept);
        match merged.as_slice() {
            [] => return IMPOSSIBLE,
            [only] => return only.child,
            _ => {}
        }
        merged.sort_unstable_by_key(|edge| edge.mask.trailing_zeros());
        let level = u16::try_from(level).unwrap_or(u16::MAX);
        let hash = FxBuildHasher.hash_one((level, &merged));
        let same_hash = self.unique.get(&hash).copied().unwrap_or(IMPOSSIBLE);
        if let Some(known) = self.find(same_hash, level, &merged) {
            return known;
        }
        let id = as_id(self.nodes.len() + ENDS);
        // Nodes from before `compact` are in no table any more.
        self.same_hash.resize(self.nodes.len(), IMPOSSIBLE);
        self.nodes.push(Node {
            level,
            edge_count: u16::try_from(merged.len()).unwrap_or(u16::MAX),
            first_edge: as_id(self.edges.len()),
        });
        self.edges.append(&mut merged);
        self.same_hash.push(same_hash);
        self.unique.insert(hash, id);
        id
    }

    /// The node with this level and these edges, among `from` and those before it with the same hash.
    fn find(&self, from: NodeId, level: u16, edges: &[Edge]) -> Option<NodeId> {
        let mut id = from;
        while let Some((own, known)) = self.node(id) {
            if own == usize::from(level) && known == edges {
                return Some(id);
            }
            id = self.same_hash[id as usize - ENDS];
        }
        None
    }
}

/// Which ends the persons of a cube reach.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Reach {
    /// Somebody meets the condition.
    pub meets: bool,
    /// Somebody does not meet it.
    pub fails: bool,
}

impl Reach {
    /// The verdict that this means; `Excluded` for an empty cube.
    pub fn verdict(self) -> Verdict {
        match self {
            Self { meets: true, fails: false } => Verdict::Applies,
            Self { meets: true, fails: true } => Verdict::Depends,
            Self { meets: false, .. } => Verdict::Excluded,
        }
    }
}

fn as_id(index: usize) -> NodeId {
    // 2^32 nodes do not fit in memory.
    u32::try_from(index).unwrap_or(u32::MAX)
}
