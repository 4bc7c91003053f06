//! Why something is the answer, what it still depends on, and why it is not.

use rustc_hash::FxHashSet;

use super::{
    Conditioned, Index, NextQuestion, Outcome, Profile,
    mdd::{self, FAILS, IMPOSSIBLE, MEETS, MddStore, NodeId},
    space::{Cube, Level, NO, YES},
    subsets::{in_smallest, smallest},
};
use crate::model::{
    Condition, Date, Facet, FacetKind, Gap, Ix, LookupError, Party, RecordKey, Referral, Responsibility, Validity,
    ValueId, Verdict, negated,
};

/// A facet and the values of it that matter, as the command line writes them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    /// The facet.
    pub facet: Ix<Facet>,
    /// The values.
    pub values: Vec<String>,
}

/// Why a responsibility is not in the answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WhyNot {
    /// The responsibility.
    pub responsibility: Ix<Responsibility>,
    /// What excludes it.
    pub by: Vec<Exclusion>,
    /// Whether changing any one of these would be enough.
    pub near_miss: bool,
}

/// One thing that excludes a responsibility.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Exclusion {
    /// The facet would need one of these values.
    Facet(Reason),
    /// It is not in force on the day of asking.
    Date {
        /// The day of asking.
        date: Date,
        /// When it is in force.
        needs: Validity,
    },
    /// It is in force only in these veiligheidsregio's, and not in that of asking.
    Region(Vec<String>),
}

impl Index {
    /// The first smallest set of given facets that makes a certain answer certain; empty when it holds for everybody.
    ///
    /// Where finding the smallest takes too many tests, it is one of which nothing can be left out.
    pub fn because(&self, profile: &Profile, responsibility: Ix<Responsibility>) -> Vec<Reason> {
        let root = self.roots.responsibilities[responsibility];
        self.smallest_reason(profile, root, |reach| !reach.fails)
    }

    /// The same for a gap.
    pub fn because_gap(&self, profile: &Profile, gap: Ix<Gap>) -> Vec<Reason> {
        self.smallest_reason(profile, self.roots.gaps[gap], |reach| !reach.fails)
    }

    fn smallest_reason(&self, profile: &Profile, root: NodeId, enough: impl Fn(mdd::Reach) -> bool) -> Vec<Reason> {
        let candidates = self.given_in_support(profile, root);
        let found = smallest(&candidates, |facets| {
            let persons = profile.only(&self.guide, facets).persons(&self.guide, &self.space);
            enough(self.mdds.reach(root, &persons))
        });
        let reason = |facet| Reason { facet, values: profile.values_text(&self.guide.facets[facet]) };
        found.unwrap_or_default().into_iter().map(reason).collect()
    }

    /// The facets on which an answer depends, in the guide's order.
    ///
    /// The union of its minimal flip sets: usually single facets that can flip it on their own.
    pub fn depends_on(&self, outcome: &Outcome, responsibility: Ix<Responsibility>) -> Vec<Ix<Facet>> {
        self.minimal_flip_sets(self.roots.responsibilities[responsibility], &outcome.persons)
    }

    /// The same for a gap.
    pub fn gap_depends_on(&self, outcome: &Outcome, gap: Ix<Gap>) -> Vec<Ix<Facet>> {
        self.minimal_flip_sets(self.roots.gaps[gap], &outcome.persons)
    }

    /// The same for a referral.
    pub fn referral_depends_on(&self, persons: &Cube, referral: Ix<Referral>) -> Vec<Ix<Facet>> {
        self.minimal_flip_sets(self.roots.referrals[referral], persons)
    }

    /// The union of the smallest sets of facets with which two persons can differ in verdict and in nothing else.
    fn minimal_flip_sets(&self, root: NodeId, persons: &Cube) -> Vec<Ix<Facet>> {
        let support = self.mdds.support(root);
        let open: Vec<Level> = support.into_iter().filter(|level| persons.at(*level).count_ones() > 1).collect();
        let levels = in_smallest(&open, |subset| flips(&self.mdds, root, persons, subset));
        let mut facets: Vec<_> = levels.iter().map(|level| self.space.dimensions()[*level].facet).collect();
        facets.sort_unstable();
        facets.dedup();
        facets
    }

    /// Why a responsibility is not in the answer; `None` when it is.
    pub fn why_not(&self, profile: &Profile, outcome: &Outcome, responsibility: Ix<Responsibility>) -> Option<WhyNot> {
        let record = &self.guide.responsibilities[responsibility];
        let root = self.roots.responsibilities[responsibility];
        let reach = self.mdds.reach(root, &outcome.persons);
        let on_date = record.valid.holds_on(outcome.date);
        let in_region = outcome.as_of().is_in(&record.area);
        if on_date && in_region && reach.meets {
            return None;
        }
        let date = (!on_date).then(|| Exclusion::Date { date: outcome.date, needs: record.valid.clone() });
        let region = (!in_region).then(|| Exclusion::Region(record.area.clone()));
        let elsewhere = date.into_iter().chain(region);
        if reach.meets {
            let by: Vec<_> = elsewhere.collect();
            return Some(WhyNot { responsibility, near_miss: by.len() == 1, by });
        }
        let candidates = self.given_in_support(profile, root);
        let single: Vec<Reason> =
            candidates.iter().filter_map(|facet| self.needed(profile, root, &[*facet])).flatten().collect();
        let near_miss = on_date && in_region && !single.is_empty();
        let reasons = if single.is_empty() {
            let enough = smallest(&candidates, |facets| self.needed(profile, root, facets).is_some());
            enough.and_then(|facets| self.needed(profile, root, &facets)).unwrap_or_default()
        } else {
            single
        };
        let by = reasons.into_iter().map(Exclusion::Facet).chain(elsewhere).collect();
        Some(WhyNot { responsibility, by, near_miss })
    }

    /// The values that these facets need when the rest of the profile stays; `None` when no values would be enough.
    fn needed(&self, profile: &Profile, root: NodeId, facets: &[Ix<Facet>]) -> Option<Vec<Reason>> {
        let mut opened = profile.clone();
        for facet in facets {
            opened.forget(&self.guide.facets[*facet].id);
        }
        let persons = self.propagate(opened.persons(&self.guide, &self.space))?;
        if !self.mdds.reach(root, &persons).meets {
            return None;
        }
        Some(facets.iter().map(|facet| self.allowed(root, &persons, *facet)).collect())
    }

    /// Of each facet on which a record depends, the values with which it can still hold for these persons; without
    /// values where each of them can, and it is the combination that counts.
    pub fn holds_only_with(&self, record: Conditioned, persons: &Cube, facets: &[Ix<Facet>]) -> Vec<Reason> {
        let root = self.roots.of(record);
        let reasons = facets.iter().map(|facet| {
            let described = &self.guide.facets[*facet];
            let levels = self.space.levels_of(*facet).iter().zip(&described.values);
            let values = match described.kind {
                FacetKind::One => {
                    let Reason { values, .. } = self.allowed(root, persons, *facet);
                    let possible = levels.take(1).map(|(level, _)| persons.at(*level).count_ones() as usize);
                    if possible.sum::<usize>() == values.len() { Vec::new() } else { values }
                }
                FacetKind::Many => {
                    let open = levels.filter(|(level, _)| persons.at(**level).count_ones() > 1);
                    open.filter_map(|(level, value)| self.needs(root, persons, *level, &value.id)).collect()
                }
            };
            Reason { facet: *facet, values }
        });
        reasons.collect()
    }

    /// Whether persons must have a value of a facet of kind `many`, or may not, to meet a condition.
    fn needs(&self, root: NodeId, persons: &Cube, level: Level, value: &ValueId) -> Option<String> {
        match mdd::project(&self.mdds, persons, level)[root as usize] {
            YES => Some(value.to_string()),
            NO => Some(negated(value)),
            _ => None,
        }
    }

    /// The values of a facet with which persons meet a condition, when the rest stays.
    fn allowed(&self, root: NodeId, persons: &Cube, facet: Ix<Facet>) -> Reason {
        let described = &self.guide.facets[facet];
        let levels = self.space.levels_of(facet);
        let values = match described.kind {
            FacetKind::One => {
                let mask = mdd::project(&self.mdds, persons, levels[0])[root as usize];
                let values = described.values.iter().enumerate();
                values.filter(|(p, _)| mask >> p & 1 == 1).map(|(_, value)| value.id.to_string()).collect()
            }
            FacetKind::Many => {
                let pairs = described.values.iter().zip(levels);
                let needed = pairs.clone().filter_map(|(value, level)| self.needs(root, persons, *level, &value.id));
                let needed: Vec<String> = needed.collect();
                if needed.is_empty() {
                    // No single value is needed, but one of them is: name those that can help.
                    let support = self.mdds.support(root);
                    pairs.filter(|(_, l)| support.contains(l)).map(|(value, _)| value.id.to_string()).collect()
                } else {
                    needed
                }
            }
        };
        Reason { facet, values }
    }

    /// The parties between which a question decides: those whose answers still depend on it.
    pub fn decides_between(&self, outcome: &Outcome, question: &NextQuestion) -> Vec<Ix<Party>> {
        let levels = self.space.levels_of(question.facet);
        let mut parties: Vec<Ix<Party>> = Vec::new();
        let mut seen = self.guide.parties.column(|_| false);
        for ix in self.display_order.iter().copied() {
            let root = self.roots.responsibilities[ix];
            let is_open = outcome.responsibilities[ix] == Some(Verdict::Depends);
            if !is_open || !self.fixed[ix].is_primary {
                continue;
            }
            let (meets, fails) = (outcome.pass.meets(root), outcome.pass.fails(root));
            let depends = levels.iter().any(|level| {
                let both =
                    mdd::dimension_mask(&self.space, *level, meets) & mdd::dimension_mask(&self.space, *level, fails);
                both != outcome.persons.at(*level)
            });
            if let Some(party) = self.party_of[ix].filter(|party| depends && !seen[*party]) {
                seen[party] = true;
                parties.push(party);
            }
        }
        parties
    }

    /// Why nobody fits a contradictory profile: the first minimal conflict set of facets, and a minimal set of rules
    /// that they break.
    pub(super) fn minimal_conflict(&self, profile: &Profile) -> LookupError {
        let given = profile.given_facets(&self.guide);
        let facets = smallest(&given, |facets| {
            self.propagate(profile.only(&self.guide, facets).persons(&self.guide, &self.space)).is_none()
        });
        let facets = facets.unwrap_or(given);
        let rules = super::space::rule_conditions(&self.guide);
        let persons = profile.only(&self.guide, &facets).persons(&self.guide, &self.space);
        let leave_nobody = |rules: &[(RecordKey, Condition)]| {
            let any = rules.iter().map(|(_, condition)| condition.clone()).collect();
            !self.plain_reach(&Condition::Any(any), &persons).fails
        };
        // Only rules that the conflict needs: the words of others would be about something else.
        let mut broken = rules.clone();
        for (rule, _) in rules.iter().rev() {
            let fewer: Vec<_> = broken.iter().filter(|(kept, _)| kept != rule).cloned().collect();
            if leave_nobody(&fewer) {
                broken = fewer;
            }
        }
        let rules = broken.into_iter().map(|(rule, _)| rule).collect();
        let facets = facets.into_iter().map(|facet| self.guide.facets[facet].id.clone()).collect();
        LookupError::Contradictory { facets, rules }
    }

    /// The given facets that a diagram asks about.
    fn given_in_support(&self, profile: &Profile, root: NodeId) -> Vec<Ix<Facet>> {
        let support = self.mdds.support(root);
        let mut given = profile.given_facets(&self.guide);
        given.retain(|facet| self.space.levels_of(*facet).iter().any(|level| support.contains(level)));
        given
    }
}

/// Whether two persons of the cube, alike in all but `differing`, get different verdicts.
fn flips(mdds: &MddStore, root: NodeId, persons: &Cube, differing: &[Level]) -> bool {
    Flip { mdds, persons, differing, hopeless: FxHashSet::default() }.pair(root, root)
}

struct Flip<'a> {
    mdds: &'a MddStore,
    persons: &'a Cube,
    differing: &'a [Level],
    /// Pairs of nodes below which nothing was found.
    hopeless: FxHashSet<(NodeId, NodeId)>,
}

impl Flip<'_> {
    /// Whether a person below `meets` meets the condition while one below `fails` does not.
    fn pair(&mut self, meets: NodeId, fails: NodeId) -> bool {
        if meets == MEETS && fails == FAILS {
            return true;
        }
        let dead_end = matches!(meets, FAILS | IMPOSSIBLE) || matches!(fails, MEETS | IMPOSSIBLE);
        if dead_end || self.hopeless.contains(&(meets, fails)) {
            return false;
        }
        let level_of = |id| self.mdds.node(id).map(|(level, _)| level);
        let level = level_of(meets).into_iter().chain(level_of(fails)).min().unwrap_or(0);
        if meets == fails && self.differing.iter().all(|differing| *differing < level) {
            return false;
        }
        let may_differ = self.differing.contains(&level);
        let answers = self.persons.at(level);
        let (edges_a, edges_b) = (self.edges(meets, level), self.edges(fails, level));
        for a in &edges_a {
            for b in &edges_b {
                let possible = if may_differ {
                    a.mask & answers != 0 && b.mask & answers != 0
                } else {
                    a.mask & b.mask & answers != 0
                };
                if possible && self.pair(a.child, b.child) {
                    return true;
                }
            }
        }
        self.hopeless.insert((meets, fails));
        false
    }

    fn edges(&self, id: NodeId, level: Level) -> Vec<mdd::Edge> {
        match self.mdds.node(id) {
            Some((own, edges)) if own == level => edges.to_vec(),
            _ => vec![mdd::Edge { mask: u32::MAX, child: id }],
        }
    }
}
