//! Why there is no paper.

use crate::text::card as text;

/// Why there is no PDF.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PdfError {
    /// The fonts inside the program cannot be read.
    #[error("{}", text::not_made("Fira Sans"))]
    Font,
    /// The document does not hold to PDF/UA-1.
    #[error("{}", text::not_made(.0))]
    Made(String),
}
