//! The log beside a guide: it only grows, and nothing that git leaves in it stops it.

use std::fs;

use proptest::prelude::*;
use wegwijzer::file::Logboek;

use crate::{
    folder::own_folder,
    sample::{Entry, entries, entry, names_in, numbers},
};

#[test]
fn it_stands_beside_the_guide_and_only_grows() {
    let folder = own_folder("logboek/grows");
    let log = Logboek::beside(&folder.join("gids.ron"));
    assert_eq!(log.read::<Entry>().unwrap().entries, []);
    assert_eq!(names_in(&folder), Vec::<String>::new(), "reading makes nothing");
    log.append::<Entry>(&[]).unwrap();
    assert_eq!(names_in(&folder), Vec::<String>::new());
    log.append(&entries(0..2)).unwrap();
    let before = fs::read(log.path()).unwrap();
    log.append(&entries(2..3)).unwrap();
    assert!(fs::read(log.path()).unwrap().starts_with(&before));
    assert_eq!(log.read::<Entry>().unwrap().entries, entries(0..3));
    assert_eq!(names_in(&folder), ["gids.ron.logboek"]);
    #[cfg(unix)]
    {
        fs::create_dir(folder.join("map")).unwrap();
        std::os::unix::fs::symlink("../gids.ron", folder.join("map/koppeling.ron")).unwrap();
        fs::write(folder.join("gids.ron"), "").unwrap();
        let linked = Logboek::beside(&folder.join("map/koppeling.ron"));
        assert_eq!(linked.read::<Entry>().unwrap().entries.len(), 3);
    }
}

#[test]
fn what_is_no_json_is_passed_over_and_gone_at_the_next_saving() {
    let folder = own_folder("logboek/marks");
    let log = Logboek::beside(&folder.join("gids.ron"));
    log.append(&entries(0..2)).unwrap();
    let text = fs::read_to_string(log.path()).unwrap();
    let lines: Vec<&str> = text.lines().collect();
    let later = "{\"later\":1}";
    let merged =
        format!("<<<<<<< HEAD\r\n{}\r\n=======\n{}\n>>>>>>> regio\n\n{later}\n{{\"number\":7,\"te", lines[0], lines[1]);
    fs::write(log.path(), merged).unwrap();
    let read = log.read::<Entry>().unwrap();
    assert_eq!((numbers(&read.entries), read.broken, read.unknown), (vec![0, 1], 4, 1));
    log.append(&entries(2..3)).unwrap();
    let read = log.read::<Entry>().unwrap();
    assert_eq!((numbers(&read.entries), read.broken, read.unknown), (vec![0, 1, 2], 0, 1));
    assert!(fs::read_to_string(log.path()).unwrap().contains(later), "what a newer version wrote stays");
}

#[test]
fn what_somebody_wants_gone_is_gone() {
    let folder = own_folder("logboek/erased");
    let log = Logboek::beside(&folder.join("gids.ron"));
    log.erase(|_: &Entry| true, true).unwrap();
    assert_eq!(names_in(&folder), Vec::<String>::new());
    log.append(&entries(0..4)).unwrap();
    log.erase(|entry: &Entry| entry.number == 2, true).unwrap();
    assert_eq!(numbers(&log.read::<Entry>().unwrap().entries), [0, 1, 3]);
    let text = fs::read_to_string(log.path()).unwrap();
    assert!(!text.contains(&entry(2).text));
}

proptest! {
    #[test]
    fn whatever_part_of_the_last_saving_is_in_it_all_of_it_is_afterwards(
        before in 0..4_u64, last in proptest::collection::vec(200..203_u64, 0..5), cut in 0..=1000_usize,
    ) {
        let folder = own_folder("logboek/complete");
        let log = Logboek::beside(&folder.join("gids.ron"));
        log.append(&entries(0..before)).unwrap();
        let start = fs::read(log.path()).unwrap_or_default().len();
        // Undoing and redoing one step gives lines that are alike; that of saving is like no other.
        let last: Vec<Entry> = last.into_iter().chain([300]).map(entry).collect();
        log.append(&last).unwrap();
        let bytes = fs::read(log.path()).unwrap();
        fs::write(log.path(), &bytes[..start + (bytes.len() - start) * cut / 1000]).unwrap();
        log.complete(&last).unwrap();
        log.complete(&last).unwrap();
        log.complete::<Entry>(&[]).unwrap();
        let read = log.read::<Entry>().unwrap();
        prop_assert_eq!((read.entries, read.broken), ([entries(0..before), last].concat(), 0));
    }
}
