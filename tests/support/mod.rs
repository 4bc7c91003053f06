//! What the tests of the window share.

#![allow(dead_code, reason = "not every test needs every helper")]
#![allow(clippy::expect_used, clippy::unwrap_used, reason = "a helper of a test may fail it")]

pub(crate) mod picture;
pub(crate) mod window;
