//! What the keys do while something is projected, and what a trainer reads around it.

use super::texts;

texts! {
    next: "Verder, of eerst wat eronder staat", "On, or first what is below";
    back: "Terug, of eerst wat erboven staat", "Back, or first what is above";
    first: "Naar het begin", "To the start";
    last: "Naar waar u het verst was", "To where you were furthest";
    reveal: "Toon het volgende antwoord", "Show the next answer";
    black: "Scherm zwart", "Black screen";
    white: "Scherm wit", "White screen";
    spotlight: "Licht op één plek", "Light on one place";
    timer: "Start of stop de tijd", "Start or stop the time";
    larger: "Grotere letters", "Larger letters";
    smaller: "Kleinere letters", "Smaller letters";
    colours: "Andere kleuren", "Other colours";
    language: "Andere taal", "Other language";
    end: "Stop met tonen", "Stop showing";
    notes: "Uw notities, zolang u de toets vasthoudt", "Your notes, as long as you hold the key";
    next_keys: "Page Down, pijl rechts, spatie of Enter", "Page Down, right arrow, space or Enter";
    back_keys: "Page Up, pijl links of Backspace", "Page Up, left arrow or Backspace";
    first_keys: "Home", "Home";
    last_keys: "End", "End";
    black_keys: "punt of B", "full stop or B";
    digits: "cijfers en Enter", "digits and Enter";
    go_to: "Naar de stap met dat nummer", "To the step with that number";
}
