//! What is wrong in a table, in one line.

use super::{file, hint};
use crate::model::{Lang, TableFault};

/// Why a cell or a row is refused.
pub fn table(fault: &TableFault, lang: Lang) -> String {
    match lang {
        Lang::Nl => dutch(fault),
        Lang::En => english(fault),
    }
}

fn dutch(fault: &TableFault) -> String {
    let hint = |nearest: &Option<String>| hint(nearest.as_deref(), Lang::Nl);
    match fault {
        TableFault::UnknownKind { given, nearest } => format!("«{given}» is geen soort in tabellen{}", hint(nearest)),
        TableFault::NoId => "vul de id in: zo is niet te zien over welk onderdeel deze rij gaat".to_owned(),
        TableFault::NotAnId(given) => {
            format!("«{given}» is geen id: gebruik kleine letters, cijfers en streepjes, zoals «cosm-opvang»")
        }
        TableFault::Twice(key) => format!("«{key}» staat in twee rijen"),
        TableFault::NoRecord(key) => format!("«{key}» staat niet in de gids, en ook niet in de tabel"),
        TableFault::Missing(column) => format!("vul «{column}» in: zonder kan dit niet worden gemaakt"),
        TableFault::NotHere => "dit onderdeel heeft zo'n veld niet".to_owned(),
        TableFault::Unfit { given, expected } => format!("«{given}» past hier niet: schrijf het als {expected}"),
        TableFault::NoChoice { given, possible } => {
            format!("«{given}» past hier niet: kies uit {}", possible.join(", "))
        }
        TableFault::Condition(error) => format!("voor wie het geldt is niet te lezen: {}", file(error, Lang::Nl)),
        TableFault::UnknownReference { given, nearest } => format!("«{given}» bestaat niet{}", hint(nearest)),
        TableFault::LostZero { was, given } => format!(
            "«{given}» lijkt «{was}» waar een rekenblad het begin van weghaalde: maak de kolom tekst en zet het terug"
        ),
        TableFault::NotEmptied => "hier moet iets staan".to_owned(),
        TableFault::Refused => "zo past het niet in de gids".to_owned(),
    }
}

fn english(fault: &TableFault) -> String {
    let hint = |nearest: &Option<String>| hint(nearest.as_deref(), Lang::En);
    match fault {
        TableFault::UnknownKind { given, nearest } => format!("«{given}» is no kind in tables{}", hint(nearest)),
        TableFault::NoId => "fill in the id: nothing says which record this row is about".to_owned(),
        TableFault::NotAnId(given) => {
            format!("«{given}» is no id: use lower-case letters, digits and dashes, such as «cosm-opvang»")
        }
        TableFault::Twice(key) => format!("«{key}» stands in two rows"),
        TableFault::NoRecord(key) => format!("«{key}» is neither in the guide nor in the table"),
        TableFault::Missing(column) => format!("fill in «{column}»: it cannot be made without"),
        TableFault::NotHere => "this record has no such field".to_owned(),
        TableFault::Unfit { given, expected } => format!("«{given}» does not fit: write it as {expected}"),
        TableFault::NoChoice { given, possible } => {
            format!("«{given}» does not fit: choose from {}", possible.join(", "))
        }
        TableFault::Condition(error) => format!("for whom it holds cannot be read: {}", file(error, Lang::En)),
        TableFault::UnknownReference { given, nearest } => format!("there is no «{given}»{}", hint(nearest)),
        TableFault::LostZero { was, given } => format!(
            "«{given}» looks like «{was}» of which a spreadsheet took the begin: make the column text and put it back"
        ),
        TableFault::NotEmptied => "something must stand here".to_owned(),
        TableFault::Refused => "the guide cannot be so".to_owned(),
    }
}
