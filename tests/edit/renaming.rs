//! Another id for a record, everywhere where it is named.

use std::collections::{BTreeMap, BTreeSet};

use wegwijzer::{
    edit::{self, Change, Edit, EditRefused, references},
    file::embedded_guide,
    model::{Entry, EntryKey, Field, FieldPath, Guide, RecordKey, RecordKind},
};

use crate::random::{entries, every_field, unlike};

fn renamed(guide: &Guide, record: &RecordKey, to: &str) -> (Guide, Vec<Change>) {
    let changes = edit::make(guide, &[Edit::Rename { record: record.clone(), to: to.to_owned() }]).unwrap();
    (edit::put(guide, &changes), changes)
}

#[test]
fn whatever_names_a_record_names_it_by_its_new_id() {
    for guide in [every_field(), embedded_guide().unwrap()] {
        let mut kinds = BTreeSet::new();
        let mut named = 0;
        for entry in entries(&guide) {
            let EntryKey::Record(record) = entry.key() else { continue };
            if record == RecordKey::Guide || !kinds.insert(record.kind()) && guide.parties.len() > 10 && named > 2000 {
                continue;
            }
            let old = references(&guide, &record);
            named += old.len();
            let (after, changes) = renamed(&guide, &record, "heet-nu-zo");
            let new = record.kind().key("heet-nu-zo").unwrap();
            assert_eq!(references(&after, &record), [].into(), "{record}");
            // What is known of a case stands in the order of its facets, and so may move.
            let places = |named: BTreeMap<RecordKey, Vec<FieldPath>>| {
                let mut places: Vec<Vec<Field>> =
                    named.into_values().flatten().map(|at| at.fields().collect()).collect();
                places.sort();
                places
            };
            assert_eq!(places(references(&after, &new)), places(old), "{record}");
            assert_eq!(edit::get(&after, &record.clone().into()), None, "{record}");
            assert!(edit::get(&after, &new.clone().into()).is_some(), "{record}");
            let back: Vec<Change> = changes.iter().map(Change::inverse).collect();
            assert_eq!(unlike(&edit::put(&after, &back), &guide), "", "{record}");
            let id = record.id().unwrap().to_owned();
            assert_eq!(unlike(&renamed(&after, &new, &id).0, &guide), "", "{record}");
        }
        assert!(named > 10);
    }
}

#[test]
fn no_word_is_taken_for_an_id() {
    // Ids of other kinds, and words, that read the same.
    let mut guide = every_field();
    guide.parties.rows_mut()[0].summary = "cosm".to_owned();
    guide.parties.rows_mut()[0].aliases = vec!["cosm".to_owned()];
    let (after, _) = renamed(&guide, &RecordKind::Party.key("cosm").unwrap(), "nieuw");
    let party = after.parties.iter().find(|party| party.id.as_str() == "nieuw").unwrap();
    assert_eq!((party.summary.as_str(), party.aliases.as_slice()), ("cosm", &["cosm".to_owned()][..]));
}

#[test]
fn what_cannot_be_is_refused() {
    let guide = every_field();
    let party = RecordKind::Party.key("cosm").unwrap();
    let rename = |record: &RecordKey, to: &str| {
        edit::make(&guide, &[Edit::Rename { record: record.clone(), to: to.to_owned() }]).unwrap_err()
    };
    assert_eq!(rename(&party, "Een Naam"), EditRefused::NoId("Een Naam".to_owned()));
    assert_eq!(rename(&party, "cosm"), EditRefused::Taken(party.clone().into()));
    assert_eq!(rename(&RecordKey::Guide, "x"), EditRefused::Fixed(RecordKey::Guide.into()));
    let nobody = RecordKind::Party.key("niemand").unwrap();
    assert_eq!(rename(&nobody, "x"), EditRefused::NotThere(nobody.clone().into()));
    let refused = |edit: Edit| edit::make(&guide, &[edit]).unwrap_err();
    let cosm = edit::get(&guide, &party.clone().into()).unwrap();
    assert_eq!(refused(Edit::Add(cosm)), EditRefused::Taken(party.into()));
    assert_eq!(refused(Edit::Remove(nobody.clone())), EditRefused::NotThere(nobody.into()));
    let phase = RecordKind::Phase.key("zorg").unwrap();
    assert_eq!(refused(Edit::Remove(phase.clone())), EditRefused::InUse(phase.into()));
    assert_eq!(refused(Edit::Remove(RecordKey::Guide)), EditRefused::Fixed(RecordKey::Guide.into()));
    let Some(Entry::Aspect(mut aspect)) = edit::get(&guide, &RecordKind::Aspect.key("opvang").unwrap().into()) else {
        panic!("opvang is an aspect");
    };
    aspect.phase = wegwijzer::model::PhaseId::new("nergens").unwrap();
    let nowhere = RecordKind::Phase.key("nergens").unwrap();
    assert_eq!(refused(Edit::Replace(Entry::Aspect(aspect))), EditRefused::NotThere(nowhere.into()));
}
