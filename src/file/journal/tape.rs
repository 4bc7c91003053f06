//! The bytes of a journal: a file that only grows.

use std::{
    fs::{self, File, OpenOptions},
    io::{self, Read, Seek, SeekFrom, Write},
    path::{Path, PathBuf},
};

use super::{folder::make_folder, thrown_away};
use crate::{
    file::{
        save_bytes,
        system::{reading, saving},
    },
    model::{Date, FileError, FileFault},
};

/// The file of a journal, as a door that a test can make fail.
pub trait Tape {
    /// All of its bytes.
    ///
    /// # Errors
    /// [`FileError`] when it is not there or cannot be read.
    fn read(&mut self) -> Result<Vec<u8>, FileError>;

    /// Puts bytes at its end; after an error any part of them may be there.
    ///
    /// # Errors
    /// [`FileError`] when the disk refuses.
    fn append(&mut self, bytes: &[u8]) -> Result<(), FileError>;

    /// Returns once all of it is on the disk.
    ///
    /// # Errors
    /// [`FileError`] when the disk refuses: of what was put there since the last time any part may be missing.
    fn sync(&mut self) -> Result<(), FileError>;

    /// Takes away what is beyond its first `length` bytes.
    ///
    /// # Errors
    /// [`FileError`] when the disk refuses.
    fn cut(&mut self, length: u64) -> Result<(), FileError>;

    /// Puts other bytes in its place in one step, on the disk when this returns.
    ///
    /// # Errors
    /// [`FileError`] when the disk refuses; then it is as it was.
    fn renew(&mut self, bytes: &[u8]) -> Result<(), FileError>;

    /// Keeps a copy of it among what was thrown away on this day.
    ///
    /// # Errors
    /// [`FileError`] when the disk refuses.
    fn keep_copy(&mut self, today: Date) -> Result<(), FileError>;

    /// Takes it away.
    ///
    /// # Errors
    /// [`FileError`] when the disk refuses.
    fn remove(&mut self) -> Result<(), FileError>;
}

/// A tape that is a file.
#[derive(Debug)]
pub struct FileTape {
    path: PathBuf,
    /// Opened when it is first needed; none after it was replaced.
    file: Option<File>,
    /// It has its place, but the folder is not on the disk yet.
    is_unforced: bool,
    /// Held for as long as this journal is kept; none where the disk has no locks.
    #[expect(dead_code, reason = "the lock ends when it is dropped")]
    lock: Option<File>,
}

impl FileTape {
    pub(super) fn new(path: PathBuf, lock: Option<File>) -> Self {
        Self { path, file: None, is_unforced: false, lock }
    }

    /// The file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    fn file(&mut self) -> Result<&mut File, FileError> {
        if let Some(file) = self.file.as_mut().filter(|file| is_taken_away(file)) {
            // Somebody cleaned up the folder: what is in the file still is, until it is closed.
            let mut bytes = Vec::new();
            let read = file.seek(SeekFrom::Start(0)).and_then(|_| file.read_to_end(&mut bytes));
            read.map_err(|error| reading(&error).in_file(&self.path))?;
            make_folder(&self.path)?;
            self.is_unforced |= put(&self.path, &bytes)?;
            self.file = None;
        }
        let file = if let Some(file) = self.file.take() {
            file
        } else {
            let opened = OpenOptions::new().read(true).append(true).open(&self.path);
            opened.map_err(|error| saving(&error).in_file(&self.path))?
        };
        Ok(self.file.insert(file))
    }
}

impl Tape for FileTape {
    fn read(&mut self) -> Result<Vec<u8>, FileError> {
        fs::read(&self.path).map_err(|error| reading(&error).in_file(&self.path))
    }

    fn append(&mut self, bytes: &[u8]) -> Result<(), FileError> {
        let appended = self.file()?.write_all(bytes);
        appended.map_err(|error| saving(&error).in_file(&self.path))
    }

    fn sync(&mut self) -> Result<(), FileError> {
        let mut synced = self.file()?.sync_data();
        if self.is_unforced {
            synced = synced.and_then(|()| sync_folder(&self.path));
        }
        synced.map_err(|error| saving(&error).in_file(&self.path))?;
        self.is_unforced = false;
        Ok(())
    }

    fn cut(&mut self, length: u64) -> Result<(), FileError> {
        self.file()?;
        // Windows makes no file shorter by what only adds to it.
        let cut = OpenOptions::new().write(true).open(&self.path).and_then(|file| file.set_len(length));
        cut.map_err(|error| saving(&error).in_file(&self.path))
    }

    fn renew(&mut self, bytes: &[u8]) -> Result<(), FileError> {
        make_folder(&self.path)?;
        // Windows replaces no file that is open.
        self.file = None;
        self.is_unforced = put(&self.path, bytes)?;
        // Whoever takes it away from here on does not take what is in it.
        let _ = self.file();
        Ok(())
    }

    fn keep_copy(&mut self, today: Date) -> Result<(), FileError> {
        let bytes = self.read()?;
        thrown_away::keep(&self.path, &bytes, today)
    }

    fn remove(&mut self) -> Result<(), FileError> {
        self.file = None;
        match fs::remove_file(&self.path) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(saving(&error).in_file(&self.path)),
            _ => Ok(()),
        }
    }
}

/// Puts bytes in a file in one step; whether it has its place and its folder is not on the disk yet: no entry counts
/// before that is.
fn put(path: &Path, bytes: &[u8]) -> Result<bool, FileError> {
    match save_bytes(path, bytes) {
        Err(error) if matches!(error.fault, FileFault::SavedUnforced(_)) => Ok(true),
        done => done.map(|()| false),
    }
}

#[cfg(unix)]
fn sync_folder(path: &Path) -> io::Result<()> {
    path.parent().map_or(Ok(()), |folder| File::open(folder)?.sync_all())
}

/// Windows has no such call.
#[cfg(not(unix))]
fn sync_folder(_: &Path) -> io::Result<()> {
    Ok(())
}

#[cfg(unix)]
fn is_taken_away(file: &File) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    file.metadata().is_ok_and(|found| found.nlink() == 0)
}

#[cfg(not(unix))]
fn is_taken_away(_: &File) -> bool {
    false
}
