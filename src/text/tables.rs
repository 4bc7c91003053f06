//! Tables of the guide, out and in.

use super::{errors, texts, words::visible};
use crate::model::{Lang, RecordKey, TableProblem};

/// `export csv`.
pub const CSV: &str =
    "partijen, taken, overdrachten, bronnen, begrippen, gaten, tegenspraken en afspraken als één tabel";
/// `export xlsx`.
pub const XLSX: &str = "dezelfde tabel als rekenblad, met per soort een blad";
/// `export json`.
pub const JSON: &str = "de gids zelf, veld voor veld, voor andere programma’s";

/// `export hsds`.
pub const HSDS: &str = "de taken als diensten voor gidsen elders: HSDS 3.0 van Open Referral";

texts! {
    saving: "De gegevens worden opgeslagen", "The data is being saved";
    saved: "De gegevens zijn opgeslagen", "The data was saved";
    not_saved: "De gegevens zijn niet opgeslagen", "The data was not saved";
    nothing_changes: "De tabel verandert niets", "The table changes nothing";
    nothing_written: "Er is niets opgeslagen", "Nothing was saved";
    would_change: "Er is niets opgeslagen: dit is alleen om te kijken", "Nothing was saved: this was only to look";
}

/// A record that is new.
pub fn added(key: &RecordKey, lang: Lang) -> String {
    match lang {
        Lang::Nl => format!("+ nieuw: {key}"),
        Lang::En => format!("+ new: {key}"),
    }
}

/// A record that says something else.
pub fn changed(key: &RecordKey, lang: Lang) -> String {
    match lang {
        Lang::Nl => format!("~ gewijzigd: {key}"),
        Lang::En => format!("~ changed: {key}"),
    }
}

/// How many records the table leaves as they are.
pub fn unchanged(count: usize, lang: Lang) -> String {
    match lang {
        Lang::Nl => format!("ongewijzigd: {count}"),
        Lang::En => format!("unchanged: {count}"),
    }
}

/// Columns that were passed by.
pub fn unknown(columns: &[String], lang: Lang) -> String {
    let columns = columns.iter().map(|name| format!("«{name}»")).collect::<Vec<_>>().join(", ");
    match lang {
        Lang::Nl => format!("Overgeslagen, want onbekend: kolom {columns}"),
        Lang::En => format!("Passed by, as nobody knows them: column {columns}"),
    }
}

/// So many of the cells that are refused are told at once.
const MOST_REFUSED: usize = 3;

/// That a table is not taken over, and because of which cells.
pub fn refused(problems: &[TableProblem], lang: Lang) -> String {
    let told = problems.iter().take(MOST_REFUSED).map(|problem| {
        let TableProblem { sheet, row, column, fault } = problem;
        format!("{}: {}", place(sheet, Some(*row), column.as_deref(), lang), errors::table(fault, lang))
    });
    let told = told.collect::<Vec<_>>().join("; ");
    let rest = problems.len().saturating_sub(MOST_REFUSED);
    let rest = (rest > 0).then(|| match lang {
        Lang::Nl => format!("; en nog {rest}"),
        Lang::En => format!("; and {rest} more"),
    });
    let none = match lang {
        Lang::Nl => "Er is niets uit de tabel overgenomen",
        Lang::En => "Nothing of the table was taken over",
    };
    visible(&format!("{none}. {told}{}", rest.unwrap_or_default()))
}

/// Where something is refused.
pub fn place(sheet: &str, row: Option<usize>, column: Option<&str>, lang: Lang) -> String {
    let (of_sheet, of_row, of_column) = match lang {
        Lang::Nl => ("blad", "rij", "kolom"),
        Lang::En => ("sheet", "row", "column"),
    };
    let sheet = (!sheet.is_empty()).then(|| format!("{of_sheet} {sheet}"));
    let row = row.map(|row| format!("{of_row} {row}"));
    let column = column.map(|column| format!("{of_column} «{column}»"));
    sheet.into_iter().chain(row).chain(column).collect::<Vec<_>>().join(", ")
}
