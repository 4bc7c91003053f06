//! What differs between two versions of a piece, field by field: the facts of which `text` makes sentences.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::{
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
            let mut found = Found { changes: Vec::new() };
            found.compare(Policy::Inside(&[]), &[], &[], Some(&tree::tree(before)), Some(&tree::tree(after)));
            found.changes
        }
        _ => Vec::new(),
    }
}

fn is_moved<T: Ord>(before: &[T], after: &[T]) -> bool {
    let (old, new): (BTreeSet<&T>, BTreeSet<&T>) = (before.iter().collect(), after.iter().collect());
    let in_both = |key: &&T| old.contains(*key) && new.contains(*key);
    before.iter().filter(in_both).ne(after.iter().filter(in_both))
}

struct Found {
    changes: Vec<FieldChange>,
}

impl Found {
    fn compare(&mut self, policy: Policy, at: &[Step], to: &[Step], before: Option<&Value>, after: Option<&Value>) {
        if before == after {
            return;
        }
        match (policy, before, after) {
            (Policy::OneFact, ..) => {}
            (Policy::Inside(_) | Policy::Set, before, after) if is_list(before) && is_list(after) => {
                let list = |value: Option<&'_ Value>| value.and_then(Value::as_array).cloned().unwrap_or_default();
                if self.lists(policy, at, to, &list(before), &list(after)) {
                    return;
                }
            }
            (_, Some(Value::Object(before)), Some(Value::Object(after))) => {
                let names: BTreeSet<&String> = before.keys().chain(after.keys()).collect();
                for name in names {
                    let Some(field) = tree::field(name) else { continue };
                    let (at, to) = (within(at, Step::Field(field)), within(to, Step::Field(field)));
                    self.compare(self::policy(field), &at, &to, before.get(name), after.get(name));
                }
                return;
            }
            (Policy::Inside(_) | Policy::Set | Policy::Apart, ..) => {}
        }
        self.tell(before.map(|_| at), after.map(|_| to), false);
    }

    /// Compares lists by their elements; `false` when which is which cannot be said.
    fn lists(&mut self, policy: Policy, at: &[Step], to: &[Step], before: &[Value], after: &[Value]) -> bool {
        let by = match policy {
            Policy::Inside(by) => by,
            Policy::OneFact | Policy::Set | Policy::Apart => &[],
        };
        let (Some(old), Some(new)) = (tree::keys(before, by), tree::keys(after, by)) else { return false };
        let places: BTreeMap<&String, usize> = new.iter().enumerate().map(|(place, key)| (key, place)).collect();
        let olds: BTreeSet<&String> = old.iter().collect();
        let mut paired = BTreeSet::new();
        for (place, key) in old.iter().enumerate() {
            let from = within(at, Step::At(place));
            // One that stands where another stood came in its place.
            let in_its_place = new.get(place).filter(|new| !olds.contains(new)).map(|_| place);
            match places.get(key).copied().or(in_its_place) {
                Some(found) => {
                    paired.insert(found);
                    let into = within(to, Step::At(found));
                    self.compare(Policy::Inside(&[]), &from, &into, before.get(place), after.get(found));
                }
                None => self.tell(Some(&from), None, false),
            }
        }
        for place in (0..new.len()).filter(|place| !paired.contains(place)) {
            self.tell(None, Some(&within(to, Step::At(place))), false);
        }
        if policy != Policy::Set && is_moved(&old, &new) {
            self.tell(Some(at), Some(to), true);
        }
        true
    }

    fn tell(&mut self, before: Option<&[Step]>, after: Option<&[Step]>, is_order: bool) {
        let path = |steps: Option<&[Step]>| steps.map(FieldPath::new);
        self.changes.push(FieldChange { before: path(before), after: path(after), is_order });
    }
}

fn is_list(value: Option<&Value>) -> bool {
    value.is_none_or(Value::is_array)
}

fn within(steps: &[Step], step: Step) -> Vec<Step> {
    steps.iter().copied().chain([step]).collect()
}
