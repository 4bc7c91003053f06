//! What the asker does next: a few steps, derived from the same records as the answer.
//!
//! Steps come from the hand-overs and tasks of whoever asks; then, one hand-over further, from who decides and who
//! takes over. What goes to one party in one call is one step. There is no second rule base: every step rests on a
//! responsibility or a referral that holds for these persons, here and now.
//!
//! What is certain for some persons is certain for fewer of them, so a certain part of a step stays when more is known
//! of the person; it may only move into a step of the same party.

mod gather;

use std::{cmp::Reverse, collections::BTreeMap};

use super::{ASKER, Index, Outcome};
use crate::model::{Act, Hour, Ix, Party, PartyId, Referral, Responsibility, StepKind, Verdict, When};

/// Who asks when no desk of the guide does.
pub const CITIZEN: &str = "burger";
/// The most steps that a reader is given at once; design.md, section 3a.
pub const MOST_STEPS: usize = 7;

/// What to do next, best first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// Who asks; `None` when the guide has no party for it.
    pub asker: Option<Ix<Party>>,
    /// All steps, most urgent first; a reader is given [`MOST_STEPS`] of them.
    pub steps: Vec<PlanStep>,
}

/// One thing to do, or to expect of another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanStep {
    /// How soon.
    pub when: When,
    /// What kind of step it is.
    pub kind: StepKind,
    /// Who does it, or to whom one turns.
    pub party: Ix<Party>,
    /// Whether it is sure, or hangs on what is not known of the person.
    pub verdict: Verdict,
    /// What it rests on: never empty, all with its verdict, the first says what is done with whom.
    pub parts: Vec<PlanPart>,
    /// What comes with a sure step as long as nothing unusual is told.
    pub usual: Vec<PlanPart>,
    /// What may come with it: hangs on what is not known.
    pub perhaps: Vec<PlanPart>,
}

/// What a step rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlanPart {
    /// A task of the party of the step.
    Task(Ix<Responsibility>),
    /// A hand-over to the party of the step.
    HandOver(Ix<Referral>),
}

impl Plan {
    /// The steps that a reader is given.
    pub fn first(&self) -> &[PlanStep] {
        &self.steps[..self.steps.len().min(MOST_STEPS)]
    }
}

impl PlanStep {
    /// What is done in the hand-over that leads the step; `None` when a task does.
    pub fn act(&self, index: &Index) -> Option<Act> {
        self.hand_over().map(|referral| index.guide.referrals[referral].act)
    }

    /// The hand-over that leads the step; `None` when a task does.
    pub fn hand_over(&self) -> Option<Ix<Referral>> {
        match self.parts.first() {
            Some(PlanPart::HandOver(referral)) => Some(*referral),
            Some(PlanPart::Task(_)) | None => None,
        }
    }
}

impl Index {
    /// What whoever asks does next for the persons of an outcome.
    pub fn plan(&self, outcome: &Outcome) -> Plan {
        let asker = self.asker(outcome);
        let candidates = gather::Gatherer::new(self, outcome, asker).gather();
        let mut steps = merge(candidates);
        steps.sort_by_key(|(place, _)| *place);
        Plan { asker, steps: steps.into_iter().map(|(_, step)| step).collect() }
    }

    /// The hour at which is asked, as far as it is known of these persons.
    pub fn hour(&self, outcome: &Outcome) -> Hour {
        let timed = self.guide.facets.iter().find(|facet| facet.is_timed());
        let known = timed.and_then(|facet| {
            let (_, value) = self.only_value(&outcome.persons, facet.id.as_str())?;
            facet.values.iter().find(|other| other.id.as_str() == value)
        });
        known.map_or(Hour::Unknown, |value| Hour::within(&value.hours))
    }

    /// The party that asks: the only one it can be, or else a citizen.
    fn asker(&self, outcome: &Outcome) -> Option<Ix<Party>> {
        let party = |id: &str| PartyId::new(id).ok().and_then(|id| self.guide.parties.ix(&id));
        let only = self.only_value(&outcome.persons, ASKER);
        only.and_then(|(_, value)| party(&value)).or_else(|| party(CITIZEN))
    }
}

/// Where a part stands among all: how soon; safety before all else; what is sure or usual before the rest; who does not
/// answer now after who may; sure before usual; what the asker does before
/// what others do, and who is led to by others last; what kind; what is made for a narrower group first; and the guide's
/// order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Rank {
    when: When,
    is_no_safety: bool,
    is_open: bool,
    is_closed: bool,
    doubt: Doubt,
    whose: Whose,
    kind: StepKind,
    narrowness: Reverse<usize>,
    /// Of the aspect, over all phases.
    aspect: usize,
    /// Of the record in its table; tasks before hand-overs.
    record: (bool, usize),
}

/// Who does it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Whose {
    /// The asker.
    Own,
    /// Another.
    Others,
    /// Another, to whom others lead.
    LedTo,
}

/// How doubtful it is that something holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Doubt {
    /// It is sure.
    None,
    /// It holds as long as nothing unusual is told.
    Usual,
    /// It holds for at least half.
    Likely,
    /// It holds for fewer.
    Unlikely,
}

impl Doubt {
    fn of(likelihood: f64) -> Self {
        if likelihood >= 1.0 {
            Self::Usual
        } else if likelihood >= 0.5 {
            Self::Likely
        } else {
            Self::Unlikely
        }
    }
}

/// A part of a step to come.
#[derive(Clone, Copy, Debug)]
struct Candidate {
    party: Ix<Party>,
    /// Whether it is an act of the asker.
    is_own: bool,
    verdict: Verdict,
    /// What is done, where it is a hand-over.
    act: Option<Act>,
    /// Whether more likely it does not hold.
    is_unlikely: bool,
    rank: Rank,
    part: PlanPart,
}

impl Candidate {
    /// How doubtful it is; what holds for half or more, and for fewer, alike.
    fn doubt(&self) -> Doubt {
        self.rank.doubt.min(Doubt::Likely)
    }
}

/// What is one step: one party and one call. Safety is a call of its own, and so is each time for the asker's own tasks;
/// to ask for a place is another act than to report, on another ground.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Call {
    Safety(Ix<Party>),
    Own(Ix<Party>, When),
    Place(Ix<Party>),
    Other(Ix<Party>),
}

fn merge(candidates: Vec<Candidate>) -> Vec<(Rank, PlanStep)> {
    // Where the asker itself asks for a place: what is as doubtful as that, or more, goes with it.
    let mut places: BTreeMap<_, Doubt> = BTreeMap::new();
    for candidate in candidates.iter().filter(|candidate| candidate.is_own && candidate.act == Some(Act::MeldtAan)) {
        let doubt = places.entry((candidate.party, candidate.rank.aspect)).or_insert(Doubt::Likely);
        *doubt = candidate.doubt().min(*doubt);
    }
    let mut calls: BTreeMap<Call, Vec<Candidate>> = BTreeMap::new();
    for candidate in candidates {
        let place = (candidate.party, candidate.rank.aspect);
        let call = match candidate.rank.kind {
            StepKind::Veiligheid => Call::Safety(candidate.party),
            StepKind::Zelf => Call::Own(candidate.party, candidate.rank.when),
            _ if candidate.act.is_none_or(|act| act == Act::MeldtAan)
                && places.get(&place).is_some_and(|doubt| *doubt <= candidate.doubt()) =>
            {
                Call::Place(candidate.party)
            }
            StepKind::Contact | StepKind::Overdracht | StepKind::Beslissing => Call::Other(candidate.party),
        };
        calls.entry(call).or_default().push(candidate);
    }
    let mut steps: Vec<(Rank, PlanStep)> = Vec::new();
    let mut asked: Vec<usize> = Vec::new();
    for (call, candidates) in calls {
        if let Some(step) = step(candidates) {
            asked.extend(matches!(call, Call::Place(_)).then_some(steps.len()));
            steps.push(step);
        }
    }
    ask_first(&mut steps, &asked);
    steps
}

/// Who takes over or decides within an aspect does so after it was asked for a place there, also where asking is only
/// usual and the other sure. Not where nobody answers now, nor where the asker surely goes to another for it.
fn ask_first(steps: &mut [(Rank, PlanStep)], asked: &[usize]) {
    for &asked in asked {
        let own = steps[asked].0;
        let goes_elsewhere = steps.iter().any(|(rank, step)| {
            let hands_over = matches!(step.parts.first(), Some(PlanPart::HandOver(_)));
            hands_over && rank.whose == Whose::Own && rank.aspect == own.aspect && rank.doubt == Doubt::None
        });
        if own.doubt > Doubt::Usual || goes_elsewhere {
            continue;
        }
        let follows = |(rank, _): &&(Rank, PlanStep)| {
            let takes_over = matches!(rank.kind, StepKind::Overdracht | StepKind::Beslissing);
            let is_there = rank.aspect == own.aspect && rank.is_closed >= own.is_closed;
            takes_over && is_there && rank.whose != Whose::Own && *rank < own
        };
        if let Some(first) = steps.iter().filter(follows).map(|(rank, _)| *rank).min() {
            steps[asked].0 = Rank { whose: Whose::Own, kind: own.kind, record: own.record, ..first };
        }
    }
}

/// One step of what belongs together; what is open stands apart from what is sure.
fn step(mut candidates: Vec<Candidate>) -> Option<(Rank, PlanStep)> {
    // What is sure gives the step its place, however soon something else may come with it; and what the asker does
    // leads, before what the other then does.
    candidates.sort_by_key(|candidate| (candidate.doubt(), !candidate.is_own, candidate.rank));
    let leader = *candidates.first()?;
    let of = |is_wanted: &dyn Fn(Doubt) -> bool| -> Vec<PlanPart> {
        let wanted = candidates.iter().filter(|candidate| is_wanted(candidate.doubt()));
        wanted.map(|candidate| candidate.part).collect()
    };
    let (kind, verdict, leading) = (leader.rank.kind, leader.verdict, leader.doubt());
    let same = candidates.iter().filter(|candidate| candidate.doubt() == leading);
    let mut rank = same.map(|candidate| candidate.rank).min()?;
    rank.kind = kind;
    let step = PlanStep {
        when: rank.when,
        kind,
        party: leader.party,
        verdict,
        parts: of(&|doubt| doubt == leading),
        usual: of(&|doubt| doubt == Doubt::Usual && doubt != leading),
        perhaps: of(&|doubt| doubt > Doubt::Usual && doubt != leading),
    };
    Some((rank, step))
}
