//! Dutch text as search sees it: words, their stems, and how far a word may be from another.

use crate::lookup::fold;

/// Words that carry no meaning of their own; ignored beside words that do.
const STOP_WORDS: [&str; 43] = [
    "a", "aan", "als", "an", "and", "bij", "dan", "dat", "de", "der", "des", "die", "door", "een", "en", "er", "for",
    "het", "hoe", "ik", "in", "is", "met", "na", "naar", "of", "om", "ook", "op", "s", "t", "te", "ten", "ter", "the",
    "to", "tot", "van", "voor", "waar", "wat", "wie", "zijn",
];

/// The words of a text.
#[derive(Debug)]
pub(super) struct Words {
    /// Those that count; all of them when none does.
    pub(super) content: Vec<String>,
    /// All of them written as one, when some were left out.
    pub(super) joined: Option<String>,
}

impl Words {
    /// Reads a text; a small word in capitals, such as OM, is a name.
    pub(super) fn of(text: &str) -> Self {
        let folded = if text.is_ascii() { fold_ascii(text) } else { fold(text) };
        let all: Vec<&str> = folded.split([' ', '/']).filter(|word| !word.is_empty()).collect();
        let counts = |word: &&str| STOP_WORDS.binary_search(word).is_err() || is_in_capitals(text, word);
        let content: Vec<String> = all.iter().copied().filter(counts).map(str::to_owned).collect();
        if content.is_empty() {
            return Self { content: all.into_iter().map(str::to_owned).collect(), joined: None };
        }
        let joined = (content.len() < all.len()).then(|| all.concat());
        Self { content, joined }
    }
}

fn fold_ascii(text: &str) -> String {
    text.bytes()
        .map(|b| if b.is_ascii_alphanumeric() || b == b'/' { char::from(b.to_ascii_lowercase()) } else { ' ' })
        .collect()
}

fn is_in_capitals(text: &str, word: &str) -> bool {
    word.len() > 1
        && text.split(|c: char| !c.is_alphanumeric()).any(|part| {
            part.len() == word.len()
                && part.eq_ignore_ascii_case(word)
                && part.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit())
        })
}

/// What singular, plural, diminutive and the forms of a verb have in common.
pub(super) fn stem(word: &str) -> String {
    if word.len() < 4 || !word.bytes().all(|b| b.is_ascii_lowercase()) {
        return word.to_owned();
    }
    same_sound(without_ending(without_plural_s(word)))
}

/// Not for "huis", "proces", "basis" or "dakloos".
fn without_plural_s(word: &str) -> &str {
    let part_of_stem = ["ss", "is", "oos", "aas"].iter().any(|ending| word.ends_with(ending));
    let part_of_stem = part_of_stem || word.ends_with("es") && !word.ends_with("tes");
    if part_of_stem { word } else { shorter(word, "s", 4).unwrap_or(word) }
}

fn without_ending(word: &str) -> &str {
    let diminutive = ["etje", "tje", "pje", "je"].iter().find_map(|ending| shorter(word, ending, 4));
    let other = || ["ingen", "ing", "en", "e"].iter().find_map(|ending| shorter(word, ending, 3));
    let third_person = || if word.ends_with("eert") || word.ends_with("dt") { shorter(word, "t", 3) } else { None };
    diminutive.or_else(other).or_else(third_person).unwrap_or(word)
}

/// The word without an ending, if enough is left to be a word.
fn shorter<'a>(word: &'a str, ending: &str, rest: usize) -> Option<&'a str> {
    word.strip_suffix(ending).filter(|left| left.len() >= rest && left.bytes().any(is_vowel))
}

/// One spelling for what open and closed syllables write differently: mannen/man, advocaten/advocaat, huizen/huis.
fn same_sound(stem: &str) -> String {
    let mut bytes = stem.as_bytes().to_vec();
    let len = bytes.len();
    if len >= 3 && bytes[len - 1] == bytes[len - 2] && !is_vowel(bytes[len - 1]) {
        bytes.pop();
    } else if len >= 4 && !is_vowel(bytes[len - 1]) && bytes[len - 2] == bytes[len - 3] && is_vowel(bytes[len - 2]) {
        bytes.remove(len - 2);
    }
    match bytes.last_mut() {
        Some(last) if *last == b'z' => *last = b's',
        Some(last) if *last == b'v' => *last = b'f',
        _ => {}
    }
    String::from_utf8(bytes).unwrap_or_else(|_| stem.to_owned())
}

fn is_vowel(byte: u8) -> bool {
    matches!(byte, b'a' | b'e' | b'i' | b'o' | b'u' | b'y')
}

/// The same for the same words in the same order, with or without spaces.
pub(super) fn print(words: &[String]) -> u64 {
    use std::hash::Hasher as _;
    let mut hasher = rustc_hash::FxHasher::default();
    for byte in words.iter().flat_map(|word| word.bytes()) {
        hasher.write_u8(byte);
    }
    hasher.finish()
}

/// How many typing errors a word may have; a number has none, as every number is one digit from another.
pub(super) fn allowed_errors(word: &str) -> usize {
    if word.bytes().filter(u8::is_ascii_digit).count() > 1 {
        return 0;
    }
    match word.chars().count() {
        0..=3 => 0,
        4..=6 => 1,
        7..=11 => 2,
        _ => 3,
    }
}

/// Which letters a word has: two words that differ too much here cannot be close.
pub(super) fn letters(word: &str) -> u64 {
    word.chars().fold(0, |mask, c| {
        let bit = match c {
            'a'..='z' => c as u32 - 'a' as u32,
            '0'..='9' => 26 + (c as u32 - '0' as u32),
            _ => 36 + c as u32 % 28,
        };
        mask | 1 << bit
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_small_words_are_in_order() {
        assert!(STOP_WORDS.is_sorted());
    }

    #[test]
    fn small_words_do_not_count_beside_others_unless_they_are_a_name() {
        assert_eq!(Words::of("melden van mensenhandel").content, ["melden", "mensenhandel"]);
        assert_eq!(Words::of("Bergen op Zoom").joined.as_deref(), Some("bergenopzoom"));
        assert_eq!(Words::of("om").content, ["om"]);
        assert_eq!(Words::of("Aanwijzing van het OM").content, ["aanwijzing", "om"]);
        assert_eq!(Words::of("B8/3").content, ["b8", "3"]);
        assert_eq!(Words::of("  …  ").content, [""; 0]);
    }

    #[test]
    fn forms_of_one_word_share_a_stem() {
        for forms in [
            &["loverboy", "loverboys"][..],
            &["man", "mannen"],
            &["advocaat", "advocaten"],
            &["gemeente", "gemeenten"],
            &["melden", "melding", "meldingen", "meldt"],
            &["aangifte", "aangiften", "aangiftes"],
            &["vergunning", "vergunningen"],
            &["slaaf", "slaven"],
            &["huis", "huizen", "huisje"],
            &["school", "scholen"],
            &["registreert", "registreren"],
            &["dakloos", "daklozen"],
            &["tolk", "tolken"],
        ] {
            let stems: Vec<String> = forms.iter().map(|form| stem(form)).collect();
            assert!(stems.windows(2).all(|pair| pair[0] == pair[1]), "{forms:?} became {stems:?}");
        }
    }
}
