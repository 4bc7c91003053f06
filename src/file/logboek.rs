//! The log of a guide, beside it: what was done to every version that was saved. JSON lines that only grow, so that two
//! versions of it are merged by taking the lines of both.

use std::{
    fs::{self, OpenOptions},
    io::{ErrorKind, Write},
    path::{Path, PathBuf},
};

use serde::{Serialize, de::DeserializeOwned, de::IgnoredAny};

use super::{
    save::follow,
    save_bytes,
    system::{reading, saving},
};
use crate::model::{FileError, FileFault, SaveFault};

/// What comes after the whole name of the guide.
const ENDING: &str = ".logboek";

/// The log beside a guide. There is none beside the guide inside the program, and beside one that may not be saved
/// nothing is written: it is written to only after its guide was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Logboek {
    path: PathBuf,
}

/// What is in a log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Logged<T> {
    /// What was done, in the order of the lines: not that of time after two versions were merged.
    pub entries: Vec<T>,
    /// How many lines are no JSON, such as marks of a merge. The next time it is written they are gone.
    pub broken: usize,
    /// How many lines only another version of the program knows. They stay.
    pub unknown: usize,
}

impl Logboek {
    /// The log of a guide.
    pub fn beside(guide: &Path) -> Self {
        let guide = follow(guide).unwrap_or_else(|_| guide.to_owned());
        let mut name = guide.file_name().unwrap_or_default().to_owned();
        name.push(ENDING);
        Self { path: guide.with_file_name(name) }
    }

    /// Its file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// What is in it; nothing when there is none.
    ///
    /// # Errors
    /// [`FileError`] when it is there and cannot be read.
    pub fn read<T: DeserializeOwned>(&self) -> Result<Logged<T>, FileError> {
        let mut logged = Logged { entries: Vec::new(), broken: 0, unknown: 0 };
        for line in lines(&self.bytes()?) {
            match serde_json::from_slice(line) {
                Ok(entry) => logged.entries.push(entry),
                Err(_) if is_json(line) => logged.unknown += 1,
                Err(_) => logged.broken += 1,
            }
        }
        Ok(logged)
    }

    /// Adds what was done, after the guide was saved with it; when this returns it is on the disk. The last entry says
    /// that it was saved, with which bytes, and so is like no other: [`Logboek::complete`] needs that.
    ///
    /// # Errors
    /// [`FileError`] when the disk refuses: the journal still has it, and [`Logboek::complete`] adds what is missing.
    pub fn append<T: Serialize>(&self, entries: &[T]) -> Result<(), FileError> {
        let added = written(entries)?;
        let bytes = self.bytes()?;
        self.add(&bytes, &added)
    }

    /// Adds what is missing of what was done last: all of it was to be added when the program stopped. It is what
    /// [`Logboek::append`] was or would have been given, with the entry that says that the guide was saved at its end.
    ///
    /// # Errors
    /// [`FileError`] when the disk refuses.
    pub fn complete<T: Serialize>(&self, last: &[T]) -> Result<(), FileError> {
        let written = written(last)?;
        let bytes = self.bytes()?;
        let there: Vec<&[u8]> = lines(&bytes).filter(|line| is_json(line)).collect();
        let ends_with = |count: &usize| {
            let end = there.len().checked_sub(*count).and_then(|start| there.get(start..)).unwrap_or_default();
            end.len() == *count && end.iter().zip(&written).all(|(there, own)| *there == own.as_bytes())
        };
        let done = (0..=written.len()).rev().find(ends_with).unwrap_or_default();
        self.add(&bytes, written.get(done..).unwrap_or_default())
    }

    /// Erases what somebody wants gone; lines that only another version of the program knows are kept or erased by
    /// `is_kept_unknown`.
    ///
    /// # Errors
    /// [`FileError`] when the disk refuses; then all of it is still there.
    pub fn erase<T: DeserializeOwned>(
        &self,
        is_erased: impl Fn(&T) -> bool,
        is_kept_unknown: bool,
    ) -> Result<(), FileError> {
        let bytes = self.bytes()?;
        let is_kept = |line: &&[u8]| match serde_json::from_slice(line) {
            Ok(entry) => !is_erased(&entry),
            Err(_) => is_kept_unknown && is_json(line),
        };
        let kept: Vec<&[u8]> = lines(&bytes).filter(is_kept).collect();
        if bytes.is_empty() { Ok(()) } else { save_bytes(&self.path, &joined(&kept)) }
    }

    fn bytes(&self) -> Result<Vec<u8>, FileError> {
        match fs::read(&self.path) {
            Ok(bytes) => Ok(bytes),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(Vec::new()),
            Err(error) => Err(reading(&error).in_file(&self.path)),
        }
    }

    /// At the end when all before it is whole, and else in its place without what is broken.
    fn add(&self, bytes: &[u8], added: &[String]) -> Result<(), FileError> {
        if added.is_empty() {
            return Ok(());
        }
        let is_whole = bytes.is_empty() || bytes.ends_with(b"\n") && lines(bytes).all(is_json);
        let own = added.iter().map(String::as_bytes);
        if bytes.is_empty() || !is_whole {
            let all: Vec<&[u8]> = lines(bytes).filter(|line| is_json(line)).chain(own).collect();
            return match save_bytes(&self.path, &joined(&all)) {
                Err(error) if matches!(error.fault, FileFault::SavedUnforced(_)) => Ok(()),
                done => done,
            };
        }
        let added = joined(&own.collect::<Vec<_>>());
        let append = || {
            let mut file = OpenOptions::new().append(true).open(&self.path)?;
            file.write_all(&added)?;
            file.sync_data()
        };
        append().map_err(|error| saving(&error).in_file(&self.path))
    }
}

fn written<T: Serialize>(entries: &[T]) -> Result<Vec<String>, FileError> {
    let lines = entries.iter().map(serde_json::to_string).collect::<Result<_, _>>();
    lines.map_err(|_| SaveFault::ComesBackDifferent.into())
}

/// The lines that hold something.
fn lines(bytes: &[u8]) -> impl Iterator<Item = &[u8]> {
    bytes.split(|byte| *byte == b'\n').map(trimmed).filter(|line| !line.is_empty())
}

fn trimmed(line: &[u8]) -> &[u8] {
    line.trim_ascii()
}

fn is_json(line: &[u8]) -> bool {
    serde_json::from_slice::<IgnoredAny>(line).is_ok()
}

fn joined(lines: &[&[u8]]) -> Vec<u8> {
    lines.iter().flat_map(|line| [*line, b"\n"]).collect::<Vec<_>>().concat()
}
