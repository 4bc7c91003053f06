//! What the picture of the chain shows on a date: places, empty places, and the hand-overs between them.
//!
//! A party stands where it is primarily responsible; its first such place is its home, and the others refer to it.
//! Nothing here depends on a person: how each place stands for a profile is asked apart ([`Picture::verdicts`]),
//! so that the picture does not move when the profile changes.

use std::collections::{BTreeMap, BTreeSet};

use super::layout::{BoxRequest, EdgeRequest, Extent, Key, Lane, LayoutRequest, Sizes};
use crate::{
    lookup::{Index, Outcome, Verdict},
    model::{
        AspectId, AspectIx, Column, Date, Gap, GapKind, Guide, Ix, Party, PartyId, PartyScope, Phase, Referral,
        Responsibility,
    },
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
}

/// Who or what stands at a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Who {
    /// A party.
    Party {
        /// Which.
        party: Ix<Party>,
        /// Position of the place where it is at home; its own where that is here.
        home: usize,
        /// Its responsibilities in this aspect that hold on the date; empty when it only hands over or receives.
        responsibilities: Vec<Ix<Responsibility>>,
    },
    /// An empty place: nobody is responsible, or the sources do not say who.
    Gap(Ix<Gap>),
}

/// One or more hand-overs between the same two places.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edge {
    /// Position of the place where they start.
    pub from: usize,
    /// Position of the place where they end.
    pub to: usize,
    /// In the guide's order.
    pub referrals: Vec<Ix<Referral>>,
}

/// How the picture stands for the persons of an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PictureVerdicts {
    /// Per place; of several responsibilities the one that says most.
    pub places: Vec<Verdict>,
    /// Per edge; of several hand-overs the one that says most, unless a party that it joins has no task at all.
    pub edges: Vec<Verdict>,
}

impl Picture {
    /// What holds on `date`.
    pub fn new(guide: &Guide, date: Date) -> Self {
        let mut drawing = Drawing { guide, date, at: BTreeMap::new(), homes: guide.parties.column(|_| None) };
        drawing.place_answers();
        drawing.place_the_rest();
        drawing.finish()
    }

    /// The request for a layout: `height` gives the height of a place, `label` the room for the words of an edge.
    pub fn request(
        &self,
        guide: &Guide,
        look: &PictureSizes,
        height: impl Fn(usize) -> f32,
        label: impl Fn(usize) -> Option<Extent>,
    ) -> LayoutRequest {
        let lane = |phase: Ix<Phase>| {
            let rows = self.groups.iter().filter(|group| group.aspect.phase == phase).count();
            Lane { width: look.lane_width, heading: look.lane_heading, groups: vec![look.group_heading; rows] }
        };
        let boxes = self.places.iter().enumerate().map(|(position, place)| {
            let group = &self.groups[place.group];
            BoxRequest {
                key: place_key(&place.name),
                lane: group.aspect.phase.position(),
                group: group.row,
                height: height(position),
                // Who is there comes before who is not.
                last: matches!(place.who, Who::Gap(_)),
            }
        });
        let edges = self.edges.iter().enumerate().map(|(position, edge)| EdgeRequest {
            from: place_key(&self.places[edge.from].name),
            to: place_key(&self.places[edge.to].name),
            label: label(position),
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
        let mut referrals: Column<Referral, Verdict> = index.guide().referrals.column(|_| Verdict::Excluded);
        for (referral, verdict) in index.referrals_for(&outcome.persons, outcome.as_of()) {
            referrals[referral] = verdict;
        }
        let best = |verdicts: &mut dyn Iterator<Item = Verdict>| verdicts.min().unwrap_or(Verdict::Excluded);
        let edges: Vec<Verdict> =
            self.edges.iter().map(|edge| best(&mut edge.referrals.iter().map(|step| referrals[*step]))).collect();
        let places = self.places.iter().enumerate().map(|(position, place)| match &place.who {
            Who::Gap(gap) => outcome.gap_standing(*gap).unwrap_or(Verdict::Excluded),
            Who::Party { responsibilities, .. } if responsibilities.is_empty() => {
                let own =
                    self.edges.iter().zip(&edges).filter(|(edge, _)| edge.from == position || edge.to == position);
                best(&mut own.map(|(_, verdict)| *verdict))
            }
            Who::Party { responsibilities, .. } => {
                best(&mut responsibilities.iter().filter_map(|own| outcome.standing(*own)))
            }
        });
        let places: Vec<Verdict> = places.collect();
        // Who has no task for these persons at all hands nobody over, and nobody is handed over to it.
        let mut with_task: BTreeSet<Ix<Party>> = BTreeSet::new();
        for (place, verdict) in self.places.iter().zip(&places) {
            if let (Who::Party { party, .. }, true) = (&place.who, *verdict != Verdict::Excluded) {
                with_task.insert(*party);
            }
        }
        let takes_part = |place: usize| match &self.places[place].who {
            Who::Party { party, .. } => with_task.contains(party),
            Who::Gap(_) => false,
        };
        let joined = self.edges.iter().zip(edges);
        let edges = joined.map(
            |(edge, verdict)| {
                if takes_part(edge.from) && takes_part(edge.to) { verdict } else { Verdict::Excluded }
            },
        );
        PictureVerdicts { edges: edges.collect(), places }
    }

    /// Positions of the places of a party, its home first.
    pub fn places_of(&self, party: Ix<Party>) -> Vec<usize> {
        let is_its = |place: &Place| matches!(place.who, Who::Party { party: own, .. } if own == party);
        let mut found: Vec<usize> = (0..self.places.len()).filter(|place| is_its(&self.places[*place])).collect();
        found.sort_by_key(|place| !self.is_home(*place));
        found
    }

    /// Whether a party is at home at a place.
    pub fn is_home(&self, place: usize) -> bool {
        matches!(self.places.get(place), Some(Place { who: Who::Party { home, .. }, .. }) if *home == place)
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

/// Where a party or a gap stands.
type Spot = AspectIx;

/// The position in the picture of every place of a party.
type Positions = BTreeMap<(Spot, Ix<Party>), usize>;

struct Drawing<'a> {
    guide: &'a Guide,
    date: Date,
    /// Per spot and party its responsibilities there.
    at: BTreeMap<(Spot, Ix<Party>), Vec<Ix<Responsibility>>>,
    /// Per party its home.
    homes: Column<Party, Option<Spot>>,
}

impl Drawing<'_> {
    fn spot(&self, aspect: &AspectId) -> Option<Spot> {
        self.guide.aspect_ix(aspect)
    }

    /// A party that can answer.
    fn party(&self, id: &PartyId) -> Option<Ix<Party>> {
        let found = self.guide.parties.ix(id)?;
        (self.guide.parties[found].scope == PartyScope::Uitvoerend).then_some(found)
    }

    /// Parties with a task: where they are primarily responsible, or else where their first task is.
    fn place_answers(&mut self) {
        let in_force = self.guide.responsibilities.enumerate();
        let in_force = in_force.filter(|(_, record)| record.valid.holds_on(self.date));
        let mut tasks: Vec<(Ix<Party>, Spot, bool, Ix<Responsibility>)> = in_force
            .filter_map(|(position, record)| {
                Some((self.party(&record.party)?, self.spot(&record.aspect)?, !record.primary, position))
            })
            .collect();
        tasks.sort_by_key(|(party, spot, is_second, position)| (*party, *is_second, *spot, *position));
        for own in tasks.chunk_by(|a, b| a.0 == b.0) {
            let (party, home, is_second, _) = own[0];
            self.homes[party] = Some(home);
            for (_, spot, other_second, position) in own {
                // What it also does where it is primary belongs to that place.
                let stands =
                    if is_second { *spot == home } else { !other_second || self.at.contains_key(&(*spot, party)) };
                if stands {
                    self.at.entry((*spot, party)).or_default().push(*position);
                }
            }
        }
    }

    /// Parties that only hand over or receive: in the aspect of their first hand-over, or else where the other stands.
    fn place_the_rest(&mut self) {
        // A second pass finds those whose neighbour got its own place in the first.
        for _ in 0..2 {
            for referral in self.guide.referrals.iter().filter(|referral| referral.valid.holds_on(self.date)) {
                let ends = [
                    (&referral.from, &referral.from_aspect, &referral.to, &referral.to_aspect),
                    (&referral.to, &referral.to_aspect, &referral.from, &referral.from_aspect),
                ];
                for (own, aspect, other, other_aspect) in ends {
                    let Some(party) = self.party(own).filter(|party| self.homes[*party].is_none()) else { continue };
                    let named = aspect.as_ref().or(other_aspect.as_ref()).and_then(|aspect| self.spot(aspect));
                    let beside = self.party(other).and_then(|other| self.homes[other]);
                    if let Some(spot) = named.or(beside) {
                        self.homes[party] = Some(spot);
                        self.at.insert((spot, party), Vec::new());
                    }
                }
            }
        }
    }

    fn finish(self) -> Picture {
        let mut gaps: BTreeMap<Spot, Vec<Ix<Gap>>> = BTreeMap::new();
        for (position, gap) in self.guide.gaps.enumerate() {
            let is_empty_place = matches!(gap.kind, GapKind::Niemand | GapKind::Onbekend);
            if let Some(spot) = self.spot(&gap.aspect).filter(|_| is_empty_place && gap.valid.holds_on(self.date)) {
                gaps.entry(spot).or_default().push(position);
            }
        }
        let mut spots: Vec<Spot> = self.at.keys().map(|(spot, _)| *spot).chain(gaps.keys().copied()).collect();
        spots.sort_unstable();
        spots.dedup();
        let mut groups: Vec<AspectGroup> = Vec::new();
        for aspect in &spots {
            let row = groups.iter().filter(|group| group.aspect.phase == aspect.phase).count();
            groups.push(AspectGroup { aspect: *aspect, row });
        }
        let mut places = Vec::new();
        let mut positions: Positions = BTreeMap::new();
        for (group, spot) in spots.iter().enumerate() {
            let aspect = &self.guide[*spot].id;
            let here = self.at.iter().filter(|((at, _), _)| at == spot);
            for ((_, party), responsibilities) in here {
                positions.insert((*spot, *party), places.len());
                let who = Who::Party { party: *party, home: 0, responsibilities: responsibilities.clone() };
                places.push(Place { name: format!("{aspect}/{}", self.guide.parties[*party].id), group, who });
            }
            for gap in gaps.get(spot).into_iter().flatten() {
                places.push(Place { name: format!("gat/{}", self.guide.gaps[*gap].id), group, who: Who::Gap(*gap) });
            }
        }
        for place in &mut places {
            if let Who::Party { party, home, .. } = &mut place.who
                && let Some(spot) = self.homes[*party]
            {
                *home = positions.get(&(spot, *party)).copied().unwrap_or_default();
            }
        }
        let edges = self.edges(&positions);
        Picture { date: self.date, groups, places, edges }
    }

    fn edges(&self, positions: &Positions) -> Vec<Edge> {
        let mut joined: BTreeMap<(usize, usize), Vec<Ix<Referral>>> = BTreeMap::new();
        for (position, referral) in self.guide.referrals.enumerate() {
            if !referral.valid.holds_on(self.date) {
                continue;
            }
            let (Some(from), Some(to)) = (self.party(&referral.from), self.party(&referral.to)) else { continue };
            let named = |aspect: &Option<AspectId>| aspect.as_ref().and_then(|aspect| self.spot(aspect));
            let (leaves, arrives) = (named(&referral.from_aspect), named(&referral.to_aspect));
            let to = self.end(positions, to, arrives, None);
            let lane = to.map(|(spot, _)| spot.phase);
            if let (Some((_, from)), Some((_, to))) = (self.end(positions, from, leaves, lane), to)
                && from != to
            {
                joined.entry((from, to)).or_default().push(position);
            }
        }
        joined.into_iter().map(|((from, to), referrals)| Edge { from, to, referrals }).collect()
    }

    /// Where a hand-over touches a party: in the aspect that it names, else in that lane, else at home.
    fn end(
        &self,
        positions: &Positions,
        party: Ix<Party>,
        named: Option<Spot>,
        lane: Option<Ix<Phase>>,
    ) -> Option<(Spot, usize)> {
        let at = |spot: Spot| positions.get(&(spot, party)).map(|place| (spot, *place));
        let in_lane = |lane: Ix<Phase>| {
            let mut own = positions.iter().filter(|((spot, own), _)| *own == party && spot.phase == lane);
            own.next().map(|((spot, _), place)| (*spot, *place))
        };
        let lane = named.map(|spot| spot.phase).or(lane);
        named.and_then(at).or_else(|| lane.and_then(in_lane)).or_else(|| at(self.homes[party]?))
    }
}

/// The key of the box of a place, by the name of the place (FNV-1a).
pub fn place_key(name: &str) -> Key {
    name.bytes().fold(0xCBF2_9CE4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3))
}
