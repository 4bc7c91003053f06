//! How a case stands at the end of the way that is gone.

use super::{Move, Path, Player, Spot, Told};
use crate::{
    lookup::Profile,
    model::{
        AspectId, Date, FacetId, Given, Guide, Label, PhaseId, ProfileError, Scenario, ScenarioOutcome, ScenarioStep,
        Show, Standing,
    },
};

/// How a case stands; all of it follows from the case and the path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stage<'a> {
    /// The case.
    pub scenario: &'a Scenario,
    /// The step; `None` at the start.
    pub step: Option<&'a ScenarioStep>,
    /// What is known of the person.
    pub given: Given,
    /// What became known, or changed, right here.
    pub news: Vec<&'a FacetId>,
    /// The day of asking.
    pub date: Date,
    /// The gemeente, where it matters.
    pub gemeente: Option<&'a str>,
    /// In which phase the possible victim is; `None` as long as no step said.
    pub phase: Option<&'a PhaseId>,
    /// In which phase that was right before; the same when it did not move.
    pub phase_before: Option<&'a PhaseId>,
    /// What the room sees.
    pub show: Show,
    /// In which aspects the room says who is responsible.
    pub asked: Vec<&'a AspectId>,
    /// What was done here: what is revealed, how far the questions are.
    pub told: Told,
    /// What the room chooses between; empty when there is one way on.
    pub choices: Vec<Choice<'a>>,
    /// Whether the end was reached.
    pub is_over: bool,
    /// How far it is.
    pub progress: Progress,
    /// The time that was set.
    pub minutes: Minutes,
}

/// A way on that can be chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Choice<'a> {
    /// What the room reads; `None` when the case says nothing.
    pub label: Option<&'a Label>,
    /// The step that it leads to; `None` for the end.
    pub to: Option<&'a ScenarioStep>,
    /// The part of what was asked that must have been found for it to be the way that fits, in per cent.
    pub at_least: Option<u16>,
    /// Whether it was chosen before.
    pub is_chosen: bool,
}

/// How far a case is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// How many steps lie behind, with this one.
    pub at: usize,
    /// How many there are on this way, if nobody chooses otherwise.
    pub of: usize,
}

/// The time that was set, in minutes; what nobody set counts for nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Minutes {
    /// For this step.
    pub here: Option<u16>,
    /// For what lies behind.
    pub before: u16,
    /// For all of this way.
    pub of: u16,
}

/// How a case stands at the end of a path. Steps of the path that the case does not have are passed over.
pub fn state_at<'a>(scenario: &'a Scenario, path: &Path) -> Stage<'a> {
    let steps = |ids: &[crate::model::RecordId]| -> Vec<&'a ScenarioStep> {
        ids.iter().filter_map(|id| scenario.step(id)).collect()
    };
    let (behind, ahead) = (steps(path.behind()), steps(path.ahead()));
    let step = behind.last().copied();
    let Standing { given, date, gemeente, phase } = scenario.after(behind.iter().copied());
    let before = scenario.after(behind.iter().copied().take(behind.len().saturating_sub(1)));
    let news = match step {
        None => scenario.given.keys().collect(),
        Some(step) => step.learn.keys().filter(|facet| given.get(*facet) != before.given.get(*facet)).collect(),
    };
    let rest = rest(scenario, &behind, &ahead);
    let time = |steps: &[&ScenarioStep]| steps.iter().filter_map(|step| step.minutes).fold(0, u16::saturating_add);
    let here = step.and_then(|step| step.minutes);
    let (spent, left) = (time(&behind), time(&rest));
    Stage {
        scenario,
        step,
        news,
        date,
        gemeente,
        phase,
        phase_before: before.phase,
        show: step.map_or_else(|| at_start(scenario), |step| step.show.clone()),
        asked: step.map_or_else(|| asked_at_start(scenario), |step| step.asked.iter().collect()),
        told: path.told().cloned().unwrap_or_default(),
        choices: choices(scenario, step, ahead.first().copied()),
        is_over: path.is_over(),
        progress: Progress { at: behind.len(), of: behind.len() + rest.len() },
        minutes: Minutes {
            here,
            before: spent.saturating_sub(here.unwrap_or_default()),
            of: spent.saturating_add(left),
        },
        given,
    }
}

/// The start of a case and its steps, on the way that is gone when nobody chooses otherwise.
pub fn main_stages(scenario: &Scenario) -> Vec<Stage<'_>> {
    let mut path = Path::default();
    let mut stages = vec![state_at(scenario, &path)];
    for step in scenario.main_way() {
        let mut player = Player::resume(path);
        player.go(scenario, Move::Jump(Spot::Step(step.id.clone())));
        path = player.path().clone();
        stages.push(state_at(scenario, &path));
    }
    stages
}

impl Stage<'_> {
    /// Where it is.
    pub fn spot(&self) -> Spot {
        self.step.map_or(Spot::Start, |step| Spot::Step(step.id.clone()))
    }

    /// The aspects of which the answers are seen, or not seen yet.
    pub(super) fn answered_aspects(&self) -> Vec<&AspectId> {
        match &self.show {
            Show::Answer { aspect: Some(aspect) } if self.asked.is_empty() => vec![aspect],
            _ => self.asked.clone(),
        }
    }

    /// What is known, as it is asked of a guide.
    ///
    /// # Errors
    /// [`ProfileError`] when what is known does not fit the guide.
    pub fn profile(&self, guide: &Guide) -> Result<Profile, ProfileError> {
        profile_of(&self.given, guide)
    }
}

/// What is known, as it is asked of a guide.
pub(super) fn profile_of(given: &Given, guide: &Guide) -> Result<Profile, ProfileError> {
    Profile::of_case(guide, given)
}

/// A case that has steps begins with its story; one without is asked at once.
fn at_start(scenario: &Scenario) -> Show {
    if scenario.steps.is_empty() { Show::default() } else { Show::Story }
}

/// Of a case without steps, the aspects in which it expects somebody or nobody.
fn asked_at_start(scenario: &Scenario) -> Vec<&AspectId> {
    let mut asked = Vec::new();
    for expected in scenario.expect.iter().filter(|_| scenario.steps.is_empty()) {
        let is_told = matches!(expected.outcome, ScenarioOutcome::Geldt | ScenarioOutcome::Gat);
        if is_told && !asked.contains(&&expected.aspect) {
            asked.push(&expected.aspect);
        }
    }
    asked
}

/// What comes after where one stands: where one came back from, and then the first way on of each step.
fn rest<'a>(scenario: &'a Scenario, behind: &[&'a ScenarioStep], ahead: &[&'a ScenarioStep]) -> Vec<&'a ScenarioStep> {
    let mut rest = ahead.to_vec();
    loop {
        let last = rest.last().or(behind.last()).copied();
        let Some(next) = scenario.following(last).into_iter().next().flatten() else { return rest };
        if rest.iter().chain(behind).any(|own| own.id == next.id) {
            return rest;
        }
        rest.push(next);
    }
}

fn choices<'a>(
    scenario: &'a Scenario,
    step: Option<&'a ScenarioStep>,
    next: Option<&'a ScenarioStep>,
) -> Vec<Choice<'a>> {
    let branches = step.map(|step| step.next.as_slice()).filter(|next| next.len() > 1).unwrap_or_default();
    let targets = scenario.following(step);
    let choice = |(branch, to): (&'a crate::model::Branch, Option<&'a ScenarioStep>)| Choice {
        label: branch.label.as_ref(),
        to,
        at_least: branch.at_least,
        is_chosen: to.is_some() && to.map(|step| &step.id) == next.map(|step| &step.id),
    };
    branches.iter().zip(targets).map(choice).collect()
}
