//! What the window says.

use super::{
    count,
    days::days_known,
    texts,
    words::{capital, excerpt},
};
use crate::model::{Date, HitKind, HitReason, Lang, UnknownGemeente};

texts! {
    who: "Wie heeft u voor u?", "Who is in front of you?";
    leave_open: "Wat u niet weet, laat u open.", "Leave open what you do not know.";
    views: "Onderdelen", "Parts";
    wegwijzer: "Wegwijzer", "Guide";
    clear_all: "Wis alles", "Clear all";
    search_hint: "Zoek partij, regeling of woord", "Search party, rule or word";
    veiligheidsregio: "Veiligheidsregio", "Safety region";
    police_unit: "Politie-eenheid", "Police unit";
    riec: "RIEC", "RIEC";
    care_coordinator: "Zorgcoördinatie", "Care coordination";
    pin: "Zet vast", "Pin";
    unpin: "Niet meer vastzetten", "Unpin";
    pinned: "Vastgezet", "Pinned";
    tour_facets: "Zeg wat u weet", "Say what you know";
    tour_facets_words: "Kies links wat u weet van de persoon, of antwoord met een cijfer op de vraag in de blauwe balk. Wat u niet weet, laat u open.", "On the left, choose what you know of the person, or answer the question in the blue band with a digit. Leave open what you do not know.";
    tour_answers: "Lees wie er verantwoordelijk is", "Read who is responsible";
    tour_answers_words: "Een dichte rand geldt. Een streepjesrand hangt nog van iets af. Een oranje vak is een gat, met wie u dan vraagt. Kies een vak en lees waarom, met termijn, contact en bron.", "A solid edge applies. A dashed edge still depends. An orange box is a gap, with whom to ask. Choose a box and read why, with term, contact and source.";
    tour_desk: "Verwijs door", "Refer";
    tour_desk_words: "Zeg onderaan waar u werkt. Dan ziet u uw eigen taken, de route naar de partij en of u gegevens mag delen. Er wordt niets over een persoon bewaard.", "Say at the bottom where you work. Then you see your own tasks, the route to the party and whether you may share data. Nothing about a person is kept.";
    tour_next: "Verder", "Next";
    tour_done: "Klaar", "Done";
    tour_skip: "Sla over", "Skip";
    nothing_found: "Niets gevonden. Probeer een ander woord", "Nothing found. Try another word";
    results: "Zoekresultaten", "Search results";
    emergency_short: "Bel 112", "Call 112";
    menu: "Menu", "Menu";
    theme: "Thema", "Theme";
    theme_system: "Zoals het systeem", "Like the system";
    theme_light: "Licht", "Light";
    theme_dark: "Donker", "Dark";
    theme_contrast: "Hoog contrast", "High contrast";
    language: "Taal", "Language";
    zoom: "Grootte", "Size";
    larger: "Groter", "Larger";
    smaller: "Kleiner", "Smaller";
    normal_size: "Gewone grootte", "Normal size";
    open_guide: "Gids openen…", "Open guide…";
    embedded_guide: "Terug naar de gids in het programma", "Back to the guide in the program";
    training_guide: "Oefenen met Oefenland", "Practise with Oefenland";
    to_the_real_guide: "Naar de echte wegwijzer", "To the real guide";
    about: "Over deze gids", "About this guide";
    close: "Sluiten", "Close";
    cancel: "Annuleren", "Cancel";
    open: "Openen", "Open";
    browse: "Bladeren…", "Browse…";
    path: "Plaats van het bestand", "Place of the file";
    waiting_for_dialog: "Wacht op het bestandsvenster", "Waiting for the file dialog";
    no_dialog: "Er kwam geen bestand terug. U kunt de plaats ook typen", "No file came back. You can type the place too";
    opening: "De gids wordt geopend", "Opening the guide";
    reading: "lezen", "reading";
    checking: "controleren", "checking";
    today: "Vandaag", "Today";
    date: "Stand op", "As of";
    date_field: "Dag, als 2022-02-03 of 3-2-2022", "Day, as 2022-02-03 or 3-2-2022";
    not_a_date: "Schrijf een dag als 2022-02-03 of 3-2-2022", "Write a day as 2022-02-03 or 3-2-2022";
    calendar: "Kalender", "Calendar";
    month_before: "Vorige maand", "Month before";
    month_after: "Volgende maand", "Month after";
    apply: "Toon", "Show";
    next_question: "Volgende vraag", "Next question";
    skip: "weet ik niet", "I don't know";
    go_on: "verder", "go on";
    by_clock: "van de klok", "by the clock";
    by_hand: "zelf gekozen", "chosen by hand";
    other_moment: "Ander moment", "Another hour";
    back_to_clock: "Terug naar de klok. Feestdagen kent de klok niet", "Back to the clock. It does not know holidays";
    hour_unknown: "moment onbekend", "hour not known";
    answers: "Antwoorden", "Answers";
    facets: "Kenmerken", "Facets";
    explanation: "Uitleg", "Explanation";
    why_shown: "Waarom u dit ziet", "Why you see this";
    what_does: "Wat deze partij doet", "What this party does";
    in_dutch: "Taken, voorwaarden en opmerkingen zijn in het Nederlands", "Tasks, conditions and notes are in Dutch, as in the guide";
    who_is: "Wie dit is", "Who this is";
    tasks_now: "Taken voor deze persoon", "Tasks for this person";
    tasks_not: "Niet voor deze persoon", "Not for this person";
    no_tasks: "Geen taken in deze gids", "No tasks in this guide";
    provided: "Voorwaarde", "Condition";
    terms: "Termijn", "Term";
    starts: "begint bij", "starts at";
    legal_basis: "Grondslag", "Legal basis";
    contact: "Contact", "Contact";
    copy: "Kopieer", "Copy";
    copy_contact: "Kopieer alle contactgegevens", "Copy all contact details";
    copied: "Gekopieerd", "Copied";
    last_source: "Laatste bron", "Latest source";
    source_without_date: "bron zonder datum", "undated source";
    verified: "Nagegaan bij de partij", "Checked with the party";
    conflicts: "Bronnen spreken elkaar tegen", "Sources contradict each other";
    notes: "Let op", "Note";
    names: "Namen", "Names";
    valid: "Geldigheid", "Validity";
    receives: "Ontvangt", "Receives";
    whom_to_ask: "Vraag nu", "Ask now";
    meaning: "Betekenis", "Meaning";
    leads_to: "Leidt naar", "Leads to";
    rests_on_this: "Hierop rust", "Rests on this";
    first: "Eerst", "First";
    your_task: "uw taak", "your task";
    i_work_at: "Ik werk bij", "I work at";
    choose_desk: "kies uw organisatie", "choose your organisation";
    pick_answer: "Kies een antwoord, dan staat hier de route ernaartoe", "Choose an answer to see the route to it here";
    sets_characteristic: "kenmerk: aanzetten", "characteristic: set";
    nothing_explained: "Kies een stap of een antwoord. Hier staat dan waarom, op welke grond en hoe u iemand bereikt.", "Choose a step or an answer. Here you then read why, on which ground and how to reach them.";
    route_here: "Uw route hierheen", "Your route to it";
    in_chain: "Plek in de keten", "Place in the chain";
    only_through: "Zonder deze partij leidt geen overdracht naar", "Without this party no hand-over leads to";
    always_past: "U komt hier altijd langs", "On your way here you always pass";
    comes_back: "Een persoon kan hier terugkomen, via", "A person can come back here, by way of";
    term_start: "Begint op", "Starts on";
    term_start_hint: "dag-maand-jaar", "day-month-year";
    last_day: "Laatste dag", "Last day";
    counted_plainly: "de eerste dag telt mee; weekend en feestdagen verlengen niet", "the first day counts; weekends and holidays do not extend it";
    not_before: "Niet eerder dan", "Not before";
    this_is_wrong: "Dit klopt niet", "This is wrong";
    correction_copied: "De correctietekst is gekopieerd. Plak hem in een bericht aan het beheer van de gids", "The correction text was copied. Paste it in a message to the owner of the guide";
    would_be_certain: "gaat gelden", "comes to apply";
    gaps_would_appear: "gat komt erbij", "gap appears";
    gaps_would_disappear: "gat vervalt", "gap disappears";
    more: "meer", "more";
    less: "minder", "less";
    follows_from_the_rest: "volgt uit wat u al gaf", "follows from what you gave";
    opening_stopped: "Het openen is onverwacht gestopt; de gids die open was, is er nog", "Opening stopped unexpectedly; the guide that was open still is";
    chain_stopped: "De keten is niet getekend: het tekenen is onverwacht gestopt", "The chain was not drawn: drawing stopped unexpectedly";
    search_stopped: "Het zoeken is onverwacht gestopt. Typ verder om het opnieuw te proberen", "Searching stopped unexpectedly. Type on to try again";
    searching: "De gids wordt doorzocht", "Searching the guide";
    dialog_stopped: "Het bestandsvenster is onverwacht gestopt. U kunt de plaats ook typen", "The file dialog stopped unexpectedly. You can type the place too";
    try_again: "Probeer opnieuw", "Try again";
    read_only: "Alleen lezen", "Read only";
    guide_not_used: "De gids is niet geopend", "The guide was not opened";
    release: "Uitgave", "Release";
    limits: "Wat deze gids niet zegt", "What this guide does not say";
    edition: "Editie", "Edition";
    guide: "Gids", "Guide";
    gemeente: "Gemeente", "Municipality";
    gemeente_hint: "Naam of CBS-code", "Name or CBS code";
    shortcuts: "Sneltoetsen", "Shortcuts";
}

/// A day of the calendar that is today, as read aloud.
pub fn day_today(day: &str, lang: Lang) -> String {
    format!("{day}, {}", today(lang).to_lowercase())
}

/// A day of which the guide knows nothing.
pub fn day_outside(first: Date, last: Date, lang: Lang) -> String {
    let known = capital(&days_known(first, last, lang));
    match lang {
        Lang::Nl => format!("{known}. Kies een dag daarvan"),
        Lang::En => format!("{known}. Choose one of those"),
    }
}

/// The name of the window, with nothing in it of what is asked.
pub const TITLE: &str = "NVM-wegwijzer";

/// What a choice would do: in signs, and as read aloud.
pub fn effect(added: usize, taken_away: usize, lang: Lang) -> (String, String) {
    let signs = [('+', added), ('−', taken_away)].map(|(sign, count)| (count > 0).then(|| format!("{sign}{count}")));
    let more = |count| match lang {
        Lang::Nl => format!("{} erbij", count::parties(count, lang)),
        Lang::En => format!("{} more", count::parties(count, lang)),
    };
    let less = |count| match lang {
        Lang::Nl => format!("{} eraf", count::parties(count, lang)),
        Lang::En => format!("{} less", count::parties(count, lang)),
    };
    let spoken = [(added > 0).then(|| more(added)), (taken_away > 0).then(|| less(taken_away))];
    let join = |parts: [Option<String>; 2], with| parts.into_iter().flatten().collect::<Vec<_>>().join(with);
    (join(signs, " "), join(spoken, ", "))
}

/// The name of the window: the mark of a guide for training first, and the file of another guide than the one inside the
/// program.
pub fn title(mark: Option<&str>, other_file: Option<&str>) -> String {
    let mark = mark.map(|mark| format!("{mark} — ")).unwrap_or_default();
    let file = other_file.map(|file| format!(" — {}", excerpt(file))).unwrap_or_default();
    format!("{mark}{TITLE}{file}")
}

/// That no gemeente is called so, and which was probably meant.
pub fn unknown_gemeente(error: &UnknownGemeente, lang: Lang) -> String {
    let given = excerpt(&error.given);
    let nearest = error.nearest.join(", ");
    match (lang, error.nearest.is_empty()) {
        (Lang::Nl, true) => format!("Geen gemeente die «{given}» heet"),
        (Lang::Nl, false) => format!("Geen gemeente die «{given}» heet; bedoelt u {nearest}?"),
        (Lang::En, true) => format!("No gemeente is called «{given}»"),
        (Lang::En, false) => format!("No gemeente is called «{given}»; do you mean {nearest}?"),
    }
}

/// A search set where the person is.
pub fn gemeente_set(name: &str, lang: Lang) -> String {
    match lang {
        Lang::Nl => {
            format!("Het antwoord is nu voor de gemeente {name}. Klopt dat niet, kies dan een andere bij Gemeente")
        }
        Lang::En => {
            format!("The answer is now for the gemeente {name}. If that is wrong, choose another at Municipality")
        }
    }
}

/// A value that cannot be, as read aloud.
pub fn impossible_in_words(label: &str, lang: Lang) -> String {
    match lang {
        Lang::Nl => format!("{label}, kan niet"),
        Lang::En => format!("{label}, cannot be"),
    }
}

/// Between which parties a question decides.
pub fn decides_between(parties: &[&str], lang: Lang) -> String {
    const SHOWN: usize = 4;
    let (and, more) = match lang {
        Lang::Nl => ("en", "andere"),
        Lang::En => ("and", "others"),
    };
    let names = match parties {
        [] => return String::new(),
        [one] => (*one).to_owned(),
        _ if parties.len() > SHOWN => {
            format!("{} {and} {} {more}", parties[..SHOWN].join(", "), parties.len() - SHOWN)
        }
        [rest @ .., last] => format!("{} {and} {last}", rest.join(", ")),
    };
    match lang {
        Lang::Nl => format!("Dit beslist over {names}"),
        Lang::En => format!("This decides on {names}"),
    }
}

/// How many answers stand in the menu.
pub fn more_answers(count: usize, lang: Lang) -> String {
    match lang {
        Lang::Nl => format!("nog {count}"),
        Lang::En => format!("{count} more"),
    }
}

/// What a click makes of the hour of asking.
pub fn choose_moment(value: &str, lang: Lang) -> String {
    match lang {
        Lang::Nl => format!("Kies: {value}. Feestdagen kent de klok niet"),
        Lang::En => format!("Choose: {value}. The clock does not know holidays"),
    }
}

/// Which step of the tour this is.
pub fn tour_heading(step: usize, steps: usize, title: &str, lang: Lang) -> String {
    match lang {
        Lang::Nl => format!("Stap {step} van {steps}: {title}"),
        Lang::En => format!("Step {step} of {steps}: {title}"),
    }
}

/// The edition is old.
pub fn old_edition(age: &str, lang: Lang) -> String {
    match lang {
        Lang::Nl => format!("Deze editie is {age}. Ga na of er een nieuwere is"),
        Lang::En => format!("This edition is {age}. Check whether there is a newer one"),
    }
}

/// How many answers are hidden.
pub fn and_more(count: usize, lang: Lang) -> String {
    match lang {
        Lang::Nl => format!("en nog {count}"),
        Lang::En => format!("and {count} more"),
    }
}

/// How many errors a guide has.
pub fn error_count(count: usize, lang: Lang) -> String {
    count::errors(count, lang)
}

/// The answer changed, as read aloud.
pub fn answer_changed(certain: usize, dependent: usize, gaps: usize, lang: Lang) -> String {
    match lang {
        Lang::Nl => format!("{certain} antwoorden gelden, {dependent} hangen nog ergens van af, {gaps} gaten"),
        Lang::En => format!("{certain} answers apply, {dependent} still depend, {gaps} gaps"),
    }
}

/// A gap that may or may not be there.
pub fn perhaps(kind: &str, lang: Lang) -> String {
    match lang {
        Lang::Nl => format!("Misschien {kind}"),
        Lang::En => format!("Perhaps {kind}"),
    }
}

/// The heading of a gap in the drawer.
pub fn gap_title(kind: &str, lang: Lang) -> String {
    match lang {
        Lang::Nl => format!("Gat: {kind}"),
        Lang::En => format!("Gap: {kind}"),
    }
}

/// How many tasks are folded; `others`: some of the aspect are told already.
pub fn other_tasks(count: usize, others: bool, lang: Lang) -> String {
    if others { count::other_tasks(count, lang) } else { count::tasks(count, lang) }
}

/// A text for the owner of the guide; it names the record, never the person.
pub fn correction(record: &str, edition: &str, date: &str, lang: Lang) -> String {
    match lang {
        Lang::Nl => format!(
            "Correctie voor de NVM-wegwijzer\nEditie: {edition}\nRecord: {record}\nGezien op: {date}\n\
             Wat klopt niet:\nWat moet het zijn:\nBron (document, plaats, datum):\n\
             Noem geen gegevens van een persoon."
        ),
        Lang::En => format!(
            "Correction for the NVM guide\nEdition: {edition}\nRecord: {record}\nSeen on: {date}\n\
             What is wrong:\nWhat it should be:\nSource (document, place, date):\n\
             Do not give any data of a person."
        ),
    }
}

/// Names in one line, with how many more there are.
pub fn few_names(names: &[String], lang: Lang) -> String {
    const SHOWN: usize = 5;
    let mut words = names.iter().take(SHOWN).cloned().collect::<Vec<_>>().join(", ");
    if names.len() > SHOWN {
        words = format!("{words} {}", and_more(names.len() - SHOWN, lang));
    }
    words
}

/// What was found, and by which word when that is not what one reads.
pub fn hit_reason(kind: HitKind, why: HitReason, by: &str, shown: &str, lang: Lang) -> String {
    let kind = match (kind, lang) {
        (HitKind::Party, Lang::Nl) => "partij",
        (HitKind::Party, Lang::En) => "party",
        (HitKind::Responsibility, Lang::Nl) => "taak",
        (HitKind::Responsibility, Lang::En) => "task",
        (HitKind::Term, Lang::Nl) => "woord",
        (HitKind::Term, Lang::En) => "word",
        (HitKind::Source, Lang::Nl) => "bron",
        (HitKind::Source, Lang::En) => "source",
        (HitKind::Gemeente, Lang::Nl) => "gemeente",
        (HitKind::Gemeente, Lang::En) => "municipality",
    };
    let by = by.trim();
    if by.is_empty() || why == HitReason::Task || shown.contains(by) {
        return kind.to_owned();
    }
    match lang {
        Lang::Nl => format!("{kind}, via ‘{by}’"),
        Lang::En => format!("{kind}, by ‘{by}’"),
    }
}
