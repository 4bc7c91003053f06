//! A call as typed: its arguments, the help that it asks for, or what is wrong with it.

use std::ffi::OsString;

use clap::{
    CommandFactory as _, Parser as _,
    error::{ContextKind, ContextValue, ErrorKind},
};

use super::{Arguments, args::LangArgument, help};
use crate::{
    lookup::nearest,
    model::{CallError, Lang},
};

/// What a call asks for.
#[derive(Debug)]
pub enum Call {
    /// The help or the version, which is this.
    Help(String),
    /// An answer, or the window.
    Arguments(Box<Arguments>),
}

/// What a call asks for; the first word is the name of the program.
///
/// # Errors
/// [`CallError`], with the names of values in this language.
pub fn read(words: &[OsString], lang: Lang) -> Result<Call, CallError> {
    let words = &with_guide_named(words)[..];
    let error = match Arguments::try_parse_from(words) {
        Ok(arguments) => return Ok(Call::Arguments(Box::new(arguments))),
        Err(error) => error,
    };
    // How the command line is said in words is only made for who asks for it, or typed something wrong.
    let again = |command: clap::Command| command.try_get_matches_from(words).err();
    match (error.kind(), lang) {
        (ErrorKind::DisplayHelp, _) => Ok(Call::Help(again(help::command()).unwrap_or(error).render().to_string())),
        (ErrorKind::DisplayVersion, _) => Ok(Call::Help(error.render().to_string())),
        (_, Lang::Nl) => Err(call_error(&error)),
        (_, Lang::En) => Err(call_error(&again(help::with_english_values(Arguments::command())).unwrap_or(error))),
    }
}

/// Options of the program itself that a value follows.
const WITH_VALUE: [&str; 5] = ["--guide", "--supplement", "--date", "--format", "--lang"];

/// A file in the place of a command, as what a desktop opens a file with names it, is the guide.
fn with_guide_named(words: &[OsString]) -> Vec<OsString> {
    let mut words = words.to_vec();
    let mut at = 1;
    while let Some(word) = words.get(at).map(|word| word.to_string_lossy()) {
        if WITH_VALUE.contains(&word.as_ref()) {
            at += 2;
        } else if word.starts_with('-') {
            at += 1;
        } else {
            if word.to_lowercase().ends_with(".ron") || word.contains(['/', '\\']) {
                words.insert(at, "--guide".into());
            }
            break;
        }
    }
    words
}

/// The language that a call asks for, if it does, also when nothing else of it can be understood.
pub fn asked_language(words: &[OsString]) -> Option<Lang> {
    let mut words = words.iter().map(|word| word.to_string_lossy()).take_while(|word| word != "--");
    while let Some(word) = words.next() {
        let value =
            if word == "--lang" { words.next() } else { word.strip_prefix("--lang=").map(|l| l.to_owned().into()) };
        if let Some(found) = value.and_then(|value| <LangArgument as clap::ValueEnum>::from_str(&value, false).ok()) {
            return Some(found.into());
        }
    }
    None
}

/// What clap says of a wrong call, as data.
fn call_error(error: &clap::Error) -> CallError {
    let argument = || one(error, ContextKind::InvalidArg);
    match error.kind() {
        ErrorKind::MissingRequiredArgument => CallError::MissingArgument(all(error, ContextKind::InvalidArg)),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            let (given, possible) = (one(error, ContextKind::InvalidValue), all(error, ContextKind::ValidValue));
            if given.is_empty() {
                CallError::MissingValue { argument: argument(), possible }
            } else {
                CallError::InvalidValue { given, argument: argument(), possible }
            }
        }
        ErrorKind::InvalidSubcommand => {
            let given = one(error, ContextKind::InvalidSubcommand);
            let commands = Arguments::command();
            let nearest = nearest(&given, commands.get_subcommands().map(clap::Command::get_name)).map(str::to_owned);
            CallError::UnknownArgument { given, nearest }
        }
        ErrorKind::ArgumentConflict => CallError::Twice(argument()),
        ErrorKind::InvalidUtf8 => CallError::NotText,
        _ => {
            let nearest = error.get(ContextKind::SuggestedArg).map(ToString::to_string);
            CallError::UnknownArgument { given: argument(), nearest }
        }
    }
}

fn one(error: &clap::Error, kind: ContextKind) -> String {
    error.get(kind).map(ToString::to_string).unwrap_or_default()
}

fn all(error: &clap::Error, kind: ContextKind) -> Vec<String> {
    match error.get(kind) {
        Some(ContextValue::Strings(all)) => all.clone(),
        Some(one) => vec![one.to_string()],
        None => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_language_is_found_in_any_call() {
        for (call, expected) in [
            ("wegwijzer lookup", Lang::Nl),
            ("wegwijzer --lang en", Lang::En),
            ("wegwijzer lokup --fase x --lang=en", Lang::En),
            ("wegwijzer --lang nl search --lang en", Lang::Nl),
            ("wegwijzer --lang fr", Lang::Nl),
            ("wegwijzer search -- --lang en", Lang::Nl),
            ("wegwijzer --lang", Lang::Nl),
        ] {
            let words: Vec<OsString> = call.split(' ').map(Into::into).collect();
            assert_eq!(asked_language(&words).unwrap_or_default(), expected, "{call}");
        }
    }
}
