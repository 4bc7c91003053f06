//! The referral card and the poster of what is on screen: made only when the user asks for it, and forgotten again.

use std::{
    path::{Path, PathBuf},
    sync::{
        Arc,
        mpsc::{Receiver, TryRecvError, channel},
    },
};

use super::{App, Notice};
use crate::{
    export::{
        card::{Card, CardForm, CardOptions, card_text},
        poster::{Paper, Poster, PosterError, PosterForm, PosterOptions},
    },
    file,
    model::Lang,
    text::{card as text, poster as poster_text},
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
pub(super) struct Saving(Receiver<Notice>);

impl Saving {
    /// What came of it; nothing while it runs.
    pub(super) fn poll(&self) -> Option<Notice> {
        match self.0.try_recv() {
            Ok(notice) => Some(notice),
            Err(TryRecvError::Empty) => None,
            Err(TryRecvError::Disconnected) => Some(Notice::CardNotSaved(text::stopped().to_owned())),
        }
    }
}

impl App {
    /// The card of what is on screen; with the facets and the gemeente only when asked for.
    pub fn card(&self, wish: CardWish) -> Card {
        let CardWish { with_facets, full } = wish;
        let own = self.own_party().map(|party| &party.id);
        let target = self.target();
        let options = CardOptions {
            with_facets,
            full,
            region: self.gemeente.as_ref().filter(|_| with_facets).map(|gemeente| (&*self.regions, gemeente)),
            route: own.zip(target.as_ref()).filter(|(own, target)| own != target),
            ..CardOptions::new(self.settings.language, self.today)
        };
        Card::new(&self.loaded.index, &self.profile, &self.outcome, &options)
    }

    /// The same as text, for the clipboard.
    pub fn card_text(&self, wish: CardWish) -> String {
        card_text(&self.card(wish))
    }

    /// Whether a card is being saved.
    pub fn is_saving(&self) -> bool {
        self.saving.is_some()
    }

    /// Saves the poster of what is on screen, without what is known of the person.
    pub(super) fn save_poster(&mut self, path: PathBuf) {
        let (loaded, profile, outcome) = (Arc::clone(&self.loaded), self.profile.clone(), Arc::clone(&self.outcome));
        let options = PosterOptions { lang: self.settings.language, today: self.today, with_facets: false };
        let (sender, receiver) = channel();
        std::thread::spawn(move || {
            let poster = Poster::new(&loaded.index, &profile, &outcome, options).ok_or(PosterError::Font);
            // Nobody listens any more when the window was closed meanwhile.
            let _ = sender.send(write_poster(poster, &path, options.lang));
        });
        self.saving = Some(Saving(receiver));
    }

    /// Saves in the background: a slow disk does not hold up the window.
    pub(super) fn save_card(&mut self, path: PathBuf, wish: CardWish) {
        let card = self.card(wish);
        let (sender, receiver) = channel();
        std::thread::spawn(move || {
            // Nobody listens any more when the window was closed meanwhile.
            let _ = sender.send(save(&card, &path));
        });
        self.saving = Some(Saving(receiver));
    }

    /// Takes over what came of saving; whether it still runs.
    pub(super) fn poll_saving(&mut self) -> bool {
        if let Some(notice) = self.saving.as_ref().and_then(Saving::poll) {
            self.saving = None;
            self.notice = Some(notice);
        }
        self.is_saving()
    }
}

fn save(card: &Card, path: &Path) -> Notice {
    let Some(form) = CardForm::of(path) else {
        return Notice::CardNotSaved(text::wrong_extension(card.lang).to_owned());
    };
    let bytes = match form.render(card) {
        Ok(bytes) => bytes,
        Err(error) => return Notice::CardNotSaved(error.to_string()),
    };
    match file::save_bytes(path, &bytes) {
        Ok(()) => Notice::CardSaved(Arc::from(path)),
        Err(error) => Notice::CardNotSaved(error.to_string()),
    }
}

fn write_poster(poster: Result<Poster, PosterError>, path: &Path, lang: Lang) -> Notice {
    let Some(form) = PosterForm::of(path, Paper::default(), false) else {
        return Notice::PosterNotSaved(poster_text::wrong_extension(lang).to_owned());
    };
    let bytes = match poster.and_then(|poster| form.render(&poster)) {
        Ok(bytes) => bytes,
        Err(error) => return Notice::PosterNotSaved(error.to_string()),
    };
    match file::save_bytes(path, &bytes) {
        Ok(()) => Notice::PosterSaved(Arc::from(path)),
        Err(error) => Notice::PosterNotSaved(error.to_string()),
    }
}
