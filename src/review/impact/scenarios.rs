//! Scenarios that turn with a change of the guide.

use std::collections::BTreeSet;

use crate::{
    lookup::{Index, Miss, run_scenario},
    model::{AspectId, Expectation, RecordId, Regions, Scenario, ScenarioError},
};

/// A scenario of which an expectation turns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScenarioChange {
    /// Which.
    pub scenario: RecordId,
    /// Expectations that are not met, and were, or were not there.
    pub fails: Vec<Miss>,
    /// Expectations that are met, and were not.
    pub passes: Vec<Expectation>,
    /// Why it cannot be run any more.
    pub stops: Option<ScenarioError>,
}

/// The scenarios that turn, of those that expect something in these aspects, or of all.
pub(super) fn changes(
    old: &Index,
    new: &Index,
    regions: &Regions,
    aspects: Option<&BTreeSet<AspectId>>,
) -> Vec<ScenarioChange> {
    let can_turn = |scenario: &&Scenario| {
        let expects = |aspects: &BTreeSet<AspectId>| {
            scenario.expectations().any(|(_, expected)| aspects.contains(&expected.aspect))
        };
        aspects.is_none_or(expects) || old.guide().scenarios.get(&scenario.id) != Some(scenario)
    };
    new.guide().scenarios.iter().filter(can_turn).filter_map(|scenario| change(old, new, regions, scenario)).collect()
}

/// An expectation, and at which step; none at the start.
type At<'a> = (Option<&'a RecordId>, &'a Expectation);

fn change(old: &Index, new: &Index, regions: &Regions, scenario: &Scenario) -> Option<ScenarioChange> {
    let before = old.guide().scenarios.get(&scenario.id).map(|before| run_scenario(old, regions, before));
    let after = run_scenario(new, regions, scenario);
    let is_among = |misses: &[Miss], (step, expected): At<'_>| {
        misses.iter().any(|miss| miss.step.as_ref() == step && miss.expectation == *expected)
    };
    // Of what could not be run no expectation was met; of what was not there none was missed.
    let was_met = |expected: At<'_>| match &before {
        None => true,
        Some(Ok(misses)) => !is_among(misses, expected),
        Some(Err(_)) => false,
    };
    let (fails, passes, stops) = match after {
        Err(error) if before.as_ref().is_some_and(|before| before.as_ref().err() == Some(&error)) => return None,
        Err(error) => (Vec::new(), Vec::new(), Some(error)),
        Ok(misses) => {
            let all = scenario.expectations().map(|(step, expected)| (step.map(|step| &step.id), expected));
            let met = all.filter(|expected| !is_among(&misses, *expected) && !was_met(*expected));
            let passes: Vec<Expectation> = met.map(|(_, expected)| expected.clone()).collect();
            let is_new = |miss: &Miss| was_met((miss.step.as_ref(), &miss.expectation));
            (misses.into_iter().filter(is_new).collect(), passes, None)
        }
    };
    let turns = !fails.is_empty() || !passes.is_empty() || stops.is_some();
    turns.then(|| ScenarioChange { scenario: scenario.id.clone(), fails, passes, stops })
}
