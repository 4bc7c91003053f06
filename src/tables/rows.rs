//! Records as rows.

use super::{ID, KINDS, NAME, NR, RECORD, cells::cell, words};
use crate::{
    edit::{self, form::form},
    model::{
        Entry, EntryKey, FieldPath, Guide, Lang, RecordKey,
        walk::{Part, Slot, Step},
    },
};

/// All rows of one kind of record, or of one list within it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// The kind, and of a list the way there: `party.contacts`.
    pub name: String,
    /// What can stand in it, beside kind, id and place.
    pub columns: Vec<Column>,
    /// The rows, in the order of the guide.
    pub rows: Vec<SheetRow>,
}

/// A column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// The way from the row to its values, as the file spells it.
    pub name: String,
    /// What can stand there; `None` for a column that is only there to read.
    pub slot: Option<Slot>,
}

/// A record, or an item of a list in one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetRow {
    /// The record.
    pub id: String,
    /// The place in the list, from 1; empty for the record itself.
    pub nr: String,
    /// By column what stands there. What says nothing is left out.
    pub cells: Vec<(usize, String)>,
}

/// How a row is found, and the way on from there.
pub(super) struct Split<'p> {
    /// The steps down to the item, the record itself for none.
    pub(super) item: &'p [Step],
    /// The way from there.
    pub(super) rest: &'p [Step],
}

/// Takes a way apart at its last place in a list.
pub(super) fn split(steps: &[Step]) -> Split<'_> {
    let end = steps.iter().rposition(|step| matches!(step, Step::At(_))).map_or(0, |last| last + 1);
    let (item, rest) = steps.split_at(end);
    Split { item, rest }
}

/// The places in a way, from 1.
fn nr(item: &[Step]) -> String {
    let places = item.iter().filter_map(|step| match step {
        Step::At(place) => Some((place + 1).to_string()),
        Step::Field(_) => None,
    });
    places.collect::<Vec<_>>().join(".")
}

/// A guide as tables, one for each kind of record and for each list in it.
pub fn sheets(guide: &Guide, lang: Lang) -> Vec<Sheet> {
    let mut made = Vec::new();
    let keys = edit::keys(guide);
    for kind in KINDS {
        // First the records themselves, whatever lists they have.
        made.push(Sheet { name: kind.id().to_owned(), columns: Vec::new(), rows: Vec::new() });
        for key in keys.iter().filter(|key| key.kind() == kind) {
            if let Some(entry) = edit::get(guide, &EntryKey::Record(key.clone())) {
                add(&mut made, key, &entry, guide, lang);
            }
        }
    }
    made.retain(|sheet| !sheet.rows.is_empty());
    made
}

fn add(made: &mut Vec<Sheet>, key: &RecordKey, entry: &Entry, guide: &Guide, lang: Lang) {
    let id = key.id().unwrap_or_default();
    if let Some(name) = words::name(entry, guide, lang) {
        put(made, (key, id), &[], (NAME.to_owned(), None), name);
    }
    for row in form(entry) {
        let steps = row.at.steps();
        let Split { item, rest } = split(steps);
        match &row.slot {
            Slot::List(part) if is_simple(part) => {
                put(made, (key, id), item, (FieldPath::new(rest).to_string(), Some(row.slot.clone())), String::new());
            }
            Slot::Id | Slot::Basis { .. } | Slot::Part(_) | Slot::List(_) => {}
            // An item of a list of texts or references stands in the cell of the list.
            _ if rest.is_empty() => {
                let Split { item: outer, rest } = split(&steps[..steps.len() - 1]);
                append(
                    made,
                    (key, id),
                    outer,
                    &FieldPath::new(rest).to_string(),
                    &row.leaf.map(cell).unwrap_or_default(),
                );
            }
            slot => {
                let name = FieldPath::new(rest).to_string();
                put(made, (key, id), item, (name.clone(), Some(slot.clone())), row.leaf.map(cell).unwrap_or_default());
                if let Some(said) = words::to_read(slot, row.leaf, guide, lang) {
                    put(made, (key, id), item, (name + super::TO_READ, None), said);
                }
            }
        }
    }
}

/// Whether the items of such a list stand in one cell, a line each.
pub(super) fn is_simple(part: &Part) -> bool {
    matches!(part, Part::Text | Part::Reference(_))
}

fn name_of(key: &RecordKey, item: &[Step]) -> String {
    let mut name = key.kind().id().to_owned();
    for step in item {
        if let Step::Field(field) = step {
            name.push('.');
            name.push_str((*field).into());
        }
    }
    name
}

fn place<'m>(
    made: &'m mut Vec<Sheet>,
    (key, id): (&RecordKey, &str),
    item: &[Step],
) -> (&'m mut Vec<Column>, &'m mut SheetRow) {
    let (name, nr) = (name_of(key, item), nr(item));
    let at = made.iter().rposition(|sheet| sheet.name == name).unwrap_or_else(|| {
        made.push(Sheet { name, columns: Vec::new(), rows: Vec::new() });
        made.len() - 1
    });
    let Sheet { columns, rows, .. } = &mut made[at];
    // The rows of the record in hand are the last.
    let own = rows.iter().rev().take_while(|row| row.id == id).position(|row| row.nr == nr);
    let known = own.map_or(rows.len(), |from_behind| rows.len() - 1 - from_behind);
    if known == rows.len() {
        rows.push(SheetRow { id: id.to_owned(), nr, cells: Vec::new() });
    }
    (columns, &mut rows[known])
}

fn put(
    made: &mut Vec<Sheet>,
    record: (&RecordKey, &str),
    item: &[Step],
    (name, slot): (String, Option<Slot>),
    said: String,
) {
    let (columns, row) = place(made, record, item);
    let column = columns.iter().position(|column| column.name == name).unwrap_or_else(|| {
        columns.push(Column { name, slot });
        columns.len() - 1
    });
    if !said.is_empty() {
        row.cells.push((column, said));
    }
}

fn append(made: &mut Vec<Sheet>, record: (&RecordKey, &str), item: &[Step], name: &str, said: &str) {
    let (columns, row) = place(made, record, item);
    let Some(column) = columns.iter().position(|column| column.name == name) else { return };
    match row.cells.iter_mut().find(|(at, _)| *at == column) {
        Some((_, list)) => *list = format!("{list}\n{said}"),
        None => row.cells.push((column, said.to_owned())),
    }
}

impl Sheet {
    /// The first row: what stands in each column.
    pub fn header(&self) -> Vec<&str> {
        let own = self.columns.iter().map(|column| column.name.as_str());
        [RECORD, ID, NR].into_iter().chain(own).collect()
    }
}
