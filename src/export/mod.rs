//! Guide in, bytes out. Pure: no window, no disk, no clock; where the bytes go is asked of [`mod@crate::file`].
//!
//! [`card`] and [`poster`] say what is on a file; [`paper`] and [`drawing`] know how pages and pictures are made.

pub mod card;
pub mod chain_data;
pub mod drawing;
pub mod paper;
pub mod poster;
mod xml;
