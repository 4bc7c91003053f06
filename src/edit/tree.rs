//! A piece of a guide as a tree of named values, as serde sees it. Made only of pieces that differ.

use serde_json::{Map, Value};

use crate::model::{Entry, Field, PlacedAspect};

/// Where an aspect's tree holds its phase, and serde the aspect itself.
const PHASE: &str = "phase";
const ASPECT: &str = "aspect";

/// The tree of a piece: the fields of its record at the top, and for an order its ids.
pub(super) fn tree(entry: &Entry) -> Value {
    // The name of the kind stands around it.
    let tagged = serde_json::to_value(entry).unwrap_or_default();
    let Value::Object(tagged) = tagged else { return Value::Null };
    let (kind, mut inside) = tagged.into_iter().next().unwrap_or_default();
    match entry {
        Entry::Aspect(_) => lifted(inside),
        Entry::Order(_) => inside.get_mut("ids").map(Value::take).unwrap_or_default(),
        _ => {
            debug_assert!(!kind.is_empty());
            inside
        }
    }
}

/// The phase of an aspect among its own fields.
fn lifted(placed: Value) -> Value {
    let Value::Object(mut placed) = placed else { return Value::Null };
    let mut aspect = placed.remove(ASPECT).unwrap_or_default();
    if let (Value::Object(fields), Some(phase)) = (&mut aspect, placed.remove(PHASE)) {
        fields.insert(PHASE.to_owned(), phase);
    }
    aspect
}

/// The piece of a tree, of the kind of another; `None` when the tree is none of that kind.
pub(super) fn entry(tree: Value, like: &Entry) -> Option<Entry> {
    fn read<T: serde::de::DeserializeOwned>(tree: Value, wrap: impl FnOnce(T) -> Entry) -> Option<Entry> {
        serde_json::from_value(tree).ok().map(wrap)
    }
    fn boxed<T: serde::de::DeserializeOwned>(tree: Value, wrap: impl FnOnce(Box<T>) -> Entry) -> Option<Entry> {
        read(tree, |record| wrap(Box::new(record)))
    }
    match like {
        Entry::Head(_) => read(tree, Entry::Head),
        Entry::FirstAdvice(_) => read(tree, Entry::FirstAdvice),
        Entry::Source(_) => read(tree, Entry::Source),
        Entry::FacetSection(_) => read(tree, Entry::FacetSection),
        Entry::Facet(_) => boxed(tree, Entry::Facet),
        Entry::Impossible(_) => read(tree, Entry::Impossible),
        Entry::Implication(_) => read(tree, Entry::Implication),
        Entry::Suspicious(_) => read(tree, Entry::Suspicious),
        Entry::Phase(_) => read(tree, Entry::Phase),
        Entry::Aspect(_) => {
            let Value::Object(mut fields) = tree else { return None };
            let phase = fields.remove(PHASE)?;
            let placed = [(PHASE.to_owned(), phase), (ASPECT.to_owned(), Value::Object(fields))];
            boxed::<PlacedAspect>(Value::Object(Map::from_iter(placed)), Entry::Aspect)
        }
        Entry::Party(_) => boxed(tree, Entry::Party),
        Entry::Responsibility(_) => boxed(tree, Entry::Responsibility),
        Entry::Referral(_) => boxed(tree, Entry::Referral),
        Entry::Gap(_) => boxed(tree, Entry::Gap),
        Entry::Conflict(_) => read(tree, Entry::Conflict),
        Entry::Agreement(_) => read(tree, Entry::Agreement),
        Entry::Scenario(_) => boxed(tree, Entry::Scenario),
        Entry::Term(_) => read(tree, Entry::Term),
        Entry::Unresolved(_) => boxed(tree, Entry::Unresolved),
        Entry::Order(order) => read(tree, |ids| Entry::Order(crate::model::Order { of: order.of, ids })),
    }
}

/// The field of this name; `None` for what is no field of a record.
pub(super) fn field(name: &str) -> Option<Field> {
    name.parse().ok()
}

/// By what the elements of a list are known; `None` when two are known by the same.
pub(super) fn keys(list: &[Value], by: &[&str]) -> Option<Vec<String>> {
    let key = |element: &Value| match element {
        Value::Object(_) if !by.is_empty() => {
            let parts = by.iter().map(|place| element.pointer(place).unwrap_or(&Value::Null).to_string());
            parts.collect::<Vec<_>>().join(" ")
        }
        _ => element.to_string(),
    };
    let keys: Vec<String> = list.iter().map(key).collect();
    let distinct: std::collections::BTreeSet<&String> = keys.iter().collect();
    (distinct.len() == keys.len()).then_some(keys)
}
