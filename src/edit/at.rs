//! Values of a piece by their place in it.

use serde_json::Value;

use super::tree;
use crate::model::{Entry, Field, FieldPath, walk::Step};

/// How a file says that something has sources.
pub(super) const BRON: &str = "bron";
/// How a file says that something is assumed.
pub(super) const AANNAME: &str = "aanname";

/// A field as a tree names it.
pub(super) fn name(field: Field) -> &'static str {
    field.into()
}

/// The value at a place of the walk, in the tree of a piece.
pub(super) fn at<'v>(value: &'v mut Value, steps: &[Step]) -> Option<&'v mut Value> {
    // What a basis says stands under the name of its kind.
    let variant = match (steps.first(), &*value) {
        (Some(Step::At(_)) | None, Value::Object(fields)) if fields.len() == 1 => {
            [BRON, AANNAME].into_iter().find(|name| fields.contains_key(*name))
        }
        _ => None,
    };
    if let Some(name) = variant {
        return at(value.get_mut(name)?, steps);
    }
    match (steps, value) {
        ([], value) => Some(value),
        ([Step::Field(field), rest @ ..], Value::Object(fields)) => at(fields.get_mut(name(*field))?, rest),
        ([Step::At(position), rest @ ..], Value::Array(list)) => at(list.get_mut(*position)?, rest),
        // A map by the ids of facets, in their order.
        ([Step::At(position), rest @ ..], Value::Object(map)) => at(map.values_mut().nth(*position)?, rest),
        _ => None,
    }
}

/// The piece with another text at a place where it has one; `None` when it has none there.
pub fn with_text(entry: &Entry, path: &FieldPath, text: &str) -> Option<Entry> {
    let mut tree = tree::tree(entry);
    set_text(&mut tree, path, text)?;
    tree::entry(tree, entry)
}

/// Puts another text where one stands.
pub(super) fn set_text(tree: &mut Value, path: &FieldPath, text: &str) -> Option<()> {
    match at(tree, path.steps())? {
        Value::String(old) => {
            text.clone_into(old);
            Some(())
        }
        _ => None,
    }
}

/// The piece with several texts for the one at a place in a list of texts; `None` when there is none.
pub fn with_texts(entry: &Entry, path: &FieldPath, texts: &[String]) -> Option<Entry> {
    let (Step::At(position), above) = path.steps().split_last()? else { return None };
    let mut tree = tree::tree(entry);
    let list = at(&mut tree, above)?.as_array_mut()?;
    list.get(*position)?.as_str()?;
    list.splice(*position..=*position, texts.iter().cloned().map(Value::from));
    tree::entry(tree, entry)
}

/// The piece without the value at a place; `None` when there is none, or when it cannot be left out.
pub fn without(entry: &Entry, path: &FieldPath) -> Option<Entry> {
    let (end, above) = path.steps().split_last()?;
    let mut tree = tree::tree(entry);
    let place = at(&mut tree, above)?;
    match end {
        Step::At(position) => remove_item(place, *position)?,
        Step::Field(field) => drop(place.as_object_mut()?.remove(name(*field))?),
    }
    tree::entry(tree, entry)
}

/// Takes one out of a list, or out of a map by its order; `None` when there is none.
pub(super) fn remove_item(list: &mut Value, position: usize) -> Option<()> {
    match list {
        Value::Array(list) if position < list.len() => drop(list.remove(position)),
        Value::Object(map) => {
            let key = map.keys().nth(position)?.clone();
            map.remove(&key);
        }
        _ => return None,
    }
    Some(())
}
