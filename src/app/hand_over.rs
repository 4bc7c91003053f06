//! A file that was just saved, handed to another program: to be looked at or printed, when the user asks for that.

use std::{path::Path, sync::Arc};

use super::{
    App, Notice, Printed, ToldId,
    task::{Poll, Task},
};
use crate::{
    export::{Export, card},
    file,
    model::HandOverError,
};

/// What printing a file of this kind does where it can. Only a card goes to the printer at once: a poster has yet to find
/// its paper, and so opens where that can be chosen.
pub fn printing(what: &Export) -> Printed {
    if what == &card::EXPORT { file::PRINTS } else { Printed::Opened }
}

/// A file that is being handed over; some programs are done only when the user closes them.
#[derive(Debug)]
pub(super) struct HandingOver {
    what: &'static Export,
    task: Task<Result<Option<Printed>, HandOverError>>,
}

impl App {
    /// Opens the file that this tells to be saved.
    pub(super) fn open_saved(&mut self, id: ToldId) {
        self.hand_over(id, |_, path| file::show(path).map(|()| None));
    }

    /// Prints the file that this tells to be saved, as [`printing`] says.
    pub(super) fn print_saved(&mut self, id: ToldId) {
        self.hand_over(id, |what, path| {
            let is_printed = printing(what) != Printed::Opened;
            if is_printed { file::print(path).map(Some) } else { file::show(path).map(|()| Some(Printed::Opened)) }
        });
    }

    /// Nothing else can be handed over than what this program has just written, as the user asked it to.
    fn hand_over(&mut self, id: ToldId, how: fn(&'static Export, &Path) -> Result<Option<Printed>, HandOverError>) {
        let Some(Notice::Saved { what, path }) = self.all_told.get(id) else { return };
        let (what, path) = (*what, Arc::clone(path));
        let task = Task::start(self.waker.clone(), move |_| Ok(how(what, &path)));
        self.handing_over.push(HandingOver { what, task });
    }

    /// Takes over what came of it.
    pub(super) fn poll_handing_over(&mut self) {
        for HandingOver { what, task } in std::mem::take(&mut self.handing_over) {
            match task.poll() {
                Poll::Running(task) => self.handing_over.push(HandingOver { what, task }),
                // Who sees it open needs no words.
                Poll::Done(Ok(None)) => {}
                Poll::Done(Ok(Some(printed))) => self.tell(Notice::Printed(printed)),
                Poll::Done(Err(why)) => self.tell(Notice::NotHandedOver { what, why }),
                Poll::Failed => self.tell(Notice::NotHandedOver { what, why: HandOverError::Stopped }),
            }
        }
    }

    /// Whether a file is being handed over.
    pub fn is_handing_over(&self) -> bool {
        !self.handing_over.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Command, Copied, task::tests::broken, tests::app};
    use super::*;

    #[test]
    fn handing_over_that_panics_is_told() {
        let mut app = app();
        let what = &card::EXPORT;
        app.handing_over.push(HandingOver { what, task: broken((), app.waker.clone()) });
        app.poll_until(|app| !app.is_handing_over());
        assert_eq!(app.notice(), Some(&Notice::NotHandedOver { what, why: HandOverError::Stopped }));
    }

    #[test]
    fn only_what_was_saved_is_handed_over_and_only_as_long_as_that_is_told() {
        let mut app = app();
        app.run(Command::Tell(Notice::Copied(Copied::Card)));
        let other = app.told()[0].id;
        app.run(Command::Tell(Notice::Saved { what: &card::EXPORT, path: Path::new("/nergens/kaart.pdf").into() }));
        let saved = app.told()[0].id;
        app.run(Command::OpenSaved(other));
        assert!(!app.is_handing_over());
        app.run(Command::OpenSaved(saved));
        app.poll_until(|app| !app.is_handing_over());
        assert_eq!(app.notice(), Some(&Notice::NotHandedOver { what: &card::EXPORT, why: HandOverError::Gone }));
        app.run(Command::Dismiss(saved));
        app.run(Command::PrintSaved(saved));
        assert!(!app.is_handing_over());
    }
}
