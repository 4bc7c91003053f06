//! What is to happen to a journal: begun, gone on with, put aside, thrown away, erased.

use std::{
    fs,
    path::{Path, absolute},
};

use super::{
    Contents, Journal, JournalEntry, JournalHead, JournalName, JournalStart, Journals,
    folder::{key_of, key_of_journal, make_folder},
    tape::FileTape,
    thrown_away,
};
use crate::{
    file::system::{reading, saving},
    model::{Date, FileError, FileFault},
};

impl Journals {
    /// Begins the journal of a document, and holds it against other windows. A journal of it that still has entries
    /// is put aside, and found again.
    ///
    /// # Errors
    /// [`FileFault::Held`] when another window keeps it; else [`FileError`] when the disk refuses.
    pub fn begin<T: JournalEntry>(
        &self,
        document: Option<&Path>,
        start: &JournalStart,
    ) -> Result<Journal<T>, FileError> {
        let tape = self.own(&key_of(document), None)?;
        let whole = document.map(|path| absolute(path).unwrap_or_else(|_| path.to_owned()));
        Journal::begin(tape, JournalHead::new(whole.as_deref(), start))
    }

    /// Goes on with a journal that was found, and gives what is in it; it holds it against other windows. Another one
    /// of the same document that still has entries is put aside, and found again.
    ///
    /// # Errors
    /// [`FileFault::Held`] when another window keeps it; else [`FileError`] when the disk refuses.
    pub fn resume<T: JournalEntry>(
        &self,
        name: &JournalName,
        today: Date,
    ) -> Result<(Journal<T>, Contents<T>), FileError> {
        let Some((key, _)) = key_of_journal(&name.0) else {
            return Err(FileError::from(FileFault::NoJournal).in_file(&name.0));
        };
        Journal::resume(self.own(&key, Some(name))?, today)
    }

    /// Throws a journal away: kept for [`super::DAYS_KEPT`] days more.
    ///
    /// # Errors
    /// [`FileError`] when the disk refuses; it is then still there.
    pub fn throw_away(&self, name: &JournalName, today: Date) -> Result<(), FileError> {
        let bytes = fs::read(&name.0).map_err(|error| reading(&error).in_file(&name.0))?;
        thrown_away::keep(&name.0, &bytes, today)?;
        self.remove(name)
    }

    /// Takes a journal away of which all is in its document, or that was erased on request.
    ///
    /// # Errors
    /// [`FileError`] when the disk refuses.
    pub fn remove(&self, name: &JournalName) -> Result<(), FileError> {
        fs::remove_file(&name.0).map_err(|error| saving(&error).in_file(&name.0))
    }

    /// Erases all journals of a document, those that were thrown away too. The one that is kept now is for its keeper
    /// to erase: [`Journal::erase`].
    ///
    /// # Errors
    /// [`FileError`] of the first that the disk refuses to take away; the others are gone.
    pub fn erase(&self, document: Option<&Path>) -> Result<(), FileError> {
        let key = key_of(document);
        let held = self.lock(&key).is_err();
        let kept = self.kept(&key);
        let waiting = self.names_of(&key).into_iter().filter(|name| !(held && name.0 == kept));
        let thrown_away = self.thrown_away(document).into_iter().map(|thrown| thrown.name);
        let mut done = Ok(());
        for name in waiting.chain(thrown_away) {
            done = done.and(self.remove(&name));
        }
        done
    }

    /// The file of the journal of a document, for this window only.
    fn own(&self, key: &str, goes_on: Option<&JournalName>) -> Result<FileTape, FileError> {
        let path = self.kept(key);
        make_folder(&path)?;
        let lock = self.lock(key).map_err(|error| error.in_file(&path))?;
        let is_other = goes_on.is_none_or(|name| name.0 != path);
        if is_other && path.exists() {
            self.put_aside(key, &path)?;
        }
        if let Some(name) = goes_on.filter(|_| is_other) {
            fs::rename(&name.0, &path).map_err(|error| saving(&error).in_file(&name.0))?;
        }
        Ok(FileTape::new(path, lock))
    }

    /// Keeps what somebody has not decided on under a name of its own; what has no entries may go.
    fn put_aside(&self, key: &str, path: &Path) -> Result<(), FileError> {
        let read = fs::read(path).map_err(|error| reading(&error).in_file(path))?;
        let is_empty = Contents::<serde_json::Value>::read(&read)
            .is_ok_and(|contents| contents.entries.is_empty() && contents.damage.is_none());
        if is_empty {
            return Ok(());
        }
        fs::rename(path, self.free(key)).map_err(|error| saving(&error).in_file(path))
    }
}
