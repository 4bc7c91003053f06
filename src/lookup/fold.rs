//! Text as search sees it.

use unicode_normalization::UnicodeNormalization as _;

/// Lower case, without accents, with single spaces; dashes and apostrophes count as spaces.
pub fn fold(text: &str) -> String {
    let plain: String = text
        .nfkd()
        .filter(|c| !unicode_normalization::char::is_combining_mark(*c))
        .flat_map(char::to_lowercase)
        .map(|c| if c.is_alphanumeric() || c == '/' { c } else { ' ' })
        .collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::fold;

    #[test]
    fn accents_case_and_dashes_do_not_matter() {
        assert_eq!(fold("Zorgcoördinator"), "zorgcoordinator");
        assert_eq!(fold("'s-Hertogenbosch"), "s hertogenbosch");
        assert_eq!(fold("  B8/3 –  Éen "), "b8/3 een");
    }
}
