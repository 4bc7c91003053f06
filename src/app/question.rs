//! The answer to a question, as a command.

use std::collections::{BTreeMap, BTreeSet};

use super::{App, Command};
use crate::{
    lookup::{Known, QuestionOption},
    model::{Facet, FacetKind, Ix, ValueId},
};

/// What is known when a question is answered in this way; `None` when the question has no such answer.
pub fn answer(app: &App, facet: Ix<Facet>, option: &QuestionOption) -> Option<Command> {
    let facet = &app.guide().facets[facet];
    let known = match (facet.kind, option) {
        (FacetKind::One, QuestionOption::Value(value)) => Known::OneOf(BTreeSet::from([value.clone()])),
        (FacetKind::One, QuestionOption::Group(group)) => {
            Known::OneOf(facet.group(group)?.values.iter().cloned().collect())
        }
        (FacetKind::Many, QuestionOption::None) => Known::Each(each(facet.values.iter().map(|v| &v.id), false)),
        (FacetKind::Many, QuestionOption::Value(value) | QuestionOption::Group(value)) => {
            let mut known = match app.profile().known(&facet.id) {
                Some(Known::Each(known)) => known.clone(),
                _ => BTreeMap::new(),
            };
            known.insert(value.clone(), true);
            Known::Each(known)
        }
        (FacetKind::One, QuestionOption::None) => return None,
    };
    Some(Command::Know(facet.id.clone(), Some(known)))
}

fn each<'a>(values: impl Iterator<Item = &'a ValueId>, is_true: bool) -> BTreeMap<ValueId, bool> {
    values.map(|value| (value.clone(), is_true)).collect()
}
