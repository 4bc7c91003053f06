//! The only room that touches the disk: reading and writing guides, and settings.
//!
//! - [`read_guide`] and [`write_guide`] turn text into a guide and back; the written form is canonical.
//! - [`open_guide`] and [`save_guide`] do the same with a file: checked before it is read, replaced in one step.
//! - [`Settings`] remembers how the window looked; never who was asked about.
//! - [`EMBEDDED_GUIDE`] is the guide inside the program, and [`TRAINING_GUIDE`] the one beside it that is for training.
//! - Another program is only started for a file that was just saved, when the user asks to see or print it.
//!
//! Whatever is wrong is a [`crate::model::FileError`]: where, what, and what was expected.
//! Nothing here panics, opens a network connection or writes anything that was not asked for.

mod begin;
mod bundle;
mod cases;
#[cfg(feature = "disk")]
mod data_dir;
mod embedded;
mod form;
mod format;
#[cfg(feature = "disk")]
mod git;
#[cfg(feature = "window")]
mod hand_over;
#[cfg(feature = "disk")]
mod in_place;
#[cfg(feature = "disk")]
pub mod journal;
#[cfg(feature = "disk")]
mod logboek;
mod migrations;
#[cfg(feature = "disk")]
mod open;
#[cfg(feature = "disk")]
mod open_note;
#[cfg(feature = "disk")]
mod origin;
#[cfg(feature = "disk")]
mod places;
mod pretty;
#[cfg(feature = "disk")]
mod reserve;
#[cfg(feature = "disk")]
mod save;
mod scan;
#[cfg(feature = "disk")]
mod seal;
#[cfg(feature = "disk")]
mod settings;
#[cfg(feature = "disk")]
mod system;
#[cfg(feature = "disk")]
mod turn;
#[cfg(feature = "disk")]
mod watch;

pub use begin::{is_bundle, is_cases};
pub use bundle::{read_bundle, write_bundle};
pub use cases::{read_cases, write_cases};
#[cfg(feature = "disk")]
pub use data_dir::{DATA_DIR_VARIABLE, data_dir};
pub use embedded::{
    EMBEDDED_GUIDE, TRAINING, TRAINING_GUIDE, embedded_guide, embedded_origin, embedded_regions, regions_of, sum,
    training_guide, training_origin,
};
pub use format::{canonical, comments, read_condition, read_guide, read_regions, write_condition, write_guide};
#[cfg(feature = "disk")]
pub use git::{GitPart, Repository};
#[cfg(feature = "window")]
pub use hand_over::{PRINTS, Printed, print, show};
#[cfg(feature = "disk")]
pub use in_place::{InPlace, Ready, SavedGuide};
#[cfg(feature = "disk")]
pub use logboek::{Logboek, Logged};
#[cfg(feature = "disk")]
pub use open::{Opened, Progress, is_training, open_bundle, open_cases, open_guide, read_bytes, read_text};
#[cfg(feature = "disk")]
pub use open_note::{OpenNote, OpenedBy, TOUCHED_EVERY};
#[cfg(feature = "disk")]
pub use places::{absolute, free_name, has_folder, is_same, is_taken, place_of};
#[cfg(feature = "disk")]
pub use reserve::{FORMER_VERSIONS, Former, Reserve};
#[cfg(feature = "disk")]
pub use save::{save_bundle, save_bytes, save_cases, save_guide, save_guide_again, save_text};
#[cfg(feature = "disk")]
#[cfg(feature = "disk")]
pub use seal::{seal_of, sealed};
#[cfg(feature = "disk")]
pub use settings::{CONFIG_DIR_VARIABLE, PlacedBox, Settings, ThemeChoice, WindowPlace};
#[cfg(feature = "disk")]
pub use system::system_fault;
#[cfg(feature = "disk")]
pub use watch::{OnWatch, Stamp, Watch};

/// The disk is not waited for longer than this where somebody waits: a network disk that answers at all does so within
/// seconds.
pub const MOST_PATIENCE: std::time::Duration = std::time::Duration::from_secs(5);

/// A larger file is refused before it is read.
///
/// A guide with every fact of today is under one megabyte. Sixty-four leaves room for any guide that people write, and
/// keeps a film or a copy of a disk, picked by mistake, from filling the memory of a desk computer.
pub const MAX_BYTES: u64 = 64 * 1024 * 1024;
