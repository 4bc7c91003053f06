//! What was done before the guide was opened, as the log beside its file tells: one step of it can still be taken back.

use std::sync::Arc;

use super::{history::StepRow, lost::standing, proposed};
use crate::{
    app::{
        App,
        once::{OfGuide, Once},
        task::{Poll, Task},
    },
    edit::{Step, StepId},
    model::Lang,
};

/// The steps of earlier times that stand in the file.
#[derive(Debug, Default)]
pub(super) struct Earlier {
    /// The oldest first.
    steps: Arc<[Step]>,
    reading: Option<Task<Vec<Step>>>,
    rows: Once<(OfGuide, usize, Lang), [StepRow]>,
}

impl Earlier {
    pub(super) fn step(&self, id: &StepId) -> Option<&Step> {
        self.steps.iter().find(|step| step.id == *id)
    }

    pub(super) fn steps(&self) -> &[Step] {
        &self.steps
    }
}

impl App {
    /// Begins to read what was done to the guide in hand before.
    pub(super) fn read_earlier(&mut self) {
        let Some((path, keeping)) = self.document.path.clone().zip(self.keeping.as_mut()) else { return };
        keeping.earlier.reading =
            Some(Task::start(self.waker.clone(), move |_| Ok(standing(&proposed::events_beside(&path)))));
    }

    /// Takes over what was read.
    pub(in crate::app) fn poll_earlier(&mut self) {
        let Some(earlier) = self.keeping.as_mut().map(|keeping| &mut keeping.earlier) else { return };
        match earlier.reading.take().map(Task::poll) {
            None | Some(Poll::Failed) => {}
            Some(Poll::Running(reading)) => earlier.reading = Some(reading),
            Some(Poll::Done(steps)) => earlier.steps = steps.into(),
        }
    }

    /// What was done before the guide was opened and stands in its file, the newest first.
    pub fn earlier_steps(&self) -> Arc<[StepRow]> {
        let Some(keeping) = &self.keeping else { return Arc::default() };
        let (guide, lang) = (keeping.guide(), self.settings.language);
        let key = (OfGuide::new(guide), keeping.earlier.steps.len(), lang);
        keeping.earlier.rows.get(key, || {
            let taken_back = keeping.taken_back();
            let row = |step| StepRow::of(step, guide, &taken_back, lang);
            keeping.earlier.steps.iter().rev().map(row).collect()
        })
    }
}
