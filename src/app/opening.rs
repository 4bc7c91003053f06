//! Opening a guide in the background: a large one never freezes the window.

use std::{
    path::PathBuf,
    sync::{
        Arc, Mutex,
        mpsc::{Receiver, TryRecvError, channel},
    },
};

use super::{Loaded, Notice, load};
use crate::{file::Progress, model::Date};

const START: Progress = Progress::Reading { done: 0, total: 0 };

/// A guide that is being opened.
#[derive(Debug)]
pub(super) struct Opening {
    progress: Arc<Mutex<Progress>>,
    result: Receiver<Result<Loaded, Notice>>,
}

impl Opening {
    pub(super) fn start(path: PathBuf, today: Date) -> Self {
        let progress = Arc::new(Mutex::new(START));
        let (sender, result) = channel();
        let told = Arc::clone(&progress);
        std::thread::spawn(move || {
            let tell = |now: Progress| {
                if let Ok(mut progress) = told.lock() {
                    *progress = now;
                }
            };
            // Nobody listens any more when the window was closed meanwhile.
            let _ = sender.send(load(path, today, &tell));
        });
        Self { progress, result }
    }

    pub(super) fn progress(&self) -> Progress {
        self.progress.lock().map_or(START, |progress| *progress)
    }

    pub(super) fn poll(&mut self) -> Option<Result<Loaded, Notice>> {
        match self.result.try_recv() {
            Ok(result) => Some(result),
            Err(TryRecvError::Empty) => None,
            Err(TryRecvError::Disconnected) => {
                Some(Err(Notice::NotOpened(crate::text::window::opening_failed().to_owned())))
            }
        }
    }
}
