//! No step is lost: each is in a journal within a moment, and what was not saved is found at the next start.

use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

use uuid::Uuid;

use super::{
    Keeping, NotEdited,
    once::{OfGuide, Once},
};
use crate::{
    app::{App, Notice, Safeguard},
    edit::{self, Event, Log, Why},
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
    /// Whether somebody changed the file since: then they are laid over it, and what clashes is said.
    pub is_changed: bool,
}

/// What is told of such work: of which journal and how much of it, with the names of which guide, in which language.
pub(in crate::app) type LostTold = Once<((JournalName, usize, usize, bool), OfGuide, Lang), LostWork>;

/// So many of the last steps are told.
const TOLD: usize = 3;

impl App {
    /// Keeps what belongs to a guide that is edited in this folder, and looks there for work that was not saved. Without
    /// it nothing that is edited is on the disk before it is saved.
    pub fn keep_data_in(&mut self, dir: PathBuf) {
        Journals::new(&dir).sweep(self.today);
        self.data_dir = Some(dir);
        self.look_for_lost_work();
    }

    /// Looks for work on this guide that was not saved when the program stopped.
    pub(in crate::app) fn look_for_lost_work(&mut self) {
        self.lost_work = None;
        let Some(dir) = &self.data_dir else { return };
        let found = Journals::new(dir).found::<Event>(self.document.path.as_deref());
        for found in found {
            match found {
                Ok(found) if !found.is_held && !found.unsaved().is_empty() && self.lost_work.is_none() => {
                    self.lost_work = Some(found);
                    self.tell(Notice::LostWork);
                }
                Ok(_) => {}
                Err(error) => self.tell(Notice::OfFile(error)),
            }
        }
    }

    /// Work on this guide that was not saved when the program stopped.
    pub fn lost_work(&self) -> Option<Arc<LostWork>> {
        let found = self.lost_work.as_ref()?;
        let (guide, lang) = (self.kept_guide(), self.settings.language);
        let is_changed = matches!(found.on_disk, OnDisk::Changed { .. });
        let what = (found.name.clone(), found.entries.len(), found.saved, is_changed);
        let told = self.lost_told.get((what, OfGuide::new(guide), lang), || {
            let standing = standing(found);
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

    /// Does once more what was not saved. Over a file that changed since it is laid step by step; where that clashes
    /// nothing is done, and the work stays where it is.
    pub(super) fn recover(&mut self) {
        let Some((found, dir)) = self.lost_work.take().zip(self.data_dir.clone()) else { return };
        let (author, lang) = (self.author(), self.settings.language);
        let Some(keeping) = &mut self.keeping else { return };
        let before = keeping.history.clone();
        for step in standing(&found) {
            let onto = edit::onto(keeping.history.guide(), &step.changes);
            if !onto.clashes.is_empty() {
                let pieces = onto.clashes.into_iter().map(|clash| clash.about).collect();
                keeping.history = before;
                self.lost_work = Some(found);
                return self.tell(Notice::NotEdited(NotEdited::Clashes(pieces)));
            }
            keeping.act(onto.changes, author.clone(), Why::Edited);
        }
        keeping.is_stale = true;
        keeping.list_again(lang);
        keeping.show_record(lang);
        self.guard_steps();
        // It is in the journal of this window before the old one goes.
        let is_safe = self.wait_until_safe();
        if is_safe.is_ok() {
            self.put_away(&dir, &found);
        }
        self.forget_told(|notice| matches!(notice, Notice::LostWork));
        self.renew_guide();
    }

    /// Puts work that was not saved away; it is kept some time.
    pub(super) fn throw_away(&mut self) {
        let Some((found, dir)) = self.lost_work.take().zip(self.data_dir.clone()) else { return };
        self.put_away(&dir, &found);
        self.forget_told(|notice| matches!(notice, Notice::LostWork));
    }

    /// Puts a journal away that was found, under whatever name it has now: one that is begun puts it aside.
    fn put_away(&mut self, dir: &Path, found: &Found<Event>) {
        let journals = Journals::new(dir);
        let again = journals.found::<Event>(self.document.path.as_deref()).into_iter().flatten();
        let is_it =
            |other: &Found<Event>| !other.is_held && (&other.head, &other.entries) == (&found.head, &found.entries);
        let Some(own) = again.into_iter().find(is_it) else { return };
        if let Err(error) = journals.throw_away(&own.name, self.today) {
            self.tell(Notice::OfFile(error));
        }
    }

    /// Hands what was done since last time to the journal.
    pub(super) fn guard_steps(&mut self) {
        let Some(dir) = self.data_dir.clone() else { return };
        let origin = self.document.index.origin();
        let path = self.document.path.clone();
        let now = self.now_or_midnight();
        let based_on = origin.map(|origin| origin.sha256.clone()).unwrap_or_default();
        let Some(keeping) = &mut self.keeping else { return };
        let events = keeping.history.log().events();
        let new: Vec<Event> = events.get(keeping.guarded..).unwrap_or_default().to_vec();
        if new.is_empty() {
            return;
        }
        keeping.guarded = events.len();
        let based_on = keeping.opened.clone().unwrap_or(based_on);
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

/// The steps of a journal that stand and are not in the file, oldest first.
fn standing(found: &Found<Event>) -> Vec<edit::Step> {
    let mut log = Log::default();
    for event in found.unsaved() {
        // What undoes a step of before has nothing here to undo.
        let _ = log.push(event.clone());
    }
    log.standing().into_iter().cloned().collect()
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
