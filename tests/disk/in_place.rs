//! A guide is saved where it was opened: never over what somebody else saved, and never without what was there.

use std::{fs, path::Path, thread};

use wegwijzer::{
    file::{FORMER_VERSIONS, InPlace, Ready, Reserve, SavedGuide, open_guide, write_guide},
    model::{FileError, FileFault, Guide, SaveFault},
};

use crate::{
    folder::own_folder,
    sample::{GUIDE, dutch, guide_in, names_in, now},
};

fn save(path: &Path, guide: &Guide, opened: &str, reserve: &Reserve) -> Result<SavedGuide, FileError> {
    Ready::new(guide)?.put(InPlace { path, opened, reserve, now: now(), pause: thread::sleep })
}

#[test]
fn what_is_saved_is_in_the_file_and_what_was_there_is_in_the_reserve() {
    let folder = own_folder("in-place/saved");
    let reserve = Reserve::new(&folder.join("data"));
    let (path, mut guide, opened) = guide_in(&folder);
    guide.title = "Nieuw".to_owned();
    let ready = Ready::new(&guide).unwrap();
    let saved = save(&path, &guide, &opened, &reserve).unwrap();
    assert_eq!((saved.warnings.as_slice(), saved.sum.as_str()), ([].as_slice(), ready.sum()));
    assert_eq!(fs::read_to_string(&path).unwrap(), write_guide(&guide));
    assert_eq!(open_guide(&path, &|_| {}).unwrap().origin.sha256, Some(saved.sum.clone()));
    assert_eq!(reserve.read(&path, &opened).unwrap(), GUIDE);
    assert_eq!(names_in(&folder), ["data", "gids.ron"]);
    // And once more, on what was saved.
    guide.title = "Nieuwer".to_owned();
    let again = save(&path, &guide, &saved.sum, &reserve).unwrap();
    assert_eq!(reserve.list(&path).iter().map(|former| &former.sum).collect::<Vec<_>>(), [&saved.sum, &opened]);
    assert_ne!(again.sum, saved.sum);
}

#[test]
fn what_a_colleague_saved_meanwhile_is_never_overwritten() {
    let folder = own_folder("in-place/changed");
    let reserve = Reserve::new(&folder.join("data"));
    let (path, guide, opened) = guide_in(&folder);
    fs::write(&path, "// van een collega").unwrap();
    let error = save(&path, &guide, &opened, &reserve).unwrap_err();
    let FileFault::NotSaved(SaveFault::ChangedOnDisk { now }) = &error.fault else { panic!("{error:?}") };
    assert_eq!(fs::read_to_string(&path).unwrap(), "// van een collega");
    let said = dutch(&error);
    assert!(said.starts_with("Niet bewaard: dit bestand is op de schijf gewijzigd sinds u het opende"), "{said}");
    assert_eq!(error.path.as_deref(), Some(path.as_path()));
    // Who looked at it can save on it.
    save(&path, &guide, now, &reserve).unwrap();
    assert_eq!(reserve.read(&path, now).unwrap(), "// van een collega");
    fs::remove_file(&path).unwrap();
    let error = save(&path, &guide, &opened, &reserve).unwrap_err();
    assert_eq!(error.fault, FileFault::NotSaved(SaveFault::GoneFromDisk));
    assert!(!path.exists(), "what somebody took away does not come back by itself");
    assert_eq!(names_in(&folder), ["data"]);
}

#[test]
fn what_is_saved_by_somebody_else_between_the_look_and_the_rename_stays() {
    let folder = own_folder("in-place/between");
    let (path, guide, opened) = guide_in(&folder);
    // The reserve is kept after the first look and before the last one: there a colleague comes by.
    let data = folder.join("data");
    fs::create_dir_all(data.join("reserve").join("gids.ron")).unwrap();
    let reserve = Reserve::new(&data);
    let watcher = {
        let path = path.clone();
        let kept = data.join("reserve").join("gids.ron").join(format!("{opened}.ron"));
        thread::spawn(move || {
            while !kept.exists() {
                thread::yield_now();
            }
            fs::write(&path, "// van een collega").unwrap();
        })
    };
    let saved = save(&path, &guide, &opened, &reserve);
    watcher.join().unwrap();
    match saved {
        Err(error) => assert!(matches!(error.fault, FileFault::NotSaved(SaveFault::ChangedOnDisk { .. })), "{error:?}"),
        // The colleague came after the rename, and wrote over a file that was whole.
        Ok(saved) => assert_eq!(reserve.list(&path)[0].sum, opened, "{saved:?}"),
    }
    assert_eq!(fs::read_to_string(&path).unwrap(), "// van een collega");
}

#[cfg(unix)]
#[test]
fn a_link_is_followed_and_rights_and_owner_stay() {
    use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _, symlink};
    let folder = own_folder("in-place/link");
    let reserve = Reserve::new(&folder.join("data"));
    let (path, guide, opened) = guide_in(&folder);
    fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
    // Only root may give a file away.
    let is_given = std::os::unix::fs::chown(&path, Some(12_345), Some(12_345)).is_ok();
    symlink("gids.ron", folder.join("koppeling")).unwrap();
    save(&folder.join("koppeling"), &guide, &opened, &reserve).unwrap();
    assert!(folder.join("koppeling").is_symlink());
    let found = fs::metadata(&path).unwrap();
    assert_eq!(found.mode() & 0o777, 0o640);
    assert!(!is_given || (found.uid(), found.gid()) == (12_345, 12_345));
    assert_eq!(fs::read_to_string(&path).unwrap(), write_guide(&guide));
}

#[test]
fn a_file_that_is_read_only_is_left_alone() {
    let folder = own_folder("in-place/read-only");
    let reserve = Reserve::new(&folder.join("data"));
    let (path, guide, opened) = guide_in(&folder);
    let mut permissions = fs::metadata(&path).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&path, permissions).unwrap();
    let error = save(&path, &guide, &opened, &reserve).unwrap_err();
    assert_eq!(error.fault, FileFault::NotSaved(SaveFault::ReadOnly));
    assert_eq!(fs::read_to_string(&path).unwrap(), GUIDE);
}

#[test]
fn who_cannot_keep_a_copy_still_saves_and_is_told() {
    let folder = own_folder("in-place/no-reserve");
    fs::write(folder.join("data"), "a file where the folder must come").unwrap();
    let reserve = Reserve::new(&folder.join("data"));
    let (path, guide, opened) = guide_in(&folder);
    let saved = save(&path, &guide, &opened, &reserve).unwrap();
    assert_eq!(fs::read_to_string(&path).unwrap(), write_guide(&guide));
    let said = dutch(&saved.warnings[0]);
    assert!(said.starts_with("Dit bestand is bewaard, maar van de vorige versie is geen kopie gemaakt ("), "{said}");
}

#[test]
fn the_last_twenty_are_kept_and_one_of_each_edition() {
    let folder = own_folder("in-place/twenty");
    let reserve = Reserve::new(&folder.join("data"));
    let (path, mut guide, mut opened) = guide_in(&folder);
    let mut sums = vec![(opened.clone(), guide.edition.clone())];
    for number in 0..FORMER_VERSIONS + 6 {
        guide.title = format!("Titel {number}");
        guide.edition = if number < 3 { "2026-10".to_owned() } else { "2026-12".to_owned() };
        opened = save(&path, &guide, &opened, &reserve).unwrap().sum;
        sums.push((opened.clone(), guide.edition.clone()));
    }
    sums.pop();
    let list = reserve.list(&path);
    let kept: Vec<_> = list.iter().map(|former| former.sum.clone()).collect();
    let newest: Vec<_> = sums.iter().rev().take(FORMER_VERSIONS).map(|(sum, _)| sum.clone()).collect();
    assert_eq!(kept[..FORMER_VERSIONS], newest, "the last, newest first");
    // Of older editions what was replaced last.
    assert_eq!(kept[FORMER_VERSIONS..], [sums[3].0.clone(), sums[0].0.clone()]);
    assert_eq!(list.last().unwrap().edition.as_deref(), Some("2026-11"));
    assert_eq!((list[0].replaced_on, list[0].replaced_at), (Some(now().date), Some(now().time)));
    for former in &list {
        reserve.read(&path, &former.sum).unwrap();
    }
    let files = names_in(&folder.join("data/reserve/gids.ron"));
    assert_eq!(files.len(), list.len() + 1, "and the list of them: {files:?}");
}
