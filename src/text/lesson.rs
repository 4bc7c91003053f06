//! What a trainer reads and does: which case, which keys, what was found.

use super::texts;
use crate::model::{Label, Lang};

texts! {
    workshop: "Workshop", "Workshop";
    purpose: "Naar een workshop: een casus tonen, de zaal laten kiezen", "To a workshop: show a case, let the room choose";
    cases: "Casussen", "Cases";
    a_case: "Casus", "Case";
    choose_case: "Kies links een casus. Alle casussen zijn verzonnen", "Choose a case on the left. All cases are invented";
    no_cases: "Deze gids heeft geen casussen", "This guide has no cases";
    start: "Begin: het verhaal", "Start: the story";
    show_here: "Toon op dit scherm", "Show on this screen";
    show_beside: "Toon op een tweede scherm", "Show on a second screen";
    go_on_here: "Ga verder op dit scherm", "Go on on this screen";
    go_on_beside: "Ga verder op een tweede scherm", "Go on on a second screen";
    screen: "Scherm", "Screen";
    steps: "Stappen", "Steps";
    from_here: "Begin hier", "Start here";
    quiz: "Quiz over deze casus", "Quiz about this case";
    begin_quiz: "Begin de quiz", "Start the quiz";
    count: "Vragen", "Questions";
    seed: "Reeks", "Series";
    seed_help: "Dezelfde reeks geeft dezelfde vragen", "The same series gives the same questions";
    keys: "Toetsen tijdens het tonen", "Keys while showing";
    letters: "Ook letters zijn toetsen", "Letters are keys too";
    notes: "Uw notities", "Your notes";
    no_notes: "Bij deze stap staan geen notities", "There are no notes for this step";
    answers: "Antwoorden: tik aan wat de zaal noemt", "Answers: tick what the room names";
    changed: "De gids geeft nu een ander antwoord dan deze stap verwacht", "The guide now answers otherwise than this step expects";
    previous: "Terug", "Back";
    next: "Verder", "Next";
    reveal: "Toon het volgende antwoord", "Show the next answer";
    close: "Sluit de workshop", "Close the workshop";
    close_help: "Alles wat de zaal deed is dan weg", "All that the room did is then gone";
    debrief: "Nabespreking", "Debrief";
    found: "Genoemd", "Named";
    shown: "Getoond", "Shown";
    missed: "Niet aan bod gekomen", "Not reached";
    wrong_in_guide: "Wat klopt niet in de gids?", "What is wrong in the guide?";
    wrong_in_guide_help: "Schrijf alleen over de gids, niet over een persoon of deelnemer", "Write about the guide only, not about a person or participant";
    add_finding: "Noteer", "Note";
    copy_findings: "Kopieer voor de beheerder", "Copy for the coordinator";
    take_back: "Haal weg", "Take away";
    other_edition: "Deze casussen zijn gemaakt op een andere editie van de gids. Bekijk ze eerst zelf", "These cases were made on another edition of the guide. Look through them first";
    leave_file: "Terug naar de casussen van de gids", "Back to the cases of the guide";
    nothing_stored: "Er wordt niets van deelnemers bewaard", "Nothing about participants is stored";
}

/// What a quiz is called.
pub fn quiz_title() -> Label {
    Label { nl: "Quiz".to_owned(), en: Some("Quiz".to_owned()) }
}

/// What opens the saving of a paper.
pub fn on_paper(what: &str) -> String {
    format!("{what}…")
}

/// «12 minuten · 5 stappen · voor politie»
pub fn about_case(minutes: Option<u16>, steps: usize, audience: &[String], lang: Lang) -> String {
    let minutes = minutes.map(|minutes| self::minutes(minutes, lang));
    let steps = steps_of(steps, lang);
    let audience = (!audience.is_empty()).then(|| match lang {
        Lang::Nl => format!("voor {}", audience.join(", ")),
        Lang::En => format!("for {}", audience.join(", ")),
    });
    minutes.into_iter().chain([steps]).chain(audience).collect::<Vec<_>>().join(" · ")
}

/// «5 stappen»
pub fn steps_of(steps: usize, lang: Lang) -> String {
    match (steps, lang) {
        (0, Lang::Nl) => "één situatie".to_owned(),
        (0, Lang::En) => "one situation".to_owned(),
        (1, Lang::Nl) => "1 stap".to_owned(),
        (1, Lang::En) => "1 step".to_owned(),
        (_, Lang::Nl) => format!("{steps} stappen"),
        (_, Lang::En) => format!("{steps} steps"),
    }
}

/// «12 minuten»
pub fn minutes(minutes: u16, lang: Lang) -> String {
    match (minutes, lang) {
        (1, Lang::Nl) => "1 minuut".to_owned(),
        (1, Lang::En) => "1 minute".to_owned(),
        (_, Lang::Nl) => format!("{minutes} minuten"),
        (_, Lang::En) => format!("{minutes} minutes"),
    }
}

/// «Hierna: …»
pub fn what_follows(next: &str, lang: Lang) -> String {
    match lang {
        Lang::Nl => format!("Hierna: {next}"),
        Lang::En => format!("After this: {next}"),
    }
}

/// «Tijd van deze casus: 6 van 18 minuten»
pub fn time_of_case(before: u16, all: u16, lang: Lang) -> String {
    match lang {
        Lang::Nl => format!("Tot deze stap {before} van {all} minuten"),
        Lang::En => format!("Up to this step {before} of {all} minutes"),
    }
}

/// «De zaal noemde 5 van 9»
pub fn found_of(found: usize, of: usize, lang: Lang) -> String {
    match lang {
        Lang::Nl => format!("De zaal noemde {found} van {of}"),
        Lang::En => format!("The room named {found} of {of}"),
    }
}

/// How long a step took; «2:05 min».
pub fn took(seconds: u32) -> String {
    format!("{}:{:02} min", seconds / 60, seconds % 60)
}
