//! What ron and serde say, in Dutch.

use ron::Error;
use serde_path_to_error::{Path, Segment};

use super::{FileError, Place, Problem, error::excerpt, scan};

/// How many names are listed of what may stand somewhere.
const MAX_NAMES: usize = 12;

/// The error in words, with its place in `text`.
pub(super) fn in_words(text: &str, path: &Path, error: &ron::error::SpannedError) -> FileError {
    if scan::is_blank(text) {
        return FileError::new(Problem::Empty);
    }
    let mut place = place(text, path, error);
    if let Some((line, column)) = not_a_guide(text, path, &error.code) {
        (place.line, place.column) = (line, column);
        return form("dit is geen wegwijzer: een wegwijzer begint met «(»".to_owned(), place);
    }
    let field = path.iter().rev().find_map(|segment| match segment {
        Segment::Map { key } => Some(key.as_str()),
        _ => None,
    });
    let words = unmerged(text, &place)
        .or_else(|| unfinished(text, error))
        .or_else(|| mismatched(text, error))
        .unwrap_or_else(|| words(&error.code, field.unwrap_or_default()));
    form(words, place)
}

fn form(words: String, place: Place) -> FileError {
    FileError { problem: Problem::Form(words), place: Some(Box::new(place)), path: None }
}

/// Where it went wrong: the way down, the record's id, and line and column.
fn place(text: &str, path: &Path, error: &ron::error::SpannedError) -> Place {
    let mut field = String::new();
    for segment in path {
        match segment {
            Segment::Seq { index } => field += &["[", &index.to_string(), "]"].concat(),
            Segment::Map { key } | Segment::Enum { variant: key } => {
                field += if field.is_empty() { "" } else { "." };
                field += &excerpt(key);
            }
            Segment::Unknown => {}
        }
    }
    let mut segments = path.iter();
    let record = match (segments.next(), segments.next()) {
        (Some(Segment::Map { key }), Some(Segment::Seq { index })) => scan::record_id(text, key, *index),
        _ => None,
    };
    let at = if points_at_start(&error.code) { error.span.start } else { error.span.end };
    Place { line: at.line, column: at.col, field: without_middle(field), record: record.map(excerpt) }
}

/// A long way down with its middle left out.
fn without_middle(field: String) -> String {
    let chars: Vec<char> = field.chars().collect();
    match (chars.get(..60), chars.len().checked_sub(30).and_then(|from| chars.get(from..))) {
        (Some(begin), Some(end)) if chars.len() > 100 => begin.iter().chain(&['…']).chain(end).collect(),
        _ => field,
    }
}

/// Whether the begin of the span says more than its end: where a whole word is wrong, not a sign that is missing.
fn points_at_start(code: &Error) -> bool {
    matches!(
        code,
        Error::NoSuchEnumVariant { .. }
            | Error::NoSuchStructField { .. }
            | Error::DuplicateStructField { .. }
            | Error::InvalidValueForType { .. }
            | Error::IntegerOutOfBounds
            | Error::InvalidIdentifier(_)
            | Error::SuggestRawIdentifier(_)
            | Error::NoSuchExtension(_)
            | Error::Message(_)
    )
}

/// Where it begins, when that is not how a document begins.
fn not_a_guide(text: &str, path: &Path, code: &Error) -> Option<(usize, usize)> {
    let is_start = matches!(
        code,
        Error::ExpectedStructLike | Error::ExpectedNamedStructLike(_) | Error::ExpectedDifferentStructName { .. }
    );
    match scan::Tokens::new(text).next()? {
        (_, scan::Token::Open('(')) => None,
        (at, _) if is_start && path.iter().next().is_none() => Some(scan::line_and_column(text, at)),
        _ => None,
    }
}

/// When git could not merge two versions and nobody did it by hand.
fn unmerged(text: &str, place: &Place) -> Option<String> {
    let line = text.lines().nth(place.line.checked_sub(1)?)?;
    let is_mark = ["<<<<<<<", "=======", ">>>>>>>"].iter().any(|mark| line.starts_with(mark));
    is_mark.then(|| {
        "hier staan twee versies onder elkaar: kies er een, en haal de regels met «<<<», «===» en «>>>» weg".to_owned()
    })
}

/// When a bracket closes another kind than was opened.
fn mismatched(text: &str, error: &ron::error::SpannedError) -> Option<String> {
    let (at, (opened_at, opened)) = scan::mismatched(text)?;
    let (line, column) = scan::line_and_column(text, at);
    let (opened_line, _) = scan::line_and_column(text, opened_at);
    let is_here = error.span.end == ron::error::Position { line, col: column };
    let close = scan::closing(opened);
    is_here
        .then(|| format!("hier hoort een komma of «{close}», want «{opened}» van regel {opened_line} staat nog open"))
}

/// When the text ends too early: what was opened and never closed.
fn unfinished(text: &str, error: &ron::error::SpannedError) -> Option<String> {
    let (line, col) = scan::line_and_column(text, text.len());
    let ends = matches!(error.code, Error::Eof | Error::ExpectedStringEnd | Error::UnclosedBlockComment)
        || error.span.end == ron::error::Position { line, col };
    if !ends {
        return None;
    }
    if matches!(error.code, Error::UnclosedBlockComment) {
        return Some("deze opmerking heeft geen einde: sluit die met «*/»".to_owned());
    }
    let (at, opened) = scan::unclosed(text)?;
    let (line, _) = scan::line_and_column(text, at);
    Some(match opened {
        '"' => format!("het bestand stopt in een tekst: die begint op regel {line} en mist een aanhalingsteken"),
        bracket => format!("het bestand stopt te vroeg: «{bracket}» van regel {line} wordt niet gesloten"),
    })
}

fn words(code: &Error, field: &str) -> String {
    let plain = match code {
        Error::Eof => "het bestand stopt te vroeg",
        Error::ExpectedArray => "hier hoort een lijst: begin met «[»",
        Error::ExpectedArrayEnd => "hier hoort een komma of het einde van de lijst: «]»",
        Error::ExpectedAttribute | Error::ExpectedAttributeEnd | Error::NoSuchExtension(_) => {
            "deze regel met «#!» kent dit programma niet: haal die weg"
        }
        Error::ExpectedBoolean => "hier hoort «true» of «false»",
        Error::ExpectedComma => "hier mist een komma, of een haakje dat sluit",
        Error::ExpectedChar => "hier hoort één letter tussen enkele aanhalingstekens, zoals 'A'",
        Error::ExpectedInteger | Error::ExpectedFloat | Error::FloatUnderscore | Error::UnderscoreAtBeginning => {
            "hier hoort een getal"
        }
        Error::InvalidIntegerDigit { .. } => "dit is geen getal",
        Error::IntegerOutOfBounds => "dit getal is te groot of te klein",
        Error::ExpectedOption | Error::ExpectedOptionEnd | Error::ExpectedStructLikeEnd => {
            "hier hoort een komma of een haakje dat sluit: «)»"
        }
        Error::ExpectedMap => "hier hoort een lijst met namen: begin met «{»",
        Error::ExpectedMapColon => "hier hoort een dubbele punt",
        Error::ExpectedMapEnd => "hier hoort een komma of het einde: «}»",
        Error::ExpectedStructLike | Error::ExpectedNamedStructLike(_) | Error::ExpectedUnit => {
            "hier hoort een haakje: begin met «(»"
        }
        Error::ExpectedString => "hier hoort tekst tussen dubbele aanhalingstekens",
        Error::ExpectedStringEnd => "deze tekst mist een aanhalingsteken aan het einde",
        Error::ExpectedIdentifier => "hier hoort een naam zonder aanhalingstekens",
        Error::InvalidEscape(_) => "wat hier achter «\\» staat, bestaat niet: schrijf «\\\\» voor een schuine streep",
        Error::UnclosedBlockComment | Error::UnclosedLineComment => "deze opmerking heeft geen einde",
        Error::TrailingCharacters => "hier hoort niets meer te staan: het laatste haakje is al gesloten",
        Error::ExceededRecursionLimit => "hier staan te veel haakjes in elkaar",
        _ => return longer_words(code, field),
    };
    plain.to_owned()
}

fn longer_words(code: &Error, field: &str) -> String {
    match code {
        Error::UnexpectedChar(found) => format!("het teken «{found}» kan hier niet staan"),
        Error::SuggestRawIdentifier(found) if found.contains('-') => {
            format!("schrijf een laag streepje in een naam: «{}»", excerpt(&found.replace('-', "_")))
        }
        Error::InvalidIdentifier(found) | Error::SuggestRawIdentifier(found) => {
            format!("«{}» is geen naam", excerpt(found))
        }
        Error::ExpectedDifferentStructName { found, .. } => {
            format!("haal de naam «{}» voor het haakje weg", excerpt(found))
        }
        Error::NoSuchEnumVariant { expected, found, .. } => {
            format!("«{}» kan hier niet{}", excerpt(found), meant(found, expected))
        }
        Error::NoSuchStructField { expected, found, .. } => {
            format!("het veld «{}» bestaat hier niet{}", excerpt(found), meant(found, expected))
        }
        Error::MissingStructField { field, .. } => format!("het veld «{field}» ontbreekt"),
        Error::DuplicateStructField { field, .. } => format!("het veld «{field}» staat er twee keer"),
        Error::ExpectedDifferentLength { expected, found } => {
            let digits: String = expected.chars().filter(char::is_ascii_digit).collect();
            let stand = if *found == 1 { "het is er 1".to_owned() } else { format!("het zijn er {found}") };
            if digits.is_empty() {
                format!("het aantal waarden klopt niet: {stand}")
            } else {
                format!("hier horen {digits} waarden, en {stand}")
            }
        }
        // Said by the guide's own types, in Dutch.
        Error::Message(said) if said.starts_with('«') => shortened(said),
        Error::Message(_) if ["date", "verified", "changed", "imported"].contains(&field) => {
            "dit is geen datum: schrijf een dag die bestaat, zoals «2022-02-03»".to_owned()
        }
        other => format!("dit is niet in de vorm van een wegwijzer (ron: {})", excerpt(&other.to_string())),
    }
}

/// The quoted part cut short, what is said about it whole.
fn shortened(said: &str) -> String {
    match said.strip_prefix('«').and_then(|said| said.rsplit_once("» is ")) {
        Some((found, rest)) => format!("«{}» is {rest}", excerpt(found)),
        None => excerpt(said),
    }
}

/// What was probably meant, or else what may stand there.
fn meant(found: &str, expected: &[&str]) -> String {
    let found = excerpt(found).to_lowercase().replace('-', "_");
    let distance = |name: &str| strsim::damerau_levenshtein(&found, &name.to_lowercase());
    let nearest = expected.iter().map(|name| (distance(name), name)).min_by_key(|(distance, _)| *distance);
    match nearest {
        Some((distance, name)) if distance <= 1 + name.chars().count() / 4 => format!(": bedoelt u «{name}»?"),
        Some(_) if expected.len() <= MAX_NAMES => {
            let names: Vec<String> = expected.iter().map(|name| format!("«{name}»")).collect();
            format!(": kies uit {}", names.join(", "))
        }
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_error_has_dutch_words_and_only_the_rare_ones_quote_ron() {
        let text = || "x".to_owned();
        for (code, expected) in [
            (Error::ExpectedArrayEnd, "hier hoort een komma of het einde van de lijst: «]»"),
            (Error::UnexpectedChar('é'), "het teken «é» kan hier niet staan"),
            (
                Error::ExpectedDifferentLength { expected: text(), found: 3 },
                "het aantal waarden klopt niet: het zijn er 3",
            ),
            (Error::Message("«x» is geen id: y «z»".to_owned()), "«x» is geen id: y «z»"),
            (Error::Message(format!("«{}» is geen id", "a".repeat(99))), &format!("«{}…» is geen id", "a".repeat(59))),
            (Error::Message(text()), "dit is niet in de vorm van een wegwijzer (ron: x)"),
            (
                Error::InvalidValueForType { expected: text(), found: "y".to_owned() },
                "dit is niet in de vorm van een wegwijzer (ron: Expected x but found y instead)",
            ),
        ] {
            assert_eq!(words(&code, "task"), expected);
        }
        assert!(words(&Error::Message(text()), "verified").starts_with("dit is geen datum"));
    }

    #[test]
    fn names_what_was_meant_or_what_may_stand_there() {
        assert_eq!(meant("voert-uit", &["beslist", "voert_uit"]), ": bedoelt u «voert_uit»?");
        assert_eq!(meant("qqq", &["ja", "nee"]), ": kies uit «ja», «nee»");
        assert_eq!(meant("qqq", &["abcdef"; 20]), "");
        assert_eq!(meant("qqq", &[]), "");
    }

    #[test]
    fn a_long_way_down_loses_its_middle() {
        assert_eq!(without_middle("a.b".to_owned()), "a.b");
        assert_eq!(without_middle("é".repeat(200)).chars().count(), 91);
    }
}
