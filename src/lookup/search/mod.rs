//! Search over everything, with typing errors, synonyms and old names.
//!
//! All texts of a guide become words that lead to what they are about.
//! What is typed is compared with all of these words: as it is, in another form, as the beginning or a part of a
//! compound, with or without spaces, and misspelled.
//! Which words mean the same is data of the guide (names, aliases, glossary), never of this program.

mod index;
mod matching;
mod rank;
mod texts;
mod vocabulary;
mod words;

use self::{index::Contents, matching::Query};
use crate::model::{Date, Guide, HitKind, HitReason, Lang, Own, PartyId, RecordKind, Regions};

/// Something that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// What it is.
    pub kind: HitKind,
    /// The id of the record, or the CBS code of a gemeente.
    pub id: String,
    /// The party that it leads to.
    pub party: Option<String>,
    /// What to show.
    pub text: String,
    /// Why it was found.
    pub why: HitReason,
    /// The text by which it was found, such as an old name.
    pub by: String,
}

impl Hit {
    /// Whether what was found is one's own supplement, or was found by a name that is.
    pub fn is_own(&self, own: &Own) -> bool {
        let kind = match self.kind {
            HitKind::Party => RecordKind::Party,
            HitKind::Responsibility => RecordKind::Responsibility,
            HitKind::Term => RecordKind::Term,
            HitKind::Source => RecordKind::Source,
            // Of the regions, and of no guide.
            HitKind::Gemeente => return false,
        };
        let is_name = |(party, alias): &(PartyId, String)| party.as_str() == self.id && *alias == self.by;
        kind.key(&self.id).is_some_and(|key| own.has(key))
            || kind == RecordKind::Party && own.aliases.iter().any(is_name)
    }
}

/// All words of a guide, ready to be searched.
#[derive(Debug)]
pub struct SearchIndex {
    contents: Contents,
}

impl SearchIndex {
    /// Reads a guide as it is called on `date`.
    pub fn new(guide: &Guide, regions: &Regions, date: Date, lang: Lang) -> Self {
        Self { contents: Contents::of(guide, regions, date, lang) }
    }

    /// At most `limit` hits, best first, each thing once.
    ///
    /// What has all the words goes first, then what has some of them.
    /// Only where nothing is like any of the words, the nearest words are taken instead.
    pub fn find(&self, words: &str, limit: usize) -> Vec<Hit> {
        let national = national_number(words);
        let query = Query::of(national.as_deref().unwrap_or(words), &self.contents.vocabulary);
        let mut texts = query.texts(&self.contents);
        if texts.is_empty() {
            texts = query.nearest_texts(&self.contents);
        }
        rank::rank(&self.contents, &query, &texts, limit)
    }
}

/// A Dutch telephone number as it is called from abroad, as it is written here; `None` for anything else.
fn national_number(words: &str) -> Option<String> {
    let is_number = words.chars().all(|sign| sign.is_ascii_digit() || " +-().".contains(sign));
    let digits: String = words.chars().filter(char::is_ascii_digit).collect();
    let begin = if words.trim_start().starts_with('+') { "31" } else { "0031" };
    // Between brackets stands the nought that only counts here: +31 (0)33.
    let rest = digits.strip_prefix(begin)?.trim_start_matches('0');
    (is_number && rest.len() > 5).then(|| format!("0{rest}"))
}

#[cfg(test)]
mod tests {
    use super::national_number;

    #[test]
    fn a_number_from_abroad_is_the_number_here() {
        for abroad in ["0031 33 448 11 86", "+31 33 448 11 86", "+31(0)33-4481186"] {
            assert_eq!(national_number(abroad).as_deref(), Some("0334481186"), "{abroad}");
        }
        for other in ["0031", "033 448 11 86", "0031 comensha", "+32 2 123 45 67"] {
            assert_eq!(national_number(other), None, "{other}");
        }
    }
}
