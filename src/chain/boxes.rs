//! In which box of a shown picture the places of the whole one stand, and between which boxes a hand-over leads.

use std::collections::BTreeMap;

use super::picture::Picture;
use crate::model::{Ix, Party, Referral};

/// Per place of the whole picture its box.
#[derive(Debug)]
pub(super) struct Boxes {
    own: Vec<Option<usize>>,
    held: Vec<Option<usize>>,
}

/// A hand-over between two boxes, or within one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Step {
    pub(super) from: usize,
    pub(super) to: usize,
    pub(super) referral: Ix<Referral>,
}

/// What a bundle of hand-overs joins: a party wherever it stands, or a box that stands for several.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum End {
    Party(Ix<Party>),
    Box(usize),
}

/// What a box is an end of.
pub(super) fn end(shown: &Picture, place: usize) -> End {
    shown.places[place].party().map_or(End::Box(place), End::Party)
}

/// What a hand-over joins, whichever way it leads.
pub(super) fn ends(shown: &Picture, step: &Step) -> [End; 2] {
    let (one, other) = (end(shown, step.from), end(shown, step.to));
    [one.min(other), one.max(other)]
}

impl Boxes {
    /// Nothing stands anywhere yet.
    pub(super) fn new(places: usize) -> Self {
        Self { own: vec![None; places], held: vec![None; places] }
    }

    /// A place has this box for itself.
    pub(super) fn stands_in(&mut self, place: usize, own: usize) {
        self.own[place] = Some(own);
    }

    /// A place is folded into this box.
    pub(super) fn is_held_in(&mut self, place: usize, holder: usize) {
        self.held[place] = Some(holder);
    }

    /// The box that a place has for itself.
    pub(super) fn own(&self, place: usize) -> Option<usize> {
        self.own[place]
    }

    /// All hand-overs of the whole picture that hold, between the boxes of the one that is shown; but for those of
    /// parties that are not in it at all.
    pub(super) fn steps(&self, whole: &Picture, shown: &Picture, holds: impl Fn(Ix<Referral>) -> bool) -> Vec<Step> {
        let mut of_party: BTreeMap<Ix<Party>, Vec<usize>> = BTreeMap::new();
        for (position, place) in whole.places.iter().enumerate() {
            if let Some(party) = place.party() {
                of_party.entry(party).or_default().push(position);
            }
        }
        let find = |place: usize| self.find(whole, shown, &of_party, place);
        let mut steps = Vec::new();
        for edge in &whole.edges {
            let (Some(from), Some(to)) = (find(edge.from), find(edge.to)) else { continue };
            let held = edge.referrals.iter().copied().filter(|step| holds(*step));
            steps.extend(held.map(|referral| Step { from, to, referral }));
        }
        steps
    }

    /// Where a place is found: in its own box, in one of its party on the main line, where it is folded, or wherever
    /// else its party is; of several in the same lane first.
    fn find(
        &self,
        whole: &Picture,
        shown: &Picture,
        of_party: &BTreeMap<Ix<Party>, Vec<usize>>,
        place: usize,
    ) -> Option<usize> {
        if let Some(own) = self.own[place] {
            return Some(own);
        }
        let all = whole.places[place].party().and_then(|party| of_party.get(&party));
        let all = all.into_iter().flatten().copied();
        let nearest = |boxes: &mut dyn Iterator<Item = usize>| {
            boxes.min_by_key(|found| (shown.lane(*found) != whole.lane(place), *found))
        };
        let mut own = all.clone().filter_map(|other| self.own[other]);
        let on_spine = nearest(&mut own.clone().filter(|found| !shown.places[*found].marks.is_empty()));
        on_spine
            .or(self.held[place])
            .or_else(|| nearest(&mut own))
            .or_else(|| nearest(&mut all.filter_map(|other| self.held[other])))
    }
}
