//! The referral card and the poster of what is on screen: made only when the user asks for it, and forgotten again.

use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

use super::{
    App, Notice,
    task::{Poll, Task},
};
use crate::{
    export::{
        card::{Card, CardForm, CardOptions, card_text},
        poster::{Paper, Poster, PosterForm, PosterOptions},
    },
    file,
    model::{DrawingError, SaveError},
};

/// What goes on a card beside the answer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CardWish {
    /// What is known of the person.
    pub with_facets: bool,
    /// Dependent answers, laws and whole sources.
    pub full: bool,
}

/// What can be saved.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum FileKind {
    /// The referral card.
    #[default]
    Card,
    /// The poster of the chain.
    Poster,
}

/// Where a file would go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FilePlace {
    /// The file.
    pub path: PathBuf,
    /// Whether its name ends as it should.
    pub is_right: bool,
    /// Whether a file stands there already.
    pub is_taken: bool,
}

impl FilePlace {
    /// Where a typed path leads; nothing while nothing is typed. A name without an end becomes a PDF.
    pub fn of(typed: &str, what: FileKind) -> Option<Self> {
        let typed = typed.trim();
        if typed.is_empty() {
            return None;
        }
        let mut path = file::place_of(typed);
        if path.extension().is_none() && !typed.ends_with(['/', '\\', '.']) {
            path.set_extension("pdf");
        }
        let is_right = match what {
            FileKind::Card => CardForm::of(&path).is_some(),
            FileKind::Poster => PosterForm::of(&path, Paper::default(), false).is_some(),
        };
        Some(Self { is_right, is_taken: file::is_taken(&path), path })
    }
}

/// A file that is being saved.
#[derive(Debug)]
pub(super) struct Saving {
    what: FileKind,
    task: Task<Notice>,
}

impl FileKind {
    fn saved(self, path: &Path) -> Notice {
        let path = Arc::from(path);
        match self {
            Self::Card => Notice::CardSaved(path),
            Self::Poster => Notice::PosterSaved(path),
        }
    }

    fn not_saved(self, why: SaveError) -> Notice {
        match self {
            Self::Card => Notice::CardNotSaved(why),
            Self::Poster => Notice::PosterNotSaved(why),
        }
    }
}

impl App {
    /// The card of what is on screen; with the facets and the region only when asked for.
    pub fn card(&self, wish: CardWish) -> Card {
        let CardWish { with_facets, full } = wish;
        let own = self.own_party().map(|party| &party.id);
        let target = self.target();
        let options = CardOptions {
            with_facets,
            full,
            region: self.case.gemeente.as_ref().map(|gemeente| (&*self.regions, gemeente)),
            route: own.zip(target.as_ref()).filter(|(own, target)| own != target),
            ..CardOptions::new(self.settings.language, self.today)
        };
        Card::new(&self.document.index, &self.case.profile, &self.answered.outcome, &options)
    }

    /// The same as text, for the clipboard.
    pub fn card_text(&self, wish: CardWish) -> String {
        card_text(&self.card(wish))
    }

    /// Whether a card is being saved.
    pub fn is_saving(&self) -> bool {
        !self.saving.is_empty()
    }

    /// Saves the poster of what is on screen, without what is known of the person.
    pub(super) fn save_poster(&mut self, path: PathBuf) {
        let (document, profile, outcome) =
            (Arc::clone(&self.document), self.case.profile.clone(), Arc::clone(&self.answered.outcome));
        let options = PosterOptions { lang: self.settings.language, today: self.today, with_facets: false };
        let order = self.chain.as_ref().map(|chain| chain.order().to_vec()).unwrap_or_default();
        self.save(FileKind::Poster, path, move |path| {
            let form = PosterForm::of(path, Paper::default(), false);
            let form = form.ok_or(SaveError::WrongExtension(PosterForm::ENDS))?;
            let poster = Poster::new(&document.index, &profile, &outcome, options, &order).ok_or(DrawingError::Font);
            poster.and_then(|poster| form.render(&poster)).map_err(SaveError::Drawing)
        });
    }

    /// Saves the card of what is on screen.
    pub(super) fn save_card(&mut self, path: PathBuf, wish: CardWish) {
        let card = self.card(wish);
        self.save(FileKind::Card, path, move |path| {
            let form = CardForm::of(path).ok_or(SaveError::WrongExtension(CardForm::ENDS))?;
            form.render(&card).map_err(SaveError::Pdf)
        });
    }

    /// Makes and writes a file in the background: neither a large one nor a slow disk holds up the window.
    fn save(
        &mut self,
        what: FileKind,
        path: PathBuf,
        make: impl FnOnce(&Path) -> Result<Vec<u8>, SaveError> + Send + 'static,
    ) {
        // It never asks whether it was cancelled: what the user wants to keep is written, as long as the program runs.
        let task = Task::start(self.waker.clone(), move |_| {
            let write = |bytes: Vec<u8>| file::save_bytes(&path, &bytes).map_err(SaveError::File);
            Ok(match make(&path).and_then(write) {
                Ok(()) => what.saved(&path),
                Err(why) => what.not_saved(why),
            })
        });
        self.saving.push(Saving { what, task });
    }

    /// Takes over what came of saving.
    pub(super) fn poll_saving(&mut self) {
        for Saving { what, task } in std::mem::take(&mut self.saving) {
            match task.poll() {
                Poll::Running(task) => self.saving.push(Saving { what, task }),
                Poll::Done(notice) => self.notice = Some(notice),
                Poll::Failed => self.notice = Some(what.not_saved(SaveError::Stopped)),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::{task::tests::broken, tests::app};

    #[test]
    fn saving_that_panics_is_told_by_what_was_saved() {
        for what in [FileKind::Card, FileKind::Poster] {
            let mut app = app();
            app.saving.push(Saving { what, task: broken((), app.waker.clone()) });
            assert!(app.is_saving());
            app.poll_until(|app| !app.is_saving());
            assert_eq!(app.notice(), Some(&what.not_saved(SaveError::Stopped)));
        }
    }
}
