//! One walk over everything that a guide says.
//!
//! Whoever asks something of *all* texts, references, citations, conditions or dates of a guide is a [`Visitor`].
//! Every struct is taken apart field by field in `records`, `facets` and `parts`, without `..`: a field that is added to the
//! model and forgotten here does not compile.
//!
//! Nothing is changed on a walk. A twin that changes takes the same structs apart by `&mut`.

mod cases;
mod facets;
mod leaf;
mod parts;
mod path;
mod records;
mod slot;

pub use leaf::{Choice, ChoiceKind, Leaf, Reference, Text, Voice};
pub use path::{Field, FieldPath, NoFieldPath, Step};
pub use slot::{Part, RefersTo, Slot};

use super::{Citation, ClockTime, Condition, Contact, Date, Guide, Lang, PartialDate, RecordKey, Validity};

/// Sees what a walk passes. What it does not ask for passes by.
pub trait Visitor<'a> {
    /// Every place where a value can stand, also where none does; before the value, and before what is in a part or a list.
    fn slot(&mut self, _place: &Place<'_>, _slot: Slot) {}

    /// Every value, once; the id of a record comes first.
    fn leaf(&mut self, _place: &Place<'_>, _leaf: Leaf<'a>) {}

    /// Every naming of something that must exist elsewhere, also those within conditions and citations.
    fn reference(&mut self, _place: &Place<'_>, _to: Reference<'a>) {}

    /// Every list of citations, also an empty one, before what is in it.
    fn citations(&mut self, _place: &Place<'_>, _citations: Citations<'a>) {}

    /// Every stretch of time, before what is in it.
    fn validity(&mut self, _place: &Place<'_>, _valid: &'a Validity) {}

    /// Every contact, before what is in it.
    fn contact(&mut self, _place: &Place<'_>, _contact: &'a Contact) {}
}

/// The sources of one statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Citations<'a> {
    /// What is cited.
    pub list: &'a [Citation],
    /// Whether the statement may stand without.
    pub optional: bool,
}

/// Where a walk is.
#[derive(Debug)]
pub struct Place<'w> {
    /// The record.
    pub record: &'w RecordKey,
    /// The way from the record to the value.
    pub steps: &'w [Step],
}

impl Place<'_> {
    /// The way from the record to the value, to keep.
    pub fn path(&self) -> FieldPath {
        FieldPath::new(self.steps)
    }

    /// The field of the record itself in which the value lies.
    pub fn root(&self) -> Option<Field> {
        match self.steps.first() {
            Some(Step::Field(field)) => Some(*field),
            _ => None,
        }
    }
}

/// A record that can be walked by itself.
pub trait Record {
    /// Its name.
    fn key(&self) -> RecordKey;

    /// Passes all its fields, in the order of the file.
    fn fields<'a>(&'a self, walk: &mut Walk<'a, '_>);
}

/// Walks everything that a guide says, in the order of the document.
pub fn walk<'a>(guide: &'a Guide, visitor: &mut dyn Visitor<'a>) {
    walk_record(guide, visitor);
}

/// Walks one record, and the records within it: the aspects of a phase, all of the guide.
pub fn walk_record<'a>(record: &'a impl Record, visitor: &mut dyn Visitor<'a>) {
    Walk { visitor, record: record.key(), steps: Vec::new() }.enter(record);
}

/// A walk on its way. Only [`Record::fields`] has use for it.
pub struct Walk<'a, 'v> {
    visitor: &'v mut dyn Visitor<'a>,
    record: RecordKey,
    steps: Vec<Step>,
}

impl std::fmt::Debug for Walk<'_, '_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: {:?}", self.record, self.steps)
    }
}

impl<'a> Walk<'a, '_> {
    fn enter(&mut self, record: &'a impl Record) {
        record.fields(self);
    }

    /// Records within the one that is walked; each is a place of its own.
    fn records<R: Record>(&mut self, records: &'a [R]) {
        for record in records {
            let outer = std::mem::replace(&mut self.record, record.key());
            let steps = std::mem::take(&mut self.steps);
            record.fields(self);
            (self.record, self.steps) = (outer, steps);
        }
    }

    fn tell(&mut self, tell: impl FnOnce(&mut dyn Visitor<'a>, &Place<'_>)) {
        tell(self.visitor, &Place { record: &self.record, steps: &self.steps });
    }

    fn at(&mut self, field: Field, inside: impl FnOnce(&mut Self)) {
        self.steps.push(Step::Field(field));
        inside(self);
        self.steps.pop();
    }

    /// Every item of a list, or of a map.
    fn each<T>(&mut self, field: Field, of: Part, list: impl IntoIterator<Item = T>, inside: impl Fn(&mut Self, T)) {
        self.at(field, |walk| {
            walk.slot(Slot::List(of));
            for (position, item) in list.into_iter().enumerate() {
                walk.steps.push(Step::At(position));
                inside(walk, item);
                walk.steps.pop();
            }
        });
    }

    /// Something of more than one value, which may be left out.
    fn part<T>(&mut self, field: Field, of: Part, part: Option<T>, inside: impl FnOnce(&mut Self, T)) {
        self.at(field, |walk| {
            walk.slot(Slot::Part(of));
            if let Some(part) = part {
                inside(walk, part);
            }
        });
    }

    fn slot(&mut self, slot: Slot) {
        self.tell(|visitor, place| visitor.slot(place, slot));
    }

    fn here(&mut self, leaf: Leaf<'a>) {
        self.tell(|visitor, place| visitor.leaf(place, leaf));
    }

    /// A value, if there is one, in a place of its own.
    fn value(&mut self, field: Field, slot: Slot, leaf: Option<Leaf<'a>>) {
        self.at(field, |walk| {
            walk.slot(slot);
            if let Some(leaf) = leaf {
                walk.here(leaf);
            }
        });
    }

    fn id<K>(&mut self, id: &'a super::Id<K>) {
        self.value(Field::Id, Slot::Id, Some(Leaf::Id(id.as_str())));
    }

    fn choice<C: Into<Choice>>(&mut self, field: Field, choice: C) {
        let choice = choice.into();
        self.value(field, Slot::Choice { of: choice.kind(), optional: false }, Some(Leaf::Choice(choice)));
    }

    fn some_choice<C: Into<Choice>>(&mut self, field: Field, of: ChoiceKind, choice: Option<C>) {
        let leaf = choice.map(|choice| Leaf::Choice(choice.into()));
        self.value(field, Slot::Choice { of, optional: true }, leaf);
    }

    fn flag(&mut self, field: Field, flag: bool) {
        self.value(field, Slot::Flag, Some(Leaf::Flag(flag)));
    }

    fn number(&mut self, field: Field, number: impl Into<u32>) {
        self.value(field, Slot::Number { optional: false }, Some(Leaf::Number(number.into())));
    }

    fn some_number(&mut self, field: Field, number: Option<impl Into<u32>>) {
        let leaf = number.map(|number| Leaf::Number(number.into()));
        self.value(field, Slot::Number { optional: true }, leaf);
    }

    fn letter(&mut self, field: Field, letter: char) {
        self.value(field, Slot::Letter, Some(Leaf::Letter(letter)));
    }

    fn time(&mut self, field: Field, time: ClockTime) {
        self.value(field, Slot::Time, Some(Leaf::Time(time)));
    }

    fn some_date(&mut self, field: Field, date: Option<PartialDate>) {
        self.value(field, Slot::Date, date.map(Leaf::Date));
    }

    fn day(&mut self, field: Field, day: Date) {
        self.value(field, Slot::Day { optional: false }, Some(Leaf::Day(day)));
    }

    fn some_day(&mut self, field: Field, day: Option<Date>) {
        self.value(field, Slot::Day { optional: true }, day.map(Leaf::Day));
    }

    fn words(&mut self, field: Field, (lang, voice, optional): (Lang, Voice, bool), words: Option<&'a str>) {
        let leaf = words.map(|words| Leaf::Text(Text { words, lang, voice }));
        self.value(field, Slot::Text { lang, voice, optional }, leaf);
    }

    fn text(&mut self, field: Field, voice: Voice, words: &'a str) {
        self.words(field, (Lang::Nl, voice, false), Some(words));
    }

    fn some_text(&mut self, field: Field, voice: Voice, words: Option<&'a String>) {
        self.words(field, (Lang::Nl, voice, true), words.map(String::as_str));
    }

    fn texts(&mut self, field: Field, voice: Voice, list: &'a [String]) {
        self.each(field, Part::Text, list, |walk, words| {
            walk.slot(Slot::Text { lang: Lang::Nl, voice, optional: false });
            walk.here(Leaf::Text(Text { words, lang: Lang::Nl, voice }));
        });
    }

    fn reference(&mut self, field: Field, to: Reference<'a>) {
        self.at(field, |walk| walk.refer(to));
    }

    fn some_reference(&mut self, field: Field, of: RefersTo, to: Option<Reference<'a>>) {
        self.at(field, |walk| {
            walk.slot(Slot::Reference { to: of, optional: true });
            if let Some(to) = to {
                walk.here(Leaf::Reference(to));
                walk.mention(to);
            }
        });
    }

    fn refer(&mut self, to: Reference<'a>) {
        self.slot(Slot::Reference { to: RefersTo::from(to), optional: false });
        self.here(Leaf::Reference(to));
        self.mention(to);
    }

    /// Every item of a list of references.
    fn refers<T>(&mut self, field: Field, of: RefersTo, list: &'a [T], to: impl Fn(&'a T) -> Reference<'a>) {
        self.each(field, Part::Reference(of), list, |walk, item| walk.refer(to(item)));
    }

    fn mention(&mut self, to: Reference<'a>) {
        self.tell(|visitor, place| visitor.reference(place, to));
    }

    fn condition(&mut self, field: Field, condition: &'a Condition) {
        self.some_condition(field, false, Some(condition));
    }

    fn some_condition(&mut self, field: Field, optional: bool, condition: Option<&'a Condition>) {
        self.at(field, |walk| {
            walk.slot(Slot::Condition { optional });
            let Some(condition) = condition else { return };
            walk.here(Leaf::Condition(condition));
            condition.walk(&mut |part| match part {
                Condition::Is(facet, values) | Condition::HasAny(facet, values) | Condition::HasAll(facet, values) => {
                    walk.mention(Reference::Facet(facet));
                    for value in values {
                        walk.mention(Reference::Value(facet, value));
                    }
                }
                Condition::Always | Condition::All(_) | Condition::Any(_) | Condition::Not(_) => {}
            });
        });
    }
}
