//! Everything that one answer says.

use std::collections::BTreeSet;

use super::Asked;
use crate::{
    lookup::{Reason, WhyNot, is_old, is_only_announced, is_start_unknown, source_age},
    model::{
        Alert, Aspect, Conflict, Contact, Date, Facet, Ix, Lang, Own, Party, Receives, Responsibility, Role, SourceAge,
        Term, Verdict,
    },
    text::{days::told_on, own},
};

/// What the guide says of one responsibility for these persons, here and now.
///
/// [`Why`] is worked out when it is asked for; everything else is at hand.
#[derive(Clone, Debug)]
pub struct AnswerFacts<'a> {
    /// The question that it answers.
    pub asked: Asked<'a>,
    /// Which responsibility.
    pub ix: Ix<Responsibility>,
    /// Its text: task, role, conditions, legal basis, notes, citations.
    pub record: &'a Responsibility,
    /// Who.
    pub party: &'a Party,
    /// In which aspect; `None` when the guide has no such aspect.
    pub aspect: Option<&'a Aspect>,
    /// How it stands.
    pub verdict: Verdict,
    /// What one brings there.
    pub receives: Option<Receives>,
    /// Its time limits, and those of the same party in the same aspect that hold beside it.
    pub terms: Vec<TermFact<'a>>,
    /// How to reach the party on the day of asking.
    pub contacts: Vec<&'a Contact>,
    /// The number to call for it.
    pub phone: Option<&'a Contact>,
    /// What is different at the party on the day of asking.
    pub alerts: Vec<&'a Alert>,
    /// Where sources contradict each other about it or about its party.
    pub conflicts: Vec<&'a Conflict>,
    /// How old it is by its sources.
    pub age: SourceAge,
    /// Whether that is so long ago that one should check first.
    pub is_old: bool,
    /// Whether no source of the day of asking or before says it.
    pub start_unknown: bool,
    /// Whether its sources only announce it, so that nobody knows whether it came.
    pub only_announced: bool,
    /// When a person last checked it with the party.
    pub verified: Option<Date>,
    /// What one should know of how long it holds; nothing that came later than the day of asking.
    pub validity_note: Option<&'a str>,
    /// What else a reader should know, as far as it was so on the day of asking.
    pub notes: Vec<&'a str>,
    /// Laws and regulations, as far as they were named so on the day of asking.
    pub legal_basis: Vec<&'a str>,
    /// What of the guide is a supplement of one place: that is said wherever it is told.
    pub own: &'a Own,
}

/// A time limit that an answer says.
#[derive(Clone, Debug)]
pub struct TermFact<'a> {
    /// The limit.
    pub term: &'a Term,
    /// The responsibilities that state it, other than the answer itself: they may stand for some persons only.
    ///
    /// Empty when the answer itself states it.
    pub beside: Vec<(Ix<Responsibility>, Verdict)>,
}

/// Why something stands as it does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// It holds, by the smallest set of answers that makes it so; for everybody when there are none.
    Because(Vec<Reason>),
    /// It still depends on these facets.
    DependsOn(Vec<Ix<Facet>>),
    /// It does not hold, by this; `None` when nothing that was asked excludes it, such as a party that never answers.
    Not(Option<WhyNot>),
}

impl<'a> AnswerFacts<'a> {
    pub(super) fn new(asked: Asked<'a>, ix: Ix<Responsibility>) -> Option<Self> {
        let (guide, date) = (asked.guide(), asked.outcome.date);
        let record = &guide.responsibilities[ix];
        let party = &guide.parties[asked.index.party_of(ix)?];
        let age = source_age(guide, &record.cites, date);
        let conflicts = guide.conflicts.iter().filter(|conflict| {
            conflict.responsibilities.contains(&record.id) || conflict.parties.contains(&record.party)
        });
        Some(Self {
            asked,
            ix,
            record,
            party,
            aspect: guide.aspect(&record.aspect).map(|(_, aspect)| aspect),
            verdict: asked.outcome.standing(ix).unwrap_or(Verdict::Excluded),
            receives: record.receives.or(party.receives),
            terms: terms(asked, ix),
            contacts: party.contacts.iter().filter(|contact| contact.valid.holds_on(date)).collect(),
            phone: record.phone_on(party, date),
            alerts: party.alerts_on(date).collect(),
            conflicts: conflicts.collect(),
            age,
            is_old: is_old(age, date),
            start_unknown: is_start_unknown(guide, &record.valid, &record.cites, date),
            only_announced: is_only_announced(&record.cites),
            verified: record.verified,
            validity_note: told_on(&record.valid.note, date).next(),
            notes: told_on(&record.notes, date).collect(),
            legal_basis: told_on(&record.legal_basis, date).collect(),
            own: asked.index.own(),
        })
    }

    /// Whether the task, or who does it, is one's own supplement.
    pub fn is_own(&self) -> bool {
        self.own.has(&self.record.id) || self.own.has(&self.party.id)
    }

    /// What a reader should know, with a mark where it is one's own supplement.
    pub fn marked_notes(&self, lang: Lang) -> impl Iterator<Item = String> {
        self.notes.iter().map(move |note| own::note(self.own, &self.record.id, note, lang))
    }

    /// What it receives, where a reader must be told: not where it is a person, nor where it only decides.
    pub fn receives_else(&self) -> Option<Receives> {
        self.receives.filter(|receives| *receives != Receives::Slachtoffer && self.record.role != Role::Beslist)
    }

    /// Why it stands as it does.
    pub fn why(&self) -> Why {
        let Asked { index, profile, outcome } = self.asked;
        match self.verdict {
            Verdict::Applies => Why::Because(index.because(profile, self.ix)),
            Verdict::Depends => Why::DependsOn(index.depends_on(outcome, self.ix)),
            Verdict::Excluded => Why::Not(index.why_not(profile, outcome, self.ix)),
        }
    }
}

impl TermFact<'_> {
    /// The facets on which it depends whether the limit holds; empty when it does as soon as the answer does.
    pub fn depends_on(&self, asked: Asked<'_>) -> Vec<Ix<Facet>> {
        if self.beside.iter().any(|(_, verdict)| *verdict == Verdict::Applies) {
            return Vec::new();
        }
        let facets = self.beside.iter().flat_map(|(task, _)| asked.index.depends_on(asked.outcome, *task));
        facets.collect::<BTreeSet<_>>().into_iter().collect()
    }
}

/// The limits of a task; to one that can be turned to belong those that its party states apart for some persons.
fn terms(asked: Asked<'_>, ix: Ix<Responsibility>) -> Vec<TermFact<'_>> {
    let guide = asked.guide();
    let record = &guide.responsibilities[ix];
    let own = record.terms.iter().map(|term| TermFact { term, beside: Vec::new() });
    let mut terms: Vec<TermFact<'_>> = own.collect();
    let party = asked.index.party_of(ix).filter(|_| record.primary);
    for other in party.map(|party| asked.index.tasks_of(party)).unwrap_or_default().iter().copied() {
        let other_record = &guide.responsibilities[other];
        let is_beside = other != ix && !other_record.primary && other_record.aspect == record.aspect;
        let Some(verdict) = asked.outcome.standing(other).filter(|_| is_beside) else { continue };
        for term in &other_record.terms {
            match terms.iter_mut().find(|known| known.term == term) {
                // What the answer itself states needs no other.
                Some(known) if known.beside.is_empty() => {}
                Some(known) => known.beside.push((other, verdict)),
                None => terms.push(TermFact { term, beside: vec![(other, verdict)] }),
            }
        }
    }
    terms
}
