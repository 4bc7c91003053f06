//! How a document begins: what tells a bundle of changes, and a file of training cases, from a guide.

use super::scan::{Token, Tokens, line_and_column};
use crate::model::{DocumentPlace, FileError, FileFault, FormFault};

/// The name of the field with which a bundle begins.
const BUNDLE: &str = "bundle";
/// The name of the field with which a file of training cases begins.
const CASES: &str = "casus";

/// Whether a text begins as a bundle of changes does, and not as a guide.
pub fn is_bundle(text: &str) -> bool {
    begins_with(text, BUNDLE)
}

/// Whether a text begins as a file of training cases does, and not as a guide.
pub fn is_cases(text: &str) -> bool {
    begins_with(text, CASES)
}

fn begins_with(text: &str, first: &str) -> bool {
    let mut tokens = Tokens::new(text.strip_prefix('\u{feff}').unwrap_or(text)).map(|(_, token)| token);
    tokens.next() == Some(Token::Open('(')) && tokens.next() == Some(Token::Word(first))
}

/// That where a text begins; `None` when there is nothing in it.
pub(super) fn at_begin(text: &str, fault: FormFault) -> Option<FileError> {
    let (at, _) = Tokens::new(text).next()?;
    let (line, column) = line_and_column(text, at);
    let place = DocumentPlace { line, column, field: String::new(), record: None };
    Some(FileError::from(FileFault::Form(fault)).at(place))
}
