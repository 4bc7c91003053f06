//! The three-way merge of one piece of a guide, field by field.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value};

use super::{
    list,
    policy::{Policy, policy},
    tree,
};
use crate::model::{
    Entry, FieldPath, Order,
    walk::Step::{self, At},
};

/// What something was before both versions.
#[derive(Clone, Copy, Debug)]
pub(super) enum Base<T> {
    /// This; `None` is nothing.
    Known(Option<T>),
    /// Nobody knows: then every difference is a question.
    Unknown,
}

/// Which version stands where both changed the same in different ways.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Prefer {
    Ours,
    Theirs,
}

/// A piece of which there were two versions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct MergedEntry {
    /// What stands; `None` when it is taken out.
    pub(super) entry: Option<Entry>,
    /// Where both changed the same in different ways, as paths into what stands; the piece as a whole when empty.
    pub(super) clash: Option<Vec<FieldPath>>,
}

/// Merges two versions of a piece.
pub(super) fn merge_entry(
    base: Base<&Entry>,
    ours: Option<&Entry>,
    theirs: Option<&Entry>,
    prefer: Prefer,
) -> MergedEntry {
    let agreed = |entry: Option<&Entry>| MergedEntry { entry: entry.cloned(), clash: None };
    let clashed = |entry: Option<&Entry>| MergedEntry { entry: entry.cloned(), clash: Some(Vec::new()) };
    if ours == theirs {
        return agreed(ours);
    }
    match base {
        Base::Known(base) if base == theirs => return agreed(ours),
        Base::Known(base) if base == ours => return agreed(theirs),
        Base::Known(_) | Base::Unknown => {}
    }
    let preferred = match prefer {
        Prefer::Ours => ours,
        Prefer::Theirs => theirs,
    };
    let (Some(our_entry), Some(their_entry)) = (ours, theirs) else {
        // Whoever took it out did not know of the change.
        return clashed(if prefer == Prefer::Ours { ours.or(theirs) } else { preferred });
    };
    if let (Entry::Order(our_order), Entry::Order(their_order)) = (our_entry, their_entry) {
        return merge_orders(base, our_order, their_order, prefer);
    }
    let base = match base {
        Base::Known(Some(base)) => Base::Known(Some(tree::tree(base))),
        // What both added has no fields that were there before.
        Base::Known(None) | Base::Unknown => Base::Unknown,
    };
    let (our_tree, their_tree) = (tree::tree(our_entry), tree::tree(their_entry));
    let known = match &base {
        Base::Known(base) => Base::Known(base.as_ref()),
        Base::Unknown => Base::Unknown,
    };
    let merged = Merger { prefer }.merge(Policy::Inside(&[]), known, Some(&our_tree), Some(&their_tree));
    match merged.value.and_then(|value| tree::entry(value, our_entry)) {
        Some(entry) => {
            let fields: Vec<FieldPath> = merged.clashes.iter().map(|steps| FieldPath::new(steps)).collect();
            MergedEntry { entry: Some(entry), clash: (!fields.is_empty()).then_some(fields) }
        }
        // What does not fit together is not put together.
        None => clashed(preferred),
    }
}

fn merge_orders(base: Base<&Entry>, ours: &Order, theirs: &Order, prefer: Prefer) -> MergedEntry {
    let before = match base {
        Base::Known(Some(Entry::Order(order))) => Some(order.ids.as_slice()),
        _ => None,
    };
    let (first, second) = match prefer {
        Prefer::Ours => (ours, theirs),
        Prefer::Theirs => (theirs, ours),
    };
    let stays = list::stays(before.map(all).as_deref(), &all(&first.ids), &all(&second.ids));
    let (ids, is_clash) = merge_order(before, &first.ids, &second.ids, &stays);
    MergedEntry { entry: Some(Entry::Order(Order { of: ours.of, ids })), clash: is_clash.then(Vec::new) }
}

fn all(ids: &[String]) -> Vec<&str> {
    ids.iter().map(String::as_str).collect()
}

/// The order of two versions of a list of which these stay, and whether they clash.
pub(super) fn merge_order(
    base: Option<&[String]>,
    ours: &[String],
    theirs: &[String],
    stays: &BTreeSet<&str>,
) -> (Vec<String>, bool) {
    let (base, ours, theirs) = (base.map(all), all(ours), all(theirs));
    let stays: BTreeSet<&str> = ours.iter().chain(&theirs).copied().filter(|id| stays.contains(id)).collect();
    let merged = list::merged(base.as_deref(), &ours, &theirs, &stays);
    (merged.keys.into_iter().map(str::to_owned).collect(), merged.is_clash)
}

/// A value of which there were two versions, and where they clash within it.
struct Part {
    value: Option<Value>,
    clashes: Vec<Vec<Step>>,
}

impl Part {
    fn agreed(value: Option<&Value>) -> Self {
        Self { value: value.cloned(), clashes: Vec::new() }
    }

    fn clash(value: Option<&Value>) -> Self {
        Self { value: value.cloned(), clashes: vec![Vec::new()] }
    }
}

struct Merger {
    prefer: Prefer,
}

impl Merger {
    fn pick<T>(&self, ours: T, theirs: T) -> T {
        match self.prefer {
            Prefer::Ours => ours,
            Prefer::Theirs => theirs,
        }
    }

    fn merge(&self, policy: Policy, base: Base<&Value>, ours: Option<&Value>, theirs: Option<&Value>) -> Part {
        if ours == theirs {
            return Part::agreed(ours);
        }
        match base {
            Base::Known(base) if base == theirs => return Part::agreed(ours),
            Base::Known(base) if base == ours => return Part::agreed(theirs),
            Base::Known(_) | Base::Unknown => {}
        }
        let nothing = (Value::Array(Vec::new()), Value::Object(Map::new()));
        let is_list = |value: Option<&Value>| value.is_none_or(Value::is_array);
        let is_group = |value: Option<&Value>| value.is_none_or(Value::is_object);
        match policy {
            Policy::OneFact => {}
            // A list without elements is left out of a file.
            Policy::Inside(_) | Policy::Set if is_list(ours) && is_list(theirs) => {
                let list = |value: Option<&Value>| value.and_then(Value::as_array).cloned().unwrap_or_default();
                let base = match base {
                    Base::Known(base) if is_list(base) => Base::Known(Some(list(base))),
                    Base::Known(_) | Base::Unknown => Base::Unknown,
                };
                return self.list(policy, &base, &list(ours), &list(theirs));
            }
            Policy::Apart if is_group(ours) && is_group(theirs) => {
                let base = match base {
                    Base::Known(None) => Base::Known(Some(&nothing.1)),
                    base => base,
                };
                return self.group(base, ours.unwrap_or(&nothing.1), theirs.unwrap_or(&nothing.1));
            }
            Policy::Inside(_) | Policy::Set | Policy::Apart => {
                if let (Some(ours @ Value::Object(_)), Some(theirs @ Value::Object(_))) = (ours, theirs) {
                    return self.group(base, ours, theirs);
                }
            }
        }
        Part::clash(self.pick(ours, theirs))
    }

    /// Values with names.
    fn group(&self, base: Base<&Value>, ours: &Value, theirs: &Value) -> Part {
        let names: BTreeSet<&String> =
            [ours, theirs].into_iter().filter_map(Value::as_object).flat_map(Map::keys).collect();
        let mut group = Map::new();
        let mut clashes = Vec::new();
        for name in names {
            let base = match base {
                Base::Known(Some(base)) if base.is_object() => Base::Known(base.get(name)),
                Base::Known(_) | Base::Unknown => Base::Unknown,
            };
            let field = tree::field(name);
            // What has no name among the fields is not taken apart.
            let part = self.merge(field.map_or(Policy::OneFact, policy), base, ours.get(name), theirs.get(name));
            group.extend(part.value.map(|value| (name.clone(), value)));
            let at = field.map(Step::Field);
            clashes.extend(part.clashes.into_iter().map(|within| at.into_iter().chain(within).collect()));
        }
        Part { value: Some(Value::Object(group)), clashes }
    }

    fn list(&self, policy: Policy, base: &Base<Vec<Value>>, ours: &[Value], theirs: &[Value]) -> Part {
        let by = match policy {
            Policy::Inside(by) => by,
            Policy::OneFact | Policy::Set | Policy::Apart => &[],
        };
        let before = match base {
            Base::Known(before) => Some(before.as_deref().unwrap_or_default()),
            Base::Unknown => None,
        };
        let keys = (before.map(|list| tree::keys(list, by)), tree::keys(ours, by), tree::keys(theirs, by));
        let (None | Some(Some(_)), Some(our_keys), Some(their_keys)) = &keys else {
            // Which is which cannot be said.
            let whole = Value::Array(self.pick(ours, theirs).to_vec());
            return Part::clash(Some(&whole));
        };
        let before = before.map(|list| Versions::new(list, keys.0.iter().flatten().flatten()));
        let (our, their) = (Versions::new(ours, our_keys), Versions::new(theirs, their_keys));
        let mut parts: BTreeMap<&str, Part> = BTreeMap::new();
        let mut is_open = before.is_none();
        for key in our.order.iter().chain(&their.order).copied() {
            if !parts.contains_key(key) {
                parts.extend(self.element(before.as_ref(), &our, &their, key).map(|part| (key, part)));
            }
        }
        is_open &= our.by_key.keys().ne(their.by_key.keys());
        let is_replaced = before.as_ref().is_some_and(|before| both_replaced(before, &our, &their));
        let stays = parts.keys().copied().collect();
        let (first, second) = (self.pick(&our, &their), self.pick(&their, &our));
        let before_order = before.as_ref().map(|before| before.order.as_slice());
        let order = list::merged(before_order, &first.order, &second.order, &stays);
        let keys = if order.is_clash && policy == Policy::Set {
            // Whose order it is does not matter.
            list::merged(before_order, (&our.order).min(&their.order), (&our.order).max(&their.order), &stays).keys
        } else {
            order.keys
        };
        let mut clashes = Vec::new();
        if is_replaced || is_open || order.is_clash && policy != Policy::Set {
            clashes.push(Vec::new());
        }
        let mut list = Vec::with_capacity(keys.len());
        for (at, part) in keys.into_iter().filter_map(|key| parts.remove(key)).enumerate() {
            clashes.extend(part.clashes.into_iter().map(|within| [At(at)].into_iter().chain(within).collect()));
            list.extend(part.value);
        }
        // A list without elements is left out of a file; where it is not, ours or theirs has it.
        Part { value: Some(Value::Array(list)), clashes }
    }

    /// An element of a list; `None` when it is taken out.
    fn element(
        &self,
        before: Option<&Versions<'_>>,
        our: &Versions<'_>,
        their: &Versions<'_>,
        key: &str,
    ) -> Option<Part> {
        let was = before.map_or(Base::Unknown, |before| Base::Known(before.by_key.get(key).copied()));
        match (our.by_key.get(key).copied(), their.by_key.get(key).copied()) {
            (Some(ours), Some(theirs)) => {
                let base = match was {
                    Base::Known(Some(_)) => was,
                    Base::Known(None) | Base::Unknown => Base::Unknown,
                };
                Some(self.merge(Policy::Inside(&[]), base, Some(ours), Some(theirs)))
            }
            (Some(one), None) => self.on_one_side(was, one, Prefer::Theirs),
            (None, Some(one)) => self.on_one_side(was, one, Prefer::Ours),
            (None, None) => None,
        }
    }

    /// An element that one version has and the other not.
    fn on_one_side(&self, was: Base<&Value>, one: &Value, without: Prefer) -> Option<Part> {
        match was {
            Base::Known(None) | Base::Unknown => Some(Part::agreed(Some(one))),
            Base::Known(Some(was)) if was == one => None,
            // Taken out on one side and changed on the other: it does not go by itself.
            Base::Known(Some(_)) if self.prefer == Prefer::Theirs && without == Prefer::Theirs => None,
            Base::Known(Some(_)) => Some(Part::clash(Some(one))),
        }
    }
}

/// The elements of a version of a list, by what they are known.
struct Versions<'a> {
    by_key: BTreeMap<&'a str, &'a Value>,
    order: Vec<&'a str>,
}

impl<'a> Versions<'a> {
    fn new(list: &'a [Value], keys: impl IntoIterator<Item = &'a String>) -> Self {
        let order: Vec<&str> = keys.into_iter().map(String::as_str).collect();
        Self { by_key: order.iter().copied().zip(list).collect(), order }
    }
}

/// Whether both took the same out and each put something else in: two new numbers for one old are no two numbers.
fn both_replaced(before: &Versions<'_>, our: &Versions<'_>, their: &Versions<'_>) -> bool {
    let adds = |one: &Versions<'_>, other: &Versions<'_>| {
        one.order.iter().any(|key| !before.by_key.contains_key(key) && !other.by_key.contains_key(key))
    };
    let took_out = |key: &&str| !our.by_key.contains_key(key) && !their.by_key.contains_key(key);
    adds(our, their) && adds(their, our) && before.order.iter().any(took_out)
}
