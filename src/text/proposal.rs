//! Looking at what somebody else wants of the guide, and at a file that changed.

use super::{count, texts};
use crate::model::{ClockTime, Lang};

texts! {
    title: "Voorstel bekijken", "Look at proposal";
    no_base: "Van dit bestand is niet bekend uit welke uitgave het is gemaakt. Elk verschil is daarom een vraag, en er is nog niets gekozen", "It is not known from which edition this file was made. So every difference is a question, and nothing is chosen yet";
    base_own_file: "Vergeleken met wat er in uw bestand staat: daaruit is deze kopie gemaakt", "Compared with what is in your file: this copy was made from that";
    base_former: "Vergeleken met een vorige versie van uw bestand: daaruit zijn beide gemaakt", "Compared with a former version of your file: both were made from that";
    nothing: "Er is geen verschil: alles staat er al", "There is no difference: all of it is there already";
    take_all: "Neem alles over", "Take all over";
    take_fits: "Alleen wat past", "Only what fits";
    leave_all: "Laat alles staan", "Leave all as it is";
    accept: "Overnemen als één stap", "Take over as one step";
    close: "Sluiten", "Close";
    changes: "Wijzigingen", "Changes";
    other: "De andere versie", "The other version";
    choose_ours: "Houd wat er staat", "Keep what stands";
    choose_theirs: "Neem de andere versie", "Take the other version";
    choose_now: "Kies nu", "Choose now";
    is_there: "staat er al", "there already";
    take: "Neem over", "Take over";
    leave: "Laat staan", "Leave";
    ours: "Die van ons", "Ours";
    theirs: "Die van hen", "Theirs";
    both: "Beide bewaren, later kiezen", "Keep both, choose later";
    choice: "Keuze", "Choice";
    in_guide: "Nu in uw gids", "Now in your guide";
    wanted: "In het voorstel", "In the proposal";
    before: "Daarvoor", "Before that";
    says_nothing: "niets", "nothing";
    clash: "Beide kanten hebben dit gewijzigd", "Both sides changed this";
    question: "Hier verschillen beide; wat ervoor stond is niet bekend", "Both differ here; what was there before is not known";
    effects: "Wat uw keuze doet met de antwoorden", "What your choice does to the answers";
    effects_open: "Waar u beide bewaart, geldt wat er nu staat", "Where you keep both, what stands now holds";
    working: "wordt uitgerekend", "being worked out";
    effects_unknown: "Niet bekend: met deze keuze staan er fouten in de gids", "Not known: with this choice there are errors in the guide";
    new_problems: "Nieuwe fouten", "New errors";
    preparing: "Het voorstel wordt gemaakt", "The proposal is being made";
    stopped: "Het maken van het voorstel is onverwacht gestopt", "Making the proposal stopped unexpectedly";
    is_supplement: "Dit bestand is een eigen aanvulling van één plaats. Die komt niet in de landelijke gids", "This file is an own supplement of one place. That does not come into the national guide";
    double_id: "Dit bestand heeft twee onderdelen met hetzelfde id en kan niet worden samengevoegd", "This file has two records with the same id and cannot be merged";
    changed: "Een ander heeft dit bestand gewijzigd sinds u het opende", "Somebody changed this file since you opened it";
    changed_notice: "Een ander heeft het bestand van de gids gewijzigd sinds u het opende. Kies in Beheer wat ermee moet", "Somebody changed the file of the guide since you opened it. Choose in Keep what to do with it";
    changed_dirty: "U hebt zelf ook wijzigingen. Voeg ze samen, of bewaar de uwe in een ander bestand", "You have changes of your own too. Merge them, or save yours in another file";
    changed_clean: "U hebt zelf niets gewijzigd", "You changed nothing yourself";
    gone: "Dit bestand staat er niet meer, of is niet te lezen. Uw werk is er nog: bewaar het in een ander bestand", "This file is not there any more, or cannot be read. Your work is still here: save it in another file";
    read_again: "Opnieuw lezen", "Read again";
    read_again_help: "Leest het bestand zoals het nu is. Uw eigen wijzigingen blijven in het journaal en worden daarna aangeboden", "Reads the file as it is now. Your own changes stay in the journal and are offered afterwards";
    merge_look: "Samenvoegen (bekijken)", "Merge (look first)";
    merge: "Samenvoegen…", "Merge…";
    merge_file: "Samenvoegen met bestand…", "Merge with file…";
    merge_file_help: "Een kopie van een collega, een voorstel of een tabel (CSV, XLSX of ODS). U ziet eerst wat er verschilt, en kiest per wijziging.", "A copy of a colleague, a proposal or a table (CSV, XLSX or ODS). You first see what differs, and choose for each change.";
    look_at: "Bekijk", "Look";
    look_first: "Bekijk eerst", "Look first";
    lost_work: "Werk dat niet was bewaard", "Work that was not saved";
    leave_drops: "Wat u niet overneemt, staat niet meer in het bestand zodra u bewaart. De vorige versie blijft als reservekopie", "What you do not take over is not in the file any more once you save. The former version stays as a backup";
    somebody: "Iemand", "Somebody";
}

/// How many pieces there are of which two versions are kept.
pub fn open_choices(open: usize, lang: Lang) -> String {
    match (open, lang) {
        (1, Lang::Nl) => "Van 1 onderdeel zijn nog twee versies bewaard".to_owned(),
        (open, Lang::Nl) => format!("Van {open} onderdelen zijn nog twee versies bewaard"),
        (1, Lang::En) => "Of 1 record two versions are kept still".to_owned(),
        (open, Lang::En) => format!("Of {open} records two versions are kept still"),
    }
}

/// That another id is used there.
pub fn new_id(was: &str, is: &str, lang: Lang) -> String {
    match lang {
        Lang::Nl => format!("«{was}» heet daar «{is}»: dat gaat mee met wat u overneemt"),
        Lang::En => format!("“{was}” is called “{is}” there: that goes along with what you take over"),
    }
}

/// What a proposal is, and from which file.
pub fn from_file(name: &str, lang: Lang) -> String {
    match lang {
        Lang::Nl => format!("Samenvoegen met {name}"),
        Lang::En => format!("Merge with {name}"),
    }
}

/// What is looked at, and from which table.
pub fn from_table(name: &str, lang: Lang) -> String {
    match lang {
        Lang::Nl => format!("Rijen uit {name}"),
        Lang::En => format!("Rows of {name}"),
    }
}

/// That two versions are held against the edition inside the program.
pub fn base_built_in(edition: &str, lang: Lang) -> String {
    match lang {
        Lang::Nl => format!("Vergeleken met de uitgave in het programma ({edition}): beide noemen die"),
        Lang::En => format!("Compared with the edition inside the program ({edition}): both name it"),
    }
}

/// How much of a proposal is taken over, and how much of it is kept to choose later.
pub fn chosen(taken: usize, of: usize, both: usize, lang: Lang) -> String {
    let (taken, both) = match lang {
        Lang::Nl => (format!("{taken} van {of} overgenomen"), format!("{both} later te kiezen")),
        Lang::En => (format!("{taken} of {of} taken over"), format!("{both} to choose later")),
    };
    if both.starts_with("0 ") { taken } else { format!("{taken}, {both}") }
}

/// How much differs in a record.
pub fn piece(name: &str, changes: usize, lang: Lang) -> String {
    format!("{name}, {}", count::changes(changes, lang))
}

/// A change in the list, for a screen reader: what is chosen of it.
pub fn row(text: &str, choice: &str) -> String {
    format!("{text}: {choice}")
}

/// Who else has the file open.
pub fn also_open(who: &str, since: ClockTime, lang: Lang) -> String {
    match lang {
        Lang::Nl => format!("{who} heeft dit sinds {since} open; bij bewaren voegen we samen"),
        Lang::En => format!("{who} has had this open since {since}; we merge when saving"),
    }
}

/// Somebody by function and organisation, as they typed them.
pub fn who(function: &str, organisation: &str, lang: Lang) -> String {
    match (function.is_empty(), organisation.is_empty()) {
        (true, true) => somebody(lang).to_owned(),
        (true, false) => organisation.to_owned(),
        (false, true) => function.to_owned(),
        (false, false) => format!("{function}, {organisation}"),
    }
}
