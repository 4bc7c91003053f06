//! Programs that save one file take turns.

use std::{fs::File, path::Path, time::Duration};

use crate::model::FileError;

/// How often it is asked whether another program is done.
#[cfg(unix)]
const TURNS: u32 = 30;
/// What is waited before each further time.
#[cfg(unix)]
const PAUSE: Duration = Duration::from_millis(100);

/// Waits until nobody else saves this file, and holds it: two programs that both found it as they had opened it would
/// replace it one after the other. Where the disk has no locks, and on Windows, where a file that is held cannot be
/// replaced, there is only the look right before the rename.
#[cfg(unix)]
pub(super) fn turn(target: &Path, pause: fn(Duration)) -> Result<Option<File>, FileError> {
    use std::fs::TryLockError;
    for _ in 0..TURNS {
        let Ok(file) = File::open(target) else { return Ok(None) };
        match file.try_lock() {
            Ok(()) if is_still(&file, target) => return Ok(Some(file)),
            // Replaced meanwhile: the next one is another file.
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => pause(PAUSE),
            Err(TryLockError::Error(_)) => return Ok(None),
        }
    }
    Err(super::system::saving(&std::io::ErrorKind::ResourceBusy.into()))
}

#[cfg(unix)]
fn is_still(file: &File, target: &Path) -> bool {
    use std::{fs, os::unix::fs::MetadataExt as _};
    let same = |one: fs::Metadata, other: fs::Metadata| (one.dev(), one.ino()) == (other.dev(), other.ino());
    file.metadata().ok().zip(fs::metadata(target).ok()).is_none_or(|(one, other)| same(one, other))
}

#[cfg(not(unix))]
pub(super) fn turn(_: &Path, _: fn(Duration)) -> Result<Option<File>, FileError> {
    Ok(None)
}
