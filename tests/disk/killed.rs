//! Real processes: killed while they keep a journal, and two at once on one file.
//!
//! This test program starts itself once more for that. `WEGWIJZER_KILLS=2000` kills more often.

use std::{
    env, fs,
    io::{BufRead as _, BufReader},
    path::Path,
    process::{Child, Command, Stdio},
    thread,
    time::Duration,
};

use wegwijzer::{
    file::{
        InPlace, Ready, Reserve,
        journal::{Found, Journals, OnDisk},
        open_guide,
    },
    model::{FileFault, SaveFault},
};

use crate::{
    folder::own_folder,
    sample::{Entry, TODAY, entry, guide_in, now, numbers, start},
};

const FOLDER: &str = "WEGWIJZER_TEST_FOLDER";
const NAME: &str = "WEGWIJZER_TEST_NAME";

fn times() -> u32 {
    env::var("WEGWIJZER_KILLS").ok().and_then(|times| times.parse().ok()).unwrap_or(200)
}

/// Starts the same test once more, as another program.
fn again(test: &str, folder: &Path, name: &str) -> Child {
    Command::new(env::current_exe().unwrap())
        .args(["--exact", &format!("killed::{test}"), "--nocapture"])
        .env(FOLDER, folder)
        .env(NAME, name)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

/// The numbers that a process told, in order.
fn told(child: &mut Child) -> impl Iterator<Item = u64> + use<> {
    let lines = BufReader::new(child.stdout.take().unwrap()).lines();
    lines.map_while(Result::ok).filter_map(|line| line.strip_prefix("safe ")?.parse().ok())
}

#[allow(clippy::print_stdout, reason = "that is how it tells the process that kills it")]
fn keep_a_journal(folder: &Path) {
    let journals = Journals::new(folder);
    let found = journals.found::<Entry>(None);
    let (mut journal, mut number) = match found.first() {
        Some(found) => {
            let found = found.as_ref().unwrap();
            let next = numbers(&found.entries).last().map_or(0, |last| last + 1);
            (journals.resume::<Entry>(&found.name, TODAY).unwrap().0, next)
        }
        None => (journals.begin::<Entry>(None, &start("a")).unwrap(), 0),
    };
    loop {
        let batch: Vec<Entry> = (number..=number + number % 3).map(entry).collect();
        journal.append(&batch).unwrap();
        number += batch.len() as u64;
        println!("safe {number}");
    }
}

#[test]
fn a_process_that_is_killed_leaves_every_entry_that_it_said_was_safe() {
    const TEST: &str = "a_process_that_is_killed_leaves_every_entry_that_it_said_was_safe";
    if let Some(folder) = env::var_os(FOLDER) {
        keep_a_journal(folder.as_ref());
    }
    let folder = own_folder("killed/journal");
    let journals = Journals::new(&folder);
    let mut written = 0;
    for turn in 0..times() {
        let mut child = again(TEST, &folder, "");
        let mut lines = told(&mut child);
        let first = lines.next().expect("it keeps a journal");
        thread::sleep(Duration::from_micros(u64::from(turn % 97) * 50));
        child.kill().unwrap();
        child.wait().unwrap();
        let safe = lines.last().unwrap_or(first);
        let found: Found<Entry> = journals.found(None).remove(0).unwrap();
        assert_eq!((&found.damage, found.is_held), (&None, false), "turn {turn}");
        let there = numbers(&found.entries);
        assert_eq!(there, (0..there.len() as u64).collect::<Vec<_>>(), "turn {turn}: each once and in order");
        assert!(there.len() as u64 >= safe, "turn {turn}: {safe} were safe, and {} are there", there.len());
        assert_eq!(found.entries, crate::sample::entries(0..there.len() as u64));
        written = there.len();
        // A journal of a day is not longer than this.
        if written > 2000 {
            journals.remove(&found.name).unwrap();
        }
    }
    assert!(written > 0);
}

#[allow(clippy::print_stdout, reason = "that is how it tells the process that waits for it")]
fn hold_a_journal(folder: &Path) {
    let (path, _, sum) = guide_in(folder);
    let mut journal = Journals::new(folder).begin::<Entry>(Some(&path), &start(&sum)).unwrap();
    journal.append(&crate::sample::entries(0..3)).unwrap();
    println!("safe 3");
    let _ = std::io::stdin().read_line(&mut String::new());
    thread::sleep(Duration::from_mins(1));
}

#[test]
fn two_programs_on_one_document_know_of_each_other_until_one_is_killed() {
    const TEST: &str = "two_programs_on_one_document_know_of_each_other_until_one_is_killed";
    if let Some(folder) = env::var_os(FOLDER) {
        hold_a_journal(folder.as_ref());
        return;
    }
    let folder = own_folder("killed/held");
    let journals = Journals::new(&folder);
    let mut child = again(TEST, &folder, "");
    assert_eq!(told(&mut child).next(), Some(3));
    let path = folder.join("gids.ron");
    assert_eq!(journals.begin::<Entry>(Some(&path), &start("a")).unwrap_err().fault, FileFault::Held);
    assert!(journals.found::<Entry>(Some(&path)).remove(0).unwrap().is_held);
    child.kill().unwrap();
    child.wait().unwrap();
    let found = journals.found::<Entry>(Some(&path)).remove(0).unwrap();
    assert_eq!((found.is_held, found.on_disk, numbers(&found.entries)), (false, OnDisk::Same, vec![0, 1, 2]));
}

/// Adds a mark of its own to the guide, again and again, and merges by starting from what is there.
fn save_often(folder: &Path, name: &str) {
    let path = folder.join("gids.ron");
    let reserve = Reserve::new(&folder.join("data"));
    let mut done = 0;
    while done < 60 {
        let opened = open_guide(&path, &|_| {}).unwrap();
        let mut guide = opened.guide;
        guide.title = format!("{} {name}{done}", guide.title);
        let opened = &opened.origin.sha256.unwrap();
        let place = InPlace { path: &path, opened, reserve: &reserve, now: now(), pause: thread::sleep };
        match Ready::new(&guide).unwrap().put(place) {
            Ok(saved) => {
                assert_eq!(saved.warnings, []);
                done += 1;
            }
            Err(error) => assert!(
                matches!(error.fault, FileFault::NotSaved(SaveFault::ChangedOnDisk { .. } | SaveFault::System(_))),
                "{error:?}"
            ),
        }
    }
}

#[cfg(unix)]
#[test]
fn what_two_programs_save_in_one_file_is_all_in_it() {
    const TEST: &str = "what_two_programs_save_in_one_file_is_all_in_it";
    if let Some(folder) = env::var_os(FOLDER) {
        save_often(folder.as_ref(), &env::var(NAME).unwrap());
        return;
    }
    let folder = own_folder("killed/two");
    let (path, _, _) = guide_in(&folder);
    let children = ["a", "b"].map(|name| again(TEST, &folder, name));
    for mut child in children {
        assert!(child.wait().unwrap().success());
    }
    let title = open_guide(&path, &|_| {}).unwrap().guide.title;
    let words: Vec<&str> = title.split(' ').collect();
    for name in ["a", "b"] {
        let own: Vec<&&str> = words.iter().filter(|word| word.starts_with(name)).collect();
        let expected: Vec<String> = (0..60).map(|number| format!("{name}{number}")).collect();
        assert_eq!(own, expected.iter().map(String::as_str).collect::<Vec<_>>().iter().collect::<Vec<_>>());
    }
    let left: Vec<_> = crate::sample::names_in(&folder).into_iter().filter(|name| name.starts_with('.')).collect();
    assert_eq!(left, Vec::<String>::new());
    assert!(fs::metadata(&path).is_ok());
}
