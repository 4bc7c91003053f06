//! What one place adds to the guide: in use over it, and edited. It is in a file of its own, and no part of the guide that
//! is kept.

mod making;
mod view;

pub use view::{OwnRow, OwnView};

use std::{path::PathBuf, sync::Arc};

use making::{Changed, Ground, InUse};

use super::{
    App, Document, Keep, Look, Notice,
    task::{Poll, Task},
};
use crate::{
    edit::{Author, Bundle, Local, OwnSource},
    file,
    lookup::Index,
    model::{Contact, EntryKey, PartyId, RecordKey, SupplementError},
    text::own as text,
};

/// One thing to do with the supplement.
#[derive(Clone, Debug)]
pub enum OwnChange {
    /// Lay the one of this file over the guide, next time too where that is said.
    Open {
        /// The file.
        path: PathBuf,
        /// Whether it lies over the guide at the next start too.
        is_kept: bool,
    },
    /// Make a new one, in this file.
    Make {
        /// The file.
        path: PathBuf,
        /// Whose it is.
        by: Author,
    },
    /// Add this, which is said there.
    Add(Box<Local>, OwnSource),
    /// Take this out.
    TakeOut(OwnThing),
    /// Take the last thing back that was done since it was opened.
    Undo,
    /// Where it and the guide differ over a record, the guide decides.
    LeaveToGuide(EntryKey),
    /// There the supplement decides.
    KeepOwn(EntryKey),
    /// Use none.
    PutAway,
}

/// Something that is one's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OwnThing {
    /// A record.
    Record(RecordKey),
    /// A way to reach a party.
    Contact(PartyId, Box<Contact>),
    /// Another name of a party.
    Alias(PartyId, String),
    /// A note of a party or a task.
    Note(RecordKey, String),
}

/// What is in use of supplements.
#[derive(Debug, Default)]
pub(super) struct OwnState {
    in_use: Option<InUse>,
    view: Option<Arc<OwnView>>,
    /// What was done since it was opened: in words, and the supplement before it.
    done: Vec<(String, Arc<Bundle>)>,
    changing: Option<Task<Result<Changed, Box<Notice>>>>,
    /// What was asked for meanwhile.
    next: Option<OwnChange>,
    /// The guide is another meanwhile.
    is_stale: bool,
}

impl App {
    /// Does something with the supplement, in the background.
    pub(super) fn change_own(&mut self, change: OwnChange) {
        if matches!(change, OwnChange::PutAway) {
            self.put_own_away();
        } else if self.own.changing.is_none() {
            self.begin_own(Some(change));
        } else {
            self.own.next = Some(change);
        }
    }

    /// Lays what is in use over the guide again, which is another.
    pub(super) fn lay_own_again(&mut self) {
        if self.own.in_use.is_none() {
            return;
        }
        // Over a guide for training nothing real lies; it waits for a real one.
        if self.guide().training {
            self.own.view = None;
            return;
        }
        if self.own.changing.is_some() {
            self.own.is_stale = true;
        } else {
            self.begin_own(None);
        }
    }

    fn begin_own(&mut self, change: Option<OwnChange>) {
        let ground = Ground {
            national: Arc::clone(self.document.national()),
            in_use: self.own.in_use.clone(),
            before: self.own.done.last().map(|(_, before)| Arc::clone(before)),
            regions: Arc::clone(&self.regions),
            today: self.today,
        };
        self.own.is_stale = false;
        self.own.changing = Some(Task::start(self.waker.clone(), move |_| Ok(ground.changed(change))));
    }

    fn put_own_away(&mut self) {
        self.own = OwnState::default();
        self.settings.supplement = None;
        if self.document.national.is_some() {
            let index = Arc::clone(self.document.national());
            self.answer_over(index, None);
        }
    }

    /// Takes over what came of it.
    pub(super) fn poll_own(&mut self) {
        match self.own.changing.take().map(Task::poll) {
            None => {}
            Some(Poll::Running(changing)) => self.own.changing = Some(changing),
            Some(Poll::Failed) => self.tell(Notice::OwnStopped),
            Some(Poll::Done(Err(notice))) => match *notice {
                // It is for the guide: there it is looked at, change by change.
                Notice::OwnNotUsed(path, error) if *error == SupplementError::Proposal => {
                    self.keep(Keep::Look(Look::File(path.to_path_buf())));
                }
                notice => self.tell(notice),
            },
            Some(Poll::Done(Ok(changed))) => self.take_own(changed),
        }
        if self.own.changing.is_none() {
            match self.own.next.take() {
                Some(next) => self.begin_own(Some(next)),
                None if self.own.is_stale => self.lay_own_again(),
                None => {}
            }
        }
    }

    fn take_own(&mut self, changed: Changed) {
        let Changed { in_use, national, over, is_kept, is_saved, is_edit, is_undone } = changed;
        if is_kept {
            self.settings.supplement = file::absolute(&in_use.path);
        }
        let path = Arc::clone(&in_use.path);
        let before = self.own.in_use.replace(in_use).filter(|before| is_edit && before.path == path);
        let rows = self.own.view.as_ref().map(|view| view.rows.clone()).unwrap_or_default();
        if is_saved {
            self.tell(Notice::OwnSaved(path));
        }
        if !is_edit && is_kept {
            self.own.done.clear();
        }
        if !Arc::ptr_eq(&national, self.document.national()) {
            self.own.is_stale = true;
            return;
        }
        self.answer_over(Arc::new(over), Some(national));
        self.show_own();
        if is_undone {
            self.own.done.pop();
        } else if let Some(before) = before {
            self.note_own(&rows, before.bundle);
        }
    }

    /// Notes what was just done, by what is there now and was not, or the other way round.
    fn note_own(&mut self, before: &[OwnRow], bundle: Arc<Bundle>) {
        let lang = self.settings.language;
        let Some(view) = &self.own.view else { return };
        let differs = |rows: &[OwnRow], others: &[OwnRow]| {
            let row = rows.iter().find(|row| !others.iter().any(|other| other.thing == row.thing));
            row.map(|row| row.words.clone())
        };
        let added = differs(&view.rows, before).map(|what| text::done(&what, true, lang));
        let done = added.or_else(|| differs(before, &view.rows).map(|what| text::done(&what, false, lang)));
        self.own.done.extend(done.map(|done| (done, bundle)));
    }

    /// The guide answers with what lies over it, or without; nothing that was known of a person changes by that.
    fn answer_over(&mut self, index: Arc<Index>, national: Option<Arc<Index>>) {
        let Document { path, read_only, .. } = &*self.document;
        self.answer_from(Document { index, national, path: path.clone(), read_only: *read_only });
    }

    /// Puts what is in use in the words of the moment.
    pub(super) fn show_own(&mut self) {
        let lang = self.settings.language;
        let view = self.own.in_use.as_ref().map(|in_use| OwnView::of(in_use, &self.document.index, lang));
        self.own.view = view.map(Arc::new);
    }

    /// The supplement in use; `None` when there is none.
    pub fn own_supplement(&self) -> Option<&Arc<OwnView>> {
        self.own.view.as_ref()
    }

    /// What was done with it since it was opened, the newest last.
    pub fn own_done(&self) -> Vec<&str> {
        self.own.done.iter().map(|(what, _)| what.as_str()).collect()
    }

    /// Whether something is being done with it.
    pub fn own_is_busy(&self) -> bool {
        self.own.changing.is_some()
    }
}
