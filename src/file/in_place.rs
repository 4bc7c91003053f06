//! Saving a guide where it was opened: never over what somebody else saved there, and never without what was there.

use std::{fs, path::Path, time::Duration};

use super::{
    embedded::sha256,
    reserve::Reserve,
    save::{follow, text_to_save, write},
    system::reading,
    turn::turn,
    watch::Stamp,
};
use crate::model::{FileError, FileFault, Guide, Now, SaveFault, SystemFault};

/// How often a rename is tried. Windows refuses one while a virus scanner or a preview has the file open.
const TRIES: u32 = if cfg!(windows) { 3 } else { 1 };
/// What is waited before the second try; before each further one so much longer.
const PAUSE: Duration = Duration::from_millis(100);

/// A guide as it will stand in a file, of which is sure that the same guide can be read from it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ready {
    text: String,
    sum: String,
}

/// Where a guide is saved, and with what care.
#[derive(Clone, Copy, Debug)]
pub struct InPlace<'a> {
    /// The file.
    pub path: &'a Path,
    /// The SHA-256 of its bytes, in hexadecimal digits, when it was opened or saved last.
    pub opened: &'a str,
    /// Where what is replaced is kept.
    pub reserve: &'a Reserve,
    /// The day and time of now.
    pub now: Now,
    /// Waits so long; this room has no clock.
    pub pause: fn(Duration),
}

/// What came of saving.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SavedGuide {
    /// The SHA-256 of what is in the file now, in hexadecimal digits.
    pub sum: String,
    /// How the file looks from outside now.
    pub stamp: Stamp,
    /// What is not as it should be though the file was replaced: [`FileFault::FormerNotKept`],
    /// [`FileFault::SavedUnforced`], [`FileFault::SavedDifferent`].
    pub warnings: Vec<FileError>,
}

impl Ready {
    /// Writes a guide in canonical form, and reads it back.
    ///
    /// # Errors
    /// [`FileError`] when it would not come back.
    pub fn new(guide: &Guide) -> Result<Self, FileError> {
        let text = text_to_save(guide)?;
        let sum = sha256(text.as_bytes());
        Ok(Self { text, sum })
    }

    /// The SHA-256 of its bytes, in hexadecimal digits.
    pub fn sum(&self) -> &str {
        &self.sum
    }

    /// Its text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Replaces the file that was opened by this, in one step; what was in it is kept in the reserve.
    ///
    /// A link is followed; owner and rights stay where the system lets this user keep them.
    ///
    /// # Errors
    /// [`SaveFault::ChangedOnDisk`] and [`SaveFault::GoneFromDisk`] when it is not what was opened any more; else
    /// [`FileError`] of the disk. The file is then as it was.
    pub fn put(&self, place: InPlace<'_>) -> Result<SavedGuide, FileError> {
        self.put_in(&place).map_err(|error| if error.path.is_some() { error } else { error.in_file(place.path) })
    }

    fn put_in(&self, place: &InPlace<'_>) -> Result<SavedGuide, FileError> {
        let target = follow(place.path)?;
        let _turn = turn(&target, place.pause)?;
        let before = is_as_opened(&target, place.opened)?;
        let mut warnings: Vec<FileError> = Vec::new();
        // Who cannot make a copy must still be able to save: what was done to it is in the log.
        if let Err(error) = place.reserve.keep(&target, &before, place.now) {
            warnings.push(FileFault::FormerNotKept(Box::new(error)).into());
        }
        match self.replace(&target, place) {
            Err(error) if matches!(error.fault, FileFault::SavedUnforced(_)) => warnings.push(error),
            done => done?,
        }
        let stamp = Stamp::of(&target).map_err(|error| reading(&error))?;
        // A network disk may have kept something else than it said.
        if !fs::read(&target).is_ok_and(|now| now == self.text.as_bytes()) {
            warnings.push(FileFault::SavedDifferent.into());
        }
        let warnings = warnings.into_iter().map(|warning| warning.in_file(place.path)).collect();
        Ok(SavedGuide { sum: self.sum.clone(), stamp, warnings })
    }

    fn replace(&self, target: &Path, place: &InPlace<'_>) -> Result<(), FileError> {
        let still = |target: &Path| is_as_opened(target, place.opened).map(|_| ());
        let mut attempt = 1;
        loop {
            match write(target, self.text.as_bytes(), &still) {
                Err(error) if attempt < TRIES && is_in_use(&error) => (place.pause)(PAUSE * attempt),
                done => return done,
            }
            attempt += 1;
        }
    }
}

/// The bytes of a file, when they are those that were opened.
fn is_as_opened(target: &Path, opened: &str) -> Result<Vec<u8>, SaveFault> {
    let bytes = match fs::read(target) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Err(SaveFault::GoneFromDisk),
        Err(error) => return Err(SaveFault::System(super::system_fault(&error))),
    };
    let now = sha256(&bytes);
    if now == opened { Ok(bytes) } else { Err(SaveFault::ChangedOnDisk { now }) }
}

/// Whether another program had the file open.
fn is_in_use(error: &FileError) -> bool {
    matches!(
        error.fault,
        FileFault::NotSaved(SaveFault::Protected | SaveFault::Forbidden | SaveFault::System(SystemFault::Busy))
    )
}
