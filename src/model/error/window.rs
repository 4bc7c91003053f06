//! Why there is no window.

use strum::EnumCount;

use super::OpenError;

/// Why the window cannot open.
#[derive(Clone, Debug, PartialEq, Eq, EnumCount, thiserror::Error)]
#[error("{self:?}")]
pub enum WindowError {
    /// The guide inside the program cannot be used.
    Guide(OpenError),
    /// There is no screen to open it on.
    NoScreen,
    /// There is no OpenGL 2.1 or better, as over some remote desktops.
    NoOpenGl,
    /// The system has no data of keyboards.
    NoKeyboard,
    /// Something else closed it.
    Closed,
    /// Making the answers ready panicked.
    NoAnswers,
}
