//! A piece of a guide as a tree of named values, as serde sees it. Made only of pieces that differ.

use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use crate::model::{Entry, Field, Order, PlacedAspect, RecordKind};

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
    match like {
        Entry::Order(order) => read(tree, |ids| Entry::Order(Order { of: order.of, ids })),
        _ => of_kind(tree, like.key().record()?.kind()),
    }
}

/// The record of a tree; `None` when the tree is none of that kind.
pub(super) fn of_kind(tree: Value, kind: RecordKind) -> Option<Entry> {
    match kind {
        RecordKind::Guide => read(tree, Entry::Head),
        RecordKind::FirstAdvice => read(tree, Entry::FirstAdvice),
        RecordKind::Source => read(tree, Entry::Source),
        RecordKind::FacetSection => read(tree, Entry::FacetSection),
        RecordKind::Facet => boxed(tree, Entry::Facet),
        RecordKind::Impossible => read(tree, Entry::Impossible),
        RecordKind::Implication => read(tree, Entry::Implication),
        RecordKind::Suspicious => read(tree, Entry::Suspicious),
        RecordKind::Phase => read(tree, Entry::Phase),
        RecordKind::Aspect => {
            let Value::Object(mut fields) = tree else { return None };
            let phase = fields.remove(PHASE)?;
            let placed = [(PHASE.to_owned(), phase), (ASPECT.to_owned(), Value::Object(fields))];
            boxed::<PlacedAspect>(Value::Object(Map::from_iter(placed)), Entry::Aspect)
        }
        RecordKind::Party => boxed(tree, Entry::Party),
        RecordKind::Responsibility => boxed(tree, Entry::Responsibility),
        RecordKind::Referral => boxed(tree, Entry::Referral),
        RecordKind::Gap => boxed(tree, Entry::Gap),
        RecordKind::Conflict => read(tree, Entry::Conflict),
        RecordKind::Agreement => read(tree, Entry::Agreement),
        RecordKind::Scenario => boxed(tree, Entry::Scenario),
        RecordKind::Term => read(tree, Entry::Term),
        RecordKind::Exception => read(tree, Entry::Exception),
        RecordKind::Unresolved => boxed(tree, Entry::Unresolved),
    }
}

fn read<T: DeserializeOwned>(tree: Value, wrap: impl FnOnce(T) -> Entry) -> Option<Entry> {
    serde_json::from_value(tree).ok().map(wrap)
}

fn boxed<T: DeserializeOwned>(tree: Value, wrap: impl FnOnce(Box<T>) -> Entry) -> Option<Entry> {
    read(tree, |record| wrap(Box::new(record)))
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
