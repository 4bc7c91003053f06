//! What the hand-overs make of the chain: gatekeepers, single points of failure, dead ends, the unreached, cycles.

use std::{
    cmp::Reverse,
    collections::{BTreeSet, VecDeque},
};

use petgraph::{
    Direction,
    algo::{dominators, tarjan_scc},
    graph::{DiGraph, NodeIndex},
    unionfind::UnionFind,
    visit::EdgeRef as _,
};

use crate::{
    lookup::{AsOf, Cube, Index},
    model::{Column, Date, FacetId, Guide, Ix, Party, PartyId, PartyScope, Referral, Role},
};

/// The hand-overs of some persons on a date as a graph of parties.
///
/// A whole and its parts are one place: whoever reaches the one can go on from the other.
#[derive(Clone, Debug)]
pub struct HandOvers {
    /// The node of a party has its position. Per edge a referral, or none between a whole and a part of it.
    graph: DiGraph<Ix<Party>, Option<Ix<Referral>>>,
    /// Per party the number of its place: the same for a whole and all its parts.
    places: Column<Party, usize>,
}

pub use crate::lookup::ASKER;

/// The parties at whose desks the chain begins, in the guide's order of parties.
pub fn desks(guide: &Guide) -> Vec<Ix<Party>> {
    let asker = FacetId::new(ASKER).ok().and_then(|asker| guide.facet(&asker));
    let named: BTreeSet<&str> =
        asker.into_iter().flat_map(|facet| &facet.values).map(|value| value.id.as_str()).collect();
    guide.parties.enumerate().filter(|(_, party)| named.contains(party.id.as_str())).map(|(ix, _)| ix).collect()
}

/// A party without which others cannot be reached.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SinglePoint {
    /// The party.
    pub party: Ix<Party>,
    /// Whom nothing reaches without it, in the guide's order.
    pub cuts_off: Vec<Ix<Party>>,
}

impl HandOvers {
    /// The hand-overs that hold for all or some of the persons of a propagated cube.
    pub fn new(index: &Index, persons: &Cube, as_of: impl Into<AsOf>) -> Self {
        let held = index.referrals_for(persons, as_of).into_iter().map(|(referral, _)| referral);
        Self::of(index.guide(), held)
    }

    /// The hand-overs that hold on a date for anybody.
    pub fn on(guide: &Guide, date: Date) -> Self {
        let held = guide.referrals.enumerate().filter(|(_, referral)| referral.valid.holds_on(date));
        Self::of(guide, held.map(|(ix, _)| ix))
    }

    fn of(guide: &Guide, referrals: impl Iterator<Item = Ix<Referral>>) -> Self {
        let mut graph = DiGraph::new();
        for party in guide.parties.ixs() {
            graph.add_node(party);
        }
        let find = |id: &PartyId| guide.parties.ix(id).map(node);
        let mut places = UnionFind::new(guide.parties.len());
        for (ix, party) in guide.parties.enumerate() {
            for whole in party.part_of.iter().filter_map(find) {
                let part = node(ix);
                graph.add_edge(part, whole, None);
                graph.add_edge(whole, part, None);
                places.union(part.index(), whole.index());
            }
        }
        for referral in referrals {
            let record = &guide.referrals[referral];
            if let (Some(from), Some(to)) = (find(&record.from), find(&record.to)) {
                graph.add_edge(from, to, Some(referral));
            }
        }
        Self { graph, places: places.into_labeling().into_iter().collect() }
    }

    /// Per party whether the hand-overs lead there from one of `desks`; a desk reaches itself.
    pub fn reached_from(&self, desks: &[Ix<Party>]) -> Column<Party, bool> {
        self.reached_without(desks, None)
    }

    fn reached_without(&self, desks: &[Ix<Party>], without: Option<Ix<Party>>) -> Column<Party, bool> {
        let mut reached: Column<Party, bool> = self.graph.node_weights().map(|_| false).collect();
        let mut open: Vec<_> = desks.iter().copied().filter(|desk| Some(*desk) != without).collect();
        while let Some(party) = open.pop() {
            if !std::mem::replace(&mut reached[party], true) {
                let next = self.graph.neighbors(node(party)).map(|next| self.graph[next]);
                open.extend(next.filter(|next| Some(*next) != without && !reached[*next]));
            }
        }
        reached
    }

    /// Whom nobody reaches from any of `desks` without a party; but not its own whole and parts.
    pub fn cut_off_by(&self, party: Ix<Party>, desks: &[Ix<Party>]) -> Vec<Ix<Party>> {
        let (with, without) = (self.reached_from(desks), self.reached_without(desks, Some(party)));
        let is_cut_off = |other: &Ix<Party>| with[*other] && !without[*other] && !self.is_one_place(*other, party);
        self.graph.node_weights().copied().filter(is_cut_off).collect()
    }

    /// Whether two parties are parts of one whole, or one is a part of the other, or they are the same.
    fn is_one_place(&self, one: Ix<Party>, other: Ix<Party>) -> bool {
        self.places[one] == self.places[other]
    }

    /// The parties through which every way from `desk` to `party` leads, in the order in which one meets them;
    /// but not the wholes and parts of those two.
    ///
    /// Empty when there is a way around each of them, and when there is no way at all.
    pub fn gatekeepers(&self, desk: Ix<Party>, party: Ix<Party>) -> Vec<Ix<Party>> {
        let gates = dominators::simple_fast(&self.graph, node(desk));
        let strict = gates.strict_dominators(node(party));
        let is_own = |gate: &Ix<Party>| self.is_one_place(*gate, desk) || self.is_one_place(*gate, party);
        let met = strict.into_iter().flatten().map(|gate| self.graph[gate]);
        let mut met: Vec<_> = met.filter(|gate| !is_own(gate)).collect();
        met.reverse();
        met
    }

    /// The parties without which others can no longer be reached from any of `desks`; those that cut off most first.
    pub fn single_points(&self, desks: &[Ix<Party>]) -> Vec<SinglePoint> {
        let mut graph = self.graph.map(|_, party| Some(*party), |_, _| ());
        let anywhere = graph.add_node(None);
        for desk in desks {
            graph.add_edge(anywhere, node(*desk), ());
        }
        let gates = dominators::simple_fast(&graph, anywhere);
        let mut cuts_off: Column<Party, Vec<Ix<Party>>> = self.graph.node_weights().map(|_| Vec::new()).collect();
        for party in self.graph.node_weights().copied() {
            let met = gates.strict_dominators(node(party)).into_iter().flatten().filter_map(|gate| graph[gate]);
            // A whole and its parts are one place: that the one leads to the other says nothing.
            for gate in met.filter(|gate| !self.is_one_place(party, *gate)) {
                cuts_off[gate].push(party);
            }
        }
        let points = cuts_off.into_enumerated().map(|(party, cuts_off)| SinglePoint { party, cuts_off });
        let mut cut: Vec<SinglePoint> = points.collect();
        cut.retain(|point| !point.cuts_off.is_empty());
        cut.sort_by_key(|point| (Reverse(point.cuts_off.len()), point.party));
        cut
    }

    /// The shortest way by which a person can come back to a party: the parties in between, in order.
    pub fn way_back(&self, party: Ix<Party>) -> Option<Vec<Ix<Party>>> {
        let steps = |from: Ix<Party>| {
            let mut next: Vec<_> = self
                .graph
                .edges(node(from))
                .filter(|edge| edge.weight().is_some() && edge.target() != edge.source())
                .map(|edge| self.graph[edge.target()])
                .collect();
            next.sort_unstable();
            next
        };
        // Breadth first; the first who leads back is the last of a shortest way.
        let mut came_from: Column<Party, Option<Ix<Party>>> = self.graph.node_weights().map(|_| None).collect();
        let mut open = VecDeque::from([party]);
        while let Some(last) = open.pop_front() {
            for next in steps(last) {
                if next == party {
                    let mut way: Vec<_> = std::iter::successors(Some(last), |one| came_from[*one]).collect();
                    way.pop();
                    way.reverse();
                    return Some(way);
                }
                if came_from[next].is_none() {
                    came_from[next] = Some(last);
                    open.push_back(next);
                }
            }
        }
        None
    }

    /// Parties among which a person can go round by hand-overs, largest circle first.
    pub fn cycles(&self) -> Vec<Vec<Ix<Party>>> {
        let steps = self.graph.filter_map(|_, party| Some(*party), |_, step| step.map(|_| ()));
        let mut found: Vec<Vec<Ix<Party>>> = tarjan_scc(&steps)
            .into_iter()
            .filter(|circle| circle.len() > 1)
            .map(|circle| circle.into_iter().map(|node| self.graph[node]).collect())
            .collect();
        for circle in &mut found {
            circle.sort_unstable();
        }
        found.sort_by_cached_key(|circle| (Reverse(circle.len()), circle.clone()));
        found
    }

    /// Parties with a task on the date to which no hand-over leads from any desk; without desks, from any party.
    pub fn unreached(&self, guide: &Guide, date: Date) -> Vec<Ix<Party>> {
        let mut desks = desks(guide);
        if desks.is_empty() {
            desks = guide.parties.ixs().filter(|party| self.has_step(*party, Direction::Outgoing)).collect();
        }
        let reached = self.reached_from(&desks);
        let in_force = guide.responsibilities.iter().filter(|record| record.valid.holds_on(date));
        let with_task: BTreeSet<&PartyId> = in_force.map(|record| &record.party).collect();
        let has_task = |party: &Party| party.scope == PartyScope::Uitvoerend && with_task.contains(&party.id);
        let parties = guide.parties.enumerate().filter(|(ix, party)| !reached[*ix] && has_task(party));
        parties.map(|(ix, _)| ix).collect()
    }

    /// Parties that receive hand-overs, pass on to nobody and execute nothing on the date.
    pub fn dead_ends(&self, guide: &Guide, date: Date) -> Vec<Ix<Party>> {
        let executes: BTreeSet<&PartyId> = guide
            .responsibilities
            .iter()
            .filter(|record| record.role == Role::VoertUit && record.valid.holds_on(date))
            .map(|record| &record.party)
            .collect();
        let is_dead_end = |party: &Ix<Party>| {
            if !self.has_step(*party, Direction::Incoming) {
                return false;
            }
            // What a part does or passes on, the whole does too, and the other way round.
            let place: Vec<_> = guide.parties.ixs().filter(|own| self.is_one_place(*own, *party)).collect();
            let any = |direction| place.iter().any(|own| self.has_step(*own, direction));
            !any(Direction::Outgoing) && !place.iter().any(|own| executes.contains(&guide.parties[*own].id))
        };
        guide.parties.ixs().filter(is_dead_end).collect()
    }

    fn has_step(&self, party: Ix<Party>, direction: Direction) -> bool {
        self.graph.edges_directed(node(party), direction).any(|edge| edge.weight().is_some())
    }
}

/// Parties are the nodes of the graph, in the guide's order.
fn node(party: Ix<Party>) -> NodeIndex {
    NodeIndex::new(party.position())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::file;

    /// A chain of the parties of the shipped guide with other hand-overs: `from>to`.
    fn chain(steps: &[&str]) -> (Guide, HandOvers) {
        let mut guide = file::embedded_guide().unwrap();
        let template = guide.referrals.first().unwrap().clone();
        guide.referrals = steps
            .iter()
            .map(|step| {
                let (from, to) = step.split_once('>').unwrap();
                let mut referral = template.clone();
                (referral.from, referral.to) = (PartyId::new(from).unwrap(), PartyId::new(to).unwrap());
                referral.valid = crate::model::Validity::default();
                referral
            })
            .collect();
        let hand_overs = HandOvers::on(&guide, Date::new(2026, 1, 1).unwrap());
        (guide, hand_overs)
    }

    fn at(guide: &Guide, id: &str) -> Ix<Party> {
        guide.parties.ix(&PartyId::new(id).unwrap()).unwrap()
    }

    fn ids(guide: &Guide, parties: &[Ix<Party>]) -> Vec<String> {
        parties.iter().map(|party| guide.parties[*party].id.to_string()).collect()
    }

    #[test]
    fn a_gatekeeper_is_on_every_way() {
        let (guide, chain) =
            chain(&["gemeente>comensha", "gemeente>fier", "fier>comensha", "comensha>cosm", "cosm>nidos"]);
        let gates = chain.gatekeepers(at(&guide, "gemeente"), at(&guide, "nidos"));
        assert_eq!(ids(&guide, &gates), ["comensha", "cosm"], "but not Fier: there is a way around it");
        assert!(chain.gatekeepers(at(&guide, "nidos"), at(&guide, "gemeente")).is_empty(), "no way, no gate");
    }

    #[test]
    fn without_a_single_point_others_are_not_reached() {
        let (guide, chain) =
            chain(&["gemeente>comensha", "school>comensha", "comensha>cosm", "gemeente>nidos", "school>nidos"]);
        let desks = [at(&guide, "gemeente"), at(&guide, "school")];
        let points = chain.single_points(&desks);
        let comensha = points.iter().find(|point| point.party == at(&guide, "comensha")).unwrap();
        assert!(comensha.cuts_off.contains(&at(&guide, "cosm")));
        assert!(!points.iter().any(|point| point.cuts_off.contains(&at(&guide, "nidos"))), "two desks lead there");
        for point in &points {
            assert_eq!(point.cuts_off, chain.cut_off_by(point.party, &desks), "both ways find the same");
        }
        let reached = chain.reached_from(&desks);
        assert!(reached[at(&guide, "cosm")] && !reached[at(&guide, "riec")]);
    }

    #[test]
    fn a_circle_is_told_and_a_way_back_within_one_party_is_none() {
        let (guide, chain) = chain(&["gemeente>comensha", "comensha>nidos", "nidos>gemeente", "gemeente>politie"]);
        let circles: Vec<Vec<String>> = chain.cycles().iter().map(|circle| ids(&guide, circle)).collect();
        assert_eq!(circles.len(), 1, "politie and its parts are no circle: {circles:?}");
        assert_eq!(circles[0].iter().collect::<BTreeSet<_>>().len(), 3);
        let back = chain.way_back(at(&guide, "comensha")).unwrap();
        assert_eq!(ids(&guide, &back), ["nidos", "gemeente"]);
        assert_eq!(chain.way_back(at(&guide, "politie")), None);
        assert_eq!(chain.way_back(at(&guide, "gemeente")).map(|way| way.len()), Some(2));
    }

    #[test]
    fn a_dead_end_receives_and_does_nothing() {
        let (mut guide, hand_overs) = chain(&["gemeente>riec", "gemeente>comensha"]);
        let date = Date::new(2026, 1, 1).unwrap();
        guide.responsibilities.rows_mut().retain(|record| record.party.as_str() != "riec");
        let ends = ids(&guide, &hand_overs.dead_ends(&guide, date));
        assert!(ends.contains(&"riec".to_owned()) && !ends.contains(&"gemeente".to_owned()));
        assert!(!ends.contains(&"comensha".to_owned()), "it carries out tasks of its own");
    }
}
