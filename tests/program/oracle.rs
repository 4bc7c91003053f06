//! The index that the product uses answers exactly as an enumeration of all persons does.

#![allow(clippy::unwrap_used, reason = "a helper of a test may fail it")]

use std::{collections::BTreeSet, sync::Arc};

use crate::random_guide::{guide, profile};
use proptest::prelude::*;
use wegwijzer::{
    lookup::{oracle, *},
    model::*,
};

fn today() -> Date {
    Date::new(2026, 11, 22).unwrap()
}

fn asked() -> impl Strategy<Value = (Guide, Profile)> {
    guide().prop_flat_map(|guide| {
        let profile = profile(&guide);
        (Just(guide), profile)
    })
}

fn asked_twice() -> impl Strategy<Value = (Guide, Profile, Profile)> {
    guide().prop_flat_map(|guide| {
        let (one, other) = (profile(&guide), profile(&guide));
        (Just(guide), one, other)
    })
}

/// Both, where they do not contradict: what somebody knows after learning more.
fn more(guide: &Guide, index: &Index, before: &Profile, extra: &Profile) -> Profile {
    let mut after = before.clone();
    for facet in &guide.facets {
        let Some(known) = extra.known(&facet.id) else { continue };
        if before.known(&facet.id).is_none() {
            let mut tried = after.clone();
            tried.set(facet.id.clone(), known.clone());
            if index.look_up(&tried, today()).is_ok() {
                after = tried;
            }
        }
    }
    after
}

fn options_of(outcome: &Outcome) -> Vec<(Ix<Facet>, Vec<QuestionOption>)> {
    outcome.questions.iter().map(|question| (question.facet, question.options.clone())).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn verdicts_counts_and_questions_are_those_of_an_enumeration((guide, profile) in asked()) {
        let guide = Arc::new(guide);
        let index = Index::new(Arc::clone(&guide)).unwrap();
        let people = oracle::persons(&guide, &profile);
        let outcome = match index.look_up(&profile, today()) {
            Ok(outcome) => outcome,
            Err(LookupError::Contradictory { facets, .. }) => {
                prop_assert!(people.is_empty());
                // The facets that are named clash by themselves, and no smaller set does.
                let named: Vec<_> = facets.iter().filter_map(|f| guide.facets.ix(f)).collect();
                prop_assert!(oracle::persons(&guide, &profile.only(&guide, &named)).is_empty());
                for without in &named {
                    let fewer: Vec<_> = named.iter().copied().filter(|facet| facet != without).collect();
                    prop_assert!(!oracle::persons(&guide, &profile.only(&guide, &fewer)).is_empty());
                }
                return Ok(());
            }
        };
        prop_assert!(!people.is_empty());

        for (position, responsibility) in guide.responsibilities.enumerate() {
            let answers = responsibility.valid.holds_on(today())
                && guide.party(&responsibility.party).unwrap().scope == PartyScope::Uitvoerend;
            let expected = answers.then(|| oracle::verdict(&guide, &people, &responsibility.who));
            prop_assert_eq!(outcome.responsibilities[position], expected);
            match expected {
                Some(Match::Depends) => {
                    let facets = index.depends_on(&outcome, position);
                    prop_assert!(!facets.is_empty());
                    prop_assert_eq!(facets, oracle::depends_on(&guide, &people, &responsibility.who));
                }
                Some(Match::Applies) => {
                    let because: Vec<_> = index.because(&profile, position).iter().map(|reason| reason.facet).collect();
                    let holds = |facets: &[Ix<Facet>]| {
                        let people = oracle::persons(&guide, &profile.only(&guide, facets));
                        oracle::verdict(&guide, &people, &responsibility.who) == Match::Applies
                    };
                    prop_assert!(holds(&because));
                    // The first smallest: no smaller set, and none of this size before it.
                    let given = profile.given_facets(&guide);
                    let all = subsets(&given);
                    let first = all.iter().filter(|set| set.len() <= because.len()).find(|set| holds(set));
                    prop_assert_eq!(first, Some(&because));
                }
                _ => {}
            }
            let why_not = index.why_not(&profile, &outcome, position);
            let in_answer = responsibility.valid.holds_on(today())
                && oracle::verdict(&guide, &people, &responsibility.who) != Match::Excluded;
            prop_assert_eq!(why_not.is_none(), in_answer);
        }

        let oracle_warnings: Vec<_> = guide.suspicious.ixs()
            .filter(|n| oracle::verdict(&guide, &people, &guide.suspicious[*n].when) == Match::Applies)
            .collect();
        prop_assert_eq!(&outcome.warnings, &oracle_warnings);

        for (position, facet) in guide.facets.enumerate() {
            let counts = &outcome.counts.facets[position];
            let expected = |people: &[oracle::Person]| {
                (!people.is_empty()).then(|| u32::try_from(oracle::parties(&guide, people, today()).len()).unwrap())
            };
            let mut open = profile.clone();
            open.forget(&facet.id);
            let everybody = oracle::persons(&guide, &open);
            prop_assert_eq!(Some(counts.unknown), expected(&everybody));
            for (n, value) in facet.values.iter().enumerate() {
                let mut chosen = profile.clone();
                match (facet.kind, profile.known(&facet.id)) {
                    (FacetKind::Many, Some(Known::Each(known))) => {
                        let mut known = known.clone();
                        known.insert(value.id.clone(), true);
                        chosen.set(facet.id.clone(), Known::Each(known));
                    }
                    _ => chosen.give(facet, &[value.id.as_str()]).unwrap(),
                }
                prop_assert_eq!(counts.values[n], expected(&oracle::persons(&guide, &chosen)));
            }
            for (n, group) in facet.groups.iter().enumerate() {
                let mut chosen = profile.clone();
                chosen.give(facet, &[group.id.as_str()]).unwrap();
                prop_assert_eq!(counts.groups[n], expected(&oracle::persons(&guide, &chosen)));
            }
            if facet.kind == FacetKind::Many {
                let mut chosen = profile.clone();
                chosen.give(facet, &[NONE]).unwrap();
                prop_assert_eq!(counts.none, expected(&oracle::persons(&guide, &chosen)));
            }
        }

        // What follows is exactly what the remaining persons have in common.
        for (position, facet) in guide.facets.enumerate() {
            let seen: BTreeSet<&ValueId> = people.iter().flat_map(|person| &person[position.position()]).collect();
            if facet.kind == FacetKind::One {
                let shown = index.values_in(&outcome.persons, position);
                let expected: Vec<String> = facet.values.iter().filter(|v| seen.contains(&v.id)).map(|v| v.id.to_string()).collect();
                let expected = if expected.len() == facet.values.len() { Vec::new() } else { expected };
                prop_assert_eq!(shown, expected);
            }
        }

        let before = oracle::undecided(&guide, &people, &people, today());
        for question in &outcome.questions {
            let facet = &guide.facets[question.facet];
            let mut sum = 0;
            let mut weight = 0;
            for option in &question.options {
                let answering = oracle::answering(&guide, &people, question.facet, option);
                prop_assert!(!answering.is_empty());
                let values: BTreeSet<&ValueId> = answering.iter().flat_map(|person| &person[question.facet.position()]).collect();
                let own = if facet.kind == FacetKind::One { values.len() as u64 } else { 1 };
                weight += own;
                sum += own * oracle::undecided(&guide, &people, &answering, today());
            }
            prop_assert_eq!((question.undecided_sum, question.value_count), (sum, weight));
            prop_assert!(sum < before * weight || facet.safety);
        }
        for pair in outcome.questions.windows(2) {
            let rank = |q: &NextQuestion| !guide.facets[q.facet].safety;
            let left = pair[0].undecided_sum * pair[1].value_count;
            let right = pair[1].undecided_sum * pair[0].value_count;
            prop_assert!((rank(&pair[0]), left, pair[0].facet) < (rank(&pair[1]), right, pair[1].facet));
        }
    }

    #[test]
    fn learning_more_never_undoes_a_certain_answer((guide, before, extra) in asked_twice()) {
        let index = Index::new(Arc::new(guide.clone())).unwrap();
        let Ok(first) = index.look_up(&before, today()) else { return Ok(()) };
        let after = more(&guide, &index, &before, &extra);
        let second = index.look_up(&after, today()).unwrap();
        for (one, other) in first.responsibilities.values().zip(second.responsibilities.values()) {
            match one {
                Some(Match::Applies | Match::Excluded) | None => prop_assert_eq!(one, other),
                Some(Match::Depends) => prop_assert!(other.is_some()),
            }
        }
    }

    #[test]
    fn the_order_of_learning_does_not_matter((guide, one, other) in asked_twice()) {
        let index = Index::new(Arc::new(guide.clone())).unwrap();
        let texts = |profile: &Profile| -> Vec<String> {
            guide.facets.iter().filter_map(|facet| {
                let values = profile.values_text(facet);
                (!values.is_empty()).then(|| format!("{}={}", facet.id, values.join(",")))
            }).collect()
        };
        let both = more(&guide, &index, &one, &other);
        let mut lines = texts(&both);
        let forward = Profile::parse(&guide, lines.iter().map(String::as_str)).unwrap();
        lines.reverse();
        let backward = Profile::parse(&guide, lines.iter().map(String::as_str)).unwrap();
        prop_assert_eq!(&forward, &both);
        match (index.look_up(&forward, today()), index.look_up(&backward, today())) {
            (Ok(a), Ok(b)) => {
                prop_assert_eq!(&a.responsibilities, &b.responsibilities);
                prop_assert_eq!(&a.counts, &b.counts);
                prop_assert_eq!(options_of(&a), options_of(&b));
            }
            (a, b) => prop_assert_eq!(a.err(), b.err()),
        }
    }

    #[test]
    fn depends_means_that_both_ways_are_still_open((guide, profile) in asked()) {
        let guide = Arc::new(guide);
        let index = Index::new(Arc::clone(&guide)).unwrap();
        let Ok(outcome) = index.look_up(&profile, today()) else { return Ok(()) };
        let people = oracle::persons(&guide, &profile);
        for (position, responsibility) in guide.responsibilities.enumerate() {
            if outcome.responsibilities[position] == Some(Match::Depends) {
                prop_assert!(people.iter().any(|person| oracle::meets(&guide, person, &responsibility.who)));
                prop_assert!(people.iter().any(|person| !oracle::meets(&guide, person, &responsibility.who)));
            }
        }
    }

    #[test]
    fn a_comparison_with_itself_is_empty_and_swapping_swaps_it((guide, one, other) in asked_twice()) {
        let index = Index::new(Arc::new(guide)).unwrap();
        let (Ok(a), Ok(b)) = (index.look_up(&one, today()), index.look_up(&other, today())) else { return Ok(()) };
        prop_assert!(Comparison::between(&a, &a).is_empty());
        let (there, back) = (Comparison::between(&a, &b), Comparison::between(&b, &a));
        prop_assert_eq!(there.appears, back.disappears);
        prop_assert_eq!(there.disappears, back.appears);
        prop_assert_eq!(there.changes.len(), back.changes.len());
    }

    #[test]
    fn a_near_miss_needs_only_what_it_names((guide, profile) in asked()) {
        let guide = Arc::new(guide);
        let index = Index::new(Arc::clone(&guide)).unwrap();
        let Ok(outcome) = index.look_up(&profile, today()) else { return Ok(()) };
        for (position, responsibility) in guide.responsibilities.enumerate() {
            let Some(why_not) = index.why_not(&profile, &outcome, position) else { continue };
            for exclusion in why_not.by.iter().filter(|_| why_not.near_miss) {
                let Exclusion::Facet(reason) = exclusion else { continue };
                let facet = &guide.facets[reason.facet];
                let mut changed = profile.clone();
                changed.forget(&facet.id);
                let people = oracle::persons(&guide, &changed);
                let met: Vec<_> = people.iter().filter(|person| oracle::meets(&guide, person, &responsibility.who)).collect();
                prop_assert!(!met.is_empty());
                if facet.kind == FacetKind::One {
                    let values: BTreeSet<String> = met.iter().flat_map(|person| person[reason.facet.position()].iter().map(ToString::to_string)).collect();
                    prop_assert_eq!(values, reason.values.iter().cloned().collect::<BTreeSet<_>>());
                }
            }
        }
    }
}

/// All subsets, smallest first, each size in the order of the items.
fn subsets<T: Copy>(items: &[T]) -> Vec<Vec<T>> {
    let mut all: Vec<Vec<T>> = vec![Vec::new()];
    let mut layer: Vec<(usize, Vec<T>)> = vec![(0, Vec::new())];
    while !layer.is_empty() {
        let mut next = Vec::new();
        for (start, set) in layer {
            for (position, item) in items.iter().enumerate().skip(start) {
                let mut larger = set.clone();
                larger.push(*item);
                next.push((position + 1, larger));
            }
        }
        all.extend(next.iter().map(|(_, set)| set.clone()));
        layer = next;
    }
    all
}
