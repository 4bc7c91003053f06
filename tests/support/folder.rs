//! A folder for a test to write in.

use std::{
    fs,
    path::{Path, PathBuf},
};

/// A folder of this test's own beside what was built, empty at the start. What a test leaves there can be looked at.
pub(crate) fn own_folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    if folder.exists() {
        fs::remove_dir_all(&folder).unwrap();
    }
    fs::create_dir_all(&folder).unwrap();
    folder
}
