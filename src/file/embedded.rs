//! The guide inside the program, so that it answers without any file beside it.

use std::fmt::Write as _;

use sha2::{Digest as _, Sha256};

use super::{read_guide, read_regions, write_guide};
use crate::model::{FileError, Guide, GuideOrigin, Regions};

/// The text of the guide inside the program.
pub const EMBEDDED_GUIDE: &str = include_str!("../../data/wegwijzer.ron");

/// The guide inside the program.
///
/// # Errors
/// [`FileError`] when the program was built with a guide that cannot be read; a test sees to it that it was not.
pub fn embedded_guide() -> Result<Guide, FileError> {
    read_guide(EMBEDDED_GUIDE)
}

/// What asks for the guide for training in the place of a file.
pub const TRAINING: &str = "oefening";

/// The text of the guide for training inside the program.
pub const TRAINING_GUIDE: &str = include_str!("../../data/oefening.ron");

/// The guide for training inside the program: of a country that does not exist.
///
/// # Errors
/// [`FileError`] when the program was built with one that cannot be read; a test sees to it that it was not.
pub fn training_guide() -> Result<Guide, FileError> {
    read_guide(TRAINING_GUIDE)
}

/// Which guide that is: never the same as the guide that is asked without another being named.
pub fn training_origin() -> GuideOrigin {
    GuideOrigin {
        file: None,
        sha256: Some(sha256(TRAINING_GUIDE.as_bytes())),
        same_as_built_in: false,
        seal: None,
        supplement: None,
    }
}

/// The text of the regions inside the program.
const EMBEDDED_REGIONS: &str = include_str!("../../data/regios.ron");

/// The regions inside the program.
///
/// # Errors
/// [`FileError`] when the program was built with regions that cannot be read; a test sees to it that it was not.
pub fn embedded_regions() -> Result<Regions, FileError> {
    read_regions(EMBEDDED_REGIONS)
}

/// The regions of the country that a guide is about: one for training is about none that has any here.
///
/// # Errors
/// As of [`embedded_regions`].
pub fn regions_of(guide: &Guide) -> Result<Regions, FileError> {
    if guide.training { Ok(Regions::default()) } else { embedded_regions() }
}

/// Which guide the one inside the program is.
pub fn embedded_origin() -> GuideOrigin {
    let sha256 = Some(sha256(EMBEDDED_GUIDE.as_bytes()));
    GuideOrigin { file: None, sha256, same_as_built_in: true, seal: None, supplement: None }
}

/// The hash of the bytes of a guide, in hexadecimal digits.
pub(super) fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::with_capacity(64), |mut digits, byte| {
        let _ = write!(digits, "{byte:02x}");
        digits
    })
}

/// The sum of what a guide says, however its file is laid out: that of its canonical text.
pub fn sum(guide: &Guide) -> String {
    sha256(write_guide(guide).as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_guide_inside_the_program_reads() {
        assert_eq!(embedded_guide().err(), None);
    }

    #[test]
    fn the_guide_inside_the_program_is_in_canonical_form() {
        assert!(
            embedded_guide().is_ok_and(|guide| write_guide(&guide) == EMBEDDED_GUIDE),
            "run: wegwijzer fmt data/wegwijzer.ron"
        );
        assert!(
            training_guide().is_ok_and(|guide| write_guide(&guide) == TRAINING_GUIDE),
            "run: wegwijzer fmt data/oefening.ron"
        );
    }
}
