//! Saving the guide as it is edited.

use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

use super::Watching;
use crate::{
    app::{
        App, Document, Notice,
        task::{self, Poll, Task},
    },
    edit::{Event, StepId},
    file::{self, InPlace, Logboek, Ready, Reserve, SavedGuide},
    model::{FileError, FileFault, Guide, SaveFault},
};

/// The guide that is being saved.
#[derive(Debug)]
pub(super) struct SavingGuide {
    what: ToSave,
    stage: Stage,
}

/// What is saved, and where.
#[derive(Debug)]
struct ToSave {
    path: PathBuf,
    /// What the file must still hold, as a sum; `None` where another file is taken.
    expected: Option<String>,
    /// The guide.
    guide: Arc<Guide>,
    /// The last step that is in it.
    step: Option<StepId>,
    /// What was done since the last time, and how much was done at all.
    events: (Vec<Event>, usize),
}

#[derive(Debug)]
enum Stage {
    /// It is written in memory, and read back.
    Making(Task<Result<Ready, FileError>>),
    /// It goes to the disk.
    Writing(Task<Result<SavedAs, FileError>>),
}

/// What is in the file now.
#[derive(Debug)]
struct SavedAs {
    sum: String,
    /// What is to be known of it, though it is saved.
    warnings: Vec<FileError>,
}

impl App {
    /// Saves the guide, in the background; without a path to the file that it came from.
    pub(super) fn save_guide(&mut self, to: Option<PathBuf>) {
        let own = self.document.path.clone().filter(|_| self.has_guide_file());
        let expected = self.file_sum();
        let Some(keeping) = self.keeping.as_mut().filter(|keeping| keeping.saving.is_none()) else { return };
        // To its own file it is only saved as long as nobody else changed that.
        let (path, expected) = match (to, own) {
            (Some(path), own) if own.as_ref() != Some(&path) => (path, None),
            (_, Some(own)) => (own, expected),
            (_, None) => return self.tell(Notice::NoGuideFile),
        };
        let log = keeping.history.log();
        let events = log.events().get(keeping.logged..).unwrap_or_default().to_vec();
        let (guide, step) = (Arc::clone(keeping.guide()), log.now().cloned());
        let events = (events, log.events().len());
        let made = Arc::clone(&guide);
        let stage = Stage::Making(Task::start(self.waker.clone(), move |_| Ok(Ready::new(&made))));
        keeping.saving = Some(SavingGuide { what: ToSave { path, expected, guide, step, events }, stage });
    }

    /// Takes over the end of saving, or of a part of it.
    pub(in crate::app) fn poll_guide_saving(&mut self) {
        let saving = self.keeping.as_mut().and_then(|keeping| keeping.saving.take());
        let Some(SavingGuide { what, stage }) = saving else { return };
        let stage = match stage {
            Stage::Making(task) => match task.poll() {
                Poll::Running(task) => Stage::Making(task),
                Poll::Done(Ok(ready)) => self.write_guide(&what.path, what.expected.as_deref(), &what.events.0, ready),
                Poll::Done(Err(error)) => return self.tell(Notice::OfFile(error)),
                Poll::Failed => return self.tell(Notice::SavingStopped),
            },
            Stage::Writing(task) => match task.poll() {
                Poll::Running(task) => Stage::Writing(task),
                Poll::Done(Ok(saved)) => return self.guide_saved(what, saved),
                Poll::Done(Err(error)) => {
                    if is_of_others(&error) {
                        // What is offered then is offered at once.
                        self.look_at_file();
                    }
                    return self.tell(Notice::OfFile(error));
                }
                Poll::Failed => return self.tell(Notice::SavingStopped),
            },
        };
        if let Some(keeping) = &mut self.keeping {
            keeping.saving = Some(SavingGuide { what, stage });
        }
    }

    /// The guide goes to the disk, once its steps are in the journal; and then they are added to the log beside it.
    fn write_guide(&mut self, path: &Path, expected: Option<&str>, events: &[Event], ready: Ready) -> Stage {
        let now = self.now_or_midnight();
        let (to, expected, data_dir) = (path.to_owned(), expected.map(str::to_owned), self.data_dir.clone());
        let entries: Vec<Event> = events.iter().cloned().chain([Event::Saved(ready.sum().to_owned())]).collect();
        let safeguard = self.keeping.as_mut().and_then(|keeping| keeping.safeguard.as_mut());
        let barrier = safeguard.map(|safeguard| safeguard.saving(ready.sum().to_owned()));
        let write = move || {
            // What the journal refuses is safe once it is in the file.
            let _ = barrier.map(|barrier| barrier.wait(file::MOST_PATIENCE));
            let SavedAs { sum, mut warnings } = match expected {
                None => {
                    file::save_text(&to, ready.text())?;
                    SavedAs { sum: ready.sum().to_owned(), warnings: Vec::new() }
                }
                Some(opened) => {
                    let reserve = Reserve::new(&file::data_dir(data_dir.as_deref())?);
                    let place = InPlace { path: &to, opened: &opened, reserve: &reserve, now, pause: task::pause };
                    let SavedGuide { sum, warnings, .. } = ready.put(place)?;
                    SavedAs { sum, warnings }
                }
            };
            warnings.extend(Logboek::beside(&to).append(&entries).err());
            Ok(SavedAs { sum, warnings })
        };
        Stage::Writing(Task::start(self.waker.clone(), move |_| Ok(write())))
    }

    fn guide_saved(&mut self, what: ToSave, saved: SavedAs) {
        let now = self.now_or_midnight();
        let SavedAs { sum, warnings } = saved;
        let ToSave { path, guide, step, events: (_, events), .. } = what;
        let is_other_file = self.document.path.as_deref() != Some(&*path);
        let Some(keeping) = &mut self.keeping else { return };
        keeping.saved = step;
        keeping.logged = events;
        keeping.in_file = guide;
        if let Some(safeguard) = &mut keeping.safeguard {
            safeguard.saved(sum.clone(), now);
        }
        if is_other_file {
            // The journal of this file is another one; that of the former ends with all that it held saved.
            keeping.end_guarding();
        }
        if is_other_file {
            self.watching = Watching::default();
        }
        self.watching.know(&sum);
        let Some(keeping) = &mut self.keeping else { return };
        keeping.opened = Some(sum);
        if Arc::ptr_eq(self.document.national().guide(), keeping.history.guide()) {
            keeping.saved_index = Arc::clone(self.document.national());
        }
        // It answers under the name of its file from now on.
        keeping.is_stale = true;
        let Document { index, national, .. } = Document::clone(&self.document);
        self.document = Arc::new(Document { index, national, path: Some(path.clone()), read_only: None });
        self.tell(Notice::GuideSaved(path.into()));
        for warning in warnings {
            self.tell(Notice::OfFile(warning));
        }
        self.renew_guide();
    }
}

/// Whether somebody else did something to the file.
fn is_of_others(error: &FileError) -> bool {
    matches!(error.fault, FileFault::NotSaved(SaveFault::ChangedOnDisk { .. } | SaveFault::GoneFromDisk))
}
