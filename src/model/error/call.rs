//! What is wrong with a call of the command line.

use strum::EnumCount;

use super::{super::Date, ProfileError, UnknownGemeente};

/// Why a call is refused.
#[derive(Clone, Debug, PartialEq, Eq, EnumCount)]
pub enum CallError {
    /// No such command, option or argument.
    UnknownArgument {
        /// As typed.
        given: String,
        /// What was probably meant.
        nearest: Option<String>,
    },
    /// Arguments that must be there.
    MissingArgument(Vec<String>),
    /// An option or argument without its value.
    MissingValue {
        /// What it is for.
        argument: String,
        /// What it can be, where that is a list.
        possible: Vec<String>,
    },
    /// A value that does not fit.
    InvalidValue {
        /// As typed.
        given: String,
        /// What it is for.
        argument: String,
        /// What it can be, where that is a list.
        possible: Vec<String>,
    },
    /// An option that stands there twice.
    Twice(String),
    /// A word of the call is no text.
    NotText,
    /// Standard input cannot be read as text.
    UnreadableInput,
    /// Standard input is longer than any profile.
    LongInput {
        /// The most that is read.
        kilobytes: u64,
    },
    /// Not a day.
    NotADay(String),
    /// The hour of the clock is asked for on another day than today.
    NowOnAnotherDay(Date),
    /// No such party.
    UnknownParty {
        /// As typed.
        given: String,
        /// What was probably meant.
        nearest: Option<String>,
    },
    /// `--starts` without a task and a day.
    NoStart(String),
    /// Not the day on which a term starts.
    NotAStart {
        /// As typed.
        given: String,
        /// What was probably meant.
        nearest: Option<Date>,
    },
    /// No such term for these persons.
    UnknownTerm {
        /// The task, as typed.
        given: String,
        /// What was probably meant.
        nearest: Option<String>,
    },
    /// A task has more terms than one.
    SeveralTerms {
        /// The task, as typed.
        given: String,
        /// Its terms, each as it is written.
        possible: Vec<String>,
    },
    /// A term of hours has no last day.
    TermInHours(String),
    /// No such phase.
    UnknownPhase {
        /// As typed.
        given: String,
        /// What was probably meant.
        nearest: Option<String>,
    },
    /// No such case.
    UnknownCase {
        /// As typed.
        given: String,
        /// What was probably meant.
        nearest: Option<String>,
    },
    /// No such task, and no such party.
    UnknownTask {
        /// As typed.
        given: String,
        /// What was probably meant.
        nearest: Option<String>,
    },
    /// A day that is still to come, where something happened.
    NotYet(Date),
    /// An edition that was given out before has this name.
    EditionTaken(String),
    /// `compare` without a second situation.
    NothingToCompare,
    /// `--out` does not end as it should.
    WrongExtension {
        /// How it ends, without the dot.
        given: String,
        /// How it could end, without the dots.
        expected: Vec<&'static str>,
    },
    /// An option that means nothing for what is asked.
    OptionWithoutUse {
        /// The option.
        option: &'static str,
        /// How the file ends, without the dot.
        extension: &'static str,
    },
    /// `--out` would replace the guide that answers.
    OutIsTheGuide,
    /// A supplement lies over no guide that is made for the whole country.
    OnlyNational {
        /// What makes it.
        what: &'static str,
    },
    /// What is known is no profile.
    Profile(ProfileError),
    /// No such gemeente.
    Gemeente(UnknownGemeente),
}
