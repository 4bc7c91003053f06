//! The guide in use.

use std::{path::PathBuf, sync::Arc};

use crate::{
    file,
    lookup::Index,
    model::{Guide, OpenError, ReadOnly},
};

/// A guide, its index, and where it came from.
#[derive(Clone, Debug)]
pub struct Document {
    /// The guide that answers and its index.
    pub index: Arc<Index>,
    /// The same without what one place laid over it: what is kept, and made for the whole country. `None` when nothing
    /// lies over it.
    pub national: Option<Arc<Index>>,
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
        let index = indexed(file::embedded_guide()?.into())?.with_origin(file::embedded_origin());
        Ok(Self { index: Arc::new(index), national: None, path: None, read_only: None })
    }

    /// A guide that came from no file.
    ///
    /// # Errors
    /// [`OpenError::Facet`] when it cannot be indexed.
    pub fn of(guide: impl Into<Arc<Guide>>) -> Result<Self, OpenError> {
        Ok(Self { index: Arc::new(indexed(guide.into())?), national: None, path: None, read_only: None })
    }

    /// The guide without what one place laid over it.
    pub fn national(&self) -> &Arc<Index> {
        self.national.as_ref().unwrap_or(&self.index)
    }

    /// The guide.
    pub fn guide(&self) -> &Guide {
        self.index.guide()
    }
}

fn indexed(guide: Arc<Guide>) -> Result<Index, OpenError> {
    Index::new(guide).map_err(OpenError::Facet)
}
