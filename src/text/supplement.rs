//! Why a supplement does not lie over a guide, in words.

use std::path::Path;

use super::{fields, problems, words};
use crate::model::{Lang, NotOwn, SupplementError, error_count};

/// Why a supplement is not used, and which file it is.
pub fn not_used(error: &SupplementError, file: &Path, lang: Lang) -> String {
    let label = match lang {
        Lang::Nl => "Bestand",
        Lang::En => "File",
    };
    words::visible(&format!("{} {label}: {}", why(error, lang), file.display()))
}

fn why(error: &SupplementError, lang: Lang) -> String {
    match (error, lang) {
        (SupplementError::Proposal, Lang::Nl) => {
            "Dit is een voorstel en geen eigen aanvulling: bekijk het in het venster.".to_owned()
        }
        (SupplementError::Proposal, Lang::En) => {
            "This is a proposal and no supplement of your own: look at it in the window.".to_owned()
        }
        (SupplementError::Training, Lang::Nl) => {
            "Over een oefengids ligt geen eigen aanvulling: wat van uzelf is, is echt.".to_owned()
        }
        (SupplementError::Training, Lang::En) => {
            "No supplement of your own lies over a training guide: what is your own is real.".to_owned()
        }
        (SupplementError::NotOwn { record, why, others }, lang) => {
            format!("{record}: {}{}", not_own(why, lang), and_others(*others, lang))
        }
        (SupplementError::DoubleId(key), Lang::Nl) => {
            format!("{key} staat twee keer in de gids: daar kan geen eigen aanvulling over.")
        }
        (SupplementError::DoubleId(key), Lang::En) => {
            format!("{key} stands in the guide twice: no supplement can lie over that.")
        }
        (SupplementError::HasErrors(found), lang) => {
            let first = found.first().map(|problem| problems::problem(problem, lang)).unwrap_or_default();
            let count = error_count(found);
            match lang {
                Lang::Nl => format!("Met deze eigen aanvulling klopt de gids niet meer ({count} × fout): {first}"),
                Lang::En => format!("With this supplement the guide is no longer right (errors: {count}): {first}"),
            }
        }
    }
}

fn not_own(why: &NotOwn, lang: Lang) -> String {
    match (why, lang) {
        (NotOwn::Kind, Lang::Nl) => {
            "dit hoort niet in een eigen aanvulling. Daarin kunnen eigen partijen, bronnen en taken met een regio, en eigen nummers, namen en opmerkingen".to_owned()
        }
        (NotOwn::Kind, Lang::En) => {
            "this has no place in a supplement of your own. It can hold your own parties, sources and tasks with a region, and your own numbers, names and notes".to_owned()
        }
        (NotOwn::NoArea, Lang::Nl) => "een eigen taak noemt de regio waar zij geldt".to_owned(),
        (NotOwn::NoArea, Lang::En) => "a task of your own says in which region it holds".to_owned(),
        (NotOwn::TakenOut, Lang::Nl) => {
            "een eigen aanvulling voegt toe, en haalt niets weg dat voor het hele land geldt".to_owned()
        }
        (NotOwn::TakenOut, Lang::En) => {
            "a supplement of your own adds, and takes out nothing that holds for the whole country".to_owned()
        }
        (NotOwn::Field(field), Lang::Nl) => {
            format!("«{}» is overal hetzelfde, en kan niet in een eigen aanvulling", fields::field(*field, Lang::Nl))
        }
        (NotOwn::Field(field), Lang::En) => {
            format!("«{}» is the same everywhere, and cannot be in a supplement of your own", fields::field(*field, Lang::En))
        }
    }
}

fn and_others(others: usize, lang: Lang) -> String {
    match (others, lang) {
        (0, _) => ".".to_owned(),
        (others, Lang::Nl) => format!("; en zo nog {others}."),
        (others, Lang::En) => format!("; and {others} more."),
    }
}
