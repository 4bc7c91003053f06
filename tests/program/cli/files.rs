//! Guides that are not shipped: broken ones, and ones that lost something.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use serde_json::Value;

use super::{
    answer::{items, strings, text},
    run::{Ran, empty_dir, everything_in, json, run, shipped_guide},
};

/// The smallest guide that is of any use: one party with one task, and a phase in which nobody has any.
pub(crate) fn small_guide() -> &'static str {
    r#"(
  schema: 1, title: "Kleine gids", edition: "2026-11", owner: (name: "Beheer"),
  sources: [(id: "s1", title: "Brief", publisher: "Ministerie", date: "2022-02-03", certainty: hoog)],
  facet_sections: [(id: "persoon", label: (nl: "Persoon"))],
  facets: [(id: "leeftijd", kind: one, label: (nl: "Leeftijd"), question: (nl: "Hoe oud is deze persoon?"),
    section: "persoon",
    values: [(id: "0-17", label: (nl: "tot 18")), (id: "18-plus", label: (nl: "18 en ouder"))])],
  phases: [
    (id: "identificatie", letter: 'A', title: (nl: "Identificatie"), short: (nl: "Identificatie"),
      aspects: [(id: "melden", label: (nl: "Melden"))]),
    (id: "zorg", letter: 'B', title: (nl: "Zorg"), short: (nl: "Zorg"), aspects: [(id: "opvang", label: (nl: "Opvang"))]),
  ],
  parties: [(id: "politie", kind: organisatie, names: [(name: (nl: "Politie"))], summary: "Neemt meldingen aan.",
    cites: [(source: "s1", at: "1")])],
  responsibilities: [(id: "politie-melden", party: "politie", aspect: "melden", role: voert_uit, primary: true,
    who: Is("leeftijd", ["0-17"]), task: "Neemt de melding aan.", cites: [(source: "s1", at: "1")])],
)
"#
}

/// The records of a list of a guide in canonical form, such as `sources`, and what stands before and after them.
pub(crate) fn records<'a>(guide: &'a str, list: &str) -> (&'a str, Vec<&'a str>, &'a str) {
    let opening = format!("\n  {list}: [\n");
    let start = guide.find(&opening).unwrap_or_else(|| panic!("no list «{list}»")) + opening.len();
    let end = start + guide[start..].find("\n  ],\n").expect("the end of the list") + 1;
    let records: Vec<&str> = guide[start..end].split_inclusive("\n    ),\n").collect();
    assert!(records.len() > 1 && records.iter().all(|r| r.starts_with("    (\n")), "«{list}» is not canonical");
    (&guide[..start], records, &guide[end..])
}

/// A guide in canonical form without one of its sources.
fn without_source(guide: &str, id: &str) -> String {
    let (before, records, after) = records(guide, "sources");
    let kept: Vec<&str> =
        records.iter().copied().filter(|record| !record.contains(&format!("      id: \"{id}\",\n"))).collect();
    assert_eq!(kept.len() + 1, records.len(), "one source is taken out");
    format!("{before}{}{after}", kept.concat())
}

/// Everything that reads a guide with `--guide`.
const READERS: [&str; 10] = [
    "lookup leeftijd=12",
    "lookup --format json",
    "explain comensha",
    "compare leeftijd=12 --with leeftijd=15",
    "route --from politie --to comensha",
    "search opvang",
    "schema",
    "scenarios --format json",
    "report sources",
    "report coverage",
];

fn with_guide(line: &str, guide: &Path) -> Ran {
    let mut args: Vec<&str> = line.split_whitespace().collect();
    args.extend(["--guide", guide.to_str().expect("a path that is text")]);
    run(&args)
}

fn on_file(words: &[&str], file: &Path) -> Ran {
    run(&[words, &[file.to_str().expect("a path that is text")]].concat())
}

/// A directory with one of every kind of thing that is no guide; each with words that belong in its line.
fn no_guides(dir: &Path) -> Vec<(PathBuf, Vec<&'static str>)> {
    let broken = |name: &str| {
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/broken").join(name);
        fs::read(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
    };
    let cut = shipped_guide();
    let cut = &cut.as_bytes()[..cut.len() / 2];
    let write = |name: &str, bytes: &[u8], parts: Vec<&'static str>| {
        fs::write(dir.join(name), bytes).expect("a file");
        (dir.join(name), parts)
    };
    fs::create_dir(dir.join("map")).expect("a directory");
    vec![
        (dir.join("weg.ron"), vec!["bestaat niet"]),
        (dir.join("weg").join("weg.ron"), vec!["bestaat niet"]),
        (dir.join("map"), vec!["map"]),
        write("leeg.ron", b"", vec!["leeg"]),
        write("binair.ron", b"\x7fELF\0\0\x01\xff\xfe\0", vec!["geen tekstbestand"]),
        write("letter.txt", b"Geachte voorzitter,\n\nHierbij bied ik u aan.\n", vec!["egel 1"]),
        write("json.ron", br#"{"schema": 1, "title": "Gids"}"#, vec!["egel 1"]),
        write("komma.ron", &broken("komma-mist.ron"), vec!["egel ", "kolom ", "komma"]),
        write("haakje.ron", &broken("haakje-mist.ron"), vec!["egel ", "kolom ", "haakje"]),
        write("rol.ron", &broken("onbekende-rol.ron"), vec!["egel ", "kolom ", "role"]),
        write("half.ron", cut, vec!["egel "]),
    ]
}

#[test]
fn what_is_no_guide_gives_one_dutch_line_and_nothing_is_written() {
    let dir = empty_dir("what-is-no-guide");
    let files = no_guides(&dir);
    let before = everything_in(&dir);
    for (file, parts) in &files {
        let name = file.file_name().and_then(|name| name.to_str()).expect("a name");
        let parts = [&parts[..], &[name]].concat();
        let mut ran: Vec<Ran> = READERS.iter().map(|line| with_guide(line, file)).collect();
        for words in [vec!["check"], vec!["check", "--format", "json"], vec!["fmt"], vec!["fmt", "--check"]] {
            ran.push(on_file(&words, file));
        }
        for ran in ran {
            ran.refused_with(1, &parts);
            for foreign in ["error", "Error", "expected", "No such file", "panicked", "invalid", "os error"] {
                assert!(!ran.err.contains(foreign), "{}: «{foreign}» is not Dutch: {}", ran.typed, ran.err);
            }
        }
    }
    assert_eq!(everything_in(&dir), before, "nothing is written");
}

#[test]
fn a_guide_with_errors_is_checked_but_not_used() {
    let dir = empty_dir("a-guide-with-errors");
    let file = dir.join("fouten.ron");
    fs::write(&file, small_guide().replace(r#"aspect: "melden""#, r#"aspect: "meldne""#)).expect("a file");
    let before = everything_in(&dir);
    for line in READERS {
        with_guide(line, &file).refused_with(1, &["fout", "politie-melden"]);
    }
    let checked = on_file(&["check", "--format", "json"], &file);
    assert_eq!((checked.exit, checked.err.as_str()), (1, ""), "the problems are the output");
    let problems = checked.value();
    let [problem] = items(&problems, "problems") else { panic!("one problem: {problems}") };
    assert_eq!((text(problem, "severity"), text(problem, "object")), ("error", "politie-melden"));
    let words = text(problem, "text");
    assert!(words.contains("«meldne»") && words.contains("«melden»"), "it names the nearest: {words}");
    let in_words = on_file(&["check"], &file);
    assert_eq!((in_words.exit, in_words.err.as_str()), (1, ""));
    assert!(in_words.out.contains("politie-melden"), "{}", in_words.out);
    // With `--guide` it is the same file.
    let with_option = run(&["check", "--guide", file.to_str().expect("a path"), "--format", "json"]);
    assert_eq!((with_option.exit, with_option.value()), (1, problems));
    assert_eq!(everything_in(&dir), before, "nothing is written");
}

#[test]
fn a_guide_without_a_single_record_is_asked_like_any_other() {
    let file = empty_dir("a-guide-without-records").join("leeg.ron");
    fs::write(&file, r#"(schema: 1, title: "T", edition: "2026-11", owner: (name: "x"))"#).expect("a file");
    for line in ["lookup", "schema", "search politie", "scenarios"] {
        with_guide(line, &file).fine();
    }
}

#[test]
fn a_case_is_asked_in_its_own_gemeente() {
    let dir = empty_dir("a-case-in-its-gemeente");
    let task = r#"id: "politie-melden","#;
    let case = |gemeente: &str, outcome: &str| {
        let guide = small_guide().replace(task, r#"id: "politie-melden", area: ["Twente"],"#);
        let case = format!(
            r#"scenarios: [(id: "geval", title: (nl: "Geval", en: "Case"), story: "Verzonnen.", date: "2026-11-01",
            given: {{"leeftijd": ["0-17"]}}, gemeente: "{gemeente}",
            expect: [(aspect: "melden", party: "politie", outcome: {outcome})])], parties:"#
        );
        let file = dir.join(format!("{gemeente}-{outcome}.ron"));
        fs::write(&file, guide.replacen("parties:", &case, 1)).expect("a file");
        file
    };
    assert!(with_guide("scenarios", &case("Enschede", "geldt")).fine().out.contains('1'));
    let missed = with_guide("scenarios", &case("Utrecht", "geldt"));
    assert_eq!(missed.exit, 1);
    assert!(missed.out.contains("verwacht «geldt»"), "{}", missed.out);
    let nowhere = on_file(&["check", "--format", "json"], &case("Nergenshuizen", "geldt"));
    assert_eq!(nowhere.exit, 1);
    assert!(nowhere.out.contains("Nergenshuizen"), "{}", nowhere.out);
}

#[test]
fn a_number_that_the_party_does_not_have_is_an_error() {
    let file = empty_dir("a-number-of-nobody").join("nummer.ron");
    let task = r#"id: "politie-melden","#;
    assert!(small_guide().contains(task));
    fs::write(&file, small_guide().replace(task, r#"id: "politie-melden", phone: "0900 0000","#)).expect("a file");
    let checked = on_file(&["check", "--format", "json"], &file);
    let problems = checked.value();
    let [problem] = items(&problems, "problems") else { panic!("one problem: {problems}") };
    assert_eq!((text(problem, "severity"), text(problem, "object")), ("error", "politie-melden"));
    assert!(text(problem, "text").contains("«0900 0000»"), "{problem}");
}

#[test]
fn a_good_guide_of_ones_own_is_used() {
    let file = empty_dir("a-good-guide-of-ones-own").join("eigen.ron");
    fs::write(&file, small_guide()).expect("a file");
    let path = file.to_str().expect("a path");
    let found = json(&["lookup", "leeftijd=0-17", "--guide", path]);
    assert_eq!(found["guide"]["title"], "Kleine gids");
    let answer = &items(&items(&found, "phases")[0], "answers")[0];
    assert_eq!((text(answer, "party"), text(answer, "match")), ("politie", "applies"));
    // Its own words are the ones that count.
    run(&["lookup", "leeftijd=24-plus", "--guide", path]).refused_with(2, &["«24-plus»", "«18-plus»"]);
    run(&["explain", "comensha", "--guide", path]).refused_with(2, &["«comensha»"]);
    assert!(run(&["check", path]).fine().out.lines().all(|line| !line.starts_with("error")));
}

#[test]
fn what_loses_its_source_is_named() {
    let dir = empty_dir("what-loses-its-source");
    let report = json(&["report", "sources"]);
    for id in ["s002", "p28"] {
        let file = dir.join(format!("zonder-{id}.ron"));
        fs::write(&file, without_source(&shipped_guide(), id)).expect("a file");
        let checked = on_file(&["check", "--format", "json"], &file);
        assert_eq!((checked.exit, checked.err.as_str()), (1, ""), "{}", checked.typed);
        let problems = checked.value();
        let named: BTreeSet<&str> = items(&problems, "problems")
            .iter()
            .filter(|problem| problem["severity"] == "error" && text(problem, "text").contains(id))
            .map(|problem| text(problem, "object"))
            .collect();
        let source = items(&report, "sources").iter().find(|source| source["id"] == id).expect("the source");
        let rested: BTreeSet<&str> = strings(&source["objects"]).into_iter().collect();
        assert!(!rested.is_empty());
        assert_eq!(named, rested, "what lost source «{id}» is what rested on it");
        // Such a guide is not used, and the answer does not come from the guide inside the program instead.
        with_guide("lookup --format json", &file).refused(1);
    }
}

#[test]
fn a_scenario_that_does_not_come_out_fails() {
    let dir = empty_dir("a-scenario-that-fails");
    let file = dir.join("casus.ron");
    let scenario = r#"  scenarios: [(id: "casus", title: (nl: "Casus"), story: "Iemand komt binnen.", date: "2022-02-03",
    given: {"leeftijd": ["18-plus"]}, expect: [(aspect: "melden", party: "politie", outcome: geldt)])],
)
"#;
    let guide = small_guide().trim_end().strip_suffix(')').expect("the end").to_owned() + scenario;
    fs::write(&file, &guide).expect("a file");
    let ran = with_guide("scenarios --format json", &file);
    assert_eq!((ran.exit, ran.err.as_str()), (1, ""), "{}", ran.out);
    let told = ran.value();
    assert_eq!((&told["passed"], &told["failed"]), (&Value::from(0), &Value::from(1)));
    let case = &items(&told, "cases")[0];
    assert_eq!((text(case, "id"), &case["passed"]), ("casus", &Value::from(false)));
    assert!(case["problems"].to_string().contains("politie"), "it says what did not come out: {case}");
    // The same case for somebody of 12 comes out.
    fs::write(&file, guide.replace(r#"["18-plus"]}"#, r#"["0-17"]}"#)).expect("a file");
    with_guide("scenarios", &file).fine();
}
