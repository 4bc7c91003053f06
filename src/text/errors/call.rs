//! What is wrong with a call of the command line, in words.

use super::{extensions, file::system, gemeente, hint, profile};
use crate::model::{CallError, Lang, SystemFault};
use crate::text::words;

/// Why a call is refused.
pub fn call(error: &CallError, lang: Lang) -> String {
    match lang {
        Lang::Nl => dutch(error),
        Lang::En => english(error),
    }
}

fn dutch(error: &CallError) -> String {
    let hint = |nearest: &Option<String>| hint(nearest.as_deref(), Lang::Nl);
    match error {
        CallError::UnknownArgument { given, nearest } => format!("onbekend argument «{given}»{}", hint(nearest)),
        CallError::MissingArgument(missing) => format!("er ontbreekt iets: {}", missing.join(", ")),
        CallError::MissingValue { argument, possible } => {
            format!("{argument} heeft een waarde nodig{}", choices(possible, Lang::Nl))
        }
        CallError::InvalidValue { given, argument, possible } => {
            format!("«{given}» past niet bij {argument}{}", choices(possible, Lang::Nl))
        }
        CallError::Twice(option) => format!("«{option}» staat er twee keer"),
        CallError::NotText => "een van de argumenten is geen leesbare tekst (UTF-8)".to_owned(),
        CallError::UnreadableInput => "de standaardinvoer is niet te lezen als tekst".to_owned(),
        CallError::LongInput { kilobytes } => {
            format!("de standaardinvoer is te lang: meer dan {kilobytes} kB aan kenmerken leest dit programma niet")
        }
        CallError::NotADay(given) => format!("«{given}» is geen datum: schrijf JJJJ-MM-DD, zoals 2022-02-03"),
        CallError::NowOnAnotherDay(date) => {
            format!("--now geldt alleen voor vandaag, en er is gevraagd naar {date}: laat een van beide weg")
        }
        CallError::UnknownParty { given, nearest } => format!("onbekende partij «{given}»{}", hint(nearest)),
        CallError::NoStart(given) => {
            format!("«{given}» past niet bij --starts: schrijf TAAK=JJJJ-MM-DD, zoals bedenktijd=2022-02-03")
        }
        CallError::NotAStart { given, nearest } => {
            let nearest = nearest.map(|day| day.to_string());
            format!("«{given}» is geen datum: schrijf JJJJ-MM-DD{}", hint(&nearest))
        }
        CallError::UnknownTerm { given, nearest } => {
            format!("geen termijn van dit antwoord hoort bij «{given}»{}", hint(nearest))
        }
        CallError::SeveralTerms { given, possible } => {
            format!("«{given}» heeft meer termijnen{}", choices(possible, Lang::Nl))
        }
        CallError::TermInHours(given) => format!("de termijn van «{given}» is in uren en heeft geen laatste dag"),
        CallError::UnknownPhase { given, nearest } => format!("onbekende fase «{given}»{}", hint(nearest)),
        CallError::UnknownCase { given, nearest } => format!("onbekende casus «{given}»{}", hint(nearest)),
        CallError::UnknownTask { given, nearest } => {
            format!("er is geen taak of partij «{given}»{}", hint(nearest))
        }
        CallError::NotYet(day) => {
            format!("{} moet nog komen: noem de dag waarop het is nagegaan", words::day(*day, Lang::Nl))
        }
        CallError::EditionTaken(edition) => {
            format!("«{edition}» heet de vorige editie al: kies een nieuwe naam voor --edition")
        }
        CallError::NothingToCompare => {
            "compare vergelijkt twee situaties: geef de tweede met --with of --with-date".to_owned()
        }
        CallError::WrongExtension { given, expected } => {
            let given = if given.is_empty() { "niets".to_owned() } else { format!("«.{given}»") };
            format!("--out eindigt op {given}; verwacht {}", extensions(expected, "of"))
        }
        CallError::OptionWithoutUse { option, extension } => {
            format!("{option} doet niets bij .{extension}: laat het weg")
        }
        CallError::OnlyNational { what } => {
            format!("«{what}» maakt iets voor het hele land: daar gaat geen eigen aanvulling in, laat --supplement weg")
        }
        CallError::OutIsTheGuide => "--out wijst naar de gids die nu antwoordt: kies een andere naam".to_owned(),
        CallError::Profile(error) => profile(error, Lang::Nl),
        CallError::Gemeente(error) => gemeente(error, Lang::Nl),
    }
}

fn english(error: &CallError) -> String {
    let hint = |nearest: &Option<String>| hint(nearest.as_deref(), Lang::En);
    match error {
        CallError::UnknownArgument { given, nearest } => format!("unknown argument «{given}»{}", hint(nearest)),
        CallError::MissingArgument(missing) => format!("something is missing: {}", missing.join(", ")),
        CallError::MissingValue { argument, possible } => {
            format!("{argument} needs a value{}", choices(possible, Lang::En))
        }
        CallError::InvalidValue { given, argument, possible } => {
            format!("«{given}» does not fit {argument}{}", choices(possible, Lang::En))
        }
        CallError::Twice(option) => format!("«{option}» is given twice"),
        CallError::NotText => "one of the arguments is not readable text (UTF-8)".to_owned(),
        CallError::UnreadableInput => "standard input cannot be read as text".to_owned(),
        CallError::LongInput { kilobytes } => {
            format!("standard input is too long: this program reads {kilobytes} kB of facets at most")
        }
        CallError::NotADay(given) => format!("«{given}» is not a date: write YYYY-MM-DD, such as 2022-02-03"),
        CallError::NowOnAnotherDay(date) => {
            format!("--now holds for today only, and {date} was asked for: leave out one of them")
        }
        CallError::UnknownParty { given, nearest } => format!("unknown party «{given}»{}", hint(nearest)),
        CallError::NoStart(given) => {
            format!("«{given}» does not fit --starts: write TASK=YYYY-MM-DD, such as bedenktijd=2022-02-03")
        }
        CallError::NotAStart { given, nearest } => {
            let nearest = nearest.map(|day| day.to_string());
            format!("«{given}» is not a date: write YYYY-MM-DD{}", hint(&nearest))
        }
        CallError::UnknownTerm { given, nearest } => {
            format!("no term of this answer belongs to «{given}»{}", hint(nearest))
        }
        CallError::SeveralTerms { given, possible } => {
            format!("«{given}» has more terms{}", choices(possible, Lang::En))
        }
        CallError::TermInHours(given) => format!("the term of «{given}» is in hours and has no last day"),
        CallError::UnknownPhase { given, nearest } => format!("unknown phase «{given}»{}", hint(nearest)),
        CallError::UnknownCase { given, nearest } => format!("unknown case «{given}»{}", hint(nearest)),
        CallError::UnknownTask { given, nearest } => {
            format!("there is no task or party «{given}»{}", hint(nearest))
        }
        CallError::NotYet(day) => {
            format!("{} is still to come: give the day on which it was checked", words::day(*day, Lang::En))
        }
        CallError::EditionTaken(edition) => {
            format!("the edition before is called «{edition}» already: choose a new name for --edition")
        }
        CallError::NothingToCompare => {
            "compare compares two situations: give the second one with --with or --with-date".to_owned()
        }
        CallError::WrongExtension { given, expected } => {
            let given = if given.is_empty() { "nothing".to_owned() } else { format!("«.{given}»") };
            format!("--out ends in {given}; expected {}", extensions(expected, "or"))
        }
        CallError::OptionWithoutUse { option, extension } => {
            format!("{option} does nothing for .{extension}: leave it out")
        }
        CallError::OnlyNational { what } => {
            format!(
                "«{what}» makes something for the whole country: no supplement is part of that, leave --supplement out"
            )
        }
        CallError::OutIsTheGuide => "--out leads to the guide that answers now: choose another name".to_owned(),
        CallError::Profile(error) => profile(error, Lang::En),
        CallError::Gemeente(error) => gemeente(error, Lang::En),
    }
}

/// What can be chosen, after what is wrong.
fn choices(possible: &[String], lang: Lang) -> String {
    if possible.is_empty() {
        return String::new();
    }
    let possible = possible.join(", ");
    match lang {
        Lang::Nl => format!("; kies uit {possible}"),
        Lang::En => format!("; choose from {possible}"),
    }
}

/// Output that could not be written whole.
pub fn not_written(why: SystemFault, lang: Lang) -> String {
    let why = system(why, lang);
    match lang {
        Lang::Nl => format!("kan de uitvoer niet helemaal schrijven: {why}"),
        Lang::En => format!("cannot write all of the output: {why}"),
    }
}
