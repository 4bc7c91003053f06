//! A form shows all that a record can say, and takes what fits.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use strum::IntoEnumIterator as _;
use wegwijzer::{
    edit::{
        self,
        form::{self, AsksFirst, FormRefused, FormRow, Input, asks_first, form},
        refers_first,
    },
    file::embedded_guide,
    model::{
        Condition, Date, Entry, Field, FieldPath, Guide, PartialDate, RecordKind,
        walk::{Leaf, Part, RefersTo, Slot, Step},
    },
};

use crate::random::{entries, every_field};

fn forms() -> Vec<Entry> {
    let shipped = embedded_guide().unwrap();
    let all = entries(&every_field()).into_iter().chain(entries(&shipped));
    all.filter(|entry| !matches!(entry, Entry::Order(_))).collect()
}

/// What stands in a row, as it would be put in again.
fn again(row: &FormRow<'_>) -> Option<Input> {
    Some(match row.leaf? {
        Leaf::Id(_) | Leaf::Key(_) => return None,
        Leaf::Name(name) => Input::Text(name.to_owned()),
        Leaf::Text(text) => Input::Text(text.words.to_owned()),
        Leaf::Condition(who) => Input::Condition(who.clone()),
        Leaf::Reference(to) => reference(to),
        Leaf::Given(_, values) => Input::Given(values.to_vec()),
        Leaf::Day(day) => Input::Day(day),
        Leaf::Date(date) => Input::Date(date),
        Leaf::Choice(choice) => Input::Choice(choice),
        Leaf::Flag(flag) => Input::Flag(flag),
        Leaf::Time(time) => Input::Time(time),
        Leaf::Number(number) => Input::Number(number),
        Leaf::Letter(letter) => Input::Letter(letter),
    })
}

fn reference(to: wegwijzer::model::walk::Reference<'_>) -> Input {
    use wegwijzer::model::walk::Reference as To;
    match to {
        To::Value(facet, value) | To::Answer(facet, value) => Input::Answer(facet.to_string(), value.to_string()),
        To::Source(id) => Input::Reference(id.to_string()),
        To::FacetSection(id) | To::Step(_, id) => Input::Reference(id.to_string()),
        To::Facet(id) => Input::Reference(id.to_string()),
        To::Member(_, id) | To::Group(_, id) => Input::Reference(id.to_string()),
        To::Phase(id) => Input::Reference(id.to_string()),
        To::Aspect(id) => Input::Reference(id.to_string()),
        To::Party(id) => Input::Reference(id.to_string()),
        To::Responsibility(id) => Input::Reference(id.to_string()),
        To::Record(key) => Input::Reference(key.to_string()),
        To::Phone(_, text) | To::Region(text) | To::Gemeente(text) => Input::Reference(text.to_owned()),
    }
}

/// Something else for a row, and how it then reads; `None` for what a form does not change.
fn other(row: &FormRow<'_>, seed: usize) -> Option<Input> {
    Some(match &row.slot {
        Slot::Id | Slot::Key | Slot::Part(_) | Slot::List(_) => return None,
        Slot::Text { .. } => Input::Text(format!("iets anders {seed}")),
        Slot::Condition { .. } => Input::Condition(Condition::Not(Box::new(Condition::Always))),
        Slot::Reference { to: RefersTo::Value, .. } => Input::Answer("leeftijd".to_owned(), format!("w-{seed}")),
        Slot::Reference { to: RefersTo::Record, .. } => Input::Reference(format!("party/ander-{seed}")),
        Slot::Reference { .. } => Input::Reference(format!("ander-{seed}")),
        Slot::Given(_) => Input::Given(Vec::new()),
        Slot::Day { .. } => Input::Day(Date::new(2001, 2, 3).unwrap()),
        Slot::Date => Input::Date(PartialDate::Year(1999)),
        Slot::Choice { of, .. } => {
            let all = of.all();
            Input::Choice(all[seed % all.len()])
        }
        Slot::Flag => Input::Flag(seed.is_multiple_of(2)),
        Slot::Time => Input::Time("03:17".parse().unwrap()),
        Slot::Number { .. } => Input::Number(u32::try_from(seed % 900).unwrap()),
        Slot::Letter => Input::Letter('Q'),
        Slot::Basis { assumed } => Input::Assumed(!assumed),
    })
}

#[test]
fn a_form_has_a_place_for_all_that_a_record_says() {
    for entry in forms() {
        let rows = form(&entry);
        let shown: Vec<(FieldPath, Leaf<'_>)> =
            rows.iter().filter_map(|row| Some((row.at.clone(), row.leaf?))).collect();
        assert_eq!(shown, edit::leaves(&entry, &FieldPath::default()), "{}", entry.key());
    }
}

#[test]
fn what_stands_there_can_be_put_in_again_and_changes_nothing() {
    for entry in forms() {
        for row in form(&entry) {
            let Some(input) = again(&row) else { continue };
            assert_eq!(form::set(&entry, &row.at, input), Ok(entry.clone()), "{} {}", entry.key(), row.at);
        }
    }
}

#[test]
fn an_item_is_added_moved_and_taken_out_again() {
    for entry in forms() {
        for row in form(&entry) {
            let (Slot::List(part) | Slot::Part(part)) = &row.slot else { continue };
            if matches!(row.slot, Slot::Part(_)) && row.len > 0 {
                let gone = form::remove(&entry, &row.at).unwrap();
                let is_there = form(&gone).into_iter().any(|own| own.at == row.at && own.len > 0);
                assert!(!is_there, "{} {}", entry.key(), row.at);
                continue;
            }
            let first = match asks_first(part) {
                AsksFirst::Nothing => None,
                AsksFirst::Reference(_) | AsksFirst::Id => Some("nieuw-een"),
                AsksFirst::Never => continue,
            };
            if first.is_some() {
                let refused = form::add(&entry, &row.at, None);
                assert_eq!(refused, Err(FormRefused::Unfit(row.at.clone())), "{} {}", entry.key(), row.at);
            }
            let (more, at) = form::add(&entry, &row.at, first).unwrap();
            assert_ne!(more, entry, "{} {}", entry.key(), row.at);
            assert_eq!(form::remove(&more, &at), Ok(entry.clone()), "{} {}", entry.key(), row.at);
            if row.len > 0 && !matches!(part, Part::Given) {
                let before = form::shift(&more, &at, true).unwrap();
                // Two that are alike change places unseen.
                let is_alike = before == more;
                assert!(!is_alike || row.len == 1, "{} {}", entry.key(), row.at);
                let last = FieldPath::new(&[row.at.steps(), &[Step::At(row.len - 1)]].concat());
                assert_eq!(form::shift(&before, &last, false), Ok(more), "{} {at}", entry.key());
            }
        }
    }
}

#[test]
fn what_may_be_left_out_can_be_and_comes_back() {
    let mut count = 0;
    for entry in forms() {
        for row in form(&entry) {
            let optional = match &row.slot {
                Slot::Text { optional, .. }
                | Slot::Condition { optional }
                | Slot::Reference { optional, .. }
                | Slot::Day { optional }
                | Slot::Choice { optional, .. }
                | Slot::Number { optional } => *optional,
                Slot::Date => true,
                _ => false,
            };
            let Some(input) = again(&row).filter(|_| optional) else { continue };
            // The other language stands or falls with the first.
            if matches!(row.at.last(), Some(Field::Nl)) {
                continue;
            }
            let without = form::set(&entry, &row.at, Input::Nothing).unwrap();
            assert_ne!(without, entry, "{} {}", entry.key(), row.at);
            assert_eq!(form::set(&without, &row.at, input), Ok(entry.clone()), "{} {}", entry.key(), row.at);
            count += 1;
        }
    }
    assert!(count > 200, "{count}");
}

#[test]
fn a_new_record_of_every_kind_has_a_form_and_is_missing_nothing_but_facts() {
    let guide: Guide = embedded_guide().unwrap();
    let mut made = BTreeSet::new();
    for kind in RecordKind::iter() {
        let refers: BTreeMap<Field, String> =
            refers_first(kind).iter().map(|(field, _)| (*field, "een-ander".to_owned())).collect();
        let Some(entry) = edit::blank(kind, "nieuw-id", "Nieuwe naam", &refers) else { continue };
        assert_eq!(entry.key().record().map(|key| (key.kind(), key.id())), Some((kind, Some("nieuw-id"))));
        assert!(form(&entry).len() > 2, "{kind:?}");
        assert_eq!(edit::blank(kind, "Geen id", "", &refers), None);
        if !refers.is_empty() {
            assert_eq!(edit::blank(kind, "nieuw-id", "", &BTreeMap::new()), None, "{kind:?}");
        }
        let phase = |entry: &Entry| matches!(entry, Entry::Aspect(_));
        if !phase(&entry) {
            let changes = edit::make(&guide, &[edit::Edit::Add(entry.clone())]).unwrap();
            assert_eq!(edit::get(&edit::put(&guide, &changes), &entry.key()), Some(entry));
        }
        made.insert(kind);
    }
    let never: Vec<RecordKind> = RecordKind::iter().filter(|kind| !made.contains(kind)).collect();
    assert_eq!(never, [RecordKind::Guide, RecordKind::Unresolved]);
}

proptest! {
    /// Whatever is put in, the record stays one of its kind under its own id, and only that place says something else.
    #[test]
    fn only_the_place_that_is_set_says_something_else(pick in any::<prop::sample::Index>(), place in any::<prop::sample::Index>(), seed in 0..1000_usize) {
        let entries = entries(&every_field());
        let entries: Vec<&Entry> = entries.iter().filter(|entry| !matches!(entry, Entry::Order(_) | Entry::Unresolved(_))).collect();
        let entry = *pick.get(&entries);
        let rows = form(entry);
        let row = place.get(&rows);
        let Some(input) = other(row, seed) else { return Ok(()) };
        let after = form::set(entry, &row.at, input.clone()).unwrap();
        prop_assert_eq!(after.key(), entry.key());
        let leaves = |entry: &Entry| -> BTreeMap<FieldPath, String> {
            let leaves = edit::leaves(entry, &FieldPath::default());
            leaves.into_iter().map(|(at, leaf)| (at, format!("{leaf:?}"))).collect()
        };
        let (was, is) = (leaves(entry), leaves(&after));
        // What belongs to one way of showing goes with it.
        let place = row.at.steps();
        let goes = if row.at.last() == Some(Field::View) { &place[..place.len() - 1] } else { place };
        for (at, said) in was.iter().filter(|(at, _)| !at.steps().starts_with(goes)) {
            // A number is one of its party's, and a label in another language needs the first.
            let is_named_with = is.get(at) != Some(said) && is.get(at).is_some_and(|now| now.contains("ander-"));
            prop_assert!(is.get(at) == Some(said) || is_named_with, "{} {} {:?}", row.at, at, is.get(at));
        }
        let again = form(&after).into_iter().rfind(|own| own.at == row.at).and_then(|own| again(&own));
        if !matches!(input, Input::Assumed(_)) && !matches!(row.slot, Slot::Flag) {
            prop_assert!(again == Some(input.clone()) || matches!(input, Input::Choice(_)), "{} {again:?} {input:?}", row.at);
        }
    }
}

#[test]
fn a_form_never_changes_what_a_record_is_called() {
    let mut tried = 0;
    for entry in forms() {
        for row in form(&entry) {
            let Some(Leaf::Id(id)) = row.leaf else { continue };
            if row.at != FieldPath::from(Field::Id) {
                continue;
            }
            let other = format!("{id}-anders");
            for input in [Input::Text(other.clone()), Input::Reference(other.clone())] {
                let refused = form::set(&entry, &row.at, input);
                assert!(refused.is_err(), "{}: {refused:?}", entry.key());
            }
            tried += 1;
        }
    }
    assert!(tried > 500, "{tried}");
}
