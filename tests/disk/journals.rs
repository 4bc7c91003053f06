//! The journals of documents: found at the start, held against other windows, thrown away and erased.

use std::{fs, path::Path};

use wegwijzer::{
    edit::{Event, History, Log, Step, StepId, Why, diff},
    file::{
        OnWatch, Watch, embedded_origin,
        journal::{DAYS_KEPT, Found, Journals, OnDisk},
        open_guide, write_guide,
    },
    model::{FileError, FileFault, Guide},
};

use crate::{
    folder::own_folder,
    sample::{Entry, TODAY, dutch, entries, guide_in, is_journal, names_in, now, numbers, start},
};

fn found(journals: &Journals, document: Option<&Path>) -> Vec<Found<Entry>> {
    journals.found(document).into_iter().map(Result::unwrap).collect()
}

/// Keeps a journal of a document with so many entries, and leaves it as a crash does.
fn left(journals: &Journals, path: &Path, sum: &str, numbers: std::ops::Range<u64>) {
    journals.begin(Some(path), &start(sum)).unwrap().append(&entries(numbers)).unwrap();
}

#[test]
fn what_was_done_is_found_with_what_became_of_the_document() {
    let folder = own_folder("journals/found");
    let journals = Journals::new(&folder.join("data"));
    let (path, _, sum) = guide_in(&folder);
    assert_eq!(found(&journals, Some(&path)), []);
    left(&journals, &path, &sum, 0..3);

    let one = found(&journals, Some(&path)).remove(0);
    assert_eq!((numbers(one.unsaved()), one.saved(), &one.on_disk), (vec![0, 1, 2], [].as_slice(), &OnDisk::Same));
    assert_eq!((one.is_held, one.damage), (false, None));
    assert_eq!(
        (one.head.name.as_str(), one.head.process, one.head.on, one.head.at),
        ("gids.ron", 4711, TODAY, now().time)
    );
    assert_eq!((one.head.based_on, one.head.version.as_str()), (sum, env!("CARGO_PKG_VERSION")));
    assert_eq!(one.head.path, Some(path.display().to_string()));

    // Never older over newer: what somebody else saved since is told.
    fs::write(&path, "// van een collega").unwrap();
    let changed = found(&journals, Some(&path)).remove(0);
    let now = open_sum(&path);
    assert_eq!((changed.on_disk, changed.saved), (OnDisk::Changed { now }, 0));
    fs::remove_file(&path).unwrap();
    assert_eq!(found(&journals, Some(&path)).remove(0).on_disk, OnDisk::Gone);
    let all: Vec<Result<Found<Entry>, FileError>> = journals.found_of_all();
    assert_eq!(all.len(), 1);
    assert_eq!(all[0].as_ref().unwrap().on_disk, OnDisk::Gone);
}

fn open_sum(path: &Path) -> String {
    let OnWatch::Changed { now } = Watch::new(path.to_owned(), String::new()).has_changed() else {
        panic!("it has no sum");
    };
    now
}

#[test]
fn a_document_is_the_same_however_somebody_comes_to_it() {
    let folder = own_folder("journals/ways");
    let journals = Journals::new(&folder.join("data"));
    let (path, _, sum) = guide_in(&folder);
    fs::create_dir(folder.join("map")).unwrap();
    left(&journals, &path, &sum, 0..1);
    assert_eq!(found(&journals, Some(&folder.join("map/../gids.ron"))).len(), 1);
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink("gids.ron", folder.join("koppeling.ron")).unwrap();
        assert_eq!(found(&journals, Some(&folder.join("koppeling.ron"))).len(), 1);
    }
    fs::remove_file(&path).unwrap();
    assert_eq!(found(&journals, Some(&folder.join("map/../gids.ron"))).len(), 1, "also when it is gone");
    assert_eq!(found(&journals, Some(&folder.join("ander.ron"))), []);
}

#[test]
fn who_stopped_right_after_saving_is_told_what_is_in_the_document() {
    let folder = own_folder("journals/after-saving");
    let journals = Journals::new(&folder.join("data"));
    let (path, _, sum) = guide_in(&folder);
    let mut journal = journals.begin::<Entry>(Some(&path), &start(&sum)).unwrap();
    journal.append(&entries(0..2)).unwrap();
    fs::write(folder.join("nieuw"), "nieuw").unwrap();
    let new = open_sum(&folder.join("nieuw"));
    journal.saving(&new).unwrap();
    journal.append(&entries(2..3)).unwrap();
    drop(journal);
    // Before the rename, and after it.
    let before = found(&journals, Some(&path)).remove(0);
    assert_eq!(
        (numbers(before.saved()), numbers(before.unsaved()), before.on_disk),
        (vec![], vec![0, 1, 2], OnDisk::Same)
    );
    fs::rename(folder.join("nieuw"), &path).unwrap();
    let after = found(&journals, Some(&path)).remove(0);
    assert_eq!((numbers(after.saved()), numbers(after.unsaved()), after.on_disk), (vec![0, 1], vec![2], OnDisk::Same));
}

#[test]
fn a_second_window_on_a_document_is_told_and_the_first_keeps_its_journal() {
    let folder = own_folder("journals/held");
    let journals = Journals::new(&folder.join("data"));
    let (path, _, sum) = guide_in(&folder);
    let mut first = journals.begin::<Entry>(Some(&path), &start(&sum)).unwrap();
    first.append(&entries(0..2)).unwrap();
    let refused = journals.begin::<Entry>(Some(&path), &start(&sum)).unwrap_err();
    assert_eq!(refused.fault, FileFault::Held);
    assert!(dutch(&refused).starts_with("Dit bestand is al open in een ander venster"), "{}", dutch(&refused));
    let seen = found(&journals, Some(&path)).remove(0);
    assert!(seen.is_held, "what another window keeps is not lost");
    assert_eq!(journals.resume::<Entry>(&seen.name, TODAY).unwrap_err().fault, FileFault::Held);
    first.append(&entries(2..3)).unwrap();
    drop(first);
    let seen = found(&journals, Some(&path)).remove(0);
    assert_eq!((seen.is_held, numbers(&seen.entries)), (false, vec![0, 1, 2]));
}

#[test]
fn who_decides_later_finds_each_journal_again() {
    let folder = own_folder("journals/later");
    let journals = Journals::new(&folder.join("data"));
    let (path, _, sum) = guide_in(&folder);
    for day in 0..3 {
        left(&journals, &path, &sum, day * 10..day * 10 + 2);
    }
    let mut all = found(&journals, Some(&path));
    all.sort_by_key(|found| found.entries[0].number);
    let entries_of = |all: &[Found<Entry>]| all.iter().map(|found| numbers(&found.entries)).collect::<Vec<_>>();
    assert_eq!(entries_of(&all), [[0, 1], [10, 11], [20, 21]]);
    // One is gone on with; what was kept last waits.
    let (mut journal, contents) = journals.resume::<Entry>(&all[0].name, TODAY).unwrap();
    assert_eq!(numbers(&contents.entries), [0, 1]);
    journal.append(&entries(2..3)).unwrap();
    journal.saving("b").unwrap();
    journal.saved("b", now()).unwrap();
    journal.end().unwrap();
    let mut left = found(&journals, Some(&path));
    left.sort_by_key(|found| found.entries[0].number);
    assert_eq!(entries_of(&left), [[10, 11], [20, 21]]);
    for found in left {
        journals.remove(&found.name).unwrap();
    }
    assert_eq!(found(&journals, Some(&path)), []);
}

#[test]
fn what_is_thrown_away_can_be_brought_back_for_a_month() {
    let folder = own_folder("journals/thrown-away");
    let journals = Journals::new(&folder.join("data"));
    let (path, _, sum) = guide_in(&folder);
    left(&journals, &path, &sum, 0..3);
    let one = found(&journals, Some(&path)).remove(0);
    journals.throw_away(&one.name, TODAY).unwrap();
    assert_eq!(found(&journals, Some(&path)), []);
    let thrown = journals.thrown_away(Some(&path)).remove(0);
    assert_eq!((thrown.on, thrown.entries, thrown.head.as_ref()), (TODAY, 3, Some(&one.head)));
    journals.bring_back(&thrown).unwrap();
    assert_eq!(numbers(&found(&journals, Some(&path)).remove(0).entries), [0, 1, 2]);

    let mut journal = journals.begin::<Entry>(Some(&path), &start(&sum)).unwrap();
    journal.append(&entries(5..6)).unwrap();
    journal.throw_away(TODAY).unwrap();
    assert_eq!(journals.thrown_away(Some(&path)).len(), 1);
    let day = |days: u32| TODAY.checked_add(std::time::Duration::from_hours(24) * days).unwrap();
    journals.sweep(day(DAYS_KEPT));
    assert_eq!(journals.thrown_away(Some(&path)).len(), 1, "it is kept for thirty days");
    journals.sweep(TODAY.checked_sub(std::time::Duration::from_hours(24 * 400)).unwrap());
    assert_eq!(journals.thrown_away(Some(&path)).len(), 1, "a clock that is wrong takes nothing away");
    journals.sweep(day(DAYS_KEPT + 1));
    assert_eq!(journals.thrown_away(Some(&path)), []);
}

#[test]
fn what_is_erased_is_nowhere_any_more() {
    let folder = own_folder("journals/erased");
    let data = folder.join("data");
    let journals = Journals::new(&data);
    let (path, _, sum) = guide_in(&folder);
    let other = folder.join("ander.ron");
    left(&journals, &other, "x", 0..1);
    left(&journals, &path, &sum, 0..1);
    left(&journals, &path, &sum, 1..2);
    journals.throw_away(&found(&journals, Some(&path)).remove(0).name, TODAY).unwrap();
    let mut own = journals.begin::<Entry>(Some(&path), &start(&sum)).unwrap();
    own.append(&entries(4..5)).unwrap();
    own.throw_away(TODAY).unwrap();
    own.append(&entries(6..7)).unwrap();
    own.erase().unwrap();
    journals.erase(Some(&path)).unwrap();
    own.append(&entries(7..8)).unwrap();
    assert_eq!(numbers(&found(&journals, Some(&path)).remove(0).entries), [7], "the journal that is kept goes on");
    own.erase().unwrap();
    drop(own);
    let texts = everything_below(&data);
    let with_entries = texts.iter().filter(|text| text.contains("\"entry\"")).count();
    assert_eq!(with_entries, 1, "only that of the other document is left: {texts:?}");
    assert_eq!(found(&journals, Some(&other)).len(), 1);
}

fn everything_below(folder: &Path) -> Vec<String> {
    let found = fs::read_dir(folder).unwrap().map(|found| found.unwrap().path());
    found
        .flat_map(|path| if path.is_dir() { everything_below(&path) } else { vec![fs::read_to_string(path).unwrap()] })
        .collect()
}

#[test]
fn a_copy_that_was_never_saved_has_a_journal_too() {
    let folder = own_folder("journals/unsaved");
    let journals = Journals::new(&folder);
    let sum = embedded_origin().sha256.unwrap();
    let mut journal = journals.begin::<Entry>(None, &start(&sum)).unwrap();
    journal.append(&entries(0..1)).unwrap();
    drop(journal);
    assert_eq!(found(&journals, None).remove(0).on_disk, OnDisk::Same);
    // Another version of the program has another guide inside.
    let mut journal = journals.begin::<Entry>(None, &start("older")).unwrap();
    journal.append(&entries(1..2)).unwrap();
    drop(journal);
    let all = found(&journals, None);
    assert_eq!(all.iter().filter(|found| found.on_disk == OnDisk::Changed { now: sum.clone() }).count(), 1);
    assert_eq!(all.len(), 2);
}

#[test]
fn a_journal_that_somebody_deletes_while_it_is_kept_comes_back_whole() {
    let folder = own_folder("journals/deleted");
    let journals = Journals::new(&folder.join("data"));
    let (path, _, sum) = guide_in(&folder);
    let mut journal = journals.begin::<Entry>(Some(&path), &start(&sum)).unwrap();
    journal.append(&entries(0..2)).unwrap();
    if cfg!(unix) {
        fs::remove_dir_all(folder.join("data")).unwrap();
    }
    journal.append(&entries(2..3)).unwrap();
    assert_eq!(numbers(&found(&journals, Some(&path)).remove(0).entries), [0, 1, 2]);
}

#[test]
fn what_is_no_journal_is_told_and_stays() {
    let folder = own_folder("journals/no-journal");
    let journals = Journals::new(&folder);
    let (path, _, sum) = guide_in(&folder);
    left(&journals, &path, &sum, 0..2);
    let name = names_in(&folder.join("journaal")).into_iter().find(|name| is_journal(name)).unwrap();
    let file = folder.join("journaal").join(&name);
    fs::write(&file, "kapot").unwrap();
    let errors: Vec<Result<Found<Entry>, FileError>> = journals.found(Some(&path));
    assert_eq!(errors[0].as_ref().unwrap_err().fault, FileFault::NoJournal);
    let mut journal = journals.begin::<Entry>(Some(&path), &start(&sum)).unwrap();
    journal.append(&entries(3..4)).unwrap();
    assert!(
        names_in(&folder.join("journaal"))
            .iter()
            .any(|name| { fs::read_to_string(folder.join("journaal").join(name)).is_ok_and(|text| text == "kapot") })
    );
    assert_eq!(journal.tape().path(), file);
}

#[cfg(unix)]
#[test]
fn a_disk_that_is_full_refuses_and_what_was_safe_is_there() {
    let Ok(mut full) = fs::OpenOptions::new().write(true).open("/dev/full") else { return };
    // That this system says so at all.
    assert!(std::io::Write::write_all(&mut full, b"x").is_err());
    let folder = own_folder("journals/refused");
    fs::write(folder.join("journaal"), "a file where the folder must come").unwrap();
    let refused = Journals::new(&folder).begin::<Entry>(None, &start("a")).unwrap_err();
    let said = dutch(&refused);
    assert!(said.starts_with("Niet bewaard: "), "{said}");
}

/// The real thing: steps of a guide in a journal, and the guide again from them.
#[test]
fn a_guide_is_again_what_it_was_from_its_file_and_its_journal() {
    let folder = own_folder("journals/guide");
    let journals = Journals::new(&folder.join("data"));
    let (path, guide, sum) = guide_in(&folder);
    let mut history = History::new(guide.into());
    let mut journal = journals.begin::<Event>(Some(&path), &start(&sum)).unwrap();
    for number in 0..3 {
        let mut next = Guide::clone(history.guide());
        next.title = format!("Wegwijzer {number}");
        let changes = diff(history.guide(), &next).unwrap();
        let step = Step {
            id: StepId(format!("s{number}")),
            on: TODAY,
            at: now().time,
            by: "beheer".to_owned(),
            why: Why::Edited,
            changes,
        };
        history.act(step).unwrap();
        journal.append(&history.log().events()[history.log().events().len() - 1..]).unwrap();
    }
    history.undo().unwrap();
    journal.append(&[history.log().events().last().unwrap().clone()]).unwrap();
    drop(journal);

    let opened = open_guide(&path, &|_| {}).unwrap();
    let found = journals.found::<Event>(Some(&path)).remove(0).unwrap();
    assert_eq!(found.on_disk, OnDisk::Same);
    let again = History::replay(&opened.guide, Log::try_from(found.unsaved().to_vec()).unwrap());
    assert_eq!(write_guide(again.guide()), write_guide(history.guide()));
    assert_eq!(again.guide().title, "Wegwijzer 1");
}

#[test]
fn names_in_the_folder_say_nothing_of_the_document() {
    let folder = own_folder("journals/names");
    let journals = Journals::new(&folder);
    let mut journal = journals.begin::<Entry>(Some(Path::new("/geheim/naam.ron")), &start("a")).unwrap();
    journal.append(&entries(0..1)).unwrap();
    let names = names_in(&folder.join("journaal"));
    assert!(names.iter().all(|name| !name.contains("naam")), "{names:?}");
}
