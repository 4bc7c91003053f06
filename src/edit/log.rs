//! What was done, undone and done again, in order. Nothing is ever taken out of it.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use serde::{Deserialize, Serialize};

use super::{Change, Clash, Onto, Step, StepId, apply::onto, apply::put};
use crate::model::{Entry, Guide};

/// One line of the log.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Event {
    /// A step was done, on what the steps before it made.
    Done(Step),
    /// The last step that stood was undone.
    Undone(StepId),
    /// A step that was undone there was done again.
    Redone(StepId),
    /// What is being typed and is no step yet: a piece as a form holds it.
    Draft(Box<Entry>),
    /// The guide was saved: the sum of its bytes.
    Saved(String),
    /// An edition was released: its name.
    Released(String),
}

/// Why an event does not follow on the events before it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LogError {
    /// A step of that name was done before.
    Twice(StepId),
    /// No step of that name was done.
    Unknown(StepId),
    /// It does not stand last, or nothing of that name was undone here.
    NotHere(StepId),
}

/// A way from one state to another, one step at a time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Move {
    /// Undo this step.
    Undo(StepId),
    /// Do this step again.
    Redo(StepId),
}

/// A step in the history.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row<'a> {
    /// The step.
    pub step: &'a Step,
    /// The step on which it was done; `None` on what was opened.
    pub on: Option<&'a StepId>,
    /// Whether it stands; one that does not was undone, and can be taken again.
    pub stands: bool,
}

/// What was done, undone and done again, in order.
///
/// Steps are a tree: one that is done after another was undone is its sibling, and both stay.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Vec<Event>", into = "Vec<Event>")]
pub struct Log {
    events: Vec<Event>,
    /// Every step: its event, and the step on which it was done.
    steps: BTreeMap<StepId, Place>,
    /// The last step that stands.
    now: Option<StepId>,
    /// Of each state the step that was last done on it, also when it is undone.
    next: BTreeMap<Option<StepId>, StepId>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Place {
    event: usize,
    on: Option<StepId>,
}

impl Log {
    /// All events, oldest first.
    pub fn events(&self) -> &[Event] {
        &self.events
    }

    /// Adds an event.
    ///
    /// # Errors
    /// [`LogError`] when it does not follow on what is there; then nothing is added.
    pub fn push(&mut self, event: Event) -> Result<(), LogError> {
        match &event {
            Event::Done(step) => {
                if self.steps.contains_key(&step.id) {
                    return Err(LogError::Twice(step.id.clone()));
                }
                let place = Place { event: self.events.len(), on: self.now.clone() };
                self.steps.insert(step.id.clone(), place);
                self.next.insert(self.now.replace(step.id.clone()), step.id.clone());
            }
            Event::Undone(id) => {
                let place = self.place(id)?;
                if self.now.as_ref() != Some(id) {
                    return Err(LogError::NotHere(id.clone()));
                }
                self.now.clone_from(&place.on.clone());
            }
            Event::Redone(id) => {
                if self.place(id)?.on != self.now {
                    return Err(LogError::NotHere(id.clone()));
                }
                self.next.insert(self.now.replace(id.clone()), id.clone());
            }
            Event::Draft(_) | Event::Saved(_) | Event::Released(_) => {}
        }
        self.events.push(event);
        Ok(())
    }

    fn place(&self, id: &StepId) -> Result<&Place, LogError> {
        self.steps.get(id).ok_or_else(|| LogError::Unknown(id.clone()))
    }

    /// The step of this name.
    pub fn step(&self, id: &StepId) -> Option<&Step> {
        match self.events.get(self.steps.get(id)?.event)? {
            Event::Done(step) => Some(step),
            _ => None,
        }
    }

    /// The last step that stands; `None` for what was opened.
    pub fn now(&self) -> Option<&StepId> {
        self.now.as_ref()
    }

    /// The step that undoing undoes.
    pub fn to_undo(&self) -> Option<&Step> {
        self.step(self.now.as_ref()?)
    }

    /// The step that doing again does: of those that were undone here the one that stood last.
    pub fn to_redo(&self) -> Option<&Step> {
        self.step(self.next.get(&self.now)?)
    }

    /// The steps that stand, oldest first.
    pub fn standing(&self) -> Vec<&Step> {
        let mut steps: Vec<&Step> = self.back(self.now.as_ref()).filter_map(|id| self.step(id)).collect();
        steps.reverse();
        steps
    }

    /// A step, the one on which it was done, and so on.
    fn back<'a>(&'a self, from: Option<&'a StepId>) -> impl Iterator<Item = &'a StepId> {
        std::iter::successors(from, |id| self.steps.get(*id)?.on.as_ref())
    }

    /// All steps that ever were, oldest first.
    pub fn rows(&self) -> Vec<Row<'_>> {
        let standing: BTreeSet<&StepId> = self.back(self.now.as_ref()).collect();
        let steps = self.events.iter().filter_map(|event| match event {
            Event::Done(step) => Some(step),
            _ => None,
        });
        let on = |step: &Step| self.steps.get(&step.id).and_then(|place| place.on.as_ref());
        steps.map(|step| Row { step, on: on(step), stands: standing.contains(&step.id) }).collect()
    }

    /// The way to the state after a step, whether it stands or not; `None` is what was opened.
    ///
    /// # Errors
    /// [`LogError::Unknown`] when there is no such step.
    pub fn way(&self, to: Option<&StepId>) -> Result<Vec<Move>, LogError> {
        if let Some(to) = to {
            self.place(to)?;
        }
        let (here, there) = (self.now.as_ref(), to);
        let on_the_way: BTreeSet<&StepId> = self.back(there).collect();
        let undo: Vec<&StepId> = self.back(here).take_while(|id| !on_the_way.contains(id)).collect();
        // Where both ways meet: what stands there stays.
        let meeting = self.back(here).nth(undo.len());
        let redo: Vec<&StepId> = self.back(there).take_while(|id| Some(*id) != meeting).collect();
        let undo = undo.into_iter().map(|id| Move::Undo(id.clone()));
        Ok(undo.chain(redo.into_iter().rev().map(|id| Move::Redo(id.clone()))).collect())
    }

    /// What is not saved yet, as far as the log tells: the events since the last [`Event::Saved`].
    pub fn unsaved(&self) -> &[Event] {
        let saved = self.events.iter().rposition(|event| matches!(event, Event::Saved(_)));
        self.events.get(saved.map_or(0, |at| at + 1)..).unwrap_or_default()
    }
}

impl TryFrom<Vec<Event>> for Log {
    type Error = Unfit;

    fn try_from(events: Vec<Event>) -> Result<Self, Unfit> {
        let mut log = Self::default();
        for (at, event) in events.into_iter().enumerate() {
            log.push(event).map_err(|error| Unfit { at, error })?;
        }
        Ok(log)
    }
}

impl From<Log> for Vec<Event> {
    fn from(log: Log) -> Self {
        log.events
    }
}

/// An event that does not follow on those before it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{at}: {error:?}")]
pub struct Unfit {
    /// Which, from 0.
    pub at: usize,
    /// Why.
    pub error: LogError,
}

/// A guide with what was done to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct History {
    guide: Arc<Guide>,
    log: Log,
}

impl History {
    /// A guide to which nothing is done yet.
    pub fn new(guide: Arc<Guide>) -> Self {
        Self { guide, log: Log::default() }
    }

    /// A guide as it was, and what was done to it since.
    pub fn replay(start: &Guide, log: Log) -> Self {
        let guide = log.standing().into_iter().fold(start.clone(), |guide, step| put(&guide, &step.changes));
        Self { guide: Arc::new(guide), log }
    }

    /// The guide as it is now.
    pub fn guide(&self) -> &Arc<Guide> {
        &self.guide
    }

    /// What was done.
    pub fn log(&self) -> &Log {
        &self.log
    }

    /// Notes what changes nothing: a draft, a save, a release.
    ///
    /// # Errors
    /// [`LogError`] for an event that does change something: that has a call of its own.
    pub fn note(&mut self, event: Event) -> Result<(), LogError> {
        match event {
            Event::Done(Step { id, .. }) | Event::Undone(id) | Event::Redone(id) => Err(LogError::NotHere(id)),
            Event::Draft(_) | Event::Saved(_) | Event::Released(_) => self.log.push(event),
        }
    }

    /// Does a step that was made on this guide, as [`super::make()`] and [`onto`] make them.
    ///
    /// # Errors
    /// [`LogError`] when a step of that name was done before; then nothing changes.
    pub fn act(&mut self, step: Step) -> Result<(), LogError> {
        let guide = put(&self.guide, &step.changes);
        self.log.push(Event::Done(step))?;
        self.guide = Arc::new(guide);
        Ok(())
    }

    /// Undoes the last step that stands, and tells which; `None` when none does.
    pub fn undo(&mut self) -> Option<StepId> {
        let step = self.log.to_undo()?;
        let (id, changes) = (step.id.clone(), step.inverse());
        self.log.push(Event::Undone(id.clone())).ok()?;
        self.guide = Arc::new(put(&self.guide, &changes));
        Some(id)
    }

    /// Does the step again that was undone here, and tells which; `None` when there is none.
    pub fn redo(&mut self) -> Option<StepId> {
        let id = self.log.to_redo()?.id.clone();
        self.again(&id).ok().map(|()| id)
    }

    fn again(&mut self, id: &StepId) -> Result<(), LogError> {
        let changes = self.log.step(id).map(|step| step.changes.clone()).unwrap_or_default();
        self.log.push(Event::Redone(id.clone()))?;
        self.guide = Arc::new(put(&self.guide, &changes));
        Ok(())
    }

    /// Goes to the state after a step, whether it stands or not; `None` is what was opened.
    ///
    /// # Errors
    /// [`LogError::Unknown`] when there is no such step; then nothing changes.
    pub fn jump(&mut self, to: Option<&StepId>) -> Result<(), LogError> {
        for step in self.log.way(to)? {
            match step {
                Move::Undo(_) => {
                    self.undo();
                }
                Move::Redo(id) => self.again(&id)?,
            }
        }
        Ok(())
    }

    /// What undoing one old step would change now, and nothing of what came after it, with what clashes.
    ///
    /// # Errors
    /// [`LogError::Unknown`] when there is no such step.
    pub fn without(&self, id: &StepId) -> Result<Onto, LogError> {
        let step = self.log.step(id).ok_or_else(|| LogError::Unknown(id.clone()))?;
        Ok(onto(&self.guide, &step.inverse()))
    }

    /// What taking a step that does not stand would change now, with what clashes.
    ///
    /// # Errors
    /// [`LogError::Unknown`] when there is no such step.
    pub fn with(&self, id: &StepId) -> Result<Onto, LogError> {
        let step = self.log.step(id).ok_or_else(|| LogError::Unknown(id.clone()))?;
        Ok(onto(&self.guide, &step.changes))
    }
}

/// Changes that clash with nothing, or else the clashes.
impl TryFrom<Onto> for Vec<Change> {
    type Error = Vec<Clash>;

    fn try_from(onto: Onto) -> Result<Self, Vec<Clash>> {
        if onto.clashes.is_empty() { Ok(onto.changes) } else { Err(onto.clashes) }
    }
}
