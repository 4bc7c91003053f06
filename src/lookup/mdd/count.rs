//! Counting persons exactly: combinations of answers to some questions.

use rustc_hash::FxHashMap;

use super::{FAILS, IMPOSSIBLE, MEETS, MddStore, NodeId};
use crate::{
    lookup::space::{Cube, Level},
    model::Share,
};

/// How many persons meet a condition, and how many do not; `None` where a number does not fit in 128 bits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counted {
    /// Who meets it.
    pub meets: Option<u128>,
    /// Who does not, though such a person can be.
    pub fails: Option<u128>,
}

impl Counted {
    /// Who can be.
    pub fn all(self) -> Option<u128> {
        self.meets?.checked_add(self.fails?)
    }

    /// Who meets it, of who can be.
    pub fn share(self) -> Option<Share> {
        Some(Share { part: self.meets?, all: self.all()? })
    }

    fn times(self, factor: u128) -> Self {
        let times = |count: Option<u128>| count?.checked_mul(factor);
        Self { meets: times(self.meets), fails: times(self.fails) }
    }

    fn plus(self, other: Self) -> Self {
        let plus = |one: Option<u128>, other: Option<u128>| one?.checked_add(other?);
        Self { meets: plus(self.meets, other.meets), fails: plus(self.fails, other.fails) }
    }
}

/// Counts the persons of a cube over some levels: two who differ elsewhere only are one.
#[derive(Debug)]
pub struct Counter<'a> {
    mdds: &'a MddStore,
    /// In order; a diagram that is counted asks no other.
    levels: &'a [Level],
    persons: &'a Cube,
    known: FxHashMap<NodeId, Counted>,
}

impl<'a> Counter<'a> {
    /// For diagrams that ask no other levels than these.
    pub fn new(mdds: &'a MddStore, levels: &'a [Level], persons: &'a Cube) -> Self {
        Self { mdds, levels, persons, known: FxHashMap::default() }
    }

    /// How many there are.
    pub fn count(&mut self, root: NodeId) -> Counted {
        self.from(root, 0)
    }

    /// The answers to the questions from a position on.
    fn from(&mut self, id: NodeId, position: usize) -> Counted {
        let own = self.mdds.node(id).map(|(level, _)| level);
        let at = own.map_or(self.levels.len(), |own| self.levels.partition_point(|level| *level < own));
        let skipped = self.levels.get(position..at).unwrap_or_default();
        let free = skipped.iter().try_fold(1_u128, |product, level| product.checked_mul(self.answers(*level)));
        let below = self.below(id, at);
        match free {
            Some(free) => below.times(free),
            None => Counted { meets: below.meets.filter(|n| *n == 0), fails: below.fails.filter(|n| *n == 0) },
        }
    }

    fn below(&mut self, id: NodeId, position: usize) -> Counted {
        let nothing = Counted { meets: Some(0), fails: Some(0) };
        match id {
            FAILS => return Counted { fails: Some(1), ..nothing },
            MEETS => return Counted { meets: Some(1), ..nothing },
            IMPOSSIBLE => return nothing,
            _ => {}
        }
        if let Some(known) = self.known.get(&id) {
            return *known;
        }
        // As deep as there are questions at most.
        let Some((level, edges)) = self.mdds.node(id) else { return nothing };
        let mut counted = nothing;
        for edge in edges {
            let answers = (edge.mask & self.persons.at(level)).count_ones();
            if answers > 0 {
                counted = counted.plus(self.from(edge.child, position + 1).times(answers.into()));
            }
        }
        self.known.insert(id, counted);
        counted
    }

    fn answers(&self, level: Level) -> u128 {
        self.persons.at(level).count_ones().into()
    }
}
