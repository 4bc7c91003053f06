//! Whether somebody else changed the file of the guide, and who has it open. Looked at beside the drawing: a share may
//! take its time.

use std::path::PathBuf;

use uuid::Uuid;

use crate::{
    app::{
        App, Notice,
        task::{Poll, Task},
    },
    file::{OnWatch, OpenNote, OpenedBy, Watch},
};

/// What is known of the file of the guide in use.
#[derive(Debug, Default)]
pub(in crate::app) struct Watching {
    watch: Option<Watch>,
    note: Option<OpenNote>,
    asking: Option<Task<Seen>>,
    on_disk: FileState,
    others: Vec<OpenedBy>,
}

/// What became of the file of the guide in use.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum FileState {
    /// It holds what was opened or saved, as far as was looked.
    #[default]
    AsOpened,
    /// Somebody else saved something else there.
    Changed,
    /// It is not there, or cannot be read.
    Gone,
}

/// What was seen on the disk.
#[derive(Debug)]
struct Seen {
    watch: Watch,
    note: Option<OpenNote>,
    on_disk: OnWatch,
    others: Vec<OpenedBy>,
}

impl Watching {
    /// The file holds bytes of this sum, and that is how it should be.
    pub(super) fn know(&mut self, sum: &str) {
        if self.watch.as_ref().is_none_or(|watch| watch.sum() != sum) {
            self.watch = None;
        }
        self.on_disk = FileState::AsOpened;
    }
}

impl App {
    /// Looks whether somebody else changed the file of the guide, and who has it open; in the background, and not while
    /// that is being done.
    pub(in crate::app) fn look_at_file(&mut self) {
        let Some((path, sum)) = self.document.path.clone().zip(self.file_sum()) else { return };
        if self.watching.asking.is_some() {
            return;
        }
        let mut watch = self.watching.watch.take().unwrap_or_else(|| Watch::new(path.clone(), sum));
        let mut note = self.watching.note.take();
        // Who only reads stands in nobody's way.
        let puts = (note.is_none() && self.keeping.is_some() && self.has_guide_file()).then(|| self.note(path));
        self.watching.asking = Some(Task::start(self.waker.clone(), move |_| {
            let on_disk = watch.has_changed();
            note = note.or_else(|| puts.and_then(|put| put()));
            let others = note.as_ref().map(OpenNote::others).unwrap_or_default();
            Ok(Seen { watch, note, on_disk, others })
        }));
    }

    /// Puts a note beside the guide that says for whom it is open, as they typed it; nothing of an account or a computer.
    fn note(&self, path: PathBuf) -> impl FnOnce() -> Option<OpenNote> + Send + use<> {
        let (function, organisation) = (self.settings.function.clone(), self.desk_name());
        let now = self.now_or_midnight();
        let process = Uuid::new_v4().as_fields().0;
        move || OpenNote::put(&path, &function, &organisation, process, now)
    }

    /// Whoever keeps the guide here calls themselves this.
    pub(super) fn sign_as(&mut self, function: &str) {
        function.trim().clone_into(&mut self.settings.function);
        // The note that says otherwise goes.
        self.watching.note = None;
    }

    /// Takes over what was seen.
    pub(in crate::app) fn poll_watching(&mut self) {
        let seen = match self.watching.asking.take().map(Task::poll) {
            None | Some(Poll::Failed) => return,
            Some(Poll::Running(task)) => {
                self.watching.asking = Some(task);
                return;
            }
            Some(Poll::Done(seen)) => seen,
        };
        let Seen { watch, note, on_disk, others } = seen;
        (self.watching.note, self.watching.others) = (note, others);
        let expected = self.file_sum();
        if expected.as_deref() != Some(watch.sum()) {
            // It was saved here meanwhile: what was seen is of before.
            return;
        }
        self.watching.watch = Some(watch);
        let before = self.watching.on_disk;
        self.watching.on_disk = match on_disk {
            OnWatch::Unchanged => FileState::AsOpened,
            OnWatch::Changed { .. } => FileState::Changed,
            OnWatch::Gone => FileState::Gone,
        };
        let is_new = self.watching.on_disk != before;
        match self.watching.on_disk {
            FileState::AsOpened => self.forget_told(|notice| matches!(notice, Notice::FileChanged)),
            FileState::Changed if is_new => self.tell(Notice::FileChanged),
            FileState::Changed | FileState::Gone => {}
        }
    }

    /// The sum of what should be in the file of the guide: what was opened, or saved here since.
    pub(super) fn file_sum(&self) -> Option<String> {
        let saved = self.keeping.as_ref().and_then(|keeping| keeping.opened.clone());
        saved.or_else(|| self.document.national().origin().and_then(|origin| origin.sha256.clone()))
    }

    /// Whether somebody else changed the file of the guide, as far as was looked.
    pub fn file_state(&self) -> FileState {
        self.watching.on_disk
    }

    /// The others who have the file of the guide open, by what they say of themselves.
    pub fn also_open(&self) -> &[OpenedBy] {
        &self.watching.others
    }

    /// Whether the file of the guide is being looked at.
    pub fn is_looking_at_file(&self) -> bool {
        self.watching.asking.is_some()
    }
}
