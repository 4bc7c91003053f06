//! Bundles of changes as files: RON, in one canonical form, told from a guide by how they begin.

use serde::{Serialize, de::DeserializeOwned};

use super::{
    begin::is_bundle,
    format::{read_begun, write_document},
};
use crate::model::{FileError, FormFault};

/// The first lines of every bundle that this program writes.
const HEADER: &str = "\
// NVM-wegwijzer: wijzigingen van een wegwijzer, als voorstel of als eigen aanvulling, met wie ze maakte en waarom.
// Het programma schrijft dit bestand. Opmerkingen zoals deze bewaart het niet.
";

/// Reads a bundle from the text of a file.
///
/// # Errors
/// [`FileError`] with the place of what is wrong, and what was expected; [`FormFault::NoBundle`] when it is something
/// else, such as a guide.
pub fn read_bundle<T: DeserializeOwned>(text: &str) -> Result<T, FileError> {
    read_begun(text, is_bundle, FormFault::NoBundle)
}

/// A bundle in canonical form; [`read_bundle`] gives it back.
pub fn write_bundle(bundle: &impl Serialize) -> String {
    format!("{HEADER}{}", write_document(bundle))
}
