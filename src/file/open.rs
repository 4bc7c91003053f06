//! Opening a file: looked at before it is read, and read before it is understood.

use std::{
    fs::{self, File},
    io::Read,
    path::Path,
};

use serde::de::DeserializeOwned;

use super::{
    MAX_BYTES, TRAINING, origin::origin_of, read_bundle, read_cases, read_guide, scan::line_and_column,
    system::reading, training_guide, training_origin,
};
use crate::model::{DocumentPlace, FileError, FileFault, Guide, GuideOrigin, ReadOnly, SCHEMA};

const CHUNK: usize = 1024 * 1024;

/// A guide from a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opened {
    /// The guide.
    pub guide: Guide,
    /// Why it may be looked at but not saved; `None` when it may be.
    pub read_only: Option<ReadOnly>,
    /// Which guide it is.
    pub origin: GuideOrigin,
}

/// How far opening is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress {
    /// So much of the file is read.
    Reading {
        /// Bytes read so far.
        done: u64,
        /// Bytes in all.
        total: u64,
    },
    /// All is read; now it is understood.
    Understanding,
}

/// Opens a guide, and tells `progress` how far it is; [`TRAINING`] is the one for training inside the program.
///
/// # Errors
/// [`FileError`] for a file that is not there, is no file, may not be read, is too large, is no text, is no guide, or
/// comes from a newer program in a form that this one does not know.
pub fn open_guide(path: &Path, progress: &dyn Fn(Progress)) -> Result<Opened, FileError> {
    if is_training(path) {
        return Ok(Opened { guide: training_guide()?, read_only: None, origin: training_origin() });
    }
    let bytes = bytes_of(path, progress).map_err(|error| error.in_file(path))?;
    progress(Progress::Understanding);
    let text = text_of(&bytes).map_err(|error| error.in_file(path))?;
    let guide = read_guide(text).map_err(|error| error.in_file(path))?;
    let read_only = (guide.schema > SCHEMA).then_some(ReadOnly::Newer { schema: guide.schema });
    let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
    let origin = origin_of(name, &bytes, &guide);
    Ok(Opened { guide, read_only, origin })
}

/// Whether this stands for the guide for training inside the program, and for no file: one of that name is `./oefening`.
pub fn is_training(path: &Path) -> bool {
    path.as_os_str() == TRAINING
}

/// Opens a bundle of changes.
///
/// # Errors
/// [`FileError`] as of [`open_guide`], and [`crate::model::FormFault::NoBundle`] when it is something else.
pub fn open_bundle<T: DeserializeOwned>(path: &Path) -> Result<T, FileError> {
    let text = read_text(path, &|_| {})?;
    read_bundle(&text).map_err(|error| error.in_file(path))
}

/// Opens training cases.
///
/// # Errors
/// [`FileError`] as of [`open_guide`], and [`crate::model::FormFault::NoCases`] when it is something else.
pub fn open_cases<T: DeserializeOwned>(path: &Path) -> Result<T, FileError> {
    let text = read_text(path, &|_| {})?;
    read_cases(&text).map_err(|error| error.in_file(path))
}

/// What is in a file.
///
/// # Errors
/// [`FileError`] for a file that is not there, is no file, may not be read or is too large.
pub fn read_bytes(path: &Path, progress: &dyn Fn(Progress)) -> Result<Vec<u8>, FileError> {
    bytes_of(path, progress).map_err(|error| error.in_file(path))
}

/// The text of a file, without a mark for the order of bytes.
///
/// # Errors
/// [`FileError`] for a file that is not there, is no file, may not be read, is too large or is no text.
pub fn read_text(path: &Path, progress: &dyn Fn(Progress)) -> Result<String, FileError> {
    let read = bytes_of(path, progress).and_then(|bytes| text_of(&bytes).map(str::to_owned));
    read.map_err(|error| error.in_file(path))
}

fn bytes_of(path: &Path, progress: &dyn Fn(Progress)) -> Result<Vec<u8>, FileError> {
    // Before it is opened: to open a pipe is to wait for somebody who writes.
    check(&fs::metadata(path).map_err(|error| reading(&error))?)?;
    let mut file = File::open(path).map_err(|error| reading(&error))?;
    let total = file.metadata().map_err(|error| reading(&error))?.len();
    let mut bytes = Vec::with_capacity(usize::try_from(total.min(MAX_BYTES)).unwrap_or_default() + 1);
    loop {
        let so_far = bytes.len();
        let chunk = (&mut file).take(CHUNK as u64).read_to_end(&mut bytes).map_err(|error| reading(&error))?;
        // Somebody may write to it meanwhile.
        let done = (so_far + chunk) as u64;
        if done > MAX_BYTES {
            return Err(too_large(done));
        }
        progress(Progress::Reading { done, total: total.max(done) });
        if chunk == 0 {
            return Ok(bytes);
        }
    }
}

fn check(metadata: &fs::Metadata) -> Result<(), FileError> {
    if metadata.is_dir() {
        Err(FileFault::Directory.into())
    } else if !metadata.is_file() {
        Err(FileFault::Special.into())
    } else if metadata.len() > MAX_BYTES {
        Err(too_large(metadata.len()))
    } else {
        Ok(())
    }
}

fn too_large(bytes: u64) -> FileError {
    const MEGABYTE: u64 = 1024 * 1024;
    FileFault::TooLarge { megabytes: bytes.div_ceil(MEGABYTE), most: MAX_BYTES / MEGABYTE }.into()
}

fn text_of(bytes: &[u8]) -> Result<&str, FileError> {
    let text = match str::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => {
            let is_utf16 = bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]);
            if bytes.contains(&0) && !is_utf16 {
                return Err(FileFault::Binary.into());
            }
            let valid = bytes.get(..error.valid_up_to()).unwrap_or_default();
            let before = String::from_utf8_lossy(valid);
            let (line, column) = line_and_column(&before, before.len());
            let place = DocumentPlace { line, column, field: String::new(), record: None };
            return Err(FileError::from(FileFault::NotUtf8).at(place));
        }
    };
    if text.contains('\0') {
        return Err(FileFault::Binary.into());
    }
    Ok(text.strip_prefix('\u{feff}').unwrap_or(text))
}
