//! Why a picture cannot be written down.

use crate::{export::paper::PdfError, text::poster as text};

/// Why there is no file of a picture.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DrawingError {
    /// The fonts inside the program cannot be read.
    #[error("{}", text::not_made("Fira Sans"))]
    Font,
    /// The picture cannot be made.
    #[error("{}", text::not_made(.0))]
    Made(String),
    /// The PDF cannot be made.
    #[error(transparent)]
    Pdf(#[from] PdfError),
}
