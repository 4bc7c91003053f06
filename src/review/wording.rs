//! What a guide never says, as far as a machine can see it.

use std::collections::BTreeSet;

use super::problem;
use crate::{
    lookup::fold,
    model::{
        Contact, Fault, Guide, Lang, PartyId, Problem, Regions, is_unseen,
        walk::{Leaf, Place, Reference, Text, Visitor, Voice, walk},
    },
};

/// Phrases that promise, accuse or turn away.
const NEVER: [&str; 9] = [
    "geen recht",
    "moet vertrekken",
    "moeten vertrekken",
    "moet nederland verlaten",
    "illegaal",
    "illegale",
    "illegalen",
    "zeker",
    "er is plek",
];

/// Endings of street names.
const STREETS: [&str; 10] = ["straat", "laan", "weg", "plein", "kade", "singel", "gracht", "dijk", "hof", "steeg"];

/// Longer than this is hard to read under stress.
const MAX_SENTENCE_WORDS: usize = 25;

/// The class of the shelters; where one of them is, nobody may read.
const SHELTER: &str = "opvanginstelling";

pub(super) fn check(guide: &Guide, regions: &Regions, problems: &mut Vec<Problem>) {
    let towns = regions
        .gemeenten
        .iter()
        .flat_map(|gemeente| std::iter::once(&gemeente.name).chain(&gemeente.search_terms))
        .chain(regions.former.iter().map(|former| &former.name))
        .map(String::as_str)
        // A name that is also a common word or a region says nothing about a shelter.
        .filter(|name| name.len() > 3);
    let mut wording = Wording { towns: towns.collect(), shelters: shelters(guide), problems };
    walk(guide, &mut wording);
}

/// Reads every text that the guide speaks to its readers.
struct Wording<'a, 'p> {
    towns: Vec<&'a str>,
    shelters: BTreeSet<&'a str>,
    problems: &'p mut Vec<Problem>,
}

impl<'a> Visitor<'a> for Wording<'a, '_> {
    fn leaf(&mut self, place: &Place<'_>, leaf: Leaf<'a>) {
        if let Some(sign) = said_by(leaf).and_then(|text| text.chars().find(|sign| is_unseen(*sign))) {
            self.problems.push(problem(place, Fault::UnseenSign(sign)));
        }
        if let Leaf::Text(Text { words, lang: Lang::Nl, voice: Voice::Guide }) = leaf {
            self.read(place, words);
        }
    }

    fn contact(&mut self, place: &Place<'_>, contact: &'a Contact) {
        if let Some(number) = mobile_number(&contact.value) {
            self.problems.push(problem(place, Fault::MobileNumber(number)));
        }
    }
}

/// What a reader may see of a value; ids hold letters, digits and dashes only.
fn said_by(leaf: Leaf<'_>) -> Option<&str> {
    match leaf {
        Leaf::Text(text) => Some(text.words),
        Leaf::Reference(Reference::Phone(_, text) | Reference::Region(text) | Reference::Gemeente(text)) => Some(text),
        _ => None,
    }
}

impl Wording<'_, '_> {
    fn read(&mut self, place: &Place<'_>, text: &str) {
        let mut report = |fault| self.problems.push(problem(place, fault));
        if text.trim().is_empty() {
            report(Fault::EmptyText);
        }
        let padded = format!(" {} ", fold(text));
        for phrase in NEVER.into_iter().filter(|phrase| holds(&padded, phrase)) {
            report(Fault::NeverSaid(phrase));
        }
        // Most texts hold no number.
        if text.bytes().any(|byte| byte.is_ascii_digit()) {
            let found = [address(text).map(Fault::Address), mobile_number(text).map(Fault::MobileNumber)];
            found.into_iter().flatten().for_each(&mut report);
        }
        if place.record.id().is_some_and(|id| self.shelters.contains(id)) {
            let words: BTreeSet<&str> = text.split(|c: char| !c.is_alphanumeric() && c != '-' && c != '\'').collect();
            for town in self.towns.iter().filter(|town| words.contains(**town)) {
                report(Fault::Town((*town).to_owned()));
            }
        }
        if let Some(words) = longest_sentence(text).filter(|words| *words > MAX_SENTENCE_WORDS) {
            report(Fault::LongSentence { words, most: MAX_SENTENCE_WORDS });
        }
    }
}

/// Whether a text, folded and with a space at both ends, holds a phrase as whole words.
fn holds(padded: &str, phrase: &str) -> bool {
    padded.match_indices(phrase).any(|(at, _)| {
        let (before, after) = (&padded[..at], &padded[at + phrase.len()..]);
        before.ends_with(' ') && after.starts_with(' ')
    })
}

/// The ids of the shelters, and of what they are responsible for. A word of the glossary that is called as a shelter
/// is, is about it.
fn shelters(guide: &Guide) -> BTreeSet<&str> {
    let shelters = guide.parties.iter().filter(|party| party.part_of.iter().any(|whole| whole.as_str() == SHELTER));
    let parties: BTreeSet<&PartyId> = shelters.map(|party| &party.id).collect();
    let tasks = guide.responsibilities.iter().filter(|record| parties.contains(&record.party));
    tasks.map(|record| record.id.as_str()).chain(parties.iter().map(|id| id.as_str())).collect()
}

/// A street with a number, or a postcode.
fn address(text: &str) -> Option<String> {
    let words: Vec<&str> =
        text.split_whitespace().map(|word| word.trim_matches(|c: char| !c.is_alphanumeric())).collect();
    words.windows(2).find_map(|pair| {
        let (first, second) = (pair[0], pair[1]);
        let is_name = first.chars().next().is_some_and(char::is_uppercase);
        let is_number = second.chars().next().is_some_and(|c| c.is_ascii_digit());
        let is_street = is_name && STREETS.iter().any(|ending| first.ends_with(ending)) && is_number;
        let is_postcode = first.len() == 4
            && first.bytes().all(|b| b.is_ascii_digit())
            && !first.starts_with('0')
            && second.len() == 2
            && second.bytes().all(|b| b.is_ascii_uppercase())
            // A year before an abbreviation is no postcode.
            && !first.starts_with("19")
            && !first.starts_with("20");
        (is_street || is_postcode).then(|| format!("{first} {second}"))
    })
}

fn mobile_number(text: &str) -> Option<String> {
    let digits: String = text.chars().filter(|c| c.is_ascii_digit() || c.is_alphabetic()).collect();
    let found = digits.find("06").filter(|start| {
        let rest = &digits[start + 2..];
        let before = digits[..*start].chars().next_back();
        rest.chars().take_while(char::is_ascii_digit).count() == 8 && !before.is_some_and(|c| c.is_ascii_digit())
    })?;
    digits.get(found..found + 10).map(str::to_owned)
}

fn longest_sentence(text: &str) -> Option<usize> {
    text.split(['.', '!', '?', ';', ':']).map(|sentence| sentence.split_whitespace().count()).max()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_and_mobile_numbers_are_seen_and_other_numbers_are_not() {
        assert_eq!(address("Ga naar Dorpsstraat 12 in de stad"), Some("Dorpsstraat 12".into()));
        assert_eq!(address("Postbus bij 1234 AB"), Some("1234 AB".into()));
        assert_eq!(address("artikel 273f Sr, sinds 2022 OM"), None);
        assert_eq!(address("De weg naar 3 maanden opvang"), None);
        assert_eq!(mobile_number("bel 06-1234 5678"), Some("0612345678".into()));
        assert_eq!(mobile_number("bel 033 448 11 86"), None);
    }
}
