//! What the hand-overs make of the party that is explained.

use crate::{
    chain::{HandOvers, desks},
    lookup::{Index, Outcome},
    model::{Ix, Lang, Party, PartyId},
};

/// A party's place among the others, by the names of those others.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct InChain {
    /// Whom nobody reaches without it, from whichever desk.
    pub cuts_off: Vec<String>,
    /// Who is on every way from one's own desk to it.
    pub gates: Vec<String>,
    /// The shortest way by which a person comes back to it.
    pub way_back: Vec<String>,
}

impl InChain {
    /// For the persons that are still possible.
    pub(super) fn of(index: &Index, outcome: &Outcome, own: Option<&PartyId>, party: &PartyId, lang: Lang) -> Self {
        let guide = index.guide();
        let Some(party) = guide.parties.ix(party) else { return Self::default() };
        let chain = HandOvers::new(index, &outcome.persons, outcome.as_of());
        let own = own.and_then(|own| guide.parties.ix(own));
        let names = |parties: Vec<Ix<Party>>| -> Vec<String> {
            parties.into_iter().map(|party| guide.parties[party].short_name(outcome.date, lang).to_owned()).collect()
        };
        Self {
            cuts_off: names(chain.cut_off_by(party, &desks(guide))),
            gates: names(own.map(|own| chain.gatekeepers(own, party)).unwrap_or_default()),
            way_back: names(chain.way_back(party).unwrap_or_default()),
        }
    }
}
