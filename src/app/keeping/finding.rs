//! Finding a place of a form by what it is called, or by what stands there.

use super::{FormField, FormView, Holds};
use crate::{
    lookup::fold,
    model::{FieldPath, walk::Step},
};

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
        let choices = self.choices();
        let mut found: Vec<(Match, FieldHit)> = Vec::new();
        for field in self.fields.iter().filter(|field| !matches!(field.holds, Holds::Fixed(_))) {
            let stands = stands(field);
            let by = matches(field, &stands, &sought, &choices);
            found.extend(by.map(|by| (by, FieldHit { at: field.at.clone(), name: field.name.clone(), stands })));
        }
        found.sort_by_key(|(by, _)| *by);
        found.into_iter().map(|(_, hit)| hit).take(most).collect()
    }

    /// What was chosen in parts of the record, folded, each with its part.
    fn choices(&self) -> Vec<(&[Step], String)> {
        let chosen = self.fields.iter().filter(|field| matches!(field.holds, Holds::Choice { .. }));
        chosen.filter_map(|field| Some((part_of(field)?, fold(&stands(field))))).collect()
    }
}

/// Why a place is one that is sought; `None` when it is not.
fn matches(field: &FormField, stands: &str, sought: &[&str], choices: &[(&[Step], String)]) -> Option<Match> {
    let holds_all = |text: &str| sought.iter().all(|word| text.contains(word));
    let mut words = fold(&field.name);
    if holds_all(&words) {
        return Some(Match::Name);
    }
    let is_typed = matches!(field.holds, Holds::Words { .. } | Holds::Typed { .. });
    words.extend([" ", &fold(stands)]);
    if holds_all(&words) {
        return Some(if is_typed { Match::Typed } else { Match::Chosen });
    }
    let part = part_of(field).filter(|_| is_typed && !stands.is_empty())?;
    for (_, chosen) in choices.iter().filter(|(own, _)| *own == part) {
        words.extend([" ", chosen]);
    }
    holds_all(&words).then_some(Match::Beside)
}

/// The way to the part of the record in which a place is; `None` of what stands in the record itself.
fn part_of(field: &FormField) -> Option<&[Step]> {
    field.at.steps().split_last().map(|(_, part)| part).filter(|part| !part.is_empty())
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
