//! Two persons who differ in one question only, of whom one meets a condition and the other does not.

use rustc_hash::FxHashSet;

use super::{FAILS, IMPOSSIBLE, MEETS, MddStore, NodeId, boxes::lowest};
use crate::lookup::space::{Cube, Level};

/// Looks for such a pair.
#[derive(Debug)]
pub struct Pair<'a> {
    mdds: &'a MddStore,
    everybody: &'a Cube,
    /// The answers that are taken where they can be.
    usual: &'a Cube,
    differing: Level,
    /// Pairs of nodes below which there is none.
    hopeless: FxHashSet<(NodeId, NodeId)>,
}

/// Answers to the questions on the way, last first: of who meets the condition, and of who does not.
type Answers = Vec<(Level, u32, u32)>;

impl<'a> Pair<'a> {
    /// Of persons of a cube who differ at this level, preferably as usual.
    pub fn new(mdds: &'a MddStore, everybody: &'a Cube, usual: &'a Cube, differing: Level) -> Self {
        Self { mdds, everybody, usual, differing, hopeless: FxHashSet::default() }
    }

    /// Who meets a condition, and who just does not: one answer at each of these levels, elsewhere every answer. `None`
    /// when there are no such two. These levels are all that the diagram asks, and more if one likes.
    pub fn find(mut self, root: NodeId, levels: &[Level]) -> Option<(Cube, Cube)> {
        let mut answers = Vec::new();
        if !self.below(root, root, false, &mut answers) {
            return None;
        }
        let (mut meets, mut fails) = (self.everybody.clone(), self.everybody.clone());
        for level in levels {
            // What no one asks of them is free.
            let answer = self.preferred(*level, self.everybody.at(*level))?;
            meets.set(*level, answer);
            fails.set(*level, answer);
        }
        for (level, of_meets, of_fails) in answers {
            meets.set(level, of_meets);
            fails.set(level, of_fails);
        }
        Some((meets, fails))
    }

    fn below(&mut self, meets: NodeId, fails: NodeId, apart: bool, answers: &mut Answers) -> bool {
        if meets == MEETS && fails == FAILS {
            return true;
        }
        let dead_end = matches!(meets, FAILS | IMPOSSIBLE) || matches!(fails, MEETS | IMPOSSIBLE);
        let same_for_ever = apart && meets == fails;
        if dead_end || same_for_ever || self.hopeless.contains(&(meets, fails)) {
            return false;
        }
        let level_of = |id| self.mdds.node(id).map(|(level, _)| level);
        let Some(level) = level_of(meets).into_iter().chain(level_of(fails)).min() else { return false };
        // As deep as there are questions at most.
        if level > self.differing && !apart {
            return false;
        }
        for (mask, of_meets) in self.edges(meets, level) {
            for (other, of_fails) in self.edges(fails, level) {
                let pair = if level == self.differing {
                    self.preferred(level, mask).zip(self.preferred(level, other))
                } else {
                    self.preferred(level, mask & other).map(|answer| (answer, answer))
                };
                let Some((answer, instead)) = pair else { continue };
                if self.below(of_meets, of_fails, apart || level == self.differing, answers) {
                    answers.push((level, answer, instead));
                    return true;
                }
            }
        }
        self.hopeless.insert((meets, fails));
        false
    }

    /// The ways on from a node at a level, the usual ones first.
    fn edges(&self, id: NodeId, level: Level) -> Vec<(u32, NodeId)> {
        let all = self.everybody.at(level);
        let mut edges: Vec<(u32, NodeId)> = match self.mdds.node(id) {
            Some((own, edges)) if own == level => edges.iter().map(|edge| (edge.mask & all, edge.child)).collect(),
            _ => vec![(all, id)],
        };
        edges.sort_by_key(|(mask, _)| (mask & self.usual.at(level) == 0, mask.trailing_zeros()));
        edges
    }

    /// The usual one of some answers, or else the first.
    fn preferred(&self, level: Level, answers: u32) -> Option<u32> {
        lowest(answers & self.usual.at(level)).or_else(|| lowest(answers))
    }
}
