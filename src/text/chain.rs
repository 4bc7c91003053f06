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
    fit: "Hele keten", "Whole chain";
    fit_width: "Breedte", "Width";
    closer: "Dichterbij", "Closer";
    farther: "Verder weg", "Farther";
    only_certain: "Alleen wat geldt", "Only what applies";
    around: "Stappen rond de keuze", "Steps around the choice";
    all_steps: "alles", "all";
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
    put_back: "Alles terugzetten", "Put everything back";
    next_step: "Volgende stap", "Next step";
    last_step: "Vorige stap", "Previous step";
}

/// Which step of a route is looked at.
pub fn step_of(step: usize, steps: usize, lang: Lang) -> String {
    match lang {
        Lang::Nl => format!("Stap {step} van {steps}"),
        Lang::En => format!("Step {step} of {steps}"),
    }
}

/// A box as read aloud.
pub fn place_name(name: &str, verdict: &str, marks: &[&str]) -> String {
    let parts: Vec<&str> = [name, verdict].into_iter().chain(marks.iter().copied()).collect();
    parts.join(", ")
}
