//! The referral card of what is on screen: made only when the user asks for it, and forgotten again.

use std::{
    path::{Path, PathBuf},
    sync::{
        Arc,
        mpsc::{Receiver, TryRecvError, channel},
    },
};

use super::{App, Notice};
use crate::{
    export::card::{Card, CardForm, CardOptions, card_text},
    file,
    text::card as text,
};

/// Where a card would go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CardPlace {
    /// The file.
    pub path: PathBuf,
    /// Whether its name ends as that of a card.
    pub is_card: bool,
    /// Whether a file stands there already.
    pub is_taken: bool,
}

impl CardPlace {
    /// Where a typed path leads; nothing while nothing is typed. A name without an end becomes a PDF.
    pub fn of(typed: &str) -> Option<Self> {
        let typed = typed.trim();
        if typed.is_empty() {
            return None;
        }
        let mut path = file::place_of(typed);
        if path.extension().is_none() && !typed.ends_with(['/', '\\', '.']) {
            path.set_extension("pdf");
        }
        Some(Self { is_card: CardForm::of(&path).is_some(), is_taken: file::is_taken(&path), path })
    }
}

/// A card that is being saved.
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
    pub fn card(&self, with_facets: bool) -> Card {
        let own = self.own_party().map(|party| &party.id);
        let target = self.target();
        let options = CardOptions {
            with_facets,
            region: self.gemeente.as_ref().filter(|_| with_facets).map(|gemeente| (&*self.regions, gemeente)),
            route: own.zip(target.as_ref()).filter(|(own, target)| own != target),
            ..CardOptions::new(self.settings.language, self.today)
        };
        Card::new(&self.loaded.index, &self.profile, &self.outcome, &options)
    }

    /// The same as text, for the clipboard.
    pub fn card_text(&self, with_facets: bool) -> String {
        card_text(&self.card(with_facets))
    }

    /// Whether a card is being saved.
    pub fn is_saving(&self) -> bool {
        self.saving.is_some()
    }

    /// Saves in the background: a slow disk does not hold up the window.
    pub(super) fn save_card(&mut self, path: PathBuf, with_facets: bool) {
        let card = self.card(with_facets);
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
