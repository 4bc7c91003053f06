//! Changing guides: what is done can be undone, and of two versions nothing is lost.
//!
//! It needs only the core: `cargo test --no-default-features --test edit`. `PROPTEST_CASES=10000` asks for more.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a helper of a test may fail it")]

#[path = "../program/any_guide.rs"]
mod any_guide;
mod bundles;
mod commands;
mod every_field;
mod forms;
mod history;
mod merging;
mod old_ids;
mod proposals;
mod random;
mod renaming;
mod resolving;
mod several;
mod words;
