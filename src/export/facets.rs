//! What is known of the person, in words.

use crate::{
    lookup::{Index, Outcome, Profile},
    model::Lang,
    text::words,
};

/// What is known and what follows from it, a line each.
pub(in crate::export) fn facets(index: &Index, profile: &Profile, outcome: &Outcome, lang: Lang) -> Vec<String> {
    let mut lines = Vec::new();
    for (position, facet) in index.guide().facets.enumerate() {
        let given = profile.values_text(facet);
        if !given.is_empty() {
            lines.push(format!("{}: {}", facet.label.text(lang), words::values(facet, &given, lang)));
        } else if outcome.implied.contains(&position) {
            let values = index.values_in(&outcome.persons, position);
            let values = words::values(facet, &values, lang);
            lines.push(format!("{}: {values} ({})", facet.label.text(lang), words::follows_from_rest(lang)));
        }
    }
    lines
}
