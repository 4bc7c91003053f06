//! Asking a party to check what the guide says of it, and what came of that.

use super::{texts, words};
use crate::model::{Date, Lang};

texts! {
    name: "Naam", "Name";
    answers: "[ ] klopt   [ ] klopt niet, namelijk:   [ ] weet ik niet", "[ ] correct   [ ] not correct, namely:   [ ] I do not know";
    no_persons: "Stuur geen gegevens van personen mee", "Do not send data of persons along";
    missing: "Wat ontbreekt er, en waar staat dat", "What is missing, and where does it say so";
    for_whom: "Voor wie", "For whom";
    ground: "Grond", "Legal basis";
    source: "Bron", "Source";
    never: "nooit nagegaan", "never checked";
}

/// What a letter is about.
pub fn subject(party: &str, guide: &str, lang: Lang) -> String {
    match lang {
        Lang::Nl => format!("Klopt dit nog? {party} in {guide}"),
        Lang::En => format!("Is this still correct? {party} in {guide}"),
    }
}

/// How a letter begins.
pub fn opening(party: &str, guide: &str, day: Date, lang: Lang) -> String {
    let day = words::day(day, lang);
    match lang {
        Lang::Nl => format!(
            "Dit staat op {day} over {party} in {guide}. Wilt u bij elk nummer zeggen of het klopt? Noem waar het staat als \
             iets anders is."
        ),
        Lang::En => format!(
            "This is what {guide} says of {party} on {day}. Would you say of each number whether it is correct? Name where \
             it says so when something is different."
        ),
    }
}

/// When a task was checked last.
pub fn checked(day: Option<Date>, lang: Lang) -> String {
    match (day, lang) {
        (None, _) => never(lang).to_owned(),
        (Some(day), Lang::Nl) => format!("nagegaan op {}", words::day(day, lang)),
        (Some(day), Lang::En) => format!("checked on {}", words::day(day, lang)),
    }
}

/// A hand-over, from whom to whom.
pub fn hand_over(from: &str, to: &str) -> String {
    format!("{from} → {to}")
}

/// How many tasks were noted as checked.
pub fn noted(count: usize, day: Date, lang: Lang) -> String {
    let day = words::day(day, lang);
    match (count, lang) {
        (1, Lang::Nl) => format!("1 taak nagegaan op {day}"),
        (count, Lang::Nl) => format!("{count} taken nagegaan op {day}"),
        (1, Lang::En) => format!("1 task checked on {day}"),
        (count, Lang::En) => format!("{count} tasks checked on {day}"),
    }
}
