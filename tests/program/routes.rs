//! Routes: every step holds, for one and the same person, and no shorter way exists; on guides at random.

#![allow(clippy::unwrap_used, reason = "a helper of a test may fail it")]

use std::{collections::BTreeSet, sync::Arc};

use crate::random_guide::{as_of, guide, party, referral};
use petgraph::{algo::dijkstra, graph::DiGraph, graph::NodeIndex};
use proptest::prelude::*;
use wegwijzer::{
    chain::routes,
    lookup::{Index, Known, Profile, Verdict},
    model::*,
};

const PARTIES: usize = 9;

fn name(number: usize) -> PartyId {
    Id::new(&format!("partij{number}")).unwrap()
}

/// A guide with hand-overs between nine parties; the conditions are those of its responsibilities.
fn guide_with_hand_overs() -> impl Strategy<Value = Guide> {
    let steps = prop::collection::vec((0..PARTIES, 0..PARTIES, any::<prop::sample::Index>(), 0..4_usize), 0..24);
    (guide(), steps).prop_map(|(mut guide, steps)| {
        guide.parties = (0..PARTIES).map(|number| party(&format!("partij{number}"), PartyScope::Uitvoerend)).collect();
        let conditions: Vec<Condition> = guide.responsibilities.iter().map(|record| record.who.clone()).collect();
        for (number, (from, to, condition, kind)) in steps.into_iter().enumerate() {
            guide.referrals.push(Referral {
                who: if kind < 2 { Condition::Always } else { condition.get(&conditions).clone() },
                valid: Validity { until: (kind == 1).then(|| "2020".parse().unwrap()), ..Validity::default() },
                ..referral(&format!("stap{number}"), name(from).as_str(), name(to).as_str())
            });
        }
        guide
    })
}

/// What is known of one person: every question has one answer.
fn one_person(guide: &Guide, answers: &[prop::sample::Index]) -> Profile {
    let mut profile = Profile::default();
    for (facet, answer) in guide.facets.iter().zip(answers) {
        let chosen = answer.get(&facet.values).id.clone();
        let known = match facet.kind {
            FacetKind::One => Known::OneOf(BTreeSet::from([chosen])),
            FacetKind::Many => {
                Known::Each(facet.values.iter().map(|value| (value.id.clone(), value.id <= chosen)).collect())
            }
        };
        profile.set(facet.id.clone(), known);
    }
    profile
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn every_step_holds_and_no_shorter_way_exists(
        guide in guide_with_hand_overs(),
        answers in prop::collection::vec(any::<prop::sample::Index>(), 6),
        known in 0..7_usize,
        ends in (0..PARTIES, 0..PARTIES),
        asked in as_of(),
    ) {
        // Of some of the questions nothing is known; seven is more than there are.
        let profile = one_person(&guide, &answers[..known.min(answers.len())]);
        let is_one_person = known >= guide.facets.len();
        let guide = Arc::new(guide);
        let index = Index::new(Arc::clone(&guide)).unwrap();
        let Ok(outcome) = index.look_up(&profile, asked.clone()) else { return Ok(()) };
        let (from, to) = (name(ends.0), name(ends.1));
        let found = routes(&index, &outcome.persons, asked.clone(), &from, &to);

        let held = index.referrals_for(&outcome.persons, asked);
        let mut graph: DiGraph<(), ()> = DiGraph::new();
        let nodes: Vec<NodeIndex> = (0..PARTIES).map(|_| graph.add_node(())).collect();
        let at = |id: &PartyId| (0..PARTIES).find(|number| name(*number) == *id).unwrap();
        for (referral, _) in &held {
            let record = &guide.referrals[*referral];
            graph.add_edge(nodes[at(&record.from)], nodes[at(&record.to)], ());
        }
        for route in &found {
            let mut reached = from.clone();
            for (referral, verdict) in &route.steps {
                let record = &guide.referrals[*referral];
                prop_assert_eq!(&record.from, &reached, "each step starts where the one before ended");
                let stands = held.iter().find(|(other, _)| other == referral).map(|(_, verdict)| *verdict);
                prop_assert_eq!(stands, Some(*verdict), "the step holds, as certainly as it says");
                reached = record.to.clone();
            }
            prop_assert_eq!(&reached, &to);
            let steps: Vec<_> = route.steps.iter().map(|(referral, _)| *referral).collect();
            prop_assert_ne!(index.referrals_together(&steps, &outcome.persons), Verdict::Excluded);
        }
        if ends.0 == ends.1 {
            return Ok(());
        }
        let distance = dijkstra(&graph, nodes[ends.0], Some(nodes[ends.1]), |_| 1_usize).get(&nodes[ends.1]).copied();
        let shortest = found.iter().map(|route| route.steps.len()).min();
        match (shortest, distance) {
            (Some(shortest), Some(distance)) => {
                prop_assert!(shortest >= distance);
                // Steps that hold for one person hold together.
                prop_assert!(!is_one_person || shortest == distance, "{shortest} steps, but {distance} will do");
            }
            (Some(_), None) => prop_assert!(false, "a way where there is none"),
            (None, Some(distance)) => prop_assert!(!is_one_person || distance > 6, "a way of {distance} was missed"),
            (None, None) => {}
        }
        prop_assert!(found.is_sorted_by_key(|route| route.steps.len()), "shortest first");
    }
}
