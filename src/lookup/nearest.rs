//! What somebody probably meant.

/// The candidate that looks most like `word`, if any looks like it at all.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let word = word.to_lowercase();
    candidates
        .into_iter()
        .map(|candidate| {
            let lower = candidate.to_lowercase();
            let contained = lower.contains(&word) || (lower.len() > 2 && word.contains(&lower));
            let likeness = strsim::normalized_damerau_levenshtein(&word, &lower);
            (likeness.max(strsim::jaro_winkler(&word, &lower) - 0.2) + if contained { 0.3 } else { 0.0 }, candidate)
        })
        .filter(|(likeness, _)| *likeness > 0.35)
        .max_by(|(a, _), (b, _)| a.total_cmp(b))
        .map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn finds_what_was_meant_and_nothing_when_nothing_is_like_it() {
        let facets = ["leeftijd", "verblijf", "aanwijzing", "veiligheid"];
        assert_eq!(nearest("leeftyd", facets), Some("leeftijd"));
        assert_eq!(nearest("Verblijfsstatus", facets), Some("verblijf"));
        assert_eq!(nearest("qqq", facets), None);
    }
}
