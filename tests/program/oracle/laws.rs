//! What holds whatever the guide: learning, comparing and near misses.

use std::{collections::BTreeSet, sync::Arc};

use super::asked;
use crate::random_guide::{as_of, guide, profile};
use proptest::prelude::*;
use wegwijzer::{
    lookup::{oracle, *},
    model::*,
};

fn asked_twice() -> impl Strategy<Value = (Guide, Profile, Profile, AsOf)> {
    guide().prop_flat_map(|guide| {
        let (one, other) = (profile(&guide), profile(&guide));
        (Just(guide), one, other, as_of())
    })
}

/// Both, where they do not contradict: what somebody knows after learning more.
fn more(guide: &Guide, index: &Index, before: &Profile, extra: &Profile, as_of: &AsOf) -> Profile {
    let mut after = before.clone();
    for facet in &guide.facets {
        let Some(known) = extra.known(&facet.id) else { continue };
        if before.known(&facet.id).is_none() {
            let mut tried = after.clone();
            tried.set(facet.id.clone(), known.clone());
            if index.look_up(&tried, as_of.clone()).is_ok() {
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
    fn learning_more_never_undoes_a_certain_answer((guide, before, extra, as_of) in asked_twice()) {
        let index = Index::new(Arc::new(guide.clone())).unwrap();
        let Ok(first) = index.look_up(&before, as_of.clone()) else { return Ok(()) };
        let after = more(&guide, &index, &before, &extra, &as_of);
        let second = index.look_up(&after, as_of.clone()).unwrap();
        for (one, other) in first.responsibilities.values().zip(second.responsibilities.values()) {
            match one {
                Some(Verdict::Applies | Verdict::Excluded) | None => prop_assert_eq!(one, other),
                Some(Verdict::Depends) => prop_assert!(other.is_some()),
            }
        }
    }

    #[test]
    fn the_order_of_learning_does_not_matter((guide, one, other, as_of) in asked_twice()) {
        let index = Index::new(Arc::new(guide.clone())).unwrap();
        let texts = |profile: &Profile| -> Vec<String> {
            guide.facets.iter().filter_map(|facet| {
                let values = profile.values_text(facet);
                (!values.is_empty()).then(|| format!("{}={}", facet.id, values.join(",")))
            }).collect()
        };
        let both = more(&guide, &index, &one, &other, &as_of);
        let mut lines = texts(&both);
        let forward = Profile::parse(&guide, lines.iter().map(String::as_str)).unwrap();
        lines.reverse();
        let backward = Profile::parse(&guide, lines.iter().map(String::as_str)).unwrap();
        prop_assert_eq!(&forward, &both);
        match (index.look_up(&forward, as_of.clone()), index.look_up(&backward, as_of.clone())) {
            (Ok(a), Ok(b)) => {
                prop_assert_eq!(&a.responsibilities, &b.responsibilities);
                prop_assert_eq!(&a.counts, &b.counts);
                prop_assert_eq!(options_of(&a), options_of(&b));
            }
            (a, b) => prop_assert_eq!(a.err(), b.err()),
        }
    }

    #[test]
    fn depends_means_that_both_ways_are_still_open((guide, profile, as_of) in asked()) {
        let guide = Arc::new(guide);
        let index = Index::new(Arc::clone(&guide)).unwrap();
        let Ok(outcome) = index.look_up(&profile, as_of.clone()) else { return Ok(()) };
        let people = oracle::persons(&guide, &profile);
        for (position, responsibility) in guide.responsibilities.enumerate() {
            if outcome.responsibilities[position] == Some(Verdict::Depends) {
                prop_assert!(people.iter().any(|person| oracle::meets(&guide, person, &responsibility.who)));
                prop_assert!(people.iter().any(|person| !oracle::meets(&guide, person, &responsibility.who)));
            }
        }
    }

    #[test]
    fn a_comparison_with_itself_is_empty_and_swapping_swaps_it((guide, one, other, as_of) in asked_twice()) {
        let index = Index::new(Arc::new(guide)).unwrap();
        let (Ok(a), Ok(b)) = (index.look_up(&one, as_of.clone()), index.look_up(&other, as_of.clone())) else { return Ok(()) };
        prop_assert!(Comparison::between(&a, &a).is_empty());
        let (there, back) = (Comparison::between(&a, &b), Comparison::between(&b, &a));
        prop_assert_eq!(there.appears, back.disappears);
        prop_assert_eq!(there.disappears, back.appears);
        prop_assert_eq!(there.changes.len(), back.changes.len());
    }

    #[test]
    fn a_near_miss_needs_only_what_it_names((guide, profile, as_of) in asked()) {
        let guide = Arc::new(guide);
        let index = Index::new(Arc::clone(&guide)).unwrap();
        let Ok(outcome) = index.look_up(&profile, as_of.clone()) else { return Ok(()) };
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
