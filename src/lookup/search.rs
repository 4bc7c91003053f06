//! Search over everything, with typing errors, synonyms and old names.

use super::fold;
use crate::model::{Date, Guide, Lang, Regions};

/// Something that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// What it is.
    pub kind: HitKind,
    /// Its id.
    pub id: String,
    /// The party that it leads to.
    pub party: Option<String>,
    /// What to show.
    pub text: String,
    /// Why it was found.
    pub why: HitReason,
}

/// What was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum HitKind {
    /// A party.
    Party,
    /// A responsibility.
    Responsibility,
    /// A word of the glossary.
    Term,
    /// A source.
    Source,
    /// A gemeente.
    Gemeente,
}

impl HitKind {
    /// As the contract writes it.
    pub fn id(self) -> &'static str {
        match self {
            Self::Party => "party",
            Self::Responsibility => "responsibility",
            Self::Term => "term",
            Self::Source => "source",
            Self::Gemeente => "gemeente",
        }
    }
}

/// Why something was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum HitReason {
    /// By its name.
    Name,
    /// By another name.
    Alias,
    /// By what it does.
    Task,
    /// By a word that means the same.
    Synonym,
    /// By a word that is spelled almost alike.
    Spelling,
}

impl HitReason {
    /// As the contract writes it.
    pub fn id(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Alias => "alias",
            Self::Task => "task",
            Self::Synonym => "synonym",
            Self::Spelling => "spelling",
        }
    }
}

/// All words of a guide, ready to be searched.
#[derive(Debug)]
pub struct SearchIndex {
    entries: Vec<(String, Hit)>,
}

impl SearchIndex {
    /// Reads a guide as it is called on `date`.
    pub fn new(guide: &Guide, _regions: &Regions, date: Date, lang: Lang) -> Self {
        let entries = guide.parties.iter().map(|party| {
            let name = party.full_name(date, lang).to_owned();
            let id = party.id.to_string();
            let hit =
                Hit { kind: HitKind::Party, party: Some(id.clone()), id, text: name.clone(), why: HitReason::Name };
            (fold(&name), hit)
        });
        Self { entries: entries.collect() }
    }

    /// At most `limit` hits, best first.
    pub fn find(&self, words: &str, limit: usize) -> Vec<Hit> {
        let words = fold(words);
        let fits = self.entries.iter().filter(|(text, _)| !words.is_empty() && text.contains(&words));
        fits.map(|(_, hit)| hit.clone()).take(limit).collect()
    }
}
