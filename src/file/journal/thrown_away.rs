//! Journals that somebody threw away: kept for a while, for who changes their mind.

use std::{
    fs,
    path::{Path, PathBuf},
    time::Duration,
};

use super::{
    Contents, JournalHead, JournalName, Journals,
    folder::{ENDING, key_of, make_folder},
};
use crate::{
    file::{save_bytes, system::saving},
    model::{Date, FileError, FileFault},
};

/// The folder in that of the journals.
const FOLDER: &str = "weg";

/// For so many days a journal that was thrown away can be brought back: a month, in which whoever was away is back.
pub const DAYS_KEPT: u32 = 30;

/// A journal that was thrown away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ThrownAway {
    /// Its name, to bring it back.
    pub name: JournalName,
    /// The day on which it was thrown away.
    pub on: Date,
    /// What it says of itself; none when it cannot be read.
    pub head: Option<JournalHead>,
    /// How many entries it has.
    pub entries: usize,
}

impl Journals {
    /// The journals of a document that were thrown away, the last first.
    pub fn thrown_away(&self, document: Option<&Path>) -> Vec<ThrownAway> {
        let key = key_of(document);
        let mut found: Vec<_> = self.names_thrown_away().into_iter().filter(|(of, _, _)| *of == key).collect();
        found.sort_by(|(_, one, a), (_, other, b)| (other, b).cmp(&(one, a)));
        let tell = |(_, on, path): (String, Date, PathBuf)| {
            let read = fs::read(&path).ok().and_then(|bytes| Contents::<serde_json::Value>::read(&bytes).ok());
            let entries = read.as_ref().map_or(0, |read| read.entries.len());
            ThrownAway { name: JournalName(path), on, head: read.map(|read| read.head), entries }
        };
        found.into_iter().map(tell).collect()
    }

    /// Puts a journal that was thrown away among those of its document that wait: [`Journals::found`] finds it.
    ///
    /// # Errors
    /// [`FileError`] when the disk refuses; it is then still where it was.
    pub fn bring_back(&self, thrown: &ThrownAway) -> Result<(), FileError> {
        let path = &thrown.name.0;
        let key = parts(path).map(|(key, _)| key);
        let Some(key) = key else { return Err(FileError::from(FileFault::NoJournal).in_file(path)) };
        let free = self.free(&key);
        fs::rename(path, free).map_err(|error| saving(&error).in_file(path))
    }

    /// Takes away what was thrown away more than [`DAYS_KEPT`] days before today.
    pub fn sweep(&self, today: Date) {
        let kept = Duration::from_hours(24) * DAYS_KEPT;
        for (_, on, path) in self.names_thrown_away() {
            // A clock that was wrong makes nothing go early: a day to come is not past.
            if on.checked_add(kept).is_ok_and(|until| until < today) {
                let _ = fs::remove_file(path);
            }
        }
    }

    fn names_thrown_away(&self) -> Vec<(String, Date, PathBuf)> {
        let found = fs::read_dir(self.folder().join(FOLDER)).into_iter().flatten().flatten();
        let mut all: Vec<_> =
            found.filter_map(|found| parts(&found.path()).map(|(key, on)| (key, on, found.path()))).collect();
        all.sort();
        all
    }
}

/// Keeps the bytes of a journal, under its name with the day before it.
pub(super) fn keep(journal: &Path, bytes: &[u8], today: Date) -> Result<(), FileError> {
    let name = journal.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let key = name.split('.').next().unwrap_or_default();
    let folder = journal.parent().unwrap_or(Path::new("")).join(FOLDER);
    let name = |number: u32| folder.join(format!("{today}.{key}.{number}.{ENDING}"));
    let mut number = 1;
    while name(number).exists() {
        number += 1;
    }
    let free = name(number);
    make_folder(&free)?;
    save_bytes(&free, bytes)
}

/// Whose journal this was, and the day on which it was thrown away.
fn parts(path: &Path) -> Option<(String, Date)> {
    let name = path.file_name()?.to_str()?.strip_suffix(ENDING)?.strip_suffix('.')?;
    let mut parts = name.split('.');
    let (on, key, _number) = (parts.next()?.parse().ok()?, parts.next()?.to_owned(), parts.next()?);
    Some((key, on))
}
