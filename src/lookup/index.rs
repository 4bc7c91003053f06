//! The index: every condition of a guide as a diagram within the space of persons that can be.

use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::{
    Here, Match,
    diagram::{self, Diagrams, FAILS, MEETS, NodeId, Reach, Sweep},
    space::{self, Level, PersonBox, Space},
};
use crate::model::{Condition, Guide, PartyId, SpaceError};

/// A guide, ready to be asked.
#[derive(Debug)]
pub struct Index {
    pub(super) guide: Arc<Guide>,
    pub(super) space: Space,
    /// The impossible combinations: groups that share no dimension, each a diagram of who can be.
    rules: Diagrams,
    groups: Vec<RuleGroup>,
    pub(super) diagrams: Diagrams,
    pub(super) roots: Roots,
    /// Positions of the responsibilities, in the order in which answers are shown.
    pub(super) display_order: Vec<usize>,
    /// Per responsibility, the position of its party.
    pub(super) party_of: Vec<usize>,
}

/// A record of the guide that holds for some persons, by its position.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Conditioned {
    /// A responsibility.
    Responsibility(usize),
    /// A referral.
    Referral(usize),
    /// A gap.
    Gap(usize),
    /// Something said before any answer.
    FirstAdvice(usize),
    /// A combination that is probably a mistake.
    Suspicious(usize),
}

/// The diagrams of the guide's conditions, each list in the guide's order.
#[derive(Clone, Debug, Default)]
pub(super) struct Roots {
    pub(super) responsibilities: Vec<NodeId>,
    pub(super) referrals: Vec<NodeId>,
    pub(super) gaps: Vec<NodeId>,
    pub(super) first: Vec<NodeId>,
    pub(super) suspicious: Vec<NodeId>,
}

#[derive(Debug)]
struct RuleGroup {
    levels: Vec<Level>,
    can_be: NodeId,
}

impl Index {
    /// Builds the index of a guide.
    ///
    /// # Errors
    /// [`SpaceError`] when a facet has no values, or more than fit.
    pub fn new(guide: Arc<Guide>) -> Result<Self, SpaceError> {
        let space = Space::new(&guide)?;
        let mut rules = Diagrams::new(&space);
        let mut groups = rule_groups(&guide, &space, &mut rules);
        let mut can_be: Vec<NodeId> = groups.iter().map(|group| group.can_be).collect();
        rules.shrink(&mut can_be);
        groups.iter_mut().zip(can_be).for_each(|(group, root)| group.can_be = root);

        let mut builder = Builder { guide: &guide, space: &space, diagrams: Diagrams::new(&space), groups: Vec::new() };
        builder.groups = rule_groups(&guide, &space, &mut builder.diagrams);
        let roots = Roots {
            responsibilities: guide.responsibilities.iter().map(|r| builder.root(&r.who)).collect(),
            referrals: guide.referrals.iter().map(|r| builder.root(&r.who)).collect(),
            gaps: guide.gaps.iter().map(|gap| builder.root(&gap.who)).collect(),
            first: guide.first.iter().map(|advice| builder.root(&advice.who)).collect(),
            suspicious: guide.suspicious.iter().map(|rule| builder.root(&rule.when)).collect(),
        };
        let mut diagrams = builder.diagrams;
        let roots = roots.shrink(&mut diagrams);
        let display_order = display_order(&guide);
        let positions: FxHashMap<&PartyId, usize> =
            guide.parties.iter().enumerate().map(|(position, party)| (&party.id, position)).collect();
        let party_of = guide
            .responsibilities
            .iter()
            .map(|responsibility| positions.get(&responsibility.party).copied().unwrap_or(usize::MAX))
            .collect();
        Ok(Self { guide, space, rules, groups, diagrams, roots, display_order, party_of })
    }

    /// The guide that this is the index of.
    pub fn guide(&self) -> &Arc<Guide> {
        &self.guide
    }

    /// The space of persons.
    pub fn space(&self) -> &Space {
        &self.space
    }

    /// How many nodes the diagrams of all conditions have together.
    pub fn node_count(&self) -> usize {
        self.diagrams.node_count()
    }

    /// Takes out of a box all answers that nobody in it can have; nothing when nobody is left.
    pub fn narrow(&self, mut persons: PersonBox) -> Option<PersonBox> {
        let sweep = Sweep::new(&self.rules, &self.space, &persons);
        for group in &self.groups {
            let bits = sweep.meets(group.can_be);
            for level in &group.levels {
                persons.0[*level] &= diagram::dimension_mask(&self.space, *level, bits);
            }
        }
        let somebody = persons.0.iter().all(|mask| *mask != 0)
            && self.groups.iter().all(|group| sweep.meets(group.can_be).iter().any(|bits| *bits != 0));
        somebody.then_some(persons)
    }

    /// Whether persons of a box meet a condition, and whether some do not; within the space of who can be.
    ///
    /// For conditions that are not part of the guide; those of the guide have a diagram already.
    pub fn reach_of(&self, condition: &Condition, persons: &PersonBox) -> Reach {
        let mut builder = Builder {
            guide: &self.guide,
            space: &self.space,
            diagrams: Diagrams::new(&self.space),
            groups: Vec::new(),
        };
        builder.groups = rule_groups(&self.guide, &self.space, &mut builder.diagrams);
        let root = builder.root(condition);
        builder.diagrams.reach(root, persons)
    }

    /// Whether somebody of a narrowed box meets the conditions of all these records at once.
    pub fn somebody_meets(&self, records: &[Conditioned], persons: &PersonBox) -> bool {
        let roots: Vec<NodeId> = records.iter().map(|record| self.roots.of(*record)).collect();
        match roots[..] {
            [root] => self.diagrams.reach(root, persons).meets,
            _ => self.diagrams.joint_reach(&roots, persons).meets,
        }
    }

    /// The same, without asking whether such persons can be.
    pub(super) fn plain_reach(&self, condition: &Condition, persons: &PersonBox) -> Reach {
        let mut diagrams = Diagrams::new(&self.space);
        let root = compile(&self.guide, &self.space, &mut diagrams, condition);
        diagrams.reach(root, persons)
    }

    /// How referrals stand together: whether all of them hold for all, some or none of the persons of a narrowed box.
    pub fn referrals_together(&self, referrals: &[usize], persons: &PersonBox) -> Match {
        let roots: Vec<NodeId> = referrals.iter().map(|referral| self.roots.referrals[*referral]).collect();
        match self.diagrams.joint_reach(&roots, persons) {
            Reach { meets: true, fails: false } => Match::Applies,
            Reach { meets: true, fails: true } => Match::Depends,
            Reach { meets: false, .. } => Match::Excluded,
        }
    }

    /// Positions of the referrals that hold here and now for all (true) or some (false) of the persons of a narrowed box.
    pub fn referrals_for(&self, persons: &PersonBox, here: impl Into<Here>) -> Vec<(usize, bool)> {
        let here = here.into();
        let mut found = Vec::new();
        for (position, referral) in self.guide.referrals.iter().enumerate() {
            let reach = self.diagrams.reach(self.roots.referrals[position], persons);
            if here.is_within(&referral.valid, &referral.area) && reach.meets {
                found.push((position, !reach.fails));
            }
        }
        found
    }
}

impl Roots {
    fn of(&self, record: Conditioned) -> NodeId {
        match record {
            Conditioned::Responsibility(position) => self.responsibilities[position],
            Conditioned::Referral(position) => self.referrals[position],
            Conditioned::Gap(position) => self.gaps[position],
            Conditioned::FirstAdvice(position) => self.first[position],
            Conditioned::Suspicious(position) => self.suspicious[position],
        }
    }

    fn shrink(self, diagrams: &mut Diagrams) -> Self {
        let lists = [self.responsibilities, self.referrals, self.gaps, self.first, self.suspicious];
        let lengths = lists.each_ref().map(Vec::len);
        let mut all = lists.concat();
        diagrams.shrink(&mut all);
        let mut rest = all.into_iter();
        let [responsibilities, referrals, gaps, first, suspicious] =
            lengths.map(|length| rest.by_ref().take(length).collect());
        Self { responsibilities, referrals, gaps, first, suspicious }
    }
}

struct Builder<'a> {
    guide: &'a Guide,
    space: &'a Space,
    diagrams: Diagrams,
    groups: Vec<RuleGroup>,
}

impl Builder<'_> {
    /// The diagram of a condition within the space of who can be.
    fn root(&mut self, condition: &Condition) -> NodeId {
        let plain = compile(self.guide, self.space, &mut self.diagrams, condition);
        let support = self.diagrams.support(plain);
        let mut can_be = MEETS;
        for group in &self.groups {
            if group.levels.iter().any(|level| support.contains(level)) {
                can_be = self.diagrams.and(can_be, group.can_be);
            }
        }
        self.diagrams.within(plain, can_be)
    }
}

fn compile(guide: &Guide, space: &Space, diagrams: &mut Diagrams, condition: &Condition) -> NodeId {
    match condition {
        Condition::Always => MEETS,
        Condition::All(parts) => parts.iter().fold(MEETS, |all, part| {
            let part = compile(guide, space, diagrams, part);
            diagrams.and(all, part)
        }),
        Condition::Any(parts) => parts.iter().fold(FAILS, |any, part| {
            let part = compile(guide, space, diagrams, part);
            diagrams.or(any, part)
        }),
        Condition::Not(part) => {
            let part = compile(guide, space, diagrams, part);
            diagrams.not(part)
        }
        Condition::Is(facet, values) | Condition::HasAny(facet, values) => {
            Space::literals(guide, space, facet, values).into_iter().fold(FAILS, |any, (level, mask)| {
                let literal = diagrams.literal(level, mask);
                diagrams.or(any, literal)
            })
        }
        Condition::HasAll(facet, values) => {
            Space::literals(guide, space, facet, values).into_iter().fold(MEETS, |all, (level, mask)| {
                let literal = diagrams.literal(level, mask);
                diagrams.and(all, literal)
            })
        }
    }
}

/// The impossible combinations as diagrams of who can be; rules that share a dimension in one.
fn rule_groups(guide: &Guide, space: &Space, diagrams: &mut Diagrams) -> Vec<RuleGroup> {
    let mut groups: Vec<RuleGroup> = Vec::new();
    for condition in space::rule_conditions(guide) {
        let impossible = compile(guide, space, diagrams, &condition);
        let mut merged = RuleGroup { levels: diagrams.support(impossible), can_be: diagrams.not(impossible) };
        let (touched, apart): (Vec<_>, Vec<_>) =
            groups.into_iter().partition(|group| group.levels.iter().any(|level| merged.levels.contains(level)));
        for group in touched {
            merged.levels.extend(group.levels);
            merged.can_be = diagrams.and(merged.can_be, group.can_be);
        }
        merged.levels.sort_unstable();
        merged.levels.dedup();
        groups = apart;
        groups.push(merged);
    }
    groups
}

/// By phase and aspect; within an aspect primary first, then by role, then by id.
fn display_order(guide: &Guide) -> Vec<usize> {
    let mut aspect_rank = FxHashMap::default();
    for aspect in guide.phases.iter().flat_map(|phase| &phase.aspects) {
        let rank = aspect_rank.len();
        aspect_rank.entry(&aspect.id).or_insert(rank);
    }
    let mut order: Vec<usize> = (0..guide.responsibilities.len()).collect();
    order.sort_by_cached_key(|position| {
        let responsibility = &guide.responsibilities[*position];
        (
            aspect_rank.get(&responsibility.aspect).copied().unwrap_or(usize::MAX),
            !responsibility.primary,
            responsibility.role,
            responsibility.id.clone(),
        )
    });
    order
}
