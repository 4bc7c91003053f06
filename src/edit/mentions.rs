//! Which texts say a name of a party.

use super::walked::leaves;
use crate::model::{
    Entry, Field, FieldPath, PartyName,
    walk::{Leaf, Voice},
};

/// Names to look for, as whole words.
#[derive(Clone, Debug, Default)]
pub(super) struct Mentions(Vec<Sought>);

#[derive(Clone, Debug)]
struct Sought {
    name: String,
    /// Of letters that are all capitals, such as OM: in small letters it is another word.
    is_abbreviation: bool,
}

impl Mentions {
    /// These names.
    pub(super) fn of<'a>(names: impl IntoIterator<Item = &'a str>) -> Self {
        let names = names.into_iter().filter(|name| name.chars().count() > 1);
        let sought = names.map(|name| {
            let is_abbreviation = !name.chars().any(char::is_lowercase);
            let name = if is_abbreviation { name.to_owned() } else { name.to_lowercase() };
            Sought { name, is_abbreviation }
        });
        Self(sought.collect())
    }

    /// Whether a text says one of them.
    pub(super) fn are_in(&self, text: &str) -> bool {
        let lower = text.to_lowercase();
        self.0.iter().any(|sought| {
            let text = if sought.is_abbreviation { text } else { &lower };
            text.match_indices(&sought.name).any(|(at, _)| {
                let is_letter = |sign: Option<char>| sign.is_some_and(char::is_alphanumeric);
                let end = at + sought.name.len();
                !is_letter(text[..at].chars().next_back()) && !is_letter(text[end..].chars().next())
            })
        })
    }

    /// Where a piece says one of them in the words of the guide: not in those of a source, nor where one searches.
    pub(super) fn places(&self, entry: &Entry) -> Vec<FieldPath> {
        let leaves = leaves(entry, &FieldPath::default()).into_iter();
        let places = leaves.filter_map(|(path, leaf)| match leaf {
            Leaf::Text(text) if matches!(text.voice, Voice::Guide | Voice::Keeper) && self.are_in(text.words) => {
                Some(path).filter(|path| !matches!(path.last(), Some(Field::Quote | Field::Fact)))
            }
            _ => None,
        });
        places.collect()
    }
}

/// A name in full and in short, in both languages.
pub(super) fn forms(name: &PartyName) -> impl Iterator<Item = &str> {
    let labels = std::iter::once(&name.name).chain(&name.short);
    labels.flat_map(|label| std::iter::once(label.nl.as_str()).chain(label.en.as_deref()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_a_whole_word_and_an_abbreviation_its_capitals() {
        let om = Mentions::of(["OM"]);
        assert!(om.are_in("Het OM beslist.") && om.are_in("(OM)"));
        assert!(!om.are_in("Het gaat om geld.") && !om.are_in("De OMGEVING."));
        let fier = Mentions::of(["Fier"]);
        assert!(fier.are_in("Bel FIER.") && !fier.are_in("Fiere mensen."));
        assert!(!Mentions::of(["", "x"]).are_in("x"), "one letter is no name");
    }
}
