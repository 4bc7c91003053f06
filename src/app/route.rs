//! The way from one's own desk to the party that is explained.

use std::sync::Arc;

use super::{App, InChain, Selected};
use crate::{
    chain::ASKER,
    lookup::Known,
    model::{FacetId, Ix, Lang, Party, PartyId, Referral},
    present::{Asked, StepFacts},
    text::words,
};

/// A way, in words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RouteView {
    /// Where it starts.
    pub from: String,
    /// The hand-overs, in order.
    pub steps: Vec<StepView>,
}

/// A hand-over, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StepView {
    /// The hand-over.
    pub referral: Ix<Referral>,
    /// The party it leads to.
    pub party: PartyId,
    /// Its name.
    pub to: String,
    /// What the step is.
    pub act: &'static str,
    /// The ground on which data may be shared.
    pub ground: &'static str,
    /// What that means here.
    pub sharing: String,
    /// The step in a sentence.
    pub text: String,
    /// Conditions that no facet asks.
    pub provided: Vec<String>,
    /// Time limits.
    pub terms: Vec<String>,
    /// What it still depends on; `None` when it certainly holds.
    pub depends_on: Option<String>,
    /// Whether no source of the day of asking or before says it.
    pub start_unknown: bool,
    /// Whether its sources only announce it.
    pub only_announced: bool,
}

/// The best way from `own` to `to`; `None` when the sources tell none.
pub(super) fn route(asked: Asked<'_>, own: &PartyId, to: &PartyId, lang: Lang) -> Option<RouteView> {
    let (guide, date) = (asked.guide(), asked.outcome.date);
    let best = asked.routes(own, to).into_iter().next()?;
    let own = guide.party(own).map_or(own.as_str(), |party| party.short_name(date, lang));
    Some(RouteView { from: own.to_owned(), steps: best.iter().map(|facts| step(facts, lang)).collect() })
}

fn step(facts: &StepFacts<'_>, lang: Lang) -> StepView {
    // From whom follows from the step before it.
    let StepFacts { asked, ix, record, from: _, to, verdict: _, start_unknown, only_announced, validity_note: _ } =
        facts;
    let open = facts.depends_on();
    let to = to.map_or(record.to.as_str(), |party| party.short_name(asked.outcome.date, lang));
    StepView {
        referral: *ix,
        party: record.to.clone(),
        to: to.to_owned(),
        act: words::act(record.act, lang),
        ground: words::sharing_ground(record.sharing.ground, lang),
        sharing: record.sharing.text.clone(),
        text: record.text.clone(),
        provided: record.provided.clone(),
        terms: record.terms.iter().map(|term| words::term_length(term, lang)).collect(),
        depends_on: (!open.is_empty()).then(|| words::facet_names(asked.guide(), &open, lang)),
        start_unknown: *start_unknown,
        only_announced: *only_announced,
    }
}

impl App {
    /// The way from one's own desk to what is explained, and what the hand-overs make of that party.
    pub(super) fn find_route(&mut self) {
        let target = self.target();
        let own = self.own_party().map(|party| party.id.clone());
        let (index, outcome, lang) = (&self.document.index, &self.answered.outcome, self.settings.language);
        let explains_party = matches!(self.drawer.selected, Some(Selected::Party(_) | Selected::Responsibility(_)));
        let party = target.as_ref().filter(|_| explains_party);
        self.drawer.in_chain = party.map(|party| Arc::new(InChain::of(index, outcome, own.as_ref(), party, lang)));
        self.drawer.route = match (own, target) {
            (Some(own), Some(target)) if own != target => route(self.asked(), &own, &target, lang).map(Arc::new),
            _ => None,
        };
        self.ask_chain_again();
    }

    /// The party to which what is explained leads.
    pub(super) fn target(&self) -> Option<PartyId> {
        let guide = self.document.guide();
        match self.drawer.selected.as_ref()? {
            Selected::Responsibility(id) => guide.responsibilities.get(id).map(|record| record.party.clone()),
            Selected::Party(id) => Some(id.clone()),
            Selected::Gap(id) => guide.gaps.get(id).map(|gap| gap.ask.clone()),
            Selected::Term(_) | Selected::Source(_) => None,
        }
    }

    /// The party where the user works, when the profile says who asks.
    pub fn own_party(&self) -> Option<&Party> {
        let asker = FacetId::new(ASKER).ok()?;
        let Some(Known::OneOf(values)) = self.case.profile.known(&asker) else { return None };
        let mut values = values.iter();
        let only = values.next().filter(|_| values.next().is_none())?;
        self.guide().party(&PartyId::new(only.as_str()).ok()?)
    }

    /// What the hand-overs make of the party that is explained.
    pub fn in_chain(&self) -> Option<Arc<InChain>> {
        self.drawer.in_chain.clone()
    }

    /// The way from one's own desk to what is explained, when there is one.
    pub fn route(&self) -> Option<Arc<RouteView>> {
        self.drawer.route.clone()
    }
}
