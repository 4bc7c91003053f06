//! `fmt`: one way to write a guide.

use std::{fs, path::Path};

use super::{
    files::records,
    run::{Ran, empty_dir, everything_in, run, shipped_guide},
};

fn fmt(file: &Path, options: &[&str]) -> Ran {
    run(&[&["fmt", file.to_str().expect("a path")], options].concat())
}

#[test]
fn the_shipped_guide_is_in_canonical_form_and_stays_so() {
    let dir = empty_dir("the-shipped-guide-is-canonical");
    let file = dir.join("gids.ron");
    fs::write(&file, shipped_guide()).expect("a copy");
    let before = everything_in(&dir);
    fmt(&file, &["--check"]).fine();
    fmt(&file, &[]).fine();
    fmt(&file, &[]).fine();
    assert_eq!(everything_in(&dir), before, "not a byte changes, and nothing lies beside it");
}

#[test]
fn a_shuffled_copy_is_put_right() {
    let dir = empty_dir("a-shuffled-copy");
    let file = dir.join("gids.ron");
    let canonical = shipped_guide();
    let mut shuffled = canonical.clone();
    for list in ["sources", "parties", "responsibilities", "referrals", "gaps"] {
        let (before, mut records, after) = records(&shuffled, list);
        records.reverse();
        let half = records.len() / 2;
        records.rotate_left(half);
        shuffled = format!("{before}{}{after}", records.concat());
    }
    // And as somebody's editor leaves it: no indent, other line ends, a note.
    let unindented: Vec<&str> = shuffled.lines().map(str::trim_start).collect();
    for text in [shuffled.clone(), format!("// een notitie\n{}\r\n", unindented.join("\r\n"))] {
        fs::write(&file, &text).expect("a copy");
        let before = everything_in(&dir);
        fmt(&file, &["--check"]).refused_with(1, &["gids.ron", "vaste vorm"]);
        assert_eq!(everything_in(&dir), before, "--check only looks");
        let notes = text.matches("een notitie").count();
        let said = fmt(&file, &[]).fine().out;
        assert_eq!(said.contains("1 opmerking (//) is eruit"), notes == 1, "{said}");
        assert!(fs::read_to_string(&file).expect("the file") == canonical, "the canonical form is not restored");
        fmt(&file, &["--check"]).fine();
        assert_eq!(everything_in(&dir).len(), 1, "nothing lies beside it");
    }
}

#[test]
fn what_comes_out_says_the_same() {
    let dir = empty_dir("what-comes-out-says-the-same");
    let file = dir.join("klein.ron");
    fs::write(&file, super::files::small_guide()).expect("a guide");
    let path = file.to_str().expect("a path");
    let ask = || {
        let mut found = run(&["lookup", "leeftijd=0-17", "--date", "2022-02-03", "--format", "json", "--guide", path])
            .fine()
            .value();
        // The bytes are others.
        found["guide"]["sha256"].take();
        found
    };
    let before = ask();
    fmt(&file, &["--check"]).refused(1);
    fmt(&file, &[]).fine();
    let once = everything_in(&dir);
    assert_eq!(ask(), before);
    fmt(&file, &[]).fine();
    assert_eq!(everything_in(&dir), once, "twice is the same as once");
}

#[test]
fn a_guide_of_a_newer_program_is_left_as_it_is() {
    let dir = empty_dir("a-guide-of-a-newer-program");
    let file = dir.join("nieuw.ron");
    fs::write(&file, super::files::small_guide().replace("schema: 1", "schema: 2")).expect("a guide");
    let before = everything_in(&dir);
    fmt(&file, &[]).refused_with(1, &["nieuwere versie"]);
    assert_eq!(everything_in(&dir), before);
}
