//! Everything in an answer is what an enumeration of all persons says.

use std::sync::Arc;

use super::{Answered, answer, asked, facets_at};
use proptest::prelude::*;
use wegwijzer::{
    lookup::{oracle, *},
    model::*,
};

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, ..ProptestConfig::default() })]

    #[test]
    fn nobody_is_left_when_a_profile_is_refused_and_the_facets_named_are_the_fewest((guide, profile, as_of) in asked()) {
        let people = oracle::persons(&guide, &profile);
        let index = Index::new(Arc::new(guide.clone())).unwrap();
        let Err(LookupError::Contradictory { facets, rules }) = index.look_up(&profile, as_of) else {
            prop_assert!(!people.is_empty());
            return Ok(());
        };
        prop_assert!(people.is_empty());
        prop_assert_eq!(&facets, &oracle::minimal_conflict(&guide, &profile));
        // Of those who would fit, each breaks one of the rules named; and somebody breaks none but this one.
        let positions: Vec<_> = guide.facets.ixs().filter(|n| facets.contains(&guide.facets[*n].id)).collect();
        let refused = oracle::thinkable(&guide, &profile.only(&guide, &positions));
        let breaks = |person: &oracle::Person, key: &RecordKey| {
            let meets = |condition: &Condition| oracle::meets(&guide, person, condition);
            match key {
                RecordKey::Impossible(id) => meets(&guide.impossible.get(id).unwrap().when),
                RecordKey::Implication(id) => {
                    let rule = guide.implications.get(id).unwrap();
                    meets(&rule.when) && !meets(&rule.then)
                }
                _ => false,
            }
        };
        prop_assert!(refused.iter().all(|person| rules.iter().any(|rule| breaks(person, rule))));
        for needed in &rules {
            let others = |person: &oracle::Person| rules.iter().any(|rule| rule != needed && breaks(person, rule));
            prop_assert!(!refused.iter().all(others), "rule {needed:?} is named, and the clash does not need it");
        }
    }

    #[test]
    fn what_is_said_first_who_answers_and_what_is_missing((guide, profile, as_of) in asked()) {
        let Some(Answered { guide, index, outcome, people }) = answer(guide, &profile, &as_of) else { return Ok(()) };
        let all: Vec<_> = outcome.responsibilities.values().copied().collect();
        prop_assert_eq!(all, oracle::responsibilities(&guide, &people, &as_of));
        let all: Vec<_> = outcome.gaps.values().copied().collect();
        prop_assert_eq!(all, oracle::gaps(&guide, &people, &as_of));
        let first: Vec<_> = outcome.first.iter().map(|(n, verdict)| (guide.first[*n].id.clone(), *verdict)).collect();
        prop_assert_eq!(first, oracle::first(&guide, &people, &as_of));
        let warnings: Vec<_> = outcome.warnings.iter().map(|n| guide.suspicious[*n].id.clone()).collect();
        prop_assert_eq!(warnings, oracle::warnings(&guide, &people));
        prop_assert_eq!(outcome.date, as_of.date);
        prop_assert_eq!(&outcome.as_of(), &as_of);

        for aspect in guide.phases.iter().flat_map(|phase| &phase.aspects) {
            prop_assert_eq!(
                outcome.answers_in(&index, &aspect.id),
                in_order(&guide.responsibilities, &outcome.responsibilities, |record| {
                    (record.aspect == aspect.id).then(|| (!record.primary, record.role, record.id.clone()))
                })
            );
            prop_assert_eq!(
                outcome.gaps_in(&index, &aspect.id),
                in_order(&guide.gaps, &outcome.gaps, |gap| (gap.aspect == aspect.id).then_some(()))
            );
            if let Some(needed) = &aspect.needed {
                let reach = index.reach_of(&needed.who, &outcome.persons);
                let (met, failed): (Vec<_>, Vec<_>) =
                    people.iter().partition(|person| oracle::meets(&guide, person, &needed.who));
                prop_assert_eq!((reach.meets, reach.fails), (!met.is_empty(), !failed.is_empty()));
            }
        }
    }

    #[test]
    fn how_likely_a_record_is_is_its_share_of_the_persons_and_one_pass_says_it_as_one_by_one((guide, profile, as_of) in asked()) {
        let Some(Answered { guide, index, outcome, people }) = answer(guide, &profile, &as_of) else { return Ok(()) };
        let tasks = guide.responsibilities.enumerate().map(|(ix, task)| (Conditioned::Responsibility(ix), &task.who));
        let referrals = guide.referrals.enumerate().map(|(ix, referral)| (Conditioned::Referral(ix), &referral.who));
        let gaps = guide.gaps.enumerate().map(|(ix, gap)| (Conditioned::Gap(ix), &gap.who));
        for (record, who) in tasks.chain(referrals).chain(gaps) {
            let found = outcome.likelihood(&index, record);
            prop_assert_eq!(found.to_bits(), index.likelihood(record, &outcome.persons).to_bits());
            let usual = outcome.usual_likelihood(&index, record);
            prop_assert_eq!(usual.to_bits(), index.likelihood(record, outcome.usual(&index)).to_bits());
            let met = people.iter().filter(|person| oracle::meets(&guide, person, who)).count();
            #[expect(clippy::cast_precision_loss, reason = "there are few persons")]
            let share = met as f64 / people.len() as f64;
            prop_assert!((found - share).abs() < 1e-9, "{record:?}: {found} for {share}");
        }
    }

    #[test]
    fn what_follows_is_what_the_persons_who_are_left_have_in_common((guide, profile, as_of) in asked()) {
        let Some(Answered { guide, index, outcome, people }) = answer(guide, &profile, &as_of) else { return Ok(()) };
        prop_assert_eq!(facets_at(&guide, &outcome.implied), oracle::implied(&guide, &profile, &people));
        for (position, facet) in guide.facets.enumerate() {
            let expected = oracle::values(&guide, &people, &facet.id);
            prop_assert_eq!(index.values_in(&outcome.persons, position), expected);
        }
    }

    #[test]
    fn hand_overs_hold_here_and_now_alone_and_together(
        (guide, profile, as_of) in asked(),
        chosen in prop::collection::vec(any::<prop::sample::Index>(), 0..4),
    ) {
        let Some(Answered { guide, index, outcome, people }) = answer(guide, &profile, &as_of) else { return Ok(()) };
        let found = index.referrals_for(&outcome.persons, as_of.clone());
        let found: Vec<_> = found.into_iter().map(|(n, verdict)| (guide.referrals[n].id.clone(), verdict)).collect();
        prop_assert_eq!(found, oracle::referrals(&guide, &people, &as_of));
        if !guide.referrals.is_empty() {
            let all: Vec<_> = guide.referrals.ixs().collect();
            let chosen: Vec<_> = chosen.iter().map(|chosen| *chosen.get(&all)).collect();
            let all = Condition::All(chosen.iter().map(|n| guide.referrals[*n].who.clone()).collect());
            let together = index.referrals_together(&chosen, &outcome.persons);
            prop_assert_eq!(together, oracle::verdict(&guide, &people, &all));
        }
    }

    #[test]
    fn counts_are_those_of_asking_again_with_every_other_answer((guide, profile, as_of) in asked()) {
        let Some(Answered { guide, outcome, .. }) = answer(guide, &profile, &as_of) else { return Ok(()) };
        let counts: Vec<_> = outcome.counts.facets.values().cloned().collect();
        prop_assert_eq!(counts, oracle::counts(&guide, &profile, &as_of));
    }
}

/// The records that have a place in an aspect and are not excluded: certain ones first, then by place.
fn in_order<T: Record, Place: Ord>(
    records: &Table<T>,
    verdicts: &Column<T, Option<Verdict>>,
    place: impl Fn(&T) -> Option<Place>,
) -> Vec<(Ix<T>, Verdict)> {
    let mut shown: Vec<(Verdict, Place, Ix<T>)> = records
        .enumerate()
        .filter_map(|(n, record)| {
            Some((verdicts[n].filter(|verdict| *verdict != Verdict::Excluded)?, place(record)?, n))
        })
        .collect();
    shown.sort();
    shown.into_iter().map(|(verdict, _, n)| (n, verdict)).collect()
}
