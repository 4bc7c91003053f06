//! Runs a scenario of the guide against what it expects.

use super::{AsOf, Index, Outcome, Profile, Verdict, find_gemeente};
use crate::model::{Expectation, RecordId, Regions, Scenario, ScenarioError, ScenarioOutcome, ScenarioStep, Standing};

/// An expectation that was not met.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Miss {
    /// At which step; `None` at the start.
    pub step: Option<RecordId>,
    /// What was expected.
    pub expectation: Expectation,
    /// The verdict that came out for the party; `None` when it has no such task.
    pub found: Option<Verdict>,
}

/// The expectations of a scenario and of its steps that are not met, by whatever way a step is reached.
///
/// # Errors
/// [`ScenarioError`] when what is known somewhere does not fit the guide or contradicts itself, or there is no such
/// gemeente.
pub fn run_scenario(index: &Index, regions: &Regions, scenario: &Scenario) -> Result<Vec<Miss>, ScenarioError> {
    let mut misses: Vec<Miss> = Vec::new();
    for (step, standing) in scenario.standings() {
        for miss in run_standing(index, regions, scenario, step, &standing)? {
            if !misses.contains(&miss) {
                misses.push(miss);
            }
        }
    }
    Ok(misses)
}

/// The expectations of a scenario at one of its steps, or at its start, that are not met when it stands so.
///
/// # Errors
/// As [`run_scenario`].
pub fn run_standing(
    index: &Index,
    regions: &Regions,
    scenario: &Scenario,
    step: Option<&ScenarioStep>,
    standing: &Standing<'_>,
) -> Result<Vec<Miss>, ScenarioError> {
    let profile = Profile::of_case(index.guide(), &standing.given)?;
    let gemeente = standing.gemeente.map(|name| find_gemeente(regions, name)).transpose()?;
    let expect = step.map_or(&scenario.expect, |step| &step.expect);
    if expect.is_empty() {
        index.persons_of(&profile)?;
        return Ok(Vec::new());
    }
    let outcome = index.look_up(&profile, AsOf::at(gemeente, standing.date))?;
    let misses = expect.iter().filter_map(|expectation| {
        let (found, fits) = comes_out(index, &outcome, expectation);
        let step = step.map(|step| step.id.clone());
        (!fits).then(|| Miss { step, expectation: expectation.clone(), found })
    });
    Ok(misses.collect())
}

/// The best verdict of the tasks that an expectation means, and whether it is met.
fn comes_out(index: &Index, outcome: &Outcome, expectation: &Expectation) -> (Option<Verdict>, bool) {
    let answers = outcome.answers_in(index, &expectation.aspect);
    // Certain before dependent.
    let found = answers
        .iter()
        .filter(|(ix, _)| {
            let record = &index.guide().responsibilities[*ix];
            expectation.party.as_ref().is_none_or(|party| record.party == *party)
                && expectation.role.is_none_or(|role| record.role == role)
        })
        .map(|(_, verdict)| *verdict)
        .min();
    let gaps = outcome.gaps_in(index, &expectation.aspect);
    let fits = match expectation.outcome {
        ScenarioOutcome::Geldt => found == Some(Verdict::Applies),
        ScenarioOutcome::HangtAf => found == Some(Verdict::Depends),
        ScenarioOutcome::GeldtNiet => found.is_none(),
        ScenarioOutcome::Gat => gaps.iter().any(|(_, verdict)| *verdict == Verdict::Applies),
        ScenarioOutcome::GeenGat => gaps.is_empty(),
    };
    (found, fits)
}
