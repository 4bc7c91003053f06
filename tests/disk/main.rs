//! What a coordinator does is on the disk within a moment and comes back after anything; a guide is never saved over
//! what somebody else saved.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a helper of a test may fail it")]

mod crashes;
#[path = "../support/folder.rs"]
mod folder;
mod in_place;
mod journals;
mod killed;
mod logboek;
mod memory;
mod open_note;
mod reserve;
mod safeguard;
mod sample;
mod watch;
