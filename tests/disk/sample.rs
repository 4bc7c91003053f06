//! Entries, times and guides to test with.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use wegwijzer::{
    file::{
        journal::{JournalHead, JournalStart},
        open_guide,
    },
    model::{ClockTime, Date, Guide, Now},
};

/// What a line of a journal holds here.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Entry {
    pub(crate) number: u64,
    pub(crate) text: String,
}

/// The entry with this number: of some length, with signs that JSON writes otherwise.
pub(crate) fn entry(number: u64) -> Entry {
    let text = format!("é\n\"{}\"", "x".repeat(usize::try_from(number * 37 % 300).unwrap()));
    Entry { number, text }
}

pub(crate) fn entries(numbers: std::ops::Range<u64>) -> Vec<Entry> {
    numbers.map(entry).collect()
}

pub(crate) fn numbers<'a>(entries: impl IntoIterator<Item = &'a Entry>) -> Vec<u64> {
    entries.into_iter().map(|entry| entry.number).collect()
}

pub(crate) const TODAY: Date = Date::constant(2026, 11, 30);

pub(crate) fn now() -> Now {
    Now { date: TODAY, time: ClockTime::new(9, 30).unwrap() }
}

pub(crate) fn start(based_on: &str) -> JournalStart {
    JournalStart { name: "gids.ron".to_owned(), based_on: based_on.to_owned(), process: 4711, now: now() }
}

pub(crate) fn head(based_on: &str) -> JournalHead {
    JournalHead::new(Some(Path::new("/map/gids.ron")), &start(based_on))
}

pub(crate) const GUIDE: &str = include_str!("../broken/goed.ron");

/// A guide in a folder: its path, itself, and the sum of its bytes.
pub(crate) fn guide_in(folder: &Path) -> (PathBuf, Guide, String) {
    let path = folder.join("gids.ron");
    std::fs::write(&path, GUIDE).unwrap();
    let opened = open_guide(&path, &|_| {}).unwrap();
    (path, opened.guide, opened.origin.sha256.unwrap())
}

/// The names in a folder, in order.
pub(crate) fn names_in(folder: &Path) -> Vec<String> {
    let found = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut names: Vec<_> = found.map(|found| found.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

/// What a user reads.
pub(crate) fn dutch(error: &wegwijzer::model::FileError) -> String {
    wegwijzer::text::errors::file(error, wegwijzer::model::Lang::Nl)
}

/// Whether a file with this name is a journal.
pub(crate) fn is_journal(name: &str) -> bool {
    Path::new(name).extension().is_some_and(|end| end == "jsonl")
}
