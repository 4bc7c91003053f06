//! The command line: one file a command; each turns a question into text or JSON.

mod args;
mod aside;
mod call;
mod check;
mod compare;
mod diff;
mod explain;
mod export;
mod fmt;
mod git;
mod help;
mod impact;
mod import;
mod input;
mod loaded;
mod lookup;
mod merge;
mod output;
mod place;
mod plan;
mod problems;
mod prose;
mod quiz;
mod refusal;
mod release;
mod report;
mod route;
mod scenarios;
mod schema;
mod search;
mod starts;
mod verify;
mod words;

pub use args::{Arguments, Command};
pub use aside::Aside;
pub use call::{Call, asked_language, read};
pub use output::{Exit, unwritten};
pub use refusal::Refusal;

use std::{io::Read, sync::Arc};

use loaded::Loaded;
use output::Output;

use crate::{
    contract::{GuideJson, guide_json},
    lookup::{Index, fold},
    model::{CallError, Date, Guide, Ix, Lang, Now, PartialDate, Party, PartyId, Regions},
    text::{days, which, words as told},
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
    pub(crate) fn guide(&self) -> &Arc<Guide> {
        self.index.guide()
    }

    /// For which day an answer is; never for use, if that is another day than today.
    pub(crate) fn as_of(&self, date: Date) -> String {
        let day = told::day(date, self.lang);
        if date == self.today {
            return format!("{} {day}", told::as_of(self.lang));
        }
        let known = self.index.askable_days(self.today);
        let outside =
            (!known.contains(date)).then(|| format!("; {}", days::days_known(known.first, known.last, self.lang)));
        told::not_for_use_on(&day, self.lang) + &outside.unwrap_or_default()
    }

    /// Those lines, above what has no other place for them: which guide it is, and which day; nothing for the guide inside
    /// the program and for today.
    pub(crate) fn above(&self, date: Date) -> String {
        let day = (date != self.today).then(|| self.as_of(date));
        self.guide_above() + &day.map(|day| day + "\n").unwrap_or_default()
    }

    /// Which guide it is, in a line of its own; nothing for the one inside the program.
    pub(crate) fn guide_above(&self) -> String {
        let origin = self.index.origin();
        let other = which::other_guide(self.guide(), origin, self.lang);
        let other = other.map(|_| which::which_guide(self.guide(), origin, self.lang));
        other.map(|which| which + "\n").unwrap_or_default()
    }

    /// Which guide it is, as JSON.
    pub(crate) fn guide_json(&self) -> GuideJson {
        guide_json(self.guide(), self.index.origin())
    }

    /// The party with this id.
    ///
    /// # Errors
    /// [`CallError::UnknownParty`] with the nearest party.
    pub(crate) fn party(&self, given: &str) -> Result<Ix<Party>, CallError> {
        let parties = &self.guide().parties;
        let found = PartyId::new(given).ok().and_then(|id| parties.ix(&id));
        found.ok_or_else(|| {
            let wanted = fold(given);
            // What people call a party is often not its id: ISZW, marechaussee.
            let called = |party: &&Party| names(party).any(|name| fold(name) == wanted);
            let called = parties.iter().find(called).map(|party| party.id.as_str());
            let ids = parties.iter().map(|party| party.id.as_str());
            let nearest = called.or_else(|| crate::lookup::nearest(given, ids));
            CallError::UnknownParty { given: given.to_owned(), nearest: nearest.map(str::to_owned) }
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
/// The day of `now` is that of asking when none is given, and its time counts only for `lookup --now`; `input` is only
/// read for `--profile -`. What a reader must know of the guide beside the answer is added to `aside`.
/// Only `check --fix`, `fmt`, `merge` and `export` write, and only the file that was named.
///
/// # Errors
/// [`Exit`]: the guide has a problem, or the call is wrong.
pub fn run(arguments: &Arguments, now: Now, input: &mut dyn Read, aside: &mut Vec<Aside>) -> Result<String, Exit> {
    let Some(command) = &arguments.command else { return Ok(String::new()) };
    let lang = arguments.lang.into();
    let output = Output { format: arguments.format, lang };
    let today = now.date;
    let asked = asked_day(arguments)?;
    let (path, day) = (arguments.guide.as_deref(), asked.unwrap_or(today));
    let over = arguments.supplement.as_deref();
    let national = national(command);
    if let Some(what) = national.filter(|_| over.is_some()) {
        return Err(CallError::OnlyNational { what }.into());
    }
    let mut context = || {
        let loaded =
            if national.is_some() { (Loaded::of(path, aside)?, None) } else { Loaded::with(path, over, aside)? };
        loaded::context(loaded, day, today, lang, aside)
    };
    match command {
        // These work on files as they are, whether or not the guide in them can be used.
        Command::Check(args) => {
            if args.released {
                return release::check(&Loaded::of(args.file.as_deref().or(path), aside)?, output);
            }
            let (loaded, laid) = Loaded::with(args.file.as_deref().or(path), over, aside)?;
            if laid.is_some() && args.out.is_some() {
                return Err(CallError::OnlyNational { what: "check --fix" }.into());
            }
            check::run(loaded.over(laid.as_ref(), aside)?, args, today, output)
        }
        Command::Fmt(args) => fmt::run(args, lang),
        Command::Diff(args) => diff::run(args, aside, output),
        Command::Merge(args) => merge::run(args, today, output),
        Command::Import(args) => import::run(args, path, now, output),
        Command::Release(args) => release::run(args, path, (day, today), aside, output),
        Command::Words(args) => words::run(args, aside, output),
        Command::Git(args) => git::run(args, output),
        Command::Lookup(args) => lookup::run(args, &context()?, now, input, output),
        Command::Explain(args) => explain::run(args, &context()?, input, output),
        Command::Compare(args) => compare::run(args, &context()?, input, output),
        Command::Route(args) => route::run(args, &context()?, input, output),
        Command::Search(args) => search::run(args, &context()?, input, output),
        Command::Export(args) => export::run(args, path, &context()?, input, output),
        Command::Schema => schema::run(&context()?),
        Command::Scenarios => scenarios::run(&context()?, output),
        Command::Quiz(args) => quiz::run(args, &context()?, input, output),
        Command::Report(args) => report::run(args, &context()?, asked, output),
        Command::Verify(args) => match &args.letter {
            Some(party) => verify::letter(party, &context()?, output),
            None => verify::note(args, path, now, output),
        },
    }
}

/// What makes something for the whole country, of which a supplement is no part; nothing for what answers one place.
fn national(command: &Command) -> Option<&'static str> {
    match command {
        Command::Fmt(_) => Some("fmt"),
        Command::Diff(_) => Some("diff"),
        Command::Merge(_) => Some("merge"),
        Command::Words(_) => Some("words"),
        Command::Git(_) => Some("git"),
        Command::Schema => Some("schema"),
        Command::Scenarios => Some("scenarios"),
        Command::Quiz(_) => Some("quiz"),
        Command::Verify(_) => Some("verify"),
        Command::Release(_) => Some("release"),
        Command::Import(_) => Some("import"),
        Command::Export(args) => args.what.is_national.then_some(args.what.id),
        Command::Check(_)
        | Command::Lookup(_)
        | Command::Explain(_)
        | Command::Compare(_)
        | Command::Route(_)
        | Command::Search(_)
        | Command::Report(_) => None,
    }
}

/// The day that was asked for, if one was.
///
/// # Errors
/// [`CallError::NotADay`] when it is none.
pub fn asked_day(arguments: &Arguments) -> Result<Option<Date>, CallError> {
    arguments.date.as_deref().map(parse_date).transpose()
}

fn parse_date(given: &str) -> Result<Date, CallError> {
    match given.parse() {
        Ok(PartialDate::Day(date)) => Ok(date),
        Ok(PartialDate::Year(_) | PartialDate::Month(..)) | Err(_) => Err(CallError::NotADay(given.to_owned())),
    }
}
