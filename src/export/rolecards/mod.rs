//! Role cards: each organisation in a case with only its own duties, A6, four on an A4.

mod format;
mod pdf;

pub use format::EXPORT;
pub use pdf::role_cards_pdf;
