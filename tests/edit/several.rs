//! What is done to several records, and the order of records by hand.

use std::collections::BTreeSet;

use proptest::prelude::*;
use strum::IntoEnumIterator as _;
use wegwijzer::{
    edit::{self, Edit, EditRefused, Side},
    file::embedded_guide,
    model::{Entry, EntryKey, Guide, Ordered, RecordKey, RecordKind, Renamed},
};

use crate::{
    commands::after,
    random::{self, entries, every_field},
};

fn ids(guide: &Guide, of: Ordered) -> Vec<String> {
    match edit::get(guide, &EntryKey::Order(of)) {
        Some(Entry::Order(order)) => order.ids,
        _ => panic!("an order is always there"),
    }
}

#[test]
fn every_record_has_a_key_in_the_order_of_the_document() {
    for guide in [every_field(), embedded_guide().unwrap()] {
        let keys = edit::keys(&guide);
        assert!(keys.is_sorted_by_key(RecordKey::kind));
        let all: BTreeSet<EntryKey> = entries(&guide).iter().map(Entry::key).collect();
        let records = all.into_iter().filter_map(|key| key.record().cloned()).filter(|key| *key != RecordKey::Guide);
        assert_eq!(keys.iter().cloned().collect::<BTreeSet<_>>(), records.collect());
    }
}

#[test]
fn who_names_one_of_several_records_is_told_as_of_each() {
    let guide = embedded_guide().unwrap();
    let of: BTreeSet<RecordKey> = edit::keys(&guide).into_iter().step_by(37).collect();
    let each: BTreeSet<RecordKey> = of.iter().flat_map(|key| edit::references(&guide, key).into_keys()).collect();
    assert_eq!(edit::referrers(&guide, &of), each.difference(&of).cloned().collect());
    assert!(each.len() > 20, "{}", each.len());
}

#[test]
fn where_the_order_says_nothing_nothing_is_moved() {
    let guide = embedded_guide().unwrap();
    let key = |kind: RecordKind, id: &str| kind.key(id).unwrap();
    let (cosm, comensha) = (key(RecordKind::Party, "cosm"), key(RecordKind::Party, "comensha"));
    assert_eq!(
        edit::put_beside(&guide, &cosm, Side::Before, &comensha),
        Err(EditRefused::NoOrder(cosm.clone().into()))
    );
    assert_eq!(edit::put_beside(&guide, &cosm, Side::Before, &cosm), Err(EditRefused::Same(cosm.clone().into())));
    let facet = edit::keys(&guide).into_iter().find(|key| key.kind() == RecordKind::Facet).unwrap();
    assert_eq!(edit::put_beside(&guide, &facet, Side::Behind, &cosm), Err(EditRefused::OtherKind(cosm.into())));
    // An aspect goes to another phase by its own field.
    let first = |phase: usize| {
        let phase = &guide.phases[guide.phases.ixs().nth(phase).unwrap()];
        RecordKey::from(&phase.aspects.iter().next().unwrap().id)
    };
    assert_eq!(
        edit::put_beside(&guide, &first(0), Side::Behind, &first(1)),
        Err(EditRefused::NoOrder(first(0).into()))
    );
}

proptest! {
    #![proptest_config(random::config())]

    #[test]
    fn a_record_that_is_moved_stands_beside_the_other_and_all_else_as_it_did(
        guide in random::guide(), one in any::<usize>(), two in any::<usize>(), is_before in any::<bool>(),
    ) {
        for of in Ordered::iter() {
            let before = ids(&guide, of);
            if before.len() < 2 {
                continue;
            }
            let key = |at: usize| of.kind().key(&before[at % before.len()]).unwrap();
            let (record, beside) = (key(one), key(two));
            let side = if is_before { Side::Before } else { Side::Behind };
            let Ok(edit) = edit::put_beside(&guide, &record, side, &beside) else {
                prop_assert!(record == beside || of == Ordered::Aspect, "{} {}", record, beside);
                continue;
            };
            let moved = after(&guide, &[edit]);
            let now = ids(&moved, of);
            let at = |key: &RecordKey| now.iter().position(|id| Some(id.as_str()) == key.id()).unwrap();
            let (own, other) = (at(&record), at(&beside));
            prop_assert_eq!(if is_before { own + 1 } else { other + 1 }, if is_before { other } else { own });
            let rest = |ids: &[String]| ids.iter().filter(|id| Some(id.as_str()) != record.id()).cloned().collect::<Vec<_>>();
            prop_assert_eq!(rest(&now), rest(&before));
            for other in Ordered::iter().filter(|other| *other != of) {
                prop_assert_eq!(ids(&moved, other), ids(&guide, other));
            }
        }
    }

    #[test]
    fn several_that_are_taken_out_together_are_named_by_nobody(
        guide in random::guide(), which in proptest::collection::vec(any::<usize>(), 1..6),
    ) {
        let keys = edit::keys(&guide);
        prop_assume!(!keys.is_empty());
        let records: BTreeSet<RecordKey> = which.iter().map(|at| keys[at % keys.len()].clone()).collect();
        match edit::remove_all(&guide, &records) {
            Ok(removal) => {
                let after = after(&guide, &removal.edits);
                let gone: BTreeSet<RecordKey> = removal.also.union(&records).cloned().collect();
                prop_assert_eq!(edit::referrers(&after, &gone), BTreeSet::new());
                let left: BTreeSet<RecordKey> = edit::keys(&after).into_iter().collect();
                prop_assert_eq!(left, keys.into_iter().filter(|key| !gone.contains(key)).collect());
            }
            Err(EditRefused::InCondition { .. }) => {}
            Err(refused) => prop_assert!(false, "{refused:?}"),
        }
    }

    #[test]
    fn a_record_with_another_id_is_told_as_that_and_what_names_it_is_no_change(
        guide in random::guide(), at in any::<usize>(),
    ) {
        let guide = Guide { renamed: Vec::new(), ..guide };
        let named = |key: &&RecordKey| !matches!(key.kind(), RecordKind::Exception | RecordKind::Unresolved);
        let keys: Vec<RecordKey> = edit::keys(&guide).iter().filter(named).cloned().collect();
        prop_assume!(!keys.is_empty());
        let was = keys[at % keys.len()].clone();
        let is = was.kind().key("een-heel-nieuwe-id").unwrap();
        let rename = Edit::Rename { record: was.clone(), to: "een-heel-nieuwe-id".into() };
        let renamed = after(&guide, &[rename]);
        let told = edit::difference(&guide, &renamed).unwrap();
        prop_assert_eq!(told.renamed, vec![Renamed { was, is }]);
        prop_assert_eq!(told.changes, vec![]);
        // Without the word of the guide it is one out and one in.
        let silent = Guide { renamed: Vec::new(), ..renamed };
        prop_assert!(edit::difference(&guide, &silent).unwrap().changes.len() > 1);
    }
}
