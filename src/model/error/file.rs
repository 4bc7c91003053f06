//! What went wrong with a file: which one, where in it, and what.

use std::path::Path;

use strum::EnumCount;

use super::{FormFault, IndexError};

/// What went wrong, where in the document, and with which file.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{fault:?} ({place:?}, {path:?})")]
pub struct FileError {
    /// What went wrong.
    pub fault: FileFault,
    /// Where in the document, when it is about a place.
    pub place: Option<Box<DocumentPlace>>,
    /// Which file, when it is about a file.
    pub path: Option<Box<Path>>,
}

impl From<FileFault> for FileError {
    fn from(fault: FileFault) -> Self {
        Self { fault, place: None, path: None }
    }
}

impl From<SaveFault> for FileError {
    fn from(fault: SaveFault) -> Self {
        FileFault::NotSaved(fault).into()
    }
}

impl FileError {
    /// The same, at a place in the document.
    #[must_use]
    pub fn at(self, place: DocumentPlace) -> Self {
        Self { place: Some(Box::new(place)), ..self }
    }

    /// The same, in a file.
    #[must_use]
    pub fn in_file(self, path: &Path) -> Self {
        Self { path: Some(path.into()), ..self }
    }
}

/// A place in a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocumentPlace {
    /// The line, from 1.
    pub line: usize,
    /// The character in the line, from 1.
    pub column: usize,
    /// The way down from the top of the document, such as `responsibilities[3].role`; empty at the top.
    pub field: String,
    /// The id of the record that it lies in, when it has one that can be read.
    pub record: Option<String>,
}

/// What can go wrong with a file.
#[derive(Clone, Debug, PartialEq, Eq, EnumCount)]
pub enum FileFault {
    /// There is no such file.
    Missing,
    /// It is a directory.
    Directory,
    /// It is a device, a pipe or something else that has no end.
    Special,
    /// It may not be read.
    Forbidden,
    /// It is larger than this program reads.
    TooLarge {
        /// Its size, rounded up.
        megabytes: u64,
        /// The largest that is read.
        most: u64,
    },
    /// The disk or the network failed.
    Unreadable(SystemFault),
    /// It holds bytes that no text holds.
    Binary,
    /// It is text in another encoding.
    NotUtf8,
    /// There is nothing in it, or nothing but comments.
    Empty,
    /// Its form is newer than this program and cannot be read.
    Newer {
        /// The form it says it has.
        schema: u32,
    },
    /// Its form never existed.
    NoSuchSchema {
        /// The form it says it has.
        schema: u32,
    },
    /// What is in it is not in the form of its kind of document.
    Form(FormFault),
    /// It was not saved; what was there before is still there.
    NotSaved(SaveFault),
    /// It was saved, but the system could not say that it would outlive a power cut.
    SavedUnforced(SystemFault),
    /// It was saved, but right after that other bytes stood there: somebody else wrote too, or the disk fails.
    SavedDifferent,
    /// A former version is not what was kept.
    NotAsKept,
    /// It was saved, but no copy was kept of what it replaced.
    FormerNotKept(Box<FileError>),
    /// What was done to a guide is in no journal yet; it is tried again.
    NotSafeguarded(Box<FileError>),
    /// What keeps the journal panicked; what is done to a guide from now on is in none.
    SafeguardStopped,
    /// Another window has this document open and keeps its journal.
    Held,
    /// It is no journal, or its first line is broken.
    NoJournal,
    /// A journal is broken on the way.
    BrokenJournal {
        /// The line that is broken, from 1; the first line is the head.
        line: usize,
        /// How many entries stand before it, and are whole.
        kept: usize,
        /// How many lines are lost: that one and those after it.
        lost: usize,
    },
    /// These settings were ignored, and kept under another name.
    Ignored {
        /// The name under which they were kept.
        kept: String,
        /// What is wrong with them.
        why: Box<FileError>,
    },
}

/// Why a file was not saved.
#[derive(Clone, Debug, PartialEq, Eq, EnumCount)]
pub enum SaveFault {
    /// The directory does not exist.
    NoDirectory,
    /// Nobody may write in the directory.
    Forbidden,
    /// It is a directory.
    Directory,
    /// It is no ordinary file.
    Special,
    /// The file may only be read.
    ReadOnly,
    /// The file may not be replaced, though others may stand beside it.
    Protected,
    /// Its name is too long.
    LongName,
    /// Somebody else saved it since it was read.
    ChangedMeanwhile,
    /// It is no longer what was opened.
    ChangedOnDisk {
        /// The SHA-256 of its bytes now, in hexadecimal digits.
        now: String,
    },
    /// It is no longer there.
    GoneFromDisk,
    /// The link leads in a circle.
    LinksInCircle,
    /// The disk or the network failed.
    System(SystemFault),
    /// The guide is too large to be opened again.
    TooLarge,
    /// The guide would come back as another one.
    ComesBackDifferent,
    /// The guide would not come back.
    DoesNotComeBack(Box<FileError>),
    /// The system has no directory for settings.
    NoSettingsDirectory,
    /// The system has no directory for data of programs.
    NoDataDirectory,
}

/// What the system says of a disk or a network. Its own words are in whatever language it speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumCount)]
pub enum SystemFault {
    /// The disk is full.
    Full,
    /// Nothing can be written on the disk.
    ReadOnlyDisk,
    /// The user lacks the rights.
    Forbidden,
    /// A part of the path is no directory.
    NotADirectory,
    /// It is a directory.
    Directory,
    /// No file can be called so.
    InvalidName,
    /// The disk holds no file of this size.
    TooLarge,
    /// Another program uses it.
    Busy,
    /// The network does not answer.
    NoAnswer,
    /// The disk on the network changed meanwhile.
    Stale,
    /// The memory is full.
    OutOfMemory,
    /// The disk stopped halfway.
    CutShort,
    /// Something else, with its number.
    Number(i32),
    /// It does not say why.
    Unknown,
}

/// Why a guide may be looked at but not saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumCount)]
pub enum ReadOnly {
    /// Its form is newer than this program; not all of it may be known.
    Newer {
        /// The form it has.
        schema: u32,
    },
}

/// Why a guide cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, EnumCount)]
pub enum OpenError {
    /// It cannot be read.
    File(FileError),
    /// A facet of it cannot be asked.
    Facet(IndexError),
    /// Its impossible combinations leave nobody.
    NobodyLeft,
    /// Opening it panicked.
    Stopped,
}

impl From<FileError> for OpenError {
    fn from(error: FileError) -> Self {
        Self::File(error)
    }
}
