//! A journal after crashes: what was forced comes back, once and in order.

use proptest::prelude::*;
use wegwijzer::{
    file::journal::{Contents, Journal},
    model::FileFault,
};

use crate::{
    memory::{Fault, Memory},
    sample::{Entry, TODAY, entries, head, now, numbers},
};

/// What happens to a journal.
#[derive(Clone, Debug)]
enum Act {
    Append(u64),
    Fail(Fault),
    Saving,
    Saved { is_oldest: bool },
    Crash { thousandths: u16, forgets_cut: bool },
}

fn act() -> impl Strategy<Value = Act> {
    let part = || 0..=1000_u16;
    let fault =
        prop_oneof![part().prop_map(Fault::Append), part().prop_map(Fault::Sync), Just(Fault::Cut), Just(Fault::Renew)];
    prop_oneof![
        6 => (1..4_u64).prop_map(Act::Append),
        3 => fault.prop_map(Act::Fail),
        1 => Just(Act::Saving),
        1 => any::<bool>().prop_map(|is_oldest| Act::Saved { is_oldest }),
        2 => (part(), any::<bool>()).prop_map(|(thousandths, forgets_cut)| Act::Crash { thousandths, forgets_cut }),
    ]
}

/// Keeps a journal as the window does, and holds it against what must be in it.
struct Keeper {
    tape: Memory,
    journal: Journal<Entry, Memory>,
    /// In the journal, on the disk: since the last time that it started anew.
    safe: Vec<u64>,
    /// Handed over and not on the disk yet.
    waiting: Vec<u64>,
    /// The sums that were said to be about to be saved, oldest first, and how many entries were safe then.
    saving: Vec<(String, usize)>,
    next: u64,
    saves: u32,
}

impl Keeper {
    fn new() -> Self {
        let tape = Memory::default();
        let journal = Journal::begin(tape.clone(), head("sum-0")).unwrap();
        Self { tape, journal, safe: Vec::new(), waiting: Vec::new(), saving: Vec::new(), next: 0, saves: 0 }
    }

    fn append(&mut self, count: u64) {
        self.waiting.extend(self.next..self.next + count);
        self.next += count;
        let entries: Vec<Entry> = self.waiting.iter().map(|number| crate::sample::entry(*number)).collect();
        if self.journal.append(&entries).is_ok() {
            self.safe.append(&mut self.waiting);
        }
    }

    fn saving(&mut self) {
        self.append(0);
        if !self.waiting.is_empty() {
            return;
        }
        self.saves += 1;
        let sum = format!("sum-{}", self.saves);
        if self.journal.saving(&sum).is_ok() {
            self.saving.push((sum, self.safe.len()));
        }
    }

    /// The oldest or the last of those was saved.
    fn saved(&mut self, is_oldest: bool) {
        let at = if is_oldest { 0 } else { self.saving.len().saturating_sub(1) };
        let Some((sum, count)) = self.saving.get(at).cloned() else { return };
        if self.journal.saved(&sum, now()).is_ok() {
            self.safe.drain(..count);
            self.saving.drain(..=at);
            self.saving.iter_mut().for_each(|(_, later)| *later -= count);
        }
    }

    /// The program is gone, and starts again on what the disk kept.
    fn crash(&mut self, thousandths: u16, forgets_cut: bool) {
        let left = self.tape.crash(thousandths, forgets_cut);
        let (journal, contents) = Journal::<Entry, _>::resume(left.clone(), TODAY).unwrap();
        let found = numbers(&contents.entries);
        assert!(found.starts_with(&self.safe), "{:?} were safe, and {found:?} came back", self.safe);
        let more = &found[self.safe.len()..];
        assert!(self.waiting.starts_with(more), "{:?} waited, and {more:?} came back", self.waiting);
        for (sum, count) in &self.saving {
            assert_eq!(contents.in_document(sum), Some(*count), "what is in the document that was saved");
        }
        // What was not handed over to the disk is gone with the program.
        (self.tape, self.journal, self.safe) = (left, journal, found);
        self.waiting.clear();
        self.next += 100;
    }
}

proptest! {
    #[test]
    fn whatever_fails_or_stops_all_that_was_safe_comes_back_once_and_in_order(
        acts in proptest::collection::vec(act(), 1..40),
        last in (0..=1000_u16, any::<bool>()),
    ) {
        let mut keeper = Keeper::new();
        for act in acts {
            match act {
                Act::Append(count) => keeper.append(count),
                Act::Fail(fault) => keeper.tape.fail(fault),
                Act::Saving => keeper.saving(),
                Act::Saved { is_oldest } => keeper.saved(is_oldest),
                Act::Crash { thousandths, forgets_cut } => keeper.crash(thousandths, forgets_cut),
            }
        }
        keeper.crash(last.0, last.1);
    }

    #[test]
    fn a_byte_that_changed_on_the_disk_costs_what_comes_after_it_and_is_told(
        count in 1..8_u64, at in any::<prop::sample::Index>(), by in 1..=255_u8,
    ) {
        let tape = Memory::default();
        let mut journal = Journal::begin(tape.clone(), head("a")).unwrap();
        journal.append(&entries(0..count)).unwrap();
        let whole = tape.bytes();
        let mut bytes = whole.clone();
        let at = at.index(bytes.len());
        bytes[at] ^= by;
        let line = whole[..at].split(|byte| *byte == b'\n').count() - 1;
        match Contents::<Entry>::read(&bytes) {
            Err(error) => {
                prop_assert_eq!(error.fault, FileFault::NoJournal);
                prop_assert_eq!(line, 0, "only the head makes it no journal");
            }
            Ok(read) => {
                let before = line as u64 - 1;
                prop_assert_eq!(&read.entries, &entries(0..before));
                let is_last = before + 1 == count && !bytes.ends_with(b"\n");
                // Without its end the last line looks torn, and is not told.
                prop_assert_eq!(read.damage.is_some(), !is_last);
            }
        }
    }

    #[test]
    fn anything_is_read_without_a_panic(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        let _ = Contents::<Entry>::read(&bytes);
    }
}

#[test]
fn a_torn_last_line_is_dropped_and_what_follows_it_is_whole() {
    let tape = Memory::default();
    let mut journal = Journal::begin(tape.clone(), head("a")).unwrap();
    journal.append(&entries(0..2)).unwrap();
    let before = tape.bytes().len();
    journal.append(&entries(2..3)).unwrap();
    for length in before..tape.bytes().len() {
        let torn = Memory::of(&tape.bytes()[..length]);
        let (mut journal, contents) = Journal::<Entry, _>::resume(torn.clone(), TODAY).unwrap();
        assert_eq!((numbers(&contents.entries), &contents.damage), (vec![0, 1], &None));
        journal.append(&entries(7..8)).unwrap();
        assert_eq!(numbers(&Contents::<Entry>::read(&torn.bytes()).unwrap().entries), [0, 1, 7]);
        assert_eq!(torn.0.borrow().copies, 0);
    }
}

#[test]
fn a_broken_middle_stops_there_says_so_and_a_copy_is_kept() {
    let tape = Memory::default();
    let mut journal = Journal::begin(tape.clone(), head("a")).unwrap();
    journal.append(&entries(0..5)).unwrap();
    let text = String::from_utf8(tape.bytes()).unwrap();
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    // A line that is missing, that stands twice, and two that changed places.
    for broken in [[0, 1, 3, 4, 5].as_slice(), &[0, 1, 1, 2, 3, 4, 5], &[0, 1, 3, 2, 4, 5]] {
        let bytes: String = broken.iter().map(|line| lines[*line]).collect();
        let torn = Memory::of(bytes.as_bytes());
        let (mut journal, contents) = Journal::<Entry, _>::resume(torn.clone(), TODAY).unwrap();
        assert_eq!(numbers(&contents.entries), [0]);
        let lost = broken.len() - 2;
        assert_eq!(contents.damage.unwrap().fault, FileFault::BrokenJournal { line: 3, kept: 1, lost });
        assert_eq!(torn.0.borrow().copies, 1);
        journal.append(&entries(9..10)).unwrap();
        assert_eq!(numbers(&Contents::<Entry>::read(&torn.bytes()).unwrap().entries), [0, 9]);
    }
}

#[test]
fn an_entry_that_only_a_newer_version_knows_is_not_taken_for_another() {
    let tape = Memory::default();
    let mut journal = Journal::<serde_json::Value, _>::begin(tape.clone(), head("a")).unwrap();
    let known = serde_json::to_value(crate::sample::entry(1)).unwrap();
    journal.append(&[known.clone(), serde_json::json!({ "later": 1 }), known]).unwrap();
    let read = Contents::<Entry>::read(&tape.bytes()).unwrap();
    assert_eq!(numbers(&read.entries), [1]);
    assert_eq!(read.damage.unwrap().fault, FileFault::BrokenJournal { line: 3, kept: 1, lost: 2 });
}

#[test]
fn after_saving_only_what_was_done_since_is_left() {
    let tape = Memory::default();
    let mut journal = Journal::begin(tape.clone(), head("a")).unwrap();
    journal.append(&entries(0..3)).unwrap();
    journal.saved("never said", now()).unwrap();
    assert_eq!(
        (journal.entries(), journal.head().based_on.as_str()),
        (3, "a"),
        "nothing goes that may be nowhere else"
    );
    journal.saving("b").unwrap();
    journal.append(&entries(3..5)).unwrap();
    let read = Contents::<Entry>::read(&tape.bytes()).unwrap();
    assert_eq!((read.in_document("a"), read.in_document("b"), read.in_document("c")), (Some(0), Some(3), None));
    journal.saved("b", now()).unwrap();
    assert_eq!((journal.entries(), journal.head().based_on.as_str()), (2, "b"));
    let read = Contents::<Entry>::read(&tape.bytes()).unwrap();
    assert_eq!(numbers(&read.entries), [3, 4]);
    assert_eq!((read.in_document("a"), read.in_document("b")), (None, Some(0)));
    journal.append(&entries(5..6)).unwrap();
    assert_eq!(numbers(&Contents::<Entry>::read(&tape.bytes()).unwrap().entries), [3, 4, 5]);
}

#[test]
fn what_is_thrown_away_leaves_a_copy_and_what_is_erased_none() {
    let tape = Memory::default();
    let mut journal = Journal::begin(tape.clone(), head("a")).unwrap();
    journal.append(&entries(0..3)).unwrap();
    journal.throw_away(TODAY).unwrap();
    assert_eq!((tape.0.borrow().copies, journal.entries()), (1, 0));
    journal.append(&entries(3..4)).unwrap();
    journal.erase().unwrap();
    assert_eq!((tape.0.borrow().copies, journal.entries()), (1, 0));
    assert_eq!(Contents::<Entry>::read(&tape.bytes()).unwrap().entries, []);
    journal.end().unwrap();
    assert!(tape.0.borrow().is_removed, "a journal with nothing in it goes");
}
