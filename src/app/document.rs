//! The guide in use.

use std::{path::PathBuf, sync::Arc};

use crate::{
    file,
    lookup::Index,
    model::{Guide, OpenError, ReadOnly},
};

/// A guide, its index, and where it came from.
#[derive(Debug)]
pub struct Document {
    /// The guide and its index.
    pub index: Index,
    /// Where it came from; `None` for the guide inside the program.
    pub path: Option<PathBuf>,
    /// Why it can only be read, if so.
    pub read_only: Option<ReadOnly>,
}

impl Document {
    /// The guide inside the program.
    ///
    /// # Errors
    /// [`OpenError`] when it is broken.
    pub fn embedded() -> Result<Self, OpenError> {
        let Self { index, path, read_only } = Self::of(file::embedded_guide()?)?;
        Ok(Self { index: index.with_origin(file::embedded_origin()), path, read_only })
    }

    /// A guide that came from no file.
    ///
    /// # Errors
    /// [`OpenError::Facet`] when it cannot be indexed.
    pub fn of(guide: impl Into<Arc<Guide>>) -> Result<Self, OpenError> {
        let index = Index::new(guide.into()).map_err(OpenError::Facet)?;
        Ok(Self { index, path: None, read_only: None })
    }

    /// The guide.
    pub fn guide(&self) -> &Guide {
        self.index.guide()
    }
}
