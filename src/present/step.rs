//! Everything that a route says, step by step.

use super::Asked;
use crate::{
    chain,
    lookup::{is_only_announced, is_start_unknown},
    model::{Facet, Ix, Party, PartyId, Referral, Verdict},
    text::days::told_on,
};

/// What the guide says of one hand-over for these persons, here and now.
#[derive(Clone, Debug)]
pub struct StepFacts<'a> {
    /// The question in whose answer it is.
    pub asked: Asked<'a>,
    /// Which hand-over.
    pub ix: Ix<Referral>,
    /// Its text: what is done, conditions, ground for sharing, time limits, citations.
    pub record: &'a Referral,
    /// From whom; `None` when the guide has no such party.
    pub from: Option<&'a Party>,
    /// To whom; `None` when the guide has no such party.
    pub to: Option<&'a Party>,
    /// How it stands.
    pub verdict: Verdict,
    /// Whether no source of the day of asking or before says it.
    pub start_unknown: bool,
    /// Whether its sources only announce it, so that nobody knows whether it came.
    pub only_announced: bool,
    /// What one should know of how long it holds; nothing that came later than the day of asking.
    pub validity_note: Option<&'a str>,
}

impl<'a> Asked<'a> {
    /// The ways from one party to another: fewest steps first, then certain before dependent.
    pub fn routes(self, from: &PartyId, to: &PartyId) -> Vec<Vec<StepFacts<'a>>> {
        let Asked { index, profile: _, outcome } = self;
        let routes = chain::routes(index, &outcome.persons, outcome.as_of(), from, to);
        let steps = |route: chain::Route| route.steps.into_iter().map(|(ix, verdict)| self.step(ix, verdict)).collect();
        routes.into_iter().map(steps).collect()
    }

    /// The hand-overs between parties that answer, in the guide's order.
    pub fn hand_overs(self) -> impl Iterator<Item = StepFacts<'a>> {
        let Asked { index, profile: _, outcome } = self;
        let all = index.referrals_for(&outcome.persons, outcome.as_of()).into_iter();
        let answers = |party: Option<&Party>| party.is_some_and(|party| party.scope.is_executing());
        all.map(move |(ix, verdict)| self.step(ix, verdict))
            .filter(move |facts| answers(facts.from) && answers(facts.to))
    }

    fn step(self, ix: Ix<Referral>, verdict: Verdict) -> StepFacts<'a> {
        let guide = self.guide();
        let record = &guide.referrals[ix];
        StepFacts {
            asked: self,
            ix,
            record,
            from: guide.party(&record.from),
            to: guide.party(&record.to),
            verdict,
            start_unknown: is_start_unknown(guide, &record.valid, &record.cites, self.outcome.date),
            only_announced: is_only_announced(&record.cites),
            validity_note: told_on(&record.valid.note, self.outcome.date).next(),
        }
    }
}

impl StepFacts<'_> {
    /// The facets on which it still depends; empty when it does not.
    pub fn depends_on(&self) -> Vec<Ix<Facet>> {
        match self.verdict {
            Verdict::Depends => self.asked.index.referral_depends_on(&self.asked.outcome.persons, self.ix),
            Verdict::Applies | Verdict::Excluded => Vec::new(),
        }
    }
}
