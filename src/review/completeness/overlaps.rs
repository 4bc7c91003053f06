//! For whom more than one party is the one to turn to, so that they have to agree.

use std::collections::{BTreeMap, BTreeSet};

use super::{Found, MOST_BOXES, Place, Regional, answers_in, any, aspects, plain};
use crate::{
    lookup::{Cover, Index, PersonSet, PersonSets},
    model::{Agreement, AgreementState, AspectIx, Guide, Ix, Party, PartyId, Regions, Responsibility, Role, Validity},
    review::stretch::{Stretch, add_joined, stretches},
};

/// All overlaps.
pub type Overlaps = Found<OverlapFound, NoOverlap>;

/// Parties that are each the one to turn to, for the same persons and in the same role.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OverlapFound {
    /// Which.
    pub parties: Vec<Ix<Party>>,
    /// The role they have in common.
    pub role: Role,
    /// By which tasks.
    pub tasks: Vec<Ix<Responsibility>>,
    /// What is known of an agreement between them; never that the task is shared, as then there is none to make.
    pub agreement: Option<Ix<Agreement>>,
}

/// An agreement of which the parties do not overlap, as far as it can be computed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoOverlap {
    /// Which.
    pub agreement: Ix<Agreement>,
    /// Why.
    pub why: WhyNoOverlap,
}

/// Why parties that have to agree do not overlap.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WhyNoOverlap {
    /// Its tasks are of different aspects or roles.
    NotTheSame,
    /// At most one of its tasks is that of a party to turn to.
    NotPrimary,
    /// Its tasks are of one party, or of a party and a part of it.
    OneParty,
    /// Nobody is there for whom two of its tasks hold at the same time.
    NobodyInCommon,
}

/// For whom parties overlap: two parties of which neither is a part of the other, both primary, in the same aspect and
/// role, unless the task is shared by law or by its nature.
pub fn overlaps(index: &Index, regions: &Regions) -> Overlaps {
    let guide = index.guide();
    let primary = guide.responsibilities.iter().filter(|task| task.primary);
    let Some(mut persons) = Regional::of(index, regions, primary) else { return Overlaps::too_much(index) };
    let agreements = Agreements::of(guide);
    let parts = Parts::of(guide);
    let mut places = Vec::new();
    let (mut known, mut count, mut is_all) = (BTreeMap::new(), 0, true);
    for aspect in aspects(guide) {
        let mut by_role: BTreeMap<Role, Vec<Task>> = BTreeMap::new();
        for (task, party) in answers_in(index, aspect) {
            let record = &guide.responsibilities[task];
            if record.primary {
                let who = persons.set(record);
                by_role.entry(record.role).or_default().push(Task { ix: task, party, who });
            }
        }
        let mut common = Common { sets: &mut persons.sets, known: std::mem::take(&mut known), found: count };
        let found = by_role.into_iter().try_for_each(|(role, tasks)| {
            let said = Said { aspect, role, tasks: &tasks, agreements: &agreements, parts: &parts };
            places.extend(said.places(guide, &mut common)?);
            Some(())
        });
        (known, count) = (common.known, common.found);
        if found.is_none() {
            is_all = false;
            break;
        }
    }
    let met: BTreeSet<Ix<Agreement>> = places.iter().filter_map(|place| place.what.agreement).collect();
    let open = guide.agreements.enumerate().filter(|(_, agreement)| agreement.state != AgreementState::Gezamenlijk);
    let not_found = open
        .filter(|(ix, _)| !met.contains(ix))
        .map(|(ix, agreement)| NoOverlap { agreement: ix, why: parts.why_not(guide, agreement) });
    let not_found = not_found.collect();
    let mut found = Overlaps::of(&persons.sets, places, not_found);
    if !is_all {
        (found.is_all, found.not_found) = (false, Vec::new());
    }
    // What one agreement is about stands together, first what has none.
    found.places.sort_by_key(|place| (place.aspect, place.what.agreement));
    found
}

/// A task of a party to turn to, and for whom.
struct Task {
    ix: Ix<Responsibility>,
    party: Ix<Party>,
    who: PersonSet,
}

/// The tasks of one aspect and role.
struct Said<'a> {
    aspect: AspectIx,
    role: Role,
    tasks: &'a [Task],
    agreements: &'a Agreements,
    parts: &'a Parts,
}

/// More pairs of tasks for the same persons are more than anybody agrees on: it is said that not all was worked out.
const MOST_FOUND: usize = 20_000;

/// Who is in two sets, worked out once for the many tasks that hold for the same persons.
struct Common<'a> {
    sets: &'a mut PersonSets,
    known: BTreeMap<[PersonSet; 2], PersonSet>,
    /// How many pairs of tasks were found.
    found: usize,
}

impl Common<'_> {
    /// Plainly nobody when nobody is who can be; `None` when it takes too much.
    fn both(&mut self, one: PersonSet, other: PersonSet) -> Option<PersonSet> {
        let key = [one.min(other), one.max(other)];
        if let Some(both) = self.known.get(&key) {
            return Some(*both);
        }
        let both = self.sets.both(one, other);
        let both = plain(self.sets, both)?;
        self.known.insert(key, both);
        Some(both)
    }
}

/// Two tasks of different parties for the same persons.
struct Together<'a> {
    valid: [&'a Validity; 2],
    who: PersonSet,
    tasks: [Ix<Responsibility>; 2],
}

/// Two parties, in the guide's order, and the agreement between them.
type Pair = ([Ix<Party>; 2], Option<Ix<Agreement>>);

/// When and for whom pairs overlap, and what is agreed.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Held {
    stretch: Stretch,
    who: PersonSet,
    agreement: Option<Ix<Agreement>>,
}

impl Said<'_> {
    /// Where they overlap; `None` when it takes too much.
    fn places(&self, guide: &Guide, persons: &mut Common<'_>) -> Option<Vec<Place<OverlapFound>>> {
        let mut pairs: BTreeMap<Pair, Vec<Together<'_>>> = BTreeMap::new();
        for (position, one) in self.tasks.iter().enumerate() {
            for other in &self.tasks[position + 1..] {
                let valid = [one, other].map(|task| &guide.responsibilities[task.ix].valid);
                if !valid[0].overlaps(valid[1]) {
                    continue;
                }
                let Some(pair) = self.pair(one, other) else { continue };
                let who = persons.both(one.who, other.who)?;
                if who != PersonSet::NOBODY {
                    persons.found += 1;
                    pairs.entry(pair).or_default().push(Together { valid, who, tasks: [one.ix, other.ix] });
                }
                if persons.found > MOST_FOUND {
                    return None;
                }
            }
        }
        let mut found: BTreeMap<Pair, Vec<(Stretch, PersonSet)>> = BTreeMap::new();
        let mut by: BTreeMap<Pair, BTreeSet<Ix<Responsibility>>> = BTreeMap::new();
        for (pair, together) in pairs {
            for stretch in stretches(together.iter().flat_map(|together| together.valid)) {
                let then =
                    together.iter().filter(|together| together.valid.iter().all(|valid| valid.holds_on(stretch.day)));
                let who = any(persons.sets, then.map(|together| together.who));
                if who != PersonSet::NOBODY {
                    add_joined(found.entry(pair).or_default(), stretch, who);
                }
            }
            by.insert(pair, together.iter().flat_map(|together| together.tasks).collect());
        }
        Some(self.told(guide, persons.sets, found, &by))
    }

    /// `None` when they do not overlap, whoever it is about.
    fn pair(&self, one: &Task, other: &Task) -> Option<Pair> {
        if self.parts.are_one(one.party, other.party) {
            return None;
        }
        let agreement = match self.agreements.between(one.ix, other.ix) {
            Between::Shared => return None,
            Between::Agreement(agreement) => Some(agreement),
            Between::Nothing => None,
        };
        let parties = [one.party.min(other.party), one.party.max(other.party)];
        Some((parties, agreement))
    }

    /// Pairs as places: parties that all overlap in the same way for the same persons are told once.
    fn told(
        &self,
        guide: &Guide,
        sets: &mut PersonSets,
        found: BTreeMap<Pair, Vec<(Stretch, PersonSet)>>,
        by: &BTreeMap<Pair, BTreeSet<Ix<Responsibility>>>,
    ) -> Vec<Place<OverlapFound>> {
        let mut alike: Vec<(Held, Vec<[Ix<Party>; 2]>)> = Vec::new();
        for ((parties, agreement), held) in found {
            for (stretch, who) in held {
                let held = Held { stretch, who, agreement };
                match alike.iter_mut().find(|(same, _)| *same == held) {
                    Some((_, pairs)) => pairs.push(parties),
                    None => alike.push((held, vec![parties])),
                }
            }
        }
        let mut covers: BTreeMap<PersonSet, Cover> = BTreeMap::new();
        let mut places = Vec::new();
        for (Held { stretch, who, agreement }, pairs) in alike {
            let cover = covers.entry(who).or_insert_with(|| sets.cover(who, MOST_BOXES));
            for parties in together(&pairs) {
                let tasks: BTreeSet<Ix<Responsibility>> = pairs
                    .iter()
                    .filter(|pair| pair.iter().all(|party| parties.contains(party)))
                    .filter_map(|pair| by.get(&(*pair, agreement)))
                    .flatten()
                    .copied()
                    .filter(|task| guide.responsibilities[*task].valid.overlaps(&stretch.during()))
                    .collect();
                let what = OverlapFound { parties, role: self.role, tasks: tasks.into_iter().collect(), agreement };
                places.push(Place { aspect: self.aspect, during: stretch.during(), what, who: cover.clone() });
            }
        }
        places
    }
}

/// Groups of parties of which every two are a pair: each pair is in one, and as few groups as are easily found.
fn together(pairs: &[[Ix<Party>; 2]]) -> Vec<Vec<Ix<Party>>> {
    let are_pair = |one: Ix<Party>, other: Ix<Party>| pairs.contains(&[one.min(other), one.max(other)]);
    let mut groups: Vec<Vec<Ix<Party>>> = Vec::new();
    for pair in pairs {
        if groups.iter().any(|group| pair.iter().all(|party| group.contains(party))) {
            continue;
        }
        let mut group = pair.to_vec();
        for party in pairs.iter().flatten() {
            if !group.contains(party) && group.iter().all(|other| are_pair(*party, *other)) {
                group.push(*party);
            }
        }
        group.sort_unstable();
        groups.push(group);
    }
    groups
}

/// What is agreed between two tasks.
enum Between {
    /// They share it: no overlap.
    Shared,
    /// An agreement is needed, or made.
    Agreement(Ix<Agreement>),
    /// No agreement of the guide is on these two.
    Nothing,
}

/// The agreements of a guide, by task.
struct Agreements {
    of: BTreeMap<Ix<Responsibility>, Vec<(Ix<Agreement>, bool)>>,
}

impl Agreements {
    fn of(guide: &Guide) -> Self {
        let mut of: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for (ix, agreement) in guide.agreements.enumerate() {
            let is_shared = agreement.state == AgreementState::Gezamenlijk;
            for task in agreement.between.iter().filter_map(|task| guide.responsibilities.ix(task)) {
                of.entry(task).or_default().push((ix, is_shared));
            }
        }
        Self { of }
    }

    fn between(&self, one: Ix<Responsibility>, other: Ix<Responsibility>) -> Between {
        let of = |task| self.of.get(&task).map(Vec::as_slice).unwrap_or_default();
        let mut both = of(one).iter().filter(|agreement| of(other).contains(agreement));
        let Some((first, is_shared)) = both.next() else { return Between::Nothing };
        if *is_shared || both.any(|(_, is_shared)| *is_shared) { Between::Shared } else { Between::Agreement(*first) }
    }
}

/// Which party is a part of which.
struct Parts {
    within: BTreeMap<Ix<Party>, BTreeSet<Ix<Party>>>,
}

impl Parts {
    fn of(guide: &Guide) -> Self {
        let wholes = |ix: Ix<Party>| {
            let mut found: BTreeSet<Ix<Party>> = BTreeSet::new();
            let mut open: Vec<&PartyId> = guide.parties[ix].part_of.iter().collect();
            while let Some(whole) = open.pop().and_then(|id| guide.parties.ix(id)) {
                if found.insert(whole) {
                    open.extend(&guide.parties[whole].part_of);
                }
            }
            found
        };
        Self { within: guide.parties.ixs().map(|ix| (ix, wholes(ix))).collect() }
    }

    /// Whether they are the same, or one is a part of the other.
    fn are_one(&self, one: Ix<Party>, other: Ix<Party>) -> bool {
        let is_within = |part, whole| self.within.get(part).is_some_and(|wholes| wholes.contains(whole));
        one == other || is_within(&one, &other) || is_within(&other, &one)
    }

    /// Why the tasks of an agreement do not overlap.
    fn why_not(&self, guide: &Guide, agreement: &Agreement) -> WhyNoOverlap {
        let tasks: Vec<&Responsibility> =
            agreement.between.iter().filter_map(|task| guide.responsibilities.get(task)).collect();
        let pairs = || {
            let others = tasks.iter().enumerate().map(|(at, one)| (one, &tasks[at + 1..]));
            others.flat_map(|(one, others)| others.iter().map(move |other| (*one, *other)))
        };
        let party = |task: &Responsibility| guide.parties.ix(&task.party);
        let primary = |(one, other): &(&Responsibility, &Responsibility)| one.primary && other.primary;
        let apart = |(one, other): &(&Responsibility, &Responsibility)| {
            party(one).zip(party(other)).is_some_and(|(one, other)| !self.are_one(one, other))
        };
        let alike =
            |(one, other): &(&Responsibility, &Responsibility)| one.aspect == other.aspect && one.role == other.role;
        if !pairs().any(|pair| primary(&pair)) {
            WhyNoOverlap::NotPrimary
        } else if !pairs().any(|pair| primary(&pair) && apart(&pair)) {
            WhyNoOverlap::OneParty
        } else if !pairs().any(|pair| primary(&pair) && apart(&pair) && alike(&pair)) {
            WhyNoOverlap::NotTheSame
        } else {
            WhyNoOverlap::NobodyInCommon
        }
    }
}
