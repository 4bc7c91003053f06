//! The system's own file dialog, in the background: one that hangs does not hang the window.

use std::path::PathBuf;

use eframe::egui::Context;

use super::repaint;
use crate::{
    app::{Poll, Task},
    model::Lang,
    text::window as text,
};

/// The system's dialog, and what came of the last one.
#[derive(Debug, Default)]
pub(super) enum SystemDialog {
    /// It was not opened, or gave a path.
    #[default]
    Closed,
    /// It is open.
    Open(Task<Option<PathBuf>>),
    /// It was closed without a path, or there is none on this system.
    GaveNothing,
    /// It panicked.
    Stopped,
}

impl SystemDialog {
    /// Opens one, which `ask` waits for.
    pub(super) fn open(ctx: &Context, ask: impl FnOnce() -> Option<PathBuf> + Send + 'static) -> Self {
        Self::Open(Task::start(repaint::waker(ctx), move |_| Ok(ask())))
    }

    /// The path that was chosen; `None` while there is none, and after it was taken.
    pub(super) fn poll(&mut self) -> Option<PathBuf> {
        let (state, path) = match std::mem::take(self) {
            Self::Open(task) => match task.poll() {
                Poll::Running(task) => (Self::Open(task), None),
                Poll::Done(Some(path)) => (Self::Closed, Some(path)),
                Poll::Done(None) => (Self::GaveNothing, None),
                Poll::Failed => (Self::Stopped, None),
            },
            closed => (closed, None),
        };
        *self = state;
        path
    }

    /// Whether it is open.
    pub(super) fn is_open(&self) -> bool {
        matches!(self, Self::Open(_))
    }

    /// What to tell of it.
    pub(super) fn words(&self, lang: Lang) -> Option<&'static str> {
        match self {
            Self::Closed => None,
            Self::Open(_) => Some(text::waiting_for_dialog(lang)),
            Self::GaveNothing => Some(text::no_dialog(lang)),
            Self::Stopped => Some(text::dialog_stopped(lang)),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    fn came_of(ask: impl FnOnce() -> Option<PathBuf> + Send + 'static) -> (Option<PathBuf>, SystemDialog) {
        let mut dialog = SystemDialog::open(&Context::default(), ask);
        loop {
            let path = dialog.poll();
            if !dialog.is_open() {
                return (path, dialog);
            }
            std::thread::sleep(Duration::from_millis(1));
        }
    }

    #[test]
    fn what_came_of_it_stays_told_in_the_next_frames() {
        let (path, mut dialog) = came_of(|| Some("kaart.pdf".into()));
        assert_eq!((path, dialog.words(Lang::Nl)), (Some("kaart.pdf".into()), None));
        assert_eq!(dialog.poll(), None, "it is taken once");
        for (mut dialog, words) in [
            (came_of(|| None).1, text::no_dialog(Lang::Nl)),
            (came_of(|| panic!("on purpose")).1, text::dialog_stopped(Lang::Nl)),
        ] {
            for _ in 0..2 {
                assert_eq!(dialog.words(Lang::Nl), Some(words));
                assert_eq!(dialog.poll(), None);
            }
        }
    }
}
