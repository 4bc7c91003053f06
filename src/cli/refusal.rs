//! Why a command is refused, as data, and what is said of it at the end.

use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

use strum::EnumCount;

use super::problems;
use crate::{
    model::{
        CallError, EntryKey, ExportError, FacetId, FileError, GitFault, Guide, IndexError, Lang, LookupError, Problem,
        ReadOnly, SupplementError, SystemFault, WindowError, error_count,
    },
    text::{cli as text, errors, supplement},
};

/// Why a command is refused.
#[derive(Clone, Debug, PartialEq, Eq, EnumCount)]
pub enum Refusal {
    /// The call is wrong.
    Call(CallError),
    /// Nobody fits what is known, by the rules of this guide.
    Contradictory(LookupError, Arc<Guide>),
    /// A file cannot be read or written.
    File(FileError),
    /// The guide has a facet that cannot be asked.
    Facet(IndexError),
    /// The guide has errors.
    HasErrors(Vec<Problem>),
    /// A supplement does not lie over the guide.
    Supplement(Box<Path>, Box<SupplementError>),
    /// The guide can only be looked at.
    ReadOnly(ReadOnly),
    /// The guide is not in canonical form.
    NotCanonical(PathBuf),
    /// Two records have one id, so that nobody can say which is meant.
    DoubleId(EntryKey),
    /// A merge could not be done, and nothing was written.
    NotMerged(Box<Refusal>),
    /// Git cannot be told how to treat guides.
    Git(GitFault),
    /// A file cannot be made.
    Export(ExportError),
    /// JSON cannot be made.
    Json(String),
    /// The output cannot be written as a whole.
    NotWritten(SystemFault),
    /// The window cannot open, or not stay open.
    Window(WindowError),
    /// The program itself failed.
    Stopped {
        /// The file of its source where.
        file: String,
        /// The line in it.
        line: u32,
    },
}

impl Refusal {
    /// The process's exit code: 2 when the call is wrong, 101 when the program is, 1 when something else is.
    pub fn code(&self) -> u8 {
        match self {
            Self::Call(_) | Self::Contradictory(..) | Self::NotMerged(_) => 2,
            Self::File(_)
            | Self::Facet(_)
            | Self::HasErrors(_)
            | Self::Supplement(..)
            | Self::ReadOnly(_)
            | Self::NotCanonical(_)
            | Self::DoubleId(_)
            | Self::Export(_)
            | Self::Git(_)
            | Self::Json(_)
            | Self::NotWritten(_)
            | Self::Window(_) => 1,
            // What Rust ends with when it panics.
            Self::Stopped { .. } => 101,
        }
    }

    /// What is said of it.
    pub fn words(&self, lang: Lang) -> String {
        match self {
            Self::Call(error) => errors::call(error, lang),
            Self::Contradictory(error, guide) => errors::lookup(error, guide, lang, FacetId::as_str),
            Self::File(error) => errors::file(error, lang),
            Self::Facet(error) => errors::index(error, lang),
            Self::HasErrors(found) => {
                let first = problems::first(found, lang).unwrap_or_default();
                text::guide_has_errors(error_count(found), &first, lang)
            }
            Self::Supplement(path, error) => supplement::not_used(error, path, lang),
            Self::ReadOnly(why) => errors::read_only(*why, lang),
            Self::NotCanonical(path) => format!("{}: {}", text::not_formatted(lang), path.display()),
            Self::DoubleId(key) => text::double_id(&key.to_string(), lang),
            Self::NotMerged(why) => why.words(lang),
            Self::Git(fault) => errors::git(fault, lang),
            Self::Export(error) => errors::export(error, lang),
            Self::Json(why) => text::not_json(why, lang),
            Self::NotWritten(why) => errors::not_written(*why, lang),
            Self::Window(error) => errors::window(error, lang),
            Self::Stopped { file, line } => errors::stopped(file, *line, lang),
        }
    }
}
