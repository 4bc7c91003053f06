//! The guide in use.

use std::{path::PathBuf, sync::Arc};

use crate::{
    file::{self, FileError},
    lookup::Index,
    model::{Guide, Lang, LookupError, SpaceError},
    text::errors,
};

/// A guide, its index, and where it came from.
#[derive(Debug)]
pub struct Document {
    /// The guide and its index.
    pub index: Index,
    /// Where it came from; `None` for the guide inside the program.
    pub path: Option<PathBuf>,
    /// Why it can only be read, if so.
    pub read_only: Option<String>,
}

/// Why the program cannot start at all: its own guide is broken.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// The guide or the regions inside the program cannot be read.
    #[error(transparent)]
    File(#[from] FileError),
    /// The guide inside the program cannot be indexed.
    #[error("{}", errors::space(.0, Lang::Nl))]
    Space(SpaceError),
    /// Not even a profile without facets fits.
    #[error("{}", errors::nobody_left(Lang::Nl))]
    Lookup(LookupError),
}

impl Document {
    /// The guide inside the program.
    ///
    /// # Errors
    /// [`StartError`] when it is broken.
    pub fn embedded() -> Result<Self, StartError> {
        Self::of(file::embedded_guide()?)
    }

    /// A guide that came from no file.
    ///
    /// # Errors
    /// [`StartError::Space`] when it cannot be indexed.
    pub fn of(guide: impl Into<Arc<Guide>>) -> Result<Self, StartError> {
        let index = Index::new(guide.into()).map_err(StartError::Space)?;
        Ok(Self { index, path: None, read_only: None })
    }

    /// The guide.
    pub fn guide(&self) -> &Guide {
        self.index.guide()
    }
}
