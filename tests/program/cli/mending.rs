//! `check --fix`: what can be mended in one way only, in a file of its own.

use std::fs;

use super::{
    answer::{items, text},
    files::small_guide,
    run::{empty_dir, everything_in, run},
};

/// A guide with two things that are mended and one that is left.
fn broken() -> String {
    small_guide().replace("Neemt meldingen aan.", " Neemt  meldingen aan. Belt indien nodig.")
}

#[test]
fn what_can_be_mended_is_mended_in_another_file_and_the_rest_is_told() {
    let dir = empty_dir("what-can-be-mended");
    let (file, out) = (dir.join("gids.ron"), dir.join("hersteld.ron"));
    fs::write(&file, broken()).expect("a guide");
    let (path, to) = (file.to_str().expect("a path"), out.to_str().expect("a path"));
    let told = run(&["check", path, "--fix", "--out", to, "--format", "json"]).fine().value();
    let rules =
        |list: &str| items(&told, list).iter().map(|problem| text(problem, "rule").to_owned()).collect::<Vec<_>>();
    assert!(rules("fixed").contains(&"spaties-te-veel".to_owned()), "{told}");
    assert!(rules("problems").contains(&"moeilijk-woord".to_owned()), "{told}");
    assert!(!rules("problems").contains(&"spaties-te-veel".to_owned()), "{told}");
    assert_eq!(fs::read_to_string(&file).expect("the file"), broken(), "the file itself stays");
    assert!(fs::read_to_string(&out).expect("the other").contains("\"Neemt meldingen aan. Belt indien nodig.\""));
    run(&["fmt", to, "--check"]).fine();
    // In words, and into the file itself.
    let words = run(&["check", path, "--fix", "--out", path]).fine().out;
    assert!(words.contains("hersteld") && words.contains("moeilijk-woord"), "{words}");
    assert!(run(&["check", path, "--fix", "--out", path]).fine().out.contains("er was niets te herstellen"));
    assert_eq!(everything_in(&dir).len(), 2, "nothing lies beside them");
}

#[test]
fn mending_asks_where_to_and_leaves_a_newer_guide_as_it_is() {
    let dir = empty_dir("mending-asks-where-to");
    let file = dir.join("nieuw.ron");
    fs::write(&file, small_guide().replace("schema: 1", "schema: 2")).expect("a guide");
    let path = file.to_str().expect("a path");
    let before = everything_in(&dir);
    run(&["check", path, "--fix"]).refused_with(2, &["--out"]);
    run(&["check", path, "--out", path]).refused_with(2, &["--fix"]);
    let refused = run(&["check", path, "--fix", "--out", path]);
    assert_eq!(refused.exit, 1, "{}", refused.err);
    assert!(refused.err.contains("nieuwere versie"), "{}", refused.err);
    assert_eq!(everything_in(&dir), before);
}
