//! The same for several records at once: what it would do, and doing it as one step.

use std::{collections::BTreeSet, sync::Arc};

use super::{FormField, Holds, NotEdited, form::with_day, naming::form_of, records};
use crate::{
    app::{App, once::OfGuide},
    edit::{
        self, Edit, EditRefused, Replacement, TextPlace, Why,
        form::{self, Input},
    },
    model::{Date, Entry, EntryKey, Field, FieldPath, Guide, Lang, RecordKey, walk::Step},
    present::change,
    text::{fields, keeping as text},
};

/// What is done to several records at once.
#[derive(Clone, Debug, PartialEq)]
pub enum Bulk {
    /// They all have this in a field.
    Set {
        /// The field.
        at: FieldPath,
        /// What they have there.
        input: Input,
    },
    /// A text is replaced at these of the places where they have it.
    Replace(Replacement, BTreeSet<TextPlace>),
    /// They end on this day, their last.
    End(Date),
    /// They are taken out; with what depends on them, or leaving that with a problem.
    Remove {
        /// Whether what depends on them goes along.
        with_dependents: bool,
    },
}

/// What something would do to several records.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BulkPreview {
    /// What would change, a sentence each.
    pub changes: Vec<String>,
    /// To which records it does not fit, each with why: these stay as they are.
    pub unfit: Vec<String>,
}

/// What was asked of which records of a guide.
pub(super) type BulkKey = (OfGuide, BTreeSet<RecordKey>, Bulk, Date, Lang);

/// The edits, and to which records they do not fit.
pub(super) struct ForEach {
    pub(super) edits: Vec<Edit>,
    unfit: Vec<(RecordKey, NotEdited)>,
}

impl Bulk {
    /// Why the step is made.
    pub(super) fn why(&self) -> Why {
        match self {
            Self::Replace(what, _) => Why::Replaced { from: what.find.clone(), to: what.with.clone() },
            Self::Set { .. } | Self::End(_) | Self::Remove { .. } => Why::Edited,
        }
    }

    /// What it takes.
    pub(super) fn plan(&self, guide: &Guide, records: &BTreeSet<RecordKey>, today: Date) -> ForEach {
        match self {
            Self::Set { at, input } => match draft(guide, records, at, with_day(input.clone(), today)) {
                Ok(draft) => {
                    each(records, |record| Ok(edit::set_field(guide, std::slice::from_ref(record), at, &draft)?))
                }
                Err(refused) => each(records, |_| Err(refused.clone())),
            },
            Self::Replace(what, at) => match edit::replace(guide, what, Some(at)) {
                Ok(edits) => ForEach { edits, unfit: Vec::new() },
                Err(_) => ForEach { edits: Vec::new(), unfit: Vec::new() },
            },
            Self::End(last) => each(records, |record| Ok(edit::archive(guide, record, *last)?.edits)),
            Self::Remove { with_dependents } => {
                let can_go = |record: &RecordKey| {
                    let edit = Edit::Remove(record.clone());
                    let alone = edit::make(guide, std::slice::from_ref(&edit)).map(|_| vec![edit]);
                    let removal = || edit::remove(guide, record, &edit::Dependents::TakeOut);
                    Ok(if *with_dependents { removal()?.edits } else { alone? })
                };
                let mut planned = each(records, can_go);
                if *with_dependents {
                    // Together, so that what names two of them loses both.
                    let unfit = |record: &&RecordKey| planned.unfit.iter().any(|(own, _)| own == *record);
                    let fit = records.iter().filter(|record| !unfit(record)).cloned().collect();
                    planned.edits = edit::remove_all(guide, &fit).map(|removal| removal.edits).unwrap_or_default();
                }
                planned
            }
        }
    }
}

/// What is done to each, and to which it does not fit. What is so already is no reason to say anything.
fn each(records: &BTreeSet<RecordKey>, edits: impl Fn(&RecordKey) -> Result<Vec<Edit>, NotEdited>) -> ForEach {
    let mut planned = ForEach { edits: Vec::new(), unfit: Vec::new() };
    for record in records {
        match edits(record) {
            Ok(edits) => planned.edits.extend(edits),
            Err(why) => planned.unfit.push((record.clone(), why)),
        }
    }
    planned
}

/// One of the records with something else in a field, from which the others take it over.
fn draft(guide: &Guide, records: &BTreeSet<RecordKey>, at: &FieldPath, input: Input) -> Result<Entry, NotEdited> {
    Ok(form::set(&first(guide, records)?, at, input)?)
}

fn first(guide: &Guide, records: &BTreeSet<RecordKey>) -> Result<Entry, NotEdited> {
    let record = records.first().cloned().unwrap_or(RecordKey::Guide);
    let key = EntryKey::Record(record);
    edit::get(guide, &key).ok_or_else(|| EditRefused::NotThere(key).into())
}

impl App {
    /// What something would do to several records.
    pub fn bulk_preview(&self, records: &BTreeSet<RecordKey>, bulk: &Bulk) -> Arc<BulkPreview> {
        let Some(keeping) = &self.keeping else { return Arc::default() };
        let (guide, lang) = (keeping.guide(), self.settings.language);
        keeping.bulk.get((OfGuide::new(guide), records.clone(), bulk.clone(), self.today, lang), || {
            let ForEach { edits, unfit } = bulk.plan(guide, records, self.today);
            let changes = edit::make(guide, &edits).unwrap_or_default();
            let changes = change::edits(&changes, guide, guide, lang).into_iter().map(|facts| facts.text);
            let told = |(record, why): (RecordKey, NotEdited)| {
                text::does_not_fit(&records::title(guide, &record, lang), &why.words(guide, lang))
            };
            Arc::new(BulkPreview { changes: changes.collect(), unfit: unfit.into_iter().map(told).collect() })
        })
    }

    /// The fields that can be set in all of these records; none when they are of several kinds.
    pub fn bulk_fields(&self, records: &BTreeSet<RecordKey>) -> Vec<FormField> {
        let kinds: BTreeSet<_> = records.iter().map(RecordKey::kind).collect();
        let guide = self.kept_guide();
        let Some(entry) = first(guide, records).ok().filter(|_| kinds.len() == 1) else { return Vec::new() };
        let lang = self.settings.language;
        let view = form_of(&entry, guide, lang);
        let all = view.into_iter().flat_map(|view| view.fields).filter(is_set_in_bulk);
        all.map(|field| named(field, lang)).collect()
    }

    /// A field of these records with something else in it, as it is shown before it is done.
    pub fn bulk_field(
        &self,
        records: &BTreeSet<RecordKey>,
        at: &FieldPath,
        input: Option<&Input>,
    ) -> Option<FormField> {
        let guide = self.kept_guide();
        let now = first(guide, records).ok()?;
        let set = input.and_then(|input| form::set(&now, at, with_day(input.clone(), self.today)).ok());
        let lang = self.settings.language;
        let view = form_of(set.as_ref().unwrap_or(&now), guide, lang)?;
        let field = view.fields.into_iter().find(|field| field.at == *at && is_set_in_bulk(field))?;
        Some(named(field, lang))
    }
}

/// A field within a part is called by both, since the part does not stand above it.
fn named(field: FormField, lang: Lang) -> FormField {
    let is_inside = field.at.steps().len() > 1 && !matches!(field.at.last(), Some(Field::Nl | Field::En));
    let label = match field.at.root().filter(|_| is_inside) {
        Some(part) => text::inside(&field.label, fields::field(part, lang), lang),
        None => field.label,
    };
    FormField { name: label.clone(), label, ..field }
}

/// Whether a field stands in a record once, and holds one value.
fn is_set_in_bulk(field: &FormField) -> bool {
    let is_once = !field.at.steps().iter().any(|step| matches!(step, Step::At(_)));
    let is_value = matches!(
        field.holds,
        Holds::Words { .. }
            | Holds::Typed { .. }
            | Holds::Condition { .. }
            | Holds::Reference { .. }
            | Holds::Choice { .. }
            | Holds::Flag(_)
    );
    is_once && is_value
}
