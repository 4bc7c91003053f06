//! What is said of everything that comes from a supplement of one place.

use super::{texts, words};
use crate::model::{Contact, Lang, Own, PartialDate, RecordKey};

texts! {
    title: "Eigen aanvulling", "Own supplement";
    purpose: "Wat alleen bij u geldt, over de landelijke gids heen. Het heet overal ‘eigen aanvulling’, blijft bij een nieuwe editie, en gaat nooit mee in wat voor het hele land is.", "What only holds at your place, over the national guide. It is called ‘own supplement’ everywhere, stays with a new edition, and is no part of what is made for the whole country.";
    no_person: "Noem een functie en het nummer van een organisatie. Nooit iets over een persoon.", "Name a function and the number of an organisation. Never anything about a person.";
    use_file: "Een bestand gebruiken", "Use a file";
    file: "Bestand", "File";
    use_it: "Gebruiken", "Use";
    make_new: "Een nieuw bestand maken", "Make a new file";
    make_help: "Typ hierboven waar het bestand komt, en zeg van wie het is.", "Type above where the file goes, and say whose it is.";
    organisation: "Organisatie", "Organisation";
    function: "Functie", "Function";
    taken: "Dit bestand bestaat al: gebruik het, of kies een andere naam", "This file is there already: use it, or choose another name";
    make: "Nieuw maken", "Make new";
    put_away: "Niet meer gebruiken", "Use no more";
    holds: "Dit staat erin", "What it holds";
    nothing_yet: "Nog niets", "Nothing yet";
    take_out: "Haal weg", "Take out";
    leave_to_guide: "De gids geldt", "The guide holds";
    keep_own: "Het eigen geldt", "Our own holds";
    add_something: "Toevoegen", "Add";
    officer: "Aandachtsfunctionaris", "Contact officer";
    route: "Eigen meldroute", "Own reporting route";
    central: "Centrumgemeente", "Central municipality";
    number: "Eigen nummer van een partij", "Own number of a party";
    task_note: "Opmerking bij een taak", "Note with a task";
    party_note: "Opmerking bij een partij", "Note with a party";
    task: "Taak", "Task";
    note_asked: "Wat moet men bij u weten? In één zin", "What should one know at your place? In one sentence";
    undo: "Ongedaan maken", "Undo";
    done_here: "Gedaan sinds het openen", "Done since it was opened";
    party: "Partij", "Party";
    value: "Nummer, mailadres of website", "Number, mail address or site";
    what_to_do: "Waar meldt men bij u? In één zin", "Where does one report at your place? In one sentence";
    central_name: "Naam van de gemeente", "Name of the municipality";
    hours: "Wanneer bereikbaar (mag leeg)", "When it is answered (may be empty)";
    region: "Veiligheidsregio", "Safety region";
    source: "Bron: wat zegt dit?", "Source: what says so?";
    place: "Waar in die bron", "Where in that source";
    date: "Datum van die bron", "Date of that source";
    add: "Voeg toe", "Add it";
    all_needed: "Bron, plaats en datum zijn nodig, zoals bij elk feit", "Source, place and date are needed, as with every fact";
    not_used: "De eigen aanvulling wordt niet gebruikt", "The own supplement is not used";
    personal: "Niet toegevoegd: dit leidt naar een persoon", "Not added: this leads to a person";
    not_kept: "Hierover beslist de gids: een eigen aanvulling voegt alleen toe", "The guide decides over this: a supplement only adds";
    stopped: "Er ging iets mis met de eigen aanvulling; er is niets gewijzigd", "Something went wrong with the own supplement; nothing was changed";
}

/// What a centrumgemeente of one's own is, as a guide says it: the guide is Dutch.
pub fn central_summary(region: &str) -> String {
    format!("Centrumgemeente in de regio {region}.")
}

/// A note with where it is from, as a guide says it: the guide is Dutch.
pub fn note_from(note: &str, source: &str, at: &str, date: PartialDate) -> String {
    format!("{note} (bron: {source}, {at}, {})", words::partial_day(date, Lang::Nl))
}

/// Something that was added or taken out.
pub fn done(what: &str, is_added: bool, lang: Lang) -> String {
    let what = words::excerpt(what);
    match (is_added, lang) {
        (true, Lang::Nl) => format!("toegevoegd: {what}"),
        (false, Lang::Nl) => format!("weggehaald: {what}"),
        (true, Lang::En) => format!("added: {what}"),
        (false, Lang::En) => format!("taken out: {what}"),
    }
}

/// What undoing undoes.
pub fn undo_this(what: &str, lang: Lang) -> String {
    format!("{}: {what}", undo(lang))
}

/// That it is in its file.
pub fn saved(path: &str, lang: Lang) -> String {
    match lang {
        Lang::Nl => format!("Eigen aanvulling bewaard: {path}"),
        Lang::En => format!("Own supplement saved: {path}"),
    }
}

/// That it and the guide differ over a record.
pub fn differs(name: &str, lang: Lang) -> String {
    match lang {
        Lang::Nl => format!("De gids en uw aanvulling verschillen over {name}. De gids geldt, tot u kiest."),
        Lang::En => format!("The guide and your supplement differ on {name}. The guide holds, until you choose."),
    }
}

/// What stands beside everything that is not in the national guide.
pub fn mark(lang: Lang) -> &'static str {
    match lang {
        Lang::Nl => "eigen aanvulling",
        Lang::En => "own supplement",
    }
}

/// That mark behind something that is one's own; nothing behind what is not.
pub fn behind(is_own: bool, lang: Lang) -> String {
    if is_own { format!(" · {}", mark(lang)) } else { String::new() }
}

/// A name with that mark before it, where there is little room and the end may be cut.
pub fn before(name: &str, lang: Lang) -> String {
    match lang {
        Lang::Nl => format!("eigen: {name}"),
        Lang::En => format!("own: {name}"),
    }
}

/// That mark for a record, or nothing for one of the guide.
pub fn of_record(own: &Own, record: impl Into<RecordKey>, lang: Lang) -> Option<&'static str> {
    own.has(record).then(|| mark(lang))
}

/// That mark for a way to reach a party, or nothing for one of the guide.
pub fn of_contact(own: &Own, contact: &Contact, lang: Lang) -> Option<&'static str> {
    own.has_contact(contact).then(|| mark(lang))
}

/// A note, with that mark where it is one's own.
pub fn note(own: &Own, record: impl Into<RecordKey>, note: &str, lang: Lang) -> String {
    if own.has_note(record, note) { marked(note, lang) } else { note.to_owned() }
}

/// A text with that mark behind it.
pub fn marked(text: &str, lang: Lang) -> String {
    format!("{text} ({})", mark(lang))
}
