//! What the page says that the window does not, and what is said about making one.

use super::{texts, words};
use crate::model::{Date, Lang};

/// `export site`.
pub const SITE: &str = "de hele wegwijzer als één webpagina, die zonder internet werkt";

texts! {
    saving: "De pagina wordt opgeslagen", "The page is being saved";
    saved: "De pagina is opgeslagen", "The page was saved";
    not_saved: "De pagina is niet opgeslagen", "The page was not saved";
    save_title: "Pagina voor een browser", "Page for a browser";
    path: "Plaats van de pagina", "Place of the page";
    path_hint: "wegwijzer.html", "guide.html";
    file_name: "wegwijzer.html", "guide.html";
    to_the_answer: "Naar het antwoord", "Skip to the answer";
    search: "Zoeken", "Search";
    more: "Meer", "More";
    print: "Afdrukken", "Print";
    tools: "Gereedschap", "Tools";
    not: "niet", "not";
    several: "één van deze", "one of these";
    details: "Waarom en bronnen", "Why and sources";
    clash: "Deze kenmerken gaan niet samen", "These characteristics do not go together";
    clash_help: "Niemand past bij alles wat u koos. Wis er een, of wis alles. Bij acuut gevaar belt u 112.", "Nobody fits all that you chose. Clear one of them, or clear all. In acute danger, call 112.";
    compare: "Vergelijk", "Compare";
    compare_help: "Houdt deze situatie vast. Kies daarna wat er anders is", "Keeps this situation. Then choose what differs";
    difference: "Verschil met de vastgehouden situatie", "Difference with the situation that was kept";
    kept: "Vastgehouden", "Kept";
    now_chosen: "Nu", "Now";
    link: "Link", "Link";
    link_title: "Link naar deze situatie", "Link to this situation";
    link_warning: "In deze link staat wat u koos. Wie de link heeft, kan dat lezen, en een browser kan hem onthouden. Zet er niets in wat naar een persoon leidt.", "This link says what you chose. Whoever has the link can read that, and a browser may remember it. Put nothing in it that leads to a person.";
    link_label: "Het adres", "The address";
    not_kept: "Deze pagina bewaart niets en maakt geen verbinding met internet. Wat u koos, is weg als u haar sluit.", "This page keeps nothing and opens no connection to the internet. What you chose is gone when you close it.";
    guide_sum: "SHA-256 van de gids", "SHA-256 of the guide";
    cannot_work: "Deze pagina kan hier niet rekenen: JavaScript of WebAssembly staat uit, of de browser is te oud. Hieronder staan de nummers en de gids als tekst.", "This page cannot work here: JavaScript or WebAssembly is off, or the browser is too old. Below are the numbers and the guide as text, in Dutch.";
    not_text: "Dit adres is geen vraag aan deze pagina", "This address is no question to this page";
    numbers: "Telefoonnummers", "Telephone numbers";
    guide_as_text: "Wie doet wat", "Who does what";
    set: "Zet aan", "Set";
    quiz: "Quiz", "Quiz";
    quiz_help: "Vragen uit de gids, over wat u koos. Uw antwoorden ziet niemand", "Questions from the guide, about what you chose. Nobody sees your answers";
    check: "Kijk na", "Check";
    is_right: "Goed", "Right";
    other_questions: "Andere vragen", "Other questions";
    other_case: "Andere casus", "Another case";
    take_over: "Zet dit in het formulier", "Put this in the form";
}

/// When a page was made.
pub fn made_on(day: Date, lang: Lang) -> String {
    let day = words::day(day, lang);
    match lang {
        Lang::Nl => format!("Gemaakt op {day}"),
        Lang::En => format!("Made on {day}"),
    }
}

/// What opens everything about a party.
pub fn all_about(party: &str, lang: Lang) -> String {
    match lang {
        Lang::Nl => format!("Alles over {party}"),
        Lang::En => format!("All about {party}"),
    }
}

/// What clears one facet.
pub fn clear(facet: &str, lang: Lang) -> String {
    match lang {
        Lang::Nl => format!("Wis {facet}"),
        Lang::En => format!("Clear {facet}"),
    }
}

/// How many hits a search has, as read aloud.
pub fn hits(count: usize, lang: Lang) -> String {
    match (lang, count) {
        (Lang::Nl, 1) => "1 gevonden".to_owned(),
        (Lang::Nl, _) => format!("{count} gevonden"),
        (Lang::En, _) => format!("{count} found"),
    }
}

/// That another option is right.
pub fn is_wrong(right: &str, lang: Lang) -> String {
    match lang {
        Lang::Nl => format!("Niet goed. Het is {right}"),
        Lang::En => format!("Not right. It is {right}"),
    }
}

/// «2 van 5 goed», after the number.
pub fn of_right(count: usize, lang: Lang) -> String {
    match lang {
        Lang::Nl => format!("van {count} goed"),
        Lang::En => format!("of {count} right"),
    }
}
