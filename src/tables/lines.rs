//! The rows of a table, as far as they can be understood: which record, which item of a list in it, and what they say.

use std::collections::BTreeSet;

use super::{ID, KINDS, NAME, NR, RECORD, TO_READ, Table, TableRow};
use crate::{
    edit,
    lookup::nearest,
    model::{Field, FieldPath, Guide, Lang, RecordKey, RecordKind, TableFault, TableProblem},
};

/// A row, as far as it could be understood.
#[derive(Debug)]
pub(super) struct Line<'t> {
    pub(super) table: &'t Table,
    pub(super) row: usize,
    /// The fields down to a list; none for the record itself.
    pub(super) list: Vec<Field>,
    /// The places in it, from 1; 0 for a new one.
    pub(super) nr: Vec<usize>,
    /// By column what stands there.
    pub(super) cells: Vec<(&'t str, FieldPath, &'t str)>,
}

impl Line<'_> {
    pub(super) fn problem(&self, column: Option<&str>, fault: TableFault) -> TableProblem {
        let (sheet, column) = (self.table.sheet.clone(), column.map(str::to_owned));
        TableProblem { sheet, row: self.row, column, fault }
    }

    pub(super) fn cell(&self, name: &str) -> Option<&str> {
        self.cells.iter().find(|(own, _, _)| *own == name).map(|(_, _, typed)| *typed)
    }
}

/// Ids that rows without one were given, so that two do not get the same.
#[derive(Debug, Default)]
pub(super) struct Names(BTreeSet<RecordKey>);

/// What the columns of a table are.
pub(super) struct Columns {
    /// By position the way from a row, of those that are taken over.
    ways: Vec<Option<FieldPath>>,
    record: Option<usize>,
    id: Option<usize>,
    nr: Option<usize>,
    name: Option<usize>,
}

impl Columns {
    pub(super) fn of(table: &Table, unknown: &mut Vec<String>) -> Self {
        let at = |name: &str| table.header.iter().position(|own| own == name);
        let ways = table.header.iter().map(|name| {
            let is_own = [RECORD, ID, NR, NAME, ""].contains(&name.as_str()) || name.ends_with(TO_READ);
            let way = name.parse::<FieldPath>().ok().filter(|_| !is_own);
            if way.is_none() && !is_own && !unknown.contains(name) {
                unknown.push(name.clone());
            }
            way
        });
        Self { ways: ways.collect(), record: at(RECORD), id: at(ID), nr: at(NR), name: at(NAME) }
    }

    /// A row and the record that it is about; nothing for an empty one.
    pub(super) fn line<'t>(
        &self,
        table: &'t Table,
        row: &'t TableRow,
        guide: &Guide,
        names: &mut Names,
    ) -> Result<Option<(RecordKey, Line<'t>)>, TableProblem> {
        let said = |column: Option<usize>| column.and_then(|at| row.cells.get(at)).map_or("", |cell| cell.trim());
        if row.cells.iter().all(|cell| cell.trim().is_empty()) {
            return Ok(None);
        }
        let cells = self.ways.iter().zip(&table.header).zip(&row.cells).filter_map(|((way, name), typed)| {
            Some((name.as_str(), way.clone()?, typed.as_str())).filter(|(_, _, typed)| !typed.trim().is_empty())
        });
        let mut line = Line { table, row: row.number, list: Vec::new(), nr: Vec::new(), cells: cells.collect() };
        let record = match said(self.record) {
            "" => table.sheet.as_str(),
            record => record,
        };
        let mut parts = record.split('.');
        let kind = parts.next().unwrap_or_default();
        let unknown = || {
            let nearest = nearest(record, KINDS.map(RecordKind::id)).map(str::to_owned);
            TableFault::UnknownKind { given: record.to_owned(), nearest }
        };
        let known = KINDS.into_iter().find(|own| own.id() == kind);
        let kind = known.ok_or_else(|| line.problem(Some(RECORD), unknown()))?;
        let list: Option<Vec<Field>> = parts.map(|field| field.parse().ok()).collect();
        line.list = list.ok_or_else(|| line.problem(Some(RECORD), unknown()))?;
        let nr = |place: &str| place.trim().parse().unwrap_or(0);
        if !line.list.is_empty() {
            line.nr = said(self.nr).split(['.', ',']).map(nr).collect();
        }
        let id = match said(self.id) {
            "" if line.list.is_empty() => {
                let name = match said(self.name) {
                    "" => line.cell(named_by(kind)).unwrap_or_default(),
                    name => name,
                };
                id_of(guide, kind, name, names).ok_or_else(|| line.problem(Some(ID), TableFault::NoId))?
            }
            "" => return Err(line.problem(Some(ID), TableFault::NoId)),
            id => id.to_owned(),
        };
        let key = kind.key(&id).ok_or_else(|| line.problem(Some(ID), TableFault::NotAnId(id)))?;
        Ok(Some((key, line)))
    }
}

/// The column that says what a record without a name is called.
fn named_by(kind: RecordKind) -> &'static str {
    match kind {
        RecordKind::Responsibility => "task",
        RecordKind::Source => "title",
        RecordKind::Term => "term.nl",
        _ => "text",
    }
}

/// The id of the one record of this name, or one for a new record.
fn id_of(guide: &Guide, kind: RecordKind, name: &str, names: &mut Names) -> Option<String> {
    let is_called = |own: &str| own.trim().to_lowercase() == name.trim().to_lowercase();
    let called: Vec<&str> = match kind {
        _ if name.is_empty() => return None,
        RecordKind::Party => {
            let all = guide.parties.iter().filter(|party| {
                let labels = party.names.iter().flat_map(|name| std::iter::once(&name.name).chain(&name.short));
                labels.into_iter().any(|label| is_called(label.text(Lang::Nl)))
            });
            all.map(|party| party.id.as_str()).collect()
        }
        RecordKind::Source => {
            guide.sources.iter().filter(|source| is_called(&source.title)).map(|source| source.id.as_str()).collect()
        }
        RecordKind::Term => {
            let all = guide.glossary.iter().filter(|term| is_called(term.term.text(Lang::Nl)));
            all.map(|term| term.id.as_str()).collect()
        }
        _ => Vec::new(),
    };
    match called.as_slice() {
        [one] => Some((*one).to_owned()),
        [] => {
            // Two new ones may be called alike.
            let id = edit::propose_id_beside(guide, kind, name, &names.0)?;
            names.0.extend(kind.key(&id));
            Some(id)
        }
        _ => None,
    }
}
