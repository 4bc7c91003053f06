//! Who has a guide open: a note beside it, for colleagues on the same share. Advice, never a wall.
//!
//! It names a function and an organisation as somebody typed them: that is whom to ask. Neither the account nor the
//! name of the computer stands in it. Everybody who can read the share can read the note, a computer is often called
//! after who works on it, and no colleague knows whom to ask by the number of a laptop. Where nothing was typed the note
//! only says that somebody has the guide open, and since when.

use std::{
    fs::{self, File, OpenOptions},
    io::{Seek, SeekFrom, Write},
    path::{Path, PathBuf},
    time::Duration,
};

use serde::{Deserialize, Serialize};

use super::{embedded::sha256, save::follow};
use crate::model::{ClockTime, Date, Now};

/// How often a note is to be touched.
pub const TOUCHED_EVERY: Duration = Duration::from_mins(1);
/// Whoever did not touch theirs for so long has closed the guide, or their computer: three touches missed.
const STALE: Duration = Duration::from_mins(3);
/// What nobody touched for so long is left over, and taken away.
const LEFT_OVER: Duration = Duration::from_hours(24);
/// A longer file is no note.
const MOST_BYTES: u64 = 4096;
/// Digits that tell two notes apart.
const DIGITS: usize = 8;

/// Who has a guide open.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpenedBy {
    /// The function, as somebody typed it.
    pub function: String,
    /// The organisation, as somebody typed it.
    pub organisation: String,
    /// Since which day.
    pub on: Date,
    /// Since which time of that day.
    pub at: ClockTime,
}

/// The note of this window. Dropping it takes it away.
#[derive(Debug)]
pub struct OpenNote {
    guide: PathBuf,
    path: PathBuf,
    text: String,
}

impl OpenNote {
    /// Puts a note beside a guide. `None` where nobody may write, or the disk refuses: it is only advice.
    pub fn put(guide: &Path, function: &str, organisation: &str, process: u32, now: Now) -> Option<Self> {
        let guide = follow(guide).ok()?;
        let by = OpenedBy {
            function: function.to_owned(),
            organisation: organisation.to_owned(),
            on: now.date,
            at: now.time,
        };
        let text = serde_json::to_string(&by).ok()? + "\n";
        let name = guide.file_name()?.to_str()?;
        for number in 0..DIGITS {
            let random = sha256(format!("{text}{process}.{number}").as_bytes());
            let path = guide.with_file_name(format!(".{name}.open-{}", random.get(..DIGITS)?));
            let made = OpenOptions::new().write(true).create_new(true).open(&path);
            match made.and_then(|mut file| file.write_all(text.as_bytes())) {
                Ok(()) => return Some(Self { guide, path, text }),
                Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {}
                Err(_) => {
                    let _ = fs::remove_file(&path);
                    return None;
                }
            }
        }
        None
    }

    /// Shows that the guide is still open; to be done each [`TOUCHED_EVERY`]. The bytes stay as they are: whoever reads
    /// meanwhile reads the whole note, and the disk sets the time by its own clock.
    pub fn touch(&self) {
        let write = || -> std::io::Result<()> {
            let mut file = OpenOptions::new().write(true).create(true).truncate(false).open(&self.path)?;
            file.seek(SeekFrom::Start(0))?;
            file.write_all(self.text.as_bytes())
        };
        let _ = write();
    }

    /// The others who have the guide open, by what they wrote: longest first. Who closed it without taking their note
    /// away is not among them after three minutes, measured by the clock of the disk alone.
    pub fn others(&self) -> Vec<OpenedBy> {
        self.touch();
        let modified = |path: &Path| fs::metadata(path).and_then(|found| found.modified()).ok();
        let Some(own) = modified(&self.path) else { return Vec::new() };
        let mut others = Vec::new();
        for path in self.notes() {
            let Some(theirs) = modified(&path) else { continue };
            if theirs + LEFT_OVER < own {
                let _ = fs::remove_file(&path);
            } else if theirs + STALE >= own {
                others.extend(read(&path));
            }
        }
        others.sort_by(|a, b| (a.on, a.at, &a.organisation).cmp(&(b.on, b.at, &b.organisation)));
        others
    }

    /// The notes of others.
    fn notes(&self) -> Vec<PathBuf> {
        let start = self.guide.file_name().and_then(|name| name.to_str()).map(|name| format!(".{name}.open-"));
        let folder = self.guide.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let found = fs::read_dir(folder).into_iter().flatten().flatten();
        let is_note = |name: &str| start.as_ref().is_some_and(|start| is_note(name, start));
        let notes = found.filter(|found| found.file_name().to_str().is_some_and(is_note)).map(|found| found.path());
        notes.filter(|path| path.file_name() != self.path.file_name()).collect()
    }
}

impl Drop for OpenNote {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.path);
    }
}

fn is_note(name: &str, start: &str) -> bool {
    let digits = name.strip_prefix(start).unwrap_or_default();
    digits.len() == DIGITS && digits.bytes().all(|byte| byte.is_ascii_hexdigit())
}

fn read(path: &Path) -> Option<OpenedBy> {
    let file = File::open(path).ok()?;
    let is_note = file.metadata().is_ok_and(|found| found.is_file() && found.len() <= MOST_BYTES);
    is_note.then(|| serde_json::from_reader(file).ok()).flatten()
}
