//! What the system says of a disk, as data.

use std::io::{self, ErrorKind as Kind};

use crate::model::{FileError, FileFault, SaveFault, SystemFault};

/// What went wrong while reading.
pub(super) fn reading(error: &io::Error) -> FileError {
    let fault = match error.kind() {
        Kind::NotFound | Kind::NotADirectory => FileFault::Missing,
        Kind::PermissionDenied => FileFault::Forbidden,
        Kind::IsADirectory => FileFault::Directory,
        _ => FileFault::Unreadable(system_fault(error)),
    };
    fault.into()
}

/// What went wrong while saving.
pub(super) fn saving(error: &io::Error) -> FileError {
    let fault = match error.kind() {
        Kind::NotFound => SaveFault::NoDirectory,
        Kind::PermissionDenied => SaveFault::Forbidden,
        // Also where a name fits and that of the file that is put ready beside it does not.
        Kind::InvalidFilename => SaveFault::LongName,
        _ => SaveFault::System(system_fault(error)),
    };
    fault.into()
}

/// What the system says of a disk or a stream.
pub fn system_fault(error: &io::Error) -> SystemFault {
    match error.kind() {
        Kind::StorageFull | Kind::QuotaExceeded => SystemFault::Full,
        Kind::ReadOnlyFilesystem => SystemFault::ReadOnlyDisk,
        Kind::PermissionDenied => SystemFault::Forbidden,
        Kind::NotADirectory => SystemFault::NotADirectory,
        Kind::IsADirectory => SystemFault::Directory,
        Kind::InvalidFilename | Kind::InvalidInput => SystemFault::InvalidName,
        Kind::FileTooLarge => SystemFault::TooLarge,
        Kind::ResourceBusy | Kind::ExecutableFileBusy => SystemFault::Busy,
        Kind::TimedOut | Kind::HostUnreachable | Kind::NetworkUnreachable | Kind::NetworkDown => SystemFault::NoAnswer,
        Kind::StaleNetworkFileHandle => SystemFault::Stale,
        Kind::OutOfMemory => SystemFault::OutOfMemory,
        Kind::UnexpectedEof | Kind::WriteZero => SystemFault::CutShort,
        _ => error.raw_os_error().map_or(SystemFault::Unknown, SystemFault::Number),
    }
}
