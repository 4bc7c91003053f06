//! Words on pages of A4: measured, put in columns, tagged, and written as PDF/UA-1.
//!
//! `Measure` breaks words into lines, `Block` places lines, `ColumnFlow` places blocks on the pages of a
//! `PagedDocument`, and `write_pdf` draws those. What the words say is not known here.

mod blocks;
mod columns;
mod listing;
mod measure;
mod pdf;
mod runs;
mod shaping;
mod size;
pub(in crate::export) mod theme;

pub use crate::model::PdfError;
#[cfg(test)]
pub(in crate::export) use blocks::DrawOp;
pub(in crate::export) use blocks::{Block, PagedDocument, PlacedHeading, StructKind, StructNode, TextColumn, WIDTH};
pub(in crate::export) use columns::{ColumnFlow, ColumnItem, column_width};
pub(in crate::export) use listing::{Listing, ListingLine, listing_pdf};
pub(in crate::export) use measure::{Measure, Run};
pub(in crate::export) use pdf::{Cover, DocumentInfo, Fonts, draw_words, fill, write_pdf};
pub(in crate::export) use runs::{at, foot, run};
pub(in crate::export) use shaping::units;
pub(in crate::export) use size::MILLIMETRE;
pub use size::Paper;
pub use theme::{Color, TextStyle, Weight};
