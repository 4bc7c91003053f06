//! Saving: either all of the new text is in the file or all of the old, whatever happens in between.

use std::{
    ffi::OsStr,
    fs::{self, File, TryLockError},
    io::{self, ErrorKind, Write},
    path::{Path, PathBuf},
    time::Duration,
};

use atomic_write_file::AtomicWriteFile;
use serde::{Serialize, de::DeserializeOwned};

use super::{
    MAX_BYTES, canonical, read_bundle, read_cases, read_guide,
    system::{saving, system_fault},
    write_bundle, write_cases, write_guide,
};
use crate::model::{FileError, FileFault, Guide, SaveFault};

/// More links than this in a row lead in a circle.
const MAX_LINKS: usize = 40;
/// Saving takes no longer than this, however slow the disk.
const OLD: Duration = Duration::from_mins(10);
/// How the name begins under which a file is whole, just before it takes the place of another.
const OURS: &str = ".nvm-wegwijzer.";
/// How many savings can be busy in a folder at once.
#[cfg(target_os = "linux")]
const MOST_TRIES: u32 = 100;

/// What is asked of a file right before it is replaced.
pub(super) type Still<'a> = &'a dyn Fn(&Path) -> Result<(), SaveFault>;

/// Saves a guide in canonical form, after making sure that the same guide can be read back.
///
/// # Errors
/// [`FileError`]; what was in the file before is then still there.
pub fn save_guide(path: &Path, guide: &Guide) -> Result<(), FileError> {
    replace_guide(path, guide, None)
}

/// The same, in the place of the text that it was read from: what somebody else saved there meanwhile stays.
///
/// # Errors
/// As [`save_guide`].
pub fn save_guide_again(path: &Path, guide: &Guide, read: &str) -> Result<(), FileError> {
    replace_guide(path, guide, Some(read))
}

fn replace_guide(path: &Path, guide: &Guide, read: Option<&str>) -> Result<(), FileError> {
    let text = text_to_save(guide).map_err(|error| error.in_file(path))?;
    let is_as_before = |target: &Path| {
        let Some(before) = read else { return Ok(()) };
        let now = fs::read(target).unwrap_or_default();
        let is_same = now.strip_prefix("\u{feff}".as_bytes()).unwrap_or(&now) == before.as_bytes();
        if is_same { Ok(()) } else { Err(SaveFault::ChangedMeanwhile) }
    };
    write(path, text.as_bytes(), &is_as_before).map_err(|error| error.in_file(path))
}

/// The text of a guide in canonical form, of which is sure that the same guide can be read from it.
pub(super) fn text_to_save(guide: &Guide) -> Result<String, FileError> {
    let text = write_guide(guide);
    if text.len() as u64 > MAX_BYTES {
        return Err(SaveFault::TooLarge.into());
    }
    match read_guide(&text) {
        Ok(again) if again == canonical(guide) => Ok(text),
        Ok(_) => Err(SaveFault::ComesBackDifferent.into()),
        Err(error) => Err(SaveFault::DoesNotComeBack(Box::new(error)).into()),
    }
}

/// Saves a bundle of changes, after making sure that the same can be read back.
///
/// # Errors
/// [`FileError`]; what was in the file before is then still there.
pub fn save_bundle<T: Serialize + DeserializeOwned + PartialEq>(path: &Path, bundle: &T) -> Result<(), FileError> {
    let text = write_bundle(bundle);
    save_what_comes_back(path, &text, read_bundle::<T>(&text), bundle)
}

/// Saves training cases, after making sure that the same can be read back.
///
/// # Errors
/// [`FileError`]; what was in the file before is then still there.
pub fn save_cases<T: Serialize + DeserializeOwned + PartialEq>(path: &Path, cases: &T) -> Result<(), FileError> {
    let text = write_cases(cases);
    save_what_comes_back(path, &text, read_cases::<T>(&text), cases)
}

fn save_what_comes_back<T: PartialEq>(
    path: &Path,
    text: &str,
    again: Result<T, FileError>,
    was: &T,
) -> Result<(), FileError> {
    let again = match again {
        Ok(again) if again == *was => Ok(()),
        Ok(_) => Err(FileError::from(SaveFault::ComesBackDifferent)),
        Err(error) => Err(SaveFault::DoesNotComeBack(Box::new(error)).into()),
    };
    again.map_err(|error| error.in_file(path))?;
    save_text(path, text)
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
    write(path, bytes, &|_| Ok(())).map_err(|error| error.in_file(path))
}

/// `still` is asked of the file that is there right before it is replaced.
pub(super) fn write(path: &Path, bytes: &[u8], still: Still<'_>) -> Result<(), FileError> {
    let target = follow(path)?;
    check(&target)?;
    let put = put(&target, bytes, still).map_err(|error| of_folder(&target, error));
    sweep(&target, put.is_err());
    put
}

/// Some folders, such as those of the system that are no disk, say of every new file that it is not found.
fn of_folder(target: &Path, error: FileError) -> FileError {
    let is_there = error.fault == FileFault::NotSaved(SaveFault::NoDirectory) && folder_of(target).is_dir();
    if is_there { SaveFault::Forbidden.into() } else { error }
}

fn put(target: &Path, bytes: &[u8], still: Still<'_>) -> Result<(), FileError> {
    let holds = |bytes: &[u8]| fs::read(target).is_ok_and(|now| now == bytes);
    // It is in its place already: only what came after failed.
    let unforced = |error: &io::Error| FileError::from(FileFault::SavedUnforced(system_fault(error)));
    if fs::symlink_metadata(target).is_err_and(|error| error.kind() == ErrorKind::NotFound) {
        still(target)?;
        match put_new(target, bytes) {
            Ok(()) => return Ok(()),
            Err(error) if holds(bytes) => return Err(unforced(&error)),
            // Where the system cannot do that, or somebody else made the file meanwhile.
            Err(_) => {}
        }
    }
    match put_over(target, bytes, still) {
        Ok(Over::Done) => return Ok(()),
        Ok(Over::Unforced(error)) => return Err(unforced(&error)),
        Ok(Over::Refused(why)) => return Err(why.into()),
        // Where the system cannot do that.
        Err(_) => {}
    }
    let mut file = AtomicWriteFile::open(target).map_err(|error| saving(&error))?;
    // Until it is in its place or this program is gone, nobody sweeps it away. Some network disks have no locks.
    let _ = file.as_file().try_lock();
    file.write_all(bytes).map_err(|error| saving(&error))?;
    file.as_file().sync_all().map_err(|error| saving(&error))?;
    still(target)?;
    // Also forces the directory to the disk, without which a power cut can bring the old file back.
    let Err(error) = file.commit() else { return Ok(()) };
    if holds(bytes) {
        return Err(unforced(&error));
    }
    Err(match error.kind() {
        // A file beside it could be written.
        ErrorKind::PermissionDenied => SaveFault::Protected.into(),
        _ => saving(&error),
    })
}

/// Gives a file its name when it is whole and on the disk: whenever this ends, there is nothing of it anywhere else.
#[cfg(target_os = "linux")]
fn put_new(target: &Path, bytes: &[u8]) -> io::Result<()> {
    use std::os::fd::AsRawFd as _;

    use rustix::fs::{AtFlags, CWD, Mode, OFlags, linkat, open};

    let nameless = OFlags::TMPFILE | OFlags::WRONLY | OFlags::CLOEXEC;
    let mut file = File::from(open(folder_of(target), nameless, Mode::from_raw_mode(0o666))?);
    file.write_all(bytes)?;
    file.sync_all()?;
    let itself = format!("/proc/self/fd/{}", file.as_raw_fd());
    linkat(CWD, itself, CWD, target, AtFlags::SYMLINK_FOLLOW)?;
    // Some disks force a file only when it has a name.
    file.sync_all()?;
    File::open(folder_of(target))?.sync_all()
}

#[cfg(not(target_os = "linux"))]
fn put_new(_: &Path, _: &[u8]) -> io::Result<()> {
    Err(ErrorKind::Unsupported.into())
}

/// What became of putting a file over another.
#[cfg_attr(not(target_os = "linux"), expect(dead_code, reason = "no other system can"))]
enum Over {
    /// It is in its place, on the disk.
    Done,
    /// It is in its place; whether that is on the disk is not known.
    Unforced(io::Error),
    /// Nothing was done: somebody else saved there, for instance.
    Refused(SaveFault),
}

/// Puts a file in the place of another. It has no name until it is whole and on the disk; then for a moment one of
/// ours, for no system puts what has no name over what has one.
#[cfg(target_os = "linux")]
fn put_over(target: &Path, bytes: &[u8], still: Still<'_>) -> io::Result<Over> {
    use std::os::{
        fd::AsRawFd as _,
        unix::fs::{MetadataExt as _, fchown},
    };

    use rustix::fs::{AtFlags, CWD, Mode, OFlags, linkat, open};

    let old = fs::metadata(target)?;
    let nameless = OFlags::TMPFILE | OFlags::WRONLY | OFlags::CLOEXEC;
    let mut file = File::from(open(folder_of(target), nameless, Mode::from_raw_mode(0o600))?);
    // Who may not give a file away keeps it.
    let _ = fchown(&file, Some(old.uid()), Some(old.gid()));
    file.set_permissions(old.permissions())?;
    // Until it is in its place or this program is gone, nobody sweeps it away. Some network disks have no locks.
    let _ = file.try_lock();
    file.write_all(bytes)?;
    file.sync_all()?;
    if let Err(why) = still(target) {
        return Ok(Over::Refused(why));
    }
    let itself = format!("/proc/self/fd/{}", file.as_raw_fd());
    let mut names = (0..MOST_TRIES).map(|number| folder_of(target).join(format!("{OURS}{number}")));
    let ready = names.find_map(|name| match linkat(CWD, &itself, CWD, &name, AtFlags::SYMLINK_FOLLOW) {
        Ok(()) => Some(Ok(name)),
        // Another saving is busy there, or was killed.
        Err(error) if error == rustix::io::Errno::EXIST => None,
        Err(error) => Some(Err(error)),
    });
    let ready = ready.ok_or(ErrorKind::AlreadyExists)??;
    if let Err(error) = fs::rename(&ready, target) {
        let _ = fs::remove_file(&ready);
        return Err(error);
    }
    // Without this a power cut can bring the old file back.
    let forced = file.sync_all().and_then(|()| File::open(folder_of(target))?.sync_all());
    Ok(forced.map_or_else(Over::Unforced, |()| Over::Done))
}

#[cfg(not(target_os = "linux"))]
fn put_over(_: &Path, _: &[u8], _: Still<'_>) -> io::Result<Over> {
    Err(ErrorKind::Unsupported.into())
}

fn folder_of(target: &Path) -> &Path {
    target.parent().filter(|dir| !dir.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// Takes away what an attempt to save this file left beside it, and what one to save any other file in the folder left
/// under a name of ours: it may hold something of a person. Who is busy holds a lock on it; where there are no locks
/// that is what is not older than any saving takes, except after a failure.
fn sweep(target: &Path, failed: bool) {
    let Some(name) = target.file_name().and_then(OsStr::to_str) else { return };
    let modified = |path: &Path| fs::metadata(path).and_then(|found| found.modified()).ok();
    let is_old = |path: &Path| modified(path).zip(modified(target)).is_some_and(|(its, own)| its + OLD < own);
    let is_left = |path: &Path| match File::open(path).map(|file| file.try_lock()) {
        Ok(Ok(())) => true,
        Ok(Err(TryLockError::WouldBlock)) => false,
        Ok(Err(TryLockError::Error(_))) | Err(_) => failed || is_old(path),
    };
    for found in fs::read_dir(folder_of(target)).into_iter().flatten().flatten() {
        let is_of_saving = found.file_name().to_str().is_some_and(|found| is_ours(found) || is_temporary(found, name));
        if is_of_saving && is_left(&found.path()) {
            // What cannot be taken away now is tried again at the next saving.
            let _ = fs::remove_file(found.path());
        }
    }
}

/// Whether this is a name that [`put_over`] gives.
fn is_ours(found: &str) -> bool {
    let rest = found.strip_prefix(OURS);
    rest.is_some_and(|number| !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()))
}

/// Whether this is a name under which a file of that name is put ready: `.NAME.` and six letters or digits.
fn is_temporary(found: &str, name: &str) -> bool {
    let rest = found.strip_prefix('.').and_then(|rest| rest.strip_prefix(name)).and_then(|rest| rest.strip_prefix('.'));
    rest.is_some_and(|rest| rest.len() == 6 && rest.bytes().all(|byte| byte.is_ascii_alphanumeric()))
}

/// The file that a link leads to, also where that does not exist yet.
pub(super) fn follow(path: &Path) -> Result<PathBuf, FileError> {
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
