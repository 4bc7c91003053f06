//! Walks over one diagram for the boxes of a cover, within a budget of steps.

use rustc_hash::FxHashMap;

use super::{FAILS, IMPOSSIBLE, MddStore, NodeId};
use crate::lookup::space::{Cube, Level};

/// Walks over diagrams of a store, of which each node that is visited costs a step.
#[derive(Debug)]
pub struct Walk<'a> {
    mdds: &'a MddStore,
    steps_left: u64,
}

impl<'a> Walk<'a> {
    /// With so many steps for all walks together.
    pub fn new(mdds: &'a MddStore, steps: u64) -> Self {
        Self { mdds, steps_left: steps }
    }

    /// The steps that are left; with none, what a walk gave means nothing.
    pub fn steps_left(&self) -> u64 {
        self.steps_left
    }

    /// The first person, by levels and answers, who comes to an end: at each of these levels one answer, elsewhere every
    /// answer. `None` when nobody does.
    pub fn first_person(&mut self, root: NodeId, end: NodeId, levels: &[Level], everybody: &Cube) -> Option<Cube> {
        let mut person = everybody.clone();
        let mut node = root;
        let mut leads = FxHashMap::default();
        for level in levels {
            let answers = match self.mdds.node(node) {
                Some((own, edges)) if own == *level => {
                    let good = edges.iter().filter(|edge| self.reaches(edge.child, end, None, &mut leads));
                    good.fold(0, |mask, edge| mask | edge.mask)
                }
                _ => everybody.at(*level),
            };
            let answer = lowest(answers)?;
            person.set(*level, answer);
            if let Some((own, edges)) = self.mdds.node(node)
                && own == *level
            {
                node = edges.iter().find(|edge| edge.mask & answer != 0).map_or(IMPOSSIBLE, |edge| edge.child);
            }
        }
        (node == end).then_some(person)
    }

    /// The answers at a level with which nobody of these persons fails, when the rest of the cube stays.
    pub fn without_failing(&mut self, root: NodeId, persons: &Cube, level: Level, full: u32) -> u32 {
        let mut failing = FxHashMap::default();
        let mut leads = FxHashMap::default();
        full & !self.failing(root, persons, level, full, &mut failing, &mut leads)
    }

    fn failing(
        &mut self,
        id: NodeId,
        persons: &Cube,
        level: Level,
        full: u32,
        known: &mut FxHashMap<NodeId, u32>,
        leads: &mut FxHashMap<NodeId, bool>,
    ) -> u32 {
        let Some((own, edges)) = self.mdds.node(id) else { return if id == FAILS { full } else { 0 } };
        if own > level {
            return if self.reaches(id, FAILS, Some(persons), leads) { full } else { 0 };
        }
        if let Some(known) = known.get(&id) {
            return *known;
        }
        self.steps_left = self.steps_left.saturating_sub(1);
        if self.steps_left == 0 {
            return full;
        }
        // As deep as there are questions at most.
        let mut found = 0;
        for edge in edges {
            if own == level {
                if self.reaches(edge.child, FAILS, Some(persons), leads) {
                    found |= edge.mask;
                }
            } else if edge.mask & persons.at(own) != 0 {
                found |= self.failing(edge.child, persons, level, full, known, leads);
            }
        }
        known.insert(id, found);
        found
    }

    /// Whether somebody of these persons, or anybody at all, gets from a node to an end.
    fn reaches(
        &mut self,
        id: NodeId,
        end: NodeId,
        persons: Option<&Cube>,
        known: &mut FxHashMap<NodeId, bool>,
    ) -> bool {
        let Some((level, edges)) = self.mdds.node(id) else { return id == end };
        if let Some(known) = known.get(&id) {
            return *known;
        }
        self.steps_left = self.steps_left.saturating_sub(1);
        if self.steps_left == 0 {
            return true;
        }
        let is_open = |mask: u32| persons.is_none_or(|persons| mask & persons.at(level) != 0);
        let mut found = false;
        for edge in edges {
            if is_open(edge.mask) && self.reaches(edge.child, end, persons, known) {
                found = true;
                break;
            }
        }
        known.insert(id, found);
        found
    }
}

/// The first of some answers; `None` of none.
pub(super) fn lowest(answers: u32) -> Option<u32> {
    (answers != 0).then(|| answers & answers.wrapping_neg())
}
