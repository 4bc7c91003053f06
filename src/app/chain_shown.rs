//! The picture of the chain as it is shown.

use std::sync::Arc;

use super::Selected;
use crate::{
    chain::{Level, Picture, PictureVerdicts, Who},
    lookup::{Outcome, Verdict},
    model::{Guide, Ix, PartyId, Referral},
    present::chain::{ChainView, OverlapView},
};

/// The picture for the persons of the moment.
#[derive(Clone, Debug)]
pub struct Chain {
    /// How much of the chain it shows.
    pub level: Level,
    /// The picture.
    pub view: Arc<ChainView>,
    /// How it stands for them.
    pub verdicts: Arc<PictureVerdicts>,
    /// Per lane what its main line says.
    pub answers: Arc<Vec<String>>,
    /// Per edge the number of the step of the route that it is, from 1.
    pub steps: Arc<Vec<Option<usize>>>,
    /// How many parties can have a part for them, and how many there are.
    pub parties: (usize, usize),
}

impl Chain {
    /// The places within so many hand-overs of one, whichever way they lead; all when `steps` is none.
    pub fn around(&self, place: usize, steps: Option<usize>) -> Vec<bool> {
        let Some(steps) = steps else { return vec![true; self.view.places.len()] };
        let mut near = vec![false; self.view.places.len()];
        for own in self.view.same_party(place) {
            near[own] = true;
        }
        for _ in 0..steps {
            let before = near.clone();
            for edge in &self.view.picture.edges {
                near[edge.to] |= before[edge.from];
                near[edge.from] |= before[edge.to];
            }
        }
        near
    }

    /// The parties of the aspect of a place, from top to bottom.
    pub fn column(&self, place: usize) -> Vec<usize> {
        let view = &self.view;
        let group = |place: usize| view.picture.places[place].group;
        let own = |other: &usize| group(*other) == group(place) && view.picture.places[*other].party().is_some();
        let mut column: Vec<usize> = (0..view.places.len()).filter(own).collect();
        column.sort_by(|a, b| view.layout.boxes[*a].top.total_cmp(&view.layout.boxes[*b].top));
        column
    }

    /// The agreement that is still to be made here, when the place and another party have a task for these persons.
    pub fn open_overlap(&self, place: usize, outcome: &Outcome) -> Option<&OverlapView> {
        self.view.open_overlap(place, outcome)
    }

    /// How an edge stands.
    pub fn edge_verdict(&self, edge: usize) -> Verdict {
        self.verdicts.edges.get(edge).copied().unwrap_or(Verdict::Excluded)
    }

    /// What explains a place; nothing when it only holds others.
    pub fn selects(&self, place: usize, guide: &Guide) -> Option<Selected> {
        let who = &self.view.picture.places.get(place)?.who;
        Some(match who {
            Who::Gap(gap) => Selected::Gap(guide.gaps[*gap].id.clone()),
            Who::Party { party, responsibilities, .. } => match responsibilities.as_slice() {
                [only] => Selected::Responsibility(guide.responsibilities[*only].id.clone()),
                _ => Selected::Party(guide.parties[*party].id.clone()),
            },
            Who::Together { .. } | Who::Fold { .. } => return None,
        })
    }

    /// The place to show for what the drawer explains.
    pub fn place_of(&self, selected: &Selected, guide: &Guide) -> Option<usize> {
        place_of(&self.view.picture, selected, guide)
    }
}

/// The place to show for what the drawer explains.
pub(super) fn place_of(picture: &Picture, selected: &Selected, guide: &Guide) -> Option<usize> {
    let places = &picture.places;
    let of = |party: &PartyId| picture.places_of(guide.parties.ix(party)?).into_iter().next();
    match selected {
        Selected::Party(party) => of(party),
        Selected::Gap(gap) => {
            let gap = guide.gaps.ix(gap)?;
            places.iter().position(|place| place.who == Who::Gap(gap))
        }
        Selected::Responsibility(wanted) => {
            let task = guide.responsibilities.ix(wanted)?;
            let holds =
                |who: &Who| matches!(who, Who::Party { responsibilities, .. } if responsibilities.contains(&task));
            let here = places.iter().position(|place| holds(&place.who));
            here.or_else(|| of(&guide.responsibilities[task].party))
        }
        Selected::Term(_) | Selected::Source(_) => None,
    }
}

/// Per edge the number of the step of a route that it is, from 1.
pub(super) fn steps_of(view: &ChainView, route: &[Ix<Referral>]) -> Vec<Option<usize>> {
    let number = |step: Ix<Referral>| route.iter().position(|own| *own == step).map(|at| at + 1);
    view.picture.edges.iter().map(|edge| edge.hand_overs().filter_map(number).min()).collect()
}
