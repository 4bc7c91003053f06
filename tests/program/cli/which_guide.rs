//! Which guide answers: a copy with one changed digit never looks like the guide inside the program.

use std::fs;

use super::{
    answer::text,
    run::{empty_dir, json, run, shipped_guide},
};

/// Everything that answers in words.
const LINES: [&str; 9] = [
    "lookup leeftijd=12",
    "explain comensha",
    "compare leeftijd=12 --with leeftijd=15",
    "route --from politie --to comensha",
    "search opvang",
    "check",
    "scenarios",
    "report sources",
    "report coverage",
];

/// A file that this test may use for a guide, as text.
fn file(name: &str, content: &str) -> String {
    let file = empty_dir(name).join("wegwijzer-2.ron");
    fs::write(&file, content).expect("a guide");
    file.to_str().expect("a path").to_owned()
}

fn with<'a>(line: &'a str, guide: &'a str) -> Vec<&'a str> {
    line.split(' ').chain(["--guide", guide]).collect()
}

#[test]
fn one_changed_digit_is_seen_in_every_answer() {
    let changed = file("one-changed-digit", &shipped_guide().replacen("033 448 11 86", "033 448 11 68", 1));
    for line in LINES {
        let said = run(&with(line, &changed)).out;
        assert!(said.contains("«wegwijzer-2.ron», niet de ingebouwde gids"), "{line}:\n{said}");
        let english = run(&[with(line, &changed), vec!["--lang", "en"]].concat()).out;
        assert!(english.contains("not the built-in guide"), "{line}:\n{english}");
        let own: Vec<&str> = line.split(' ').collect();
        assert!(!run(&own).out.contains("ingebouwde gids"), "{line}: the guide inside the program looks as before");
        let guide = &run(&[with(line, &changed), vec!["--format", "json"]].concat()).value()["guide"];
        assert_eq!(guide["origin"], "bestand", "{line}: {guide}");
        assert_eq!(guide["same_as_built_in"], false, "{line}: {guide}");
    }
    let dir = empty_dir("one-changed-digit-on-paper");
    for (what, name) in
        [("card", "k.txt"), ("poster", "p.svg"), ("graphml", "k.graphml"), ("dot", "k.dot"), ("site", "k.html")]
    {
        let out = dir.join(name);
        let out = out.to_str().expect("a path");
        let saved = run(&["export", what, "--out", out, "--guide", &changed, "--format", "json"]).fine().value();
        assert_eq!(saved["guide"]["same_as_built_in"], false, "{saved}");
        let made = fs::read_to_string(out).expect("a file");
        assert!(made.contains("niet de ingebouwde gids"), "{what} looks like that of the guide inside the program");
        run(&["export", what, "--out", out]).fine();
        assert!(!fs::read_to_string(out).expect("a file").contains("ingebouwde gids"), "{what}");
    }
}

#[test]
fn a_copy_is_told_apart_by_what_it_says_and_not_by_how_it_is_laid_out() {
    let own = json(&["lookup"])["guide"].clone();
    assert_eq!((text(&own, "origin"), &own["same_as_built_in"]), ("ingebouwd", &true.into()));
    assert_eq!(text(&own, "sha256").len(), 64);
    let copy = file("a-copy", &shipped_guide());
    let same = json(&["lookup", "--guide", &copy])["guide"].clone();
    assert_eq!((text(&same, "origin"), &same["same_as_built_in"]), ("bestand", &true.into()));
    assert_eq!(same["sha256"], own["sha256"], "the sum is of the bytes");
    let airy = file("an-airy-copy", &shipped_guide().replace("\n  parties: [", "\n\n  // partijen\n  parties: ["));
    let airy_guide = json(&["lookup", "--guide", &airy])["guide"].clone();
    assert_eq!(airy_guide["same_as_built_in"], true);
    assert_ne!(airy_guide["sha256"], own["sha256"]);
    assert!(!run(&["lookup", "--guide", &airy]).fine().out.contains("ingebouwde gids"));
}

#[test]
fn a_guide_of_a_newer_program_says_so_in_one_line_beside_its_answer() {
    let newer = file("a-newer-guide", &shipped_guide().replacen("schema: 1,", "schema: 2,", 1));
    for line in LINES {
        for (lang, part) in [("nl", "nieuwere versie"), ("en", "newer version")] {
            let ran = run(&[with(line, &newer), vec!["--lang", lang]].concat());
            assert_eq!(ran.exit, 0, "{line}: {}", ran.err);
            assert!(ran.err.contains(part) && ran.err.lines().count() == 1, "{line}: «{}»", ran.err);
            assert!(!ran.out.is_empty());
        }
    }
}

#[test]
fn a_form_that_never_existed_is_refused_however_it_is_written() {
    for zero in ["0", "0x0", "0b0", "0_0"] {
        let odd = file("a-form-of-nought", &shipped_guide().replacen("schema: 1,", &format!("schema: {zero},"), 1));
        run(&["lookup", "--guide", &odd]).refused_with(1, &["orm 0 bestaat niet"]);
    }
}

#[test]
fn the_guide_that_answers_is_never_written_over() {
    let guide = file("the-guide-that-answers", &shipped_guide());
    let as_text = guide.replace(".ron", ".txt");
    fs::rename(&guide, &as_text).expect("another name");
    run(&["export", "card", "--guide", &as_text, "--out", &as_text]).refused_with(2, &["--out", "andere naam"]);
    assert_eq!(fs::read_to_string(&as_text).expect("the guide"), shipped_guide());
}

#[test]
fn what_nobody_sees_is_a_problem_and_never_reaches_a_terminal() {
    for (sign, name) in [
        ("\\u{1b}[31m", "U+001B"),
        ("\\u{202e}", "U+202E"),
        ("\\n  Acuut gevaar? Bel 113.", "U+000A"),
        ("\\u{200b}", "U+200B"),
        ("\\u{2028}", "U+2028"),
        ("\\u{ad}", "U+00AD"),
    ] {
        let forged = shipped_guide().replacen("nl: \"CoMensha", &format!("nl: \"{sign}CoMensha"), 1);
        assert_ne!(forged, shipped_guide());
        let guide = file("what-nobody-sees", &forged);
        let checked = run(&["check", &guide]);
        assert_eq!(checked.exit, 1, "{name}: {}", checked.out);
        assert!(checked.out.contains("onzichtbaar-teken") && checked.out.contains(name), "{name}: {}", checked.out);
        for ran in [checked, run(&["lookup", "--guide", &guide]), run(&["search", "comensha", "--guide", &guide])] {
            let is_raw =
                |sign: char| sign != '\n' && (sign.is_control() || "\u{202e}\u{200b}\u{2028}\u{ad}".contains(sign));
            assert!(!ran.out.contains(is_raw) && !ran.err.contains(is_raw), "{}: {:?}", ran.typed, ran.out);
        }
    }
}

#[test]
fn what_stands_twice_or_says_nothing_is_an_error() {
    let shipped = shipped_guide();
    for (from, to, part) in [
        ("aliases: [", "aliases: [\"Dubbel\", \"Dubbel\", ", "dubbel-in-lijst"),
        ("count: 3,", "count: 0,", "termijn-van-niets"),
    ] {
        let changed = shipped.replacen(from, to, 1);
        assert_ne!(changed, shipped, "«{from}»");
        let checked = run(&["check", &file("what-stands-twice", &changed)]);
        assert_eq!(checked.exit, 1);
        assert!(checked.out.contains(part), "{part}: {}", checked.out);
    }
    let at = shipped.find("      given: {").expect("a scenario") + "      given: {".len();
    let twice = format!(
        "{}\n        \"leeftijd\": [\"12\"],\n        \"leeftijd\": [\"15\"],{}",
        &shipped[..at],
        &shipped[at..]
    );
    let guide = file("a-key-twice", &twice);
    run(&["check", &guide]).refused_with(1, &["«leeftijd» staat er twee keer"]);
    run(&["fmt", &guide]).refused_with(1, &["«leeftijd»"]);
    assert_eq!(fs::read_to_string(&guide).expect("the guide"), twice, "fmt leaves it as it is");
}

#[test]
fn a_guide_can_be_named_as_what_opens_a_file_names_it() {
    let guide = file("named-as-a-file", &shipped_guide().replacen("033 448 11 86", "033 448 11 68", 1));
    let found = json(&[&guide, "lookup"])["guide"].clone();
    assert_eq!((text(&found, "origin"), text(&found, "file")), ("bestand", "wegwijzer-2.ron"));
    for words in [&["nergens.ron", "lookup"][..], &["map/nergens", "lookup"], &["--lang", "nl", "./nergens", "lookup"]]
    {
        run(words).refused_with(1, &["nergens"]);
    }
    run(&["nergens", "lookup"]).refused_with(2, &["«nergens»"]);
    run(&[&guide, "--guide", &guide, "lookup"]).refused_with(2, &["--guide", "twee keer"]);
    // Alone it is for the window, which says here that there is no screen.
    let ran = super::run::run_with(&[&guide], b"", |command| {
        for name in ["DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET"] {
            command.env_remove(name);
        }
    });
    if cfg!(target_os = "linux") {
        ran.refused_with(1, &["geen scherm gevonden"]);
    }
}
