//! The parties of a guide, each by itself or two beside each other.

use super::{count, texts, words};
use crate::model::{Date, Lang};

/// `export profile`.
pub const PROFILE: &str = "alles over één partij op één papier";
/// Help of `--party`.
pub const PARTY: &str = "De partij van een profiel";

texts! {
    parties: "Partijen", "Parties";
    a_party: "Een partij", "A party";
    purpose: "Opzoeken wat een partij doet, en twee partijen naast elkaar zien", "Look up what a party does, and see two parties side by side";
    filter: "Zoek een partij", "Find a party";
    choose: "Kies links een partij.", "Choose a party at the left.";
    none: "Geen partij heet zo", "No party is called so";
    beside: "Naast", "Beside";
    nobody: "niemand", "nobody";
    on_paper: "Op papier", "On paper";
    reached: "Bereikbaar", "How to reach";
    receives: "Krijgt van", "Receives from";
    hands_on: "Draagt over aan", "Hands over to";
    over_time: "Eerder en later", "Before and later";
    agreements: "Afspraken", "Agreements";
    conflicts: "Bronnen die elkaar tegenspreken", "Sources that contradict each other";
    checked: "Nagegaan bij de partij", "Checked with the party";
    needed: "afspraak nodig", "an agreement is needed";
    shared: "door de wet samen", "shared by law";
    shown: "De gids laat zien", "The guide shows";
    no_tasks: "De gids noemt op deze dag geen taak van deze partij.", "The guide names no task of this party on this day.";
    saving: "Het profiel wordt opgeslagen", "The profile is being saved";
    saved: "Het profiel is opgeslagen", "The profile was saved";
    not_saved: "Het profiel is niet opgeslagen", "The profile was not saved";
    save_title: "Profiel van een partij", "Profile of a party";
    path: "Plaats van het profiel", "Place of the profile";
    path_hint: "partij.pdf of partij.txt", "party.pdf or party.txt";
    file_name: "partij.pdf", "party.pdf";
}

/// That parties agreed, and when.
pub fn agreed_on(day: Date, lang: Lang) -> String {
    match lang {
        Lang::Nl => format!("afgesproken op {}", words::day(day, lang)),
        Lang::En => format!("agreed on {}", words::day(day, lang)),
    }
}

/// How many tasks there are.
pub fn tasks(count: usize, lang: Lang) -> String {
    count::tasks(count, lang)
}

/// How many tasks are so fresh.
pub fn tasks_checked(freshness: &str, count: usize, lang: Lang) -> String {
    format!("{}: {freshness}", count::tasks(count, lang))
}
