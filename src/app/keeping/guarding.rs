//! No step is lost: each is in a journal within a moment, and what was not saved is found at the next start.

use std::{path::PathBuf, sync::Arc};

use uuid::Uuid;

use super::{Keeping, Look, lost::standing};
use crate::{
    app::{
        App, Notice, Safeguard,
        once::{OfGuide, Once},
        task::{Poll, Task, Work},
    },
    edit::{self, Event, Why},
    file::{
        self,
        journal::{Found, JournalName, JournalStart, Journals, OnDisk},
    },
    model::{ClockTime, Date, FileError, Lang, Now},
};

/// Steps that were done to this guide and not saved, when the program stopped.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LostWork {
    /// When they were begun.
    pub since: (Date, ClockTime),
    /// How many stand.
    pub steps: usize,
    /// The last of them, in words, the newest first.
    pub last: Vec<String>,
    /// Whether somebody changed the file since: then they are looked at before they are laid over it.
    pub is_changed: bool,
}

/// What is told of such work: of which journal and how much of it, with the names of which guide, in which language.
pub(in crate::app) type LostTold = Once<((JournalName, usize, usize, bool), OfGuide, Lang), LostWork>;

/// The journals of a guide that were found.
type FoundWork = Vec<Result<Found<Event>, FileError>>;

/// What is done with journals, beside the drawing.
#[derive(Debug, Default)]
pub(in crate::app) struct AtJournals {
    finding: Option<Task<FoundWork>>,
    putting_away: Vec<Task<Result<(), FileError>>>,
}

/// So many of the last steps are told.
const TOLD: usize = 3;

impl App {
    /// Keeps what belongs to a guide that is edited in this folder, and looks there for work that was not saved. Without
    /// it nothing that is edited is on the disk before it is saved.
    pub fn keep_data_in(&mut self, dir: PathBuf) {
        let (swept, today) = (dir.clone(), self.today);
        let sweep = move |_: &Work| {
            Journals::new(&swept).sweep(today);
            Ok(Ok(()))
        };
        self.at_journals.putting_away.push(Task::start(self.waker.clone(), sweep));
        self.data_dir = Some(dir);
        self.look_for_lost_work();
    }

    /// Looks for work on this guide that was not saved when the program stopped, beside the drawing.
    pub(in crate::app) fn look_for_lost_work(&mut self) {
        self.lost_work = None;
        let Some(dir) = self.data_dir.clone() else { return };
        let path = self.document.path.clone();
        let find = move |_: &Work| Ok(Journals::new(&dir).found::<Event>(path.as_deref()));
        self.at_journals.finding = Some(Task::start(self.waker.clone(), find));
    }

    /// Takes over what was found of such work, and whether what is done with was put away.
    pub(in crate::app) fn poll_journals(&mut self) {
        match self.at_journals.finding.take().map(Task::poll) {
            None | Some(Poll::Failed) => {}
            Some(Poll::Running(finding)) => self.at_journals.finding = Some(finding),
            Some(Poll::Done(found)) => found.into_iter().for_each(|found| self.take_found(found)),
        }
        for task in std::mem::take(&mut self.at_journals.putting_away) {
            match task.poll() {
                Poll::Running(task) => self.at_journals.putting_away.push(task),
                Poll::Done(Err(error)) => self.tell(Notice::OfFile(error)),
                // What was not put away is found again.
                Poll::Done(Ok(())) | Poll::Failed => {}
            }
        }
    }

    fn take_found(&mut self, found: Result<Found<Event>, FileError>) {
        match found {
            Ok(found) if !found.is_held && !found.unsaved().is_empty() && self.lost_work.is_none() => {
                self.lost_work = Some(found);
                self.tell(Notice::LostWork);
            }
            Ok(_) => {}
            Err(error) => self.tell(Notice::OfFile(error)),
        }
    }

    /// Whether journals are being read or put away.
    pub fn is_at_journals(&self) -> bool {
        self.at_journals.finding.is_some() || !self.at_journals.putting_away.is_empty()
    }

    /// Work on this guide that was not saved when the program stopped.
    pub fn lost_work(&self) -> Option<Arc<LostWork>> {
        let found = self.lost_work.as_ref()?;
        let (guide, lang) = (self.kept_guide(), self.settings.language);
        let is_changed = matches!(found.on_disk, OnDisk::Changed { .. });
        let what = (found.name.clone(), found.entries.len(), found.saved, is_changed);
        let told = self.lost_told.get((what, OfGuide::new(guide), lang), || {
            let standing = standing(found.unsaved());
            let last = standing.iter().rev().take(TOLD).map(|step| super::history::words(step, guide, lang));
            Arc::new(LostWork {
                since: (found.head.on, found.head.at),
                steps: standing.len(),
                last: last.collect(),
                is_changed,
            })
        });
        Some(told)
    }

    /// Does once more what was not saved, step by step. Where the file changed since, or something clashes with what was
    /// done meanwhile, it is looked at first.
    pub(super) fn recover(&mut self) {
        let Some(found) = self.lost_work.take() else { return };
        let author = self.author();
        let Some(keeping) = &mut self.keeping else { return };
        let before = keeping.history.clone();
        let mut steps = standing(found.unsaved()).into_iter();
        let done = steps.try_for_each(|step| {
            let onto = edit::onto(keeping.guide(), &step.changes);
            keeping.take(onto, author.clone(), Why::Edited)
        });
        if matches!(found.on_disk, OnDisk::Changed { .. }) || done.is_err() {
            keeping.history = before;
            self.lost_work = Some(found);
            return self.look(Look::LostWork);
        }
        self.after_edit();
        self.put_away(found);
    }

    /// Puts work that was not saved away; it is kept some time.
    pub(super) fn throw_away(&mut self) {
        if let Some(found) = self.lost_work.take() {
            self.put_away(found);
        }
    }

    /// Puts a journal away that was found, under whatever name it has now: one that is begun puts it aside. What came of
    /// it is in the journal of this window before the old one goes.
    pub(super) fn put_away(&mut self, found: Found<Event>) {
        self.forget_told(|notice| matches!(notice, Notice::LostWork));
        let Some(dir) = self.data_dir.clone() else { return };
        let (path, today) = (self.document.path.clone(), self.today);
        let safeguard = self.keeping.as_mut().and_then(|keeping| keeping.safeguard.as_mut());
        let barrier = safeguard.map(Safeguard::barrier);
        let put = move || -> Result<(), FileError> {
            barrier.map_or(Ok(()), |barrier| barrier.wait(file::MOST_PATIENCE))?;
            let journals = Journals::new(&dir);
            let again = journals.found::<Event>(path.as_deref()).into_iter().flatten();
            let is_it =
                |other: &Found<Event>| !other.is_held && (&other.head, &other.entries) == (&found.head, &found.entries);
            let own = again.into_iter().find(is_it);
            own.map_or(Ok(()), |own| journals.throw_away(&own.name, today))
        };
        self.at_journals.putting_away.push(Task::start(self.waker.clone(), move |_| Ok(put())));
    }

    /// Hands what was done since last time to the journal.
    pub(super) fn guard_steps(&mut self) {
        let Some(dir) = self.data_dir.clone() else { return };
        let based_on = self.file_sum().unwrap_or_default();
        let path = self.document.path.clone();
        let now = self.now_or_midnight();
        let Some(keeping) = &mut self.keeping else { return };
        let events = keeping.history.log().events();
        let new: Vec<Event> = events.get(keeping.guarded..).unwrap_or_default().to_vec();
        if new.is_empty() {
            return;
        }
        keeping.guarded = events.len();
        let waker = self.waker.clone();
        let safeguard = keeping.safeguard.get_or_insert_with(|| {
            let name = path.as_ref().and_then(|path| path.file_name());
            let name = name.map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
            // Any number tells two windows apart.
            let process = Uuid::new_v4().as_fields().0;
            let start = JournalStart { name, based_on, process, now };
            let journals = Journals::new(&dir);
            Safeguard::start(waker, move || journals.begin(path.as_deref(), &start))
        });
        for event in new {
            safeguard.keep(event);
        }
    }

    /// Waits until every step is on the disk.
    ///
    /// # Errors
    /// [`FileError`] when the disk refuses, or takes too long.
    pub fn wait_until_safe(&mut self) -> Result<(), FileError> {
        match self.keeping.as_mut().and_then(|keeping| keeping.safeguard.as_mut()) {
            Some(safeguard) => safeguard.barrier().wait(file::MOST_PATIENCE),
            None => Ok(()),
        }
    }

    /// Why steps are not on the disk, for as long as it is so.
    pub fn unguarded(&self) -> Option<FileError> {
        self.keeping.as_ref()?.safeguard.as_ref()?.safety().refused
    }

    pub(super) fn now_or_midnight(&self) -> Now {
        Now { date: self.today, time: self.time.unwrap_or_default() }
    }
}

impl Keeping {
    /// The window closes: what is in the journal and not saved is found at the next start.
    pub(super) fn end_guarding(&mut self) {
        if let Some(safeguard) = self.safeguard.take() {
            // Nobody is left to tell that the disk refused.
            let _ = safeguard.close(file::MOST_PATIENCE);
        }
    }
}

impl Drop for Keeping {
    fn drop(&mut self) {
        self.end_guarding();
    }
}
