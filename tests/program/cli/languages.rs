//! What is refused is refused in the language that was asked for, wherever `--lang` stands.

use std::{fs, path::Path};

use wegwijzer::model::Lang;

use super::run::{Ran, empty_dir, run, run_with, shipped_guide};
use crate::errors::foreign;

/// Runs a call in a language, with something on standard input that is no text.
fn in_language(call: &[&str], lang: &str, lang_first: bool) -> Ran {
    let call = if lang_first { [&["--lang", lang], call].concat() } else { [call, &["--lang", lang]].concat() };
    run_with(&call, b"\xff\xfe", |_| {})
}

/// That a call is refused in Dutch and in English, with one exit code, and that both name these.
#[track_caller]
fn check(call: &[&str], exit: i32, parts: &[&str]) {
    for (name, lang) in [("nl", Lang::Nl), ("en", Lang::En)] {
        for lang_first in [false, true] {
            let ran = in_language(call, name, lang_first);
            let said = ran.refused(exit);
            assert_eq!(foreign(said, lang), Vec::<String>::new(), "{}: {said}", ran.typed);
            for part in parts {
                assert!(said.contains(part), "{}: «{part}» is not in «{said}»", ran.typed);
            }
        }
    }
    let [dutch, english] = ["nl", "en"].map(|lang| in_language(call, lang, true).err);
    assert_ne!(dutch, english, "{call:?}");
}

#[test]
fn a_wrong_call_is_refused_in_the_language_that_was_asked_for() {
    for (call, parts) in [
        ("lookup leeftyd=volwassen", vec!["«leeftyd»", "«leeftijd»"]),
        ("lookup leeftijd=volwasen", vec!["«volwasen»", "«volwassen»"]),
        ("lookup leeftijd", vec!["«leeftijd»", "leeftijd=volwassen"]),
        ("lookup leeftijd=12 leeftijd=15", vec!["«leeftijd»"]),
        ("lookup uitbuiting=arbeid,niet-arbeid", vec!["«uitbuiting»", "«arbeid»"]),
        ("lookup leeftijd=volwassen alleenstaand=ja", vec!["leeftijd, alleenstaand"]),
        ("lookup --gemeente Utregt", vec!["«Utregt»", "«Utrecht»", "«onbekend»"]),
        ("lookup --phase zorgg", vec!["«zorgg»", "«zorg»"]),
        ("lookup --profile -", vec![]),
        ("lookup --profile x", vec!["«x»", "--profile"]),
        ("lookup --date 2022-13-01", vec!["«2022-13-01»", "-MM-DD"]),
        ("--date 2022", vec!["«2022»"]),
        ("compare leeftijd=12", vec!["--with", "--with-date"]),
        ("compare leeftijd=12 --with-date x", vec!["«x»"]),
        ("explain comensa", vec!["«comensa»", "«comensha»"]),
        ("explain comensha --fase x", vec!["«--fase»"]),
        ("explain", vec!["<PART"]),
        ("route --from gemeente", vec!["--to <PART"]),
        ("search", vec!["<WO"]),
        ("lokup", vec!["«lokup»", "«lookup»"]),
        ("lookup --format jsn", vec!["«jsn»", "text, json"]),
        ("lookup --guide", vec!["--guide <"]),
        ("lookup --phase zorg --phase zorg", vec!["--phase"]),
        ("export card --out kaart.doc", vec!["--out", "«.doc»", ".pdf", ".txt"]),
        ("export poster --out poster", vec!["--out", ".svg", ".png", ".pdf"]),
        ("export dot --out keten.svg", vec!["--out", "«.svg»", ".dot"]),
        ("export poster --out x.pdf --paper a9", vec!["«a9»", "a4, a3"]),
    ] {
        check(&call.split_whitespace().collect::<Vec<_>>(), 2, &parts);
    }
}

#[test]
fn a_file_is_refused_in_the_language_that_was_asked_for() {
    let dir = empty_dir("a-file-in-both-languages");
    let write = |name: &str, text: &str| {
        fs::write(dir.join(name), text).expect("a file");
        dir.join(name).to_str().expect("a path").to_owned()
    };
    let missing = dir.join("weg.ron").to_str().expect("a path").to_owned();
    let brief = write("brief.ron", "Geachte voorzitter");
    let comma = write("komma.ron", "(schema: 1, title: \"x\" edition: \"y\")");
    let newer = write("nieuwer.ron", &shipped_guide().replacen("schema: 1", "schema: 2", 1));
    let stranger = write("vreemd.ron", "(schema: 2, later: [])");
    let wrong_id = write("id.ron", &shipped_guide().replacen("id: \"", "id: \"Geen Id ", 1));
    let dangling = write("niets.ron", &shipped_guide().replacen("source: \"", "source: \"bestaat-niet-", 1));
    let shuffled = write("vorm.ron", &format!("\n{}", shipped_guide()));
    let folder = dir.join("nergens").join("kaart.pdf").to_str().expect("a path").to_owned();
    for (call, parts) in [
        (["lookup", "--guide", &missing], vec!["weg.ron"]),
        (["lookup", "--guide", dir.to_str().expect("a path")], vec![]),
        (["check", &brief, "--format=text"], vec!["brief.ron", " 1"]),
        (["check", &comma, "--format=json"], vec!["komma.ron", " 1"]),
        (["check", &stranger, "--format=json"], vec!["vreemd.ron", "2"]),
        (["schema", "--guide", &wrong_id], vec!["«Geen Id ", "first[0].id"]),
        (["schema", "--guide", &dangling], vec!["«bestaat-niet-"]),
        (["fmt", &newer, "--check"], vec!["2"]),
        (["fmt", &shuffled, "--check"], vec!["vorm.ron", "--check"]),
    ] {
        check(&call, 1, &parts);
    }
    check(&["export", "card", "--out", &folder], 1, &["nergens"]);
}

#[cfg(unix)]
#[test]
fn output_that_cannot_be_written_is_told_in_the_language_that_was_asked_for() {
    for (lang, expected) in [
        ("nl", "kan de uitvoer niet helemaal schrijven: de schijf is vol\n"),
        ("en", "cannot write all of the output: the disk is full\n"),
    ] {
        let ran = run_with(&["schema", "--lang", lang], b"", |command| {
            command.stdout(fs::OpenOptions::new().write(true).open(Path::new("/dev/full")).expect("a full disk"));
        });
        assert_eq!((ran.exit, ran.err.as_str()), (1, expected), "{}", ran.typed);
    }
}

#[cfg(unix)]
#[test]
fn a_word_that_is_no_text_is_refused_in_the_language_that_was_asked_for() {
    use std::{ffi::OsStr, os::unix::ffi::OsStrExt as _};
    for (lang, expected) in [("nl", "geen leesbare tekst"), ("en", "not readable text")] {
        let words = [OsStr::new("lookup"), OsStr::from_bytes(b"\xff=x"), OsStr::new("--lang"), OsStr::new(lang)];
        run(&words).refused_with(2, &[expected, "UTF-8"]);
    }
}
