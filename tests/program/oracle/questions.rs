//! The next questions and what they decide: as asking every person says.

use super::{Answered, answer, asked, facet_at};
use proptest::prelude::*;
use wegwijzer::lookup::oracle;

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, ..ProptestConfig::default() })]

    #[test]
    fn the_questions_are_those_that_decide_something_best_first((guide, profile, as_of) in asked()) {
        let Some(Answered { guide, index, outcome, people }) = answer(guide, &profile, &as_of) else { return Ok(()) };
        let found: Vec<oracle::Question> = outcome
            .questions
            .iter()
            .map(|question| oracle::Question {
                facet: facet_at(&guide, question.facet),
                urgency: question.urgency,
                options: question.options.clone(),
                undecided_sum: question.undecided_sum,
                value_count: question.value_count,
            })
            .collect();
        prop_assert_eq!(&found, &oracle::questions(&guide, &people, &as_of));
        for question in &outcome.questions {
            let parties = index.decides_between(&outcome, question);
            let parties: Vec<_> = parties.into_iter().map(|party| guide.parties[party].id.clone()).collect();
            let facet = facet_at(&guide, question.facet);
            prop_assert_eq!(parties, oracle::decides_between(&guide, &people, &as_of, &facet));
        }
    }
}
