//! Laws of merging, on pairs of edits of one guide.

use std::collections::BTreeSet;

use proptest::prelude::*;
use serde_json::Value;
use wegwijzer::{
    edit::{self, Edit, Merged, Origins, Taken},
    file::{canonical, read_guide},
    model::{Entry, EntryKey, Guide, RecordKind},
};

use crate::random::{self, bytes, edited, entries, fields_of, unlike, wishes, with_fields};

fn merged(base: &Guide, ours: &Guide, theirs: &Guide) -> Merged {
    edit::merge3(base, ours, theirs, &Origins::default()).unwrap()
}

/// Everything that a guide says, as plain values; also what it keeps beside.
fn said(value: &Value, all: &mut BTreeSet<String>) {
    match value {
        Value::Array(list) => list.iter().for_each(|value| said(value, all)),
        Value::Object(fields) => fields.iter().for_each(|(name, value)| {
            // What stands under a name that a file chooses, such as a facet.
            all.insert(name.clone());
            said(value, all);
        }),
        value => {
            all.insert(value.to_string());
        }
    }
}

pub(crate) fn all_said(guide: &Guide) -> BTreeSet<String> {
    let mut all = BTreeSet::new();
    said(&serde_json::to_value(guide).unwrap(), &mut all);
    all
}

fn keys(guide: &Guide) -> BTreeSet<EntryKey> {
    entries(guide).iter().map(Entry::key).collect()
}

/// Laws that hold for any two versions of a guide.
fn laws(base: &Guide, ours: &Guide, theirs: &Guide) -> Result<(), TestCaseError> {
    for (name, merged, same) in [
        ("nobody", merged(base, base, base), base),
        ("only ours", merged(base, ours, base), ours),
        ("only theirs", merged(base, base, theirs), theirs),
        ("both alike", merged(base, ours, ours), ours),
    ] {
        prop_assert_eq!(unlike(&merged.guide, same), "", "{}", name);
        prop_assert!(merged.clashes.is_empty(), "{}", name);
    }
    let (one, other) = (merged(base, ours, theirs), merged(base, theirs, ours));
    prop_assert_eq!(&merged(base, ours, theirs).guide, &one.guide, "twice the same");
    // It does not matter who merges, as far as nobody has to choose.
    let about = |merged: &Merged| merged.clashes.iter().map(|clash| clash.about.clone()).collect::<BTreeSet<_>>();
    prop_assert_eq!(about(&one), about(&other));
    if one.clashes.is_empty() {
        prop_assert_eq!(unlike(&one.guide, &other.guide), "");
        // And whoever merges again what was merged finds it so.
        prop_assert_eq!(unlike(&merged(ours, &one.guide, ours).guide, &one.guide), "");
        prop_assert_eq!(unlike(&merged(base, &one.guide, theirs).guide, &one.guide), "");
        prop_assert!(merged(base, &one.guide, theirs).clashes.is_empty());
    } else {
        let untouched = |key: &EntryKey| !about(&one).contains(key) && kind(key) != Some(RecordKind::Unresolved);
        for key in keys(&one.guide).union(&keys(&other.guide)).filter(|key| untouched(key)) {
            // Orders of aspects follow those of their phases.
            if !matches!(key, EntryKey::Order(_)) {
                prop_assert_eq!(edit::get(&one.guide, key), edit::get(&other.guide, key), "{}", key);
            }
        }
    }
    nothing_is_lost(base, ours, theirs, &one)?;
    prop_assert_eq!(one.taken, taken((base, ours), (base, theirs)));
    let unknown = edit::without_base(ours, theirs, &Origins::default()).unwrap();
    prop_assert_eq!(unknown.taken, taken((theirs, &unknown.guide), (ours, &unknown.guide)));
    // What was merged is one step, which can be undone; and it is a file that loads.
    prop_assert_eq!(&edit::put(ours, &one.changes), &one.guide);
    let back: Vec<_> = one.changes.iter().rev().map(edit::Change::inverse).collect();
    prop_assert_eq!(unlike(&edit::put(&one.guide, &back), ours), "");
    let read = read_guide(&bytes(&one.guide));
    prop_assert_eq!(read.as_ref(), Ok(&canonical(&one.guide)));
    Ok(())
}

/// What each side brought, by what differs between these.
fn taken(by_us: (&Guide, &Guide), by_them: (&Guide, &Guide)) -> Taken {
    let changed = |(before, after): (&Guide, &Guide)| -> BTreeSet<EntryKey> {
        edit::diff(before, after).unwrap().iter().map(edit::Change::key).collect()
    };
    let (us, them) = (changed(by_us), changed(by_them));
    let both = us.intersection(&them).count();
    Taken { ours: us.len() - both, theirs: them.len() - both, both }
}

fn kind(key: &EntryKey) -> Option<RecordKind> {
    key.record().map(wegwijzer::model::RecordKey::kind)
}

fn nothing_is_lost(base: &Guide, ours: &Guide, theirs: &Guide, one: &Merged) -> Result<(), TestCaseError> {
    let (was, here, there, now) = (all_said(base), all_said(ours), all_said(theirs), all_said(&one.guide));
    let new: BTreeSet<&String> = here.union(&there).filter(|said| !was.contains(*said)).collect();
    let lost: Vec<&&String> = new.iter().filter(|said| !now.contains(**said)).collect();
    prop_assert!(lost.is_empty(), "lost: {:?}", lost);
    for key in keys(base).union(&keys(ours)).chain(keys(theirs).difference(&keys(base))) {
        let (was, here, there) = (edit::get(base, key), edit::get(ours, key), edit::get(theirs, key));
        let now = edit::get(&one.guide, key);
        let clash = one.clashes.iter().find(|clash| clash.about == *key);
        match (&was, &here, &there) {
            // A deletion never wins from a change.
            (Some(was), None, Some(changed)) | (Some(was), Some(changed), None) if was != changed => {
                prop_assert_eq!(now.as_ref(), Some(changed), "{}", key);
                prop_assert!(clash.is_some_and(|clash| clash.base.as_ref() == Some(was)), "{}", key);
            }
            // What nobody changed, and one took out, is gone; a phase only with its aspects.
            (Some(_), None, Some(_)) | (Some(_), Some(_), None) => {
                prop_assert!(now.is_none() || kind(key) == Some(RecordKind::Phase), "{}", key);
            }
            (_, Some(_), Some(_)) => prop_assert!(now.is_some(), "{}", key),
            _ => {}
        }
        if let (Some(clash), Some(here), Some(_)) = (clash, &here, &there) {
            // Ours stays in use where they clash.
            prop_assert_eq!(clash.theirs.as_ref(), there.as_ref(), "{}", key);
            one_fact(clash, here, now.as_ref().unwrap())?;
        }
    }
    Ok(())
}

/// Where a whole field of a record clashes, what stands is ours to the letter.
fn one_fact(clash: &edit::Clash, ours: &Entry, now: &Entry) -> Result<(), TestCaseError> {
    if matches!(ours, Entry::Aspect(_) | Entry::Order(_)) {
        return Ok(());
    }
    let (ours, now) = (fields_of(ours), fields_of(now));
    for path in clash.fields.iter().filter(|path| path.steps().len() == 1) {
        let name = path.to_string();
        if !ours.get(&name).is_some_and(Value::is_array) && !now.get(&name).is_some_and(Value::is_array) {
            prop_assert_eq!(now.get(&name), ours.get(&name), "{}", name);
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(random::config())]

    #[test]
    fn the_laws_hold_for_two_versions_of_a_guide(
        base in random::guide(), lender in random::guide(), ours in wishes(6), theirs in wishes(6),
    ) {
        let lender = entries(&lender);
        laws(&base, &edited(&base, &lender, &ours), &edited(&base, &lender, &theirs))?;
    }

    #[test]
    fn the_laws_hold_for_two_versions_of_one_record(
        lender in random::guide(), record in any::<u16>(), ours in wishes(3), theirs in wishes(3),
    ) {
        let base = random::every_field();
        let lender: Vec<Entry> = entries(&lender).into_iter().chain(entries(&base)).collect();
        let same = |wishes: Vec<random::Wish>| -> Vec<random::Wish> {
            wishes.into_iter().map(|wish| random::Wish { record: record.into(), ..wish }).collect()
        };
        laws(&base, &edited(&base, &lender, &same(ours)), &edited(&base, &lender, &same(theirs)))?;
    }

    #[test]
    fn the_laws_hold_for_two_versions_of_one_list(
        texts in proptest::collection::btree_set("[a-h]", 2..6),
        order in any::<[u8; 8]>(),
        ours in proptest::collection::vec((0..3_u8, "[a-p]", any::<u8>()), 0..4),
        theirs in proptest::collection::vec((0..3_u8, "[a-p]", any::<u8>()), 0..4),
        field in 0..5_usize,
    ) {
        let mut texts: Vec<String> = texts.into_iter().collect();
        texts.sort_by_key(|text| order[usize::from(text.as_bytes()[0] - b'a')]);
        let base = with_list(field, &texts);
        let (our_list, their_list) = (changed(&texts, &ours), changed(&texts, &theirs));
        let (our_guide, their_guide) = (with_list(field, &our_list), with_list(field, &their_list));
        laws(&base, &our_guide, &their_guide)?;
        let found = list_of(field, &merged(&base, &our_guide, &their_guide).guide);
        // What somebody added is there, what somebody took out is not, and nothing is there twice.
        let has = |list: &[String], text: &String| list.contains(text);
        let wanted: BTreeSet<&String> = our_list.iter().chain(&their_list)
            .filter(|text| !has(&texts, text) || has(&our_list, text) && has(&their_list, text)).collect();
        prop_assert_eq!(found.iter().collect::<BTreeSet<_>>(), wanted);
        prop_assert_eq!(found.len(), found.iter().collect::<BTreeSet<_>>().len());
        // Whoever alone moved what was there decides; a list whose order says nothing is never a clash.
        let clashes = merged(&base, &our_guide, &their_guide).clashes;
        let common = |list: &[String]| -> Vec<String> {
            list.iter().filter(|text| has(&texts, text) && has(&our_list, text) && has(&their_list, text)).cloned().collect()
        };
        let (was, here, there) = (common(&texts), common(&our_list), common(&their_list));
        if here == was || here == there {
            prop_assert_eq!(common(&found), there.clone());
        } else if there == was {
            prop_assert_eq!(common(&found), here.clone());
        } else if field != SET {
            prop_assert!(!clashes.is_empty());
            prop_assert_eq!(common(&found), here);
        }
    }
}

/// The field whose order says nothing.
const SET: usize = 4;

/// A guide with a list of these: notes, conditions, places of a source, an order, other names.
fn with_list(field: usize, texts: &[String]) -> Guide {
    let mut guide = random::every_field();
    let texts = texts.to_vec();
    match field {
        0 => guide.responsibilities.rows_mut()[0].notes = texts,
        1 => guide.responsibilities.rows_mut()[0].provided = texts,
        2 => {
            let cites = &mut guide.responsibilities.rows_mut()[0].cites;
            let like = cites[0].clone();
            *cites = texts.into_iter().map(|at| wegwijzer::model::Citation { at, ..like.clone() }).collect();
        }
        3 => {
            let like = guide.facet_sections.rows_mut()[0].clone();
            let section = |id: String| wegwijzer::model::FacetSection {
                id: wegwijzer::model::RecordId::new(&id).unwrap(),
                ..like.clone()
            };
            guide.facet_sections = texts.into_iter().map(section).collect();
        }
        _ => guide.parties.rows_mut()[0].aliases = texts,
    }
    guide
}

fn list_of(field: usize, guide: &Guide) -> Vec<String> {
    let responsibility = &guide.responsibilities[guide.responsibilities.ixs().next().unwrap()];
    match field {
        0 => responsibility.notes.clone(),
        1 => responsibility.provided.clone(),
        2 => responsibility.cites.iter().map(|cite| cite.at.clone()).collect(),
        3 => guide.facet_sections.iter().map(|section| section.id.to_string()).collect(),
        _ => guide.parties[guide.parties.ixs().next().unwrap()].aliases.clone(),
    }
}

/// The list with texts put in, taken out and moved.
fn changed(texts: &[String], how: &[(u8, String, u8)]) -> Vec<String> {
    let mut list = texts.to_vec();
    for (kind, text, at) in how {
        let at = usize::from(*at) % (list.len() + 1);
        match kind {
            0 if !list.contains(text) => list.insert(at, text.clone()),
            1 if at < list.len() => drop(list.remove(at)),
            2 if at < list.len() => list.rotate_left(at),
            _ => {}
        }
    }
    list
}

#[test]
fn two_conditions_are_never_put_together() {
    let base = random::every_field();
    let who = |text: &str| {
        let mut guide = base.clone();
        guide.responsibilities.rows_mut()[0].who = ron::from_str(text).unwrap();
        guide
    };
    for (ours, theirs) in [
        ("All([Is(\"a\", [\"x\"]), Is(\"b\", [\"x\"])])", "All([Is(\"a\", [\"x\"]), Is(\"b\", [\"y\"])])"),
        ("Always", "Is(\"a\", [\"x\"])"),
        ("Is(\"a\", [\"x\"])", "Always"),
    ] {
        let (ours, theirs) = (who(ours), who(theirs));
        let merged = merged(&base, &ours, &theirs);
        assert_eq!(merged.guide.responsibilities, ours.responsibilities);
        assert_eq!(merged.clashes[0].fields[0].to_string(), "who");
        assert_eq!(merged.clashes.len(), 1);
    }
}

#[test]
fn two_new_numbers_for_one_old_are_a_question() {
    let base = random::every_field();
    let number = |value: &str| {
        let mut guide = base.clone();
        value.clone_into(&mut guide.parties.rows_mut()[0].contacts[0].value);
        guide
    };
    let merged = merged(&base, &number("1"), &number("2"));
    assert_eq!(merged.guide.parties[merged.guide.parties.ixs().next().unwrap()].contacts.len(), 2);
    assert_eq!(merged.clashes[0].fields[0].to_string(), "contacts");
}

#[test]
fn what_both_add_under_one_id_is_compared_and_not_mixed() {
    let mut base = random::every_field();
    let record = base.responsibilities.rows_mut().remove(0);
    let with = |who: &str, task: &str| {
        let mut guide = base.clone();
        let who = ron::from_str(who).unwrap();
        guide.responsibilities.push(wegwijzer::model::Responsibility { who, task: task.to_owned(), ..record.clone() });
        guide
    };
    // Everybody on one side does not become somebody by the other.
    let found = merged(&base, &with("Always", "Helpt."), &with("Is(\"a\", [\"x\"])", "Helpt."));
    assert_eq!(found.guide.responsibilities, with("Always", "Helpt.").responsibilities);
    assert_eq!(found.clashes[0].fields[0].to_string(), "who");
    assert!(merged(&base, &with("Always", "Helpt."), &with("Always", "Helpt.")).clashes.is_empty());
}

#[test]
fn without_a_base_every_difference_is_a_question() {
    let ours = random::every_field();
    assert_eq!(edit::without_base(&ours, &ours, &Origins::default()).unwrap().guide, ours);
    for (before, name, after) in crate::every_field::each_field() {
        let theirs = edit::put(&ours, &edit::make(&ours, &[Edit::Replace(after.clone())]).unwrap());
        let merged = edit::without_base(&ours, &theirs, &Origins::default()).unwrap();
        if matches!(before, Entry::Unresolved(_)) {
            continue;
        }
        let kept =
            merged.guide.unresolved.iter().find(|kept| kept.about == before.key() && !ours.unresolved.contains(kept));
        assert_eq!(kept.and_then(|kept| kept.theirs.as_deref()), Some(&after), "{}: {name}", before.key());
    }
    let mut theirs = ours.clone();
    let gone = theirs.gaps.rows_mut().remove(0);
    for (ours, theirs) in [(&ours, &theirs), (&theirs, &ours)] {
        let merged = edit::without_base(ours, theirs, &Origins::default()).unwrap();
        assert_eq!(merged.guide.gaps.get(&gone.id), Some(&gone));
        assert_eq!(merged.clashes.len(), 1);
    }
}

#[test]
fn a_phase_stays_as_long_as_an_aspect_stands_in_it() {
    let base = random::every_field();
    let (mut ours, mut theirs) = (base.clone(), base.clone());
    ours.phases.retain(|phase| phase.aspects.is_empty());
    theirs.phases.rows_mut()[0].aspects.rows_mut()[0].safety = true;
    for (ours, theirs) in [(&ours, &theirs), (&theirs, &ours)] {
        let merged = merged(&base, ours, theirs);
        let whole = if ours.phases.len() < 2 { theirs } else { ours };
        assert_eq!(unlike(&Guide { unresolved: base.unresolved.clone(), ..merged.guide.clone() }, whole), "");
        assert_eq!(merged.clashes.len(), 2, "of the phase and of the aspect");
    }
}

#[test]
fn every_piece_is_made_of_its_fields() {
    for entry in entries(&random::every_field()) {
        assert_eq!(with_fields(&entry, fields_of(&entry)), Some(entry));
    }
}
