//! Which records are listed.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    edit,
    model::{AspectId, Date, Guide, PartyId, PhaseId, Problem, RecordKey, RecordKind, Responsibility, Severity},
    review::Freshness,
};

/// What of the records is listed: what meets all of this. Nothing of it is stored.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RecordFilter {
    /// Of this kind; `None` lists all kinds.
    pub kind: Option<RecordKind>,
    /// What is called so, or holds these words in its name or id.
    pub words: String,
    /// What has problems.
    pub only_problems: bool,
    /// This party, its tasks, and all that names one of those.
    pub party: Option<PartyId>,
    /// This part of the chain, the tasks in it with their parties, and all that names one of those tasks.
    pub part: Option<ChainPart>,
    /// Tasks that were checked so long ago, and the parties that have one.
    pub freshness: Option<Freshness>,
}

/// A phase of the chain, or an aspect of one.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ChainPart {
    /// A phase, with its aspects.
    Phase(PhaseId),
    /// An aspect.
    Aspect(AspectId),
}

impl RecordFilter {
    /// All records of a kind.
    pub fn of(kind: RecordKind) -> Self {
        Self { kind: Some(kind), ..Self::default() }
    }

    /// Whether it asks more than a kind and words.
    pub fn is_narrowed(&self) -> bool {
        let Self { kind: _, words: _, only_problems, party, part, freshness } = self;
        *only_problems || party.is_some() || part.is_some() || freshness.is_some()
    }

    /// Asks no more for what is not in the guide: it was taken out, or has another id.
    pub(super) fn keep_what_is_there(&mut self, guide: &Guide) {
        self.party.take_if(|party| guide.party(party).is_none());
        self.part.take_if(|part| !part.is_in(guide));
    }
}

impl ChainPart {
    fn is_in(&self, guide: &Guide) -> bool {
        match self {
            Self::Phase(phase) => guide.phases.get(phase).is_some(),
            Self::Aspect(aspect) => guide.phases.iter().any(|phase| phase.aspects.get(aspect).is_some()),
        }
    }

    /// Its aspects, and itself.
    fn records(&self, guide: &Guide) -> BTreeSet<RecordKey> {
        match self {
            Self::Aspect(aspect) => BTreeSet::from([RecordKey::from(aspect)]),
            Self::Phase(phase) => {
                let aspects = guide.phases.get(phase).into_iter().flat_map(|phase| &phase.aspects);
                aspects.map(|aspect| RecordKey::from(&aspect.id)).chain([RecordKey::from(phase)]).collect()
            }
        }
    }
}

/// The problems of a record: how many, and the gravest.
pub(super) type Faults<'a> = BTreeMap<&'a RecordKey, (usize, Severity)>;

/// The problems of each record.
pub(super) fn faults(problems: &[Problem]) -> Faults<'_> {
    let mut faults: Faults<'_> = BTreeMap::new();
    for problem in problems {
        let severity = problem.fault.rule().severity();
        let (count, gravest) = faults.entry(&problem.record).or_insert((0, severity));
        *count += 1;
        *gravest = severity.min(*gravest);
    }
    faults
}

/// The records that meet what a filter asks beside kind, words and problems; `None` when all do.
pub(super) fn narrowed(guide: &Guide, filter: &RecordFilter, today: Date) -> Option<BTreeSet<RecordKey>> {
    let by_party = filter.party.as_ref().map(|party| {
        let tasks = guide.responsibilities.iter().filter(|task| task.party == *party);
        about(guide, BTreeSet::from([RecordKey::from(party)]), tasks)
    });
    let by_part = filter.part.as_ref().map(|part| {
        let own = part.records(guide);
        let tasks = guide.responsibilities.iter();
        let tasks: Vec<_> = tasks.filter(|task| own.contains(&RecordKey::from(&task.aspect))).collect();
        let parties = tasks.iter().map(|task| RecordKey::from(&task.party)).collect::<Vec<_>>();
        about(guide, own, tasks).into_iter().chain(parties).collect()
    });
    let by_freshness = filter.freshness.map(|freshness| {
        let tasks = guide.responsibilities.iter().filter(|task| Freshness::of(task, today) == Some(freshness));
        tasks.flat_map(|task| [RecordKey::from(&task.id), RecordKey::from(&task.party)]).collect()
    });
    let sets = [by_party, by_part, by_freshness].into_iter().flatten();
    sets.reduce(|all, set| all.intersection(&set).cloned().collect())
}

/// These records with these tasks, and all that names one of them.
fn about<'g>(
    guide: &Guide,
    mut own: BTreeSet<RecordKey>,
    tasks: impl IntoIterator<Item = &'g Responsibility>,
) -> BTreeSet<RecordKey> {
    own.extend(tasks.into_iter().map(|task| RecordKey::from(&task.id)));
    let naming = edit::referrers(guide, &own);
    own.extend(naming);
    own
}
