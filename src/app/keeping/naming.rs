//! What the places of a form are called where only words are heard: each has a name that no other one has.

use std::collections::BTreeMap;

use super::{FormField, FormView, Holds};
use crate::{
    model::{Entry, FieldPath, Guide, Lang, walk::Step},
    text::{edit, fields, keeping as text},
};

/// The form of a record, with a name for every place.
pub(super) fn form_of(entry: &Entry, guide: &Guide, lang: Lang) -> Option<FormView> {
    let mut view = FormView::unnamed(entry, guide, lang)?;
    name(&mut view.fields, lang);
    Some(view)
}

/// Gives every place its name: of the item that it is in, and of all that it is in where that is not enough.
fn name(form: &mut [FormField], lang: Lang) {
    let mut within: Vec<(usize, String)> = Vec::new();
    for field in &mut *form {
        within.retain(|(depth, _)| *depth < field.depth);
        let own = own_name(field);
        field.name = match within.last() {
            Some((_, of)) => text::inside(&own, of, lang),
            None => own,
        };
        if matches!(field.holds, Holds::Item) {
            within.push((field.depth, field.label.clone()));
        }
    }
    let mut places: BTreeMap<&str, Vec<&FieldPath>> = BTreeMap::new();
    for field in &*form {
        let same = places.entry(&field.name).or_default();
        // A basis and its words stand at one place.
        if !same.contains(&&field.at) {
            same.push(&field.at);
        }
    }
    let unclear: Vec<bool> =
        form.iter().map(|field| places.get(field.name.as_str()).is_some_and(|same| same.len() > 1)).collect();
    for (field, _) in form.iter_mut().zip(unclear).filter(|(_, is_unclear)| *is_unclear) {
        let mut parts = vec![own_name(field)];
        parts.extend(around(&field.at, lang));
        field.name = edit::of(&parts, lang);
    }
}

/// Of values that stand below each other each has its number.
fn own_name(field: &FormField) -> String {
    match (&field.holds, field.item) {
        (Holds::Item, _) | (_, None) => field.label.clone(),
        (_, Some((position, _))) => text::nth(&field.label, position + 1),
    }
}

/// What a place is in, from the inside out.
fn around(at: &FieldPath, lang: Lang) -> Vec<String> {
    let mut around = Vec::new();
    let mut last = None;
    for step in at.steps() {
        match (step, last) {
            (Step::Field(field), _) => {
                around.push(fields::field(*field, lang).to_owned());
                last = Some(*field);
            }
            (Step::At(position), Some(field)) => {
                around.pop();
                around.push(text::nth(fields::field(field, lang), position + 1));
            }
            (Step::At(_), None) => {}
        }
    }
    around.pop();
    around.reverse();
    around
}
