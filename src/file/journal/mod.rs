//! A journal: what was done to a guide and is not in its file yet, on the disk within a moment of being done.
//!
//! One file a document, JSON lines: a [`JournalHead`], then one entry a line. Each line has a running number and a sum
//! over itself and the line before it, so that what is missing or broken is seen. What an entry is, is for who keeps
//! the journal to say.
//!
//! A journal grows by whole entries that are forced to the disk. Of what was not yet forced any part may be missing
//! after a crash, and a torn last line is dropped; nothing comes back twice, and nothing out of order.

mod deciding;
mod folder;
mod found;
mod head;
mod keeping;
mod line;
mod tape;
mod thrown_away;

pub use folder::{JournalName, Journals};
pub use found::{Found, OnDisk};
pub use head::{JournalHead, JournalStart};
pub use keeping::Journal;
pub use line::{Contents, JournalEntry, Mark};
pub use tape::{FileTape, Tape};
pub use thrown_away::{DAYS_KEPT, ThrownAway};
