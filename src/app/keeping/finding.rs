//! Finding a place of a form by what it is called, or by what stands there.

use super::{FormField, FormView, Holds};
use crate::{lookup::fold, model::FieldPath};

/// A place that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldHit {
    /// The way to it from the record.
    pub at: FieldPath,
    /// What it is called.
    pub name: String,
    /// What stands there; empty where nothing does.
    pub stands: String,
}

/// Why a place was found; what comes first is nearer to what was sought.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Match {
    /// By what it is called.
    Name,
    /// By what was chosen beside it: the number of a contact, sought as "telefoon".
    Beside,
    /// By what was typed there.
    Typed,
    /// By what was chosen there.
    Chosen,
}

impl FormView {
    /// The places that hold all of these words in their name, in what stands there or in what was chosen beside it; at
    /// most so many, nearest first, and in the order of the form.
    pub fn find(&self, words: &str, most: usize) -> Vec<FieldHit> {
        let sought = fold(words);
        let sought: Vec<&str> = sought.split_whitespace().collect();
        let mut found: Vec<(Match, FieldHit)> = Vec::new();
        for field in self.fields.iter().filter(|field| !matches!(field.holds, Holds::Fixed(_))) {
            let stands = stands(field);
            let by = self.matches(field, &stands, &sought);
            found.extend(by.map(|by| (by, FieldHit { at: field.at.clone(), name: field.name.clone(), stands })));
        }
        found.sort_by_key(|(by, _)| *by);
        found.into_iter().map(|(_, hit)| hit).take(most).collect()
    }

    fn matches(&self, field: &FormField, stands: &str, sought: &[&str]) -> Option<Match> {
        let holds_all = |text: &str| sought.iter().all(|word| text.contains(word));
        let name = fold(&field.name);
        if holds_all(&name) {
            return Some(Match::Name);
        }
        let is_typed = matches!(field.holds, Holds::Words { .. } | Holds::Typed { .. });
        let own = format!("{name} {}", fold(stands));
        if holds_all(&own) {
            return Some(if is_typed { Match::Typed } else { Match::Chosen });
        }
        let is_filled = is_typed && !stands.is_empty();
        (is_filled && holds_all(&format!("{own} {}", self.chosen_beside(field)))).then_some(Match::Beside)
    }

    /// What was chosen in the same part of the record, folded.
    fn chosen_beside(&self, field: &FormField) -> String {
        let Some((_, part)) = field.at.steps().split_last().filter(|(_, part)| !part.is_empty()) else {
            return String::new();
        };
        let is_beside = |other: &&FormField| other.at.steps().split_last().is_some_and(|(_, own)| own == part);
        let chosen = self.fields.iter().filter(is_beside).filter(|other| matches!(other.holds, Holds::Choice { .. }));
        chosen.map(|other| fold(&stands(other))).collect::<Vec<_>>().join(" ")
    }
}

/// What stands in a place, in words.
fn stands(field: &FormField) -> String {
    match &field.holds {
        Holds::Fixed(words)
        | Holds::Words { text: words, .. }
        | Holds::Typed { text: words, .. }
        | Holds::Condition { words, .. }
        | Holds::Reference { words, .. }
        | Holds::Given { words, .. } => words.clone(),
        Holds::Choice { options, chosen, .. } => {
            chosen.and_then(|chosen| options.get(chosen)).map(|(_, words)| words.clone()).unwrap_or_default()
        }
        Holds::Flag(_) | Holds::Basis { .. } | Holds::Part { .. } | Holds::List { .. } | Holds::Item => String::new(),
    }
}
