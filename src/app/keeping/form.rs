//! The record that is shown, as a form in words.

use super::given::{self, GivenOption};
use crate::{
    edit::form::{FormRow, Input, form},
    model::{
        Condition, Date, Entry, Field, FieldPath, Guide, Lang, RecordKey, RecordKind,
        walk::{Choice, Leaf, Part, RefersTo, Slot, Step},
    },
    present::change,
    text::{fields, keeping as text},
};

/// A record as a form.
#[derive(Clone, Debug, PartialEq)]
pub struct FormView {
    /// The record.
    pub record: RecordKey,
    /// What it is called.
    pub title: String,
    /// Its places, from the top down.
    pub fields: Vec<FormField>,
}

/// A place of a form.
#[derive(Clone, Debug, PartialEq)]
pub struct FormField {
    /// The way to it from the record.
    pub at: FieldPath,
    /// How deep it lies in parts and lists.
    pub depth: usize,
    /// What it is called beside what is around it.
    pub label: String,
    /// What it is called where only words are heard: no other place of the form is called so.
    pub name: String,
    /// What stands there, and how that is changed.
    pub holds: Holds,
    /// Its place in a list and how many there are, when it is itself an item of one.
    pub item: Option<(usize, usize)>,
}

/// What stands in a place, and how that is changed.
#[derive(Clone, Debug, PartialEq)]
pub enum Holds {
    /// Something that is not changed here.
    Fixed(String),
    /// Words on one line, or more.
    Words {
        /// What it says.
        text: String,
        /// Whether they are sentences.
        is_prose: bool,
        /// Whether they are a quote, of which the words count.
        is_quote: bool,
    },
    /// Something that is typed and read: a date, a time, a number.
    Typed {
        /// What it says.
        text: String,
        /// What it is read as.
        reads: Reads,
    },
    /// For whom.
    Condition {
        /// The condition; none where it is left out.
        who: Option<Condition>,
        /// In words.
        words: String,
    },
    /// Something that exists elsewhere.
    Reference {
        /// What it is called.
        words: String,
        /// What can be chosen.
        to: RefersTo,
        /// Whether it can be left out, and is not.
        can_go: bool,
    },
    /// What a training case knows of a facet.
    Given {
        /// In words.
        words: String,
        /// What can be known.
        options: Vec<GivenOption>,
    },
    /// One of a few.
    Choice {
        /// What can be chosen, in words.
        options: Vec<(Choice, String)>,
        /// Which is.
        chosen: Option<usize>,
        /// Whether it can be left out.
        is_optional: bool,
    },
    /// A yes or no.
    Flag(bool),
    /// Sources, or an assumption.
    Basis {
        /// Whether it is an assumption.
        assumed: bool,
    },
    /// Something of more than one value; what is in it follows.
    Part {
        /// What it is.
        of: Part,
        /// Whether it is there.
        is_there: bool,
    },
    /// More of the same; its items follow.
    List {
        /// What they are.
        of: Part,
        /// How many there are.
        len: usize,
    },
    /// An item of a list; its fields follow.
    Item,
}

/// What is typed is read as this.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reads {
    /// A date as precise as it is known.
    Date,
    /// A day, which may be left out or not.
    Day {
        /// Whether it can be left out.
        is_optional: bool,
    },
    /// A time of day.
    Time,
    /// A number, which may be left out or not.
    Number {
        /// Whether it can be left out.
        is_optional: bool,
    },
    /// A letter.
    Letter,
}

impl FormView {
    /// The record, with places that have no names yet: see [`super::naming`].
    pub(super) fn unnamed(entry: &Entry, guide: &Guide, lang: Lang) -> Option<Self> {
        let record = entry.key().record()?.clone();
        // That an edition was given out is no field to fill in: one gives it out.
        let rows: Vec<_> = form(entry).into_iter().filter(|row| row.at.root() != Some(Field::Release)).collect();
        let mut fields: Vec<FormField> = Vec::with_capacity(rows.len());
        let mut lists: Vec<(FieldPath, usize)> = Vec::new();
        for (position, row) in rows.iter().enumerate() {
            begin_items(&mut fields, row, &lists, lang);
            if matches!(row.slot, Slot::List(_)) {
                lists.push((row.at.clone(), row.len));
            }
            // Of a basis its own words follow at the same place; the list of its sources too.
            let is_repeated = matches!(row.slot, Slot::List(Part::Citation)) && row.at.last() == Some(Field::Basis);
            let label = label(record.kind(), row, is_repeated, lang);
            let item = item_of(&row.at, &lists);
            let depth = depth(&row.at) - usize::from(item.is_some());
            let depth = depth + usize::from(is_after_basis(&rows, position));
            let holds = holds(row, guide, lang);
            fields.push(FormField { at: row.at.clone(), depth, label, name: String::new(), holds, item });
        }
        Some(Self { record, title: change::name(entry, guide, lang), fields })
    }
}

/// Whether a row says more of the basis right before it.
fn is_after_basis(rows: &[FormRow<'_>], position: usize) -> bool {
    let before = position.checked_sub(1).and_then(|before| rows.get(before));
    before.is_some_and(|before| matches!(before.slot, Slot::Basis { .. }) && before.at == rows[position].at)
}

/// Says where an item of a list begins that is of more than one value.
fn begin_items(fields: &mut Vec<FormField>, row: &FormRow<'_>, lists: &[(FieldPath, usize)], lang: Lang) {
    for (list, len) in lists {
        let own = list.steps().len();
        let steps = row.at.steps();
        let Some(Step::At(position)) = steps.get(own).filter(|_| steps.starts_with(list.steps())) else { continue };
        let at = FieldPath::new(&steps[..=own]);
        if steps.len() == own + 1 || fields.iter().any(|field| field.at == at) {
            continue;
        }
        let of = list.last().map_or("", |field| fields::field(field, lang));
        fields.push(FormField {
            depth: depth(&at) - 1,
            label: text::nth(of, *position + 1),
            name: String::new(),
            holds: Holds::Item,
            item: Some((*position, *len)),
            at,
        });
    }
}

fn depth(at: &FieldPath) -> usize {
    // The two languages of a label stand on one level with other fields.
    let in_label = matches!(at.last(), Some(Field::Nl | Field::En)) && at.steps().len() > 1;
    at.steps().len().saturating_sub(1 + usize::from(in_label && !is_item_of_labels(at)))
}

/// Whether the languages are those of an item of a list of labels.
fn is_item_of_labels(at: &FieldPath) -> bool {
    matches!(at.steps().iter().rev().nth(1), Some(Step::At(_)))
}

fn item_of(at: &FieldPath, lists: &[(FieldPath, usize)]) -> Option<(usize, usize)> {
    let (end, list) = at.steps().split_last()?;
    let Step::At(position) = *end else { return None };
    lists.iter().rev().find(|(own, _)| own.steps() == list).map(|(_, len)| (position, *len))
}

fn label(kind: RecordKind, row: &FormRow<'_>, is_repeated: bool, lang: Lang) -> String {
    if is_repeated {
        return fields::field(Field::Cites, lang).to_owned();
    }
    if let [Step::Field(own)] = row.at.steps() {
        return fields::own(kind, *own, lang).to_owned();
    }
    let mut names = row.at.fields().rev().map(|field| fields::field(field, lang));
    let own = names.next().unwrap_or_default();
    match row.at.last() {
        Some(Field::Nl) => names.next().unwrap_or(own).to_owned(),
        Some(Field::En) => match names.next() {
            Some(of) => crate::text::edit::in_english(of, lang),
            None => own.to_owned(),
        },
        _ => own.to_owned(),
    }
}

fn holds(row: &FormRow<'_>, guide: &Guide, lang: Lang) -> Holds {
    let said = || row.leaf.map(|leaf| change::said(leaf, guide, lang)).unwrap_or_default();
    // As it is typed again, not as it is told.
    let typed = || match row.leaf {
        Some(Leaf::Date(date)) => date.to_string(),
        Some(Leaf::Day(day)) => day.to_string(),
        _ => said(),
    };
    match &row.slot {
        Slot::Id | Slot::Key => Holds::Fixed(said()),
        Slot::Text { .. } => {
            let (text, field) = (said(), row.at.fields().rev().find(|field| !matches!(field, Field::Nl | Field::En)));
            Holds::Words { text, is_prose: field.is_some_and(is_prose), is_quote: field == Some(Field::Quote) }
        }
        Slot::Condition { .. } => {
            let who = match row.leaf {
                Some(Leaf::Condition(who)) => Some(who.clone()),
                _ => None,
            };
            Holds::Condition { who, words: said() }
        }
        Slot::Reference { to, optional } => {
            Holds::Reference { words: said(), to: to.clone(), can_go: *optional && row.leaf.is_some() }
        }
        Slot::Given(facet) => {
            let now = match row.leaf {
                Some(Leaf::Given(_, values)) => values,
                _ => &[],
            };
            let facet = guide.facet(facet);
            Holds::Given {
                words: said(),
                options: facet.map_or_else(Vec::new, |facet| given::options(facet, now, lang)),
            }
        }
        Slot::Date => Holds::Typed { text: typed(), reads: Reads::Date },
        Slot::Day { optional } => Holds::Typed { text: typed(), reads: Reads::Day { is_optional: *optional } },
        Slot::Time => Holds::Typed { text: typed(), reads: Reads::Time },
        Slot::Number { optional } => Holds::Typed { text: typed(), reads: Reads::Number { is_optional: *optional } },
        Slot::Letter => Holds::Typed { text: typed(), reads: Reads::Letter },
        Slot::Choice { of, optional } => {
            let now = match row.leaf {
                Some(Leaf::Choice(choice)) => Some(choice),
                _ => None,
            };
            // The day of an agreement is its own; a new one is filled in when it is chosen.
            let options = of.all().into_iter().map(|option| match now {
                Some(now)
                    if std::mem::discriminant(&now) == std::mem::discriminant(&option) && is_like(now, option) =>
                {
                    now
                }
                _ => option,
            });
            let options: Vec<(Choice, String)> = options.map(|option| (option, text::choice(option, lang))).collect();
            let chosen = now.and_then(|now| options.iter().position(|(option, _)| *option == now));
            Holds::Choice { options, chosen, is_optional: *optional }
        }
        Slot::Flag => Holds::Flag(row.leaf == Some(Leaf::Flag(true))),
        Slot::Basis { assumed } => Holds::Basis { assumed: *assumed },
        Slot::Part(of) => Holds::Part { of: of.clone(), is_there: row.len > 0 },
        Slot::List(of) => Holds::List { of: of.clone(), len: row.len },
    }
}

/// Whether two choices differ at most in the day inside them.
fn is_like(one: Choice, other: Choice) -> bool {
    use crate::model::AgreementState::Gemaakt;
    match (one, other) {
        (Choice::AgreementState(Gemaakt(_)), Choice::AgreementState(Gemaakt(_))) => true,
        _ => one == other,
    }
}

/// Whether sentences stand in a field.
fn is_prose(field: Field) -> bool {
    matches!(
        field,
        Field::Summary
            | Field::Task
            | Field::Text
            | Field::Meaning
            | Field::Story
            | Field::Note
            | Field::Notes
            | Field::Provided
            | Field::Shown
            | Field::Help
            | Field::Question
            | Field::Questions
            | Field::Certain
            | Field::Decides
            | Field::Quote
            | Field::Limits
            | Field::Basis
    )
}

/// A choice that has a day inside begins today.
pub(super) fn with_day(input: Input, today: Date) -> Input {
    match input {
        Input::Choice(choice) if choice.day() == Some(Date::default()) => Input::Choice(choice.on(today)),
        other => other,
    }
}
