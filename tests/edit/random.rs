//! Edits at random: of any field of any record, of lists, of orders, on real and on made-up guides.

use std::collections::BTreeSet;

use proptest::{collection::vec, prelude::*};
use serde_json::Value;
use strum::IntoEnumIterator as _;
use wegwijzer::{
    edit::{self, Change, Edit, Step, StepId, Why},
    file::{read_guide, write_guide},
    model::{ClockTime, Date, Entry, EntryKey, Guide, Ordered, Phase, PhaseId},
};

/// A guide in which every field says something.
pub(crate) fn every_field() -> Guide {
    let mut guide = read_guide(include_str!("../format/canonical.ron")).unwrap();
    // Somewhere else for an aspect to go.
    let phase = guide.phases[guide.phases.ixs().next().unwrap()].clone();
    guide.phases.push(Phase { id: PhaseId::new("bestrijding").unwrap(), aspects: Vec::new().into(), ..phase });
    guide
}

/// A made-up guide in which every id means one record.
pub(crate) fn guide() -> impl Strategy<Value = Guide> {
    crate::any_guide::guide().prop_map(|mut guide| {
        guide.unresolved.clear();
        made_unique(guide)
    })
}

fn made_unique(mut guide: Guide) -> Guide {
    fn once<T: wegwijzer::model::Record + Clone>(table: &mut wegwijzer::model::Table<T>) {
        let mut seen = BTreeSet::new();
        table.retain(|row| seen.insert(row.id().to_string()));
    }
    once(&mut guide.first);
    once(&mut guide.sources);
    once(&mut guide.facet_sections);
    once(&mut guide.facets);
    once(&mut guide.impossible);
    once(&mut guide.implications);
    once(&mut guide.suspicious);
    once(&mut guide.phases);
    once(&mut guide.parties);
    once(&mut guide.responsibilities);
    once(&mut guide.referrals);
    once(&mut guide.gaps);
    once(&mut guide.conflicts);
    once(&mut guide.agreements);
    once(&mut guide.scenarios);
    once(&mut guide.glossary);
    once(&mut guide.exceptions);
    let mut seen = BTreeSet::new();
    for phase in &mut guide.phases {
        phase.aspects.retain(|aspect| seen.insert(aspect.id.clone()));
    }
    guide
}

/// All pieces of a guide.
pub(crate) fn entries(guide: &Guide) -> Vec<Entry> {
    edit::entries(guide)
}

/// What to do to a guide; what it means is worked out on the guide.
#[derive(Clone, Debug)]
pub(crate) struct Wish {
    pub(crate) kind: u8,
    pub(crate) record: usize,
    pub(crate) field: usize,
    pub(crate) element: usize,
}

pub(crate) fn wishes(most: usize) -> impl Strategy<Value = Vec<Wish>> {
    let wish = (0..9_u8, any::<u16>(), any::<u16>(), any::<u16>()).prop_map(|(kind, record, field, element)| Wish {
        kind,
        record: record.into(),
        field: field.into(),
        element: element.into(),
    });
    vec(wish, 1..=most)
}

fn pick<T>(list: &[T], at: usize) -> Option<&T> {
    (!list.is_empty()).then(|| &list[at % list.len()])
}

/// The fields of a piece, as serde has them.
pub(crate) fn fields_of(entry: &Entry) -> Value {
    let Value::Object(tagged) = serde_json::to_value(entry).unwrap() else { panic!("an entry is tagged") };
    tagged.into_iter().next().unwrap().1
}

/// The same piece with other fields; `None` when the types do not hold them.
pub(crate) fn with_fields(like: &Entry, fields: Value) -> Option<Entry> {
    let Value::Object(mut tagged) = serde_json::to_value(like).unwrap() else { panic!("an entry is tagged") };
    *tagged.iter_mut().next().unwrap().1 = fields;
    serde_json::from_value(Value::Object(tagged)).ok()
}

fn is_like(a: &Entry, b: &Entry) -> bool {
    std::mem::discriminant(a) == std::mem::discriminant(b)
}

/// What a wish comes to on this guide, with values of a guide that lends them. Nothing when it does not fit.
pub(crate) fn edits(guide: &Guide, lender: &[Entry], wish: &Wish) -> Option<Edit> {
    let own: Vec<Entry> = entries(guide).into_iter().filter(|entry| !matches!(entry, Entry::Order(_))).collect();
    let entry = pick(&own, wish.record)?;
    // What nobody has chosen yet is resolved, and never edited or made by hand.
    if matches!(entry, Entry::Unresolved(_)) && wish.kind < 6 {
        return None;
    }
    let lent: Vec<&Entry> = lender.iter().filter(|lent| is_like(lent, entry)).collect();
    match wish.kind {
        // A field of another record, or none.
        0..=2 => {
            let donor = pick(&lent, wish.element).copied().unwrap_or(entry);
            let (mut fields, other) = (fields_of(entry), fields_of(donor));
            let names: Vec<String> = other.as_object()?.keys().filter(|name| *name != "id").cloned().collect();
            let name = pick(&names, wish.field)?;
            fields[name] = other[name].clone();
            replaced(entry, fields)
        }
        // An element of a list less, one more, or turned round.
        3..=5 => {
            let (mut fields, others) = (fields_of(entry), lent.iter().map(|lent| fields_of(lent)));
            let lists: Vec<String> = fields
                .as_object()?
                .iter()
                .filter(|(_, value)| value.as_array().is_some_and(|list| !list.is_empty()))
                .map(|(name, _)| name.clone())
                .collect();
            let name = pick(&lists, wish.field)?;
            let more: Vec<Value> = others.filter_map(|other| other.get(name)?.as_array().cloned()).flatten().collect();
            let list = fields[name].as_array_mut()?;
            let at = wish.element % list.len();
            match wish.kind {
                3 => drop(list.remove(at)),
                4 => list.rotate_left(at),
                _ => list.insert(at, pick(&more, wish.element)?.clone()),
            }
            replaced(entry, fields)
        }
        6 => match entry.key() {
            EntryKey::Record(record) => Some(Edit::Remove(record)),
            EntryKey::Order(_) => None,
        },
        7 => {
            let lent = pick(lender, wish.record)?;
            let is_new = edit::get(guide, &lent.key()).is_none() && !matches!(lent, Entry::Unresolved(_));
            is_new.then(|| Edit::Add(lent.clone()))
        }
        _ => {
            let orders: Vec<Ordered> = Ordered::iter().collect();
            let of = *pick(&orders, wish.record)?;
            let Some(Entry::Order(mut order)) = edit::get(guide, &EntryKey::Order(of)) else { return None };
            if order.ids.len() > 1 {
                let (a, b) = (wish.field % order.ids.len(), wish.element % order.ids.len());
                order.ids.swap(a, b);
            }
            Some(Edit::Replace(Entry::Order(order)))
        }
    }
}

fn replaced(entry: &Entry, fields: Value) -> Option<Edit> {
    with_fields(entry, fields).filter(|new| new.key() == entry.key()).map(Edit::Replace)
}

/// The changes of these wishes, one after the other, and the guide that they make.
pub(crate) fn edited(guide: &Guide, lender: &[Entry], wishes: &[Wish]) -> Guide {
    wishes.iter().fold(guide.clone(), |guide, wish| match edits(&guide, lender, wish) {
        Some(edit) => edit::make(&guide, &[edit]).map_or(guide.clone(), |changes| edit::put(&guide, &changes)),
        None => guide,
    })
}

/// A step of changes.
pub(crate) fn step(number: usize, changes: Vec<Change>) -> Step {
    Step {
        id: StepId(format!("s{number}")),
        on: Date::new(2026, 11, 29).unwrap(),
        at: ClockTime::default(),
        by: "Beheer".to_owned(),
        why: Why::Edited,
        changes,
    }
}

/// The bytes of a guide.
pub(crate) fn bytes(guide: &Guide) -> String {
    write_guide(guide)
}

/// The lines in which two guides differ, as long as they differ in one place.
pub(crate) fn unlike(a: &Guide, b: &Guide) -> String {
    let (a, b) = (bytes(a), bytes(b));
    let (a, b): (Vec<&str>, Vec<&str>) = (a.lines().collect(), b.lines().collect());
    let before = a.iter().zip(&b).take_while(|(a, b)| a == b).count();
    let (a, b) = (&a[before..], &b[before..]);
    let after = a.iter().rev().zip(b.iter().rev()).take_while(|(a, b)| a == b).count();
    let (a, b) = (a[..a.len() - after].join("\n"), b[..b.len() - after].join("\n"));
    if a == b { String::new() } else { format!("\n{a}\n=======\n{b}\n") }
}

/// How often to try: 256 times, or as often as the variable says.
pub(crate) fn config() -> ProptestConfig {
    ProptestConfig { failure_persistence: None, ..ProptestConfig::default() }
}
