//! Hand-overs that lead from one party to another.

use std::collections::{BTreeMap, VecDeque};

use petgraph::{Direction, graph::DiGraph, graph::NodeIndex, visit::EdgeRef as _};

use crate::{
    lookup::{AsOf, Cube, Index, Verdict},
    model::{Column, Ix, Party, PartyId, Referral},
};

/// The most routes that are listed. Chosen by hand: more are no help to a reader.
const MAX_ROUTES: usize = 12;
/// The most steps of a route. Chosen by hand, for the same reason.
const MAX_STEPS: usize = 6;
/// How many ways are gone on with before the search is broken off; what is found by then is the shortest there is.
const MOST_EXPANDED: usize = 20_000;

/// A way from one party to another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Route {
    /// The hand-overs, in order, and the verdict on each.
    pub steps: Vec<(Ix<Referral>, Verdict)>,
}

/// The party reached, the parties visited so far, and the steps that led there.
type PartialRoute = (NodeIndex, Vec<NodeIndex>, Vec<(Ix<Referral>, Verdict)>);

impl Route {
    fn is_certain(&self) -> bool {
        self.steps.iter().all(|(_, verdict)| *verdict == Verdict::Applies)
    }
}

/// The ways from one party to another for these persons, as of a day and in a region.
///
/// Fewest steps first, then certain before dependent, then by id.
/// A party at either end includes its parts; no party is visited twice, nor a whole and then its part.
///
/// ```
/// use std::sync::Arc;
///
/// use wegwijzer::{
///     chain::routes,
///     file::embedded_guide,
///     lookup::{Index, Profile},
///     model::{Date, PartyId},
/// };
///
/// let index = Index::new(Arc::new(embedded_guide().expect("the guide inside the program"))).expect("its facets fit");
/// let guide = index.guide();
/// let adult = Profile::parse(guide, ["leeftijd=volwassen"]).expect("words of the guide");
/// let day = Date::constant(2022, 2, 3);
/// let outcome = index.look_up(&adult, day).expect("such a person can be");
/// let [from, to] = ["gemeente", "cosm"].map(|id| PartyId::new(id).expect("an id"));
///
/// // The shortest ways lead past the party that places people in that shelter.
/// let found = routes(&index, &outcome.persons, day, &from, &to);
/// let first = found.first().expect("a way");
/// let passed: Vec<_> = first.steps.iter().map(|(at, _)| guide.referrals[*at].to.as_str()).collect();
/// assert_eq!(passed, ["comensha", "cosm"]);
/// ```
pub fn routes(index: &Index, persons: &Cube, as_of: impl Into<AsOf>, from: &PartyId, to: &PartyId) -> Vec<Route> {
    let map = Map::new(index, index.referrals_for(persons, as_of));
    let is_end = map.includes(to);
    let mut search = Search { map: &map, persons, left: map.steps_left(&is_end), is_end, together: BTreeMap::new() };
    search.run(&map.includes(from))
}

/// The hand-overs of the moment, and which parties are one place: stepping between a whole and its parts is no
/// hand-over.
struct Map<'a> {
    index: &'a Index,
    graph: DiGraph<Ix<Party>, (Ix<Referral>, Verdict)>,
    /// Per party the wholes that it is a part of, and its own parts.
    same_place: Vec<Vec<NodeIndex>>,
}

impl<'a> Map<'a> {
    fn new(index: &'a Index, referrals: Vec<(Ix<Referral>, Verdict)>) -> Self {
        let parties = &index.guide().parties;
        let mut graph = DiGraph::new();
        let nodes: Column<Party, NodeIndex> = parties.ixs().map(|party| graph.add_node(party)).collect();
        for (referral, verdict) in referrals {
            let record = &index.guide().referrals[referral];
            if let (Some(a), Some(b)) = (parties.ix(&record.from), parties.ix(&record.to)) {
                graph.add_edge(nodes[a], nodes[b], (referral, verdict));
            }
        }
        let mut same_place = vec![Vec::new(); graph.node_count()];
        for (part, party) in parties.enumerate() {
            for whole in party.part_of.iter().filter_map(|whole| parties.ix(whole)) {
                same_place[nodes[part].index()].push(nodes[whole]);
                same_place[nodes[whole].index()].push(nodes[part]);
            }
        }
        for places in &mut same_place {
            places.sort_unstable();
            places.dedup();
        }
        Self { index, graph, same_place }
    }

    /// Per party whether it is this one or a part of it.
    fn includes(&self, whole: &PartyId) -> Vec<bool> {
        let is_within = |party: &Party| party.id == *whole || party.part_of.contains(whole);
        self.graph.node_weights().map(|party| is_within(&self.index.guide().parties[*party])).collect()
    }

    fn are_same_place(&self, one: NodeIndex, other: NodeIndex) -> bool {
        self.same_place[one.index()].binary_search(&other).is_ok()
    }

    /// Per party how many hand-overs it takes at least to come to an end, whoever the person is; more than
    /// [`MAX_STEPS`] when that many are not enough.
    fn steps_left(&self, is_end: &[bool]) -> Vec<usize> {
        let mut left: Vec<usize> = is_end.iter().map(|is_end| if *is_end { 0 } else { MAX_STEPS + 1 }).collect();
        for _ in 0..MAX_STEPS {
            let before = left.clone();
            for edge in self.graph.edge_references() {
                let through = before[edge.target().index()] + 1;
                for place in self.same_place[edge.source().index()].iter().chain([&edge.source()]) {
                    let own = &mut left[place.index()];
                    *own = through.min(*own);
                }
            }
        }
        left
    }
}

/// The search from a party, breadth first.
struct Search<'a> {
    map: &'a Map<'a>,
    persons: &'a Cube,
    /// Per party how many hand-overs are left at least: what cannot come to an end in time is not gone on with.
    left: Vec<usize>,
    is_end: Vec<bool>,
    /// Whether hand-overs that depend go together: whether they hold for one and the same person.
    together: BTreeMap<Vec<Ix<Referral>>, bool>,
}

impl Search<'_> {
    fn run(&mut self, is_start: &[bool]) -> Vec<Route> {
        let Map { index, graph, .. } = self.map;
        let starts: Vec<NodeIndex> = graph.node_indices().filter(|node| is_start[node.index()]).collect();
        // Who starts at a whole is at its parts already.
        let passed: Vec<NodeIndex> = starts.iter().copied().filter(|start| !self.is_end[start.index()]).collect();
        let begin = |start: NodeIndex| (start, passed.iter().copied().chain([start]).collect(), Vec::new());
        let mut open: VecDeque<PartialRoute> = starts.iter().copied().map(begin).collect();
        let mut found: Vec<Route> = Vec::new();
        let mut expanded = 0;
        while let Some((node, visited, steps)) = open.pop_front() {
            expanded += 1;
            // What is still to be found is longer than all that was found, or there is too much of it.
            let is_enough =
                found.len() >= MAX_ROUTES && found.last().is_some_and(|last| steps.len() >= last.steps.len());
            if is_enough || found.len() >= MAX_ROUTES * 8 || expanded > MOST_EXPANDED {
                break;
            }
            self.expand(node, &visited, &steps, &mut open, &mut found);
        }
        let ids = |route: &Route| -> Vec<String> {
            route.steps.iter().map(|(referral, _)| index.guide().referrals[*referral].id.to_string()).collect()
        };
        found.sort_by_cached_key(|route| (route.steps.len(), !route.is_certain(), ids(route)));
        found.truncate(MAX_ROUTES);
        found
    }

    /// Goes one hand-over on from a party.
    fn expand(
        &mut self,
        node: NodeIndex,
        visited: &[NodeIndex],
        steps: &[(Ix<Referral>, Verdict)],
        open: &mut VecDeque<PartialRoute>,
        found: &mut Vec<Route>,
    ) {
        let map = self.map;
        let others = if steps.is_empty() { &[] } else { map.same_place[node.index()].as_slice() };
        for place in std::iter::once(&node).chain(others) {
            // No route goes on from a goal.
            if self.is_end[place.index()] && !steps.is_empty() {
                continue;
            }
            for edge in map.graph.edges_directed(*place, Direction::Outgoing) {
                let target = edge.target();
                let is_end = self.is_end[target.index()];
                let is_passed =
                    |before: &NodeIndex| *before == target || !is_end && map.are_same_place(*before, target);
                let is_in_time = steps.len() + 1 + self.left[target.index()] <= MAX_STEPS;
                if !is_in_time || visited.iter().any(is_passed) {
                    continue;
                }
                let mut longer = steps.to_vec();
                longer.push(*edge.weight());
                if !self.hold_together(&longer) {
                    continue;
                }
                if !is_end {
                    open.push_back((target, visited.iter().copied().chain([target]).collect(), longer));
                } else if !found.iter().any(|route| route.steps == longer) {
                    found.push(Route { steps: longer });
                }
            }
        }
    }

    /// Each step may hold for somebody, but the way must hold for one and the same person. What holds for all of them
    /// takes nobody away.
    fn hold_together(&mut self, steps: &[(Ix<Referral>, Verdict)]) -> bool {
        let depends = steps.iter().filter(|(_, verdict)| *verdict != Verdict::Applies);
        let mut referrals: Vec<_> = depends.map(|(referral, _)| *referral).collect();
        if referrals.len() < 2 {
            return true;
        }
        referrals.sort_unstable();
        let (index, persons) = (self.map.index, self.persons);
        let holds = |referrals: &Vec<_>| index.referrals_together(referrals, persons) != Verdict::Excluded;
        *self.together.entry(referrals).or_insert_with_key(holds)
    }
}
