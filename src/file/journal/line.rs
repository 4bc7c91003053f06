//! The lines of a journal: written with their sums, and read back as far as they are whole.

use serde::{Deserialize, Serialize, de::DeserializeOwned};

use super::JournalHead;
use crate::{
    file::embedded::sha256,
    model::{FileError, FileFault, SaveFault},
};

/// Digits of a sum in a line. It shows damage, not a forger: 64 bits are plenty.
const DIGITS: usize = 16;
/// What stands between a line without its sum and the sum.
const SUM: &str = ",\"sum\":\"";
const END: &str = "\"}";

/// What a line of a journal can hold: anything that JSON can hold and that comes back from it as it was.
pub trait JournalEntry: Serialize + DeserializeOwned {}

impl<T: Serialize + DeserializeOwned> JournalEntry for T {}

/// A line, without its sum.
#[derive(Serialize, Deserialize)]
struct Line<T> {
    /// Its number: 0 for the head.
    n: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    head: Option<JournalHead>,
    #[serde(skip_serializing_if = "Option::is_none")]
    entry: Option<T>,
    /// That the document is about to be saved, with bytes of this sum.
    #[serde(skip_serializing_if = "Option::is_none")]
    saving: Option<String>,
}

/// What the next line follows on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Chain {
    /// The number of the next line.
    next: u64,
    /// The sum of the last one.
    sum: String,
}

impl Chain {
    /// Before the first line.
    pub(super) const fn start() -> Self {
        Self { next: 0, sum: String::new() }
    }

    pub(super) fn head<T: Serialize>(&mut self, head: &JournalHead) -> Result<String, FileError> {
        self.write::<T>(&Line { n: self.next, head: Some(head.clone()), entry: None, saving: None })
    }

    pub(super) fn entry<T: Serialize>(&mut self, entry: &T) -> Result<String, FileError> {
        self.write(&Line { n: self.next, head: None, entry: Some(entry), saving: None })
    }

    pub(super) fn saving<T: Serialize>(&mut self, sum: &str) -> Result<String, FileError> {
        self.write::<T>(&Line { n: self.next, head: None, entry: None, saving: Some(sum.to_owned()) })
    }

    fn write<T: Serialize>(&mut self, line: &Line<T>) -> Result<String, FileError> {
        let line = serde_json::to_string(line).map_err(|_| FileError::from(SaveFault::ComesBackDifferent))?;
        let body = line.strip_suffix('}').unwrap_or(&line);
        let sum = self.sum_of(body);
        let written = format!("{body}{SUM}{sum}{END}\n");
        *self = Self { next: self.next + 1, sum };
        Ok(written)
    }

    /// Reads the line that comes next; none when it is no such line.
    fn read<T: DeserializeOwned>(&mut self, line: &[u8]) -> Option<Line<T>> {
        let line = str::from_utf8(line).ok()?;
        let (body, sum) = line.strip_suffix(END)?.rsplit_once(SUM)?;
        if sum.len() != DIGITS || self.sum_of(body) != sum {
            return None;
        }
        let read: Line<T> = serde_json::from_str(&format!("{body}}}")).ok()?;
        if read.n != self.next {
            return None;
        }
        *self = Self { next: self.next + 1, sum: sum.to_owned() };
        Some(read)
    }

    fn sum_of(&self, body: &str) -> String {
        let mut sum = sha256(format!("{}{body}", self.sum).as_bytes());
        sum.truncate(DIGITS);
        sum
    }
}

/// Where in a journal the document was about to be saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// How many entries stand before it: those that are in the file when it was saved.
    pub entries: usize,
    /// The SHA-256 of the bytes that were to be saved.
    pub sum: String,
}

/// What is whole of a journal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contents<T> {
    /// What it says of itself.
    pub head: JournalHead,
    /// The entries, oldest first.
    pub entries: Vec<T>,
    /// Where the document was about to be saved, oldest first.
    pub marks: Vec<Mark>,
    /// What is broken in it, if anything: [`FileFault::BrokenJournal`]. A torn last line is not told.
    pub damage: Option<FileError>,
    /// How many bytes are whole, from the first.
    pub(super) whole: u64,
    pub(super) chain: Chain,
}

impl<T> Contents<T> {
    /// How many of the first entries are in a document with bytes of this sum; `None` when it is another document.
    pub fn in_document(&self, sum: &str) -> Option<usize> {
        let saved = self.marks.iter().rev().find(|mark| mark.sum == sum).map(|mark| mark.entries);
        saved.or_else(|| (self.head.based_on == sum).then_some(0))
    }
}

impl<T: DeserializeOwned> Contents<T> {
    /// Reads the bytes of a journal.
    ///
    /// # Errors
    /// [`FileFault::NoJournal`] when not even the first line is whole.
    pub fn read(bytes: &[u8]) -> Result<Self, FileError> {
        let mut lines = bytes.split_inclusive(|byte| *byte == b'\n').enumerate();
        let mut chain = Chain::start();
        let first = lines.next().and_then(|(_, line)| Some((line.len(), chain.read::<T>(line.strip_suffix(b"\n")?)?)));
        let Some((length, Line { head: Some(head), .. })) = first else { return Err(FileFault::NoJournal.into()) };
        let (entries, marks, whole) = (Vec::new(), Vec::new(), length as u64);
        let mut read = Self { head, entries, marks, damage: None, whole, chain };
        while let Some((before, line)) = lines.next() {
            // What was being written when the program or the system stopped.
            let Some(text) = line.strip_suffix(b"\n") else { break };
            let Some(Line { entry, saving, .. }) = read.chain.read::<T>(text) else {
                let (kept, lost) = (read.entries.len(), 1 + lines.count());
                read.damage = Some(FileFault::BrokenJournal { line: before + 1, kept, lost }.into());
                break;
            };
            read.entries.extend(entry);
            read.marks.extend(saving.map(|sum| Mark { entries: read.entries.len(), sum }));
            read.whole += line.len() as u64;
        }
        Ok(read)
    }
}
