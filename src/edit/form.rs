//! A piece of a guide as a form: every place where it can say something, and another value in one of them.
//!
//! The places come from the walk of the model, so a field that is added there is in every form. What is put in has a
//! type; that it fits its place is decided by reading the piece back, as a file is read.

use serde::Serialize;
use serde_json::{Map, Value, json};

use super::{
    at::{self, AANNAME, BRON, name, remove_item},
    tree,
    walked::walk_entry,
};
use crate::model::{
    ClockTime, Condition, Date, Entry, Field, FieldPath, PartialDate, ShowKind, ValueId,
    walk::{Choice, Leaf, Part, Place, RefersTo, Slot, Step, Visitor},
};

/// A place of a form, from the top down; what is in a part or a list follows it.
#[derive(Clone, Debug, PartialEq)]
pub struct FormRow<'a> {
    /// The way to it from the record.
    pub at: FieldPath,
    /// What can stand there.
    pub slot: Slot,
    /// What stands there; `None` for nothing, and for a part or a list, whose values follow.
    pub leaf: Option<Leaf<'a>>,
    /// How many there are in a list, or whether a part is there.
    pub len: usize,
}

/// What is put in a place of a form.
#[derive(Clone, Debug, PartialEq)]
pub enum Input {
    /// Words. None at all leave an optional place out.
    Text(String),
    /// A list of words or references, all of it.
    Texts(Vec<String>),
    /// For whom.
    Condition(Condition),
    /// What is referred to, as the file names it.
    Reference(String),
    /// An answer: the facet and its value or group.
    Answer(String, String),
    /// What a training case knows of a facet.
    Given(Vec<ValueId>),
    /// A day.
    Day(Date),
    /// A date.
    Date(PartialDate),
    /// One of a fixed set.
    Choice(Choice),
    /// A yes or no.
    Flag(bool),
    /// A time of day.
    Time(ClockTime),
    /// A number.
    Number(u32),
    /// A letter.
    Letter(char),
    /// Whether something is assumed; what was said of its sources, or of the assumption, goes.
    Assumed(bool),
    /// Nothing: the place is left out.
    Nothing,
}

/// Why a form refuses; then nothing changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FormRefused {
    /// The piece has no such place, or it cannot be left out.
    NoPlace(FieldPath),
    /// That does not fit there.
    Unfit(FieldPath),
}

/// All places of a piece, in the order of the file. An order has none.
pub fn form(entry: &Entry) -> Vec<FormRow<'_>> {
    let mut rows = Rows(Vec::new());
    walk_entry(entry, &mut rows);
    let mut rows = rows.0;
    // From behind: what is in a list stands behind it.
    for at in (0..rows.len()).rev() {
        let (before, behind) = rows.split_at_mut(at + 1);
        if let Some(row) = before.last_mut().filter(|row| matches!(row.slot, Slot::List(_) | Slot::Part(_))) {
            row.len = items(row.at.steps(), behind);
        }
    }
    rows
}

/// How many there are in a list with these rows behind it, or one when there is anything in the part.
fn items(own: &[Step], behind: &[FormRow<'_>]) -> usize {
    let inside = behind.iter().map(|row| row.at.steps()).take_while(|steps| steps.starts_with(own));
    let next = inside.map(|steps| match steps.get(own.len()) {
        Some(Step::At(position)) => position + 1,
        _ => 1,
    });
    next.max().unwrap_or_default()
}

struct Rows<'a>(Vec<FormRow<'a>>);

impl<'a> Visitor<'a> for Rows<'a> {
    fn slot(&mut self, place: &Place<'_>, slot: Slot) {
        self.0.push(FormRow { at: place.path(), slot, leaf: None, len: 0 });
    }

    fn leaf(&mut self, place: &Place<'_>, leaf: Leaf<'a>) {
        if let Some(row) = self.0.last_mut().filter(|row| row.at.steps() == place.steps) {
            row.leaf = Some(leaf);
        }
    }
}

/// The piece with something else in a place.
///
/// # Errors
/// [`FormRefused`] when there is no such place, or that does not fit there.
pub fn set(entry: &Entry, at: &FieldPath, input: Input) -> Result<Entry, FormRefused> {
    let is_left_out = match &input {
        Input::Nothing => true,
        Input::Text(words) => words.is_empty() && is_optional(entry, at),
        _ => false,
    };
    let mut tree = tree::tree(entry);
    let steps = at.steps();
    let done = if is_left_out {
        take_out(&mut tree, steps)
    } else {
        let value = match input {
            Input::Text(words) if at.last() == Some(Field::Basis) => Some(json!({ AANNAME: words })),
            input => value(input),
        };
        value.and_then(|value| {
            if at.last() == Some(Field::View) {
                seen_otherwise(&mut tree, steps, &value)?;
            }
            open(&mut tree, steps).map(|place| *place = value)
        })
    };
    done.ok_or_else(|| FormRefused::NoPlace(at.clone()))?;
    read(tree, entry, at)
}

/// The piece with one more at the end of a list, or with a part that was left out; and where that stands.
///
/// `first` is what the new one refers to, where it must refer to something: see [`asks_first`].
///
/// # Errors
/// [`FormRefused`] when there is no such list or part, or `first` does not fit.
pub fn add(entry: &Entry, at: &FieldPath, first: Option<&str>) -> Result<(Entry, FieldPath), FormRefused> {
    let no_place = || FormRefused::NoPlace(at.clone());
    let row = form(entry).into_iter().rfind(|row| row.at == *at).ok_or_else(no_place)?;
    let mut tree = tree::tree(entry);
    let (value, steps) = match &row.slot {
        Slot::Part(part) => (blank(part, first), at.steps().to_vec()),
        Slot::List(Part::Given) => {
            let known = open(&mut tree, at.steps()).ok_or_else(no_place)?;
            let facet = first.ok_or_else(|| FormRefused::Unfit(at.clone()))?;
            if known.is_null() {
                *known = json!({});
            }
            let given = known.as_object_mut().ok_or_else(no_place)?;
            given.entry(facet).or_insert_with(|| json!([]));
            let position = given.keys().position(|key| key == facet).unwrap_or_default();
            let steps = [at.steps(), &[Step::At(position)]].concat();
            return Ok((read(tree, entry, at)?, FieldPath::new(&steps)));
        }
        Slot::List(part) => (blank(part, first), [at.steps(), &[Step::At(row.len)]].concat()),
        _ => return Err(no_place()),
    };
    let value = value.ok_or_else(|| FormRefused::Unfit(at.clone()))?;
    *open(&mut tree, &steps).ok_or_else(no_place)? = value;
    Ok((read(tree, entry, at)?, FieldPath::new(&steps)))
}

/// The piece without an item of a list, or without a part that can be left out.
///
/// # Errors
/// [`FormRefused`] when there is no such item, or it cannot be left out.
pub fn remove(entry: &Entry, at: &FieldPath) -> Result<Entry, FormRefused> {
    set(entry, at, Input::Nothing)
}

/// The piece with an item of a list before or behind its neighbour.
///
/// # Errors
/// [`FormRefused::NoPlace`] when there is no such item, or no neighbour.
pub fn shift(entry: &Entry, at: &FieldPath, back: bool) -> Result<Entry, FormRefused> {
    let mut tree = tree::tree(entry);
    let swapped = at.steps().split_last().and_then(|(last, list)| {
        let Step::At(position) = *last else { return None };
        let other = if back { position.checked_sub(1)? } else { position + 1 };
        let list = at::at(&mut tree, list)?.as_array_mut()?;
        (position.max(other) < list.len()).then(|| list.swap(position, other))
    });
    swapped.ok_or_else(|| FormRefused::NoPlace(at.clone()))?;
    read(tree, entry, at)
}

/// What must be said before one more can stand in a list or a part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AsksFirst {
    /// Nothing.
    Nothing,
    /// What it refers to.
    Reference(RefersTo),
    /// Its id, which nothing else in the list has.
    Id,
    /// It is not added by hand: renaming a record does.
    Never,
}

/// What must be said before one more of these can be added.
pub fn asks_first(part: &Part) -> AsksFirst {
    match part {
        Part::Citation | Part::Contact => AsksFirst::Reference(RefersTo::Source),
        Part::Reference(to) => AsksFirst::Reference(to.clone()),
        Part::Expectation => AsksFirst::Reference(RefersTo::Aspect),
        Part::Given => AsksFirst::Reference(RefersTo::Facet),
        Part::Value | Part::Group | Part::Step => AsksFirst::Id,
        Part::Text
        | Part::Label
        | Part::Name
        | Part::Alert
        | Part::Term
        | Part::Hours
        | Part::Side
        | Part::Mark
        | Part::Need
        | Part::NotOf
        | Part::Timing
        | Part::Branch => AsksFirst::Nothing,
        Part::Release | Part::Renamed => AsksFirst::Never,
    }
}

/// Something with nothing filled in yet; `None` where `first` is missing.
fn blank(part: &Part, first: Option<&str>) -> Option<Value> {
    let assumed = json!({ AANNAME: "" });
    let label = json!({ "nl": "" });
    Some(match part {
        Part::Text => json!(""),
        Part::Label => label,
        Part::Reference(_) => json!(first?),
        Part::Name => json!({ "name": label }),
        Part::Contact => json!({ "kind": "telefoon", "value": "", "source": first? }),
        Part::Alert => json!({ "text": "", "valid": {}, "cites": [] }),
        Part::Citation => json!({ "source": first?, "at": "" }),
        Part::Term => json!({ "text": "", "count": 1, "unit": "dag", "bound": "binnen" }),
        Part::Hours => {
            json!({ "from_day": "maandag", "until_day": "vrijdag", "from": "09:00", "until": "17:00" })
        }
        Part::Side => json!({ "text": "", "cites": [] }),
        Part::Expectation => json!({ "aspect": first?, "outcome": "geldt" }),
        Part::Mark => json!({ "role": "voert_uit", "verb": label }),
        Part::Value => json!({ "id": first?, "label": label }),
        Part::Group => json!({ "id": first?, "label": label, "values": [] }),
        Part::Step => json!({ "id": first?, "title": label }),
        Part::Branch => json!({}),
        Part::Need | Part::NotOf => json!({ "who": Condition::Always, "basis": assumed }),
        Part::Timing => json!({ "when": "direct", "basis": assumed }),
        // Added by its key, made by giving out, and by renaming.
        Part::Given | Part::Release | Part::Renamed => return None,
    })
}

/// What went with another way of showing goes with it.
fn seen_otherwise(tree: &mut Value, view: &[Step], now: &Value) -> Option<()> {
    let (_, show) = view.split_last()?;
    let old = open(tree, view)?.clone();
    let is_usual = old.is_null() && *now == json!(ShowKind::default());
    if old != *now && !is_usual {
        *open(tree, show)? = json!({});
    }
    Some(())
}

fn is_optional(entry: &Entry, at: &FieldPath) -> bool {
    form(entry).iter().any(|row| row.at == *at && matches!(row.slot, Slot::Text { optional: true, .. }))
}

fn value(input: Input) -> Option<Value> {
    fn of(value: impl Serialize) -> Option<Value> {
        serde_json::to_value(value).ok()
    }
    match input {
        Input::Text(words) | Input::Reference(words) => of(words),
        Input::Texts(list) => of(list),
        Input::Condition(who) => of(who),
        Input::Answer(facet, value) => of([facet, value]),
        Input::Given(values) => of(values),
        Input::Day(day) => of(day),
        Input::Date(date) => of(date),
        Input::Choice(choice) => of(choice),
        Input::Flag(flag) => of(flag),
        Input::Time(time) => of(time),
        Input::Number(number) => of(number),
        Input::Letter(letter) => of(letter),
        Input::Assumed(true) => Some(json!({ AANNAME: "" })),
        Input::Assumed(false) => Some(json!({ BRON: [] })),
        Input::Nothing => None,
    }
}

/// The value at a place, made when it is not there.
fn open<'t>(tree: &'t mut Value, steps: &[Step]) -> Option<&'t mut Value> {
    let mut at = tree;
    for step in steps {
        at = match step {
            Step::Field(field) => child(at, *field)?,
            Step::At(position) => {
                let list = listed(at)?;
                match list {
                    Value::Null => {
                        *list = json!([]);
                        element(list, *position)?
                    }
                    Value::Array(_) => element(list, *position)?,
                    Value::Object(map) => map.values_mut().nth(*position)?,
                    _ => return None,
                }
            }
        };
    }
    Some(at)
}

/// A list, also where it stands as the sources of a basis.
fn listed(at: &mut Value) -> Option<&mut Value> {
    if at.get(BRON).is_some() { at.get_mut(BRON) } else { Some(at) }
}

fn child(at: &mut Value, field: Field) -> Option<&mut Value> {
    if at.is_null() {
        *at = Value::Object(Map::new());
    }
    let fields = at.as_object_mut()?;
    // Words in English stand beside Dutch ones.
    if field == Field::En {
        fields.entry(name(Field::Nl)).or_insert_with(|| json!(""));
    }
    Some(fields.entry(name(field)).or_insert(Value::Null))
}

fn element(list: &mut Value, position: usize) -> Option<&mut Value> {
    let list = list.as_array_mut()?;
    if position == list.len() {
        list.push(Value::Null);
    }
    list.get_mut(position)
}

/// Takes the value at a place out, with the label around it when nothing is left of that.
fn take_out(tree: &mut Value, steps: &[Step]) -> Option<()> {
    let (end, outer) = steps.split_last()?;
    let parent = open(tree, outer)?;
    match end {
        Step::Field(field) => {
            let fields = parent.as_object_mut()?;
            fields.remove(name(*field));
            let is_label = matches!(field, Field::Nl | Field::En);
            if is_label && fields.values().all(|words| words.as_str().is_none_or(str::is_empty)) {
                return take_out(tree, outer);
            }
        }
        Step::At(position) => remove_item(listed(parent)?, *position)?,
    }
    Some(())
}

/// The piece of a tree; it stays what it was called.
fn read(tree: Value, like: &Entry, at: &FieldPath) -> Result<Entry, FormRefused> {
    let unfit = || FormRefused::Unfit(at.clone());
    let read = tree::entry(tree, like).ok_or_else(unfit)?;
    if read.key() == like.key() { Ok(read) } else { Err(unfit()) }
}
