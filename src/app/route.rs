//! The way from one's own desk to the party that is explained.

use crate::{
    chain,
    lookup::{Index, Match, Outcome},
    model::{Lang, PartyId},
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
    /// Position of the hand-over in the guide.
    pub referral: usize,
    /// Position of the party it leads to.
    pub party: usize,
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
    /// Whether it holds for all the persons that are still possible.
    pub is_certain: bool,
}

/// The best way from `own` to `to`; nothing when the sources tell none.
pub(super) fn route(index: &Index, outcome: &Outcome, own: &PartyId, to: &PartyId, lang: Lang) -> Option<RouteView> {
    let guide = index.guide();
    let best = chain::routes(index, &outcome.persons, outcome.here(), own, to).into_iter().next()?;
    let name =
        |id: &PartyId| guide.party(id).map_or(id.as_str(), |party| party.short_name(outcome.date, lang)).to_owned();
    let steps = best.steps.into_iter().map(|(position, verdict)| {
        let referral = &guide.referrals[position];
        StepView {
            referral: position,
            party: guide.parties.iter().position(|party| party.id == referral.to).unwrap_or(usize::MAX),
            to: name(&referral.to),
            act: words::act(referral.act, lang),
            ground: words::sharing_ground(referral.sharing.ground, lang),
            sharing: referral.sharing.text.clone(),
            text: referral.text.clone(),
            provided: referral.provided.clone(),
            terms: referral.terms.iter().map(|term| words::term_length(term, lang)).collect(),
            is_certain: verdict == Match::Applies,
        }
    });
    Some(RouteView { from: name(own), steps: steps.collect() })
}
