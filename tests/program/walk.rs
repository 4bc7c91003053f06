//! The walk passes everything that a guide says, and every value once.

#![allow(clippy::unwrap_used, reason = "a helper of a test may fail it")]

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;
use wegwijzer::{
    file,
    model::{
        Condition, Contact, Guide, RecordKey, Scenario, ScenarioStep, Show, ShowKind, Urgency, Validity,
        walk::{Choice, Citations, FieldPath, Leaf, Place, Reference, Visitor, walk},
    },
};

fn guide() -> Guide {
    file::embedded_guide().unwrap()
}

/// The shipped guide, and one in which every field says something.
fn guides() -> [Guide; 2] {
    [guide(), file::read_guide(include_str!("../format/canonical.ron")).unwrap()]
}

/// What a walk finds: how often it says something, how many choices it passes, and where each value stands.
#[derive(Default)]
struct Passed {
    said: BTreeMap<String, usize>,
    choices: usize,
    cases: usize,
    cited: usize,
    validities: usize,
    contacts: usize,
    places: Vec<(RecordKey, FieldPath)>,
    named: BTreeSet<String>,
    references: BTreeSet<String>,
}

impl Passed {
    fn of(guide: &Guide) -> Self {
        let mut passed = Self::default();
        walk(guide, &mut passed);
        passed
    }

    fn say(&mut self, words: &impl ToString) {
        *self.said.entry(words.to_string()).or_default() += 1;
    }
}

impl<'a> Visitor<'a> for Passed {
    fn leaf(&mut self, place: &Place<'_>, leaf: Leaf<'a>) {
        self.places.push((place.record.clone(), place.path()));
        if let Leaf::Reference(to) = leaf {
            self.named.insert(format!("{to:?}"));
        }
        match leaf {
            Leaf::Id(id) => self.say(&id),
            Leaf::Text(text) => self.say(&text.words),
            Leaf::Reference(to) => match to {
                Reference::Source(id) => self.say(id),
                Reference::FacetSection(id) | Reference::Step(_, id) => self.say(id),
                Reference::Facet(id) => self.say(id),
                Reference::Value(facet, value) => {
                    self.say(facet);
                    self.say(value);
                }
                Reference::Member(_, id) | Reference::Group(_, id) | Reference::Answer(_, id) => self.say(id),
                Reference::Phase(id) => self.say(id),
                Reference::Aspect(id) => self.say(id),
                Reference::Party(id) => self.say(id),
                Reference::Responsibility(id) => self.say(id),
                Reference::Record(key) => self.say(key),
                Reference::Phone(_, text) | Reference::Region(text) | Reference::Gemeente(text) => self.say(&text),
            },
            Leaf::Day(day) => self.say(&day),
            Leaf::Date(date) => self.say(&date),
            Leaf::Letter(letter) => self.say(&letter),
            // What is usual is not said.
            Leaf::Choice(Choice::ShowKind(ShowKind::Antwoord)) | Leaf::Flag(false) => {}
            Leaf::Choice(_) => self.choices += 1,
            Leaf::Condition(condition) if is_silent(condition) => {}
            Leaf::Condition(condition) => self.say(&serde_json::to_value(condition).unwrap()),
            Leaf::Given(..) => self.cases += 1,
            Leaf::Flag(true) => self.say(&true),
            Leaf::Time(time) => self.say(&time),
            Leaf::Number(number) => self.say(&number),
            Leaf::Key(key) => self.say(key),
            Leaf::Name(name) => self.say(&name),
        }
    }

    fn citations(&mut self, _: &Place<'_>, citations: Citations<'a>) {
        self.cited += citations.list.len();
    }

    fn validity(&mut self, _: &Place<'_>, valid: &'a Validity) {
        self.validities += usize::from(*valid != Validity::default());
    }

    fn contact(&mut self, _: &Place<'_>, _: &'a Contact) {
        self.contacts += 1;
    }

    fn reference(&mut self, _: &Place<'_>, to: Reference<'a>) {
        self.references.insert(format!("{to:?}"));
    }
}

/// The condition of everybody, which the document may leave out.
fn is_silent(condition: &Condition) -> bool {
    *condition == Condition::Always
}

/// The fields that hold one of a fixed set.
const CHOICES: [&str; 16] = [
    "act",
    "bound",
    "certainty",
    "from_day",
    "ground",
    "kind",
    "outcome",
    "receives",
    "role",
    "scope",
    "stance",
    "state",
    "unit",
    "until_day",
    "urgency",
    "view",
];

/// What a document says, with the field in which it does; a condition is one value.
#[derive(Default)]
struct Document {
    said: Vec<(String, String)>,
    choices: usize,
    validities: usize,
    cited: usize,
}

impl Document {
    fn of(guide: &Guide) -> Self {
        let mut document = Self::default();
        document.read("", &serde_json::to_value(guide).unwrap());
        document
    }

    fn read(&mut self, field: &str, value: &Value) {
        match value {
            // How soon something matters bears the name of a condition.
            Value::String(soon) if field == "when" && soon != "Always" => self.choices += 1,
            _ if ["who", "when", "then", "until_told_unless"].contains(&field) => {
                let is_silent = value == "Always";
                self.said.extend((!is_silent).then(|| (field.to_owned(), value.to_string())));
            }
            // What is known of a person is counted by itself.
            _ if ["given", "learn", "other"].contains(&field) => {}
            // Of versions that nobody has chosen yet the guide says only that there are.
            Value::Array(kept) if field == "unresolved" => {
                self.said.extend(
                    kept.iter().map(|kept| (field.to_owned(), kept["id"].as_str().unwrap_or_default().to_owned())),
                );
            }
            // Also the day on which an agreement was made.
            _ if CHOICES.contains(&field) => self.choices += 1,
            Value::String(text) => self.said.push((field.to_owned(), text.clone())),
            Value::Number(_) | Value::Bool(true) => self.said.push((field.to_owned(), value.to_string())),
            Value::Array(items) => items.iter().for_each(|item| self.read(field, item)),
            Value::Object(fields) => {
                self.validities += usize::from(field == "valid");
                self.cited += usize::from(fields.contains_key("source") && fields.contains_key("at"));
                fields.iter().for_each(|(name, value)| self.read(name, value));
            }
            Value::Null | Value::Bool(false) => {}
        }
    }
}

/// Of how many facets a case says something: at its start, at each step, and of a situation beside it.
fn known(scenario: &Scenario) -> usize {
    let beside = |step: &ScenarioStep| if let Show::SideBySide { other } = &step.show { other.len() } else { 0 };
    scenario.given.len() + scenario.steps.iter().map(|step| step.learn.len() + beside(step)).sum::<usize>()
}

#[test]
fn everything_that_the_document_says_is_passed_once() {
    for guide in guides() {
        let (mut passed, document) = (Passed::of(&guide), Document::of(&guide));
        let is_missed = |(_, words): &(String, String)| match passed.said.get_mut(words) {
            Some(count) if *count > 0 => {
                *count -= 1;
                false
            }
            _ => true,
        };
        let missed: Vec<_> = document.said.into_iter().filter(is_missed).collect();
        passed.said.retain(|_, count| *count > 0);
        assert_eq!((missed, passed.said), (Vec::new(), BTreeMap::new()));
        // A party that answers says so by saying nothing, and a question that can wait.
        let silent = guide.parties.iter().filter(|party| party.scope.is_executing()).count()
            + guide.facets.iter().filter(|facet| facet.urgency == Urgency::Verder).count();
        assert_eq!(passed.choices, document.choices + silent);
        assert_eq!(passed.cases, guide.scenarios.iter().map(known).sum::<usize>());
    }
}

#[test]
fn every_citation_every_stretch_of_time_and_every_contact_is_passed_as_a_whole() {
    for guide in guides() {
        let (passed, document) = (Passed::of(&guide), Document::of(&guide));
        assert_eq!(passed.cited, document.cited);
        assert_eq!(passed.validities, document.validities);
        assert_eq!(passed.contacts, guide.parties.iter().map(|party| party.contacts.len()).sum::<usize>());
    }
}

#[test]
fn every_naming_is_a_reference() {
    for guide in guides() {
        let passed = Passed::of(&guide);
        assert_eq!(passed.named.difference(&passed.references).collect::<Vec<_>>(), Vec::<&String>::new());
    }
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
