//! Files of what is on screen: made only when the user asks for it, and forgotten again.

use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

use super::{
    App, Document, Notice,
    task::{Poll, Task},
};
use crate::{
    chain::layout::Key,
    export::{
        Export, ExportOptions, Request,
        card::{card, card_text},
    },
    file,
    lookup::{AsOf, Index, Outcome, Profile, TermStarts},
    model::{Date, FileFault, FormerGemeente, Gemeente, Lang, PartyId, Place, RecordId, Regions, SaveError, Scenario},
    present::Asked,
};

/// Where the window proposes to save a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// A name that is free there: what it is, and the day of the answer; nothing of the person.
    pub file_name: String,
    /// The folder of the last file, or else the one for documents.
    pub folder: PathBuf,
}

/// Where a file would go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FilePlace {
    /// The file.
    pub path: PathBuf,
    /// Whether its name ends as it should.
    pub is_right: bool,
    /// Whether the folder is there.
    pub has_folder: bool,
    /// Whether a file stands there already.
    pub is_taken: bool,
}

impl FilePlace {
    /// Where a typed path leads, from a folder when it is no more than a name; `None` while nothing is typed. A name
    /// without an end gets the first of those that it can have, which are without the dot.
    pub fn of(typed: &str, folder: &Path, extensions: &[&str]) -> Option<Self> {
        let typed = typed.trim();
        if typed.is_empty() {
            return None;
        }
        let mut path = file::place_of(typed, Some(folder));
        if path.extension().is_none() && !typed.ends_with(['/', '\\', '.']) {
            path.set_extension(extensions.first()?);
        }
        let ends = |extension: &&str| path.extension().is_some_and(|end| end.eq_ignore_ascii_case(extension));
        let (is_right, has_folder) = (extensions.iter().any(ends), file::has_folder(&path));
        Some(Self { is_right, has_folder, is_taken: file::is_taken(&path), path })
    }

    /// Whether it can be tried.
    pub fn is_possible(&self) -> bool {
        self.is_right && self.has_folder
    }
}

/// What a file is about.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum FileAbout {
    /// What is on screen.
    #[default]
    Screen,
    /// A case.
    Case(RecordId),
    /// A party.
    Party(PartyId),
}

/// A file that is being saved.
#[derive(Debug)]
pub(super) struct Saving {
    what: &'static Export,
    task: Task<Notice>,
}

/// What is on screen, to make a file of beside the drawing.
pub(super) struct Snapshot {
    document: Arc<Document>,
    index: Arc<Index>,
    regions: Arc<Regions>,
    profile: Profile,
    outcome: Arc<Outcome>,
    gemeente: Option<Gemeente>,
    former: Option<FormerGemeente>,
    route: Option<(PartyId, PartyId)>,
    starts: TermStarts,
    order: Vec<Key>,
    case: Option<Scenario>,
    party: Option<PartyId>,
    lang: Lang,
    today: Date,
}

impl Snapshot {
    /// The same, about something else than what is on screen.
    pub(super) fn about(self, about: FileAbout, case_of: impl Fn(&RecordId) -> Option<Scenario>) -> Self {
        match about {
            FileAbout::Screen => self,
            FileAbout::Case(id) => Self { case: case_of(&id), ..self },
            FileAbout::Party(party) => Self { party: Some(party), ..self },
        }
    }

    /// The same without what one place laid over the guide: what is made for the whole country holds nothing of it.
    fn national(self) -> Self {
        if self.document.national.is_none() {
            return self;
        }
        let index = Arc::clone(self.document.national());
        let as_of = AsOf::at(self.gemeente.as_ref(), self.outcome.date);
        // A supplement has no rules about who can be: what is asked can be asked without it too.
        let outcome = index.look_up(&self.profile, as_of).map_or_else(|_| Arc::clone(&self.outcome), Arc::new);
        Self { index, outcome, ..self }
    }

    fn request(&self, options: ExportOptions) -> Request<'_> {
        Request {
            asked: Asked { index: &self.index, profile: &self.profile, outcome: &self.outcome },
            lang: self.lang,
            today: self.today,
            options,
            regions: &self.regions,
            place: self.gemeente.as_ref().map(|gemeente| Place { gemeente, former: self.former.as_ref() }),
            route: self.route.as_ref().map(|(own, target)| (own, target)),
            starts: &self.starts,
            order: &self.order,
            scenario: self.case.as_ref(),
            party: self.party.as_ref(),
        }
    }
}

impl App {
    pub(super) fn snapshot(&self, starts: TermStarts) -> Snapshot {
        let own = self.own_party().map(|party| party.id.clone());
        Snapshot {
            document: Arc::clone(&self.document),
            index: Arc::clone(&self.document.index),
            regions: Arc::clone(&self.regions),
            profile: self.case.profile.clone(),
            outcome: Arc::clone(&self.answered.outcome),
            gemeente: self.case.gemeente.clone(),
            former: self.case.former.clone(),
            route: own.zip(self.target()).filter(|(own, target)| own != target),
            starts,
            order: self.chain.as_ref().map(|chain| chain.order().to_vec()).unwrap_or_default(),
            case: None,
            party: None,
            lang: self.settings.language,
            today: self.today,
        }
    }

    /// The card of what is on screen as text, for the clipboard; `starts` is when its terms start.
    pub fn card_text(&self, options: ExportOptions, starts: TermStarts) -> String {
        card_text(&card(&self.snapshot(starts).request(options)))
    }

    /// Where a file of this kind would go.
    pub fn proposal(&self, file_name: &str) -> Proposal {
        let folder = file::place_of("", self.folder.as_deref());
        let (stem, end) = file_name.rsplit_once('.').unwrap_or((file_name, ""));
        let file_name = file::free_name(&folder, &format!("{stem}-{}.{end}", self.date()));
        Proposal { file_name, folder }
    }

    /// From now on this folder is proposed, as if the last file was saved there.
    pub fn save_in(&mut self, folder: PathBuf) {
        self.folder = Some(folder);
    }

    /// What is being saved, if anything is.
    pub fn saving(&self) -> Option<&'static Export> {
        self.saving.first().map(|saving| saving.what)
    }

    /// Makes and writes a file of what is on screen, in the background: neither a large one nor a slow disk holds up
    /// the window.
    pub(super) fn save(&mut self, what: &'static Export, path: PathBuf, options: ExportOptions, snapshot: Snapshot) {
        if let Some(folder) = path.parent() {
            self.save_in(folder.to_owned());
        }
        // It never asks whether it was cancelled: what the user wants to keep is written, as long as the program runs.
        let task = Task::start(self.waker.clone(), move |_| {
            let guide = snapshot.document.path.clone();
            let snapshot = if what.is_national { snapshot.national() } else { snapshot };
            Ok(match write(what, guide.as_deref(), &path, &snapshot.request(options)) {
                Ok(()) => Notice::Saved { what, path: Arc::from(path) },
                // It is there; what is to be known of it is said in the words of the file.
                Err(SaveError::File(error)) if matches!(error.fault, FileFault::SavedUnforced(_)) => {
                    Notice::OfFile(error)
                }
                Err(why) => Notice::NotSaved { what, why },
            })
        });
        self.saving.push(Saving { what, task });
    }

    /// Takes over what came of saving.
    pub(super) fn poll_saving(&mut self) {
        for Saving { what, task } in std::mem::take(&mut self.saving) {
            match task.poll() {
                Poll::Running(task) => self.saving.push(Saving { what, task }),
                Poll::Done(notice) => self.tell(notice),
                Poll::Failed => self.tell(Notice::NotSaved { what, why: SaveError::Stopped }),
            }
        }
    }
}

fn write(what: &Export, guide: Option<&Path>, path: &Path, request: &Request<'_>) -> Result<(), SaveError> {
    if guide.is_some_and(|guide| file::is_same(guide, path)) {
        return Err(SaveError::IsTheGuide);
    }
    let form = what.form(path).ok_or_else(|| SaveError::WrongExtension(what.extensions()))?;
    let bytes = (form.render)(request).map_err(SaveError::Export)?;
    file::save_bytes(path, &bytes).map_err(SaveError::File)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        app::{task::tests::broken, tests::app},
        export::EXPORTS,
    };

    #[test]
    fn saving_that_panics_is_told_by_what_was_saved() {
        for what in EXPORTS {
            let mut app = app();
            app.saving.push(Saving { what, task: broken((), app.waker.clone()) });
            assert_eq!(app.saving(), Some(*what));
            app.poll_until(|app| app.saving().is_none());
            assert_eq!(app.notice(), Some(&Notice::NotSaved { what, why: SaveError::Stopped }));
        }
    }
}
