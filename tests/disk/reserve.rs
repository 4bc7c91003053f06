//! Former versions: listed, read back, and erased.

use std::fs;

use wegwijzer::{file::Reserve, model::FileFault};

use crate::{
    folder::own_folder,
    sample::{GUIDE, guide_in, now},
};

#[test]
fn a_former_version_is_listed_once_however_often_it_was_replaced() {
    let folder = own_folder("reserve/once");
    let reserve = Reserve::new(&folder.join("data"));
    let (path, _, sum) = guide_in(&folder);
    for bytes in [GUIDE, "(edition: \"b\")", GUIDE] {
        reserve.keep(&path, bytes.as_bytes(), now()).unwrap();
    }
    let list = reserve.list(&path);
    assert_eq!(list.iter().map(|former| former.edition.as_deref()).collect::<Vec<_>>(), [Some("2026-11"), Some("b")]);
    assert_eq!(list[0].sum, sum);
}

#[test]
fn without_its_list_everything_is_still_there() {
    let folder = own_folder("reserve/list");
    let reserve = Reserve::new(&folder.join("data"));
    let (path, _, sum) = guide_in(&folder);
    reserve.keep(&path, GUIDE.as_bytes(), now()).unwrap();
    fs::write(folder.join("data/reserve/gids.ron/lijst.jsonl"), "kapot\n").unwrap();
    let list = reserve.list(&path);
    assert_eq!(
        (list[0].sum.as_str(), list[0].edition.as_deref(), list[0].replaced_on),
        (sum.as_str(), Some("2026-11"), None)
    );
    reserve.keep(&path, b"anders", now()).unwrap();
    assert_eq!(reserve.list(&path).len(), 2);
    assert_eq!(reserve.read(&path, &sum).unwrap(), GUIDE);
}

#[test]
fn what_is_not_what_was_put_there_is_not_given_back() {
    let folder = own_folder("reserve/broken");
    let reserve = Reserve::new(&folder.join("data"));
    let (path, _, sum) = guide_in(&folder);
    reserve.keep(&path, GUIDE.as_bytes(), now()).unwrap();
    fs::write(folder.join(format!("data/reserve/gids.ron/{sum}.ron")), "anders").unwrap();
    assert_eq!(reserve.read(&path, &sum).unwrap_err().fault, FileFault::NotAsKept);
    assert_eq!(reserve.read(&path, "geen").unwrap_err().fault, FileFault::Missing);
    // The next time that it is replaced it is whole again.
    reserve.keep(&path, GUIDE.as_bytes(), now()).unwrap();
    assert_eq!(reserve.read(&path, &sum).unwrap(), GUIDE);
}

#[test]
fn what_is_erased_is_gone() {
    let folder = own_folder("reserve/erased");
    let reserve = Reserve::new(&folder.join("data"));
    let (path, _, _) = guide_in(&folder);
    reserve.keep(&path, GUIDE.as_bytes(), now()).unwrap();
    reserve.keep(&folder.join("ander.ron"), GUIDE.as_bytes(), now()).unwrap();
    reserve.erase(&path).unwrap();
    reserve.erase(&path).unwrap();
    assert_eq!(reserve.list(&path), []);
    assert_eq!(reserve.list(&folder.join("ander.ron")).len(), 1);
}
