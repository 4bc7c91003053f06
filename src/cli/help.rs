//! The help of the command line, in Dutch throughout: the parser's own words are English, and the names of values Dutch.

use clap::{Arg, ArgAction, Command, CommandFactory as _};

use super::args::Arguments;
use crate::text::cli as text;

/// The command line as clap reads it, with Dutch help.
pub fn command() -> Command {
    // How a part is typed is known only once the whole is built; what is built cannot be changed any more.
    let mut built = Arguments::command();
    built.build();
    dutch(Arguments::command(), &mut built)
}

fn dutch(command: Command, built: &mut Command) -> Command {
    let usage = text::usage(&built.render_usage().to_string());
    let has = (built.has_subcommands(), built.get_positionals().next().is_some());
    let names: Vec<String> = command.get_subcommands().map(|part| part.get_name().to_owned()).collect();
    let flag = |id, short, action, help| Arg::new(id).short(short).long(id).action(action).help(help);
    let version = command.get_version().map(|_| flag("version", 'V', ArgAction::Version, text::VERSION));
    let command = command
        .disable_help_flag(true)
        .disable_version_flag(true)
        .override_usage(usage)
        .help_template(text::help_template(has))
        .mut_args(with_choices)
        .arg(flag("help", 'h', ArgAction::Help, text::HELP))
        .args(version);
    names.into_iter().fold(command, |command, name| {
        let Some(built) = built.find_subcommand_mut(&name) else { return command };
        command.mut_subcommand(name, |part| dutch(part, built))
    })
}

/// The values that can be chosen, as a part of the help itself.
fn with_choices(argument: Arg) -> Arg {
    // A switch has values for the parser only.
    if !argument.get_action().takes_values() {
        return argument;
    }
    let defaults = argument.get_default_values();
    let values = argument.get_possible_values().into_iter().map(|value| {
        let is_default = defaults.iter().any(|own| own == value.get_name());
        text::choice(value.get_name(), value.get_help().map(ToString::to_string).as_deref(), is_default)
    });
    let help = argument.get_help().map(ToString::to_string);
    let help = help.into_iter().chain(values).collect::<Vec<_>>().join("\n");
    argument.hide_possible_values(true).hide_default_value(true).help(help)
}

/// The same command line, in which values are called by English names.
pub fn with_english_values(command: Command) -> Command {
    command.mut_subcommands(with_english_values).mut_args(|argument| {
        let name = argument.get_value_names().and_then(|names| names.first());
        match name.and_then(|name| text::value_in_english(name)) {
            Some(name) => argument.value_name(name),
            None => argument,
        }
    })
}
