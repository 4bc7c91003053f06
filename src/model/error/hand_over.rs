//! Why another program did not take over a file.

use strum::EnumCount;

use super::SystemFault;

/// Why another program did not take over a file that was saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumCount)]
pub enum HandOverError {
    /// It does not stand there any more.
    Gone,
    /// No program of this computer opens such files.
    NoProgram,
    /// The system refuses.
    System(SystemFault),
    /// Handing it over panicked.
    Stopped,
}
