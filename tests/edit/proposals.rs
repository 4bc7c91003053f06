//! Laws of looking at another version change by change.

use std::sync::Arc;

use proptest::prelude::*;
use wegwijzer::{
    edit::{self, Change, ChangeOf, Choices, Fits, Origins, Proposal, Take},
    model::{Entry, EntryKey, Guide, Lang, RecordKey},
    present::{ProposalFacts, SaidBy},
};

use crate::{
    merging::all_said,
    random::{self, edited, entries, unlike, wishes},
};

fn proposal(base: Option<&Guide>, ours: &Guide, theirs: &Guide) -> Proposal {
    Proposal::new(base, ours, theirs, Origins::default()).unwrap()
}

fn after(ours: &Guide, proposal: &Proposal, choices: &Choices) -> Guide {
    edit::put(ours, &proposal.step(choices))
}

/// Choices at random, made in this order.
fn chosen(proposal: &Proposal, how: &[u8], is_turned: bool) -> Choices {
    let mut named: Vec<(EntryKey, ChangeOf, Take)> = proposal
        .changes()
        .enumerate()
        .map(|(at, (piece, change))| {
            let take = [Take::Leave, Take::Theirs, Take::Both][usize::from(how[at % how.len()] % 3)];
            (piece.key.clone(), change.of.clone(), take)
        })
        .collect();
    let mut choices = if is_turned { proposal.all() } else { Choices::default() };
    if is_turned {
        named.reverse();
    }
    for (piece, of, take) in named {
        choices.choose(piece, of, take);
    }
    choices
}

fn laws(base: &Guide, ours: &Guide, theirs: &Guide, how: &[u8]) -> Result<(), TestCaseError> {
    let found = proposal(Some(base), ours, theirs);
    let merged = edit::merge3(base, ours, theirs, &Origins::default()).unwrap();
    let all = after(ours, &found, &found.all());
    // All of it is what a merge makes; where nothing clashes without a choice left.
    prop_assert_eq!(unlike(&all, &edit::put(ours, &merged.changes)), "", "all");
    let clashes = found.changes().filter(|(_, change)| change.fits == Fits::Clashes).count();
    if clashes == 0 {
        prop_assert!(merged.clashes.is_empty(), "{:?}", merged.clashes);
    }
    // Nothing of it is nothing.
    prop_assert!(found.step(&Choices::default()).is_empty());
    // What fits, without what clashes, leaves nothing new to choose but phases, which stay as long as they are used.
    let fitting = after(ours, &found, &found.what_fits());
    for kept in fitting.unresolved.iter().filter(|kept| !ours.unresolved.contains(kept)) {
        let is_phase = matches!(kept.about, EntryKey::Record(RecordKey::Phase(_) | RecordKey::Aspect(_)));
        let is_theirs = theirs.unresolved.iter().any(|theirs| theirs.about == kept.about);
        prop_assert!(is_phase || is_theirs, "{:?}", kept.about);
    }
    // Nobody's words are lost: they stand, or are kept to choose from.
    let (was, now) = (all_said(base), all_said(&all));
    let lost: Vec<String> = all_said(ours)
        .union(&all_said(theirs))
        .filter(|said| !was.contains(*said) && !now.contains(*said))
        .cloned()
        .collect();
    prop_assert!(lost.is_empty(), "lost: {:?}", lost);
    for choices in [found.all(), found.what_fits(), chosen(&found, how, false)] {
        step_laws(ours, &found, &choices)?;
    }
    // In whatever order it is chosen.
    let (one, other) = (chosen(&found, how, false), chosen(&found, how, true));
    let (one, other) = (after(ours, &found, &one), after(ours, &found, &other));
    if found.new_ids().next().is_none() {
        prop_assert_eq!(unlike(&one, &other), "");
    }
    Ok(())
}

/// What holds of the step that choices come to.
fn step_laws(ours: &Guide, found: &Proposal, choices: &Choices) -> Result<(), TestCaseError> {
    let step = found.step(choices);
    let made = edit::put(ours, &step);
    let back: Vec<Change> = step.iter().rev().map(Change::inverse).collect();
    prop_assert_eq!(unlike(&edit::put(&made, &back), ours), "", "undone");
    for piece in found.pieces().iter().filter(|piece| !matches!(piece.key, EntryKey::Order(_))) {
        let takes: Vec<Take> = piece.changes.iter().map(|change| choices.of(&piece.key, &change.of)).collect();
        // What is left of a piece as a whole stands as it stood.
        let is_left =
            piece.changes.iter().zip(&takes).all(|(change, take)| change.fits == Fits::IsThere || *take == Take::Leave);
        if is_left {
            let is_phase = matches!(piece.ours, Some(Entry::Phase(_)) | None);
            prop_assert!(is_phase || edit::get(&made, &piece.key) == piece.ours, "{} stays", piece.key);
        }
        // What is taken of it as a whole stands as they want it, unless a phase is in use.
        let is_theirs = takes.iter().all(|take| *take == Take::Theirs) && piece.ours == piece.from;
        if is_theirs
            && !matches!(
                piece.theirs.as_ref().or(piece.ours.as_ref()),
                Some(Entry::Phase(_) | Entry::Aspect(_) | Entry::Unresolved(_))
            )
        {
            let now = edit::get(&made, &piece.key);
            prop_assert_eq!(&now, &piece.theirs, "{} is theirs", piece.key);
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(random::config())]

    #[test]
    fn a_proposal_is_a_merge_of_what_is_chosen(
        base in random::guide(), lender in random::guide(), ours in wishes(6), theirs in wishes(6),
        how in proptest::collection::vec(any::<u8>(), 1..8),
    ) {
        let lender = entries(&lender);
        laws(&base, &edited(&base, &lender, &ours), &edited(&base, &lender, &theirs), &how)?;
    }

    #[test]
    fn a_proposal_for_one_record_is_a_merge_of_what_is_chosen(
        lender in random::guide(), record in any::<u16>(), ours in wishes(3), theirs in wishes(3),
        how in proptest::collection::vec(any::<u8>(), 1..8),
    ) {
        let base = random::every_field();
        let lender: Vec<Entry> = entries(&lender).into_iter().chain(entries(&base)).collect();
        let same = |wishes: Vec<random::Wish>| -> Vec<random::Wish> {
            wishes.into_iter().map(|wish| random::Wish { record: record.into(), ..wish }).collect()
        };
        laws(&base, &edited(&base, &lender, &same(ours)), &edited(&base, &lender, &same(theirs)), &how)?;
    }

    #[test]
    fn without_a_base_everything_is_a_question(
        base in random::guide(), lender in random::guide(), theirs in wishes(6),
        how in proptest::collection::vec(any::<u8>(), 1..8),
    ) {
        let theirs = edited(&base, &entries(&lender), &theirs);
        let found = proposal(None, &base, &theirs);
        prop_assert!(found.changes().all(|(_, change)| change.fits == Fits::Clashes));
        let merged = edit::without_base(&base, &theirs, &Origins::default()).unwrap();
        let all = after(&base, &found, &found.all());
        prop_assert_eq!(unlike(&all, &edit::put(&base, &merged.changes)), "", "all");
        prop_assert!(found.step(&found.what_fits()).is_empty());
        step_laws(&base, &found, &chosen(&found, &how, false))?;
        // Theirs for everything is theirs.
        let wanted = after(&base, &found, &chosen(&found, &[1], false));
        prop_assert_eq!(unlike(&Guide { schema: theirs.schema, ..wanted }, &theirs), "", "theirs");
    }

    #[test]
    fn steps_that_were_made_on_another_version_are_what_laying_them_over_it_gives(
        base in random::guide(), lender in random::guide(), ours in wishes(5), theirs in wishes(5),
    ) {
        let lender = entries(&lender);
        let (ours, theirs) = (edited(&base, &lender, &ours), edited(&base, &lender, &theirs));
        let changes = edit::diff(&base, &theirs).unwrap();
        let found = Proposal::of_changes(&Arc::new(ours.clone()), &changes, Origins::default());
        let onto = edit::onto(&ours, &changes);
        if onto.clashes.is_empty() {
            prop_assert_eq!(unlike(&after(&ours, &found, &found.all()), &edit::put(&ours, &onto.changes)), "");
        }
        for choices in [found.all(), found.what_fits()] {
            step_laws(&ours, &found, &choices)?;
        }
    }
}

#[test]
fn one_number_is_taken_and_a_sentence_of_the_same_record_is_left() {
    let base = random::every_field();
    let mut theirs = base.clone();
    let party = &mut theirs.parties.rows_mut()[0];
    "999".clone_into(&mut party.contacts[0].value);
    "Anders.".clone_into(&mut party.summary);
    let found = proposal(Some(&base), &base, &theirs);
    assert_eq!(found.pieces().len(), 1);
    let piece = &found.pieces()[0];
    assert_eq!(piece.changes.len(), 2, "{piece:?}");
    let mut choices = found.all();
    let summary = piece
        .changes
        .iter()
        .find(|change| format!("{change:?}").contains("summary") || format!("{change:?}").contains("Summary"))
        .unwrap();
    choices.choose(piece.key.clone(), summary.of.clone(), Take::Leave);
    let made = after(&base, &found, &choices);
    let (was, is) =
        (&base.parties[base.parties.ixs().next().unwrap()], &made.parties[made.parties.ixs().next().unwrap()]);
    assert_eq!((&*is.contacts[0].value, &is.summary), ("999", &was.summary));
    // Over the guide that it made, it is there already, and the sentence is still offered.
    let again = proposal(Some(&base), &made, &theirs);
    let fits: Vec<Fits> = again.changes().map(|(_, change)| change.fits).collect();
    assert!(fits.contains(&Fits::IsThere) && fits.contains(&Fits::Fits) && fits.len() == 2, "{fits:?}");
}

#[test]
fn of_a_clash_ours_theirs_or_both_can_be_chosen() {
    let base = random::every_field();
    let title = |title: &str| Guide { title: title.to_owned(), ..base.clone() };
    let (ours, theirs) = (title("een"), title("twee"));
    let found = proposal(Some(&base), &ours, &theirs);
    let (piece, change) = found.changes().next().unwrap();
    assert_eq!((found.changes().count(), change.fits), (1, Fits::Clashes));
    for (take, wanted, open) in [(Take::Leave, "een", 0), (Take::Theirs, "twee", 0), (Take::Both, "een", 1)] {
        let mut choices = Choices::default();
        choices.choose(piece.key.clone(), change.of.clone(), take);
        let made = after(&ours, &found, &choices);
        assert_eq!(made.title, wanted);
        assert_eq!(made.unresolved.len() - ours.unresolved.len(), open);
    }
}

#[test]
fn a_clash_says_both_values_and_who_said_them_and_when() {
    let base = random::every_field();
    let with = |words: &str| {
        let mut guide = base.clone();
        words.clone_into(&mut guide.parties.rows_mut()[0].summary);
        guide
    };
    let (ours, theirs) = (with("Onze zin."), with("Hun zin."));
    let step = |guide: &Guide, by: &str| edit::Step {
        by: by.to_owned(),
        ..random::step(1, edit::diff(&base, guide).unwrap())
    };
    let (own, other) = ([step(&ours, "Wij")], [step(&theirs, "Regio Twente")]);
    let found = proposal(Some(&base), &ours, &theirs);
    let facts = ProposalFacts::of(&found, SaidBy { ours: &own, theirs: &other }, Lang::Nl);
    let (piece, change) = facts.change(0, 0).unwrap();
    assert_eq!((facts.pieces.len(), piece.changes.len(), change.fits), (1, 1, Fits::Clashes));
    assert_eq!(
        (change.ours.as_slice(), change.theirs.as_slice()),
        (["Onze zin.".to_owned()].as_slice(), ["Hun zin.".to_owned()].as_slice())
    );
    assert!(change.text.contains("samenvatting") && change.text.contains("Hun zin."), "{}", change.text);
    let said = (change.ours_by.as_deref().unwrap(), change.theirs_by.as_deref().unwrap());
    assert!(
        said.0.ends_with("Wij") && said.1.contains("29 november 2026") && said.1.ends_with("Regio Twente"),
        "{said:?}"
    );
    // Nobody who changed another field is named for this one.
    let elsewhere = edit::Step {
        changes: edit::diff(&base, &Guide { title: "Anders".to_owned(), ..base.clone() }).unwrap(),
        ..step(&ours, "Zij")
    };
    let facts = ProposalFacts::of(&found, SaidBy { ours: &[elsewhere], theirs: &[] }, Lang::En);
    assert_eq!((facts.pieces[0].changes[0].ours_by.clone(), facts.notes.len()), (None, 0));
    // Without a base that is said.
    let found = proposal(None, &ours, &theirs);
    assert_eq!(ProposalFacts::of(&found, SaidBy::default(), Lang::Nl).notes.len(), 1);
}

#[test]
fn of_a_number_that_both_changed_the_number_of_ours_is_told_wherever_it_stands_in_the_list() {
    let base = random::every_field();
    let number = |value: &str, is_first: bool| {
        let mut guide = base.clone();
        let contacts = &mut guide.parties.rows_mut()[0].contacts;
        let mut new = contacts[0].clone();
        "nieuw".clone_into(&mut new.value);
        contacts[0].for_whom = Some(value.to_owned());
        contacts.insert(if is_first { 0 } else { contacts.len() }, new);
        guide
    };
    let (ours, theirs) = (number("onze", true), number("hunne", false));
    let found = proposal(Some(&base), &ours, &theirs);
    let facts = ProposalFacts::of(&found, SaidBy::default(), Lang::Nl);
    let clash = facts.pieces[0].changes.iter().find(|change| change.fits == Fits::Clashes).unwrap();
    assert_eq!((clash.ours.join(" "), clash.theirs.join(" ")), ("onze".to_owned(), "hunne".to_owned()), "{clash:?}");
}

/// How the changes of the first record stand.
fn fits(found: &Proposal) -> Vec<Fits> {
    found.pieces()[0].changes.iter().map(|change| change.fits).collect()
}

#[test]
fn what_fits_in_a_record_is_told_apart_from_what_clashes_in_it() {
    let base = random::every_field();
    let with = |summary: &str, number: Option<&str>| {
        let mut guide = base.clone();
        let party = &mut guide.parties.rows_mut()[0];
        summary.clone_into(&mut party.summary);
        if let Some(number) = number {
            number.clone_into(&mut party.contacts[0].value);
        }
        guide
    };
    let found = proposal(Some(&base), &with("Onze zin.", None), &with("Hun zin.", Some("999")));
    let mut told = fits(&found);
    told.sort_by_key(|fits| *fits == Fits::Clashes);
    assert_eq!(told, [Fits::Fits, Fits::Clashes]);
}

#[test]
fn what_clashes_only_together_is_no_change_that_fits() {
    let base = random::every_field();
    let numbers = |numbers: &[&str]| {
        let mut guide = base.clone();
        let contacts = &mut guide.parties.rows_mut()[0].contacts;
        let like = contacts[0].clone();
        *contacts = numbers
            .iter()
            .map(|value| wegwijzer::model::Contact { value: (*value).to_owned(), ..like.clone() })
            .collect();
        guide
    };
    // Both took the same number out, and each put another in: two new numbers for one old are no two numbers.
    let (base, ours, theirs) = (numbers(&["1", "2"]), numbers(&["3", "2"]), numbers(&["2", "4"]));
    let found = proposal(Some(&base), &ours, &theirs);
    assert!(!fits(&found).contains(&Fits::Fits) && fits(&found).contains(&Fits::Clashes), "{:?}", fits(&found));
}

#[test]
fn what_is_added_to_a_list_is_taken_without_the_order_that_they_gave_it() {
    let mut base = random::every_field();
    let notes = |guide: &mut Guide, notes: &[&str]| {
        guide.responsibilities.rows_mut()[0].notes = notes.iter().map(|note| (*note).to_owned()).collect();
    };
    notes(&mut base, &["a", "b", "c"]);
    let mut theirs = base.clone();
    notes(&mut theirs, &["c", "a", "b", "d"]);
    let found = proposal(Some(&base), &base, &theirs);
    let mut choices = found.all();
    let (piece, moved) =
        found.changes().find(|(_, change)| matches!(&change.of, ChangeOf::Field(field) if field.is_order)).unwrap();
    choices.choose(piece.key.clone(), moved.of.clone(), Take::Leave);
    let made = after(&base, &found, &choices);
    assert_eq!(made.responsibilities[made.responsibilities.ixs().next().unwrap()].notes, ["a", "b", "d", "c"]);
}
