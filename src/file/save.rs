//! Saving: either all of the new text is in the file or all of the old, whatever happens in between.

use std::{
    ffi::OsStr,
    fs,
    io::{ErrorKind, Write},
    path::{Path, PathBuf},
    time::Duration,
};

use atomic_write_file::AtomicWriteFile;

use super::{MAX_BYTES, canonical, read_guide, system::saving, write_guide};
use crate::model::{FileError, Guide, SaveFault};

/// More links than this in a row lead in a circle.
const MAX_LINKS: usize = 40;
/// Saving takes no longer than this, however slow the disk.
const OLD: Duration = Duration::from_mins(10);

/// Saves a guide in canonical form, after making sure that the same guide can be read back.
///
/// # Errors
/// [`FileError`]; what was in the file before is then still there.
pub fn save_guide(path: &Path, guide: &Guide) -> Result<(), FileError> {
    let text = write_guide(guide);
    let refuse = |why: SaveFault| FileError::from(why).in_file(path);
    if text.len() as u64 > MAX_BYTES {
        return Err(refuse(SaveFault::TooLarge));
    }
    match read_guide(&text) {
        Ok(read) if read == canonical(guide) => save_text(path, &text),
        Ok(_) => Err(refuse(SaveFault::ComesBackDifferent)),
        Err(error) => Err(refuse(SaveFault::DoesNotComeBack(Box::new(error)))),
    }
}

/// Puts `text` in a file, as [`save_bytes`] does.
///
/// # Errors
/// [`FileError`]; what was in the file before is then still there.
pub fn save_text(path: &Path, text: &str) -> Result<(), FileError> {
    save_bytes(path, text.as_bytes())
}

/// Puts `bytes` in a file, in one step: written beside it, forced to the disk, and put in its place.
///
/// A link is followed, and the rights on the file stay as they are.
///
/// # Errors
/// [`FileError`]; what was in the file before is then still there.
pub fn save_bytes(path: &Path, bytes: &[u8]) -> Result<(), FileError> {
    write(path, bytes).map_err(|error| error.in_file(path))
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), FileError> {
    let target = follow(path)?;
    check(&target)?;
    let put = || {
        let mut file = AtomicWriteFile::open(&target)?;
        file.write_all(bytes)?;
        // Also forces the directory to the disk, without which a power cut can bring the old file back.
        file.commit()
    };
    let put = put();
    sweep(&target, put.is_err());
    put.map_err(|error| saving(&error))
}

/// Takes away what an attempt to save this file left beside it: it may hold something of a person. After a failure that
/// is whatever has such a name; otherwise only what is so old that nobody is still busy with it.
fn sweep(target: &Path, failed: bool) {
    let (Some(dir), Some(name)) = (target.parent(), target.file_name().and_then(OsStr::to_str)) else { return };
    let dir = if dir.as_os_str().is_empty() { Path::new(".") } else { dir };
    let modified = |path: &Path| fs::metadata(path).and_then(|found| found.modified()).ok();
    let is_old = |path: &Path| modified(path).zip(modified(target)).is_some_and(|(its, own)| its + OLD < own);
    for found in fs::read_dir(dir).into_iter().flatten().flatten() {
        let is_left_over = found.file_name().to_str().is_some_and(|found| is_temporary(found, name));
        if is_left_over && (failed || is_old(&found.path())) {
            // What cannot be taken away now is tried again at the next saving.
            let _ = fs::remove_file(found.path());
        }
    }
}

/// Whether this is a name under which a file of that name is put ready: `.NAME.` and six letters or digits.
fn is_temporary(found: &str, name: &str) -> bool {
    let rest = found.strip_prefix('.').and_then(|rest| rest.strip_prefix(name)).and_then(|rest| rest.strip_prefix('.'));
    rest.is_some_and(|rest| rest.len() == 6 && rest.bytes().all(|byte| byte.is_ascii_alphanumeric()))
}

/// The file that a link leads to, also where that does not exist yet.
fn follow(path: &Path) -> Result<PathBuf, FileError> {
    let mut target = path.to_owned();
    for _ in 0..MAX_LINKS {
        match fs::read_link(&target) {
            Ok(link) => target = target.parent().unwrap_or(Path::new("")).join(link),
            Err(_) => return Ok(target),
        }
    }
    Err(SaveFault::LinksInCircle.into())
}

/// To replace a file one needs only rights on its directory: a file that says it may not be written is asked first.
fn check(target: &Path) -> Result<(), FileError> {
    match fs::metadata(target) {
        Ok(found) if found.is_dir() => Err(SaveFault::Directory.into()),
        Ok(found) if !found.is_file() => Err(SaveFault::Special.into()),
        Ok(found) if found.permissions().readonly() => Err(SaveFault::ReadOnly.into()),
        Err(error) if error.kind() != ErrorKind::NotFound => Err(saving(&error)),
        _ => Ok(()),
    }
}
