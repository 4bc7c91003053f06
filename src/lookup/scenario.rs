//! Runs a scenario of the guide against what it expects.

use super::{AsOf, Index, Profile, Verdict, find_gemeente};
use crate::model::{Expectation, Regions, Scenario, ScenarioError, ScenarioOutcome};

/// An expectation that was not met.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Miss {
    /// What was expected.
    pub expectation: Expectation,
    /// The verdict that came out for the party; `None` when it has no such task.
    pub found: Option<Verdict>,
}

/// The expectations of a scenario that are not met.
///
/// # Errors
/// [`ScenarioError`] when the profile of the scenario does not fit the guide or contradicts itself, or there is no such
/// gemeente.
pub fn run_scenario(index: &Index, regions: &Regions, scenario: &Scenario) -> Result<Vec<Miss>, ScenarioError> {
    let texts: Vec<String> = scenario
        .given
        .iter()
        .map(|(facet, values)| {
            let values: Vec<&str> = values.iter().map(crate::model::ValueId::as_str).collect();
            format!("{facet}={}", values.join(","))
        })
        .collect();
    let profile = Profile::parse(index.guide(), texts.iter().map(String::as_str))?;
    let gemeente = scenario.gemeente.as_deref().map(|name| find_gemeente(regions, name)).transpose()?;
    let as_of = AsOf::at(gemeente, scenario.date);
    let outcome = index.look_up(&profile, as_of)?;
    let mut misses = Vec::new();
    for expectation in &scenario.expect {
        let answers = outcome.answers_in(index, &expectation.aspect);
        // The best verdict of the tasks that are meant: certain before dependent.
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
        if !fits {
            misses.push(Miss { expectation: expectation.clone(), found });
        }
    }
    Ok(misses)
}
