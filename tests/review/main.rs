//! Rules for guides: what each finds and what it lets pass, what is mended by one click, and what is switched off.
//!
//! It needs only the core: `cargo test --no-default-features --test review`.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a helper of a test may fail it")]

#[path = "../program/any_guide.rs"]
mod any_guide;
mod exceptions;
mod fixes;
mod samples;
mod small;
