//! What hangs on a question.

use super::Asked;
use crate::{
    lookup::NextQuestion,
    model::Lang,
    text::{window, words},
};

impl Asked<'_> {
    /// What the answer to a question decides, in words: as the guide says it, or else between whom; `None` when nobody
    /// says so.
    pub fn decides(self, question: &NextQuestion, lang: Lang) -> Option<String> {
        let guide = self.guide();
        if let Some(decides) = &guide.facets[question.facet].decides {
            return Some(words::capital(decides.text(lang)));
        }
        let parties = self.index.decides_between(self.outcome, question);
        let names: Vec<&str> =
            parties.iter().map(|party| guide.parties[*party].short_name(self.outcome.date, lang)).collect();
        (!names.is_empty()).then(|| window::decides_between(&names, lang))
    }
}
