//! Training cases as files of their own: RON, in one canonical form, told from a guide by how they begin.

use serde::{Serialize, de::DeserializeOwned};

use super::{
    begin::is_cases,
    format::{read_begun, write_document},
};
use crate::model::{FileError, FormFault};

/// The first lines of every file of cases that this program writes.
const HEADER: &str = "\
// NVM-wegwijzer: verzonnen casussen voor een workshop, met de gids waarop ze rusten. Er staat niets in over een echte persoon.
// Het programma schrijft dit bestand. Opmerkingen zoals deze bewaart het niet.
";

/// Reads training cases from the text of a file.
///
/// # Errors
/// [`FileError`] with the place of what is wrong, and what was expected; [`FormFault::NoCases`] when it is something
/// else, such as a guide.
pub fn read_cases<T: DeserializeOwned>(text: &str) -> Result<T, FileError> {
    read_begun(text, is_cases, FormFault::NoCases)
}

/// Training cases in canonical form; [`read_cases`] gives them back.
pub fn write_cases(cases: &impl Serialize) -> String {
    format!("{HEADER}{}", write_document(cases))
}
