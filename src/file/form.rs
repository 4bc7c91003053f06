//! What ron and serde say of a document, as data.

use ron::Error;
use serde_path_to_error::{Path, Segment};

use super::scan;
use crate::model::{
    ClockTimeError, DateError, DocumentPlace, Expected, FileError, FileFault, FormFault, IdError, NO_CHANGE,
    Suggestion, TWICE,
};

/// The error with its place in `text`.
pub(super) fn form_error(text: &str, path: &Path, error: &ron::error::SpannedError) -> FileError {
    if scan::is_blank(text) {
        return FileFault::Empty.into();
    }
    let mut place = place(text, path, error);
    if let Some((line, column)) = not_a_guide(text, path, &error.code) {
        (place.line, place.column) = (line, column);
        return FileError::from(FileFault::Form(FormFault::NotAGuide)).at(place);
    }
    let field = path.iter().rev().find_map(|segment| match segment {
        Segment::Map { key } => Some(key.as_str()),
        _ => None,
    });
    let fault = unmerged(text, &place)
        .or_else(|| unfinished(text, error))
        .or_else(|| mismatched(text, error))
        .unwrap_or_else(|| fault(&error.code, field.unwrap_or_default()));
    FileError::from(FileFault::Form(fault)).at(place)
}

/// Where it went wrong: the way down, the record's id, and line and column.
fn place(text: &str, path: &Path, error: &ron::error::SpannedError) -> DocumentPlace {
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
    DocumentPlace { line: at.line, column: at.col, field: without_middle(field), record: record.map(excerpt) }
}

/// At most sixty characters of what a file holds, for use in a line.
fn excerpt(text: &str) -> String {
    if text.chars().count() <= 60 { text.to_owned() } else { text.chars().take(59).chain(['…']).collect() }
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
fn unmerged(text: &str, place: &DocumentPlace) -> Option<FormFault> {
    let line = text.lines().nth(place.line.checked_sub(1)?)?;
    let is_mark = ["<<<<<<<", "=======", ">>>>>>>"].iter().any(|mark| line.starts_with(mark));
    is_mark.then_some(FormFault::Unmerged)
}

/// When a bracket closes another kind than was opened.
fn mismatched(text: &str, error: &ron::error::SpannedError) -> Option<FormFault> {
    let (at, (opened_at, opened)) = scan::mismatched(text)?;
    let (line, column) = scan::line_and_column(text, at);
    let is_here = error.span.end == ron::error::Position { line, col: column };
    let (line, _) = scan::line_and_column(text, opened_at);
    is_here.then(|| FormFault::WrongBracket { opened, close: scan::closing(opened), line })
}

/// When the text ends too early: what was opened and never closed.
fn unfinished(text: &str, error: &ron::error::SpannedError) -> Option<FormFault> {
    let (line, col) = scan::line_and_column(text, text.len());
    let ends = matches!(error.code, Error::Eof | Error::ExpectedStringEnd | Error::UnclosedBlockComment)
        || error.span.end == ron::error::Position { line, col };
    if !ends {
        return None;
    }
    if matches!(error.code, Error::UnclosedBlockComment) {
        return Some(FormFault::EndsInComment);
    }
    let (at, opened) = scan::unclosed(text)?;
    let (line, _) = scan::line_and_column(text, at);
    Some(match opened {
        '"' => FormFault::EndsInText { line },
        opened => FormFault::EndsInBracket { opened, line },
    })
}

fn fault(code: &Error, field: &str) -> FormFault {
    FormFault::Expected(match code {
        Error::ExpectedArray => Expected::List,
        Error::ExpectedArrayEnd => Expected::ListEnd,
        Error::ExpectedMap => Expected::Map,
        Error::ExpectedMapEnd => Expected::MapEnd,
        Error::ExpectedStructLike | Error::ExpectedNamedStructLike(_) | Error::ExpectedUnit => Expected::Opening,
        Error::ExpectedOption | Error::ExpectedOptionEnd | Error::ExpectedStructLikeEnd => Expected::Closing,
        Error::ExpectedComma => Expected::Comma,
        Error::ExpectedMapColon => Expected::Colon,
        Error::ExpectedBoolean => Expected::Boolean,
        Error::ExpectedChar => Expected::Letter,
        Error::ExpectedInteger | Error::ExpectedFloat | Error::FloatUnderscore | Error::UnderscoreAtBeginning => {
            Expected::Number
        }
        Error::ExpectedString => Expected::Text,
        Error::ExpectedIdentifier => Expected::Name,
        code => return other_fault(code, field),
    })
}

fn other_fault(code: &Error, field: &str) -> FormFault {
    match code {
        Error::Eof => FormFault::EndsEarly,
        Error::ExpectedStringEnd => FormFault::OpenText,
        Error::UnclosedBlockComment | Error::UnclosedLineComment => FormFault::OpenComment,
        Error::TrailingCharacters => FormFault::AfterTheEnd,
        Error::ExceededRecursionLimit => FormFault::TooDeep,
        Error::ExpectedAttribute | Error::ExpectedAttributeEnd | Error::NoSuchExtension(_) => {
            FormFault::UnknownAttribute
        }
        Error::InvalidIntegerDigit { .. } => FormFault::NotANumber,
        Error::IntegerOutOfBounds => FormFault::NumberOutOfBounds,
        Error::InvalidEscape(_) => FormFault::UnknownEscape,
        Error::UnexpectedChar(found) => FormFault::UnexpectedCharacter(*found),
        Error::SuggestRawIdentifier(found) if found.contains('-') => {
            FormFault::DashInName(excerpt(&found.replace('-', "_")))
        }
        Error::InvalidIdentifier(found) | Error::SuggestRawIdentifier(found) => FormFault::NotAName(excerpt(found)),
        Error::ExpectedDifferentStructName { found, .. } => FormFault::NameBeforeBracket(excerpt(found)),
        Error::NoSuchEnumVariant { expected, found, .. } => {
            FormFault::UnknownVariant { found: excerpt(found), instead: meant(found, expected) }
        }
        Error::NoSuchStructField { expected, found, .. } => {
            FormFault::UnknownField { found: excerpt(found), instead: meant(found, expected) }
        }
        Error::MissingStructField { field, .. } => FormFault::MissingField(field),
        Error::DuplicateStructField { field, .. } => FormFault::DuplicateField(field),
        Error::ExpectedDifferentLength { expected, found } => {
            let digits: String = expected.chars().filter(char::is_ascii_digit).collect();
            FormFault::WrongLength { expected: digits.parse().ok(), found: *found }
        }
        Error::InvalidValueForType { expected, found } if expected == IdError::EXPECTED => {
            FormFault::NotAnId(IdError(excerpt(found)))
        }
        Error::InvalidValueForType { expected, found } if expected == DateError::EXPECTED => {
            FormFault::NotADate(DateError(excerpt(found)))
        }
        Error::InvalidValueForType { expected, found } if expected == ClockTimeError::EXPECTED => {
            FormFault::NotATime(ClockTimeError(excerpt(found)))
        }
        Error::InvalidValueForType { expected, found } if expected == TWICE => FormFault::DuplicateKey(excerpt(found)),
        Error::Message(said) if said == NO_CHANGE => FormFault::NoChange,
        Error::Message(_) if ["date", "on", "verified", "changed", "imported"].contains(&field) => FormFault::NotADay,
        // Not seen in a guide, or new in ron: what it says itself is better than nothing.
        other => FormFault::Other(excerpt(&other.to_string())),
    }
}

/// What was probably meant, or else what may stand there.
fn meant(found: &str, expected: &'static [&'static str]) -> Suggestion {
    let found = excerpt(found).to_lowercase().replace('-', "_");
    let distance = |name: &str| strsim::damerau_levenshtein(&found, &name.to_lowercase());
    let nearest = expected.iter().map(|name| (distance(name), *name)).min_by_key(|(distance, _)| *distance);
    match nearest {
        Some((distance, name)) if distance <= 1 + name.chars().count() / 4 => Suggestion::Meant(name),
        _ => Suggestion::OneOf(expected),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_ron_says_is_understood_and_only_the_rare_is_quoted() {
        let text = || "x".to_owned();
        let not_an_id = |found: String| Error::InvalidValueForType { expected: IdError::EXPECTED.to_owned(), found };
        for (code, expected) in [
            (Error::ExpectedArrayEnd, FormFault::Expected(Expected::ListEnd)),
            (Error::UnexpectedChar('é'), FormFault::UnexpectedCharacter('é')),
            (
                Error::ExpectedDifferentLength { expected: text(), found: 3 },
                FormFault::WrongLength { expected: None, found: 3 },
            ),
            (not_an_id("«x» z".to_owned()), FormFault::NotAnId(IdError("«x» z".to_owned()))),
            (not_an_id("a".repeat(99)), FormFault::NotAnId(IdError("a".repeat(59) + "…"))),
            (Error::Message(text()), FormFault::Other(text())),
            (
                Error::InvalidValueForType { expected: text(), found: "y".to_owned() },
                FormFault::Other("Expected x but found y instead".to_owned()),
            ),
        ] {
            assert_eq!(fault(&code, "task"), expected);
        }
        assert_eq!(fault(&Error::Message(text()), "verified"), FormFault::NotADay);
    }

    #[test]
    fn what_was_meant_is_near() {
        assert_eq!(meant("voert-uit", &["beslist", "voert_uit"]), Suggestion::Meant("voert_uit"));
        assert_eq!(meant("qqq", &["ja", "nee"]), Suggestion::OneOf(&["ja", "nee"]));
    }

    #[test]
    fn a_long_way_down_loses_its_middle() {
        assert_eq!(without_middle("a.b".to_owned()), "a.b");
        assert_eq!(without_middle("é".repeat(200)).chars().count(), 91);
    }
}
