//! Changes that travel apart from a guide say the same wherever they are laid.

use std::collections::BTreeSet;

use proptest::prelude::*;
use wegwijzer::{
    edit::{
        self, Applied, Author, Base, Bundle, BundleKind, Change, Edit, LaidOver, Origins, lay_over, leave_to_guide,
    },
    file::{embedded_guide, is_bundle, read_bundle, sum, write_bundle},
    model::{Contact, Date, Entry, EntryKey, Guide, Party, RecordKind, Responsibility},
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

/// A guide to which one place added this, with values of a guide that lends them.
fn with_own(base: &Guide, lender: &Guide, what: &[(u8, usize, usize)]) -> Guide {
    fn pick<T>(list: &[T], at: usize) -> Option<&T> {
        (!list.is_empty()).then(|| &list[at % list.len()])
    }
    let mut own = base.clone();
    for (number, (kind, one, other)) in what.iter().enumerate() {
        let lent = pick(&lender.parties, *other).cloned();
        let task = pick(&lender.responsibilities, *other).cloned();
        let at = one % base.parties.len().max(1);
        let at_task = one % base.responsibilities.len().max(1);
        match kind % 6 {
            0 => own.parties.extend(lent.map(|party| Party { id: id(&format!("eigen-{number}")), ..party })),
            1 => own.responsibilities.extend(task.map(|task| Responsibility {
                id: id(&format!("eigen-{number}")),
                area: vec!["Twente".to_owned()],
                ..task
            })),
            2 if !base.parties.is_empty() => {
                let new = lent.into_iter().flat_map(|party| party.contacts);
                let party = &mut own.parties.rows_mut()[at];
                let is_new = |contact: &Contact| party.contacts.iter().all(|own| own.value != contact.value);
                let new: Vec<Contact> = new.filter(is_new).take(1).collect();
                party.contacts.extend(new);
            }
            3 if !base.parties.is_empty() => own.parties.rows_mut()[at].aliases.push(format!("eigen naam {number}")),
            4 if !base.parties.is_empty() => own.parties.rows_mut()[at].note = Some(format!("eigen {number}")),
            5 if !base.responsibilities.is_empty() => {
                own.responsibilities.rows_mut()[at_task].notes.push(format!("eigen {number}"));
            }
            _ => {}
        }
    }
    own
}

fn id<T>(text: &str) -> wegwijzer::model::Id<T> {
    wegwijzer::model::Id::new(text).unwrap()
}

/// What everybody has, of a guide with a supplement over it.
fn without_own(laid: &LaidOver, guide: &Guide) -> Guide {
    let mut without = laid.guide.clone();
    without.parties.retain(|party| !laid.own.has(&party.id));
    without.responsibilities.retain(|task| !laid.own.has(&task.id));
    without.sources.retain(|source| !laid.own.has(&source.id));
    for party in &mut without.parties {
        let was = guide.party(&party.id).expect("nothing comes by itself");
        let has = |was: &Contact| party.contacts.iter().any(|own| (own.kind, &own.value) == (was.kind, &was.value));
        assert!(was.contacts.iter().all(has) && was.aliases.iter().all(|alias| party.aliases.contains(alias)));
        (party.contacts, party.aliases, party.note) = (was.contacts.clone(), was.aliases.clone(), was.note.clone());
    }
    for task in &mut without.responsibilities {
        let was = guide.responsibilities.get(&task.id).expect("nothing comes by itself");
        assert!(was.notes.iter().all(|note| task.notes.contains(note)));
        task.notes.clone_from(&was.notes);
    }
    without
}

proptest! {
    #![proptest_config(random::config())]

    #[test]
    fn a_supplement_adds_and_what_everybody_has_stays_in_every_edition(
        base in random::guide(), lender in random::guide(), newer in wishes(6),
        what in proptest::collection::vec((any::<u8>(), any::<usize>(), any::<usize>()), 0..6),
    ) {
        let own = with_own(&base, &lender, &what);
        let supplement = bundle(&base, &own, BundleKind::Aanvulling);
        let laid = lay_over(&base, &supplement).unwrap();
        prop_assert_eq!(unlike(&laid.guide, &own), "", "over its own base");
        prop_assert!(laid.clashes.is_empty());
        prop_assert_eq!(laid.own.is_empty(), supplement.changes().is_empty());
        let newer = edited(&base, &entries(&lender), &newer);
        let laid = lay_over(&newer, &supplement).unwrap();
        prop_assert_eq!(unlike(&without_own(&laid, &newer), &newer), "");
        // Whoever leaves every clash to the guide has none, and loses nothing else.
        let settled = laid.clashes.iter().fold(supplement.clone(), |own, record| {
            let changes = leave_to_guide(&newer, &own, record);
            own.with(changes)
        });
        let again = lay_over(&newer, &settled).unwrap();
        prop_assert!(again.clashes.is_empty(), "{:?}", again.clashes);
        prop_assert_eq!(unlike(&again.guide, &laid.guide), "");
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
