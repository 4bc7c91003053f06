//! Every field of every kind of record can be edited, found, undone and merged.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;
use strum::IntoEnumIterator as _;
use wegwijzer::{
    edit::{self, Change, Edit, Origins},
    file::embedded_guide,
    model::{Entry, EntryKey, Field, FieldPath, Guide, RecordKind},
};

use crate::random::{entries, every_field, fields_of, unlike, with_fields};

/// Every piece of the guide in which every field says something, each with one field changed in the way that its type
/// allows: another value found anywhere under that name, or none.
pub(crate) fn each_field() -> Vec<(Entry, String, Entry)> {
    let guide = every_field();
    let shipped = entries(&embedded_guide().unwrap());
    let own = entries(&guide);
    let mut lent: BTreeMap<String, Vec<Value>> = BTreeMap::new();
    for entry in own.iter().chain(&shipped).filter(|entry| !matches!(entry, Entry::Order(_))) {
        for (name, value) in fields_of(entry).as_object().unwrap() {
            lent.entry(name.clone()).or_default().push(value.clone());
        }
    }
    let made_up = [
        Value::from("iets anders"),
        Value::from("iets-anders"),
        Value::from("party/iets-anders"),
        Value::from("2001-02-03"),
        Value::from(true),
        Value::from(false),
        Value::from("Z"),
        Value::Null,
        Value::Array(Vec::new()),
    ];
    let mut all = Vec::new();
    for entry in own.into_iter().filter(|entry| !matches!(entry, Entry::Order(_))) {
        let fields = fields_of(&entry);
        let names: BTreeSet<&String> = fields.as_object().unwrap().keys().filter(|name| *name != "id").collect();
        for name in names {
            let changed = lent[name].iter().chain(&made_up).find_map(|value| {
                let mut other = fields.clone();
                other[name] = value.clone();
                let new = with_fields(&entry, other).filter(|new| *new != entry && new.key() == entry.key());
                new.filter(|new| edit::make(&guide, &[Edit::Replace(new.clone())]).is_ok())
            });
            let changed = changed.unwrap_or_else(|| panic!("{}: no other {name}", entry.key()));
            all.push((entry.clone(), name.clone(), changed));
        }
    }
    all
}

#[test]
fn every_kind_and_every_field_is_there() {
    let guide = every_field();
    let kinds: BTreeSet<RecordKind> =
        entries(&guide).iter().filter_map(|entry| Some(entry.key().record()?.kind())).collect();
    let missing: Vec<RecordKind> = RecordKind::iter().filter(|kind| !kinds.contains(kind)).collect();
    assert_eq!(missing, [], "tests/format/canonical.ron has every kind");
    assert!(each_field().len() > 100);
}

#[test]
fn every_field_is_edited_found_and_undone_and_nothing_else_changes() {
    let guide = every_field();
    for (before, name, after) in each_field() {
        let changes = edit::make(&guide, &[Edit::Replace(after.clone())]).unwrap();
        let edited = edit::put(&guide, &changes);
        assert_eq!(edit::get(&edited, &after.key()).as_ref(), Some(&after), "{name}");
        let found = edit::diff(&guide, &edited).unwrap();
        assert_eq!(found, changes, "{}: {name}", before.key());
        assert!(found.iter().any(|change| change.before() == Some(&before)), "{name}");
        let back: Vec<Change> = changes.iter().map(Change::inverse).collect();
        assert_eq!(unlike(&edit::put(&edited, &back), &guide), "", "{name}");
        if matches!(before, Entry::Unresolved(_)) {
            continue;
        }
        let told = edit::fields(Some(&before), Some(&after));
        let roots: BTreeSet<_> = told.iter().filter_map(|change| FieldPath::new(change.steps()).root()).collect();
        // An aspect tells its own fields, and its phase.
        if name != "aspect" || !matches!(before, Entry::Aspect(_)) {
            assert_eq!(roots, BTreeSet::from([name.parse::<Field>().unwrap()]), "{}: {name}", before.key());
        }
    }
}

#[test]
fn two_fields_of_a_record_that_two_people_change_are_both_changed() {
    let guide = every_field();
    let edited = |after: &Entry| edit::put(&guide, &edit::make(&guide, &[Edit::Replace(after.clone())]).unwrap());
    let all = each_field();
    let mut pairs = 0;
    for (ours, our_name, our_after) in &all {
        for (_, their_name, their_after) in all.iter().filter(|(theirs, ..)| theirs.key() == ours.key()) {
            if our_name == their_name || matches!(ours, Entry::Unresolved(_)) {
                continue;
            }
            let merged = edit::merge3(&guide, &edited(our_after), &edited(their_after), &Origins::default()).unwrap();
            assert_eq!(merged.clashes, [], "{}: {our_name}, {their_name}", ours.key());
            let found = fields_of(&edit::get(&merged.guide, &ours.key()).unwrap());
            for (name, after) in [(our_name, our_after), (their_name, their_after)] {
                assert_eq!(found.get(name), fields_of(after).get(name), "{}: {name}", ours.key());
            }
            pairs += 1;
        }
    }
    assert!(pairs > 500, "{pairs}");
}

#[test]
fn one_field_that_two_people_change_in_different_ways_is_a_clash_and_both_values_stay() {
    let guide = every_field();
    let edited = |after: &Entry| edit::put(&guide, &edit::make(&guide, &[Edit::Replace(after.clone())]).unwrap());
    for (before, name, after) in each_field() {
        if matches!(before, Entry::Unresolved(_)) || name == "aspect" {
            continue;
        }
        // The same field as it is in the other record of its kind, or gone, or else another of its kinds of value.
        let mut fields = fields_of(&before);
        let old = fields[&name].clone();
        let others = [Value::Null, Value::Array(Vec::new()), Value::from("nog iets"), Value::from("nog-iets")];
        let third = others.into_iter().find_map(|value| {
            fields[&name] = value;
            let third = with_fields(&before, fields.clone()).filter(|third| *third != before && *third != after);
            third.filter(|third| edit::make(&guide, &[Edit::Replace(third.clone())]).is_ok())
        });
        let Some(third) = third.filter(|third| third.key() == before.key()) else { continue };
        let merged = edit::merge3(&guide, &edited(&after), &edited(&third), &Origins::default()).unwrap();
        let found = edit::get(&merged.guide, &before.key()).unwrap();
        let kept =
            merged.guide.unresolved.iter().find(|kept| kept.about == before.key() && !guide.unresolved.contains(kept));
        match kept {
            Some(kept) => {
                assert_eq!(kept.theirs.as_deref(), Some(&third), "{name}");
                assert_eq!(kept.base.as_deref(), Some(&before), "{name}");
                assert!(kept.fields.iter().all(|path| path.root() == name.parse().ok()), "{name}: {:?}", kept.fields);
            }
            // In a list they took out different elements: what neither has is gone, by both.
            None => assert!(old.is_array() || old.is_object(), "{}: {name} {found:?}", before.key()),
        }
    }
}

#[test]
fn a_piece_that_is_there_twice_is_not_merged_by_guess() {
    let guide = every_field();
    let mut twice: Guide = guide.clone();
    let again = twice.parties[twice.parties.ixs().next().unwrap()].clone();
    twice.parties.push(again);
    assert!(edit::diff(&guide, &twice).is_err());
    assert!(edit::merge3(&guide, &guide, &twice, &Origins::default()).is_err());
    assert!(edit::merge3(&guide, &twice, &guide, &Origins::default()).is_err());
    assert!(edit::without_base(&twice, &guide, &Origins::default()).is_err());
    assert!(matches!(edit::diff(&twice, &guide).unwrap_err().0, EntryKey::Record(_)));
}
