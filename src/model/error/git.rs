//! Why git is not told of guides.

use strum::EnumCount;

use super::FileError;

/// Why git cannot be told how to treat guides.
#[derive(Clone, Debug, PartialEq, Eq, EnumCount)]
pub enum GitFault {
    /// There is no git on this computer.
    NoGit,
    /// The folder is in no repository with files.
    NoRepository,
    /// Git refused this.
    Refused(String),
    /// A file of the repository could not be read or written.
    File(FileError),
}
