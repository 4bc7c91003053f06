//! Why, on what it depends and why not: as trying every set of facets says.

use super::{Answered, answer, asked, facet_at, facets_at};
use proptest::prelude::*;
use wegwijzer::{
    lookup::{oracle, *},
    model::*,
};

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, ..ProptestConfig::default() })]

    #[test]
    fn a_certain_answer_or_gap_names_the_first_fewest_facets_that_make_it_certain((guide, profile, as_of) in asked()) {
        let Some(Answered { guide, index, outcome, .. }) = answer(guide, &profile, &as_of) else { return Ok(()) };
        let same = |found: Vec<Reason>, who: &Condition| -> Result<(), TestCaseError> {
            let facets: Vec<FacetId> = found.iter().map(|reason| facet_at(&guide, reason.facet)).collect();
            prop_assert_eq!(facets, oracle::because(&guide, &profile, who));
            for reason in found {
                prop_assert_eq!(reason.values, profile.values_text(&guide.facets[reason.facet]));
            }
            Ok(())
        };
        for (n, record) in guide.responsibilities.enumerate() {
            if outcome.responsibilities[n] == Some(Verdict::Applies) {
                same(index.because(&profile, n), &record.who)?;
            }
        }
        for (n, gap) in guide.gaps.enumerate() {
            if outcome.gaps[n] == Some(Verdict::Applies) {
                same(index.because_gap(&profile, n), &gap.who)?;
            }
        }
    }

    #[test]
    fn what_is_uncertain_names_the_facets_that_tell_two_persons_apart((guide, profile, as_of) in asked()) {
        let Some(Answered { guide, index, outcome, people }) = answer(guide, &profile, &as_of) else { return Ok(()) };
        let same = |found: Vec<Ix<Facet>>, who: &Condition| -> Result<(), TestCaseError> {
            prop_assert!(!found.is_empty());
            prop_assert_eq!(facets_at(&guide, &found), oracle::depends_on(&guide, &people, who));
            Ok(())
        };
        for (n, record) in guide.responsibilities.enumerate() {
            if outcome.responsibilities[n] == Some(Verdict::Depends) {
                same(index.depends_on(&outcome, n), &record.who)?;
            }
        }
        for (n, gap) in guide.gaps.enumerate() {
            if outcome.gaps[n] == Some(Verdict::Depends) {
                same(index.gap_depends_on(&outcome, n), &gap.who)?;
            }
        }
        for (n, verdict) in index.referrals_for(&outcome.persons, as_of) {
            if verdict == Verdict::Depends {
                same(index.referral_depends_on(&outcome.persons, n), &guide.referrals[n].who)?;
            }
        }
    }

    #[test]
    fn who_does_not_answer_names_what_excludes_it((guide, profile, as_of) in asked()) {
        let Some(Answered { guide, index, outcome, .. }) = answer(guide, &profile, &as_of) else { return Ok(()) };
        for (n, record) in guide.responsibilities.enumerate() {
            let found = index.why_not(&profile, &outcome, n);
            let expected = oracle::why_not(&guide, &profile, &as_of, record);
            prop_assert_eq!(found.as_ref().map(|why| why.responsibility), expected.as_ref().map(|_| n));
            let mut by = Vec::new();
            if let Some(expected) = &expected {
                for (facet, values) in &expected.facets {
                    let facet = guide.facets.ix(facet).unwrap();
                    by.push(Exclusion::Facet(Reason { facet, values: values.clone() }));
                }
                if expected.by_date {
                    by.push(Exclusion::Date { date: as_of.date, needs: record.valid.clone() });
                }
                if expected.by_region {
                    by.push(Exclusion::Region(record.area.clone()));
                }
            }
            let found = found.map(|why| (why.by, why.near_miss));
            prop_assert_eq!(found, expected.map(|expected| (by, expected.near_miss)));
        }
    }
}
