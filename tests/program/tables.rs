//! Tables: a guide that goes out and comes back is the same guide, whatever stands in it.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use wegwijzer::{
    edit::{self, Edit},
    file::{embedded_guide, read_guide, training_guide},
    model::{Date, Guide, Lang, RecordKind},
    tables::{self, Table, TakenOver},
};

use crate::any_guide;

fn day() -> Date {
    Date::new(2026, 12, 1).unwrap()
}

fn as_csv(guide: &Guide) -> Vec<Table> {
    tables::read(&tables::csv(&tables::sheets(guide, Lang::Nl), None).unwrap()).unwrap()
}

fn as_workbook(guide: &Guide) -> Vec<Table> {
    tables::read(&tables::workbook(&tables::sheets(guide, Lang::Nl), day(), None).unwrap()).unwrap()
}

fn unchanged(taken: &TakenOver) -> bool {
    (&taken.edits, &taken.refused, &taken.added, &taken.changed) == (&vec![], &vec![], &vec![], &vec![])
}

#[test]
fn what_went_out_and_comes_back_changes_nothing() {
    let every_field = read_guide(include_str!("../format/canonical.ron")).unwrap();
    for guide in [embedded_guide().unwrap(), training_guide().unwrap(), every_field] {
        for read in [as_csv(&guide), as_workbook(&guide)] {
            let taken = tables::take(&guide, &read);
            assert!(unchanged(&taken), "{:?} {:?}", taken.refused, taken.changed);
            assert_eq!(taken.unknown, Vec::<String>::new());
            let kept = edit::keys(&guide).into_iter().filter(|key| tables::KINDS.contains(&key.kind()));
            let told: BTreeSet<_> = taken.unchanged.into_iter().collect();
            assert_eq!(told, kept.collect(), "every record that is kept in tables is in them");
        }
    }
}

#[test]
fn records_that_are_not_there_yet_are_made_from_their_rows_alone() {
    let guide = embedded_guide().unwrap();
    let tables = as_csv(&guide);
    // Nothing but what tables are about is left out of the guide that they are taken into.
    let bare = Guide {
        parties: Vec::new().into(),
        responsibilities: Vec::new().into(),
        referrals: Vec::new().into(),
        sources: Vec::new().into(),
        glossary: Vec::new().into(),
        gaps: Vec::new().into(),
        conflicts: Vec::new().into(),
        agreements: Vec::new().into(),
        ..guide.clone()
    };
    let taken = tables::take(&bare, &tables);
    assert_eq!(taken.refused, []);
    let changes = edit::make(&bare, &taken.edits).unwrap();
    let made = edit::put(&bare, &changes);
    for key in edit::keys(&guide) {
        let of = |guide: &Guide| edit::get(guide, &key.clone().into());
        assert_eq!(of(&made), of(&guide), "{key}");
    }
}

#[test]
fn new_ones_that_are_called_alike_get_ids_that_nobody_has() {
    let guide = embedded_guide().unwrap();
    let party = |id: &str| edit::blank(RecordKind::Party, id, "Ander", &BTreeMap::new()).unwrap();
    // The id that the second would get is somebody else's.
    let changes = edit::make(&guide, &[Edit::Add(party("nieuwe-opvang-2"))]).unwrap();
    let guide = edit::put(&guide, &changes);
    let table = b"record,id,naam,kind\nparty,,Nieuwe Opvang,groep\nparty,,Nieuwe Opvang,groep\n";
    let taken = tables::take(&guide, &tables::read(table).unwrap());
    let added: Vec<String> = taken.added.iter().map(ToString::to_string).collect();
    assert_eq!(added, ["party/nieuwe-opvang", "party/nieuwe-opvang-3"], "{:?}", taken.refused);
}

fn cases() -> u32 {
    std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(64)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_guide_comes_back_unchanged(guide in any_guide::guide()) {
        let keys = edit::keys(&guide);
        let distinct: BTreeSet<_> = keys.iter().collect();
        prop_assume!(distinct.len() == keys.len());
        for read in [as_csv(&guide), as_workbook(&guide)] {
            let taken = tables::take(&guide, &read);
            prop_assert!(unchanged(&taken), "{:?} {:?}", taken.refused, taken.changed);
        }
    }
}
