//! Opening a guide in the background: a large one never freezes the window.

use std::{path::PathBuf, sync::Arc};

use super::{
    App, Document, Notice, OwnChange,
    task::{Cancelled, Poll, Task, Work},
};
use crate::{
    file::{self, Progress},
    lookup::Index,
    model::{Date, FileError, FileFault, FormFault, OpenError},
    review,
    workshop::CaseFile,
};

const START: Progress = Progress::Reading { done: 0, total: 0 };

/// What a file turned out to be.
#[derive(Debug)]
pub(super) enum Loaded {
    Guide(Box<Document>),
    Cases(CaseFile),
}

/// A file that is being opened.
pub(super) type Opening = Task<Result<Loaded, Notice>, Progress>;

impl App {
    /// Opens a guide; one that was still being opened is not wanted any more.
    pub(super) fn open_guide(&mut self, path: PathBuf) {
        let today = self.today;
        self.opening = Some(Task::reporting(START, self.waker.clone(), move |work| load(path, today, work)));
    }

    /// Takes over the guide that was opened.
    pub(super) fn poll_opening(&mut self) {
        match self.opening.take().map(Task::poll) {
            None => {}
            Some(Poll::Running(opening)) => self.opening = Some(opening),
            Some(Poll::Done(Ok(Loaded::Cases(cases)))) => self.take_cases(cases),
            Some(Poll::Done(Ok(Loaded::Guide(document)))) if self.reads_again(&document) => {
                self.answer_from(*document);
                self.forget_told(|notice| matches!(notice, Notice::FileChanged) || notice.is_of_opening());
                self.end_keeping();
                self.lay_own_again();
            }
            Some(Poll::Done(Ok(Loaded::Guide(document)))) => self.replace_guide(*document),
            // The file says itself that it is no guide.
            Some(Poll::Done(Err(Notice::NotOpened(OpenError::File(FileError {
                path: Some(path),
                fault: FileFault::Form(FormFault::Bundle),
                ..
            }))))) => {
                self.change_own(OwnChange::Open { path: path.into(), is_kept: true });
            }
            Some(Poll::Done(Err(notice))) => self.tell(notice),
            Some(Poll::Failed) => self.tell(Notice::NotOpened(OpenError::Stopped)),
        }
    }

    /// Reads the file of the guide in use again, as it is now. Own work that was not saved is in the journal, and offered
    /// once that is done.
    pub(super) fn read_again(&mut self) {
        if let Some(path) = self.document.path.clone() {
            self.open_guide(path);
        }
    }

    /// Whether a guide that was opened is another version of the one in use.
    fn reads_again(&self, opened: &Document) -> bool {
        self.document.path.is_some() && self.document.path == opened.path
    }

    /// How far opening another guide is.
    pub fn progress(&self) -> Option<Progress> {
        self.opening.as_ref().map(Task::progress)
    }
}

/// Reads, checks and indexes a guide.
fn load(path: PathBuf, today: Date, work: &Work<Progress>) -> Result<Result<Loaded, Notice>, Cancelled> {
    let read = || -> Result<_, FileError> {
        let opened = file::open_guide(&path, &|progress| work.report(progress))?;
        let regions = file::regions_of(&opened.guide)?;
        Ok((opened, regions))
    };
    let (opened, regions) = match read() {
        Ok(read) => read,
        // The file says itself that it is no guide.
        Err(FileError { fault: FileFault::Form(FormFault::Cases), .. }) => {
            let cases = file::open_cases(&path).map(Loaded::Cases);
            return Ok(cases.map_err(|error| Notice::NotOpened(OpenError::File(error))));
        }
        Err(error) => return Ok(Err(Notice::NotOpened(OpenError::File(error)))),
    };
    work.check()?;
    let path = (!file::is_training(&path)).then_some(path);
    let index = review::index(&Arc::new(opened.guide), &regions, today);
    let document = |index: Index| Document {
        index: Arc::new(index.with_origin(opened.origin)),
        national: None,
        path,
        read_only: opened.read_only,
    };
    Ok(index.map(|index| Loaded::Guide(Box::new(document(index)))).map_err(Notice::HasErrors))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::{task::tests::broken, tests::app};

    #[test]
    fn opening_that_panics_is_told_and_the_guide_that_was_open_still_is() {
        let mut app = app();
        let before = Arc::clone(app.document());
        app.opening = Some(broken(START, app.waker.clone()));
        app.poll_until(|app| app.progress().is_none());
        assert_eq!(app.notice(), Some(&Notice::NotOpened(OpenError::Stopped)));
        assert!(Arc::ptr_eq(app.document(), &before));
    }

    #[test]
    fn a_guide_that_was_asked_for_before_another_never_comes() {
        let mut app = app();
        app.open_guide("eerste.ron".into());
        app.open_guide("tweede.ron".into());
        app.poll_until(|app| app.progress().is_none());
        let Some(Notice::NotOpened(OpenError::File(error))) = app.notice() else { panic!("neither is there") };
        assert_eq!(error.path.as_deref(), Some(std::path::Path::new("tweede.ron")));
    }
}
