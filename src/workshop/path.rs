//! The way that is gone through a case, and how it is gone on.

use std::collections::BTreeMap;

use crate::model::{AspectId, Date, PartyId, RecordId, Scenario, ScenarioStep};

/// Where in a case.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Spot {
    /// The case itself: its story and what is known from the start.
    #[default]
    Start,
    /// A step.
    Step(RecordId),
}

/// An answer that the room does not see until it is revealed.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Hidden {
    /// A party that is responsible in an aspect.
    Party(AspectId, PartyId),
    /// A gap in an aspect.
    Gap(AspectId, RecordId),
}

/// How an answer came to be seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum By {
    /// The room named it.
    Room,
    /// The trainer showed what the room did not name.
    Trainer,
}

/// The way that is gone: all that a [`Player`] holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Path {
    /// The steps after the start, also those that were gone back from.
    trail: Vec<RecordId>,
    /// How many of them lie behind: the place of the last of those is where one stands.
    at: usize,
    /// Whether the end was reached.
    is_over: bool,
    /// What was done at each place; it stays there whatever way is gone.
    told: BTreeMap<Spot, Told>,
}

/// What was done at one place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Told {
    /// What the room sees, and how it came to.
    pub revealed: BTreeMap<Hidden, By>,
    /// How far its questions are.
    pub quiz: QuizTold,
    /// The day that the slider stands on.
    pub day: Option<Date>,
    /// How long the room was here, in seconds.
    pub seconds: u32,
}

/// How far the questions of a place are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct QuizTold {
    /// Which question is seen, from 0.
    pub number: usize,
    /// The questions of which the right answer is seen, with what most of the room chose where the trainer said so.
    pub answered: BTreeMap<usize, Option<String>>,
}

/// Something that a player is asked to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Move {
    /// To what comes next: where one came back from, or else the only way on.
    Forward,
    /// To where one came from.
    Back,
    /// To the start.
    First,
    /// To the last place that was seen.
    Last,
    /// To a place, wherever it is.
    Jump(Spot),
    /// On by one of the branches, by its position.
    Choose(usize),
    /// Shows an answer.
    Reveal(Hidden, By),
    /// Hides an answer again.
    Cover(Hidden),
    /// Shows a question, by its position.
    Question(usize),
    /// Shows the right answer to the question that is seen, with what most of the room chose.
    Answer(Option<String>),
    /// Hides the right answer again.
    Unanswer,
    /// Puts the slider on a day.
    Slide(Date),
    /// So many seconds passed.
    Passed(u32),
}

/// Plays a case.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Player {
    path: Path,
}

impl Path {
    /// Where one stands.
    pub fn spot(&self) -> Spot {
        self.behind().last().map_or(Spot::Start, |step| Spot::Step(step.clone()))
    }

    /// The steps from the start to where one stands.
    pub fn behind(&self) -> &[RecordId] {
        self.trail.get(..self.at).unwrap_or(&self.trail)
    }

    /// The steps that were gone back from.
    pub fn ahead(&self) -> &[RecordId] {
        self.trail.get(self.at..).unwrap_or_default()
    }

    /// Whether the end was reached.
    pub fn is_over(&self) -> bool {
        self.is_over
    }

    /// What was done where one stands.
    pub fn told(&self) -> Option<&Told> {
        self.told.get(&self.spot())
    }

    /// The same way as it was after so many steps.
    pub(super) fn after(&self, steps: usize) -> Self {
        Self { at: steps.min(self.trail.len()), ..self.clone() }
    }

    /// How many steps were seen.
    pub(super) fn seen(&self) -> usize {
        self.trail.len()
    }

    /// What was done at each place.
    pub fn all_told(&self) -> impl Iterator<Item = (&Spot, &Told)> {
        self.told.iter()
    }
}

impl Player {
    /// A player where another stopped.
    pub fn resume(path: Path) -> Self {
        Self { path }
    }

    /// The way that is gone.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Does what is asked; tells whether anything changed.
    pub fn go(&mut self, scenario: &Scenario, asked: Move) -> bool {
        let before = self.path.clone();
        match asked {
            Move::Forward => self.forward(scenario),
            Move::Back if self.path.is_over => self.path.is_over = false,
            Move::Back => self.stand(self.path.at.saturating_sub(1)),
            Move::First | Move::Jump(Spot::Start) => self.stand(0),
            Move::Last => self.stand(self.path.trail.len()),
            Move::Jump(Spot::Step(step)) => self.jump(scenario, &step),
            Move::Choose(branch) => self.choose(scenario, branch),
            Move::Reveal(hidden, by) => drop(self.told().revealed.insert(hidden, by)),
            Move::Cover(hidden) => drop(self.told().revealed.remove(&hidden)),
            Move::Question(number) => self.told().quiz.number = number,
            Move::Answer(chosen) => {
                let quiz = &mut self.told().quiz;
                quiz.answered.insert(quiz.number, chosen);
            }
            Move::Unanswer => {
                let quiz = &mut self.told().quiz;
                quiz.answered.remove(&quiz.number);
            }
            Move::Slide(day) => self.told().day = Some(day),
            Move::Passed(seconds) => {
                let told = self.told();
                told.seconds = told.seconds.saturating_add(seconds);
            }
        }
        // A place where nothing is left was never touched.
        self.path.told.retain(|_, told| *told != Told::default());
        self.path != before
    }

    fn told(&mut self) -> &mut Told {
        let spot = self.path.spot();
        self.path.told.entry(spot).or_default()
    }

    fn stand(&mut self, at: usize) {
        self.path.at = at;
        self.path.is_over = false;
    }

    fn forward(&mut self, scenario: &Scenario) {
        if self.path.ahead().is_empty() {
            match self.here(scenario).as_slice() {
                [Some(only)] => {
                    let only = only.id.clone();
                    self.path.trail.push(only);
                }
                [None] => {
                    self.path.is_over = true;
                    return;
                }
                // A choice is made, not passed by.
                _ => return,
            }
        }
        self.stand(self.path.at + 1);
    }

    fn choose(&mut self, scenario: &Scenario, branch: usize) {
        let Some(target) = self.here(scenario).get(branch).map(|step| step.map(|step| step.id.clone())) else {
            return;
        };
        let Some(target) = target else {
            self.path.is_over = true;
            return;
        };
        if self.path.ahead().first() != Some(&target) {
            self.path.trail.truncate(self.path.at);
            self.path.trail.push(target);
        }
        self.stand(self.path.at + 1);
    }

    fn jump(&mut self, scenario: &Scenario, to: &RecordId) {
        let Some(target) = scenario.step(to) else { return };
        let places = self.path.trail.iter().enumerate().filter(|(_, step)| *step == to).map(|(place, _)| place + 1);
        // Where it was seen last before here, or else first after it.
        let (before, after): (Vec<usize>, Vec<usize>) = places.partition(|place| *place <= self.path.at);
        if let Some(place) = before.last().or(after.first()) {
            self.stand(*place);
            return;
        }
        let end = self.path.trail.last().and_then(|last| scenario.step(last));
        let ids = |way: Vec<&ScenarioStep>| way.into_iter().map(|step| step.id.clone()).collect::<Vec<_>>();
        if let Some(way) = scenario.way(end, target).map(ids) {
            // What lies ahead stays on the way.
            self.path.trail.extend(way);
        } else {
            self.path.trail = scenario.way(None, target).map_or_else(|| vec![to.clone()], ids);
        }
        self.stand(self.path.trail.len());
    }

    /// What can come after where one stands.
    fn here<'a>(&self, scenario: &'a Scenario) -> Vec<Option<&'a ScenarioStep>> {
        let here = match self.path.spot() {
            Spot::Start => None,
            Spot::Step(id) => match scenario.step(&id) {
                None => return vec![None],
                some => some,
            },
        };
        scenario.following(here)
    }
}
