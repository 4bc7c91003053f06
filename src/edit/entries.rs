//! A guide as its pieces, and back.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{
    Aspect, Entry, EntryKey, Guide, Head, Label, Order, Ordered, Phase, PhaseHead, PlacedAspect, Record, RecordKey,
    RecordKind, Table,
};

/// A record as a row of a list.
pub(super) trait Row: Clone + PartialEq {
    /// The kind of record.
    const KIND: RecordKind;
    fn id(&self) -> &str;
    fn key(&self) -> EntryKey;
    fn wrap(self) -> Entry;
    /// The record in a piece of its kind.
    fn of(entry: &Entry) -> Option<&Self>;
}

macro_rules! rows {
    ($($kind:ident $([$boxed:ident])? $record:ident: $id:ident $(. $inner:ident)?;)*) => {$(
        impl Row for crate::model::$record {
            const KIND: RecordKind = RecordKind::$kind;
            fn id(&self) -> &str {
                self.$id$(.$inner)?.as_str()
            }
            fn key(&self) -> EntryKey {
                RecordKey::$kind(self.$id$(.$inner)?.clone()).into()
            }
            fn wrap(self) -> Entry {
                Entry::$kind(rows!(@wrap self $($boxed)?))
            }
            fn of(entry: &Entry) -> Option<&Self> {
                match entry {
                    Entry::$kind(record) => Some(record),
                    _ => None,
                }
            }
        }
    )*};
    (@wrap $record:ident) => { $record };
    (@wrap $record:ident Box) => { Box::new($record) };
}

rows! {
    FirstAdvice FirstAdvice: id;
    Source Source: id;
    FacetSection FacetSection: id;
    Facet [Box] Facet: id;
    Impossible Impossible: id;
    Implication Implication: id;
    Suspicious Suspicious: id;
    Phase PhaseHead: id;
    Aspect [Box] PlacedAspect: aspect.id;
    Party [Box] Party: id;
    Responsibility [Box] Responsibility: id;
    Referral [Box] Referral: id;
    Gap [Box] Gap: id;
    Conflict Conflict: id;
    Agreement Agreement: id;
    Scenario [Box] Scenario: id;
    Term GlossaryTerm: id;
    Exception Exception: id;
    Unresolved [Box] Unresolved: id;
}

/// The phases of a guide as rows.
pub(super) fn phase_heads(guide: &Guide) -> Vec<PhaseHead> {
    let head = |Phase { id, letter, title, short, aspects: _ }: &Phase| PhaseHead {
        id: id.clone(),
        letter: *letter,
        title: title.clone(),
        short: short.clone(),
    };
    guide.phases.iter().map(head).collect()
}

/// The aspects of a guide as rows, over all phases.
pub(super) fn placed_aspects(guide: &Guide) -> Vec<PlacedAspect> {
    let of = |phase: &Phase, aspect: &Aspect| PlacedAspect { phase: phase.id.clone(), aspect: aspect.clone() };
    guide.phases.iter().flat_map(|phase| phase.aspects.iter().map(move |aspect| of(phase, aspect))).collect()
}

/// What the document says of itself.
pub(super) fn head(guide: &Guide) -> Head {
    Head {
        title: guide.title.clone(),
        edition: guide.edition.clone(),
        training: guide.training,
        release: guide.release.clone(),
        owner: guide.owner.clone(),
        limits: guide.limits.clone(),
        renamed: guide.renamed.clone(),
    }
}

/// Something done with every list of records of two guides beside each other.
pub(super) trait EachPair {
    fn pair<T: Row>(&mut self, before: &[T], after: &[T], ordered: Option<Ordered>);
}

/// Something done with every list of records of a guide that changes.
trait EachTable {
    fn table<T: Row + Record>(&mut self, table: &mut Table<T>, ordered: Option<Ordered>);
}

macro_rules! tables {
    ($($field:ident $(in $ordered:ident)?;)*) => {
        /// Passes every list of records of two guides.
        pub(super) fn each_pair(before: &Guide, after: &Guide, each: &mut impl EachPair) {
            let Guide { schema: _, title: _, edition: _, training: _, release: _, owner: _, limits: _, renamed: _, phases: _, $($field),* } = before;
            $(each.pair($field, &after.$field, tables!(@ordered $($ordered)?));)*
            each.pair(&phase_heads(before), &phase_heads(after), Some(Ordered::Phase));
            each.pair(&placed_aspects(before), &placed_aspects(after), Some(Ordered::Aspect));
        }

        /// Passes every list of records, except phases with their aspects.
        fn each_table(guide: &mut Guide, each: &mut impl EachTable) {
            let Guide { schema: _, title: _, edition: _, training: _, release: _, owner: _, limits: _, renamed: _, phases: _, $($field),* } = guide;
            $(each.table($field, tables!(@ordered $($ordered)?));)*
        }
    };
    (@ordered) => { None };
    (@ordered $ordered:ident) => { Some(Ordered::$ordered) };
}

// A list of records that is added to the guide and forgotten here does not compile.
tables! {
    first in FirstAdvice;
    sources;
    facet_sections in FacetSection;
    facets in Facet;
    impossible in Impossible;
    implications in Implication;
    suspicious in Suspicious;
    parties;
    responsibilities;
    referrals;
    gaps;
    conflicts;
    agreements;
    scenarios;
    glossary;
    exceptions;
    unresolved;
}

/// The ids of the rows, in order.
pub(super) fn ids<T: Row>(rows: &[T]) -> Vec<String> {
    rows.iter().map(|row| row.id().to_owned()).collect()
}

/// The names of all records, in the order of the document; without the document itself.
pub fn keys(guide: &Guide) -> Vec<RecordKey> {
    struct Keys(Vec<RecordKey>);
    impl EachPair for Keys {
        fn pair<T: Row>(&mut self, rows: &[T], _: &[T], _: Option<Ordered>) {
            self.0.extend(rows.iter().filter_map(|row| row.key().record().cloned()));
        }
    }
    let mut keys = Keys(Vec::new());
    each_pair(guide, guide, &mut keys);
    keys.0.sort_by_key(RecordKey::kind);
    keys.0
}

/// The piece of a guide with this name; `None` when it has none. An order is always there.
pub fn get(guide: &Guide, key: &EntryKey) -> Option<Entry> {
    match key {
        EntryKey::Order(of) => Some(Entry::Order(Order { of: *of, ids: order(guide, *of) })),
        EntryKey::Record(record) => get_record(guide, record),
    }
}

fn get_record(guide: &Guide, key: &RecordKey) -> Option<Entry> {
    match key {
        RecordKey::Guide => Some(Entry::Head(head(guide))),
        RecordKey::FirstAdvice(id) => guide.first.get(id).cloned().map(Row::wrap),
        RecordKey::Source(id) => guide.sources.get(id).cloned().map(Row::wrap),
        RecordKey::FacetSection(id) => guide.facet_sections.get(id).cloned().map(Row::wrap),
        RecordKey::Facet(id) => guide.facets.get(id).cloned().map(Row::wrap),
        RecordKey::Impossible(id) => guide.impossible.get(id).cloned().map(Row::wrap),
        RecordKey::Implication(id) => guide.implications.get(id).cloned().map(Row::wrap),
        RecordKey::Suspicious(id) => guide.suspicious.get(id).cloned().map(Row::wrap),
        RecordKey::Phase(id) => phase_heads(guide).into_iter().find(|phase| phase.id == *id).map(Row::wrap),
        RecordKey::Aspect(id) => {
            placed_aspects(guide).into_iter().find(|placed| placed.aspect.id == *id).map(Row::wrap)
        }
        RecordKey::Party(id) => guide.parties.get(id).cloned().map(Row::wrap),
        RecordKey::Responsibility(id) => guide.responsibilities.get(id).cloned().map(Row::wrap),
        RecordKey::Referral(id) => guide.referrals.get(id).cloned().map(Row::wrap),
        RecordKey::Gap(id) => guide.gaps.get(id).cloned().map(Row::wrap),
        RecordKey::Conflict(id) => guide.conflicts.get(id).cloned().map(Row::wrap),
        RecordKey::Agreement(id) => guide.agreements.get(id).cloned().map(Row::wrap),
        RecordKey::Scenario(id) => guide.scenarios.get(id).cloned().map(Row::wrap),
        RecordKey::Term(id) => guide.glossary.get(id).cloned().map(Row::wrap),
        RecordKey::Exception(id) => guide.exceptions.get(id).cloned().map(Row::wrap),
        RecordKey::Unresolved(id) => guide.unresolved.get(id).cloned().map(Row::wrap),
    }
}

/// The ids of the records of an ordered list.
pub(super) fn order(guide: &Guide, of: Ordered) -> Vec<String> {
    match of {
        Ordered::FirstAdvice => ids(&guide.first),
        Ordered::FacetSection => ids(&guide.facet_sections),
        Ordered::Facet => ids(&guide.facets),
        Ordered::Impossible => ids(&guide.impossible),
        Ordered::Implication => ids(&guide.implications),
        Ordered::Suspicious => ids(&guide.suspicious),
        Ordered::Phase => guide.phases.iter().map(|phase| phase.id.to_string()).collect(),
        Ordered::Aspect => {
            guide.phases.iter().flat_map(|phase| &phase.aspects).map(|aspect| aspect.id.to_string()).collect()
        }
    }
}

/// Pieces to put in a guide or, where there is none, to take out of it.
pub(super) type Pieces<'a> = BTreeMap<EntryKey, Option<&'a Entry>>;

/// The guide with these pieces.
///
/// An order that leaves out a record or names one that is not there does no harm: the record stays behind its neighbour.
/// A phase in which an aspect stands stays, or is made.
pub(super) fn with(guide: &Guide, pieces: &Pieces<'_>) -> Guide {
    let mut guide = guide.clone();
    if let Some(Some(Entry::Head(Head { title, edition, training, release, owner, limits, renamed }))) =
        pieces.get(&EntryKey::Record(RecordKey::Guide))
    {
        (guide.title, guide.edition, guide.training) = (title.clone(), edition.clone(), *training);
        guide.release.clone_from(release);
        (guide.owner, guide.limits, guide.renamed) = (owner.clone(), limits.clone(), renamed.clone());
    }
    each_table(&mut guide, &mut Put { pieces });
    put_phases(&mut guide, pieces);
    guide
}

struct Put<'p> {
    pieces: &'p Pieces<'p>,
}

impl EachTable for Put<'_> {
    fn table<T: Row + Record>(&mut self, table: &mut Table<T>, ordered: Option<Ordered>) {
        if let Some(rows) = changed(table, ordered, self.pieces) {
            *table = rows.into();
        }
    }
}

/// The rows of a list with these pieces; `None` when none of them is for this list.
fn changed<T: Row>(rows: &[T], ordered: Option<Ordered>, pieces: &Pieces<'_>) -> Option<Vec<T>> {
    let own = pieces.iter().filter_map(|(key, entry)| Some((key.record().filter(|key| key.kind() == T::KIND)?, entry)));
    let mut own: BTreeMap<&str, Option<&T>> =
        own.filter_map(|(key, entry)| Some((key.id()?, entry.and_then(T::of)))).collect();
    let order = ordered.and_then(|of| match pieces.get(&EntryKey::Order(of)) {
        Some(Some(Entry::Order(order))) => Some(&order.ids),
        _ => None,
    });
    if own.is_empty() && order.is_none() {
        return None;
    }
    let before = if ordered.is_some() { ids(rows) } else { Vec::new() };
    // Of two records with one id, which a check reports, the first is meant.
    let mut changed: Vec<T> = Vec::with_capacity(rows.len() + own.len());
    for row in rows {
        match own.remove(row.id()) {
            None => changed.push(row.clone()),
            Some(after) => changed.extend(after.cloned()),
        }
    }
    let is_longer = own.values().any(Option::is_some);
    changed.extend(own.into_values().flatten().cloned());
    match (ordered, order) {
        (None, _) if is_longer => changed.sort_by(|a, b| a.id().cmp(b.id())),
        (Some(_), Some(order)) => changed = in_order(changed, order, &before),
        _ => {}
    }
    Some(changed)
}

/// The rows in this order; what it does not name stands behind whom it stood behind before.
fn in_order<T: Row>(rows: Vec<T>, order: &[String], before: &[String]) -> Vec<T> {
    let named: BTreeMap<&str, usize> = order.iter().enumerate().rev().map(|(at, id)| (id.as_str(), at + 1)).collect();
    let present: BTreeSet<String> = rows.iter().map(|row| row.id().to_owned()).collect();
    // Of what is not named: the place of the nearest before it that is, and its own turn after that.
    let mut places: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    let (mut place, mut turn) = (0, 0);
    for id in before.iter().map(String::as_str) {
        match named.get(id) {
            Some(at) if present.contains(id) => (place, turn) = (*at, 0),
            _ => {
                turn += 1;
                places.insert(id, (place, turn));
            }
        }
    }
    let last = (order.len(), usize::MAX);
    let mut rows = rows;
    rows.sort_by_cached_key(|row| {
        let own = named.get(row.id()).map(|at| (*at, 0));
        own.or_else(|| places.get(row.id()).copied()).unwrap_or(last)
    });
    rows
}

fn put_phases(guide: &mut Guide, pieces: &Pieces<'_>) {
    let (heads, aspects) = (phase_heads(guide), placed_aspects(guide));
    let (new_heads, new_aspects) =
        (changed(&heads, Some(Ordered::Phase), pieces), changed(&aspects, Some(Ordered::Aspect), pieces));
    if new_heads.is_none() && new_aspects.is_none() {
        return;
    }
    let (mut now, aspects) = (new_heads.unwrap_or_else(|| heads.clone()), new_aspects.unwrap_or(aspects));
    for head in heads {
        let is_gone = now.iter().all(|phase| phase.id != head.id);
        if is_gone && aspects.iter().any(|placed| placed.phase == head.id) {
            now.push(head);
        }
    }
    let mut phases: Vec<Phase> = now
        .into_iter()
        .map(|PhaseHead { id, letter, title, short }| Phase { id, letter, title, short, aspects: Table::default() })
        .collect();
    for PlacedAspect { phase, aspect } in aspects {
        match phases.iter_mut().find(|own| own.id == phase) {
            Some(phase) => phase.aspects.push(aspect),
            // Nobody makes such a change; if somebody did, nothing is lost.
            None => phases.push(Phase {
                letter: '?',
                title: Label { nl: phase.to_string(), en: None },
                short: Label { nl: phase.to_string(), en: None },
                id: phase,
                aspects: vec![aspect].into(),
            }),
        }
    }
    guide.phases = phases.into();
}
