//! The NVM-wegwijzer: who is responsible for this possible victim of human trafficking, today.
//!
//! # The house
//!
//! ```text
//! ui -> app -> { export, contract } -> present -> { review, chain, lookup, text, file } -> model
//!       cli stands beside app; chain and review know lookup
//! ```
//!
//! `ARCHITECTURE.md` leads around; `tests/house/rooms.rs` has the table of who may name whom. Cargo's features bring the
//! rooms that need something of a machine; without any the core is left.
//!
//! - [`model`]: the guide as data. Pure.
//! - [`lookup`]: who is responsible: an exact answer to a partial question, its explanation, the next question, search.
//! - [`edit`]: changing a guide: what changed, undone, merged, told. Pure: it holds no clock and no disk.
//! - [`chain`]: the hand-overs as a graph, derived and never stored: routes, gatekeepers and dead ends, and its picture as
//!   a pure value of a request.
//! - [`review`]: is the guide true, complete, agreed.
//! - [`mod@file`]: guides as text and, with the feature `disk`, the only room that touches the disk.
//! - `export` (feature `paper`): guide in, bytes out: the referral card, the poster of the chain, the chain as `GraphML` and DOT,
//!   and the page.
//! - [`text`]: every visible string, Dutch and English; knows the model only.
//! - [`present`]: what an answer says, said once and typed; whoever shows it takes it apart field by field.
//! - `tables` (feature `paper`): the guide as tables, and tables as edits of a guide. Pure.
//! - [`contract`]: the JSON of `CONTRACT.md`, made of what is said once. Pure.
//! - [`page`]: the wegwijzer in a browser: questions in JSON, answers in JSON and HTML. Pure.
//! - [`workshop`]: a training case played step by step, what the room sees of it, quiz and debrief. Pure.
//! - `cli` (feature `command-line`): the command line, one file a command.
//! - `app` (feature `window`): the window's state and logic; never draws.
//! - `ui` (feature `window`): drawing only; sends commands.
//!
//! # Invariants
//!
//! What is deliberately absent; `tests/house` reads the source as syntax and checks it.
//!
//! 1. `model`, `lookup`, `edit`, `chain`, `review` and `export` know no egui, disk, network or clock: the date of asking is an argument.
//! 2. Only `file` reads and writes the disk. Nothing opens a network connection.
//! 3. `ui` never changes the guide; it sends commands that `app` runs.
//! 4. No profile, search word or typed date reaches the disk, a log, a temporary file or a window title,
//!    except in a file or clipboard text that the user asks for.
//! 5. No colour or size outside `ui::theme`; no visible string of the window outside `text` and the guide.
//! 6. Nothing that a hash map orders reaches an output.

#[cfg(feature = "window")]
pub mod app;
pub mod chain;
#[cfg(feature = "command-line")]
pub mod cli;
pub mod contract;
pub mod edit;
#[cfg(feature = "paper")]
pub mod export;
pub mod file;
pub mod lookup;
pub mod model;
pub mod page;
pub mod present;
pub mod review;
#[cfg(feature = "paper")]
pub mod tables;
pub mod text;
#[cfg(feature = "window")]
pub mod ui;
pub mod workshop;
