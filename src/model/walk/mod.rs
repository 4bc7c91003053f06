//! One walk over everything that a guide says.
//!
//! Whoever asks something of *all* texts, references, citations, conditions or dates of a guide is a [`Visitor`].
//! Every struct is taken apart field by field in `records`, `facets` and `parts`, without `..`: a field that is added to the
//! model and forgotten here does not compile.
//!
//! Nothing is changed on a walk. A twin that changes takes the same structs apart by `&mut`.

mod facets;
mod leaf;
mod parts;
mod path;
mod records;

pub use leaf::{Choice, Leaf, Reference, Text, Voice};
pub use path::{Field, FieldPath, NoFieldPath, Step};

use super::{Citation, Condition, Contact, Date, Guide, Label, Lang, RecordKey, Validity};

/// Sees what a walk passes. What it does not ask for passes by.
pub trait Visitor<'a> {
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
    fn each<T>(&mut self, field: Field, list: impl IntoIterator<Item = T>, inside: impl Fn(&mut Self, T)) {
        self.at(field, |walk| {
            for (position, item) in list.into_iter().enumerate() {
                walk.steps.push(Step::At(position));
                inside(walk, item);
                walk.steps.pop();
            }
        });
    }

    fn leaf(&mut self, field: Field, leaf: Leaf<'a>) {
        self.at(field, |walk| walk.here(leaf));
    }

    fn here(&mut self, leaf: Leaf<'a>) {
        self.tell(|visitor, place| visitor.leaf(place, leaf));
    }

    fn id<K>(&mut self, id: &'a super::Id<K>) {
        self.leaf(Field::Id, Leaf::Id(id.as_str()));
    }

    fn choice(&mut self, field: Field, choice: impl Into<Choice>) {
        self.leaf(field, Leaf::Choice(choice.into()));
    }

    fn day(&mut self, field: Field, day: Option<Date>) {
        if let Some(day) = day {
            self.leaf(field, Leaf::Day(day));
        }
    }

    fn text(&mut self, field: Field, voice: Voice, words: &'a str) {
        self.leaf(field, Leaf::Text(Text { words, lang: Lang::Nl, voice }));
    }

    fn some_text(&mut self, field: Field, voice: Voice, words: Option<&'a String>) {
        if let Some(words) = words {
            self.text(field, voice, words);
        }
    }

    fn some_label(&mut self, field: Field, voice: Voice, label: Option<&'a Label>) {
        if let Some(label) = label {
            self.label(field, voice, label);
        }
    }

    fn texts(&mut self, field: Field, voice: Voice, list: &'a [String]) {
        self.each(field, list, |walk, words| walk.here(Leaf::Text(Text { words, lang: Lang::Nl, voice })));
    }

    fn reference(&mut self, field: Field, to: Reference<'a>) {
        self.at(field, |walk| walk.refer(to));
    }

    fn refer(&mut self, to: Reference<'a>) {
        self.here(Leaf::Reference(to));
        self.mention(to);
    }

    fn mention(&mut self, to: Reference<'a>) {
        self.tell(|visitor, place| visitor.reference(place, to));
    }

    fn condition(&mut self, field: Field, condition: &'a Condition) {
        self.at(field, |walk| {
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
