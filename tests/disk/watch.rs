//! A change on the disk is seen.

use std::{fs, time::Duration};

use wegwijzer::file::{OnWatch, Stamp, Watch};

use crate::{
    folder::own_folder,
    sample::{GUIDE, guide_in},
};

#[test]
fn a_change_is_seen_and_what_only_looks_like_one_is_not() {
    let folder = own_folder("watch");
    let (path, _, sum) = guide_in(&folder);
    let mut watch = Watch::new(path.clone(), sum.clone());
    assert_eq!(watch.has_changed(), OnWatch::Unchanged);
    assert_eq!(watch.has_changed(), OnWatch::Unchanged);
    // Touched, or copied over by the same bytes.
    let file = fs::OpenOptions::new().write(true).open(&path).unwrap();
    file.set_modified(std::time::SystemTime::now() + Duration::from_mins(1)).unwrap();
    assert_eq!(watch.has_changed(), OnWatch::Unchanged);
    fs::remove_file(&path).unwrap();
    assert_eq!(watch.has_changed(), OnWatch::Gone);
    fs::write(&path, GUIDE).unwrap();
    assert_eq!(watch.has_changed(), OnWatch::Unchanged);

    // As large as before, and as old as before.
    let modified = fs::metadata(&path).unwrap().modified().unwrap();
    let other = GUIDE.replacen("Wegwijzer", "Wegwijsje", 1);
    assert_eq!(other.len(), GUIDE.len());
    fs::write(folder.join("nieuw"), &other).unwrap();
    fs::File::options().write(true).open(folder.join("nieuw")).unwrap().set_modified(modified).unwrap();
    fs::rename(folder.join("nieuw"), &path).unwrap();
    let OnWatch::Changed { now } = watch.has_changed() else { panic!("another file stands in its place") };
    assert_ne!(now, sum);
    assert_eq!(watch.has_changed(), OnWatch::Changed { now: now.clone() }, "until somebody does something about it");
    watch.saved(now.clone(), Stamp::of(&path).unwrap());
    assert_eq!((watch.has_changed(), watch.sum()), (OnWatch::Unchanged, now.as_str()));
}
