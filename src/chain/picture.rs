//! What the picture of the chain shows on a date: places, empty places, and the hand-overs between them.
//!
//! A party stands where it is primarily responsible; its first such place is its home, and the others refer to it.
//! Nothing in the whole picture depends on a person: how each place stands for a profile is asked apart
//! ([`Picture::verdicts`]). What is shown of it for somebody is another picture: see [`Picture::shown`].

use std::collections::BTreeSet;

use super::layout::{BoxRequest, EdgeRequest, Extent, Key, Lane, LayoutRequest, Sizes};
use crate::{
    lookup::{Index, Outcome, Verdict},
    model::{AspectIx, Column, Date, Gap, Guide, Ix, Party, PartyId, Phase, Referral, Responsibility},
};

/// Places and hand-overs on a date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// The day that it shows.
    pub date: Date,
    /// The aspects in which something stands, in the guide's order.
    pub groups: Vec<AspectGroup>,
    /// By aspect in the guide's order; within an aspect by party in the guide's order, then gaps.
    pub places: Vec<Place>,
    /// By the places that they join, in the order of the places.
    pub edges: Vec<Edge>,
    /// Hand-overs between parties that stand in one box together.
    pub within: Vec<Ix<Referral>>,
}

/// An aspect in the picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AspectGroup {
    /// The aspect; its phase is its lane.
    pub aspect: AspectIx,
    /// Position of the group within its lane.
    pub row: usize,
}

/// A box.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Its name, the same in every picture: aspect and party, or a gap.
    pub name: String,
    /// Position of its group.
    pub group: usize,
    /// Who or what stands there.
    pub who: Who,
    /// The marks of its aspect for which it stands on the main line, as positions; none when it is beside that line.
    pub marks: Vec<usize>,
}

/// Who or what stands at a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Who {
    /// A party.
    Party {
        /// Which.
        party: Ix<Party>,
        /// The aspect where it is at home; its own where that is here.
        home: AspectIx,
        /// Its responsibilities in this aspect that hold on the date; empty when it only hands over or receives.
        responsibilities: Vec<Ix<Responsibility>>,
    },
    /// An empty place: nobody is responsible, or the sources do not say who.
    Gap(Ix<Gap>),
    /// All who are in an aspect, as one: the main line passes every one of them.
    Together {
        /// Who they are.
        members: Vec<Place>,
        /// Whether each of them has a box of its own as well.
        is_open: bool,
    },
    /// What else is in an aspect, folded away.
    Fold {
        /// What it holds; nothing while it is open.
        members: Vec<Place>,
        /// Whether its members stand in boxes of their own, until it is closed again.
        is_open: bool,
    },
}

/// One or more hand-overs between the same two places.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edge {
    /// Position of the place where they start.
    pub from: usize,
    /// Position of the place where they end.
    pub to: usize,
    /// In the guide's order. Neither these nor those back: the same party goes on.
    pub referrals: Vec<Ix<Referral>>,
    /// Hand-overs the other way.
    pub returns: Vec<Ix<Referral>>,
    /// How it is drawn.
    pub line: Line,
    /// The hand-over for which it is on the main line.
    pub lead: Option<Ix<Referral>>,
}

/// How an edge is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Line {
    /// As one of many.
    Plain,
    /// As a part of the main line.
    Spine,
    /// Not: it is only told.
    Told,
}

impl Edge {
    /// All its hand-overs, whichever way.
    pub fn hand_overs(&self) -> impl Iterator<Item = Ix<Referral>> {
        self.referrals.iter().chain(&self.returns).copied()
    }
}

impl Place {
    /// It, and the places that it holds.
    pub fn with_members(&self) -> impl Iterator<Item = &Self> {
        let held: &[Self] = match &self.who {
            Who::Together { members, .. } | Who::Fold { members, .. } => members,
            Who::Party { .. } | Who::Gap(_) => &[],
        };
        std::iter::once(self).chain(held)
    }

    /// The party that stands there, when it is one.
    pub fn party(&self) -> Option<Ix<Party>> {
        match self.who {
            Who::Party { party, .. } => Some(party),
            Who::Gap(_) | Who::Together { .. } | Who::Fold { .. } => None,
        }
    }

    /// Whether it stands for others that are folded away.
    pub fn is_fold(&self) -> bool {
        matches!(self.who, Who::Fold { .. })
    }
}

/// How the picture stands for the persons of an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PictureVerdicts {
    /// Per place; of several responsibilities the one that says most.
    pub places: Vec<Verdict>,
    /// Per edge; of several hand-overs the one that says most.
    pub edges: Vec<Verdict>,
    /// Per hand-over; excluded where a party that it joins has no task at all.
    pub hand_overs: Column<Referral, Verdict>,
}

impl Picture {
    /// The request for a layout: `height` gives the height of a place, `label` the room for the words of an edge.
    pub fn request(
        &self,
        guide: &Guide,
        look: &PictureSizes,
        height: impl Fn(usize) -> f32,
        label: impl Fn(usize) -> Option<Extent>,
    ) -> LayoutRequest {
        // A row that is folded as a whole says itself which aspect it is.
        let mut heads = vec![false; self.groups.len()];
        for place in self.places.iter().filter(|place| !place.is_fold()) {
            heads[place.group] = true;
        }
        let lane = |phase: Ix<Phase>| {
            let rows = self.groups.iter().zip(&heads).filter(|(group, _)| group.aspect.phase == phase);
            let heading = |(_, heads): (_, &bool)| if *heads { look.group_heading } else { 0.0 };
            Lane { width: look.lane_width, heading: look.lane_heading, groups: rows.map(heading).collect() }
        };
        let boxes = self.places.iter().enumerate().map(|(position, place)| {
            let group = &self.groups[place.group];
            BoxRequest {
                key: place_key(&place.name),
                lane: group.aspect.phase.position(),
                group: group.row,
                height: height(position),
                // Who is there comes before who is not.
                last: matches!(place.who, Who::Gap(_) | Who::Fold { .. }),
            }
        });
        let edges = self.edges.iter().enumerate().map(|(position, edge)| {
            let from = place_key(&self.places[edge.from].name);
            let (to, label) = match edge.line {
                // What names one box twice gets no path.
                Line::Told => (from, None),
                Line::Plain | Line::Spine => (place_key(&self.places[edge.to].name), label(position)),
            };
            EdgeRequest { from, to, label }
        });
        LayoutRequest {
            lanes: guide.phases.ixs().map(lane).collect(),
            boxes: boxes.collect(),
            edges: edges.collect(),
            sizes: look.sizes,
            ..LayoutRequest::default()
        }
    }

    /// How every place and edge stands for the persons of an answer on the same date.
    pub fn verdicts(&self, index: &Index, outcome: &Outcome) -> PictureVerdicts {
        let guide = index.guide();
        let mut referrals: Column<Referral, Verdict> = guide.referrals.column(|_| Verdict::Excluded);
        for (referral, verdict) in index.referrals_for(&outcome.persons, outcome.as_of()) {
            referrals[referral] = verdict;
        }
        let mut passing: Column<Party, Verdict> = guide.parties.column(|_| Verdict::Excluded);
        for step in self.edges.iter().flat_map(Edge::hand_overs).chain(self.within.iter().copied()) {
            let record = &guide.referrals[step];
            for party in [&record.from, &record.to].into_iter().filter_map(|id| guide.parties.ix(id)) {
                passing[party] = passing[party].min(referrals[step]);
            }
        }
        let stands = |place: &Place| standing(place, outcome, &passing);
        let best = |place: &Place| place.with_members().map(stands).min().unwrap_or(Verdict::Excluded);
        let places: Vec<Verdict> = self.places.iter().map(best).collect();
        // Who has no task for these persons at all hands nobody over, and nobody is handed over to it.
        let everybody = self.places.iter().flat_map(Place::with_members);
        let with_task: BTreeSet<Ix<Party>> =
            everybody.filter(|place| stands(place) != Verdict::Excluded).filter_map(Place::party).collect();
        let takes_part = |party: &PartyId| guide.parties.ix(party).is_some_and(|party| with_task.contains(&party));
        for (step, record) in guide.referrals.enumerate() {
            if !(takes_part(&record.from) && takes_part(&record.to)) {
                referrals[step] = Verdict::Excluded;
            }
        }
        let edges = self.edges.iter().map(|edge| {
            let steps = edge.hand_overs().map(|step| referrals[step]).min();
            // Without a hand-over the same party goes on, as far as both its places hold.
            steps.unwrap_or_else(|| places[edge.from].max(places[edge.to]))
        });
        PictureVerdicts { edges: edges.collect(), places, hand_overs: referrals }
    }

    /// Positions of the places of a party, its home first.
    pub fn places_of(&self, party: Ix<Party>) -> Vec<usize> {
        let is_its = |place: &Place| place.party() == Some(party);
        let mut found: Vec<usize> = (0..self.places.len()).filter(|place| is_its(&self.places[*place])).collect();
        found.sort_by_key(|place| !self.is_home(*place));
        found
    }

    /// Whether a party is at home at a place.
    pub fn is_home(&self, place: usize) -> bool {
        let Some(place) = self.places.get(place) else { return false };
        matches!(place.who, Who::Party { home, .. } if home == self.groups[place.group].aspect)
    }

    /// The lane in which a place stands.
    pub fn lane(&self, place: usize) -> Ix<Phase> {
        self.groups[self.places[place].group].aspect.phase
    }
}

/// How a place stands for the persons of an answer; `passing` is how the hand-overs of a party stand, for who has no
/// task. What only holds others stands for nothing itself.
fn standing(place: &Place, outcome: &Outcome, passing: &Column<Party, Verdict>) -> Verdict {
    match &place.who {
        Who::Gap(gap) => outcome.gap_standing(*gap).unwrap_or(Verdict::Excluded),
        Who::Party { party, responsibilities, .. } if responsibilities.is_empty() => passing[*party],
        Who::Party { responsibilities, .. } => {
            let own = responsibilities.iter().filter_map(|own| outcome.standing(*own));
            own.min().unwrap_or(Verdict::Excluded)
        }
        Who::Together { .. } | Who::Fold { .. } => Verdict::Excluded,
    }
}

/// The measures of a picture, in points.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct PictureSizes {
    /// Width of a box.
    pub lane_width: f32,
    /// Room for the heading of a phase.
    pub lane_heading: f32,
    /// Room for the heading of an aspect.
    pub group_heading: f32,
    /// Distances.
    pub sizes: Sizes,
}

/// The key of the box of a place, by the name of the place (FNV-1a).
pub fn place_key(name: &str) -> Key {
    name.bytes().fold(0xCBF2_9CE4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3))
}
