//! Colleagues on one share see who has a guide open; nobody is kept from anything.

use std::{
    fs,
    path::{Path, PathBuf},
    time::{Duration, SystemTime},
};

use wegwijzer::{file::OpenNote, model::Now};

use crate::{
    folder::own_folder,
    sample::{guide_in, names_in, now},
};

fn put(path: &Path, organisation: &str, process: u32) -> Option<OpenNote> {
    OpenNote::put(path, "beheerder", organisation, process, now())
}

fn notes(folder: &Path) -> Vec<PathBuf> {
    names_in(folder).iter().filter(|name| name.contains(".open-")).map(|name| folder.join(name)).collect()
}

#[test]
fn each_sees_the_others_and_a_note_goes_with_its_window() {
    let folder = own_folder("open-note/others");
    let (path, _, _) = guide_in(&folder);
    let one = put(&path, "Regio Twente", 1).unwrap();
    assert_eq!(one.others(), []);
    let other = put(&path, "Regio Utrecht", 2).unwrap();
    let same = put(&path, "Regio Twente", 1).unwrap();
    assert_eq!(notes(&folder).len(), 3);
    let seen = one.others();
    assert_eq!(seen.iter().map(|by| by.organisation.as_str()).collect::<Vec<_>>(), ["Regio Twente", "Regio Utrecht"]);
    let Now { date, time } = now();
    assert_eq!((seen[1].function.as_str(), seen[1].on, seen[1].at), ("beheerder", date, time));
    // Of the computer and its account it says nothing.
    for note in notes(&folder) {
        let said: serde_json::Value = serde_json::from_slice(&fs::read(note).unwrap()).unwrap();
        let fields: Vec<&str> = said.as_object().unwrap().keys().map(String::as_str).collect();
        assert_eq!(fields, ["at", "function", "on", "organisation"]);
    }
    drop((other, same));
    assert_eq!(one.others(), []);
    drop(one);
    assert_eq!(names_in(&folder), ["gids.ron"]);
}

#[test]
fn what_nobody_touches_is_stale_by_the_clock_of_the_disk() {
    let folder = own_folder("open-note/stale");
    let (path, _, _) = guide_in(&folder);
    let one = put(&path, "Regio Twente", 1).unwrap();
    let own = notes(&folder).remove(0);
    let other = put(&path, "Regio Utrecht", 2).unwrap();
    let theirs = notes(&folder).into_iter().find(|note| *note != own).unwrap();
    let age = |seconds: u64| {
        let file = fs::File::options().write(true).open(&theirs).unwrap();
        file.set_modified(SystemTime::now() - Duration::from_secs(seconds)).unwrap();
    };
    age(170);
    assert_eq!(one.others().len(), 1);
    age(190);
    assert_eq!(one.others(), []);
    other.touch();
    assert_eq!(one.others().len(), 1);
    // A clock that runs ahead on the other computer means nothing.
    fs::File::options()
        .write(true)
        .open(&theirs)
        .unwrap()
        .set_modified(SystemTime::now() + Duration::from_hours(1))
        .unwrap();
    assert_eq!(one.others().len(), 1);
    age(25 * 3600);
    assert_eq!(one.others(), []);
    assert!(!theirs.exists(), "what was left over for a day is taken away");
    other.touch();
    assert_eq!(one.others().len(), 1, "and comes back when its window is still there");
}

#[test]
fn what_is_no_note_is_passed_over() {
    let folder = own_folder("open-note/others-files");
    let (path, _, _) = guide_in(&folder);
    let one = put(&path, "Regio Twente", 1).unwrap();
    fs::write(folder.join(".gids.ron.open-0123abcd"), "geen notitie").unwrap();
    fs::write(folder.join(".gids.ron.open-0123abce"), "x".repeat(10_000)).unwrap();
    fs::create_dir(folder.join(".gids.ron.open-0123abcf")).unwrap();
    fs::write(folder.join(".gids.ron.open-iets"), "").unwrap();
    assert_eq!(one.others(), []);
}

#[test]
fn where_nobody_may_write_there_is_no_note_and_no_fuss() {
    let folder = own_folder("open-note/nowhere");
    assert!(put(&folder.join("weg").join("gids.ron"), "Regio Twente", 1).is_none());
    #[cfg(target_os = "linux")]
    assert!(put(Path::new("/proc/gids.ron"), "Regio Twente", 1).is_none());
}
