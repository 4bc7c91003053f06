//! The window hands over what is done and never waits; what is told to be safe is on the disk.

use std::{
    fs,
    sync::mpsc::{Receiver, Sender, channel},
    task::{Wake, Waker},
    time::Duration,
};

use wegwijzer::{
    app::{Safeguard, Safety},
    file::journal::{Contents, Found, Journals, OnDisk},
    model::{FileError, FileFault},
};

use crate::{
    folder::own_folder,
    sample::{Entry, TODAY, dutch, entry, guide_in, is_journal, names_in, now, numbers, start},
};

/// Long enough for any machine; only a test that fails waits for it.
const LONG: Duration = Duration::from_mins(1);

struct Bell(Sender<()>);

impl Wake for Bell {
    fn wake(self: std::sync::Arc<Self>) {
        let _ = self.0.send(());
    }
}

fn bell() -> (Waker, Receiver<()>) {
    let (sender, rings) = channel();
    (Waker::from(std::sync::Arc::new(Bell(sender))), rings)
}

fn found(journals: &Journals, path: &std::path::Path) -> Vec<Found<Entry>> {
    journals.found(Some(path)).into_iter().map(Result::unwrap).collect()
}

#[test]
fn what_is_handed_over_is_on_the_disk_and_told() {
    let folder = own_folder("safeguard/kept");
    let (path, _, sum) = guide_in(&folder);
    let journals = Journals::new(&folder.join("data"));
    let (waker, rings) = bell();
    let mut safeguard = Safeguard::start(waker, {
        let (journals, path) = (journals.clone(), path.clone());
        move || journals.begin::<Entry>(Some(&path), &start(&sum))
    });
    assert!(safeguard.is_all_safe());
    (0..100).for_each(|number| safeguard.keep(entry(number)));
    while !safeguard.is_all_safe() {
        rings.recv_timeout(LONG).unwrap();
    }
    assert_eq!(safeguard.safety(), Safety { safe: 100, refused: None });
    let one = found(&journals, &path).remove(0);
    assert_eq!(numbers(&one.entries), (0..100).collect::<Vec<_>>());
    assert!(one.is_held);
    safeguard.keep(entry(100));
    safeguard.close(LONG).unwrap();
    let one = found(&journals, &path).remove(0);
    assert_eq!((one.entries.len(), one.is_held), (101, false));
}

#[test]
fn a_guide_that_is_saved_leaves_a_journal_with_what_came_after() {
    let folder = own_folder("safeguard/saved");
    let (path, _, sum) = guide_in(&folder);
    let journals = Journals::new(&folder.join("data"));
    let mut safeguard = Safeguard::start(Waker::noop().clone(), {
        let (journals, path) = (journals.clone(), path.clone());
        move || journals.begin::<Entry>(Some(&path), &start(&sum))
    });
    (0..3).for_each(|number| safeguard.keep(entry(number)));
    let ready = wegwijzer::file::Ready::new(&wegwijzer::file::read_guide(crate::sample::GUIDE).unwrap()).unwrap();
    let barrier = safeguard.saving(ready.sum().to_owned());
    safeguard.keep(entry(3));
    barrier.wait(LONG).unwrap();
    fs::write(&path, ready.text()).unwrap();
    // Here the program could stop.
    safeguard.barrier().wait(LONG).unwrap();
    let one = found(&journals, &path).remove(0);
    assert_eq!((numbers(one.saved()), numbers(one.unsaved())), (vec![0, 1, 2], vec![3]));
    safeguard.saved(ready.sum().to_owned(), now());
    safeguard.barrier().wait(LONG).unwrap();
    let one = found(&journals, &path).remove(0);
    assert_eq!((numbers(&one.entries), one.saved, one.on_disk), (vec![3], 0, OnDisk::Same));
    assert!(safeguard.is_all_safe());
    safeguard.throw_away(TODAY);
    safeguard.close(LONG).unwrap();
    assert_eq!(found(&journals, &path), []);
    assert_eq!(journals.thrown_away(Some(&path)).len(), 1);
    let left = names_in(&folder.join("data/journaal"));
    assert!(left.iter().all(|name| !is_journal(name)), "a journal with nothing in it goes: {left:?}");
}

#[test]
fn a_disk_that_refuses_is_told_once_and_asked_again_and_nothing_is_lost() {
    let folder = own_folder("safeguard/refused");
    let (path, _, sum) = guide_in(&folder);
    // A file where the folder must come.
    fs::write(folder.join("data"), "").unwrap();
    let journals = Journals::new(&folder.join("data"));
    let (waker, rings) = bell();
    let mut safeguard = Safeguard::start(waker, {
        let (journals, path) = (journals.clone(), path.clone());
        move || journals.begin::<Entry>(Some(&path), &start(&sum))
    });
    rings.recv_timeout(LONG).unwrap();
    let refused = safeguard.safety().refused.unwrap();
    let said = dutch(&refused);
    assert!(said.starts_with("Uw wijzigingen zijn nog niet veilig bij een storing ("), "{said}");
    (0..3).for_each(|number| safeguard.keep(entry(number)));
    let not_safe = safeguard.barrier().wait(LONG).unwrap_err();
    assert!(matches!(not_safe.fault, FileFault::NotSafeguarded(_)));
    assert_eq!(rings.try_iter().count(), 0, "it is told once");
    fs::remove_file(folder.join("data")).unwrap();
    while !safeguard.is_all_safe() {
        rings.recv_timeout(LONG).unwrap();
    }
    assert_eq!(safeguard.safety(), Safety { safe: 3, refused: None });
    safeguard.close(LONG).unwrap();
    assert_eq!(numbers(&found(&journals, &path).remove(0).entries), [0, 1, 2]);
}

#[test]
fn what_is_in_a_saved_document_needs_no_journal_any_more() {
    let folder = own_folder("safeguard/saved-anyway");
    let (path, _, sum) = guide_in(&folder);
    fs::write(folder.join("data"), "").unwrap();
    let journals = Journals::new(&folder.join("data"));
    let mut safeguard = Safeguard::start(Waker::noop().clone(), {
        let (journals, path) = (journals.clone(), path.clone());
        move || journals.begin::<Entry>(Some(&path), &start(&sum))
    });
    (0..3).for_each(|number| safeguard.keep(entry(number)));
    assert!(safeguard.saving("b".to_owned()).wait(LONG).is_err());
    safeguard.keep(entry(3));
    safeguard.saved("b".to_owned(), now());
    fs::remove_file(folder.join("data")).unwrap();
    safeguard.keep(entry(4));
    safeguard.barrier().wait(LONG).unwrap();
    assert_eq!(safeguard.safety(), Safety { safe: 5, refused: None });
    let one = found(&journals, &path).remove(0);
    assert_eq!((numbers(&one.entries), one.head.based_on.as_str()), (vec![3, 4], "b"));
}

#[test]
fn another_window_that_holds_the_document_is_told_and_its_end_is_waited_for() {
    let folder = own_folder("safeguard/held");
    let (path, _, sum) = guide_in(&folder);
    let journals = Journals::new(&folder.join("data"));
    let other = journals.begin::<Entry>(Some(&path), &start(&sum)).unwrap();
    let (waker, rings) = bell();
    let mut safeguard = Safeguard::start(waker, {
        let (journals, path) = (journals.clone(), path.clone());
        move || journals.begin::<Entry>(Some(&path), &start(&sum))
    });
    rings.recv_timeout(LONG).unwrap();
    let Some(FileError { fault: FileFault::NotSafeguarded(why), .. }) = safeguard.safety().refused else {
        panic!("it is held")
    };
    assert_eq!(why.fault, FileFault::Held);
    safeguard.keep(entry(0));
    drop(other);
    while !safeguard.is_all_safe() {
        rings.recv_timeout(LONG).unwrap();
    }
    safeguard.close(LONG).unwrap();
}

#[test]
fn what_keeps_the_journal_and_panics_is_told() {
    let (waker, rings) = bell();
    let mut safeguard = Safeguard::<Entry>::start::<wegwijzer::file::journal::FileTape>(waker, || panic!("on purpose"));
    rings.recv_timeout(LONG).unwrap();
    safeguard.keep(entry(0));
    safeguard.keep(entry(1));
    assert_eq!(safeguard.safety().refused, Some(FileFault::SafeguardStopped.into()));
    assert_eq!(safeguard.close(LONG).unwrap_err().fault, FileFault::SafeguardStopped);
}

#[test]
fn a_journal_on_another_thread_writes_in_order_what_a_reader_can_read_at_any_time() {
    let folder = own_folder("safeguard/order");
    let (path, _, sum) = guide_in(&folder);
    let journals = Journals::new(&folder.join("data"));
    let mut safeguard = Safeguard::start(Waker::noop().clone(), {
        let (journals, path) = (journals.clone(), path.clone());
        move || journals.begin::<Entry>(Some(&path), &start(&sum))
    });
    for number in 0..300 {
        safeguard.keep(entry(number));
        if number % 10 == 0 {
            let safe = safeguard.safety().safe;
            let names = names_in(&folder.join("data/journaal")).into_iter().find(|name| is_journal(name));
            let Some(name) = names else { continue };
            let bytes = fs::read(folder.join("data/journaal").join(name)).unwrap();
            let read = Contents::<Entry>::read(&bytes).unwrap();
            assert_eq!(numbers(&read.entries), (0..read.entries.len() as u64).collect::<Vec<_>>());
            assert!(read.entries.len() as u64 >= safe);
        }
    }
    safeguard.close(LONG).unwrap();
    assert_eq!(found(&journals, &path).remove(0).entries.len(), 300);
}
