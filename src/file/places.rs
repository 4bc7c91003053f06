//! Where a file goes of which the user typed only a name.

use std::path::{Path, PathBuf};

/// Nobody keeps so many cards of one day; past it a file is replaced, and that is told.
const MOST_NAMES: u32 = 999;

/// Where a typed path leads: as it is when it starts at the root, from the home folder after `~/`, and otherwise from
/// `folder`, or without one from the folder for documents, or the home folder where there is none.
pub fn place_of(typed: &str, folder: Option<&Path>) -> PathBuf {
    let folders = directories::UserDirs::new();
    let home = folders.as_ref().map(directories::UserDirs::home_dir);
    if let (Some(rest), Some(home)) = (typed.strip_prefix("~/"), home) {
        return home.join(rest);
    }
    // A desktop may name a folder that somebody took away.
    let documents = folders.as_ref().and_then(directories::UserDirs::document_dir).filter(|folder| folder.is_dir());
    match folder.or(documents).or(home) {
        // An absolute path replaces what it is joined to.
        Some(folder) => folder.join(typed),
        None => PathBuf::from(typed),
    }
}

/// Whether something stands there already, so that saving would replace it.
pub fn is_taken(path: &Path) -> bool {
    path.exists()
}

/// Whether the folder in which it would stand is there.
pub fn has_folder(path: &Path) -> bool {
    path.parent().is_none_or(|folder| folder.as_os_str().is_empty() || folder.is_dir())
}

/// The first name that is free in a folder: that of `file_name`, or that with a number, from 2.
pub fn free_name(folder: &Path, file_name: &str) -> String {
    let (stem, end) = file_name.rsplit_once('.').unwrap_or((file_name, ""));
    let numbered = (2..=MOST_NAMES).map(|number| format!("{stem}-{number}.{end}"));
    let mut names = std::iter::once(file_name.to_owned()).chain(numbered);
    names.find(|name| !is_taken(&folder.join(name))).unwrap_or_else(|| file_name.to_owned())
}

/// Whether two paths lead to one file that is there.
pub fn is_same(one: &Path, other: &Path) -> bool {
    let real = |path: &Path| path.canonicalize().ok();
    real(one).zip(real(other)).is_some_and(|(one, other)| one == other)
}

/// The same place, whatever folder the program is started in next time; `None` when it has no name that can be written.
pub fn absolute(path: &Path) -> Option<PathBuf> {
    std::path::absolute(path).ok().filter(|path| path.to_str().is_some())
}
