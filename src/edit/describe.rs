//! What differs between two versions of a piece, field by field: the facts of which `text` makes sentences.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value};

use super::{
    list,
    policy::{Policy, policy},
    tree,
};
use crate::model::{Entry, FieldPath, walk::Step};

/// A field in which two versions of a piece differ.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct FieldChange {
    /// Where it stood in the version before; `None` when it was not there.
    pub before: Option<FieldPath>,
    /// Where it stands in the version after; `None` when it is gone.
    pub after: Option<FieldPath>,
    /// Whether only the order of what is in it changed.
    pub is_order: bool,
}

impl FieldChange {
    /// Where it stands, or else stood.
    pub fn steps(&self) -> &[Step] {
        self.after.as_ref().or(self.before.as_ref()).map_or(&[], FieldPath::steps)
    }
}

/// The fields in which two versions of a piece differ, as far down as one fact goes. None for one that is only there
/// on one side, and for an order one, without a path, when it is not only longer or shorter.
pub fn fields(before: Option<&Entry>, after: Option<&Entry>) -> Vec<FieldChange> {
    match (before, after) {
        (Some(Entry::Order(before)), Some(Entry::Order(after))) => {
            let here = Some(FieldPath::default());
            let moved = is_moved(&before.ids, &after.ids);
            moved.then_some(FieldChange { before: here.clone(), after: here, is_order: true }).into_iter().collect()
        }
        (Some(before), Some(after)) => {
            let mut changes = Vec::new();
            walk(before, after, &mut |change| {
                changes.push(change);
                true
            });
            changes
        }
        _ => Vec::new(),
    }
}

/// A version of a piece in which only some of the fields are as in another, of those in which both differ; `None` when
/// that is no piece. Not of an order: see [`partly_ordered`].
pub(super) fn partly(before: &Entry, after: &Entry, taken: &BTreeSet<&FieldChange>) -> Option<Entry> {
    let (mut all, mut none) = (true, true);
    let value = walk(before, after, &mut |change| {
        let is_taken = taken.contains(&change);
        all &= is_taken;
        none &= !is_taken;
        is_taken
    });
    match (none, all) {
        (true, _) => Some(before.clone()),
        (_, true) => Some(after.clone()),
        (false, false) => tree::entry(value?, before),
    }
}

/// The keys of a list with those that another version adds where that has them, in the order of either.
pub(super) fn partly_ordered(before: &[String], after: &[String], moves: bool) -> Vec<String> {
    let stays = before.iter().chain(after).map(String::as_str).collect();
    in_order(before, after, moves, &stays).into_iter().map(str::to_owned).collect()
}

fn walk(before: &Entry, after: &Entry, take: &mut dyn FnMut(FieldChange) -> bool) -> Option<Value> {
    let (before, after) = (tree::tree(before), tree::tree(after));
    Walk { take }.compare(Policy::Inside(&[]), &[], &[], Some(&before), Some(&after))
}

fn is_moved<T: Ord>(before: &[T], after: &[T]) -> bool {
    let (old, new): (BTreeSet<&T>, BTreeSet<&T>) = (before.iter().collect(), after.iter().collect());
    let in_both = |key: &&T| old.contains(*key) && new.contains(*key);
    before.iter().filter(in_both).ne(after.iter().filter(in_both))
}

/// What stays of two versions of a list: in the order of one of them, and what only one has behind its neighbour there.
fn in_order<'a>(before: &'a [String], after: &'a [String], moves: bool, stays: &BTreeSet<&'a str>) -> Vec<&'a str> {
    let keys = |list: &'a [String]| -> Vec<&'a str> { list.iter().map(String::as_str).collect() };
    let (before, after) = (keys(before), keys(after));
    // Whose order is that of before did not move anything, so the other decides.
    let base = if moves { &before } else { &after };
    list::merged(Some(base), &before, &after, stays).keys
}

/// A walk over what two versions of a piece differ in, which asks of each change whether it is taken, and makes the
/// version that has only those.
struct Walk<'t> {
    take: &'t mut dyn FnMut(FieldChange) -> bool,
}

impl Walk<'_> {
    fn compare(
        &mut self,
        policy: Policy,
        at: &[Step],
        to: &[Step],
        before: Option<&Value>,
        after: Option<&Value>,
    ) -> Option<Value> {
        if before == after {
            return before.cloned();
        }
        match (policy, before, after) {
            (Policy::OneFact, ..) => {}
            (Policy::Inside(_) | Policy::Set, before, after) if is_list(before) && is_list(after) => {
                let list = |value: Option<&'_ Value>| value.and_then(Value::as_array).cloned().unwrap_or_default();
                if let Some(made) = self.lists(policy, at, to, &list(before), &list(after)) {
                    // A list without elements is left out where it was.
                    let is_there = !made.is_empty() || before.is_some() && after.is_some();
                    return is_there.then_some(Value::Array(made));
                }
            }
            (_, Some(Value::Object(before)), Some(Value::Object(after))) if all_fields(before, after) => {
                let names: BTreeSet<&String> = before.keys().chain(after.keys()).collect();
                let mut group = Map::new();
                for name in names {
                    let (was, is) = (before.get(name), after.get(name));
                    let made = match tree::field(name) {
                        Some(field) => {
                            let (at, to) = (within(at, Step::Field(field)), within(to, Step::Field(field)));
                            self.compare(self::policy(field), &at, &to, was, is)
                        }
                        None => was.cloned(),
                    };
                    group.extend(made.map(|made| (name.clone(), made)));
                }
                return Some(Value::Object(group));
            }
            (Policy::Inside(_) | Policy::Set | Policy::Apart, ..) => {}
        }
        let is_taken = self.asks(before.map(|_| at), after.map(|_| to), false);
        if is_taken { after.cloned() } else { before.cloned() }
    }

    /// Compares lists by their elements; `None` when which is which cannot be said.
    fn lists(
        &mut self,
        policy: Policy,
        at: &[Step],
        to: &[Step],
        before: &[Value],
        after: &[Value],
    ) -> Option<Vec<Value>> {
        let by = match policy {
            Policy::Inside(by) => by,
            Policy::OneFact | Policy::Set | Policy::Apart => &[],
        };
        let (old, new) = (tree::keys(before, by)?, tree::keys(after, by)?);
        let pairs = paired(&old, &new);
        let mut made: BTreeMap<&str, Value> = BTreeMap::new();
        // What came in the place of another is known by its own name in both.
        let mut old_order = Vec::with_capacity(old.len());
        for (place, key) in old.iter().enumerate() {
            let from = within(at, Step::At(place));
            if let Some((found, name)) = pairs.get(&place).and_then(|found| Some((*found, new.get(*found)?))) {
                let into = within(to, Step::At(found));
                let part = self.compare(Policy::Inside(&[]), &from, &into, before.get(place), after.get(found));
                made.extend(part.map(|part| (name.as_str(), part)));
                old_order.push(name.clone());
            } else {
                if !self.asks(Some(&from), None, false) {
                    made.extend(before.get(place).map(|value| (key.as_str(), value.clone())));
                }
                old_order.push(key.clone());
            }
        }
        for (place, key) in new.iter().enumerate().filter(|(place, _)| !pairs.values().any(|found| found == place)) {
            if self.asks(None, Some(&within(to, Step::At(place))), false) {
                made.extend(after.get(place).map(|value| (key.as_str(), value.clone())));
            }
        }
        let moves = policy != Policy::Set && is_moved(&old, &new) && self.asks(Some(at), Some(to), true);
        let stays = made.keys().copied().collect();
        let order: Vec<String> = in_order(&old_order, &new, moves, &stays).into_iter().map(str::to_owned).collect();
        Some(order.iter().filter_map(|key| made.remove(key.as_str())).collect())
    }

    fn asks(&mut self, before: Option<&[Step]>, after: Option<&[Step]>, is_order: bool) -> bool {
        let path = |steps: Option<&[Step]>| steps.map(FieldPath::new);
        (self.take)(FieldChange { before: path(before), after: path(after), is_order })
    }
}

/// The places of elements in two versions of a list, by their keys in both.
fn paired(old: &[String], new: &[String]) -> BTreeMap<usize, usize> {
    let places: BTreeMap<&String, usize> = new.iter().enumerate().map(|(place, key)| (key, place)).collect();
    let olds: BTreeSet<&String> = old.iter().collect();
    let same: BTreeMap<usize, usize> =
        old.iter().enumerate().filter_map(|(place, key)| Some((place, *places.get(key)?))).collect();
    // One that stands where another stood came in its place.
    let is_new = |place: &usize| new.get(*place).is_some_and(|key| !olds.contains(key));
    let all: BTreeMap<usize, usize> = (0..old.len())
        .filter_map(|place| {
            let found = same.get(&place).copied();
            Some((place, found.or_else(|| Some(place).filter(is_new))?))
        })
        .collect();
    // Unless it is only there because others moved.
    let in_order = |pairs: &BTreeMap<usize, usize>| pairs.values().is_sorted();
    if in_order(&same) && !in_order(&all) { same } else { all }
}

/// Whether all names in which two groups differ are fields.
fn all_fields(before: &Map<String, Value>, after: &Map<String, Value>) -> bool {
    let mut names = before.keys().chain(after.keys());
    names.all(|name| before.get(name) == after.get(name) || tree::field(name).is_some())
}

fn is_list(value: Option<&Value>) -> bool {
    value.is_none_or(Value::is_array)
}

fn within(steps: &[Step], step: Step) -> Vec<Step> {
    steps.iter().copied().chain([step]).collect()
}
