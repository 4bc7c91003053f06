//! Changing a guide: what changed, undone, merged, and told.
//!
//! A [`Change`] is a piece of a guide before and after; a [`Step`] is a list of them that belong together. There is one
//! operation, the three-way merge of a piece, field by field ([`onto`]): undoing an old step, taking over what a
//! colleague saved, merging two files, replaying a journal over a changed file, importing a table and accepting a
//! proposal are calls of it with other bases. What is one fact is never merged inside, what is taken out on one side
//! only never goes by itself, and where two sides differ nothing of either is lost: see [`Clash`].
//!
//! Pure: it asks no clock and no disk. Who did something and when are arguments.

mod apply;
mod change;
mod clash;
mod describe;
mod entries;
mod list;
mod log;
mod make;
mod merge;
mod policy;
mod references;
mod refused;
mod rename;
mod step;
mod tree;
mod unresolved;
mod walked;

pub use apply::{Applied, DoubleId, Merged, Onto, apply, diff, entries, merge3, onto, put, without_base};
pub use change::{Change, NoChange};
pub use clash::{Clash, Origins};
pub use describe::{FieldChange, fields};
pub use entries::get;
pub use log::{Event, History, Log, LogError, Move, Row, Unfit};
pub use make::{Edit, make};
pub use references::references;
pub use refused::EditRefused;
pub use step::{Step, StepId, Why};
pub use unresolved::{Choice, resolve};
pub use walked::leaves;
