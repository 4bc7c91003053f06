//! The whole picture on a date: where every party stands, the empty places, and the hand-overs between places.

use std::collections::BTreeMap;

use super::picture::{AspectGroup, Edge, Line, Picture, Place, Who};
use crate::model::{
    AspectId, AspectIx, Column, Date, Gap, GapKind, Guide, Ix, Party, PartyId, PartyScope, Phase, Referral,
    Responsibility,
};

impl Picture {
    /// What holds on `date`.
    pub fn new(guide: &Guide, date: Date) -> Self {
        let mut drawing = Drawing { guide, date, at: BTreeMap::new(), homes: guide.parties.column(|_| None) };
        drawing.place_answers();
        drawing.place_the_rest();
        drawing.finish()
    }
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
                let home = self.homes[*party].unwrap_or(*spot);
                let who = Who::Party { party: *party, home, responsibilities: responsibilities.clone() };
                let name = format!("{aspect}/{}", self.guide.parties[*party].id);
                places.push(Place { name, group, who, marks: Vec::new() });
            }
            for gap in gaps.get(spot).into_iter().flatten() {
                let name = format!("gat/{}", self.guide.gaps[*gap].id);
                places.push(Place { name, group, who: Who::Gap(*gap), marks: Vec::new() });
            }
        }
        let edges = self.edges(&positions);
        Picture { date: self.date, groups, places, edges, within: Vec::new() }
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
        let edge =
            |((from, to), referrals)| Edge { from, to, referrals, returns: Vec::new(), line: Line::Plain, lead: None };
        joined.into_iter().map(edge).collect()
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
