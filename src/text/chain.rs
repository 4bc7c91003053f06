//! What the picture of the chain says.

use super::texts;
use crate::model::Lang;

texts! {
    view: "Keten", "Chain";
    in_words: "In woorden", "In words";
    picture: "De keten als plaatje", "The chain as a picture";
    outline_help: "Zelfde inhoud, zelfde plek als het plaatje", "Same content, same place as the picture";
    to: "→", "→";
    empty_place: "Lege plek", "Empty place";
    spine: "Hoofdlijn", "Main line";
    fold: "Minder tonen", "Show less";
    fit: "Alles in beeld", "Everything in sight";
    fit_width: "Breedte", "Width";
    closer: "Dichterbij", "Closer";
    farther: "Verder weg", "Farther";
    only_certain: "Alleen wat geldt", "Only what applies";
    around: "Stappen rond de keuze", "Steps around the choice";
    all_steps: "alles", "all";
    main_line: "hoofdlijn", "main line";
    certain: "geldt", "applies";
    dependent: "hangt af van", "depends";
    excluded: "geldt niet", "does not apply";
    gap: "lege plek", "empty place";
    overlap: "afspraak nodig", "agreement needed";
    hand_over: "overdracht", "hand-over";
    main_place: "vet: hoofdplek", "bold: main place";
    back: "terug naar een eerdere fase", "back to an earlier phase";
    legend: "Legenda", "Legend";
    map: "Overzicht", "Overview";
    more: "Meer", "More";
    drawing: "De keten wordt getekend", "The chain is being drawn";
    at_home: "staat vooral bij", "stands mainly at";
    arrange: "Vakken verplaatsen", "Move boxes";
    arrange_help: "Sleep een vak omhoog of omlaag, of kies Alt en een pijl", "Drag a box up or down, or press Alt and an arrow";
    draw: "Overdracht tekenen", "Draw a hand-over";
    draw_from: "Kies wie overdraagt, of sleep van vak naar vak", "Choose who hands over, or drag from box to box";
    draw_stop: "Stop met tekenen", "Stop drawing";
    put_back: "Alles terugzetten", "Put everything back";
    next_step: "Volgende stap", "Next step";
    last_step: "Vorige stap", "Previous step";
}

/// To whom is still to be chosen.
pub fn draw_to(from: &str, lang: Lang) -> String {
    match lang {
        Lang::Nl => format!("{from} draagt over. Kies aan wie"),
        Lang::En => format!("{from} hands over. Choose to whom"),
    }
}

/// The picture of all that can hold for the person, with how many parties that are.
pub fn for_this_person(parties: usize, lang: Lang) -> String {
    match lang {
        Lang::Nl => format!("Alles voor deze persoon · {parties}"),
        Lang::En => format!("All for this person · {parties}"),
    }
}

/// The picture of everything, with how many parties that are.
pub fn whole(parties: usize, lang: Lang) -> String {
    match lang {
        Lang::Nl => format!("Hele keten · {parties}"),
        Lang::En => format!("Whole chain · {parties}"),
    }
}

/// So many parties.
pub fn parties(count: usize, lang: Lang) -> String {
    match (lang, count) {
        (Lang::Nl, 1) => "1 partij".to_owned(),
        (Lang::Nl, _) => format!("{count} partijen"),
        (Lang::En, 1) => "1 party".to_owned(),
        (Lang::En, _) => format!("{count} parties"),
    }
}

/// So many empty places.
pub fn gaps(count: usize, lang: Lang) -> String {
    match (lang, count) {
        (Lang::Nl, 1) => "1 lege plek".to_owned(),
        (Lang::Nl, _) => format!("{count} lege plekken"),
        (Lang::En, 1) => "1 empty place".to_owned(),
        (Lang::En, _) => format!("{count} empty places"),
    }
}

/// So many more.
pub fn more_parties(count: usize) -> String {
    format!("+{count}")
}

/// What is folded away.
pub fn folded(parties: usize, gaps: usize, lang: Lang) -> String {
    let and = match lang {
        Lang::Nl => "en",
        Lang::En => "and",
    };
    match (parties, gaps) {
        (parties, 0) => self::parties(parties, lang),
        (0, gaps) => self::gaps(gaps, lang),
        (parties, gaps) => format!("{} {and} {}", self::parties(parties, lang), self::gaps(gaps, lang)),
    }
}

/// The same party does the next thing on the main line.
pub fn goes_on(party: &str, lang: Lang) -> String {
    match lang {
        Lang::Nl => format!("{party} gaat zelf verder"),
        Lang::En => format!("{party} goes on itself"),
    }
}

/// What the main line says of a lane: for certain, and what still depends; each may be empty.
pub fn lane_answer(certain: &str, dependent: &str, lang: Lang) -> String {
    let perhaps = match lang {
        Lang::Nl => "mogelijk",
        Lang::En => "perhaps",
    };
    match (certain.is_empty(), dependent.is_empty()) {
        (_, true) => certain.to_owned(),
        (true, false) => format!("{}: {dependent}", super::words::capital(perhaps)),
        (false, false) => format!("{certain}; {perhaps}: {dependent}"),
    }
}

/// What is done along a line, and the other way.
pub fn both_ways(forth: &str, back: &str, lang: Lang) -> String {
    match (lang, back.is_empty()) {
        (_, true) => forth.to_owned(),
        (Lang::Nl, false) => format!("{forth}; terug: {back}"),
        (Lang::En, false) => format!("{forth}; back: {back}"),
    }
}

/// Which step of a route is looked at.
pub fn step_of(step: usize, steps: usize, lang: Lang) -> String {
    match lang {
        Lang::Nl => format!("Stap {step} van {steps}"),
        Lang::En => format!("Step {step} of {steps}"),
    }
}

/// A lane with what its main line says.
pub fn lane_name(letter: char, name: &str, says: &str) -> String {
    match says {
        "" => format!("{letter} {name}"),
        says => format!("{letter} {name}: {says}"),
    }
}

/// A box as read aloud.
pub fn place_name(name: &str, verdict: &str, marks: &[&str]) -> String {
    let parts: Vec<&str> = [name, verdict].into_iter().chain(marks.iter().copied()).collect();
    parts.join(", ")
}
