//! Where a file goes of which the user typed only a name.

use std::path::{Path, PathBuf};

/// Where a typed path leads: as it is when it starts at the root, from the home folder after `~/`,
/// and otherwise from the folder for documents, or the home folder where there is none.
pub fn place_of(typed: &str) -> PathBuf {
    let folders = directories::UserDirs::new();
    let home = folders.as_ref().map(directories::UserDirs::home_dir);
    if let (Some(rest), Some(home)) = (typed.strip_prefix("~/"), home) {
        return home.join(rest);
    }
    let documents = folders.as_ref().and_then(directories::UserDirs::document_dir);
    match documents.or(home) {
        // An absolute path replaces what it is joined to.
        Some(folder) => folder.join(typed),
        None => PathBuf::from(typed),
    }
}

/// Whether something stands there already, so that saving would replace it.
pub fn is_taken(path: &Path) -> bool {
    path.exists()
}

/// Whether two paths lead to one file that is there.
pub fn is_same(one: &Path, other: &Path) -> bool {
    let real = |path: &Path| path.canonicalize().ok();
    real(one).zip(real(other)).is_some_and(|(one, other)| one == other)
}
