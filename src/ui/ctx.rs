//! What every view is handed: what is known, and where to put what is asked.

use super::state::ViewState;
use crate::app::{App, Command};

/// The app to read, the state of the screen to change, and the way to ask for anything else.
pub(super) struct Ctx<'a> {
    pub(super) app: &'a App,
    pub(super) state: &'a mut ViewState,
}

impl Ctx<'_> {
    /// Asks the app to do this after the frame.
    pub(super) fn send(&mut self, command: Command) {
        self.state.send(command);
    }
}
