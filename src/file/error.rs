//! What went wrong with a file, in one line of plain Dutch.

#[cfg(feature = "disk")]
use std::io;
use std::{
    fmt::{self, Write},
    path::Path,
};

/// What went wrong, where in the document, and with which file.
///
/// Its words are one line: the place first, then what is wrong and what was expected, the file last.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub struct FileError {
    /// What went wrong.
    pub problem: Problem,
    /// Where in the document, when it is about a place.
    pub place: Option<Box<Place>>,
    /// Which file, when it is about a file.
    pub path: Option<Box<Path>>,
}

/// A place in a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
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
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Problem {
    /// There is no such file.
    #[error("dit bestand bestaat niet")]
    Missing,
    /// It is a directory.
    #[error("dit is een map en geen bestand")]
    Directory,
    /// It is a device, a pipe or something else that has no end.
    #[error("dit is geen gewoon bestand")]
    Special,
    /// It may not be read.
    #[error("u mag dit bestand niet lezen")]
    Forbidden,
    /// It is larger than [`super::MAX_BYTES`].
    #[error("dit bestand is te groot: {megabytes} MB, en meer dan {} MB leest dit programma niet", super::MAX_BYTES / (1024 * 1024))]
    TooLarge {
        /// Its size, rounded up.
        megabytes: u64,
    },
    /// The disk or the network failed.
    #[error("dit bestand kan niet worden gelezen: {0}")]
    Unreadable(String),
    /// It holds bytes that no text holds.
    #[error("dit is geen tekstbestand")]
    Binary,
    /// It is text in another encoding.
    #[error("dit teken is geen UTF-8: bewaar het bestand als tekst in UTF-8")]
    NotUtf8,
    /// There is nothing in it, or nothing but comments.
    #[error("dit bestand is leeg")]
    Empty,
    /// Its form is newer than this program and cannot be read.
    #[error(
        "dit bestand is gemaakt met een nieuwere versie van het programma (vorm {schema}, en dit programma kent vorm {}): installeer de nieuwe versie",
        crate::model::SCHEMA
    )]
    Newer {
        /// The form it says it has.
        schema: u32,
    },
    /// Its form never existed.
    #[error("vorm {schema} bestaat niet: schrijf «schema: {}»", crate::model::SCHEMA)]
    NoSuchSchema {
        /// The form it says it has.
        schema: u32,
    },
    /// What is in it is not in the form of a guide.
    #[error("{0}")]
    Form(String),
    /// It was not saved; what was there before is still there.
    #[error("niet bewaard: {0}")]
    NotSaved(String),
    /// It was ignored, and kept under another name.
    #[error("deze instellingen zijn overgeslagen en bewaard als «{kept}»: {why}")]
    Ignored {
        /// The name under which it was kept.
        kept: String,
        /// What is wrong with it.
        why: String,
    },
}

impl FileError {
    pub(super) fn new(problem: Problem) -> Self {
        Self { problem, place: None, path: None }
    }

    #[cfg(feature = "disk")]
    pub(super) fn at(self, line: usize, column: usize) -> Self {
        Self { place: Some(Box::new(Place { line, column, field: String::new(), record: None })), ..self }
    }

    #[cfg(feature = "disk")]
    pub(super) fn in_file(self, path: &Path) -> Self {
        Self { path: Some(path.into()), ..self }
    }

    #[cfg(feature = "disk")]
    /// For what went wrong while reading.
    pub(super) fn reading(error: &io::Error) -> Self {
        Self::new(match error.kind() {
            io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => Problem::Missing,
            io::ErrorKind::PermissionDenied => Problem::Forbidden,
            io::ErrorKind::IsADirectory => Problem::Directory,
            _ => Problem::Unreadable(words_of(error)),
        })
    }

    #[cfg(feature = "disk")]
    /// For what went wrong while saving.
    pub(super) fn saving(error: &io::Error) -> Self {
        Self::new(Problem::NotSaved(match error.kind() {
            io::ErrorKind::NotFound => "deze map bestaat niet".to_owned(),
            io::ErrorKind::PermissionDenied => "u mag in deze map niet schrijven".to_owned(),
            _ => words_of(error),
        }))
    }
}

#[cfg(feature = "disk")]
/// What the system says, in Dutch; its own words are English or another language, so a number stands for the rest.
fn words_of(error: &io::Error) -> String {
    use io::ErrorKind as Kind;
    let known = match error.kind() {
        Kind::StorageFull | Kind::QuotaExceeded => "de schijf is vol",
        Kind::ReadOnlyFilesystem => "op deze schijf kan niet worden geschreven",
        Kind::PermissionDenied => "u hebt hier geen rechten voor",
        Kind::NotADirectory => "een deel van het pad is geen map",
        Kind::IsADirectory => "dit is een map en geen bestand",
        Kind::InvalidFilename | Kind::InvalidInput => "deze naam kan geen naam van een bestand zijn",
        Kind::FileTooLarge => "het bestand is te groot voor deze schijf",
        Kind::ResourceBusy | Kind::ExecutableFileBusy => "een ander programma gebruikt dit bestand",
        Kind::TimedOut | Kind::HostUnreachable | Kind::NetworkUnreachable | Kind::NetworkDown => {
            "de schijf op het netwerk antwoordt niet"
        }
        Kind::StaleNetworkFileHandle => "de schijf op het netwerk is veranderd: open het bestand opnieuw",
        Kind::OutOfMemory => "het geheugen is vol",
        Kind::UnexpectedEof | Kind::WriteZero => "de schijf stopte halverwege",
        _ => {
            return match error.raw_os_error() {
                Some(number) => format!("het systeem meldt fout {number}"),
                None => "het systeem zegt niet waarom".to_owned(),
            };
        }
    };
    known.to_owned()
}

impl fmt::Display for FileError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut line = String::new();
        if let Some(place) = &self.place {
            write!(line, "regel {}, kolom {}", place.line, place.column)?;
            if !place.field.is_empty() {
                write!(line, ", in {}", place.field)?;
            }
            if let Some(id) = &place.record {
                write!(line, " («{id}»)")?;
            }
            line += ": ";
        }
        line += &self.problem.to_string();
        if !line.ends_with(['.', '?', '!']) {
            line.push('.');
        }
        if let Some(path) = &self.path {
            write!(line, " Bestand: {}", path.display())?;
        }
        let line = one_line(&line);
        let mut chars = line.chars();
        let first = chars.next().map(|c| c.to_uppercase().collect::<String>()).unwrap_or_default();
        write!(f, "{first}{}", chars.as_str())
    }
}

/// Without line ends and other characters that do not show.
fn one_line(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}' => ' ',
            c if c.is_control() => ' ',
            c => c,
        })
        .collect()
}

/// At most sixty characters of what a file holds, for use in a line.
pub(super) fn excerpt(text: &str) -> String {
    if text.chars().count() <= 60 { text.to_owned() } else { text.chars().take(59).chain(['…']).collect() }
}
