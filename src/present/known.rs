//! What is known of the person.

use super::Asked;
use crate::{
    model::{Facet, Lang},
    text::words,
};

/// What is known of one facet: because it was said, because it follows from the rest, or both.
#[derive(Clone, Debug)]
pub struct KnownFacts<'a> {
    /// The facet.
    pub facet: &'a Facet,
    /// The values that were given, as the command line writes them; empty when none was.
    pub given: Vec<String>,
    /// The values that follow from the rest; `None` when nothing follows.
    pub implied: Option<Vec<String>>,
}

impl<'a> Asked<'a> {
    /// What is known, in the guide's order of facets.
    pub fn known(self) -> Vec<KnownFacts<'a>> {
        let Asked { index, profile, outcome } = self;
        let facets = self.guide().facets.enumerate().map(|(ix, facet)| KnownFacts {
            facet,
            given: profile.values_text(facet),
            implied: outcome.implied.contains(&ix).then(|| index.values_in(&outcome.persons, ix)),
        });
        facets.filter(|facts| !facts.given.is_empty() || facts.implied.is_some()).collect()
    }

    /// The same in words for paper, a line each; of what was said and also follows, only what was said.
    pub fn known_in_words(self, lang: Lang) -> Vec<String> {
        let line = |facts: KnownFacts<'_>| {
            let KnownFacts { facet, given, implied } = facts;
            let label = facet.label.text(lang);
            match implied {
                Some(implied) if given.is_empty() => {
                    format!("{label}: {} ({})", words::values(facet, &implied, lang), words::follows_from_rest(lang))
                }
                Some(_) | None => format!("{label}: {}", words::values(facet, &given, lang)),
            }
        };
        self.known().into_iter().map(line).collect()
    }
}
