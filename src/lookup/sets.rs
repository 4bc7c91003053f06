//! Sets of persons: joined, taken apart, counted and told as boxes, by the diagrams of conditions.

use std::sync::Arc;

use super::{
    Index,
    index::{RuleGroup, compile, rule_groups},
    mdd::{Counted, Counter, FAILS, MEETS, MddStore, NodeId},
    space::{Cube, Level, Space},
};
use crate::model::{Condition, FacetKind, Guide, IndexError, Share};

/// Sets of persons of one guide.
///
/// Who cannot be, by the rules of the guide, is in no set and in no count. All sets together may take so many steps;
/// beyond that nothing is known any more ([`PersonSets::is_exhausted`]), and whatever is asked says so.
#[derive(Debug)]
pub struct PersonSets {
    guide: Arc<Guide>,
    pub(super) space: Space,
    pub(super) mdds: MddStore,
    groups: Vec<RuleGroup>,
}

/// A set of persons, of the [`PersonSets`] that made it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct PersonSet(pub(super) NodeId);

impl PersonSet {
    /// No one.
    pub const NOBODY: Self = Self(FAILS);
    /// Everyone.
    pub const EVERYBODY: Self = Self(MEETS);
}

/// How many steps all sets together may take: some tenths of a second.
const MOST_STEPS: u64 = 1_000_000;

impl PersonSets {
    /// The sets of the guide of an index.
    pub fn new(index: &Index) -> Self {
        // The index was built, so its rules fit.
        Self::with(Arc::clone(index.guide()), index.space.clone()).unwrap_or_else(|_| Self {
            guide: Arc::clone(index.guide()),
            mdds: MddStore::new(&index.space),
            space: index.space.clone(),
            groups: Vec::new(),
        })
    }

    /// The sets of a guide of which nobody made an index.
    ///
    /// # Errors
    /// [`IndexError`] when a facet has no values, or more than fit, or when a rule takes too much to work out.
    pub fn of_guide(guide: Arc<Guide>) -> Result<Self, IndexError> {
        let space = Space::new(&guide)?;
        Self::with(guide, space)
    }

    fn with(guide: Arc<Guide>, space: Space) -> Result<Self, IndexError> {
        let mut mdds = MddStore::new(&space);
        let groups = rule_groups(&guide, &space, &mut mdds)?;
        mdds.allow(MOST_STEPS);
        Ok(Self { guide, space, mdds, groups })
    }

    /// Lets the sets take so many more steps.
    pub fn allow(&mut self, steps: u64) {
        self.mdds.allow(steps);
    }

    /// The space of these persons.
    pub fn space(&self) -> &Space {
        &self.space
    }

    /// The guide of which these are the persons.
    pub fn guide(&self) -> &Arc<Guide> {
        &self.guide
    }

    /// Whether the sets took too many steps: then nothing is known of any of them.
    pub fn is_exhausted(&self) -> bool {
        self.mdds.is_exhausted()
    }

    /// Who meets a condition.
    pub fn of(&mut self, condition: &Condition) -> PersonSet {
        PersonSet(compile(&self.guide, &self.space, &mut self.mdds, condition))
    }

    /// Who is in both.
    pub fn both(&mut self, one: PersonSet, other: PersonSet) -> PersonSet {
        PersonSet(self.mdds.and(one.0, other.0))
    }

    /// Who is in at least one.
    pub fn either(&mut self, one: PersonSet, other: PersonSet) -> PersonSet {
        PersonSet(self.mdds.or(one.0, other.0))
    }

    /// Who is in the first and not in the second.
    pub fn without(&mut self, one: PersonSet, other: PersonSet) -> PersonSet {
        let others = self.mdds.not(other.0);
        PersonSet(self.mdds.and(one.0, others))
    }

    /// Whether nobody is in it who can be; `None` when that takes too much.
    pub fn is_nobody(&mut self, set: PersonSet) -> Option<bool> {
        let within = self.within(set);
        let meets = self.mdds.reach_meets(within, &self.space.everybody());
        (!self.is_exhausted()).then_some(!meets)
    }

    /// Whether everybody is in it who can be; `None` when that takes too much.
    pub fn is_everybody(&mut self, set: PersonSet) -> Option<bool> {
        let rest = self.without(PersonSet::EVERYBODY, set);
        self.is_nobody(rest)
    }

    /// Whether the same persons are in both, of those who can be; `None` when that takes too much.
    pub fn is_same(&mut self, one: PersonSet, other: PersonSet) -> Option<bool> {
        if one == other {
            return (!self.is_exhausted()).then_some(true);
        }
        let (more, fewer) = (self.without(one, other), self.without(other, one));
        Some(self.is_nobody(more)? && self.is_nobody(fewer)?)
    }

    /// How many of all combinations of answers that can be are in it: of the answers to the questions on which it
    /// depends, as the others make no difference. `None` when it takes too much, or is too much for 128 bits.
    pub fn share(&mut self, set: PersonSet) -> Option<Share> {
        let within = self.within(set);
        let levels = self.mdds.support(within);
        self.count(within, &levels, &self.space.everybody()).share().filter(|_| !self.is_exhausted())
    }

    pub(super) fn count(&self, root: NodeId, levels: &[Level], persons: &Cube) -> Counted {
        Counter::new(&self.mdds, levels, persons).count(root)
    }

    /// The diagram of a set, which ends in *impossible* for who cannot be.
    pub(super) fn within(&mut self, set: PersonSet) -> NodeId {
        let care = self.care(set);
        self.mdds.restrict(set.0, care)
    }

    /// Who can be, by the rules that have to do with what a set asks.
    pub(super) fn care(&mut self, set: PersonSet) -> NodeId {
        let support = self.mdds.support(set.0);
        let mut can_be = MEETS;
        for group in &self.groups {
            if group.levels.iter().any(|level| support.contains(level)) {
                can_be = self.mdds.and(can_be, group.can_be);
            }
        }
        can_be
    }

    /// What is taken to hold until it is told, and of facets of kind `many` that nothing is so: to choose examples by.
    pub(super) fn usual(&self) -> Cube {
        let mut usual = self.space.everybody();
        for (ix, facet) in self.guide.facets.enumerate() {
            let told = facet.until_told.iter().filter_map(|value| facet.value_position(value));
            let told = told.fold(0_u32, |answers, position| answers | 1 << position);
            for level in self.space.levels_of(ix) {
                match facet.kind {
                    FacetKind::One if told != 0 => usual.set(*level, told),
                    FacetKind::One => {}
                    FacetKind::Many => usual.set(*level, super::space::NO),
                }
            }
        }
        usual
    }
}
