//! The program without its window: the guide, the answers, the command line, files and exports.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a helper of a test may fail it")]

mod any_guide;
mod broken_files;
mod card;
mod chain_data;
mod cli;
mod completeness;
mod contract_words;
mod cover;
mod desks;
mod errors;
mod exports;
mod facts;
#[path = "../support/folder.rs"]
mod folder;
mod format;
mod guide;
mod hard_guides;
mod impact;
mod judged;
mod layout;
mod oracle;
#[path = "../support/persons.rs"]
mod persons;
mod plan;
mod poster;
mod questions;
#[path = "../../benches/support/random_chain.rs"]
mod random_chain;
mod random_guide;
#[path = "../support/records.rs"]
mod records;
mod routes;
#[path = "../support/said.rs"]
mod said;
mod saving;
mod search;
mod shown;
mod situations;
#[path = "../support/supplement.rs"]
mod supplement;
mod tables;
mod training;
mod walk;
