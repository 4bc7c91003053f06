//! Where the program keeps what is not for a user to open: journals and former versions of a guide.

use std::{
    env,
    path::{Path, PathBuf},
};

use super::settings::CONFIG_DIR_VARIABLE;
use crate::model::{FileError, SaveFault};

/// Names another directory for journals and former versions, for a test or a portable copy. Without it a portable copy
/// keeps them where its settings are: see [`CONFIG_DIR_VARIABLE`].
pub const DATA_DIR_VARIABLE: &str = "WEGWIJZER_DATA_DIR";

/// The directory: `dir`, else the one that the environment names, else the usual one. It need not be there yet.
///
/// # Errors
/// [`SaveFault::NoDataDirectory`] where the system has none.
pub fn data_dir(dir: Option<&Path>) -> Result<PathBuf, FileError> {
    let from = |variable| env::var_os(variable).filter(|value| !value.is_empty()).map(PathBuf::from);
    let usual = || directories::ProjectDirs::from("nl", "", "nvm-wegwijzer").map(|dirs| dirs.data_dir().to_owned());
    let named = dir.map(Path::to_owned).or_else(|| from(DATA_DIR_VARIABLE)).or_else(|| from(CONFIG_DIR_VARIABLE));
    named.or_else(usual).ok_or_else(|| SaveFault::NoDataDirectory.into())
}
