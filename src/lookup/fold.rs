//! Text as search sees it.

use unicode_normalization::UnicodeNormalization as _;

/// Lower case, without accents, with single spaces; dashes and apostrophes count as spaces.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    if text.is_ascii() {
        // Nearly all texts; there is nothing to take apart.
        push_folded(&mut folded, text.chars().map(|c| c.to_ascii_lowercase()));
    } else {
        let plain = text.nfkd().filter(|c| !unicode_normalization::char::is_combining_mark(*c));
        push_folded(&mut folded, plain.flat_map(char::to_lowercase));
    }
    folded
}

/// Whatever is no letter, digit or slash parts words.
fn push_folded(folded: &mut String, text: impl Iterator<Item = char>) {
    let mut is_apart = false;
    for c in text {
        // Among letters there are apostrophes too, such as the first of «ʼs-Gravenhage».
        let is_mark = matches!(c, '\u{2b0}'..='\u{2ff}');
        if c.is_alphanumeric() && !is_mark || c == '/' {
            if is_apart && !folded.is_empty() {
                folded.push(' ');
            }
            folded.push(c);
            is_apart = false;
        } else {
            is_apart = true;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::fold;

    #[test]
    fn accents_case_and_dashes_do_not_matter() {
        assert_eq!(fold("Zorgcoördinator"), "zorgcoordinator");
        assert_eq!(fold("'s-Hertogenbosch"), "s hertogenbosch");
        assert_eq!(fold("\u{2bc}s-Hertogenbosch"), "s hertogenbosch");
        assert_eq!(fold("  B8/3 –  Éen "), "b8/3 een");
    }
}
