//! A call as typed: its arguments, or in one Dutch line what is wrong with it.

use std::ffi::OsString;

use clap::{
    CommandFactory as _, Parser as _,
    error::{ContextKind, ErrorKind},
};

use super::{Arguments, Exit, help};
use crate::{lookup::nearest, text::cli as text};

/// The arguments of a call; the first word is the name of the program.
///
/// # Errors
/// What the parser has to say; [`call_error`] puts it in words. A request for help is one of those.
pub fn read(words: impl IntoIterator<Item = OsString>) -> Result<Arguments, clap::Error> {
    let words: Vec<OsString> = words.into_iter().collect();
    Arguments::try_parse_from(&words).map_err(|error| match error.kind() {
        // The help in Dutch is made only for who asks for it.
        ErrorKind::DisplayHelp => help::command().try_get_matches_from(words).err().unwrap_or(error),
        _ => error,
    })
}

/// What clap says of a wrong call, in one Dutch line; help and version are no error.
///
/// # Errors
/// [`Exit::Call`] for everything but help and version.
pub fn call_error(error: &clap::Error) -> Result<String, Exit> {
    let context = |kind| error.get(kind).map(ToString::to_string).unwrap_or_default();
    let words = match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => return Ok(error.render().to_string()),
        ErrorKind::MissingRequiredArgument => text::missing_argument(&context(ContextKind::InvalidArg)),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            let possible = context(ContextKind::ValidValue);
            text::invalid_value(&context(ContextKind::InvalidValue), &context(ContextKind::InvalidArg), &possible)
        }
        ErrorKind::InvalidSubcommand => {
            let given = context(ContextKind::InvalidSubcommand);
            let commands = Arguments::command();
            let nearest = nearest(&given, commands.get_subcommands().map(clap::Command::get_name));
            text::unexpected_argument(&given, nearest)
        }
        ErrorKind::ArgumentConflict => text::given_twice(&context(ContextKind::InvalidArg)),
        ErrorKind::InvalidUtf8 => text::not_text(),
        _ => {
            let hint = error.get(ContextKind::SuggestedArg).map(ToString::to_string);
            text::unexpected_argument(&context(ContextKind::InvalidArg), hint.as_deref())
        }
    };
    Err(Exit::Call(words))
}
