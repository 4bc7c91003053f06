//! The folder of journals: how they are called, and who holds them.

use std::{
    fs::{self, File, OpenOptions, TryLockError},
    path::{Path, PathBuf, absolute},
};

use crate::{
    file::{embedded::sha256, system::saving},
    model::{FileError, FileFault},
};

/// The folder of journals in that of data.
const FOLDER: &str = "journaal";
/// How the name of a journal ends.
pub(super) const ENDING: &str = "jsonl";
/// Digits of the sum of a path in a name.
const DIGITS: usize = 16;
/// The number of the journal that is kept; others wait.
const KEPT: u32 = 1;

/// The name of a journal that was found.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct JournalName(pub(super) PathBuf);

/// The journals of this user.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Journals {
    folder: PathBuf,
}

impl Journals {
    /// The journals in a directory for data: see [`crate::file::data_dir()`].
    pub fn new(data_dir: &Path) -> Self {
        Self { folder: data_dir.join(FOLDER) }
    }

    /// Holds the journals of a document against other windows for as long as the file lives. `None` where the disk has
    /// no locks. A file of its own: on Windows nobody can read what is locked.
    pub(super) fn lock(&self, key: &str) -> Result<Option<File>, FileError> {
        let path = self.folder.join(format!("{key}.lock"));
        let Ok(file) = OpenOptions::new().write(true).create(true).truncate(false).open(&path) else { return Ok(None) };
        match file.try_lock() {
            Ok(()) => Ok(Some(file)),
            Err(TryLockError::WouldBlock) => Err(FileFault::Held.into()),
            Err(TryLockError::Error(_)) => Ok(None),
        }
    }

    /// Whether another window keeps this journal; one that waits is nobody's.
    pub(super) fn is_held(&self, name: &JournalName) -> bool {
        key_of_journal(&name.0).is_some_and(|(key, number)| number == KEPT && self.lock(&key).is_err())
    }

    /// The journals of a document: the one that is kept, and those that wait.
    pub(super) fn names_of(&self, key: &str) -> Vec<JournalName> {
        let names = self.names().into_iter().filter(|name| key_of_journal(&name.0).is_some_and(|(of, _)| of == key));
        names.collect()
    }

    /// The journals of all documents.
    pub(super) fn names(&self) -> Vec<JournalName> {
        let paths = fs::read_dir(&self.folder).into_iter().flatten().flatten().map(|found| found.path());
        let mut names: Vec<_> = paths.filter(|path| key_of_journal(path).is_some()).map(JournalName).collect();
        names.sort();
        names
    }

    /// The file of the journal of a document that is kept.
    pub(super) fn kept(&self, key: &str) -> PathBuf {
        self.folder.join(format!("{key}.{ENDING}"))
    }

    /// A name that is free for a journal of a document that waits.
    pub(super) fn free(&self, key: &str) -> PathBuf {
        let mut number = KEPT;
        loop {
            number += 1;
            let name = self.folder.join(format!("{key}.{number}.{ENDING}"));
            if !name.exists() {
                return name;
            }
        }
    }

    /// The folder.
    pub(super) fn folder(&self) -> &Path {
        &self.folder
    }
}

/// What the journals of a document are called by: a sum of its path, so that no name is too long and none clashes.
pub(super) fn key_of(document: Option<&Path>) -> String {
    let mut sum = match document {
        Some(path) => sha256(real_path(path).as_os_str().as_encoded_bytes()),
        None => sha256(&[]),
    };
    sum.truncate(DIGITS);
    sum
}

/// The same path however somebody comes to the file, also when it is gone.
fn real_path(path: &Path) -> PathBuf {
    let in_folder = || Some(path.parent()?.canonicalize().ok()?.join(path.file_name()?));
    path.canonicalize().ok().or_else(in_folder).or_else(|| absolute(path).ok()).unwrap_or_else(|| path.to_owned())
}

/// Whose journal this is, and its number.
pub(super) fn key_of_journal(path: &Path) -> Option<(String, u32)> {
    let name = path.file_name()?.to_str()?.strip_suffix(ENDING)?.strip_suffix('.')?;
    let (key, number) = name.split_once('.').unwrap_or((name, ""));
    let is_key = key.len() == DIGITS && key.bytes().all(|byte| byte.is_ascii_hexdigit());
    let number = if number.is_empty() { KEPT } else { number.parse().ok()? };
    is_key.then(|| (key.to_owned(), number))
}

/// Makes the folder of a file.
pub(super) fn make_folder(path: &Path) -> Result<(), FileError> {
    let Some(folder) = path.parent() else { return Ok(()) };
    fs::create_dir_all(folder).map_err(|error| saving(&error).in_file(path))
}
