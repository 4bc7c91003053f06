//! Hand-overs that lead from one party to another.

use std::collections::VecDeque;

use petgraph::{Direction, graph::DiGraph, graph::NodeIndex, visit::EdgeRef as _};

use crate::{
    lookup::{AsOf, Cube, Index, Verdict},
    model::{Column, Ix, Party, PartyId, Referral},
};

/// The most routes that are listed. Chosen by hand: more are no help to a reader.
const MAX_ROUTES: usize = 12;
/// The most steps of a route. Chosen by hand, for the same reason.
const MAX_STEPS: usize = 6;

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
    let guide = index.guide();
    let mut graph: DiGraph<Ix<Party>, (Ix<Referral>, Verdict)> = DiGraph::new();
    let nodes: Column<Party, NodeIndex> = guide.parties.ixs().map(|party| graph.add_node(party)).collect();
    for (referral, verdict) in index.referrals_for(persons, as_of) {
        let record = &guide.referrals[referral];
        if let (Some(a), Some(b)) = (guide.parties.ix(&record.from), guide.parties.ix(&record.to)) {
            graph.add_edge(nodes[a], nodes[b], (referral, verdict));
        }
    }
    let includes = |whole: &PartyId, party: Ix<Party>| {
        let party = &guide.parties[party];
        party.id == *whole || party.part_of.contains(whole)
    };
    let is_end = |node: NodeIndex| includes(to, graph[node]);
    let starts: Vec<NodeIndex> = nodes.values().copied().filter(|node| includes(from, graph[*node])).collect();

    // A whole and its parts are one place: stepping between them is no hand-over.
    let same_place = |a: NodeIndex, b: NodeIndex| {
        let (one, other) = (&guide.parties[graph[a]], &guide.parties[graph[b]]);
        one.part_of.contains(&other.id) || other.part_of.contains(&one.id)
    };
    let mut found: Vec<Route> = Vec::new();
    // Who starts at a whole is at its parts already.
    let passed: Vec<NodeIndex> = starts.iter().copied().filter(|start| !is_end(*start)).collect();
    let begin = |start: NodeIndex| (start, passed.iter().copied().chain([start]).collect(), Vec::new());
    let mut open: VecDeque<PartialRoute> = starts.iter().copied().map(begin).collect();
    let mut expanded = 0;
    while let Some((node, visited, steps)) = open.pop_front() {
        expanded += 1;
        if steps.len() >= MAX_STEPS || found.len() >= MAX_ROUTES * 8 || expanded > 20_000 {
            continue;
        }
        let places: Vec<NodeIndex> = std::iter::once(node)
            .chain(nodes.values().copied().filter(|other| !steps.is_empty() && same_place(node, *other)))
            // No route goes on from a goal.
            .filter(|place| !is_end(*place) || steps.is_empty())
            .collect();
        for edge in places.iter().flat_map(|place| graph.edges_directed(*place, Direction::Outgoing)) {
            let target = edge.target();
            let is_passed = |before: &NodeIndex| *before == target || !is_end(target) && same_place(*before, target);
            if visited.iter().any(is_passed) {
                continue;
            }
            let mut longer = steps.clone();
            longer.push(*edge.weight());
            // Each step may hold for somebody, but the way must hold for one and the same person.
            let referrals: Vec<_> = longer.iter().map(|(referral, _)| *referral).collect();
            if index.referrals_together(&referrals, persons) == Verdict::Excluded {
                continue;
            }
            if is_end(target) {
                found.push(Route { steps: longer });
            } else {
                let mut visited = visited.clone();
                visited.push(target);
                open.push_back((target, visited, longer));
            }
        }
    }
    let ids = |route: &Route| -> Vec<String> {
        route.steps.iter().map(|(referral, _)| guide.referrals[*referral].id.to_string()).collect()
    };
    found.sort_by_cached_key(|route| (route.steps.len(), !route.is_certain(), ids(route)));
    found.dedup();
    found.truncate(MAX_ROUTES);
    found
}
