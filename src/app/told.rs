//! What the user was told and may still read: errors until somebody closes them, and the last success.

use super::{App, Notice, Tone};

/// Tells one thing that was told from the next; told once more it is another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ToldId(u64);

impl ToldId {
    /// The same as a number, to make other names of.
    pub fn number(self) -> u64 {
        self.0
    }
}

/// Something that was told.
#[derive(Clone, Debug)]
pub struct Told {
    /// Its own name.
    pub id: ToldId,
    /// What is told.
    pub notice: Notice,
}

/// All that is told now, the newest last.
#[derive(Debug, Default)]
pub(super) struct AllTold {
    told: Vec<Told>,
    next: u64,
}

impl AllTold {
    /// Tells this in the place of what it makes old.
    fn tell(&mut self, notice: Notice) {
        self.told.retain(|old| !notice.makes_old(&old.notice));
        self.told.push(Told { id: ToldId(self.next), notice });
        self.next += 1;
    }

    /// The notice with this name, if it is still there.
    pub(super) fn get(&self, id: ToldId) -> Option<&Notice> {
        self.told.iter().find(|told| told.id == id).map(|told| &told.notice)
    }
}

impl App {
    /// Tells the user something.
    pub(super) fn tell(&mut self, notice: Notice) {
        self.all_told.tell(notice);
    }

    /// Takes what was told away.
    pub(super) fn dismiss(&mut self, id: ToldId) {
        self.all_told.told.retain(|told| told.id != id);
    }

    /// Takes away what is not so any more.
    pub(super) fn forget_told(&mut self, is_over: impl Fn(&Notice) -> bool) {
        self.all_told.told.retain(|told| !is_over(&told.notice));
    }

    /// All that is told now, the newest last.
    pub fn told(&self) -> &[Told] {
        &self.all_told.told
    }

    /// What was told last, if it is still there.
    pub fn notice(&self) -> Option<&Notice> {
        self.told().last().map(|told| &told.notice)
    }
}

impl Notice {
    /// Whether nobody needs to read `old` any more once this is told.
    fn makes_old(&self, old: &Self) -> bool {
        match (self, old) {
            // One success at a time: the last is what the user did last.
            _ if self.tone() == Tone::Success && old.tone() == Tone::Success => true,
            // What was tried once more, and its end.
            (Self::Saved { what, .. } | Self::NotSaved { what, .. }, Self::NotSaved { what: old, .. }) => what == old,
            (Self::Printed(_) | Self::NotHandedOver { .. }, Self::NotHandedOver { .. })
            | (Self::Contradiction(_), Self::Contradiction(_))
            | (Self::DayOutside(_), Self::DayOutside(_))
            | (Self::NotEdited(_), Self::NotEdited(_))
            | (Self::GuideSaved(_), Self::UnsavedGuide | Self::NoGuideFile) => true,
            (one, other) if one.is_of_opening() => other.is_of_opening(),
            (one, other) => one == other,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Command, Copied, Printed, tests::app};
    use super::*;
    use crate::{
        export::{card, poster},
        model::{HandOverError, OpenError, SaveError},
    };

    fn told(app: &App) -> Vec<Notice> {
        app.told().iter().map(|told| told.notice.clone()).collect()
    }

    #[test]
    fn the_same_does_not_stack_and_an_error_stays_until_it_is_closed_or_over() {
        let mut app = app();
        let failed = |what| Notice::NotSaved { what, why: SaveError::Stopped };
        let copied = Notice::Copied(Copied::Text);
        for notice in [failed(&card::EXPORT), copied.clone(), failed(&poster::EXPORT), copied.clone(), copied.clone()] {
            app.run(Command::Tell(notice));
        }
        assert_eq!(told(&app), [failed(&card::EXPORT), failed(&poster::EXPORT), copied]);
        let saved = Notice::Saved { what: &card::EXPORT, path: std::path::Path::new("kaart.pdf").into() };
        app.run(Command::Tell(saved.clone()));
        assert_eq!(told(&app), [failed(&poster::EXPORT), saved.clone()], "what went well now, is over");
        for error in [OpenError::NobodyLeft, OpenError::Stopped] {
            app.run(Command::Tell(Notice::NotOpened(error)));
        }
        let opening = Notice::NotOpened(OpenError::Stopped);
        assert_eq!(told(&app), [failed(&poster::EXPORT), saved, opening.clone()]);
        let error = Notice::NotHandedOver { what: &card::EXPORT, why: HandOverError::Gone };
        app.run(Command::Tell(error));
        app.run(Command::Tell(Notice::Printed(Printed::Queued)));
        assert_eq!(told(&app), [failed(&poster::EXPORT), opening, Notice::Printed(Printed::Queued)]);
        let first = app.told()[0].id;
        app.run(Command::Dismiss(first));
        assert_eq!(app.told().len(), 2);
    }

    #[test]
    fn what_is_told_again_is_another_so_that_it_is_heard_again() {
        let mut app = app();
        app.run(Command::Tell(Notice::Copied(Copied::Text)));
        let first = app.told()[0].id;
        app.run(Command::Tell(Notice::Copied(Copied::Text)));
        assert_ne!(app.told()[0].id, first);
        app.run(Command::Dismiss(first));
        assert_eq!(app.told().len(), 1, "the one that was meant is gone already");
    }
}
