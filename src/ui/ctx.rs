//! What every view is handed: what is known, and where to put what is asked.

use super::state::{Pane, ShellState};
use crate::app::{App, Command};

/// The app to read, the shell to change, and the way to ask for anything else. It knows no view.
pub(super) struct Ctx<'a> {
    pub(super) app: &'a App,
    pub(super) state: &'a mut ShellState,
    pub(super) commands: &'a mut Vec<Command>,
}

impl Ctx<'_> {
    /// Whether the keys that scroll are for this pane.
    pub(super) fn hears_scroll_keys(&self, pane: Pane) -> bool {
        self.state.in_hand == pane && self.state.dialog.is_none()
    }

    /// Asks the app to do this after the frame.
    pub(super) fn send(&mut self, command: Command) {
        self.commands.push(command);
    }
}
