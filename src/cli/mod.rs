//! The command line: one file a command; each turns a question into text or JSON.

mod args;
mod call;
mod check;
mod compare;
mod explain;
mod export;
mod fmt;
mod help;
mod lookup;
mod output;
mod place;
mod prose;
mod report;
mod route;
mod scenarios;
mod schema;
mod search;

pub use args::{Arguments, Command};
pub use call::{call_error, read};
pub use output::Exit;

use std::{io::Read, sync::Arc};

use output::Output;
use place::Place;

use crate::{
    file,
    lookup::{Index, fold},
    model::{Date, Guide, Ix, Lang, Party, PartyId, Problem, Regions, error_count},
    review,
    text::{self, errors, words},
};

/// What every command works with.
pub(crate) struct Context {
    pub(crate) index: Index,
    pub(crate) regions: Regions,
    pub(crate) date: Date,
    pub(crate) lang: Lang,
    /// The day on the calendar, whatever day is asked for.
    pub(crate) today: Date,
}

impl Context {
    pub(crate) fn guide(&self) -> &Guide {
        self.index.guide()
    }

    /// For which day an answer is; never for use, if that is another day than today.
    pub(crate) fn as_of(&self, date: Date) -> String {
        let day = words::day(date, self.lang);
        if date == self.today {
            format!("{} {day}", words::as_of(self.lang))
        } else {
            words::not_for_use_on(&day, self.lang)
        }
    }

    /// That line, above what has no other place for it; nothing for today.
    pub(crate) fn warning_of_day(&self, date: Date) -> String {
        if date == self.today { String::new() } else { self.as_of(date) + "\n" }
    }

    /// The party with this id.
    ///
    /// # Errors
    /// [`Exit::Call`] that names the nearest party.
    pub(crate) fn party(&self, given: &str) -> Result<Ix<Party>, Exit> {
        let parties = &self.guide().parties;
        let found = PartyId::new(given).ok().and_then(|id| parties.ix(&id));
        found.ok_or_else(|| {
            let wanted = fold(given);
            // What people call a party is often not its id: ISZW, marechaussee.
            let called = |party: &&Party| names(party).any(|name| fold(name) == wanted);
            let called = parties.iter().find(called).map(|party| party.id.as_str());
            let ids = parties.iter().map(|party| party.id.as_str());
            let nearest = called.or_else(|| crate::lookup::nearest(given, ids));
            Exit::Call(text::cli::unknown_party(given, nearest))
        })
    }
}

/// Everything that a party is called, now or before.
fn names(party: &Party) -> impl Iterator<Item = &str> {
    let names = party.names.iter().flat_map(|called| {
        std::iter::once(&called.name)
            .chain(&called.short)
            .flat_map(|label| [label.text(Lang::Nl), label.text(Lang::En)])
    });
    names.chain(party.aliases.iter().map(String::as_str))
}

/// Runs a command and returns what it prints.
///
/// `today` is the day of asking when none is given; `input` is only read for `--profile -`.
/// Only `fmt` and `export` write, and only the file that was named.
///
/// # Errors
/// [`Exit`] with a line of words: the guide has a problem, or the call is wrong.
pub fn run(arguments: &Arguments, today: Date, input: &mut dyn Read) -> Result<String, Exit> {
    let Some(command) = &arguments.command else { return Ok(String::new()) };
    let lang = arguments.lang.into();
    let output = Output { format: arguments.format, lang };
    let asked = asked_day(arguments)?;
    // These work on files as they are, whether or not the guide in them can be used.
    match command {
        Command::Check(args) => return check::run(args, arguments.guide.as_deref(), today, output),
        Command::Fmt(args) => return fmt::run(args, lang),
        _ => {}
    }
    let context = context(arguments, asked.unwrap_or(today), today)?;
    match command {
        Command::Lookup(args) => lookup::run(args, &context, input, output),
        Command::Explain(args) => explain::run(args, &context, output),
        Command::Compare(args) => compare::run(args, &context, output),
        Command::Route(args) => route::run(args, &context, output),
        Command::Search(args) => search::run(args, &context, output),
        Command::Export(args) => export::run(args, &context, input, output),
        Command::Schema => schema::run(&context),
        Command::Scenarios => scenarios::run(&context, output),
        Command::Report(args) => report::run(args, &context, output),
        Command::Check(_) | Command::Fmt(_) => Ok(String::new()),
    }
}

/// The day that was asked for, if one was.
///
/// # Errors
/// [`Exit::Call`] when it is no day.
pub fn asked_day(arguments: &Arguments) -> Result<Option<Date>, Exit> {
    arguments.date.as_deref().map(parse_date).transpose()
}

/// The guide that was asked for, checked and indexed.
fn context(arguments: &Arguments, date: Date, today: Date) -> Result<Context, Exit> {
    let lang = arguments.lang.into();
    let regions = file::embedded_regions().map_err(|error| Exit::Guide(error.to_string()))?;
    let guide = load_guide(arguments.guide.as_deref())?;
    // The guide inside the program is checked by its tests; another one may hold anything.
    let index = if arguments.guide.is_some() {
        review::index(&guide, &regions, today).map_err(|problems| has_errors(&problems, lang))?
    } else {
        Index::new(guide).map_err(|error| Exit::Guide(errors::space(&error, lang)))?
    };
    Ok(Context { index, regions, date, lang, today })
}

fn has_errors(problems: &[Problem], lang: Lang) -> Exit {
    let first = check::first(problems, lang).unwrap_or_default();
    Exit::Guide(text::cli::guide_has_errors(error_count(problems), &first))
}

fn load_guide(path: Option<&std::path::Path>) -> Result<Arc<Guide>, Exit> {
    let guide = match path {
        None => file::embedded_guide(),
        Some(path) => file::open_guide(path, &|_| {}).map(|opened| opened.guide),
    };
    guide.map(Arc::new).map_err(|error| Exit::Guide(error.to_string()))
}

fn parse_date(given: &str) -> Result<Date, Exit> {
    match given.parse() {
        Ok(crate::model::PartialDate::Day(date)) => Ok(date),
        _ => Err(Exit::Call(text::cli::not_a_date(given))),
    }
}
