//! What the projector says around what is projected.

use super::texts;
use crate::model::Lang;

texts! {
    known: "Wat we weten", "What we know";
    is_black: "Het scherm is zwart", "The screen is black";
    is_white: "Het scherm is wit", "The screen is white";
    no_question: "De gids geeft hier geen vraag. Ga verder", "The guide gives no question here. Go on";
    otherwise: "Wordt anders", "Becomes different";
    only_here_nothing: "Niets dat alleen hier geldt", "Nothing that holds only here";
}

/// «nieuw: leeftijd»
pub fn new_fact(facet: &str, lang: Lang) -> String {
    match lang {
        Lang::Nl => format!("nieuw: {facet}"),
        Lang::En => format!("new: {facet}"),
    }
}

/// What is left of the time; «3:07», and «1:02 over tijd».
pub fn time_left(seconds: i64, lang: Lang) -> String {
    let (minutes, rest) = (seconds.unsigned_abs() / 60, seconds.unsigned_abs() % 60);
    match (seconds < 0, lang) {
        (false, _) => format!("{minutes}:{rest:02}"),
        (true, Lang::Nl) => format!("{minutes}:{rest:02} over tijd"),
        (true, Lang::En) => format!("{minutes}:{rest:02} over time"),
    }
}

/// «Stap 2 van 7», and «Begin»
pub fn step_of((at, of): (usize, usize), lang: Lang) -> String {
    match (at, lang) {
        (0, Lang::Nl) => "Begin".to_owned(),
        (0, Lang::En) => "Start".to_owned(),
        (_, Lang::Nl) => format!("Stap {at} van {of}"),
        (_, Lang::En) => format!("Step {at} of {of}"),
    }
}

/// «Vraag 2 van 3»
pub fn question_of((at, of): (usize, usize), lang: Lang) -> String {
    match lang {
        Lang::Nl => format!("Vraag {at} van {of}"),
        Lang::En => format!("Question {at} of {of}"),
    }
}

/// «1 van 3 genoemd»
pub fn found(found: usize, of: usize, lang: Lang) -> String {
    match lang {
        Lang::Nl => format!("{found} van {of} genoemd"),
        Lang::En => format!("{found} of {of} named"),
    }
}

/// «voert uit, genoemd»
pub fn found_role(role: &str, lang: Lang) -> String {
    match lang {
        Lang::Nl => format!("{role}, door u genoemd"),
        Lang::En => format!("{role}, named by you"),
    }
}

/// What a screen reader says of a card that is not revealed.
pub fn hidden_card(number: usize, aspect: &str, lang: Lang) -> String {
    match lang {
        Lang::Nl => format!("{aspect}, antwoord {number}, nog verborgen"),
        Lang::En => format!("{aspect}, answer {number}, still hidden"),
    }
}

/// Who may be responsible too.
pub fn maybe(parties: &[String], lang: Lang) -> String {
    let parties = parties.join(", ");
    match lang {
        Lang::Nl => format!("Hangt nog ergens van af: {parties}"),
        Lang::En => format!("Still depends on something: {parties}"),
    }
}

/// «Bron: …, en nog 2»
pub fn source(sources: &[String], lang: Lang) -> String {
    let Some((first, rest)) = sources.split_first() else { return String::new() };
    match (rest.len(), lang) {
        (0, Lang::Nl) => format!("Bron: {first}"),
        (0, Lang::En) => format!("Source: {first}"),
        (more, Lang::Nl) => format!("Bron: {first}, en nog {more}"),
        (more, Lang::En) => format!("Source: {first}, and {more} more"),
    }
}

/// «Vraag het nu aan de zorgcoördinator»
pub fn ask_now(whom: &str, lang: Lang) -> String {
    match lang {
        Lang::Nl => format!("Vraag het nu aan {whom}"),
        Lang::En => format!("Ask {whom} now"),
    }
}

/// When a step is done, and whether it is sure.
pub fn plan_step(when: &str, is_certain: bool, lang: Lang) -> String {
    match (is_certain, lang) {
        (true, _) => when.to_owned(),
        (false, Lang::Nl) => format!("{when}, hangt nog ergens van af"),
        (false, Lang::En) => format!("{when}, still depends on something"),
    }
}

/// «Zorg, steun en bescherming: hier is de persoon nu»
pub fn is_here(phase: &str, lang: Lang) -> String {
    match lang {
        Lang::Nl => format!("{phase}: hier is de persoon nu"),
        Lang::En => format!("{phase}: the person is here now"),
    }
}

/// «vangt op: COSM»
pub fn stop(verb: &str, who: &str) -> String {
    format!("{verb}: {who}")
}

/// «vangt op: misschien COSM»
pub fn stop_perhaps(verb: &str, who: &str, lang: Lang) -> String {
    match lang {
        Lang::Nl => format!("{verb}: misschien {who}"),
        Lang::En => format!("{verb}: perhaps {who}"),
    }
}

/// «12 antwoorden blijven gelijk»
pub fn the_same(count: usize, lang: Lang) -> String {
    match lang {
        Lang::Nl if count == 1 => "1 antwoord blijft gelijk".to_owned(),
        Lang::Nl => format!("{count} antwoorden blijven gelijk"),
        Lang::En if count == 1 => "1 answer stays the same".to_owned(),
        Lang::En => format!("{count} answers stay the same"),
    }
}

/// What a screen reader says of a day on the line.
pub fn compare_with(day: &str, lang: Lang) -> String {
    match lang {
        Lang::Nl => format!("Vergelijk met {day}"),
        Lang::En => format!("Compare with {day}"),
    }
}

/// «✓ COSM, dit is juist»
pub fn right(option: &str, lang: Lang) -> String {
    match lang {
        Lang::Nl => format!("{option}: dit is juist"),
        Lang::En => format!("{option}: this is right"),
    }
}

/// «COSM, gekozen door de zaal»
pub fn room_chose(option: &str, lang: Lang) -> String {
    match lang {
        Lang::Nl => format!("{option} (gekozen door de zaal)"),
        Lang::En => format!("{option} (chosen by the room)"),
    }
}

/// What was found, shown or missed.
pub fn lot(what: &str, which: &[String]) -> String {
    // Each may hold commas of its own, or be a sentence.
    let which: Vec<&str> = which.iter().map(|one| one.trim_end_matches('.')).collect();
    format!("{what}: {}", which.join("; "))
}

/// «Opvang, voert uit»; a gap has no role.
pub fn of_aspect(aspect: &str, role: &str) -> String {
    if role.is_empty() { aspect.to_owned() } else { format!("{aspect}, {role}") }
}
