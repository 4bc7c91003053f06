//! Plain Dutch (B1), sentence by sentence, as far as a machine can tell. Each finding has a cure.
//!
//! No score of a whole text: the Dutch formulas for one count syllables and words and call every text about the law hard
//! (Douma: Onze Taal 1977), and the one that was tested on readers (`LiNT`) needs a parser.

use std::sync::LazyLock;

use super::personal::Known;

/// The words of offices, with plainer ones; whose list that is stands in it.
const HARD_WORDS: &str = include_str!("../../data/moeilijke-woorden.txt");

/// Longer than this is hard to read at once.
const MOST_LETTERS: usize = 20;

/// What ends a sentence, or a part of one that is read by itself.
pub(super) const ENDS: [char; 5] = ['.', '!', '?', ';', ':'];

/// A hard word in lower case, and the plainer one.
type Pair = (&'static str, &'static str);

/// The pairs by the first letter of the hard word.
static BY_LETTER: LazyLock<[Vec<Pair>; 26]> = LazyLock::new(|| {
    let mut by_letter: [Vec<Pair>; 26] = Default::default();
    let lines = HARD_WORDS.lines().filter(|line| !line.starts_with('#'));
    for (hard, plain) in lines.filter_map(|line| line.split_once(" = ")) {
        if let Some(list) = letter(hard).and_then(|letter| by_letter.get_mut(letter)) {
            list.push((hard, plain));
        }
    }
    by_letter
});

/// The place of the first letter in the alphabet.
fn letter(word: &str) -> Option<usize> {
    let first = word.as_bytes().first()?.to_ascii_lowercase();
    first.is_ascii_lowercase().then(|| usize::from(first - b'a'))
}

/// Whether a text begins with these words, whatever their case, and they end there.
fn begins_with(text: &str, words: &str) -> bool {
    let head = text.get(..words.len()).is_some_and(|head| head.eq_ignore_ascii_case(words));
    head && !text[words.len()..].starts_with(|next: char| next.is_alphanumeric() || next == '-')
}

/// The hard words of a text, as it writes them, each with a plainer one.
pub(super) fn hard_words(text: &str) -> Vec<(String, &'static str)> {
    let by_letter = &*BY_LETTER;
    let mut found = Vec::new();
    let mut before = ' ';
    for (at, sign) in text.char_indices() {
        let is_start = sign.is_ascii_alphabetic() && !before.is_alphanumeric() && before != '-';
        before = sign;
        if !is_start {
            continue;
        }
        let rest = &text[at..];
        let own = letter(rest).and_then(|letter| by_letter.get(letter)).into_iter().flatten();
        if let Some((hard, plain)) = own.into_iter().find(|(hard, _)| begins_with(rest, hard)) {
            found.push((rest[..hard.len()].to_owned(), *plain));
        }
    }
    found
}

/// How many sentences a text has, and how many words in all.
pub(super) fn sentences(text: &str) -> (usize, usize) {
    let counts = text.split(ENDS).map(|sentence| sentence.split_whitespace().count()).filter(|count| *count > 0);
    counts.fold((0, 0), |(sentences, words), count| (sentences + 1, words + count))
}

/// Whether two sentences after each other are passive.
pub(super) fn is_passive_twice(text: &str) -> bool {
    // Most texts are not, and say so at once.
    if !text.contains("word") && !text.contains("werd") {
        return false;
    }
    let mut was_passive = false;
    text.split(ENDS).filter(|sentence| !sentence.trim().is_empty()).any(|sentence| {
        let is_passive = is_passive(sentence);
        std::mem::replace(&mut was_passive, is_passive) && is_passive
    })
}

fn is_passive(sentence: &str) -> bool {
    let words = || sentence.split(|sign: char| !sign.is_alphanumeric());
    words().any(|word| ["wordt", "worden", "werd", "werden"].contains(&word)) && words().any(is_participle)
}

/// Whether a word has the form of a past participle: `gemeld`, `besloten`, `overgedragen`.
fn is_participle(word: &str) -> bool {
    let is_long = word.len() > 5 && word.chars().all(char::is_lowercase);
    let ends = word.ends_with('d') || word.ends_with('t') || word.ends_with("en");
    let starts = ["ge", "be", "ver", "ont", "her", "er"].iter().any(|start| word.starts_with(start));
    let split = ["aange", "opge", "overge", "uitge", "voorge", "toege", "doorge", "afge", "inge", "terugge"];
    is_long && ends && (starts || split.iter().any(|start| word.starts_with(start)))
}

/// The words of a text that are too long to read at once and are no names; parts between hyphens count by themselves.
pub(super) fn long_words<'t>(text: &'t str, known: &Known<'_>) -> Vec<&'t str> {
    if text.len() <= MOST_LETTERS {
        return Vec::new();
    }
    let words = text.split(|sign: char| !sign.is_alphabetic()).filter(|word| word.len() > MOST_LETTERS);
    let long = words.filter(|word| word.chars().count() > MOST_LETTERS && !word.starts_with(char::is_uppercase));
    long.filter(|word| !known.contains(word)).collect()
}

/// The first law that a text names.
pub(super) fn law(text: &str) -> Option<&str> {
    // An article stands with its number.
    let mut before = "";
    for word in text.split_whitespace() {
        let bare = word.trim_matches(|sign: char| !sign.is_alphanumeric());
        let is_article = (before.eq_ignore_ascii_case("artikel") || before.eq_ignore_ascii_case("art."))
            && bare.starts_with(|c: char| c.is_ascii_digit());
        let is_law = bare.len() > 5
            && bare.starts_with(char::is_uppercase)
            && ["wet", "wetboek", "besluit", "circulaire"].iter().any(|ending| bare.to_lowercase().ends_with(ending));
        if is_article || is_law || is_short_law(bare) {
            return Some(bare);
        }
        before = word;
    }
    None
}

/// Laws by their abbreviations, in lower case.
const LAWS: [&str; 9] = ["sr", "sv", "vw", "vb", "vc", "wmo", "awb", "avg", "wjsg"];

fn is_short_law(word: &str) -> bool {
    word.starts_with(char::is_uppercase) && LAWS.iter().any(|law| law.eq_ignore_ascii_case(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hard(text: &str) -> Vec<String> {
        hard_words(text).into_iter().map(|(word, plain)| format!("{word}={plain}")).collect()
    }

    #[test]
    fn words_of_offices_are_seen_whole_and_in_any_case() {
        assert_eq!(hard("Indien nodig, tevens melden."), ["Indien=als", "tevens=ook"]);
        assert_eq!(hard("Het besluit ten aanzien van haar."), ["ten aanzien van=over"]);
        assert_eq!(hard("De indiening, de dochter en het welkom."), Vec::<String>::new());
        assert_eq!(hard("inzake-map"), Vec::<String>::new());
    }

    #[test]
    fn each_line_of_the_list_is_a_word_and_a_plainer_one() {
        let lines = HARD_WORDS.lines().filter(|line| !line.starts_with('#'));
        for line in lines {
            let (hard, plain) = line.split_once(" = ").unwrap();
            assert!(!plain.is_empty() && hard == hard.to_lowercase() && letter(hard).is_some(), "{line}");
            assert_eq!(hard_words(hard).len(), 1, "{line}");
            assert_eq!(hard_words(plain), [], "the cure is no other illness: {line}");
        }
    }

    #[test]
    fn two_passive_sentences_after_each_other_are_one_too_many() {
        assert!(is_passive_twice("De zaak wordt gemeld. Zij worden dan overgedragen."));
        assert!(!is_passive_twice("De zaak wordt gemeld. De politie beslist. Zij worden gehoord."));
        assert!(!is_passive_twice("Zij wordt achttien. Hij werd ouder."));
    }

    #[test]
    fn a_long_word_is_no_name_and_has_no_hyphen() {
        let known = ["zorgcoordinatorenoverleg"].into_iter().collect();
        assert_eq!(long_words("een mensenhandelrechercheur", &known), ["mensenhandelrechercheur"]);
        assert_eq!(long_words("het zorgcoordinatorenoverleg, de mensenhandel-rechercheur", &known), [""; 0]);
        assert_eq!(long_words("de Luchtvaartmaatschappijen", &known), [""; 0]);
    }

    #[test]
    fn a_law_is_seen_by_its_name_or_its_article() {
        for (text, found) in [
            ("Zie artikel 273f Sr.", Some("273f")),
            ("Volgens de Jeugdwet.", Some("Jeugdwet")),
            ("Het Vreemdelingenbesluit zegt het.", Some("Vreemdelingenbesluit")),
            ("Hulp van de Wmo.", Some("Wmo")),
            ("De wet zegt het. Een besluit volgt.", None),
        ] {
            assert_eq!(law(text), found, "{text}");
        }
    }

    #[test]
    fn sentences_are_counted_with_their_words() {
        assert_eq!(sentences("Een twee. Drie! Vier vijf zes"), (3, 6));
        assert_eq!(sentences(" . "), (0, 0));
    }
}
