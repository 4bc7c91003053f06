//! What somebody probably meant.

// The likeness is between 0 and 1.3. Its three weights were chosen by hand; nothing but suggestions depends on them.

/// A candidate must be more like the word than this.
const LEAST: f64 = 0.6;

/// The candidate that looks most like `word`, if any looks like it at all; the last of those that are equally like it.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let word = word.to_lowercase();
    let letters = Letters::of(&word);
    let mut best: Option<(f64, &str)> = None;
    for candidate in candidates {
        let wanted = best.map_or(LEAST, |(likeness, _)| likeness);
        // Comparing is slow; of thousands of candidates this bound leaves a few.
        if letters.likeness_at_most(&word, candidate) < wanted {
            continue;
        }
        let likeness = likeness(&word, &candidate.to_lowercase());
        if likeness > LEAST && likeness >= wanted {
            best = Some((likeness, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

fn likeness(word: &str, other: &str) -> f64 {
    let edits = strsim::normalized_damerau_levenshtein(word, other);
    let order = strsim::jaro_winkler(word, other) - ORDER_COSTS;
    edits.max(order) + if holds(word, other) { IS_PART } else { 0.0 }
}

/// Taken off Jaro-Winkler, which is kinder than Damerau-Levenshtein to words that only share letters.
const ORDER_COSTS: f64 = 0.2;
/// Added when one word is a part of the other.
const IS_PART: f64 = 0.3;

fn holds(word: &str, other: &str) -> bool {
    other.contains(word) || (other.len() > 2 && word.contains(other))
}

/// How often a word has each letter of ASCII.
struct Letters {
    counts: [u16; 128],
    /// The number of its letters; `None` when it has none, or some beyond ASCII.
    len: Option<usize>,
}

impl Letters {
    fn of(word: &str) -> Self {
        let mut counts = [0; 128];
        for byte in word.bytes().filter(u8::is_ascii) {
            counts[usize::from(byte)] += 1;
        }
        Self { counts, len: Some(word.len()).filter(|len| *len > 0 && word.is_ascii()) }
    }

    /// An upper bound of [`likeness`], from the counts of letters.
    fn likeness_at_most(&self, word: &str, other: &str) -> f64 {
        let (Some(len), false, true) = (self.len, other.is_empty(), other.is_ascii()) else { return f64::INFINITY };
        let mut left = self.counts;
        let mut shared = 0_u32;
        let same = word.bytes().zip(other.bytes()).take(4).take_while(|(a, b)| *a == b.to_ascii_lowercase()).count();
        for byte in other.bytes() {
            let left = &mut left[usize::from(byte.to_ascii_lowercase())];
            shared += u32::from(*left > 0);
            *left = left.saturating_sub(1);
        }
        #[expect(clippy::cast_precision_loss, reason = "words are short")]
        let (len, other_len, same) = (len as f64, other.len() as f64, same as f64);
        let shared = f64::from(shared);
        // Every letter that is not shared is an edit.
        let edits = shared / len.max(other_len);
        let jaro = (shared / len + shared / other_len + 1.0) / 3.0;
        // Winkler adds a tenth of what is missing for each of the first four letters that is the same.
        let order = jaro + 0.1 * same * (1.0 - jaro) - ORDER_COSTS;
        // Of a word that is a part of the other, all letters are shared.
        let part = if shared >= len.min(other_len) { IS_PART } else { 0.0 };
        edits.max(order) + part + f64::EPSILON * 16.0
    }
}

#[cfg(test)]
mod tests {
    use proptest::{collection::vec, prelude::*};

    use super::{LEAST, likeness, nearest};

    #[test]
    fn finds_what_was_meant_and_nothing_when_nothing_is_like_it() {
        let facets = ["leeftijd", "verblijf", "aanwijzing", "veiligheid"];
        assert_eq!(nearest("leeftyd", facets), Some("leeftijd"));
        assert_eq!(nearest("Verblijfsstatus", facets), Some("verblijf"));
        assert_eq!(nearest("qqq", facets), None);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2_000))]
        #[test]
        fn what_is_not_compared_would_not_have_been_nearest(
            word in "[a-eA-C\\-é]{0,9}", candidates in vec("[a-eB\\-ë]{0,9}", 0..12)
        ) {
            let word_lower = word.to_lowercase();
            let compared = candidates.iter().map(|other| (likeness(&word_lower, &other.to_lowercase()), other.as_str()));
            let best = compared.filter(|(likeness, _)| *likeness > LEAST).max_by(|(a, _), (b, _)| a.total_cmp(b));
            let found = nearest(&word, candidates.iter().map(String::as_str));
            prop_assert_eq!(found, best.map(|(_, other)| other));
        }
    }
}
