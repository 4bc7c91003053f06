//! The canonical form of a guide: it says the same, it is stable, and it can be read in a diff.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on should stop")]

use proptest::prelude::*;
use wegwijzer::{
    file::{canonical, embedded_guide, read_guide, write_guide},
    model::{Citation, Condition, Guide},
};

const GOOD: &str = include_str!("../broken/goed.ron");

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(96) })]

    #[test]
    fn what_is_written_reads_back_the_same(guide in crate::any_guide::guide()) {
        let text = write_guide(&guide);
        let read = read_guide(&text).unwrap();
        prop_assert_eq!(&read, &canonical(&guide));
        prop_assert_eq!(write_guide(&read), text);
    }

    #[test]
    fn the_order_of_records_in_memory_does_not_show(guide in crate::any_guide::guide(), turn in 0..3_usize) {
        let mut turned = guide.clone();
        if has_double_ids(&guide) {
            return Ok(());
        }
        turn_round(&mut turned.parties, turn);
        turn_round(&mut turned.responsibilities, turn);
        turn_round(&mut turned.sources, turn);
        turn_round(&mut turned.glossary, turn);
        prop_assert_eq!(write_guide(&turned), write_guide(&guide));
    }
}

fn turn_round<T>(records: &mut [T], by: usize) {
    let len = records.len().max(1);
    records.rotate_left(by % len);
}

fn has_double_ids(guide: &Guide) -> bool {
    fn doubles<T: Ord>(ids: impl Iterator<Item = T>) -> bool {
        let ids: Vec<T> = ids.collect();
        ids.len() != ids.iter().collect::<std::collections::BTreeSet<_>>().len()
    }
    doubles(guide.parties.iter().map(|party| &party.id))
        || doubles(guide.responsibilities.iter().map(|responsibility| &responsibility.id))
        || doubles(guide.sources.iter().map(|source| &source.id))
        || doubles(guide.glossary.iter().map(|term| &term.id))
}

#[test]
fn the_canonical_form_is_pleasant_to_read() {
    let text = write_guide(&read_guide(GOOD).unwrap());
    let expected = include_str!("../format/canonical.ron");
    assert_eq!(text, expected, "if the new form is meant, put it in tests/format/canonical.ron:\n{text}");
}

#[test]
fn a_guide_from_before_there_were_exceptions_and_old_ids_is_read_and_stays_as_it_is() {
    let old = include_str!("../format/voor-uitzonderingen.ron");
    let guide = read_guide(old).unwrap();
    assert!(guide.exceptions.is_empty() && guide.renamed.is_empty());
    assert_eq!(write_guide(&guide), old);
}

#[test]
fn a_change_of_one_field_changes_one_line() {
    let guide = read_guide(GOOD).unwrap();
    let mut changed = guide.clone();
    changed.responsibilities.rows_mut()[0].task = "Biedt een plek.".to_owned();
    assert_eq!(changed_lines(&guide, &changed), 1);

    let mut longer = guide.clone();
    let cites = &mut longer.responsibilities.rows_mut()[0].cites;
    cites.push(Citation { at: "Antwoord 4".to_owned(), ..cites[0].clone() });
    assert_eq!(changed_lines(&guide, &longer), 1);
}

/// Lines that only one of the two has.
fn changed_lines(a: &Guide, b: &Guide) -> usize {
    let (a, b) = (write_guide(a), write_guide(b));
    let same_before = a.lines().zip(b.lines()).take_while(|(a, b)| a == b).count();
    let same_after = a.lines().rev().zip(b.lines().rev()).take_while(|(a, b)| a == b).count();
    let longest = a.lines().count().max(b.lines().count());
    longest.saturating_sub(same_before + same_after)
}

#[test]
fn lines_have_no_trailing_space_and_the_text_ends_with_one_line_end() {
    for guide in [read_guide(GOOD).unwrap(), embedded_guide().unwrap()] {
        let text = write_guide(&guide);
        let first = if guide.training { "// OEFENING" } else { "// NVM-wegwijzer: wie doet wat" };
        assert!(text.starts_with(first), "{}", text.lines().next().unwrap());
        assert!(text.ends_with(")\n"));
        assert!(text.lines().all(|line| line == line.trim_end()));
        assert!(!text.contains('\t') && !text.contains('\r'));
    }
}

#[test]
fn windows_line_ends_a_byte_order_mark_and_comments_do_not_matter() {
    let guide = read_guide(GOOD).unwrap();
    let canonical = write_guide(&guide);
    for text in [canonical.replace('\n', "\r\n"), format!("\u{feff}{canonical}"), format!("/* ( */ {canonical} // )")] {
        assert_eq!(write_guide(&read_guide(&text).unwrap()), canonical);
    }
}

#[test]
fn conditions_may_be_nested_deeper_than_anybody_would() {
    let mut guide = read_guide(GOOD).unwrap();
    guide.gaps.rows_mut()[0].who =
        (0..15).fold(Condition::Always, |who, _| Condition::All(vec![Condition::Not(Box::new(who))]));
    assert_eq!(read_guide(&write_guide(&guide)), Ok(canonical(&guide)));
}
