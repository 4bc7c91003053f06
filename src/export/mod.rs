//! Guide in, bytes out. Pure: no window, no disk, no clock; where the bytes go is asked of [`mod@crate::file`].

pub mod card;
pub mod chain_data;
pub mod chain_words;
pub mod poster;
mod xml;
