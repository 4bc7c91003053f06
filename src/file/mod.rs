//! The only room that touches the disk: reading and writing guides, and settings.
//!
//! - [`read_guide`] and [`write_guide`] turn text into a guide and back; the written form is canonical.
//! - [`open_guide`] and [`save_guide`] do the same with a file: checked before it is read, replaced in one step.
//! - [`Settings`] remembers how the window looked; never who was asked about.
//! - [`EMBEDDED_GUIDE`] is the guide inside the program.
//!
//! Whatever is wrong is a [`FileError`]: one line of plain Dutch that says where and what.
//! Nothing here panics, opens a network connection or writes anything that was not asked for.

mod embedded;
mod error;
mod format;
mod layout;
mod migrations;
mod open;
mod places;
mod save;
mod scan;
mod settings;
mod words;

pub use embedded::{EMBEDDED_GUIDE, embedded_guide, embedded_regions};
pub use error::{FileError, Place, Problem};
pub use format::{canonical, read_guide, read_regions, write_guide};
pub use open::{MAX_BYTES, Opened, Progress, open_guide, read_text};
pub use places::{is_taken, place_of};
pub use save::{save_bytes, save_guide, save_text};
pub use settings::{CONFIG_DIR_VARIABLE, PlacedBox, Settings, ThemeChoice, WindowPlace};
