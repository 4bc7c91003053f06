//! What somebody who types `wegwijzer` sees: every command, run as a program.
//!
//! What is expected here is what the contract of the command line writes and what the sources say, not what the guide
//! happens to count. A failed test shows the command to type and what came out.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::panic,
    reason = "a helper of a test may fail it, and says what was typed"
)]

mod answer;
mod calls;
mod cases;
mod commands;
mod compare;
mod crash;
mod dates;
mod explain;
mod export;
mod files;
mod fmt;
mod fresh;
mod git;
mod impact;
mod languages;
mod mending;
mod merging;
mod never;
mod page;
mod persons;
mod privacy;
mod profile;
mod quiz;
mod region;
mod release;
mod reports;
mod route;
pub(crate) mod run;
mod schema;
mod search;
mod shape;
mod stance;
mod supplement;
mod tables;
mod truth;
mod which_guide;
mod words;
