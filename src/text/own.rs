//! What is said of everything that comes from a supplement of one place.

use crate::model::{Contact, Lang, Own, RecordKey};

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
