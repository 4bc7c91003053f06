//! What can become a part of a step.

use std::{
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet},
};

use super::{CITIZEN, Candidate, Doubt, PlanPart, Rank, Whose};
use crate::{
    lookup::{
        Conditioned, Index, Outcome,
        fixed::{Fixed, of_the_person},
    },
    model::{
        Act, AspectId, AspectIx, Column, ContactKind, Guide, Hour, Ix, Party, PartyId, PartyKind, Referral,
        Responsibility, Role, StepKind, Timing, Verdict, When, is_open,
    },
};

/// Who does what a part says.
#[derive(Clone, Copy)]
struct By {
    whose: Whose,
    /// Who else must be reached for it.
    through: Option<Ix<Party>>,
}

/// Gathers what the asker does, and what others then do.
pub(super) struct Gatherer<'a> {
    index: &'a Index,
    guide: &'a Guide,
    outcome: &'a Outcome,
    /// Per party whether it is the asker, or a whole that the asker is a part of.
    is_asker: Column<Party, bool>,
    /// Per party whether it may be the asker: a kind of the class that asks, where one shelter of many asks.
    may_be_asker: Column<Party, bool>,
    referrals: Vec<(Ix<Referral>, Verdict)>,
    /// Per party whether the asker itself surely turns to it.
    is_reached: Column<Party, bool>,
    /// Where hand-overs lead, and whether one surely does.
    led_to: BTreeMap<(&'a PartyId, &'a AspectId), bool>,
    hour: Hour,
    found: Vec<Candidate>,
}

impl<'a> Gatherer<'a> {
    pub(super) fn new(index: &'a Index, outcome: &'a Outcome, asker: Option<Ix<Party>>) -> Self {
        let guide = index.guide.as_ref();
        let referrals = index.referrals_of(outcome);
        let mut is_asker: Column<Party, bool> = guide.parties.column(|_| false);
        let mut open: Vec<Ix<Party>> = asker.into_iter().collect();
        while let Some(party) = open.pop() {
            if !std::mem::replace(&mut is_asker[party], true) {
                open.extend(guide.parties[party].part_of.iter().filter_map(|whole| guide.parties.ix(whole)));
            }
        }
        let class = asker.map(|asker| &guide.parties[asker]).filter(|asker| asker.kind == PartyKind::Groep);
        // Whom the asker itself turns to is another, also within its own house.
        let turned_to: BTreeSet<&PartyId> = referrals
            .iter()
            .map(|(referral, _)| &guide.referrals[*referral])
            .filter(|referral| class.is_some_and(|class| class.id == referral.from))
            .map(|referral| &referral.to)
            .collect();
        let is_of_class = |party: &Party| class.is_some_and(|class| party.part_of.contains(&class.id));
        let may_be_asker = guide.parties.column(|party| is_of_class(party) && !turned_to.contains(&party.id));
        Self {
            index,
            guide,
            outcome,
            is_asker,
            may_be_asker,
            led_to: led_to(guide, outcome, &referrals),
            referrals,
            is_reached: guide.parties.column(|_| false),
            hour: index.hour(outcome),
            found: Vec::new(),
        }
    }

    pub(super) fn gather(mut self) -> Vec<Candidate> {
        let reached = self.hand_overs();
        self.tasks();
        self.next_hand_overs(&reached);
        // What more likely does not hold is no step: whether it does is asked first. Somebody always has one.
        if self.found.iter().any(|candidate| !candidate.is_unlikely) {
            self.found.retain(|candidate| !candidate.is_unlikely);
        }
        self.found
    }

    /// Own tasks; safety, decisions and who takes over among those of others.
    fn tasks(&mut self) {
        for ix in self.guide.responsibilities.ixs() {
            let (Some(party), Some(verdict)) = (self.index.party_of(ix), self.outcome.standing(ix)) else { continue };
            let is_own = self.is_asker[party];
            let fixed = &self.index.fixed[ix];
            // Of others one hears only of whom to turn to; in a large guide that spares most of the work.
            if !is_own && !fixed.is_primary {
                continue;
            }
            if let Some(kind) = self.kind_of_task(party, ix, verdict) {
                let record = &self.guide.responsibilities[ix];
                let standing = (verdict, Conditioned::Responsibility(ix));
                let whose = match kind {
                    kind if is_own || kind == StepKind::Zelf => Whose::Own,
                    _ if self.led_to.contains_key(&(&record.party, &record.aspect)) => Whose::LedTo,
                    _ => Whose::Others,
                };
                let by = By { whose, through: None };
                let place = (fixed.narrowness, fixed.aspect);
                let rank = self.rank((fixed.when, kind, party), by, standing, place, (false, ix.position()));
                self.found.push(Candidate {
                    party,
                    is_own,
                    verdict,
                    act: None,
                    is_unlikely: is_unlikely(&rank),
                    rank,
                    part: PlanPart::Task(ix),
                });
            }
        }
    }

    /// As which kind of step a task of the asker, or one to turn to, belongs in the plan; `None` when it does not.
    fn kind_of_task(&self, party: Ix<Party>, ix: Ix<Responsibility>, verdict: Verdict) -> Option<StepKind> {
        let is_own = self.is_asker[party];
        let Fixed { when, role, is_safety, narrowness, .. } = self.index.fixed[ix];
        // Whether it is made for some persons, and not for everybody.
        let is_narrow = narrowness > 0;
        if when == When::Achtergrond || role == Role::WordtGeinformeerd {
            return None;
        }
        // Which of its class asks is not known: what such a one does at once is said with its name, and nothing else of
        // it is news to it, or a step of another.
        if self.may_be_asker[party] {
            let is_at_once = role == Role::VoertUit && when == When::Direct && is_narrow;
            return is_at_once.then_some(StepKind::Zelf);
        }
        // To receive what others bring is nothing to do for whoever has the person there.
        if is_own && role == Role::VoertUit && self.is_receiving(&self.guide.responsibilities[ix]) {
            return None;
        }
        if is_safety && (is_own || when == When::Direct) {
            return Some(StepKind::Veiligheid);
        }
        if is_own {
            return Some(StepKind::Zelf);
        }
        let is_soon = when <= When::EersteDagen;
        let is_certain = verdict == Verdict::Applies;
        match role {
            // What is decided about everybody is news only of whom the asker turns to.
            Role::Beslist if is_narrow || self.is_reached[party] => Some(StepKind::Beslissing),
            // Who takes over: sure, and meant for such a person.
            Role::VoertUit | Role::Bemiddelt if is_certain && is_soon && is_narrow => {
                // Where a hand-over leads to it, and does not surely hold, it is the hand-over that is the step.
                let record = &self.guide.responsibilities[ix];
                let is_led_to = self.led_to.get(&(&record.party, &record.aspect));
                is_led_to.is_none_or(|is_sure| *is_sure).then_some(StepKind::Overdracht)
            }
            _ => None,
        }
    }

    /// What the asker hands over; a citizen's hand-overs when it has none. Gives who is reached, within which aspect.
    fn hand_overs(&mut self) -> BTreeSet<(Ix<Party>, AspectId)> {
        let parties = &self.guide.parties;
        let from = |(ix, _): &(Ix<Referral>, Verdict)| parties.ix(&self.guide.referrals[*ix].from);
        let is_own = |from: Ix<Party>| self.is_asker[from] || self.may_be_asker[from];
        let is_citizen = |from: Ix<Party>| parties[from].id.as_str() == CITIZEN;
        let of = |is_wanted: &dyn Fn(Ix<Party>) -> bool| -> Vec<(Ix<Referral>, Verdict)> {
            self.referrals.iter().copied().filter(|held| from(held).is_some_and(is_wanted)).collect()
        };
        let own = of(&is_own);
        let own = if own.is_empty() { of(&is_citizen) } else { own };
        let mut reached = BTreeSet::new();
        for (ix, verdict) in own {
            let record = &self.guide.referrals[ix];
            let kind = match record.act {
                _ if self.is_safety(record.to_aspect.as_ref()) => StepKind::Veiligheid,
                Act::Signaleert | Act::Raadpleegt | Act::Meldt | Act::Verwijst => StepKind::Contact,
                Act::MeldtAan | Act::DraagtOver => StepKind::Overdracht,
            };
            // Who is only told of the person takes over nothing.
            let hands_over = matches!(record.act, Act::Verwijst | Act::MeldtAan | Act::DraagtOver);
            let Some(to) = self.hand_over(ix, verdict, kind, true) else { continue };
            self.is_reached[to] |= verdict == Verdict::Applies;
            if hands_over {
                reached.extend(record.to_aspect.iter().map(|aspect| (to, aspect.clone())));
            }
        }
        reached
    }

    /// Who takes over from those that the asker reaches, within the same aspect.
    fn next_hand_overs(&mut self, reached: &BTreeSet<(Ix<Party>, AspectId)>) {
        for (ix, verdict) in self.referrals.clone() {
            let record = &self.guide.referrals[ix];
            // Whom the asker turns to needs no other to come there.
            if self.guide.parties.ix(&record.to).is_some_and(|to| self.is_reached[to]) {
                continue;
            }
            let goes_on = matches!(record.act, Act::Verwijst | Act::MeldtAan | Act::DraagtOver);
            let Some(from) = self.guide.parties.ix(&record.from).filter(|_| goes_on) else { continue };
            let Some(aspect) = record.to_aspect.as_ref().or(record.from_aspect.as_ref()) else { continue };
            if !self.is_asker[from] && !self.may_be_asker[from] && reached.contains(&(from, aspect.clone())) {
                self.hand_over(ix, verdict, StepKind::Overdracht, false);
            }
        }
    }

    /// Adds a hand-over, and gives who receives it; not in the background, and not to the asker itself.
    fn hand_over(&mut self, ix: Ix<Referral>, verdict: Verdict, kind: StepKind, is_own: bool) -> Option<Ix<Party>> {
        let record = &self.guide.referrals[ix];
        let to = self.guide.parties.ix(&record.to).filter(|to| !self.is_asker[*to] && !self.may_be_asker[*to])?;
        let aspect = record.to_aspect.as_ref().or(record.from_aspect.as_ref());
        let when = self.when(record.timing.as_ref(), &[record.to_aspect.as_ref(), record.from_aspect.as_ref()]);
        if when == When::Achtergrond {
            return None;
        }
        let standing = (verdict, Conditioned::Referral(ix));
        let through = if is_own { None } else { self.guide.parties.ix(&record.from) };
        let by = By { whose: if is_own { Whose::Own } else { Whose::LedTo }, through };
        let place = (of_the_person(&record.who).len(), self.position(aspect));
        let rank = self.rank((when, kind, to), by, standing, place, (true, ix.position()));
        self.found.push(Candidate {
            party: to,
            is_own,
            verdict,
            act: Some(record.act),
            is_unlikely: is_unlikely(&rank),
            rank,
            part: PlanPart::HandOver(ix),
        });
        Some(to)
    }

    /// When a record matters: as it says itself, or as the first aspect does that says so; later when none does.
    fn when(&self, own: Option<&Timing>, aspects: &[Option<&AspectId>]) -> When {
        let mut of_aspects = aspects.iter().flatten().filter_map(|id| self.guide.aspect(id)?.1.timing.as_ref());
        own.or_else(|| of_aspects.next()).map_or(When::Later, |timing| timing.when)
    }

    /// Whether others report to the party of a task, within its aspect.
    fn is_receiving(&self, task: &Responsibility) -> bool {
        self.guide.referrals.iter().any(|referral| {
            matches!(referral.act, Act::Meldt | Act::Signaleert)
                && referral.to == task.party
                && referral.to_aspect.as_ref() == Some(&task.aspect)
        })
    }

    fn is_safety(&self, aspect: Option<&AspectId>) -> bool {
        aspect.and_then(|id| self.guide.aspect(id)).is_some_and(|(_, aspect)| aspect.safety)
    }

    /// Where an aspect stands among those of all phases; the last of all when there is none.
    fn position(&self, aspect: Option<&AspectId>) -> usize {
        let position = |AspectIx { phase, aspect }: AspectIx| {
            let before = self.guide.phases.iter().take(phase.position()).map(|phase| phase.aspects.len());
            before.sum::<usize>() + aspect.position()
        };
        aspect.and_then(|id| self.guide.aspect_ix(id)).map_or(usize::MAX, position)
    }

    /// `narrowness` is how many facets of the person are named, `aspect` the position of the aspect.
    fn rank(
        &self,
        (when, kind, party): (When, StepKind, Ix<Party>),
        By { whose, through }: By,
        (verdict, record_of): (Verdict, Conditioned),
        (narrowness, aspect): (usize, usize),
        record: (bool, usize),
    ) -> Rank {
        let doubt = match verdict {
            Verdict::Applies => Doubt::None,
            Verdict::Depends | Verdict::Excluded => Doubt::of(self.outcome.usual_likelihood(self.index, record_of)),
        };
        let is_no_safety = kind != StepKind::Veiligheid;
        let is_closed = !matches!(kind, StepKind::Veiligheid | StepKind::Zelf)
            && [Some(party), through].into_iter().flatten().any(|party| self.is_closed(party));
        let narrowness = Reverse(narrowness);
        let is_open = doubt > Doubt::Usual;
        Rank { when, is_no_safety, is_open, is_closed, doubt, whose, kind, narrowness, aspect, record }
    }

    /// Whether a party has numbers, and none of them is answered at this hour.
    fn is_closed(&self, party: Ix<Party>) -> bool {
        let contacts = &self.guide.parties[party].contacts;
        let calls = contacts.iter().filter(|contact| contact.kind == ContactKind::Telefoon);
        let mut calls = calls.filter(|contact| contact.valid.holds_on(self.outcome.date)).peekable();
        calls.peek().is_some() && calls.all(|contact| is_open(&contact.open, self.hour) == Some(false))
    }
}

/// Whether something more likely does not hold; or another may do it, and more than what is usual would have to be told
/// for that.
fn is_unlikely(rank: &Rank) -> bool {
    let is_others = rank.whose != Whose::Own;
    rank.is_no_safety && (rank.doubt == Doubt::Unlikely || rank.doubt == Doubt::Likely && is_others)
}

/// Where the hand-overs of a person in force lead, and whether one surely does.
fn led_to<'a>(
    guide: &'a Guide,
    outcome: &Outcome,
    held: &[(Ix<Referral>, Verdict)],
) -> BTreeMap<(&'a PartyId, &'a AspectId), bool> {
    let as_of = outcome.as_of();
    let sure: BTreeSet<_> =
        held.iter().filter(|(_, verdict)| *verdict == Verdict::Applies).map(|(ix, _)| *ix).collect();
    let mut led_to = BTreeMap::new();
    for (ix, record) in guide.referrals.enumerate() {
        let hands_over = matches!(record.act, Act::Verwijst | Act::MeldtAan | Act::DraagtOver);
        let Some(aspect) = record.to_aspect.as_ref().filter(|_| hands_over) else { continue };
        if as_of.is_within(&record.valid, &record.area) {
            *led_to.entry((&record.to, aspect)).or_insert(false) |= sure.contains(&ix);
        }
    }
    led_to
}
