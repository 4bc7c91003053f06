//! Guide in, bytes out. Pure: no window, no disk, no clock; where the bytes go is asked of [`mod@crate::file`].

pub mod card;
