//! The index: every condition of a guide as a diagram within the space of persons that can be.

use std::sync::{Arc, OnceLock};

use rustc_hash::FxHashMap;

use super::{
    AsOf, AskableDays, Verdict,
    days::NamedDays,
    fixed::AllFixed,
    mdd::{self, BottomUpPass, FAILS, MEETS, MddStore, NodeId, Reach},
    space::{self, Cube, Level, NO, Space},
};
use crate::model::{
    AspectId, Column, Condition, Date, Facet, FacetKind, FirstAdvice, Gap, Guide, GuideOrigin, IndexError, Ix,
    NOTHING_OWN, Own, Party, Record, RecordKey, Referral, Responsibility, Suspicious, Table,
};

/// A guide, ready to be asked.
#[derive(Debug)]
pub struct Index {
    pub(super) guide: Arc<Guide>,
    /// Which guide it is; `None` for one that was made here, such as in a test.
    origin: Option<GuideOrigin>,
    pub(super) space: Space,
    /// Diagrams of who can be, by the impossible combinations and implications of the guide.
    rules: MddStore,
    /// Their roots: groups of rules that share no dimension with each other.
    groups: Vec<RuleGroup>,
    /// Diagrams of all conditions.
    pub(super) mdds: MddStore,
    pub(super) roots: Roots,
    /// The responsibilities, in the order in which answers are shown.
    pub(super) display_order: Vec<Ix<Responsibility>>,
    /// Per aspect its responsibilities, in that order.
    pub(super) responsibilities_of: FxHashMap<AspectId, Vec<Ix<Responsibility>>>,
    /// Per aspect its gaps, in the guide's order.
    pub(super) gaps_of: FxHashMap<AspectId, Vec<Ix<Gap>>>,
    /// Per responsibility its party; `None` where the guide has no such party.
    pub(super) party_of: Column<Responsibility, Option<Ix<Party>>>,
    /// Per party its responsibilities, in the guide's order.
    tasks_of: Column<Party, Vec<Ix<Responsibility>>>,
    /// What of the responsibilities is the same whatever is asked.
    pub(super) fixed: AllFixed,
    /// The days that the guide names; filled when they are first asked for.
    named_days: OnceLock<NamedDays>,
}

/// A record of the guide that holds for some persons.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Conditioned {
    /// A responsibility.
    Responsibility(Ix<Responsibility>),
    /// A referral.
    Referral(Ix<Referral>),
    /// A gap.
    Gap(Ix<Gap>),
    /// Something said before any answer.
    FirstAdvice(Ix<FirstAdvice>),
    /// A combination that is probably a mistake.
    Suspicious(Ix<Suspicious>),
}

impl Conditioned {
    /// The record with this key; `None` when records of its kind have no condition, or the guide has no such record.
    pub fn of(guide: &Guide, key: &RecordKey) -> Option<Self> {
        match key {
            RecordKey::Responsibility(id) => guide.responsibilities.ix(id).map(Self::Responsibility),
            RecordKey::Referral(id) => guide.referrals.ix(id).map(Self::Referral),
            RecordKey::Gap(id) => guide.gaps.ix(id).map(Self::Gap),
            RecordKey::FirstAdvice(id) => guide.first.ix(id).map(Self::FirstAdvice),
            RecordKey::Suspicious(id) => guide.suspicious.ix(id).map(Self::Suspicious),
            _ => None,
        }
    }
}

/// The diagrams of the guide's conditions, each list in the guide's order.
#[derive(Clone, Debug, Default)]
pub(super) struct Roots {
    pub(super) responsibilities: Column<Responsibility, NodeId>,
    pub(super) referrals: Column<Referral, NodeId>,
    pub(super) gaps: Column<Gap, NodeId>,
    pub(super) first: Column<FirstAdvice, NodeId>,
    pub(super) suspicious: Column<Suspicious, NodeId>,
    /// Per facet, who is not asked.
    pub(super) not_of: Column<Facet, NodeId>,
}

/// Per responsibility its party, if it can answer on the day and in the region of asking.
pub(super) type Answering = Column<Responsibility, Option<Ix<Party>>>;

#[derive(Debug)]
pub(super) struct RuleGroup {
    pub(super) levels: Vec<Level>,
    pub(super) can_be: NodeId,
}

impl Index {
    /// Builds the index of a guide.
    ///
    /// # Errors
    /// [`IndexError`] when a facet has no values, or more than fit, or when a condition takes too much to work out.
    pub fn new(guide: Arc<Guide>) -> Result<Self, IndexError> {
        let space = Space::new(&guide)?;
        let mut rules = MddStore::new(&space);
        let mut groups = rule_groups(&guide, &space, &mut rules)?;
        let mut can_be: Vec<NodeId> = groups.iter().map(|group| group.can_be).collect();
        rules.compact(&mut can_be);
        groups.iter_mut().zip(can_be).for_each(|(group, root)| group.can_be = root);

        let mut builder =
            IndexBuilder { guide: &guide, space: &space, mdds: MddStore::new(&space), groups: Vec::new() };
        builder.groups = rule_groups(&guide, &space, &mut builder.mdds)?;
        let (roots, mut mdds) = builder.roots()?;
        let roots = roots.compact(&mut mdds);
        let display_order = display_order(&guide);
        let responsibilities_of = by_aspect(display_order.iter().map(|ix| (&guide.responsibilities[*ix].aspect, *ix)));
        let gaps_of = by_aspect(guide.gaps.enumerate().map(|(ix, gap)| (&gap.aspect, ix)));
        let party_of = guide.responsibilities.column(|responsibility| guide.parties.ix(&responsibility.party));
        let mut tasks_of: Column<Party, Vec<_>> = guide.parties.column(|_| Vec::new());
        for (responsibility, party) in party_of.enumerate() {
            if let Some(party) = *party {
                tasks_of[party].push(responsibility);
            }
        }
        Ok(Self {
            fixed: AllFixed::new(&guide),
            named_days: OnceLock::new(),
            guide,
            origin: None,
            space,
            rules,
            groups,
            mdds,
            roots,
            display_order,
            responsibilities_of,
            gaps_of,
            party_of,
            tasks_of,
        })
    }

    /// The same, of a guide from there.
    #[must_use]
    pub fn with_origin(self, origin: GuideOrigin) -> Self {
        Self { origin: Some(origin), ..self }
    }

    /// Where the guide came from; `None` when nobody said.
    pub fn origin(&self) -> Option<&GuideOrigin> {
        self.origin.as_ref()
    }

    /// What of the guide is a supplement of one place.
    pub fn own(&self) -> &Own {
        self.origin.as_ref().and_then(|origin| origin.supplement.as_ref()).map_or(NOTHING_OWN, |lies| &lies.own)
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
        self.mdds.node_count()
    }

    /// Takes out of a cube the answers that nobody in it can have, by the rules of the guide; `None` when nobody is left.
    pub fn propagate(&self, mut persons: Cube) -> Option<Cube> {
        let pass = BottomUpPass::new(&self.rules, &self.space, &persons);
        for group in &self.groups {
            let bits = pass.meets(group.can_be);
            for level in &group.levels {
                persons.keep(*level, mdd::dimension_mask(&self.space, *level, bits));
            }
        }
        let somebody = !persons.is_empty()
            && self.groups.iter().all(|group| pass.meets(group.can_be).iter().any(|bits| *bits != 0));
        somebody.then_some(persons)
    }

    /// Whether persons of a cube meet a condition, and whether some do not; within the space of persons who can be.
    ///
    /// For conditions that are not part of the guide; those of the guide have a diagram already.
    pub fn reach_of(&self, condition: &Condition, persons: &Cube) -> Reach {
        let mut builder = IndexBuilder {
            guide: &self.guide,
            space: &self.space,
            mdds: MddStore::new(&self.space),
            groups: Vec::new(),
        };
        builder.groups = rule_groups(&self.guide, &self.space, &mut builder.mdds).unwrap_or_default();
        builder.mdds.allow(MOST_STEPS);
        let root = builder.root(condition);
        // What takes too much to know may be either.
        if builder.mdds.is_exhausted() { Reach { meets: true, fails: true } } else { builder.mdds.reach(root, persons) }
    }

    /// Whether somebody of a propagated cube meets the conditions of all these records at once.
    pub fn somebody_meets(&self, records: &[Conditioned], persons: &Cube) -> bool {
        let roots: Vec<NodeId> = records.iter().map(|record| self.roots.of(*record)).collect();
        match roots[..] {
            [root] => self.mdds.reach(root, persons).meets,
            _ => self.mdds.joint_reach(&roots, persons).meets,
        }
    }

    /// How a record stands for the persons of a propagated cube, whatever the day.
    pub fn verdict_on(&self, record: Conditioned, persons: &Cube) -> Verdict {
        self.mdds.reach(self.roots.of(record), persons).verdict()
    }

    /// The share of some persons who meet the condition of a record, when each answer that is still possible counts
    /// alike. For the persons of an answer [`super::Outcome::likelihood`] has that of all records at once.
    pub fn likelihood(&self, record: Conditioned, persons: &Cube) -> f64 {
        self.mdds.likelihood(self.roots.of(record), persons)
    }

    /// The persons of a propagated cube for whom holds what is taken to hold until it is told; of facets of kind `many`,
    /// that what nobody told is not so. All of them where nobody is left.
    pub(super) fn until_told(&self, persons: &Cube) -> Cube {
        let mut usual = persons.clone();
        for (ix, facet) in self.guide.facets.enumerate() {
            let levels = self.space.levels_of(ix);
            let answers = match facet.kind {
                FacetKind::One => {
                    let told = facet.until_told.iter().filter_map(|value| facet.value_position(value));
                    told.fold(0_u32, |answers, position| answers | 1 << position)
                }
                FacetKind::Many => NO,
            };
            let is_exception = |usual: &Cube| {
                let unless = facet.until_told_unless.as_ref();
                unless.is_some_and(|unless| !self.plain_reach(unless, usual).fails)
            };
            if answers == 0 || is_exception(&usual) {
                continue;
            }
            for level in levels.iter().filter(|level| persons.at(**level) & answers != 0) {
                let mut tried = usual.clone();
                tried.keep(*level, answers);
                if let Some(tried) = self.propagate(tried) {
                    usual = tried;
                }
            }
        }
        usual
    }

    /// Asks of many pairs of records whether somebody meets both.
    pub fn pairs(&self) -> Pairs<'_> {
        let mut mdds = self.mdds.clone();
        mdds.allow(STEPS_OF_PAIRS);
        Pairs { index: self, mdds }
    }

    /// As [`Self::reach_of`], also for persons who cannot be.
    pub(super) fn plain_reach(&self, condition: &Condition, persons: &Cube) -> Reach {
        let mut mdds = MddStore::new(&self.space);
        let root = compile(&self.guide, &self.space, &mut mdds, condition);
        mdds.reach(root, persons)
    }

    /// The verdict on referrals together: whether all of them hold for all, some or none of the persons of a propagated
    /// cube.
    pub fn referrals_together(&self, referrals: &[Ix<Referral>], persons: &Cube) -> Verdict {
        let roots: Vec<NodeId> = referrals.iter().map(|referral| self.roots.referrals[*referral]).collect();
        self.mdds.joint_reach(&roots, persons).verdict()
    }

    /// The referrals in force that are not excluded for the persons of a propagated cube, and the verdict on each.
    pub fn referrals_for(&self, persons: &Cube, as_of: impl Into<AsOf>) -> Vec<(Ix<Referral>, Verdict)> {
        let as_of = as_of.into();
        let in_force =
            self.guide.referrals.enumerate().filter(|(_, record)| as_of.is_within(&record.valid, &record.area));
        let verdicts = in_force.map(|(ix, _)| (ix, self.mdds.reach(self.roots.referrals[ix], persons).verdict()));
        verdicts.filter(|(_, verdict)| *verdict != Verdict::Excluded).collect()
    }

    /// The days that the guide can be asked for; it is walked the first time only.
    pub fn askable_days(&self, today: Date) -> AskableDays {
        self.named_days.get_or_init(|| NamedDays::of(&self.guide)).askable(today)
    }

    /// The responsibilities of a party, in the guide's order.
    pub fn tasks_of(&self, party: Ix<Party>) -> &[Ix<Responsibility>] {
        &self.tasks_of[party]
    }

    /// The party of a responsibility; `None` where the guide has no such party.
    pub fn party_of(&self, responsibility: Ix<Responsibility>) -> Option<Ix<Party>> {
        self.party_of[responsibility]
    }

    /// The responsibilities of an aspect, in display order.
    pub fn tasks_in(&self, aspect: &AspectId) -> &[Ix<Responsibility>] {
        self.responsibilities_of.get(aspect).map(Vec::as_slice).unwrap_or_default()
    }

    /// The documented gaps of an aspect, in the guide's order.
    pub fn documented_in(&self, aspect: &AspectId) -> &[Ix<Gap>] {
        self.gaps_of.get(aspect).map(Vec::as_slice).unwrap_or_default()
    }
}

/// Pairs of records held against each other: what is found out for one pair serves the next.
#[derive(Debug)]
pub struct Pairs<'a> {
    index: &'a Index,
    mdds: MddStore,
}

impl Pairs<'_> {
    /// Whether somebody of a propagated cube meets the conditions of both; `None` when all pairs together take too much.
    pub fn somebody_meets(&mut self, one: Conditioned, other: Conditioned, persons: &Cube) -> Option<bool> {
        let both = self.mdds.and(self.index.roots.of(one), self.index.roots.of(other));
        (!self.mdds.is_exhausted()).then(|| self.mdds.reach_meets(both, persons))
    }
}

impl Roots {
    pub(super) fn of(&self, record: Conditioned) -> NodeId {
        match record {
            Conditioned::Responsibility(ix) => self.responsibilities[ix],
            Conditioned::Referral(ix) => self.referrals[ix],
            Conditioned::Gap(ix) => self.gaps[ix],
            Conditioned::FirstAdvice(ix) => self.first[ix],
            Conditioned::Suspicious(ix) => self.suspicious[ix],
        }
    }

    fn compact(self, mdds: &mut MddStore) -> Self {
        fn take<T>(column: &Column<T, NodeId>, compacted: &mut impl Iterator<Item = NodeId>) -> Column<T, NodeId> {
            compacted.take(column.values().len()).collect()
        }
        let Self { responsibilities, referrals, gaps, first, suspicious, not_of } = self;
        let rest = gaps.values().chain(first.values()).chain(suspicious.values()).chain(not_of.values());
        let mut all: Vec<NodeId> = responsibilities.values().chain(referrals.values()).chain(rest).copied().collect();
        mdds.compact(&mut all);
        let compacted = &mut all.into_iter();
        Self {
            responsibilities: take(&responsibilities, compacted),
            referrals: take(&referrals, compacted),
            gaps: take(&gaps, compacted),
            first: take(&first, compacted),
            suspicious: take(&suspicious, compacted),
            not_of: take(&not_of, compacted),
        }
    }
}

struct IndexBuilder<'a> {
    guide: &'a Guide,
    space: &'a Space,
    mdds: MddStore,
    groups: Vec<RuleGroup>,
}

/// How many steps one condition may take: some hundredths of a second. The most of the shipped guide is 13.
const MOST_STEPS: u64 = 200_000;
/// How many steps all conditions together may take, beside [`STEPS_EACH`] for each: some tenths of a second.
const STEPS_TOGETHER: u64 = 1_000_000;
/// What a condition may take on average in a guide with very many. Those of the shipped guide take one or two: most of
/// what they need was made for another.
const STEPS_EACH: u64 = 400;

/// How many steps all pairs together may take: some tenths of a second.
const STEPS_OF_PAIRS: u64 = 3_000_000;

impl IndexBuilder<'_> {
    /// The diagrams of all conditions of the guide.
    fn roots(mut self) -> Result<(Roots, MddStore), IndexError> {
        let guide = self.guide;
        let conditions = guide.responsibilities.len()
            + guide.referrals.len()
            + guide.gaps.len()
            + guide.first.len()
            + guide.suspicious.len()
            + guide.facets.len();
        let together = STEPS_TOGETHER + STEPS_EACH * conditions as u64;
        let mut build = |key: RecordKey, condition: &Condition| {
            let left = together.saturating_sub(self.mdds.steps());
            self.mdds.allow(left.min(MOST_STEPS));
            let root = self.root(condition);
            if self.mdds.is_exhausted() { Err(IndexError::TooComplex(key)) } else { Ok(root) }
        };
        let roots = Roots {
            responsibilities: try_column(&guide.responsibilities, |record| build((&record.id).into(), &record.who))?,
            referrals: try_column(&guide.referrals, |record| {
                build(RecordKey::Referral(record.id.clone()), &record.who)
            })?,
            gaps: try_column(&guide.gaps, |gap| build(RecordKey::Gap(gap.id.clone()), &gap.who))?,
            first: try_column(&guide.first, |advice| build(RecordKey::FirstAdvice(advice.id.clone()), &advice.who))?,
            suspicious: try_column(&guide.suspicious, |rule| {
                build(RecordKey::Suspicious(rule.id.clone()), &rule.when)
            })?,
            not_of: try_column(&guide.facets, |facet| match &facet.not_of {
                Some(not_of) => build(RecordKey::Facet(facet.id.clone()), &not_of.who),
                None => Ok(FAILS),
            })?,
        };
        Ok((roots, self.mdds))
    }

    /// The diagram of a condition within the space of persons who can be.
    fn root(&mut self, condition: &Condition) -> NodeId {
        let plain = compile(self.guide, self.space, &mut self.mdds, condition);
        let support = self.mdds.support(plain);
        let mut can_be = MEETS;
        for group in &self.groups {
            if group.levels.iter().any(|level| support.contains(level)) {
                can_be = self.mdds.and(can_be, group.can_be);
            }
        }
        self.mdds.restrict(plain, can_be)
    }
}

pub(super) fn compile(guide: &Guide, space: &Space, mdds: &mut MddStore, condition: &Condition) -> NodeId {
    match condition {
        Condition::Always => MEETS,
        Condition::All(parts) => parts.iter().fold(MEETS, |all, part| {
            let part = compile(guide, space, mdds, part);
            mdds.and(all, part)
        }),
        Condition::Any(parts) => parts.iter().fold(FAILS, |any, part| {
            let part = compile(guide, space, mdds, part);
            mdds.or(any, part)
        }),
        Condition::Not(part) => {
            let part = compile(guide, space, mdds, part);
            mdds.not(part)
        }
        Condition::Is(facet, values) | Condition::HasAny(facet, values) => {
            Space::literals(guide, space, facet, values).into_iter().fold(FAILS, |any, (level, mask)| {
                let literal = mdds.literal(level, mask);
                mdds.or(any, literal)
            })
        }
        Condition::HasAll(facet, values) => {
            Space::literals(guide, space, facet, values).into_iter().fold(MEETS, |all, (level, mask)| {
                let literal = mdds.literal(level, mask);
                mdds.and(all, literal)
            })
        }
    }
}

/// The impossible combinations as diagrams of who can be; rules that share a dimension in one.
pub(super) fn rule_groups(guide: &Guide, space: &Space, mdds: &mut MddStore) -> Result<Vec<RuleGroup>, IndexError> {
    let mut groups: Vec<RuleGroup> = Vec::new();
    for (rule, condition) in space::rule_conditions(guide) {
        mdds.allow(MOST_STEPS);
        let impossible = compile(guide, space, mdds, &condition);
        let mut merged = RuleGroup { levels: mdds.support(impossible), can_be: mdds.not(impossible) };
        let (touched, apart): (Vec<_>, Vec<_>) =
            groups.into_iter().partition(|group| group.levels.iter().any(|level| merged.levels.contains(level)));
        for group in touched {
            merged.levels.extend(group.levels);
            merged.can_be = mdds.and(merged.can_be, group.can_be);
        }
        merged.levels.sort_unstable();
        merged.levels.dedup();
        if mdds.is_exhausted() {
            return Err(IndexError::TooComplex(rule));
        }
        groups = apart;
        groups.push(merged);
    }
    Ok(groups)
}

/// A column with what `make` gives for each record, or the first of its errors.
fn try_column<T: Record, V>(
    table: &Table<T>,
    make: impl FnMut(&T) -> Result<V, IndexError>,
) -> Result<Column<T, V>, IndexError> {
    table.iter().map(make).collect()
}

/// By phase and aspect; within an aspect primary first, then by role, then by id.
fn display_order(guide: &Guide) -> Vec<Ix<Responsibility>> {
    let mut order: Vec<_> = guide.responsibilities.ixs().collect();
    order.sort_by_cached_key(|ix| {
        let responsibility = &guide.responsibilities[*ix];
        let aspect = guide.aspect_ix(&responsibility.aspect);
        (aspect.is_none(), aspect, !responsibility.primary, responsibility.role, responsibility.id.clone())
    });
    order
}

fn by_aspect<'a, T>(records: impl Iterator<Item = (&'a AspectId, Ix<T>)>) -> FxHashMap<AspectId, Vec<Ix<T>>> {
    let mut lists: FxHashMap<AspectId, Vec<Ix<T>>> = FxHashMap::default();
    for (aspect, ix) in records {
        lists.entry(aspect.clone()).or_default().push(ix);
    }
    lists
}
