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

/// A party that a way has reached. The ways form a tree: each is one hand-over longer than the one that it goes on from.
struct Reached {
    node: NodeIndex,
    /// The way that this one goes on from, and the hand-over by which; none at a start.
    by: Option<(usize, (Ix<Referral>, Verdict))>,
    steps: usize,
    /// Which hand-overs of the way depend: a set in [`Together`].
    depend: usize,
}

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
    let left = map.steps_left(&is_end);
    let together = Together { index, persons, sets: vec![Vec::new()], known: BTreeMap::new(), grown: BTreeMap::new() };
    let mut search = Search { map: &map, left, is_end, passed: Vec::new(), ways: Vec::new(), together };
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
    /// Per party how many hand-overs are left at least: what cannot come to an end in time is not gone on with.
    left: Vec<usize>,
    is_end: Vec<bool>,
    /// Where the search starts: who starts at a whole is at its parts already.
    passed: Vec<NodeIndex>,
    /// All ways so far, in the order in which they were found; none is taken away.
    ways: Vec<Reached>,
    together: Together<'a>,
}

impl Search<'_> {
    fn run(&mut self, is_start: &[bool]) -> Vec<Route> {
        let Map { index, graph, .. } = self.map;
        let starts: Vec<NodeIndex> = graph.node_indices().filter(|node| is_start[node.index()]).collect();
        self.passed = starts.iter().copied().filter(|start| !self.is_end[start.index()]).collect();
        self.ways.extend(starts.iter().map(|start| Reached { node: *start, by: None, steps: 0, depend: NOTHING }));
        let mut open: VecDeque<usize> = (0..self.ways.len()).collect();
        let mut found: Vec<Route> = Vec::new();
        let mut expanded = 0;
        while let Some(way) = open.pop_front() {
            expanded += 1;
            // What is still to be found is longer than all that was found, or there is too much of it.
            let is_enough =
                found.len() >= MAX_ROUTES && found.last().is_some_and(|last| self.ways[way].steps >= last.steps.len());
            if is_enough || found.len() >= MAX_ROUTES * 8 || expanded > MOST_EXPANDED {
                break;
            }
            self.expand(way, &mut open, &mut found);
        }
        let ids = |route: &Route| -> Vec<String> {
            route.steps.iter().map(|(referral, _)| index.guide().referrals[*referral].id.to_string()).collect()
        };
        found.sort_by_cached_key(|route| (route.steps.len(), !route.is_certain(), ids(route)));
        found.truncate(MAX_ROUTES);
        found
    }

    /// Goes one hand-over on from a party.
    fn expand(&mut self, way: usize, open: &mut VecDeque<usize>, found: &mut Vec<Route>) {
        let map = self.map;
        let Reached { node, steps, depend, .. } = self.ways[way];
        let others = if steps == 0 { &[] } else { map.same_place[node.index()].as_slice() };
        for place in std::iter::once(&node).chain(others) {
            // No route goes on from a goal.
            if self.is_end[place.index()] && steps > 0 {
                continue;
            }
            for edge in map.graph.edges_directed(*place, Direction::Outgoing) {
                let target = edge.target();
                let is_in_time = steps + 1 + self.left[target.index()] <= MAX_STEPS;
                if !is_in_time || self.has_passed(way, target) {
                    continue;
                }
                let Some(depend) = self.together.with(depend, *edge.weight()) else { continue };
                let longer = self.ways.len();
                self.ways.push(Reached { node: target, by: Some((way, *edge.weight())), steps: steps + 1, depend });
                if !self.is_end[target.index()] {
                    open.push_back(longer);
                    continue;
                }
                let steps = self.steps(longer);
                if !found.iter().any(|route| route.steps == steps) {
                    found.push(Route { steps });
                }
            }
        }
    }

    /// Whether a way was at a party before, or at a whole or a part of it; an end may be a part of what it was at.
    fn has_passed(&self, way: usize, target: NodeIndex) -> bool {
        let is_end = self.is_end[target.index()];
        let is_same = |before: NodeIndex| before == target || !is_end && self.map.are_same_place(before, target);
        self.passed.iter().copied().any(is_same) || self.back(way).any(|reached| is_same(reached.node))
    }

    /// A way from where it is back to its start.
    fn back(&self, way: usize) -> impl Iterator<Item = &Reached> {
        std::iter::successors(self.ways.get(way), |reached| self.ways.get(reached.by?.0))
    }

    /// The hand-overs of a way, in order.
    fn steps(&self, way: usize) -> Vec<(Ix<Referral>, Verdict)> {
        let mut steps: Vec<_> = self.back(way).filter_map(|reached| Some(reached.by?.1)).collect();
        steps.reverse();
        steps
    }
}

/// The set without hand-overs.
const NOTHING: usize = 0;

/// Which hand-overs that depend go together. Each may hold for somebody, but a way must hold for one and the same
/// person; what holds for all of them takes nobody away. Every set is asked once, in whatever order it came about.
struct Together<'a> {
    index: &'a Index,
    persons: &'a Cube,
    /// In rising order each.
    sets: Vec<Vec<Ix<Referral>>>,
    /// Where a set stands; none when no one meets all.
    known: BTreeMap<Vec<Ix<Referral>>, Option<usize>>,
    /// What a set becomes with one more.
    grown: BTreeMap<(usize, Ix<Referral>), Option<usize>>,
}

impl Together<'_> {
    /// A set with one hand-over more; `None` when they do not go together.
    fn with(&mut self, set: usize, (referral, verdict): (Ix<Referral>, Verdict)) -> Option<usize> {
        if verdict == Verdict::Applies {
            return Some(set);
        }
        if let Some(grown) = self.grown.get(&(set, referral)) {
            return *grown;
        }
        let mut all = self.sets[set].clone();
        all.push(referral);
        all.sort_unstable();
        let grown = match self.known.get(&all) {
            Some(known) => *known,
            None => self.note(all),
        };
        self.grown.insert((set, referral), grown);
        grown
    }

    fn note(&mut self, all: Vec<Ix<Referral>>) -> Option<usize> {
        let holds = all.len() < 2 || self.index.referrals_together(&all, self.persons) != Verdict::Excluded;
        let position = holds.then_some(self.sets.len());
        if holds {
            self.sets.push(all.clone());
        }
        self.known.insert(all, position);
        position
    }
}
