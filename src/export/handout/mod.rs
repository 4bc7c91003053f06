//! A handout: a case on paper to take home, with its answers, the cards, the sources and lines to write on.

mod format;
mod pdf;

pub use format::EXPORT;
pub use pdf::handout_pdf;
