//! What in a text could lead to a person: numbers with a known form, and names in places where names of persons stand.
//!
//! None of these is proof; what is no person after all can be switched off for its record, with a reason.

use std::collections::BTreeSet;

use iban::Iban;

use crate::model::{MONTHS_NL, PersonalData};

/// Forms of address, folded; a name may follow.
const TITLES: [&str; 7] = ["dhr", "heer", "meneer", "mevr", "mevrouw", "mw", "mvr"];

/// What somebody is in a case, folded; a name may follow.
const ROLES: [&str; 8] =
    ["client", "cliente", "slachtoffer", "verdachte", "dader", "minderjarige", "getuige", "aangever"];

/// What stands before a Dutch surname.
const PREFIXES: [&str; 9] = ["van", "de", "den", "der", "het", "ter", "ten", "el", "al"];

/// How many words a date may stand from the word that says that somebody was born.
const NEAR: usize = 6;

/// Names that the guide uses for what is no person.
pub(super) type Known<'a> = BTreeSet<&'a str>;

/// What in a text could lead to a person, with the words of it.
pub(super) fn in_text(text: &str, known: &Known<'_>) -> Vec<(PersonalData, String)> {
    let mut found = Vec::new();
    let bytes = text.as_bytes();
    let digits = bytes.iter().filter(|byte| byte.is_ascii_digit()).count();
    if digits >= 6 {
        numbers(text, &mut found);
    }
    if digits >= 2 {
        found.extend(birth_date(text).map(|date| (PersonalData::BirthDate, date)));
    }
    if digits >= 10 {
        found.extend(iban(text).map(|iban| (PersonalData::Iban, iban)));
    }
    if bytes.contains(&b'@') {
        found.extend(mail(text).map(|mail| (PersonalData::PersonalMail, mail)));
    }
    names(text, known, &mut found);
    found
}

/// The words of a text without the signs around them.
fn words(text: &str) -> impl Iterator<Item = &str> + Clone {
    text.split_whitespace().map(|word| word.trim_matches(|sign: char| !sign.is_alphanumeric()))
}

fn numbers(text: &str, found: &mut Vec<(PersonalData, String)>) {
    let all: Vec<&str> = words(text).collect();
    for (at, word) in all.iter().enumerate() {
        if is_bsn(word) {
            found.push((PersonalData::Bsn, (*word).to_owned()));
        }
        if is_case_number(word) {
            found.push((PersonalData::CaseNumber, (*word).to_owned()));
        }
        let lower = word.to_lowercase();
        if ["v-nummer", "vnummer", "v-nr", "vreemdelingennummer"].contains(&lower.as_str()) {
            let near = all.iter().skip(at + 1).take(2);
            let number = near.copied().find(|word| digits(word).len() >= 6);
            found.extend(number.map(|number| (PersonalData::VNumber, number.to_owned())));
        }
    }
}

fn digits(word: &str) -> Vec<u32> {
    word.chars().filter_map(|sign| sign.to_digit(10)).collect()
}

/// Nine digits that pass the test of eleven, with or without dots: the last counts minus one, those before it two to nine.
fn is_bsn(word: &str) -> bool {
    if word.len() < 9 || !word.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.') {
        return false;
    }
    let digits = digits(word);
    let [first @ .., last] = digits.as_slice() else { return false };
    let sum: u32 = first.iter().zip((2..=9).rev()).map(|(digit, weight)| digit * weight).sum();
    digits.len() == 9 && sum > 0 && sum % 11 == *last
}

/// As in `01/234567-22`.
fn is_case_number(word: &str) -> bool {
    let shape = word.bytes().map(|byte| if byte.is_ascii_digit() { b'9' } else { byte });
    shape.eq(*b"99/999999-99")
}

fn iban(text: &str) -> Option<String> {
    let all: Vec<&str> = words(text).collect();
    all.iter().enumerate().find_map(|(at, word)| {
        let is_start = word.len() >= 4
            && word.bytes().take(2).all(|byte| byte.is_ascii_uppercase())
            && word.bytes().skip(2).take(2).all(|byte| byte.is_ascii_digit());
        // Written whole or in groups of four.
        let joined = |count| all.iter().skip(at).take(count).copied().collect::<Vec<_>>();
        let whole = (1..=9).map(joined).find(|parts| parts.concat().parse::<Iban>().is_ok());
        whole.filter(|_| is_start).map(|parts| parts.join(" "))
    })
}

/// A day near a word that says that somebody was born.
fn birth_date(text: &str) -> Option<String> {
    let all: Vec<&str> = words(text).collect();
    let born = all.iter().position(|word| {
        let lower = word.to_lowercase();
        ["geboren", "geboortedatum", "geb"].contains(&lower.as_str())
    })?;
    let near = || (born.saturating_sub(NEAR)..all.len().min(born + NEAR + 1)).filter_map(|at| all.get(at..));
    near().find_map(|rest| match rest {
        [day, month, year, ..]
            if is_day(day) && MONTHS_NL.contains(&month.to_lowercase().as_str()) && is_year(year) =>
        {
            Some([*day, *month, *year].join(" "))
        }
        [date, ..] => {
            let parts: Vec<&str> = date.split(['-', '/', '.']).collect();
            let is_date = match parts.as_slice() {
                [day, month, year] if is_year(year) => is_day(day) && is_day(month),
                [year, month, day] if is_year(year) => is_day(day) && is_day(month),
                _ => false,
            };
            is_date.then(|| (*date).to_owned())
        }
        [] => None,
    })
}

fn is_day(word: &str) -> bool {
    word.len() <= 2 && word.parse::<u8>().is_ok_and(|day| (1..=31).contains(&day))
}

fn is_year(word: &str) -> bool {
    word.len() == 4 && word.parse::<u16>().is_ok_and(|year| (1900..2100).contains(&year))
}

/// As in `voornaam.achternaam@`.
fn mail(text: &str) -> Option<String> {
    words(text).find_map(|word| {
        let (name, _) = word.split_once('@')?;
        let parts: Vec<&str> = name.split('.').collect();
        let is_name = |part: &&str| part.chars().count() >= 2 && part.chars().all(char::is_alphabetic);
        (parts.len() >= 2 && parts.iter().all(is_name)).then(|| word.to_owned())
    })
}

fn names(text: &str, known: &Known<'_>, found: &mut Vec<(PersonalData, String)>) {
    let mut rest = text.split_whitespace();
    while let Some(word) = rest.next() {
        let Some(kind) = before_a_name(word) else { continue };
        // A sentence ends here, and the next begins with a capital.
        let ends = word.ends_with(['.', '!', '?', ':', ';', ',']) && kind == PersonalData::NameInCase;
        if ends {
            continue;
        }
        if let Some(name) = name(rest.clone(), known, kind) {
            found.push((kind, format!("{word} {name}")));
        }
    }
}

/// What a word says of a name behind it.
fn before_a_name(word: &str) -> Option<PersonalData> {
    // Most words begin with another letter.
    if !matches!(word.as_bytes().first()?.to_ascii_lowercase(), b'd' | b'h' | b'm' | b'c' | b's' | b'v' | b'g' | b'a') {
        return None;
    }
    let bare = word.trim_end_matches(|sign: char| !sign.is_alphanumeric());
    let is_one_of = |words: &[&str]| words.iter().any(|other| is_folded(bare, other));
    if is_one_of(&TITLES) {
        Some(PersonalData::AddressedName)
    } else {
        is_one_of(&ROLES).then_some(PersonalData::NameInCase)
    }
}

/// Whether a word is this one, whatever its case and the accents on its e.
fn is_folded(word: &str, folded: &str) -> bool {
    let plain = |sign: char| if matches!(sign, 'ë' | 'é' | 'Ë' | 'É') { 'e' } else { sign.to_ascii_lowercase() };
    word.chars().map(plain).eq(folded.chars())
}

/// A name at the head of these words: initials and what stands before a surname, and then a capital.
fn name<'a>(words: impl Iterator<Item = &'a str>, known: &Known<'_>, kind: PersonalData) -> Option<String> {
    let mut parts = Vec::new();
    for word in words.take(4) {
        let bare = word.trim_matches(|sign: char| !sign.is_alphanumeric());
        if is_initials(word) || PREFIXES.contains(&word.to_lowercase().as_str()) && kind == PersonalData::AddressedName
        {
            parts.push(word);
            continue;
        }
        let mut letters = bare.chars();
        let is_name = letters.next().is_some_and(char::is_uppercase)
            && letters.clone().next().is_some()
            && letters.all(|letter| letter.is_lowercase() || letter == '-' || letter == '\'');
        if !is_name || known.contains(bare) {
            return None;
        }
        parts.push(bare);
        return Some(parts.join(" "));
    }
    None
}

/// As in `A.` or `J.P.`.
fn is_initials(word: &str) -> bool {
    let mut parts = word.split('.');
    let is_one = |part: &str| part.chars().count() == 1 && part.chars().all(char::is_uppercase);
    word.ends_with('.') && parts.next_back().is_some_and(str::is_empty) && word.len() >= 2 && parts.all(is_one)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<PersonalData> {
        let known = ["Informatie"].into_iter().collect();
        in_text(text, &known).into_iter().map(|(kind, _)| kind).collect()
    }

    #[test]
    fn what_leads_to_a_person_is_seen() {
        use PersonalData as P;
        for (text, kind) in [
            ("BSN 111222333 staat in het dossier.", P::Bsn),
            ("BSN: 1112.22.333.", P::Bsn),
            ("haar V-nummer: 270.123.4567", P::VNumber),
            ("parketnummer 01/234567-22", P::CaseNumber),
            ("Zij is geboren op 3 mei 2004 in Gent.", P::BirthDate),
            ("geboortedatum 03-05-2004", P::BirthDate),
            ("Op 2004-05-03 werd zij geboren.", P::BirthDate),
            ("bel mevrouw A. de Vries", P::AddressedName),
            ("De heer Jansen weet het.", P::AddressedName),
            ("dhr. J.P. van der Berg", P::AddressedName),
            ("Slachtoffer Fatima belt zelf.", P::NameInCase),
            ("de cliënt Maria", P::NameInCase),
            ("mail anna.jansen@example.org", P::PersonalMail),
            ("rekening NL91 ABNA 0417 1643 00", P::Iban),
            ("NL91ABNA0417164300.", P::Iban),
        ] {
            assert_eq!(found(text), [kind], "{text}");
        }
    }

    #[test]
    fn what_leads_to_nobody_is_not() {
        for text in [
            "Bel 033 448 11 86.",
            "dossier 111222334",
            "000000000",
            "Kamerstuk 28 638, nr. 200",
            "het V-nummer van de IND",
            "NL91 ABNA 0417 1643 01",
            "De brief is van 3 mei 2004.",
            "Het kind is geboren in Nederland.",
            "info@comensha.nl",
            "Het slachtoffer kiest zelf.",
            "Help het slachtoffer. Bel dan CoMensha.",
            "Slachtoffer Informatie",
            "slachtoffer COSM",
            "mevrouw of meneer",
        ] {
            assert_eq!(found(text), [], "{text}");
        }
    }
}
