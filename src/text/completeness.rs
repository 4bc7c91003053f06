//! Gaps and overlaps over all persons, in words.

use super::{situations, texts, words};
use crate::model::{AgreementState, Date, Lang, PartialDate, Share};

texts! {
    undocumented: "niemand doet dit, en de gids noemt dit gat niet", "nobody does this, and the guide does not name this gap";
    only_decided: "iemand beslist hierover, maar niemand voert het uit, en de gids noemt dit gat niet", "somebody decides on this, but nobody carries it out, and the guide does not name this gap";
    only_decided_title: "Niet vastgelegd: iemand beslist, maar niemand voert het uit", "Not documented: somebody decides, but nobody carries it out";
    only_provided: "alleen onder een voorwaarde die geen kenmerk is", "only under a condition that is no characteristic";
    no_need: "bij dit onderdeel staat niet voor wie het nodig is", "it is not told for whom this aspect is needed";
    not_needed: "deze personen hebben dit onderdeel niet nodig", "these persons do not need this aspect";
    covered: "voor al deze personen doet iemand het", "somebody does it for all these persons";
    not_the_same: "de taken zijn van een ander onderdeel of een andere rol", "the tasks are of another aspect or role";
    not_primary: "hoogstens een van de taken is die van een hoofdpartij", "at most one of the tasks is that of a primary party";
    one_party: "de taken zijn van één partij, of van een onderdeel ervan", "the tasks are of one party, or of a part of it";
    nobody_in_common: "er is niemand voor wie ze tegelijk gelden", "there is nobody for whom they hold at the same time";
    not_computed: "Vastgelegd, en niet uitgerekend", "Documented, and not computed";
    and_others: "en anderen, die niet in zo weinig woorden te zeggen zijn", "and others, who cannot be told in so few words";
    no_gaps: "geen gaten gevonden", "no gaps found";
    counted: "Achter elke groep staat welk deel van de mogelijke situaties het is: combinaties van antwoorden, geen mensen", "Behind each group stands what part of the possible situations it is: combinations of answers, not people";
    undocumented_title: "Niet vastgelegd: niemand doet dit, en de gids noemt het gat niet", "Not documented: nobody does this, and the guide does not name the gap";
    only_provided_title: "Alleen onder een voorwaarde die geen kenmerk is", "Only under a condition that is no characteristic";
    documented_title: "Vastgelegd: niemand doet dit, en de gids noemt het gat", "Documented: nobody does this, and the guide names the gap";
    no_agreement_title: "Geen afspraak bekend", "No agreement known";
    agreement_title: "De gids zegt hoe het met de afspraak is", "The guide tells how far the agreement is";
    title: "Gaten en overlap", "Gaps and overlap";
    help: "Uitgerekend over alle mensen die er kunnen zijn, voor vandaag: voor wie niemand doet wat nodig is, en voor wie partijen moeten afspreken wie wat doet", "Worked out over all people there can be, for today: for whom nobody does what is needed, and for whom parties have to agree on who does what";
    working: "Wordt uitgerekend…", "Being worked out…";
    also_documented: "Ook wat de gids al noemt", "Also what the guide already names";
    also_agreed: "Ook wat al een afspraak heeft", "Also what already has an agreement";
    coverage: "Dekking", "Coverage";
    coverage_help: "Per onderdeel en antwoord: wie de hoofdpartij is, of welk gat er is. Een vak toont het antwoord voor wie zo is.", "Per aspect and answer: who is the primary party, or which gap there is. A cell shows the answer for who is so.";
    facet: "Vraag", "Question";
    nobody_primary: "geen hoofdpartij", "no primary party";
    no_overlaps: "geen overlappingen gevonden", "no overlaps found";
}

/// How far an agreement is.
pub fn agreement(state: AgreementState, says: &str, lang: Lang) -> String {
    let state = match (state, lang) {
        (AgreementState::Nodig, Lang::Nl) => "afspraak nodig".to_owned(),
        (AgreementState::Nodig, Lang::En) => "agreement needed".to_owned(),
        (AgreementState::Gemaakt(day), Lang::Nl) => format!("afspraak van {}", words::day(day, lang)),
        (AgreementState::Gemaakt(day), Lang::En) => format!("agreement of {}", words::day(day, lang)),
        (AgreementState::Gezamenlijk, Lang::Nl) => "gedeelde taak".to_owned(),
        (AgreementState::Gezamenlijk, Lang::En) => "shared task".to_owned(),
    };
    format!("{state}: {says}")
}

/// Parties that overlap in a role.
pub fn overlapping(parties: &[String], role: &str) -> String {
    format!("{} ({role})", parties.join(" + "))
}

/// Some persons, and how many they are.
pub fn box_of(who: &str, share: Option<Share>, lang: Lang) -> String {
    match share {
        Some(share) => format!("{who} ({})", situations::so_much(share.rounded(), lang)),
        None => who.to_owned(),
    }
}

/// The heading of a report: how many kinds of persons, on which day.
pub fn gaps_on(day: Option<Date>, [undocumented, documented, provided]: [usize; 3], lang: Lang) -> String {
    let on = on(day, lang);
    match lang {
        Lang::Nl => format!(
            "Gaten{on}: {undocumented} niet vastgelegd, {documented} vastgelegd, {provided} alleen onder een voorwaarde"
        ),
        Lang::En => {
            format!(
                "Gaps{on}: {undocumented} not documented, {documented} documented, {provided} only under a condition"
            )
        }
    }
}

/// The heading of a report: how many overlaps, and of how many an agreement is known.
pub fn overlaps_on(day: Option<Date>, all: usize, agreed: usize, lang: Lang) -> String {
    let on = on(day, lang);
    match lang {
        Lang::Nl => format!("Overlappingen{on}: {all}, bij {agreed} staat hoe het met de afspraak is"),
        Lang::En => format!("Overlaps{on}: {all}, of {agreed} the guide tells how far the agreement is"),
    }
}

fn on(day: Option<Date>, lang: Lang) -> String {
    match (day, lang) {
        (Some(day), Lang::Nl) => format!(" op {}", words::day(day, lang)),
        (Some(day), Lang::En) => format!(" on {}", words::day(day, lang)),
        (None, Lang::Nl) => " op alle dagen".to_owned(),
        (None, Lang::En) => " on all days".to_owned(),
    }
}

/// What is not shown, and how to see it.
pub fn on_other_days(count: usize, lang: Lang) -> String {
    match lang {
        Lang::Nl => format!("en {count} op andere dagen: zie --all"),
        Lang::En => format!("and {count} on other days: see --all"),
    }
}

/// A place in the chain.
pub fn aspect_in_phase(letter: char, aspect: &str, lang: Lang) -> String {
    let phase = match lang {
        Lang::Nl => "Fase",
        Lang::En => "Phase",
    };
    format!("{phase} {letter}, {aspect}")
}

/// How many tasks of a party are how fresh, and what the latest source of these is.
pub fn tasks_of(party: &str, count: usize, freshness: &str, last: Option<PartialDate>, lang: Lang) -> String {
    let last = last.map_or(words::no_dated_source(lang).to_owned(), |last| {
        format!("{} {}", words::latest_source(lang), words::partial_day(last, lang))
    });
    let tasks = match (lang, count) {
        (Lang::Nl, 1) => "taak",
        (Lang::Nl, _) => "taken",
        (Lang::En, 1) => "task",
        (Lang::En, _) => "tasks",
    };
    format!("{party}: {count} {tasks} {freshness}, {last}")
}

/// How many gaps the guide does not name.
pub fn gaps_count(count: usize, lang: Lang) -> String {
    match lang {
        Lang::Nl => format!("Gaten ({count} niet vastgelegd)"),
        Lang::En => format!("Gaps ({count} not documented)"),
    }
}

/// Of how many overlaps no agreement is known.
pub fn overlaps_count(count: usize, lang: Lang) -> String {
    match lang {
        Lang::Nl => format!("Overlap ({count} zonder afspraak)"),
        Lang::En => format!("Overlap ({count} without an agreement)"),
    }
}

/// That there are more persons than are told.
pub fn more_boxes(count: usize, lang: Lang) -> String {
    match (count, lang) {
        (0, _) => words::capital(and_others(lang)),
        (count, Lang::Nl) => format!("En nog {count}"),
        (count, Lang::En) => format!("And {count} more"),
    }
}

/// The way to a new gap.
pub fn document_gap(aspect: &str, lang: Lang) -> String {
    match lang {
        Lang::Nl => format!("Gat vastleggen bij {aspect}…"),
        Lang::En => format!("Document a gap in {aspect}…"),
    }
}

/// The way to a new agreement.
pub fn need_agreement(aspect: &str, lang: Lang) -> String {
    match lang {
        Lang::Nl => format!("Afspraak vastleggen bij {aspect}…"),
        Lang::En => format!("Record an agreement in {aspect}…"),
    }
}
