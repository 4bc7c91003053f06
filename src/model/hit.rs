//! What a search finds, and why.

use strum::IntoStaticStr;

/// What was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
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
        self.into()
    }
}

/// Why something was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
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
        self.into()
    }
}
