//! What a command asks of the window: all that the app itself cannot do.

/// One thing for the window to do.
#[derive(Clone, Debug, PartialEq)]
#[must_use]
pub enum Effect {
    /// Draw everything this much larger than it is meant.
    SetZoom(f32),
    /// Put this on the clipboard.
    Copy(String),
    /// Forget everything that was typed, also what could be had back by undoing.
    ForgetTyped,
}
