//! A guide knows which ids it gave up, and two versions meet under the new ones.

use proptest::prelude::*;
use wegwijzer::{
    edit::{self, Edit, Origins},
    file::embedded_guide,
    model::{Entry, EntryKey, Guide, RecordKey, RecordKind, Renamed},
};

use crate::random::{self, edited, entries, every_field, unlike, wishes};

fn renamed(guide: &Guide, record: &RecordKey, to: &str) -> Guide {
    let rename = Edit::Rename { record: record.clone(), to: to.to_owned() };
    edit::put(guide, &edit::make(guide, &[rename]).unwrap())
}

fn key(id: &str) -> RecordKey {
    RecordKind::Party.key(id).unwrap()
}

#[test]
fn an_old_id_leads_to_the_record_however_often_it_was_renamed() {
    let guide = Guide { renamed: Vec::new(), ..every_field() };
    let once = renamed(&guide, &key("cosm"), "een");
    assert_eq!(once.renamed, [Renamed { was: key("cosm"), is: key("een") }]);
    let twice = renamed(&once, &key("een"), "twee");
    let to = |was: &str| Renamed { was: key(was), is: key("twee") };
    assert_eq!(twice.renamed, [to("cosm"), to("een")]);
    // Of a way there and back nothing is left.
    assert_eq!(unlike(&renamed(&twice, &key("twee"), "een"), &once), "");
    assert_eq!(unlike(&renamed(&once, &key("een"), "cosm"), &guide), "");
}

#[test]
fn what_one_renames_and_the_other_changes_is_both() {
    let base = embedded_guide().unwrap();
    let ours = renamed(&base, &key("comensha"), "comensha-nieuw");
    let mut theirs = base.clone();
    let at = theirs.parties.ix(&wegwijzer::model::PartyId::new("comensha").unwrap()).unwrap();
    theirs.parties[at].summary = "Iets anders.".into();
    let task = theirs.responsibilities.rows_mut().iter_mut().find(|task| task.party.as_str() == "comensha").unwrap();
    task.task = "Doet iets anders.".into();
    let task = task.id.clone();
    for (ours, theirs) in [(&ours, &theirs), (&theirs, &ours)] {
        let merged = edit::merge3(&base, ours, theirs, &Origins::default()).unwrap();
        assert_eq!(merged.clashes, []);
        assert_eq!(edit::get(&merged.guide, &key("comensha").into()), None);
        let Some(Entry::Party(party)) = edit::get(&merged.guide, &key("comensha-nieuw").into()) else {
            panic!("it is there under its new id")
        };
        assert_eq!(party.summary, "Iets anders.");
        let task = merged.guide.responsibilities.get(&task).unwrap();
        assert_eq!((task.party.as_str(), task.task.as_str()), ("comensha-nieuw", "Doet iets anders."));
        // As one step from ours.
        assert_eq!(unlike(&edit::put(ours, &merged.changes), &merged.guide), "");
    }
}

#[test]
fn a_record_that_both_renamed_in_their_own_way_is_not_guessed() {
    let base = every_field();
    let (ours, theirs) = (renamed(&base, &key("cosm"), "onze"), renamed(&base, &key("cosm"), "hunne"));
    let merged = edit::merge3(&base, &ours, &theirs, &Origins::default()).unwrap();
    assert!(!merged.clashes.is_empty());
    for kept in ["onze", "hunne"] {
        assert!(edit::get(&merged.guide, &key(kept).into()).is_some(), "{kept} is lost");
    }
    // In the same way it is one.
    let alike = edit::merge3(&base, &ours, &ours, &Origins::default()).unwrap();
    assert_eq!((alike.clashes.len(), unlike(&alike.guide, &ours)), (0, String::new()));
}

proptest! {
    #![proptest_config(random::config())]

    #[test]
    fn renaming_on_one_side_is_renaming_what_the_other_made(
        base in random::guide(), lender in random::guide(), theirs in wishes(6), at in any::<usize>(),
    ) {
        let base = Guide { renamed: Vec::new(), ..base };
        let lender: Vec<Entry> =
            entries(&lender).into_iter().filter(|entry| entry.key() != EntryKey::Record(RecordKey::Guide)).collect();
        let keys: Vec<RecordKey> = entries(&base).iter().filter_map(|entry| entry.key().record().cloned()).collect();
        let record = &keys[at % keys.len()];
        let to = "een-heel-nieuwe-id";
        // Nobody outside a guide names these, so that their old ids are not kept.
        prop_assume!(record.id().is_some() && !matches!(record, RecordKey::Exception(_) | RecordKey::Unresolved(_)));
        let ours = renamed(&base, record, to);
        let theirs = edited(&base, &lender, &theirs);
        prop_assume!(theirs.renamed.is_empty() && edit::get(&theirs, &record.clone().into()).is_some());
        let merged = edit::merge3(&base, &ours, &theirs, &Origins::default()).unwrap();
        prop_assert_eq!(&merged.clashes, &[]);
        prop_assert_eq!(unlike(&merged.guide, &renamed(&theirs, record, to)), "");
        let mirrored = edit::merge3(&base, &theirs, &ours, &Origins::default()).unwrap();
        prop_assert_eq!(unlike(&mirrored.guide, &merged.guide), "");
    }
}
