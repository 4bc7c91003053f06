//! `release` and `check --released`: an edition that is given out, and whether it still says what it said.

use std::fs;

use serde_json::Value;

use super::run::{Ran, empty_dir, json, run, shipped_guide};

struct Desk {
    dir: std::path::PathBuf,
}

impl Desk {
    fn new(name: &str) -> Self {
        let desk = Self { dir: empty_dir(name) };
        fs::write(desk.dir.join("gids.ron"), shipped_guide()).unwrap();
        desk
    }

    fn path(&self, name: &str) -> String {
        self.dir.join(name).to_str().unwrap().to_owned()
    }

    fn read(&self, name: &str) -> String {
        fs::read_to_string(self.dir.join(name)).unwrap()
    }

    fn release(&self, edition: &str, more: &[&str]) -> Ran {
        let (guide, out) = (self.path("gids.ron"), self.path("uit.ron"));
        run(&[&["release", "--guide", &guide, "--edition", edition, "--out", &out, "--date", "2026-11-20"], more]
            .concat())
    }

    fn checked(&self, name: &str) -> (i32, Value) {
        let ran = run(&["check", "--released", &self.path(name), "--format", "json"]);
        (ran.exit, ran.value())
    }
}

#[test]
fn an_edition_says_whether_it_was_changed_since() {
    let desk = Desk::new("an-edition");
    let said = desk.release("2026-12", &[]).fine().out;
    assert!(said.contains("Editie 2026-12 is uitgegeven: onveranderd sinds 20 november 2026"), "{said}");
    let (exit, told) = desk.checked("uit.ron");
    assert_eq!((exit, &told["unchanged"], &told["edition"]), (0, &true.into(), &"2026-12".into()));
    assert_eq!(told["seal"].as_str().unwrap().len(), 64);
    // However it is laid out, it is the same.
    fs::write(desk.dir.join("anders.ron"), desk.read("uit.ron").replace('\n', "\r\n")).unwrap();
    assert_eq!(desk.checked("anders.ron").0, 0);
    // Whatever is another: a number, the name of the edition, the day, what is said to be new, the seal.
    let text = desk.read("uit.ron");
    let seal = told["seal"].as_str().unwrap();
    for (from, to) in [
        ("033 448 11 86", "033 448 11 68"),
        ("edition: \"2026-12\"", "edition: \"2026-13\""),
        ("date: \"2026-11-20\"", "date: \"2026-11-21\""),
        (seal, &"0".repeat(64)),
    ] {
        let changed = text.replacen(from, to, 1);
        assert_ne!(changed, text, "{from}");
        fs::write(desk.dir.join("gewijzigd.ron"), changed).unwrap();
        let (exit, told) = desk.checked("gewijzigd.ron");
        assert_eq!((exit, &told["unchanged"]), (1, &false.into()), "{from}");
        // Every answer of it says so too.
        let answer = json(&["lookup", "--guide", &desk.path("gewijzigd.ron")]);
        assert_eq!(answer["guide"]["released"]["unchanged"], false, "{from}");
        let words = run(&["lookup", "--guide", &desk.path("gewijzigd.ron")]).fine().out;
        assert!(words.contains("gewijzigd na de uitgave van"), "{from}: {words}");
    }
    let answer = json(&["lookup", "--guide", &desk.path("uit.ron")]);
    assert_eq!(
        (&answer["guide"]["released"]["unchanged"], &answer["guide"]["edition"]),
        (&true.into(), &"2026-12".into())
    );
    let (exit, told) = desk.checked("gids.ron");
    assert_eq!((exit, &told["unchanged"]), (1, &Value::Null), "what was never given out is not as it was");
}

#[test]
fn what_is_new_follows_from_the_edition_before_or_is_written() {
    let desk = Desk::new("what-is-new");
    let before = shipped_guide();
    fs::write(desk.dir.join("oud.ron"), &before).unwrap();
    let changed = before.replacen("Aanspreekpunt binnen de gemeente.", "Vast aanspreekpunt in de gemeente.", 1);
    fs::write(desk.dir.join("gids.ron"), changed).unwrap();
    let told = desk.release("2026-12", &["--since", &desk.path("oud.ron"), "--format", "json"]).fine().value();
    let note: Vec<&str> = told["note"].as_array().unwrap().iter().map(|line| line.as_str().unwrap()).collect();
    assert!(note.iter().any(|line| line.contains("Vast aanspreekpunt in de gemeente")), "{note:?}");
    assert_eq!(told["since"], "2026-11");
    let text = desk.read("uit.ron");
    assert!(text.contains("since: \"2026-11\""));
    fs::write(desk.dir.join("nieuw.txt"), "Een nieuw nummer.\n\n  Een partij minder.\n").unwrap();
    let told = desk.release("2026-12", &["--note", &desk.path("nieuw.txt"), "--format", "json"]).fine().value();
    assert_eq!(told["note"], serde_json::json!(["Een nieuw nummer.", "Een partij minder."]));
    assert_eq!(desk.checked("uit.ron").0, 0);
    // What was given out is the edition before the next.
    fs::rename(desk.dir.join("uit.ron"), desk.dir.join("gids.ron")).unwrap();
    desk.release("2026-12", &[]).refused_with(2, &["«2026-12»"]);
    let told = desk.release("2027-01", &["--format", "json"]).fine().value();
    assert_eq!(told["since"], "2026-12");
    assert_eq!(desk.checked("uit.ron").0, 0);
}

#[test]
fn a_guide_with_an_error_is_not_given_out() {
    let desk = Desk::new("with-an-error");
    let wrong = shipped_guide().replacen("party: \"cosm\"", "party: \"cosn\"", 1);
    fs::write(desk.dir.join("gids.ron"), wrong).unwrap();
    let ran = desk.release("2026-12", &[]);
    ran.refused_with(1, &["cosn"]);
    assert!(!desk.dir.join("uit.ron").exists());
}

#[test]
fn a_call_that_cannot_be_is_refused() {
    let desk = Desk::new("wrong-calls");
    let guide = desk.path("gids.ron");
    run(&["release", "--edition", "x", "--out", &desk.path("uit.ron")]).refused_with(2, &["--guide"]);
    run(&["release", "--guide", &guide, "--edition", "x", "--out", &guide]).refused_with(2, &["--out"]);
    desk.release(" ", &[]).refused_with(2, &["--edition"]);
    run(&["release", "--guide", &guide, "--edition", "x", "--out", &desk.path("uit.ron"), "--date", "2999-01-01"])
        .refused_with(2, &["2999"]);
    assert_eq!(desk.read("gids.ron"), shipped_guide());
}
