//! Journals that were left: what is in them, and whether it still fits the document.

use std::{
    cmp::Reverse,
    fs,
    path::{Path, PathBuf},
};

use serde::de::DeserializeOwned;

use super::{Contents, JournalHead, JournalName, Journals, folder::key_of};
use crate::{
    file::{EMBEDDED_GUIDE, embedded::sha256, system::reading},
    model::FileError,
};

/// What became of a document since its journal was begun.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OnDisk {
    /// It is what the journal starts from, or what was last saved of it: the entries that are not saved fit.
    Same,
    /// It is another one now: nothing may be put over it.
    Changed {
        /// The SHA-256 of its bytes now, in hexadecimal digits.
        now: String,
    },
    /// It is not there, or cannot be read.
    Gone,
}

/// A journal that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found<T> {
    /// Its name, to say what is to happen to it.
    pub name: JournalName,
    /// What it says of itself.
    pub head: JournalHead,
    /// Its entries, oldest first.
    pub entries: Vec<T>,
    /// How many of the first entries are in the document as it is now: the program stopped right after saving.
    pub saved: usize,
    /// What is broken in it, if anything.
    pub damage: Option<FileError>,
    /// What became of the document.
    pub on_disk: OnDisk,
    /// Another window keeps it: it is not lost, and none of our business.
    pub is_held: bool,
}

impl<T> Found<T> {
    /// The entries that are in the document, oldest first; the log beside it may miss the last of them.
    pub fn saved(&self) -> &[T] {
        self.entries.get(..self.saved).unwrap_or_default()
    }

    /// The entries that are not in the document, oldest first.
    pub fn unsaved(&self) -> &[T] {
        self.entries.get(self.saved..).unwrap_or_default()
    }
}

impl Journals {
    /// The journals of a document, the one that was begun last first: none when all of it is in its file. `None` is a
    /// document that has no file, such as a copy of the guide inside the program.
    ///
    /// A journal that cannot be read at all is told as an error; it stays where it is.
    pub fn found<T: DeserializeOwned>(&self, document: Option<&Path>) -> Vec<Result<Found<T>, FileError>> {
        self.all(self.names_of(&key_of(document)), |_| document.map(Path::to_owned))
    }

    /// The journals of all documents, as [`Journals::found`] gives those of one; for the start of the program.
    pub fn found_of_all<T: DeserializeOwned>(&self) -> Vec<Result<Found<T>, FileError>> {
        self.all(self.names(), |head| head.path.as_deref().map(PathBuf::from))
    }

    fn all<T: DeserializeOwned>(
        &self,
        names: Vec<JournalName>,
        document: impl Fn(&JournalHead) -> Option<PathBuf>,
    ) -> Vec<Result<Found<T>, FileError>> {
        let mut found: Vec<_> = names.into_iter().filter_map(|name| self.read(name, &document).transpose()).collect();
        found.sort_by_key(|found| found.as_ref().ok().map(|found| Reverse((found.head.on, found.head.at))));
        found
    }

    /// `None` when there is nothing in it.
    fn read<T: DeserializeOwned>(
        &self,
        name: JournalName,
        document: &impl Fn(&JournalHead) -> Option<PathBuf>,
    ) -> Result<Option<Found<T>>, FileError> {
        let in_file = |error: FileError| error.in_file(&name.0);
        let bytes = fs::read(&name.0).map_err(|error| in_file(reading(&error)))?;
        let contents = Contents::<T>::read(&bytes).map_err(in_file)?;
        if contents.entries.is_empty() && contents.damage.is_none() {
            return Ok(None);
        }
        let now = match document(&contents.head) {
            Some(document) => fs::read(document).ok().map(|bytes| sha256(&bytes)),
            None => Some(sha256(EMBEDDED_GUIDE.as_bytes())),
        };
        let saved = now.as_deref().and_then(|now| contents.in_document(now));
        let on_disk = match (now, saved) {
            (None, _) => OnDisk::Gone,
            (Some(_), Some(_)) => OnDisk::Same,
            (Some(now), None) => OnDisk::Changed { now },
        };
        let is_held = self.is_held(&name);
        let Contents { head, entries, damage, .. } = contents;
        let damage = damage.map(|damage| damage.in_file(&name.0));
        Ok(Some(Found { saved: saved.unwrap_or(0), name, head, entries, damage, on_disk, is_held }))
    }
}
