//! What a guide never says, as far as a machine can see it.

use super::{Problem, Rule, texts};
use crate::{
    lookup::fold,
    model::{Guide, Regions},
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

pub(super) fn check(guide: &Guide, regions: &Regions, problems: &mut Vec<Problem>) {
    let towns: Vec<&str> = regions
        .gemeenten
        .iter()
        .flat_map(|gemeente| std::iter::once(&gemeente.name).chain(&gemeente.search_terms))
        .map(String::as_str)
        // A name that is also a common word or a region says nothing about a shelter.
        .filter(|name| name.len() > 3)
        .collect();
    let shelters = shelter_objects(guide);
    texts::each_text(guide, &mut |place, text| {
        let mut report = |rule, words: String| problems.push(Problem::new(rule, place.object, place.field, words));
        if text.trim().is_empty() {
            report(Rule::EmptyText, "hier staat niets".to_owned());
        }
        let padded = format!(" {} ", fold(text));
        for phrase in NEVER.iter().filter(|phrase| padded.contains(&format!(" {phrase} "))) {
            report(Rule::NeverSaid, format!("«{phrase}» staat nooit in een gids"));
        }
        if let Some(address) = address(text) {
            report(Rule::ShelterPlace, format!("«{address}» lijkt een adres"));
        }
        if let Some(number) = mobile_number(text) {
            report(Rule::PersonalNumber, format!("«{number}» is een mobiel nummer, en dus van een persoon"));
        }
        if shelters.contains(&place.object) {
            let words: Vec<&str> = text.split(|c: char| !c.is_alphanumeric() && c != '-' && c != '\'').collect();
            for town in towns.iter().filter(|town| words.contains(*town)) {
                report(Rule::ShelterPlace, format!("«{town}» kan zeggen waar een opvang is"));
            }
        }
        if let Some(words) = longest_sentence(text).filter(|words| *words > MAX_SENTENCE_WORDS) {
            report(Rule::LongSentence, format!("een zin van {words} woorden; houd het bij {MAX_SENTENCE_WORDS}"));
        }
    });
    for contact in guide.parties.iter().flat_map(|party| party.contacts.iter().map(move |contact| (party, contact))) {
        if let Some(number) = mobile_number(&contact.1.value) {
            let text = format!("«{number}» is een mobiel nummer, en dus van een persoon");
            problems.push(Problem::new(Rule::PersonalNumber, &contact.0.id, "contacts", text));
        }
    }
}

/// The ids of the shelters, and of what they are responsible for.
fn shelter_objects(guide: &Guide) -> Vec<&str> {
    let is_shelter = |id: &str| {
        guide.parties.iter().any(|party| {
            party.id.as_str() == id && party.part_of.iter().any(|whole| whole.as_str() == "opvanginstelling")
        })
    };
    let parties = guide.parties.iter().map(|party| party.id.as_str()).filter(|id| is_shelter(id));
    let records = guide.responsibilities.iter().filter(|record| is_shelter(record.party.as_str()));
    parties.chain(records.map(|record| record.id.as_str())).collect()
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
