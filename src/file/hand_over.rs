//! Another program takes over a file that this one has just written: to look at it, or to print it.
//!
//! Nothing here decides which program: that is for the desktop. Whoever calls waits, so it is done beside the drawing.

use std::path::{Path, PathBuf, absolute};

use crate::model::{HandOverError, SystemFault};

/// What came of printing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Printed {
    /// The system has it in the queue of the printer that is used as a rule.
    Queued,
    /// The program that opens such files was asked to print it, and says itself how far it is.
    Asked,
    /// It is open in a program from which the user prints it.
    Opened,
}

/// What [`print()`] does where it can.
pub const PRINTS: Printed = if cfg!(windows) {
    Printed::Asked
} else if cfg!(target_os = "macos") {
    Printed::Opened
} else {
    Printed::Queued
};

/// Opens a file in the program that the desktop has for it.
///
/// # Errors
/// [`HandOverError`] when it is not there any more, or nothing opens it.
pub fn show(path: &Path) -> Result<(), HandOverError> {
    system::show(&there(path)?)
}

/// Prints a file, or opens it where that can be done.
///
/// # Errors
/// As [`show`].
pub fn print(path: &Path) -> Result<Printed, HandOverError> {
    let path = there(path)?;
    match system::print(&path) {
        Some(printed) => Ok(printed),
        None => system::show(&path).map(|()| Printed::Opened),
    }
}

/// The whole path of a file, which no program takes for an option.
fn there(path: &Path) -> Result<PathBuf, HandOverError> {
    let path = absolute(path).map_err(|_| HandOverError::System(SystemFault::InvalidName))?;
    if path.is_file() { Ok(path) } else { Err(HandOverError::Gone) }
}

#[cfg(not(windows))]
mod system {
    use std::{io, path::Path};

    use super::{HandOverError, Printed};
    use crate::file::system_fault;

    pub(super) fn show(path: &Path) -> Result<(), HandOverError> {
        open::that(path).map_err(|error| refused(&error))
    }

    /// `None`: nothing here prints by itself.
    pub(super) fn print(path: &Path) -> Option<Printed> {
        // On macOS `open` would look for a program of the desktop that is called so.
        if cfg!(target_os = "macos") {
            return None;
        }
        // It ends well only when the card is in a queue: without a printer, or without CUPS, it does not.
        open::with(path, "lp").ok().map(|()| Printed::Queued)
    }

    /// Without a number of the system a program was started, and says that it cannot.
    fn refused(error: &io::Error) -> HandOverError {
        match error.kind() {
            io::ErrorKind::NotFound => HandOverError::NoProgram,
            _ if error.raw_os_error().is_none() => HandOverError::NoProgram,
            _ => HandOverError::System(system_fault(error)),
        }
    }
}

#[cfg(windows)]
mod system {
    use std::path::Path;

    use winsafe::{HWND, co, prelude::*};

    use super::{HandOverError, Printed};
    use crate::model::SystemFault;

    pub(super) fn show(path: &Path) -> Result<(), HandOverError> {
        ask("open", path)
    }

    /// `None`: no program prints such files.
    pub(super) fn print(path: &Path) -> Option<Printed> {
        ask("print", path).ok().map(|()| Printed::Asked)
    }

    fn ask(verb: &str, path: &Path) -> Result<(), HandOverError> {
        let path = path.to_str().ok_or(HandOverError::System(SystemFault::InvalidName))?;
        HWND::NULL.ShellExecute(verb, path, None, None, co::SW::SHOWNORMAL).map_err(|error| match error {
            co::ERROR::NO_ASSOCIATION | co::ERROR::FILE_NOT_FOUND => HandOverError::NoProgram,
            error => {
                HandOverError::System(i32::try_from(error.raw()).map_or(SystemFault::Unknown, SystemFault::Number))
            }
        })
    }
}
