//! The walk passes everything that a guide says, and every value once.

#![allow(clippy::unwrap_used, reason = "a helper of a test may fail it")]

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;
use wegwijzer::{
    file,
    model::{
        Condition, Guide, RecordKey,
        walk::{FieldPath, Leaf, Place, Reference, Visitor, walk},
    },
};

fn guide() -> Guide {
    file::embedded_guide().unwrap()
}

/// What a walk finds: the words that it says, how many choices it passes, and where each value stands.
#[derive(Default)]
struct Passed {
    words: BTreeMap<String, usize>,
    choices: usize,
    places: Vec<(RecordKey, FieldPath)>,
    references: BTreeSet<String>,
}

impl Passed {
    fn of(guide: &Guide) -> Self {
        let mut passed = Self::default();
        walk(guide, &mut passed);
        passed
    }

    fn say(&mut self, words: &impl ToString) {
        *self.words.entry(words.to_string()).or_default() += 1;
    }
}

impl<'a> Visitor<'a> for Passed {
    fn leaf(&mut self, place: &Place<'_>, leaf: Leaf<'a>) {
        self.places.push((place.record.clone(), place.path()));
        match leaf {
            Leaf::Id(id) => self.say(&id),
            Leaf::Text(text) => self.say(&text.words),
            Leaf::Reference(to) => match to {
                Reference::Source(id) => self.say(id),
                Reference::FacetSection(id) => self.say(id),
                Reference::Facet(id) => self.say(id),
                Reference::Value(facet, value) => {
                    self.say(facet);
                    self.say(value);
                }
                Reference::Member(_, id) | Reference::Group(_, id) | Reference::Answer(_, id) => self.say(id),
                Reference::Aspect(id) => self.say(id),
                Reference::Party(id) => self.say(id),
                Reference::Responsibility(id) => self.say(id),
                Reference::Phone(_, text) | Reference::Region(text) | Reference::Gemeente(text) => self.say(&text),
            },
            Leaf::Day(day) => self.say(&day),
            Leaf::Date(date) => self.say(&date),
            Leaf::Letter(letter) => self.say(&letter),
            Leaf::Choice(_) => self.choices += 1,
            Leaf::Condition(_) | Leaf::Given(..) | Leaf::Flag(_) | Leaf::Number(_) => {}
        }
    }

    fn reference(&mut self, _: &Place<'_>, to: Reference<'a>) {
        self.references.insert(format!("{to:?}"));
    }
}

/// Every text in a document, but those within conditions and profiles, which are one value each.
fn texts(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::String(text) => found.push(text.clone()),
        Value::Array(items) => items.iter().for_each(|item| texts(item, found)),
        Value::Object(fields) => {
            let is_one_value = |name: &str| ["who", "when", "then", "given"].contains(&name);
            fields.iter().filter(|(name, _)| !is_one_value(name)).for_each(|(_, value)| texts(value, found));
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

#[test]
fn every_text_of_the_document_is_passed_once() {
    let guide = guide();
    let mut passed = Passed::of(&guide);
    let mut expected = Vec::new();
    texts(&serde_json::to_value(&guide).unwrap(), &mut expected);
    assert!(expected.len() > 5000);
    // What is left of the document when all words are taken out are the choices: roles, kinds, units.
    let mut left = 0;
    for text in expected {
        match passed.words.get_mut(&text) {
            Some(count) if *count > 0 => *count -= 1,
            _ => left += 1,
        }
    }
    let unsaid: Vec<_> = passed.words.iter().filter(|(_, count)| **count > 0).collect();
    // Some fields are left out of the document when they say the usual thing, and the walk passes their choice too.
    let scopes = guide.parties.iter().filter(|party| party.scope.is_executing()).count();
    assert_eq!((unsaid, left), (Vec::new(), passed.choices - scopes));
}

#[test]
fn no_two_values_stand_in_one_place_and_every_place_can_be_written_down() {
    let passed = Passed::of(&guide());
    let distinct: BTreeSet<_> = passed.places.iter().collect();
    assert_eq!(distinct.len(), passed.places.len());
    for (record, path) in &passed.places {
        assert_eq!(record.to_string().parse::<RecordKey>().as_ref(), Ok(record));
        assert_eq!(path.to_string().parse::<FieldPath>().as_ref(), Ok(path));
    }
}

#[test]
fn what_a_condition_names_is_a_reference() {
    let guide = guide();
    let passed = Passed::of(&guide);
    for responsibility in &guide.responsibilities {
        responsibility.who.walk(&mut |part| {
            if let Condition::Is(facet, values) = part {
                assert!(passed.references.contains(&format!("{:?}", Reference::Facet(facet))));
                for value in values {
                    assert!(passed.references.contains(&format!("{:?}", Reference::Value(facet, value))));
                }
            }
        });
    }
}
