//! Gaps and overlaps over all persons, worked out in the background for the guide that answers.

use std::sync::Arc;

use crate::{
    app::{
        App, Notice,
        once::OfGuide,
        task::{Poll, Task},
    },
    model::{Date, Guide, Lang},
    present::{GapsFacts, OverlapsFacts},
    review::{
        Cell,
        completeness::{gaps, overlaps},
        coverage,
    },
};

/// Gaps and overlaps on a day, over all persons.
#[derive(Debug)]
pub struct OverAllView {
    /// The day.
    pub day: Date,
    /// The guide of which they are.
    pub guide: Arc<Guide>,
    /// For whom nobody does what is needed.
    pub gaps: GapsFacts,
    /// For whom parties have to agree.
    pub overlaps: OverlapsFacts,
    /// Who is primarily responsible, per aspect and answer to one question.
    pub coverage: Vec<Cell>,
}

/// All that they are made from.
type OverAllKey = (OfGuide, Date, Lang);

/// What was worked out, and what is being.
#[derive(Debug, Default)]
pub(super) struct OverAll {
    view: Option<(OverAllKey, Arc<OverAllView>)>,
    task: Option<(OverAllKey, Task<OverAllView>)>,
}

impl App {
    /// Gaps and overlaps of the guide that answers, on the day of today; `None` until they are worked out.
    pub fn over_all(&self) -> Option<&Arc<OverAllView>> {
        self.keeping.as_ref()?.over_all.view.as_ref().map(|(_, view)| view)
    }

    /// Whether they are of the guide, the day and the language of now.
    pub fn is_over_all_current(&self) -> bool {
        let now = self.over_all_key();
        let known = self.keeping.as_ref().and_then(|keeping| keeping.over_all.view.as_ref());
        known.is_some_and(|(key, _)| *key == now)
    }

    /// Works them out, unless that is done or being done.
    pub(super) fn look_over_all(&mut self) {
        let key = self.over_all_key();
        if self.is_over_all_current() {
            return;
        }
        let (index, regions) = (Arc::clone(self.document.national()), Arc::clone(&self.regions));
        let (day, lang, waker) = (self.today, self.settings.language, self.waker.clone());
        let Some(keeping) = &mut self.keeping else { return };
        if keeping.over_all.task.as_ref().is_some_and(|(of, _)| *of == key) {
            return;
        }
        let task = Task::start(waker, move |work| {
            let gaps = gaps(&index, &regions);
            work.check()?;
            let overlaps = overlaps(&index, &regions);
            work.check()?;
            let coverage = coverage(&index, day);
            work.check()?;
            Ok(OverAllView {
                day,
                guide: Arc::clone(index.guide()),
                gaps: GapsFacts::of(&gaps, Some(day), lang),
                overlaps: OverlapsFacts::of(&overlaps, Some(day), lang),
                coverage,
            })
        });
        keeping.over_all.task = Some((key, task));
    }

    /// Takes over what was worked out in the background.
    pub(in crate::app) fn poll_over_all(&mut self) {
        let Some(over_all) = self.keeping.as_mut().map(|keeping| &mut keeping.over_all) else { return };
        let Some((key, task)) = over_all.task.take() else { return };
        match task.poll() {
            Poll::Running(task) => over_all.task = Some((key, task)),
            Poll::Done(view) => over_all.view = Some((key, Arc::new(view))),
            Poll::Failed => self.tell(Notice::CheckStopped),
        }
    }

    fn over_all_key(&self) -> OverAllKey {
        (OfGuide::new(self.document.national().guide()), self.today, self.settings.language)
    }
}
