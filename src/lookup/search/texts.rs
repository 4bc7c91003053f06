//! The texts of a guide that are searched, as the walk over the guide passes them.

use std::borrow::Cow;

use crate::model::{
    Date, Guide, Label, Lang, RecordKey, RecordKind, TermUnit,
    walk::{Choice, Field, Leaf, Place, Reference, Step, Visitor, walk},
};

/// What a text is to its record, in the order in which those of one record are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Part {
    /// A name of a party that it does not have on the day of the index, or its short form.
    OtherName,
    /// The name of a party on the day of the index, or its short form.
    ShownName,
    /// What else people call a party.
    Alias,
    /// A telephone number, or an address with a number in it.
    Contact,
    /// What a party does.
    Summary,
    /// What else is said of a party.
    PartyNote,
    /// A word of the glossary.
    Word,
    /// A word that means the same.
    Synonym,
    /// The answer to a question that a word stands for.
    Answer,
    /// What a word means.
    Meaning,
    /// The name of an aspect.
    Aspect,
    /// A task.
    Task,
    /// A time limit of a task.
    TimeLimit,
    /// A law on which a task rests.
    Law,
    /// What else is said of a task.
    TaskNote,
    /// The title of a source.
    Title,
    /// The id of a source, by which the guide cites it.
    SourceId,
    /// The number under which a source was published.
    Reference,
}

/// A text, and what it is to its record.
#[derive(Debug)]
pub(super) struct Said<'a> {
    pub(super) part: Part,
    pub(super) words: Cow<'a, str>,
    pub(super) lang: Lang,
}

/// A record with what is searched of it.
#[derive(Debug)]
pub(super) struct Entry<'a> {
    pub(super) record: RecordKey,
    pub(super) said: Vec<Said<'a>>,
}

/// The kinds of which something is searched. Of texts that are equally good those of the first kind count.
const KINDS: [RecordKind; 5] =
    [RecordKind::Party, RecordKind::Term, RecordKind::Aspect, RecordKind::Responsibility, RecordKind::Source];

/// Everything in a guide that is searched, record by record.
pub(super) fn entries(guide: &Guide, date: Date) -> Vec<Entry<'_>> {
    let mut texts = Texts { guide, date, entries: Vec::new() };
    walk(guide, &mut texts);
    let mut entries = texts.entries;
    entries.sort_by_key(|entry| KINDS.iter().position(|kind| *kind == entry.record.kind()));
    for entry in &mut entries {
        entry.said.sort_by_key(|said| order(said.part));
    }
    entries
}

/// Names stay in the order of the guide, whichever is shown.
fn order(part: Part) -> Part {
    if part == Part::OtherName { Part::ShownName } else { part }
}

struct Texts<'a> {
    guide: &'a Guide,
    date: Date,
    entries: Vec<Entry<'a>>,
}

impl<'a> Visitor<'a> for Texts<'a> {
    fn leaf(&mut self, place: &Place<'_>, leaf: Leaf<'a>) {
        let Some(part) = self.part(place) else { return };
        match leaf {
            Leaf::Id(id) => self.say(place, part, id.into(), Lang::Nl),
            Leaf::Text(text) if part == Part::TimeLimit && second(place) == Some(Field::Starts) => {
                self.say_more(&format!(" {}", text.words));
            }
            Leaf::Text(text) => self.say(place, part, text.words.into(), text.lang),
            Leaf::Reference(Reference::Value(facet, value)) => {
                let facet = self.guide.facet(facet);
                let described = facet.and_then(|facet| facet.values.iter().find(|described| described.id == *value));
                let group = || facet.and_then(|facet| facet.group(value)).map(|group| &group.label);
                if let Some(label) = described.map(|described| &described.label).or_else(group) {
                    self.say_answer(place, part, label);
                }
            }
            Leaf::Number(count) => self.say_more(&format!(", {count}")),
            Leaf::Choice(Choice::TermUnit(unit)) => self.say_more(&format!(" {}", unit_in_words(unit))),
            Leaf::Condition(_)
            | Leaf::Reference(_)
            | Leaf::Given(..)
            | Leaf::Day(_)
            | Leaf::Date(_)
            | Leaf::Choice(_)
            | Leaf::Flag(_)
            | Leaf::Key(_)
            | Leaf::Letter(_)
            | Leaf::Name(_)
            | Leaf::Time(_) => {}
        }
    }
}

impl<'a> Texts<'a> {
    fn say(&mut self, place: &Place<'_>, part: Part, words: Cow<'a, str>, lang: Lang) {
        if part == Part::Contact && !words.bytes().any(|byte| byte.is_ascii_digit()) {
            return;
        }
        let said = Said { part, words, lang };
        match self.entries.last_mut() {
            Some(entry) if entry.record == *place.record => entry.said.push(said),
            _ => self.entries.push(Entry { record: place.record.clone(), said: vec![said] }),
        }
    }

    /// The rest of the text that was said last.
    fn say_more(&mut self, words: &str) {
        if let Some(said) = self.entries.last_mut().and_then(|entry| entry.said.last_mut()) {
            said.words.to_mut().push_str(words);
        }
    }

    fn say_answer(&mut self, place: &Place<'_>, part: Part, label: &'a Label) {
        // «Ja» says nothing without its question.
        if label.nl.len() <= 3 {
            return;
        }
        self.say(place, part, (&label.nl).into(), Lang::Nl);
        if let Some(english) = &label.en {
            self.say(place, part, english.into(), Lang::En);
        }
    }

    /// What a value is to its record; `None` when it is not searched.
    ///
    /// Every field is named, so that a new one does not compile before it is decided whether it is searched.
    #[expect(clippy::too_many_lines, reason = "a line for each field")]
    fn part(&self, place: &Place<'_>) -> Option<Part> {
        let of = |kind: RecordKind, part: Part| (place.record.kind() == kind).then_some(part);
        let within = |fields: &[Field]| second(place).filter(|field| fields.contains(field));
        match place.root()? {
            Field::Names => within(&[Field::Name, Field::Short]).map(|_| self.name(place)),
            Field::Aliases => of(RecordKind::Party, Part::Alias),
            Field::Contacts => within(&[Field::Value]).and(of(RecordKind::Party, Part::Contact)),
            Field::Summary => of(RecordKind::Party, Part::Summary),
            Field::Note => of(RecordKind::Party, Part::PartyNote),
            Field::Term => of(RecordKind::Term, Part::Word),
            Field::Synonyms => of(RecordKind::Term, Part::Synonym),
            Field::Facet => of(RecordKind::Term, Part::Answer),
            Field::Meaning => of(RecordKind::Term, Part::Meaning),
            Field::Label => of(RecordKind::Aspect, Part::Aspect),
            Field::Task => of(RecordKind::Responsibility, Part::Task),
            Field::Terms => within(&[Field::Text, Field::Count, Field::Unit, Field::Starts])
                .and(of(RecordKind::Responsibility, Part::TimeLimit)),
            Field::LegalBasis => of(RecordKind::Responsibility, Part::Law),
            Field::Notes => of(RecordKind::Responsibility, Part::TaskNote),
            Field::Title => of(RecordKind::Source, Part::Title),
            Field::Id => of(RecordKind::Source, Part::SourceId),
            Field::Reference => of(RecordKind::Source, Part::Reference),
            Field::Act
            | Field::Alerts
            | Field::Area
            | Field::Ask
            | Field::AskFirst
            | Field::Aspect
            | Field::Aspects
            | Field::Asked
            | Field::At
            | Field::AtLeast
            | Field::Atw
            | Field::Audience
            | Field::Basis
            | Field::Between
            | Field::Bound
            | Field::By
            | Field::Certain
            | Field::Certainty
            | Field::Changed
            | Field::Changes
            | Field::Cites
            | Field::Contact
            | Field::Count
            | Field::Date
            | Field::Decides
            | Field::Depth
            | Field::Edition
            | Field::En
            | Field::Expect
            | Field::Fact
            | Field::Facets
            | Field::FacetSections
            | Field::Focus
            | Field::Forget
            | Field::ForWhom
            | Field::From
            | Field::FromAspect
            | Field::FromDay
            | Field::Frozen
            | Field::Gemeente
            | Field::Given
            | Field::Ground
            | Field::Groups
            | Field::Help
            | Field::Hours
            | Field::Impossible
            | Field::Imported
            | Field::Is
            | Field::Kind
            | Field::Learn
            | Field::Letter
            | Field::Limits
            | Field::Minutes
            | Field::Name
            | Field::Needed
            | Field::Next
            | Field::Nl
            | Field::NoLaterThan
            | Field::NotOf
            | Field::On
            | Field::Open
            | Field::Other
            | Field::Outcome
            | Field::Outdated
            | Field::Owner
            | Field::Parties
            | Field::PartOf
            | Field::Party
            | Field::Phase
            | Field::Phone
            | Field::Primary
            | Field::Provided
            | Field::Publisher
            | Field::Question
            | Field::Questions
            | Field::Quote
            | Field::Reason
            | Field::Receives
            | Field::Record
            | Field::Release
            | Field::Renamed
            | Field::Responsibilities
            | Field::Role
            | Field::Rule
            | Field::Safety
            | Field::Schema
            | Field::Scope
            | Field::Section
            | Field::Seal
            | Field::Seed
            | Field::Sharing
            | Field::Short
            | Field::Show
            | Field::Shown
            | Field::Sides
            | Field::Since
            | Field::Source
            | Field::Sources
            | Field::Spine
            | Field::Starts
            | Field::Stance
            | Field::State
            | Field::Steps
            | Field::Story
            | Field::Text
            | Field::Then
            | Field::Timing
            | Field::To
            | Field::ToAspect
            | Field::Together
            | Field::Training
            | Field::Unit
            | Field::Until
            | Field::UntilDay
            | Field::UntilTold
            | Field::UntilToldUnless
            | Field::Urgency
            | Field::Url
            | Field::Valid
            | Field::Value
            | Field::Values
            | Field::Verb
            | Field::Verified
            | Field::View
            | Field::Was
            | Field::When
            | Field::Who => None,
        }
    }

    fn name(&self, place: &Place<'_>) -> Part {
        let (RecordKey::Party(id), [_, Step::At(position), ..]) = (place.record, place.steps) else {
            return Part::OtherName;
        };
        let shown = self.guide.party(id).and_then(|party| {
            let shown = party.name_on(self.date)?;
            (party.names.get(*position) == Some(shown)).then_some(Part::ShownName)
        });
        shown.unwrap_or(Part::OtherName)
    }
}

/// The field within the field of the record.
fn second(place: &Place<'_>) -> Option<Field> {
    let mut fields = place.steps.iter().filter_map(|step| match step {
        Step::Field(field) => Some(*field),
        Step::At(_) => None,
    });
    fields.nth(1)
}

/// A unit of time in the language of the guide, in which its time limits are written.
fn unit_in_words(unit: TermUnit) -> &'static str {
    match unit {
        TermUnit::Uur => "uur",
        TermUnit::Dag => "dagen",
        TermUnit::Week => "weken",
        TermUnit::Maand => "maanden",
        TermUnit::Jaar => "jaar",
    }
}
