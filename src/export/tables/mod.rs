//! The guide itself as data: tables for a spreadsheet, and all of it for other programs.

mod format;

pub use format::{CSV, JSON, XLSX};
