//! Former versions of a guide: what was in its file before it was saved.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use serde::{Deserialize, Serialize};

use super::{embedded::sha256, save_bytes, scan, system::saving};
use crate::model::{ClockTime, Date, FileError, FileFault, Now};

/// The folder in that of data.
const FOLDER: &str = "reserve";
/// The list of what is in a folder, one former version a line.
const LIST: &str = "lijst.jsonl";

/// So many former versions are kept of each name, besides the last of every edition: two days of saving every half hour,
/// and some 20 MB of a guide as large as that of today.
pub const FORMER_VERSIONS: usize = 20;

/// The former versions of guides that this user saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reserve {
    folder: PathBuf,
}

/// A former version of a guide.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Former {
    /// The SHA-256 of its bytes, in hexadecimal digits.
    pub sum: String,
    /// The edition that it says it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub edition: Option<String>,
    /// The day on which it was replaced; none when that is not known any more.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub replaced_on: Option<Date>,
    /// The time of that day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub replaced_at: Option<ClockTime>,
}

impl Reserve {
    /// The former versions in a directory for data: see [`super::data_dir()`].
    pub fn new(data_dir: &Path) -> Self {
        Self { folder: data_dir.join(FOLDER) }
    }

    /// The former versions of a guide of this name, the one that was replaced last first.
    pub fn list(&self, guide: &Path) -> Vec<Former> {
        let mut listed = self.listed(guide);
        listed.reverse();
        listed
    }

    /// The text of a former version.
    ///
    /// # Errors
    /// [`FileError`] when it is not there, cannot be read, or is not what was put there.
    pub fn read(&self, guide: &Path, sum: &str) -> Result<String, FileError> {
        let path = self.file(guide, sum);
        let text = super::read_text(&path, &|_| {})?;
        let is_whole = sha256(text.as_bytes()) == sum || sha256(format!("\u{feff}{text}").as_bytes()) == sum;
        if is_whole { Ok(text) } else { Err(FileError::from(FileFault::NotAsKept).in_file(&path)) }
    }

    /// Keeps the bytes that are about to be replaced, and lets go of what is too old.
    ///
    /// # Errors
    /// [`FileError`] when the disk refuses: then nothing is lost of what was kept before.
    pub fn keep(&self, guide: &Path, bytes: &[u8], now: Now) -> Result<(), FileError> {
        let folder = self.folder_of(guide);
        fs::create_dir_all(&folder).map_err(|error| saving(&error).in_file(&folder))?;
        let sum = sha256(bytes);
        let path = self.file(guide, &sum);
        if !fs::read(&path).is_ok_and(|there| there == bytes) {
            forced(save_bytes(&path, bytes))?;
        }
        let mut listed = self.listed(guide);
        listed.retain(|former| former.sum != sum);
        let edition = edition_of(bytes);
        listed.push(Former { sum, edition, replaced_on: Some(now.date), replaced_at: Some(now.time) });
        let (kept, gone) = sorted_out(listed);
        let lines: Vec<String> = kept.iter().filter_map(|former| serde_json::to_string(former).ok()).collect();
        forced(save_bytes(&folder.join(LIST), format!("{}\n", lines.join("\n")).as_bytes()))?;
        for former in gone {
            // What cannot be taken away now is tried again at the next saving.
            let _ = fs::remove_file(self.file(guide, &former.sum));
        }
        Ok(())
    }

    /// Erases all former versions of guides of this name.
    ///
    /// # Errors
    /// [`FileError`] when the disk refuses.
    pub fn erase(&self, guide: &Path) -> Result<(), FileError> {
        let folder = self.folder_of(guide);
        match fs::remove_dir_all(&folder) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(saving(&error).in_file(&folder)),
            _ => Ok(()),
        }
    }

    /// What is there, oldest first: what the list forgot is older than all of it.
    fn listed(&self, guide: &Path) -> Vec<Former> {
        let folder = self.folder_of(guide);
        let text = fs::read_to_string(folder.join(LIST)).unwrap_or_default();
        let listed: Vec<Former> = text.lines().filter_map(|line| serde_json::from_str(line).ok()).collect();
        let named: BTreeSet<&str> = listed.iter().map(|former| former.sum.as_str()).collect();
        let files = fs::read_dir(&folder).into_iter().flatten().flatten();
        let sums: BTreeSet<String> = files
            .filter_map(|found| Some(found.file_name().to_str()?.strip_suffix(".ron")?.to_owned()))
            .filter(|sum| !sum.starts_with('.'))
            .collect();
        let forgotten = sums.iter().filter(|sum| !named.contains(sum.as_str())).map(|sum| {
            let edition = fs::read(self.file(guide, sum)).ok().and_then(|bytes| edition_of(&bytes));
            Former { sum: sum.clone(), edition, replaced_on: None, replaced_at: None }
        });
        let forgotten: Vec<_> = forgotten.collect();
        forgotten.into_iter().chain(listed.into_iter().filter(|former| sums.contains(&former.sum))).collect()
    }

    fn folder_of(&self, guide: &Path) -> PathBuf {
        self.folder.join(guide.file_name().unwrap_or(guide.as_os_str()))
    }

    fn file(&self, guide: &Path, sum: &str) -> PathBuf {
        self.folder_of(guide).join(format!("{sum}.ron"))
    }
}

/// It stands there; that it might not outlive a power cut matters less than saving.
fn forced(saved: Result<(), FileError>) -> Result<(), FileError> {
    saved.or_else(|error| if matches!(error.fault, FileFault::SavedUnforced(_)) { Ok(()) } else { Err(error) })
}

/// The edition that a guide says it is, without understanding all of it.
fn edition_of(bytes: &[u8]) -> Option<String> {
    let text = str::from_utf8(bytes).ok()?;
    let edition = scan::fields(text).into_iter().find(|(name, _)| *name == "edition").map(|(_, value)| value)?;
    super::format::read_document(edition).ok()
}

/// What is kept and what goes, of former versions in their order, oldest first.
fn sorted_out(listed: Vec<Former>) -> (Vec<Former>, Vec<Former>) {
    let older = listed.len().saturating_sub(FORMER_VERSIONS);
    let last_of_edition: BTreeSet<String> = listed
        .iter()
        .enumerate()
        .filter(|(at, former)| {
            let later = listed.get(at + 1..).unwrap_or_default();
            former.edition.is_some() && later.iter().all(|later| later.edition != former.edition)
        })
        .map(|(_, former)| former.sum.clone())
        .collect();
    let mut position = 0;
    listed.into_iter().partition(|former| {
        position += 1;
        position > older || last_of_edition.contains(&former.sum)
    })
}
