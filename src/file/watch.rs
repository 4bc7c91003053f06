//! Whether a file changed on the disk since it was opened. Asked, not waited for: a network disk tells nothing by itself.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use super::embedded::sha256;

/// How a file looks from outside: enough to see that it may have changed, and cheap to ask.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stamp {
    /// Bytes.
    size: u64,
    /// When it was last written to, in the units of the system, by the clock of the disk.
    modified: (i64, i64),
    /// Which file of its disk it is; 0 where the system does not tell.
    number: u64,
}

/// What became of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OnWatch {
    /// It holds what it held.
    Unchanged,
    /// It holds something else.
    Changed {
        /// The SHA-256 of its bytes now, in hexadecimal digits.
        now: String,
    },
    /// It is not there, or cannot be read.
    Gone,
}

/// Looks after a file that was opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Watch {
    path: PathBuf,
    sum: String,
    /// None until its bytes were seen to be those.
    stamp: Option<Stamp>,
}

impl Stamp {
    /// How a file looks now.
    ///
    /// # Errors
    /// What the system says when it cannot be asked.
    pub fn of(path: &Path) -> io::Result<Self> {
        fs::metadata(path).map(|found| Self { size: found.len(), modified: modified(&found), number: number(&found) })
    }
}

impl Watch {
    /// On a file of which the bytes had this SHA-256 when it was opened or saved.
    pub fn new(path: PathBuf, sum: String) -> Self {
        Self { path, sum, stamp: None }
    }

    /// The same file, after this program saved it.
    pub fn saved(&mut self, sum: String, stamp: Stamp) {
        (self.sum, self.stamp) = (sum, Some(stamp));
    }

    /// The sum of what was opened or saved.
    pub fn sum(&self) -> &str {
        &self.sum
    }

    /// What became of it. Its bytes are read only when it looks different from outside.
    pub fn has_changed(&mut self) -> OnWatch {
        let Ok(stamp) = Stamp::of(&self.path) else { return OnWatch::Gone };
        if self.stamp == Some(stamp) {
            return OnWatch::Unchanged;
        }
        let Ok(bytes) = fs::read(&self.path) else { return OnWatch::Gone };
        let now = sha256(&bytes);
        if now != self.sum {
            return OnWatch::Changed { now };
        }
        // As it looked before it was read: who writes meanwhile is seen the next time.
        self.stamp = Some(stamp);
        OnWatch::Unchanged
    }
}

#[cfg(unix)]
fn modified(found: &fs::Metadata) -> (i64, i64) {
    use std::os::unix::fs::MetadataExt as _;
    (found.mtime(), found.mtime_nsec())
}

#[cfg(windows)]
fn modified(found: &fs::Metadata) -> (i64, i64) {
    use std::os::windows::fs::MetadataExt as _;
    (i64::try_from(found.last_write_time()).unwrap_or_default(), 0)
}

#[cfg(unix)]
fn number(found: &fs::Metadata) -> u64 {
    use std::os::unix::fs::MetadataExt as _;
    found.ino()
}

#[cfg(windows)]
fn number(_: &fs::Metadata) -> u64 {
    0
}
