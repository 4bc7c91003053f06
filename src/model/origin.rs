//! Which guide answers.

use std::sync::Arc;

use super::{Seal, Supplement};

/// Where a guide came from, and whether it says what the guide inside the program says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GuideOrigin {
    /// The name of its file, without the folders; `None` for a guide inside the program.
    pub file: Option<String>,
    /// SHA-256 of the bytes it was read from, in hexadecimal: what `sha256sum` says of its file; `None` of what is being
    /// edited and is in no file.
    pub sha256: Option<String>,
    /// Whether it says the same as the guide inside the program, however it is laid out; never of one for training, nor of what was edited.
    pub same_as_built_in: bool,
    /// Whether it still says what it said when it was given out; `None` of one that never was.
    pub seal: Option<Seal>,
    /// What one place laid over it, if anything. The rest of this says which guide lies under it.
    pub supplement: Option<Arc<Supplement>>,
}

impl GuideOrigin {
    /// As the contract writes it.
    pub fn id(&self) -> &'static str {
        match (self.file.is_some(), self.same_as_built_in) {
            (true, _) => "bestand",
            (false, true) => "ingebouwd",
            (false, false) => "oefening",
        }
    }

    /// The name of the file that answers otherwise than the guide inside the program, or may do so.
    pub fn other_file(&self) -> Option<&str> {
        self.file.as_deref().filter(|_| !self.same_as_built_in)
    }
}
