//! The ways through a training case, and how it stands at the end of one.

use std::collections::VecDeque;

use super::{Expectation, Given, Scenario, ScenarioStep};
use crate::model::{Date, PhaseId, RecordId};

/// More than a case that somebody can oversee has; what lies beyond is not looked at.
const MOST_STANDINGS: usize = 512;

/// How a case stands after some of its steps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing<'a> {
    /// What is known of the person.
    pub given: Given,
    /// The day of asking.
    pub date: Date,
    /// The gemeente, where it matters.
    pub gemeente: Option<&'a str>,
    /// In which phase the possible victim is; `None` as long as no step said.
    pub phase: Option<&'a PhaseId>,
}

impl Scenario {
    /// The step with this id.
    pub fn step(&self, id: &RecordId) -> Option<&ScenarioStep> {
        self.steps.iter().find(|step| step.id == *id)
    }

    /// What it expects, at its start and at each of its steps.
    pub fn expectations(&self) -> impl Iterator<Item = (Option<&ScenarioStep>, &Expectation)> {
        let at_start = self.expect.iter().map(|expected| (None, expected));
        let later = self.steps.iter().flat_map(|step| step.expect.iter().map(move |expected| (Some(step), expected)));
        at_start.chain(later)
    }

    /// How the case stands after these steps, from its start.
    pub fn after<'a>(&'a self, trail: impl IntoIterator<Item = &'a ScenarioStep>) -> Standing<'a> {
        let start =
            Standing { given: self.given.clone(), date: self.date, gemeente: self.gemeente.as_deref(), phase: None };
        trail.into_iter().fold(start, |mut standing, step| {
            for facet in &step.forget {
                standing.given.remove(facet);
            }
            standing.given.extend(step.learn.iter().map(|(facet, values)| (facet.clone(), values.clone())));
            standing.date = step.date.unwrap_or(standing.date);
            standing.gemeente = step.gemeente.as_deref().or(standing.gemeente);
            standing.phase = step.phase.as_ref().or(standing.phase);
            standing
        })
    }

    /// What can come after a step, or after the start: `None` is the end. One or more.
    pub fn following(&self, step: Option<&ScenarioStep>) -> Vec<Option<&ScenarioStep>> {
        let Some(step) = step else { return vec![self.steps.first()] };
        if step.next.is_empty() {
            let place = self.steps.iter().position(|own| own.id == step.id);
            return vec![place.and_then(|place| self.steps.get(place + 1))];
        }
        // A branch to a step that is not there leads nowhere.
        step.next.iter().map(|branch| branch.to.as_ref().and_then(|to| self.step(to))).collect()
    }

    /// The shortest way from a step, or from the start, to another, which is its last; `None` when there is none.
    pub fn way<'a>(&'a self, from: Option<&'a ScenarioStep>, to: &ScenarioStep) -> Option<Vec<&'a ScenarioStep>> {
        let mut open: VecDeque<Vec<&ScenarioStep>> = VecDeque::from([Vec::new()]);
        let mut seen: Vec<&RecordId> = Vec::new();
        while let Some(way) = open.pop_front() {
            let here = way.last().copied().or(from);
            for next in self.following(here).into_iter().flatten() {
                if seen.contains(&&next.id) {
                    continue;
                }
                seen.push(&next.id);
                let longer: Vec<&ScenarioStep> = way.iter().copied().chain([next]).collect();
                if next.id == to.id {
                    return Some(longer);
                }
                open.push_back(longer);
            }
        }
        None
    }

    /// How the case can stand at its start and at each step that is reached, whatever is chosen; each once.
    pub fn standings(&self) -> Vec<(Option<&ScenarioStep>, Standing<'_>)> {
        let mut found: Vec<(Option<&ScenarioStep>, Standing<'_>)> = Vec::new();
        let mut open: Vec<Vec<&ScenarioStep>> = vec![Vec::new()];
        while let Some(way) = open.pop() {
            let here = way.last().copied();
            let stands = (here, self.after(way.iter().copied()));
            if found.contains(&stands) {
                continue;
            }
            found.push(stands);
            if found.len() >= MOST_STANDINGS {
                break;
            }
            // No step twice: a case that comes back is played again by hand.
            let next = self.following(here).into_iter().rev().flatten();
            let next = next.filter(|next| way.iter().all(|own| own.id != next.id));
            open.extend(next.map(|next| way.iter().copied().chain([next]).collect()));
        }
        found
    }

    /// The way that is gone when nobody chooses: the first branch of each step, to the end or to where it was before.
    pub fn main_way(&self) -> Vec<&ScenarioStep> {
        let mut way: Vec<&ScenarioStep> = Vec::new();
        while let Some(next) = self.following(way.last().copied()).into_iter().next().flatten() {
            if way.iter().any(|own| own.id == next.id) {
                break;
            }
            way.push(next);
        }
        way
    }
}
