//! Changes that travel apart from a guide say the same wherever they are laid.

use std::collections::BTreeSet;

use proptest::prelude::*;
use wegwijzer::{
    edit::{self, Applied, Author, Base, Bundle, BundleKind, Change, Edit, Origins},
    file::{embedded_guide, is_bundle, read_bundle, sum, write_bundle},
    model::{Date, Entry, EntryKey, Guide, RecordKind},
};

use crate::random::{self, edited, entries, unlike, wishes};

/// The changes from one guide to another, as a bundle.
fn bundle(base: &Guide, after: &Guide, kind: BundleKind) -> Bundle {
    let by = Author { function: "regionale projectleider".to_owned(), organisation: "Regio Twente".to_owned() };
    let from = Base { edition: base.edition.clone(), sha256: sum(base) };
    let on = Date::new(2026, 11, 30).unwrap();
    Bundle::new(kind, from, by, on, "Een nummer \"nieuw\".".to_owned(), edit::diff(base, after).unwrap())
}

fn proposal(base: &Guide, after: &Guide) -> Bundle {
    bundle(base, after, BundleKind::Voorstel)
}

fn over(bundle: &Bundle, guide: &Guide) -> Applied {
    bundle.over(guide).unwrap()
}

fn about(clashes: &[edit::Clash]) -> BTreeSet<EntryKey> {
    clashes.iter().map(|clash| clash.about.clone()).collect()
}

proptest! {
    #![proptest_config(random::config())]

    #[test]
    fn a_bundle_is_read_as_it_was_written_and_does_what_it_did(
        base in random::guide(), lender in random::guide(), what in wishes(6),
    ) {
        let after = edited(&base, &entries(&lender), &what);
        for kind in [BundleKind::Voorstel, BundleKind::Aanvulling] {
            let bundle = bundle(&base, &after, kind);
            let text = write_bundle(&bundle);
            prop_assert!(is_bundle(&text));
            let read: Bundle = read_bundle(&text).unwrap();
            prop_assert_eq!(&read, &bundle);
            prop_assert_eq!(write_bundle(&read), text);
        }
        let bundle = proposal(&base, &after);
        let once = over(&bundle, &base);
        prop_assert_eq!(unlike(&once.guide, &after), "");
        prop_assert!(once.clashes.is_empty());
        let twice = over(&bundle, &once.guide);
        prop_assert_eq!(unlike(&twice.guide, &after), "");
        prop_assert!(twice.clashes.is_empty());
        prop_assert_eq!(bundle.beside(&base).unwrap().0, edit::diff(&base, &after).unwrap());
    }

    #[test]
    fn over_another_edition_it_is_the_merge_of_both(
        base in random::guide(), lender in random::guide(), theirs in wishes(5), newer in wishes(5),
    ) {
        let lender = entries(&lender);
        let (after, newer) = (edited(&base, &lender, &theirs), edited(&base, &lender, &newer));
        let bundle = proposal(&base, &after);
        let whole = edit::merge3(&base, &newer, &after, &Origins::default()).unwrap();
        let travelled = bundle.merged(&newer, &Origins::default()).unwrap();
        prop_assert_eq!(unlike(&travelled.guide, &whole.guide), "");
        prop_assert_eq!(about(&travelled.clashes), about(&whole.clashes));
        // What nobody has chosen stays out of what is only laid over.
        let laid = over(&bundle, &newer);
        prop_assert_eq!(laid.guide.unresolved.len(), newer.unresolved.len());
        prop_assert_eq!(unlike(&over(&bundle, &laid.guide).guide, &laid.guide), "");
    }
}

#[test]
fn a_bundle_finds_a_record_that_has_another_id_by_now() {
    let base = embedded_guide().unwrap();
    let party = RecordKind::Party.key("aandachtsfunctionaris").unwrap();
    let Some(Entry::Party(mut own)) = edit::get(&base, &party.clone().into()) else { panic!("no such party") };
    own.aliases.push("meldpunt van de gemeente".to_owned());
    let Some(Entry::Responsibility(mut task)) =
        edit::get(&base, &RecordKind::Responsibility.key("aandachtsfunctionaris-melden").unwrap().into())
    else {
        panic!("no such task")
    };
    task.id = wegwijzer::model::ResponsibilityId::new("eigen-melden").unwrap();
    let edits = [Edit::Replace(Entry::Party(own)), Edit::Add(Entry::Responsibility(task))];
    let after = edit::put(&base, &edit::make(&base, &edits).unwrap());
    let bundle = bundle(&base, &after, BundleKind::Aanvulling);
    let rename = Edit::Rename { record: party, to: "functionaris".to_owned() };
    let newer = edit::put(&base, &edit::make(&base, &[rename]).unwrap());
    let whole = edit::merge3(&base, &newer, &after, &Origins::default()).unwrap();
    let laid = over(&bundle, &newer);
    assert!(laid.clashes.is_empty(), "{:?}", laid.clashes);
    assert_eq!(unlike(&laid.guide, &whole.guide), "");
    let party = laid.guide.parties.iter().find(|party| party.id.as_str() == "functionaris").unwrap();
    assert!(party.aliases.iter().any(|alias| alias == "meldpunt van de gemeente"));
    assert!(laid.guide.parties.iter().all(|party| party.id.as_str() != "aandachtsfunctionaris"));
    let task = laid.guide.responsibilities.iter().find(|task| task.id.as_str() == "eigen-melden").unwrap();
    assert_eq!(task.party.as_str(), "functionaris");
    // And one that was made after that.
    let again = proposal(&newer, &laid.guide);
    assert_eq!(unlike(&over(&again, &newer).guide, &laid.guide), "");
}

#[test]
fn a_clash_leaves_the_guide_as_it_is_and_tells() {
    let base = embedded_guide().unwrap();
    let with_note = |note: &str| {
        let key = RecordKind::Party.key("aandachtsfunctionaris").unwrap();
        let Some(Entry::Party(mut party)) = edit::get(&base, &key.into()) else { panic!("no such party") };
        party.note = Some(note.to_owned());
        edit::put(&base, &edit::make(&base, &[Edit::Replace(Entry::Party(party))]).unwrap())
    };
    let laid = over(&proposal(&base, &with_note("van ons")), &with_note("van het land"));
    assert_eq!(laid.clashes.len(), 1);
    assert_eq!(unlike(&laid.guide, &with_note("van het land")), "");
}

#[test]
fn what_a_bundle_says_twice_is_said_once() {
    let base = embedded_guide().unwrap();
    let after = {
        let mut after = base.clone();
        after.title = "Anders".to_owned();
        after
    };
    let changes = edit::diff(&base, &after).unwrap();
    let back: Vec<Change> = changes.iter().map(Change::inverse).collect();
    let bundle = proposal(&base, &after);
    let both = [changes.clone(), changes.clone()].concat();
    assert_eq!(bundle.clone().with(both), bundle);
    assert!(bundle.with([changes, back].concat()).changes().is_empty());
}
