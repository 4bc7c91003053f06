//! A record that is being changed by its rows.

use std::collections::{BTreeMap, BTreeSet};

use super::{EMPTIED, ID, NR, RECORD, cells::input, items::places, lines::Line, places::Places, rows::is_simple};
use crate::{
    edit::{
        self,
        form::{self, AsksFirst, Input},
    },
    lookup::nearest,
    model::{
        Entry, Field, FieldPath, Guide, RecordKey, RecordKind, TableFault, TableProblem,
        walk::{Part, RefersTo, Slot, Step},
    },
};

/// A record that is being changed by its rows.
pub(super) struct Draft<'a> {
    pub(super) guide: &'a Guide,
    /// Records that the table names.
    pub(super) new: &'a BTreeSet<RecordKey>,
    pub(super) refused: Vec<TableProblem>,
}

impl Draft<'_> {
    /// The record as its rows say; `None` for a new one that cannot be made.
    pub(super) fn of(&mut self, key: &RecordKey, before: Option<&Entry>, lines: &[Line<'_>]) -> Option<Entry> {
        let mut own = lines.iter().filter(|line| line.list.is_empty());
        let first = own.next();
        if let Some(again) = own.next() {
            self.refused.push(again.problem(Some(ID), TableFault::Twice(key.clone())));
        }
        let mut entry = match (before, first) {
            (Some(before), _) => before.clone(),
            (None, Some(line)) => self.blank(key, line)?,
            (None, None) => {
                let lines = lines.iter().map(|line| line.problem(Some(ID), TableFault::NoRecord(key.clone())));
                self.refused.extend(lines);
                return None;
            }
        };
        if let Some(line) = first {
            self.fill(&mut entry, line, &[]);
        }
        // What is in a list before what is in a list within it: by then its place is known.
        let mut found: BTreeMap<(Vec<Field>, Vec<usize>), Vec<Step>> = BTreeMap::new();
        let mut lists: BTreeMap<(usize, Vec<Field>), Vec<&Line<'_>>> = BTreeMap::new();
        for line in lines.iter().filter(|line| !line.list.is_empty()) {
            lists.entry((line.nr.len(), line.list.clone())).or_default().push(line);
        }
        for ((_, list), lines) in lists {
            let mut by_outer: BTreeMap<Vec<usize>, Vec<&Line<'_>>> = BTreeMap::new();
            for line in lines {
                let outer = line.nr.split_last().map_or(&[][..], |(_, outer)| outer);
                by_outer.entry(outer.to_vec()).or_default().push(line);
            }
            for (outer, lines) in by_outer {
                if let Some(around) = way_to(&list, &outer, &found, &Places::of(&entry)) {
                    self.list(&mut entry, (&list, &around), &lines, &mut found);
                } else {
                    let missing = |line: &&Line<'_>| line.problem(Some(NR), TableFault::Missing(NR.to_owned()));
                    self.refused.extend(lines.iter().map(missing));
                }
            }
        }
        Some(entry)
    }

    fn blank(&mut self, key: &RecordKey, line: &Line<'_>) -> Option<Entry> {
        let mut refers = BTreeMap::new();
        for (field, to) in edit::refers_first(key.kind()) {
            let name: &str = field.into();
            let missing = || TableFault::Missing(name.to_owned());
            let id = line.cell(name).map(str::trim).ok_or_else(missing);
            match id.and_then(|id| self.refers(to, id).map(|()| id)) {
                Ok(id) => refers.insert(*field, id.to_owned()),
                Err(fault) => {
                    self.refused.push(line.problem(Some(name), fault));
                    return None;
                }
            };
        }
        let made = edit::blank(key.kind(), key.id().unwrap_or_default(), "", &refers);
        if made.is_none() {
            self.refused.push(line.problem(None, TableFault::Refused));
        }
        made
    }

    /// Puts the cells of a row in their places.
    fn fill(&mut self, entry: &mut Entry, line: &Line<'_>, item: &[Step]) {
        let mut places = Places::of(entry);
        for (name, way, typed) in &line.cells {
            let at = FieldPath::new(&[item, way.steps()].concat());
            match self.put(entry, &mut places, (&at, line), typed) {
                Ok(None) => {}
                Ok(Some(after)) => {
                    places = Places::of(&after);
                    *entry = after;
                }
                Err(fault) => self.refused.push(line.problem(Some(name), fault)),
            }
        }
    }

    /// The record with something else in a place; nothing when that stands there already.
    fn put(
        &self,
        entry: &Entry,
        places: &mut Places,
        (at, line): (&FieldPath, &Line<'_>),
        typed: &str,
    ) -> Result<Option<Entry>, TableFault> {
        let typed = &lines_as_here(typed);
        let refused = |_| TableFault::Refused;
        let mut made: Option<Entry> = None;
        if places.find(at).is_none() {
            let (way, part) = places.left_out_around(at).ok_or(TableFault::NotHere)?;
            if EMPTIED.contains(&typed.trim()) {
                return Ok(None);
            }
            let first = match form::asks_first(part) {
                AsksFirst::Nothing => None,
                _ => Some(first_of(line, &way)?),
            };
            let (with, _) = form::add(entry, &way, first.as_deref()).map_err(refused)?;
            *places = Places::of(&with);
            made = Some(with);
        }
        let (slot, now) = places.find(at).ok_or(TableFault::NotHere)?;
        let now_typed = lines_as_here(&now);
        let is_list = matches!(slot, Slot::List(part) if is_simple(part));
        if now_typed.trim_end() == typed.trim_end() {
            return Ok(made);
        }
        let input = match slot {
            _ if EMPTIED.contains(&typed.trim()) => Input::Nothing,
            Slot::List(part) if is_list => {
                let items: Vec<String> =
                    typed.lines().map(str::trim).filter(|item| !item.is_empty()).map(str::to_owned).collect();
                if let Part::Reference(to) = part {
                    items.iter().try_for_each(|item| self.refers(to, item))?;
                }
                Input::Texts(items)
            }
            Slot::Text { .. } => {
                lost_zero(&now_typed, typed)?;
                input(slot, typed.trim_end())?
            }
            slot => input(slot, typed.trim())?,
        };
        if let (Slot::Reference { to, .. }, Input::Reference(id)) = (slot, &input) {
            self.refers(to, id)?;
        }
        let emptied = input == Input::Nothing;
        let base = made.as_ref().unwrap_or(entry);
        let after = form::set(base, at, input)
            .map_err(|_| if emptied { TableFault::NotEmptied } else { TableFault::Refused })?;
        Ok(Some(after).filter(|after| after != entry))
    }

    /// Puts the rows of one list in their items; what is no item yet becomes one.
    fn list(
        &mut self,
        entry: &mut Entry,
        (list, around): (&[Field], &[Step]),
        lines: &[&Line<'_>],
        found: &mut BTreeMap<(Vec<Field>, Vec<usize>), Vec<Step>>,
    ) {
        let at = FieldPath::new(around);
        let places_now = opened(entry, &at);
        let Some((part, len)) = places_now.len(&at).map(|(part, len)| (part.clone(), len)) else {
            let refused = lines.iter().map(|line| line.problem(Some(RECORD), TableFault::NotHere));
            self.refused.extend(refused);
            return;
        };
        let own = list.last().map(|field| if *field == Field::Basis { Field::Cites } else { *field });
        let by: Vec<String> = own.into_iter().flat_map(edit::known_by).collect();
        let is_alike = |row: usize, item: usize| {
            let step = [around, &[Step::At(item)]].concat();
            let own = |name: &str| {
                let way = name.parse::<FieldPath>().unwrap_or_default();
                places_now.said(&FieldPath::new(&[step.as_slice(), way.steps()].concat())).to_owned()
            };
            !by.is_empty()
                && by.iter().all(|name| own(name).trim_end() == lines[row].cell(name).unwrap_or("").trim_end())
        };
        let rows: Vec<usize> = lines.iter().map(|line| line.nr.last().copied().unwrap_or_default()).collect();
        for (line, place) in lines.iter().zip(places(len, &rows, is_alike)) {
            let item = match place {
                Some(place) => [around, &[Step::At(place)]].concat(),
                None => match self.new_item(entry, &at, &part, line) {
                    Ok((after, item)) => {
                        *entry = after;
                        item.steps().to_vec()
                    }
                    Err(fault) => {
                        self.refused.push(line.problem(None, fault));
                        continue;
                    }
                },
            };
            found.insert((list.to_vec(), line.nr.clone()), item.clone());
            self.fill(entry, line, &item);
        }
    }

    fn new_item(
        &self,
        entry: &Entry,
        list: &FieldPath,
        part: &Part,
        line: &Line<'_>,
    ) -> Result<(Entry, FieldPath), TableFault> {
        let first = match form::asks_first(part) {
            AsksFirst::Nothing => None,
            AsksFirst::Reference(to) => {
                let first = line.cell("source").ok_or_else(|| TableFault::Missing("source".to_owned()))?;
                self.refers(&to, first.trim())?;
                Some(first.trim())
            }
            AsksFirst::Id | AsksFirst::Never => return Err(TableFault::NotHere),
        };
        form::add(entry, list, first).map_err(|_| TableFault::Refused)
    }

    /// Whether there is something to refer to, in the guide or in the table.
    fn refers(&self, to: &RefersTo, id: &str) -> Result<(), TableFault> {
        let kind = match to {
            RefersTo::Source => RecordKind::Source,
            RefersTo::Party => RecordKind::Party,
            RefersTo::Responsibility => RecordKind::Responsibility,
            RefersTo::Aspect => RecordKind::Aspect,
            // What is left is asked of the guide as a whole, once it is as the table says.
            _ => return Ok(()),
        };
        let guide = self.guide;
        let is_there = |key: &RecordKey| match key {
            RecordKey::Source(id) => guide.source(id).is_some(),
            RecordKey::Party(id) => guide.party(id).is_some(),
            RecordKey::Responsibility(id) => guide.responsibilities.get(id).is_some(),
            RecordKey::Aspect(id) => guide.aspect(id).is_some(),
            _ => false,
        };
        if kind.key(id).is_some_and(|key| self.new.contains(&key) || is_there(&key)) {
            return Ok(());
        }
        let known = edit::keys(guide);
        let known = known.iter().filter(|key| key.kind() == kind).filter_map(RecordKey::id);
        let nearest = nearest(id, known).map(str::to_owned);
        Err(TableFault::UnknownReference { given: id.to_owned(), nearest })
    }
}

/// The places of a record in which a list can stand, also where it hangs in a part that is left out, or where an
/// assumption stands in the place of sources.
fn opened(entry: &mut Entry, list: &FieldPath) -> Places {
    let places = Places::of(entry);
    if places.len(list).is_some() {
        return places;
    }
    let around = places.left_out_around(list).map(|(way, _)| way);
    let with = around.and_then(|way| form::add(entry, &way, None).ok()).map(|(with, _)| with);
    let base = with.as_ref().unwrap_or(entry);
    match form::set(base, list, Input::Assumed(false)) {
        Ok(sourced) if list.last() == Some(Field::Basis) => {
            *entry = sourced;
            Places::of(entry)
        }
        _ => places,
    }
}

/// The way to a list; through an outer one by the item that was found for it before. `None` when nothing says which.
fn way_to(
    list: &[Field],
    outer: &[usize],
    found: &BTreeMap<(Vec<Field>, Vec<usize>), Vec<Step>>,
    places: &Places,
) -> Option<Vec<Step>> {
    let mut way: Vec<Step> = Vec::new();
    let mut taken = 0;
    for (depth, field) in list.iter().enumerate() {
        way.push(Step::Field(*field));
        if depth + 1 < list.len() && places.len(&FieldPath::new(&way)).is_some() {
            let nr = outer.get(..=taken)?;
            match found.get(&(list[..=depth].to_vec(), nr.to_vec())) {
                Some(item) => way.clone_from(item),
                // Its own row is not in the table: then it stands where it stood.
                None => way.push(Step::At(nr.last()?.checked_sub(1)?)),
            }
            taken += 1;
        }
    }
    Some(way)
}

/// What a part refers to that cannot be made without, from its own column.
fn first_of(line: &Line<'_>, part: &FieldPath) -> Result<String, TableFault> {
    let own = part.last().map_or("", Into::into);
    let name = format!("{own}.source");
    line.cell(&name).map(|id| id.trim().to_owned()).ok_or(TableFault::Missing(name))
}

/// With one kind of line end.
fn lines_as_here(typed: &str) -> String {
    typed.replace("\r\n", "\n").replace('\r', "\n")
}

/// A number that is the same but for what stood before it was not changed by a person.
fn lost_zero(was: &str, given: &str) -> Result<(), TableFault> {
    let begins = was.starts_with(['0', '+']);
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    let is_number = !given.is_empty() && given.chars().all(|sign| sign.is_ascii_digit());
    if begins && is_number && digits(was).trim_start_matches('0') == given {
        return Err(TableFault::LostZero { was: was.to_owned(), given: given.to_owned() });
    }
    Ok(())
}
