//! The only room that touches the disk: reading and writing guides, and settings.
//!
//! - [`read_guide`] and [`write_guide`] turn text into a guide and back; the written form is canonical.
//! - [`open_guide`] and [`save_guide`] do the same with a file: checked before it is read, replaced in one step.
//! - [`Settings`] remembers how the window looked; never who was asked about.
//! - [`EMBEDDED_GUIDE`] is the guide inside the program.
//! - Another program is only started for a file that was just saved, when the user asks to see or print it.
//!
//! Whatever is wrong is a [`crate::model::FileError`]: where, what, and what was expected.
//! Nothing here panics, opens a network connection or writes anything that was not asked for.

mod embedded;
mod form;
mod format;
#[cfg(feature = "window")]
mod hand_over;
mod migrations;
#[cfg(feature = "disk")]
mod open;
#[cfg(feature = "disk")]
mod origin;
#[cfg(feature = "disk")]
mod places;
mod pretty;
#[cfg(feature = "disk")]
mod save;
mod scan;
#[cfg(feature = "disk")]
mod settings;
#[cfg(feature = "disk")]
mod system;

pub use embedded::{EMBEDDED_GUIDE, embedded_guide, embedded_origin, embedded_regions};
pub use format::{canonical, comments, read_guide, read_regions, write_guide};
#[cfg(feature = "window")]
pub use hand_over::{PRINTS, Printed, print, show};
#[cfg(feature = "disk")]
pub use open::{Opened, Progress, open_guide, read_text};
#[cfg(feature = "disk")]
pub use places::{free_name, has_folder, is_same, is_taken, place_of};
#[cfg(feature = "disk")]
pub use save::{save_bytes, save_guide, save_guide_again, save_text};
#[cfg(feature = "disk")]
pub use settings::{CONFIG_DIR_VARIABLE, PlacedBox, Settings, ThemeChoice, WindowPlace};
#[cfg(feature = "disk")]
pub use system::system_fault;

/// A larger file is refused before it is read.
///
/// A guide with every fact of today is under one megabyte. Sixty-four leaves room for any guide that people write, and
/// keeps a film or a copy of a disk, picked by mistake, from filling the memory of a desk computer.
pub const MAX_BYTES: u64 = 64 * 1024 * 1024;
