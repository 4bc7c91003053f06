//! Bundles of changes as files: RON, in one canonical form, told from a guide by how they begin.

use serde::{Serialize, de::DeserializeOwned};

use super::{
    begin::{at_begin, is_bundle},
    format::{read_document, write_document},
    migrations::{Age, age},
};
use crate::model::{FileError, FileFault, FormFault};

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
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if let Some(error) = at_begin(text, FormFault::NoBundle).filter(|_| !is_bundle(text)) {
        return Err(error);
    }
    let newer = age(text)?;
    read_document(text).map_err(|error| match newer {
        Age::Newer(schema) => FileFault::Newer { schema }.into(),
        Age::Current => error,
    })
}

/// A bundle in canonical form; [`read_bundle`] gives it back.
pub fn write_bundle(bundle: &impl Serialize) -> String {
    format!("{HEADER}{}", write_document(bundle))
}
