//! An id for something new, from what it is called.

use std::collections::BTreeSet;

use unicode_normalization::{UnicodeNormalization as _, char::is_combining_mark};

use super::entries::get;
use crate::model::{EntryKey, Guide, RecordKey, RecordKind};

/// Words that say nothing in an id, those of old cases included.
const SILENT: [&str; 6] = ["de", "het", "een", "der", "des", "den"];

/// Words before the name of a person, which has no place in an id.
const BEFORE_A_NAME: [&str; 12] = [
    "dhr",
    "heer",
    "meneer",
    "mevr",
    "mevrouw",
    "mw",
    "client",
    "cliente",
    "slachtoffer",
    "verdachte",
    "dader",
    "getuige",
];

/// A number of more digits is one of a person or a case.
const MOST_DIGITS: usize = 5;

/// As many words as one reads at once.
const MOST_WORDS: usize = 6;

/// An id for a record of this kind with this name: lower-case letters, digits and dashes, free in this guide and never
/// used before. Without silent words, names of persons and numbers of cases. `None` when nothing is left of the name.
pub fn propose_id(guide: &Guide, kind: RecordKind, name: &str) -> Option<String> {
    free(guide, kind, &slug(name)?)
}

/// The same beside others that are about to be made: none of these either.
pub fn propose_id_beside(guide: &Guide, kind: RecordKind, name: &str, others: &BTreeSet<RecordKey>) -> Option<String> {
    free_beside(guide, kind, &slug(name)?, others)
}

/// This id, or else the first that is free with a number behind it; `None` for what is no id.
pub(super) fn free(guide: &Guide, kind: RecordKind, id: &str) -> Option<String> {
    free_beside(guide, kind, id, &BTreeSet::new())
}

fn free_beside(guide: &Guide, kind: RecordKind, id: &str, others: &BTreeSet<RecordKey>) -> Option<String> {
    let names = std::iter::once(id.to_owned()).chain((2..).map(|number| format!("{id}-{number}")));
    for name in names {
        // What is no id does not become one by a number.
        let key = kind.key(&name).filter(|key| key.id().is_some())?;
        if !is_taken(guide, &key) && !others.contains(&key) {
            return Some(name);
        }
    }
    None
}

fn is_taken(guide: &Guide, key: &RecordKey) -> bool {
    const RULES: [RecordKind; 3] = [RecordKind::Impossible, RecordKind::Implication, RecordKind::Suspicious];
    let is_there = |key: RecordKey| get(guide, &EntryKey::Record(key)).is_some();
    let id = key.id().unwrap_or_default();
    // Rules share their ids.
    let is_rule = RULES.contains(&key.kind()) && RULES.iter().filter_map(|kind| kind.key(id)).any(is_there);
    is_rule || is_there(key.clone()) || guide.renamed.iter().any(|old| old.was == *key)
}

fn slug(name: &str) -> Option<String> {
    let plain: String = name.nfd().filter(|sign| !is_combining_mark(*sign)).collect();
    let plain = plain.replace(['\'', '’', '.'], "");
    let words: Vec<&str> =
        plain.split(|sign: char| !sign.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let mut kept = Vec::new();
    let mut rest = words.into_iter().peekable();
    while let Some(word) = rest.next() {
        let lower = word.to_ascii_lowercase();
        let is_name = |next: &&str| {
            let mut letters = next.chars();
            letters.next().is_some_and(|first| first.is_ascii_uppercase()) && letters.all(|c| c.is_ascii_lowercase())
        };
        if BEFORE_A_NAME.contains(&lower.as_str()) && rest.peek().is_some_and(is_name) {
            while rest.next_if(is_name).is_some() {}
            continue;
        }
        let digits = word.chars().filter(char::is_ascii_digit).count();
        if digits <= MOST_DIGITS && !SILENT.contains(&lower.as_str()) {
            kept.push(lower);
        }
    }
    kept.truncate(MOST_WORDS);
    (!kept.is_empty()).then(|| kept.join("-"))
}

#[cfg(test)]
mod tests {
    use super::slug;

    #[test]
    fn an_id_is_short_plain_and_names_nobody() {
        for (name, id) in [
            ("Meldpunt Uitbuiting Minderjarigen", Some("meldpunt-uitbuiting-minderjarigen")),
            ("Zorg- en Veiligheidshuis", Some("zorg-en-veiligheidshuis")),
            ("Coördinatie, één loket (’s nachts)", Some("coordinatie-loket-s-nachts")),
            ("De Raad voor de Kinderbescherming", Some("raad-voor-kinderbescherming")),
            ("Opvang van slachtoffers", Some("opvang-van-slachtoffers")),
            ("Zaak van mevrouw Jansen", Some("zaak-van")),
            ("Slachtoffer Fatima Ali 270123456", None),
            ("D.T.V.", Some("dtv")),
            ("!?", None),
            ("", None),
        ] {
            assert_eq!(slug(name).as_deref(), id, "{name}");
        }
    }
}
