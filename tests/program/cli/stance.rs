//! What a source says of what rests on it, how old that is, and how old a contact is.

use std::{fs, path::PathBuf};

use serde_json::Value;

use super::{
    answer::{answers, items, strings},
    files::small_guide,
    run::{Ran, empty_dir, run},
};

const CITED: &str = r#"task: "Neemt de melding aan.", cites: [(source: "s1", at: "1")]"#;

/// The small guide with other sources, other citations of its one task, and a number of its one party.
struct Guide {
    sources: &'static str,
    cites: &'static str,
    contact: &'static str,
}

const PLAIN: Guide = Guide { sources: "", cites: r#"(source: "s1", at: "1")"#, contact: "" };

/// A source without a date, with another field.
const UNDATED: &str = r#", (id: "s2", title: "Pagina", publisher: "Politie", no_later_than: "2019", certainty: midden,
    outdated: true)"#;

impl Guide {
    fn file(&self, name: &str) -> PathBuf {
        let guide = small_guide()
            .replace("certainty: hoog)]", &format!("certainty: hoog){}]", self.sources))
            .replace(CITED, &CITED.replace(r#"(source: "s1", at: "1")"#, self.cites))
            .replace(
                r#"summary: "Neemt meldingen aan.","#,
                &format!(r#"summary: "Neemt meldingen aan.", {}"#, self.contact),
            );
        let file = empty_dir(name).join("gids.ron");
        fs::write(&file, guide).expect("a guide");
        file
    }
}

fn ask(line: &str, guide: &Guide, name: &str) -> Ran {
    let file = guide.file(name);
    let mut args: Vec<&str> = line.split_whitespace().collect();
    let path = file.to_str().expect("a path that is text");
    if args[0] == "check" {
        args.push(path);
    } else {
        args.extend(["--guide", path]);
    }
    run(&args)
}

fn only_answer(found: &Value) -> Value {
    answers(found).next().expect("one answer").clone()
}

#[test]
fn a_source_that_announces_contradicts_or_only_names_it_is_no_latest_source() {
    let later = r#", (id: "s2", title: "Later", publisher: "Ministerie", date: "2025", certainty: hoog)"#;
    let words = [
        ("kondigt_aan", "kondigt-aan", "kondigt het alleen aan", "only announces it"),
        ("spreekt_tegen", "spreekt-tegen", "spreekt het tegen", "contradicts it"),
        ("noemt", "noemt", "noemt het alleen", "only names it"),
    ];
    for (written, id, dutch, english) in words {
        let cites = format!(r#"(source: "s1", at: "1"), (source: "s2", at: "2", stance: {written})"#);
        let guide = Guide { sources: later, cites: cites.leak(), ..PLAIN };
        let found = only_answer(&ask("lookup --format json --date 2026-11-28", &guide, "stance").fine().value());
        assert_eq!(found["last_source"], "2022-02-03", "{written}");
        assert_eq!(found["sources"][0]["stance"], "zegt");
        assert_eq!(found["sources"][1]["stance"], id);
        for (lang, said) in [("nl", dutch), ("en", english)] {
            for line in ["lookup --all", "explain politie", "report sources"] {
                let out = ask(&format!("{line} --date 2026-11-28 --lang {lang}"), &guide, "stance").fine().out;
                assert!(out.contains(said), "{line} --lang {lang} does not say «{said}»:\n{out}");
            }
        }
        let report = ask("report sources --format json", &guide, "stance").fine().value();
        let later = items(&report, "sources").iter().find(|source| source["id"] == "s2").expect("the later source");
        assert_eq!(strings(&later["objects"]), ["politie-melden"]);
        assert_eq!(strings(&later["cited"][0]["stances"]), [id]);
    }
    // What says so does count.
    let guide = Guide { sources: later, cites: r#"(source: "s1", at: "1"), (source: "s2", at: "2")"#, ..PLAIN };
    let found = only_answer(&ask("lookup --format json --date 2026-11-28", &guide, "stance").fine().value());
    assert_eq!(found["last_source"], "2025");
}

#[test]
fn a_record_of_which_no_source_says_that_it_holds_is_a_problem() {
    let guide = Guide { cites: r#"(source: "s1", at: "1", stance: noemt)"#, ..PLAIN };
    let ran = ask("check --format json", &guide, "stance-alone");
    assert_eq!(ran.exit, 1, "{}", ran.out);
    let found = ran.value();
    let problem = &items(&found, "problems")[0];
    assert_eq!((&problem["rule"], &problem["object"]), (&"geen-bron-zegt-het".into(), &"politie-melden".into()));
    assert_eq!(ask("check", &PLAIN, "stance-alone").exit, 0);
    // What is only announced may stand, and says so wherever it is an answer.
    let guide = Guide { cites: r#"(source: "s1", at: "1", stance: kondigt_aan)"#, ..PLAIN };
    let found = ask("check --format json", &guide, "stance-announced").fine().value();
    assert_eq!(items(&found, "problems")[0]["rule"], "alleen-aangekondigd");
    for line in ["lookup --all", "explain politie"] {
        let out = ask(line, &guide, "stance-announced").fine().out;
        assert!(out.contains("alleen aangekondigd: geen bron zegt dat dit er kwam"), "{line}:\n{out}");
    }
    let found = only_answer(&ask("lookup --format json", &guide, "stance-announced").fine().value());
    assert_eq!((&found["only_announced"], &found["last_source"]), (&true.into(), &Value::Null));
}

#[test]
fn an_undated_source_that_is_no_later_than_a_year_is_old_after_five_more() {
    let guide = Guide { sources: UNDATED, cites: r#"(source: "s2", at: "1")"#, ..PLAIN };
    for (date, is_old) in [("2024-12-31", false), ("2025-01-01", true)] {
        let out = ask(&format!("lookup --all --date {date}"), &guide, "no-later-than").fine().out;
        assert!(out.contains("laatste bron: uiterlijk 2019"), "{out}");
        assert_eq!(out.contains("Dit is oud"), is_old, "{date}:\n{out}");
    }
    let found = only_answer(&ask("lookup --format json --date 2026-11-28", &guide, "no-later-than").fine().value());
    assert_eq!(found["last_source"], Value::Null);
    assert_eq!(found["source_at_latest"], "2019");
    assert_eq!(found["sources"][0]["no_later_than"], "2019");
    // A source of that year at the latest says nothing of the years before.
    for (date, is_unknown) in [("2019-12-30", true), ("2019-12-31", false)] {
        let found = only_answer(&ask(&format!("lookup --format json --date {date}"), &guide, "no-later-than").value());
        assert_eq!(found["start_unknown"], is_unknown, "{date}");
    }
}

#[test]
fn a_contact_without_a_date_or_from_an_outdated_source_is_marked() {
    let cases = [
        (r#"contacts: [(kind: telefoon, value: "0800 1234", source: "s1")],"#, None),
        (r#"contacts: [(kind: telefoon, value: "0800 1234", source: "s2")],"#, Some("uit een verouderde bron")),
        (r#"contacts: [(kind: telefoon, value: "0800 1234", source: "s3")],"#, Some("bron zonder datum")),
    ];
    let sources = format!(r#"{UNDATED}, (id: "s3", title: "Site", publisher: "Politie", certainty: midden)"#);
    for (contact, mark) in cases {
        let guide = Guide { sources: sources.clone().leak(), contact, ..PLAIN };
        let out = ask("lookup --all", &guide, "contact-age").fine().out;
        let line = out.lines().find(|line| line.contains("0800 1234")).expect("the contact");
        for words in ["uit een verouderde bron", "bron zonder datum"] {
            assert_eq!(line.contains(words), Some(words) == mark, "{line}");
        }
        let card = empty_dir("contact-age-card").join("kaart.txt");
        let path = card.to_str().expect("a path that is text");
        ask(&format!("export card --full --out {path} leeftijd=0-17"), &guide, "contact-age").fine();
        let card = fs::read_to_string(&card).expect("the card");
        for words in ["uit een verouderde bron", "bron zonder datum"] {
            assert_eq!(card.contains(words), Some(words) == mark, "{contact}:\n{card}");
        }
        let found = only_answer(&ask("lookup --format json", &guide, "contact-age").fine().value());
        let told = &found["contacts"][0];
        assert_eq!(told["outdated"], mark == Some("uit een verouderde bron"));
        assert_eq!(told["date"].is_null(), mark.is_some());
        let warned = ask("check", &guide, "contact-age").out.contains("contact-verouderd");
        assert_eq!(warned, mark == Some("uit een verouderde bron"));
    }
}

#[test]
fn the_words_of_lookup_give_latest_source_validity_and_age_of_every_answer() {
    let out = run(&["lookup", "--all", "--date", "2026-11-28"]).fine().out;
    let count = |words: &str| out.lines().filter(|line| line.trim_start().starts_with(words)).count();
    let answers = count("■ ") + count("□ ");
    assert!(answers > 100, "{answers} answers");
    assert_eq!(count("laatste bron: "), answers);
    assert!(out.contains("· Dit is oud. Ga het eerst na"));
    assert!(out.contains("geldt: vanaf 19 mei 2023"));
}

#[test]
fn explain_prints_what_a_reader_must_know_of_the_party() {
    let out = run(&["explain", "regionale-projectleider"]).fine().out;
    let note = out.lines().nth(2).expect("a third line");
    assert!(note.trim_start().starts_with("let op: "), "{out}");
}

#[test]
fn what_a_source_denies_announces_or_only_names_is_told_so_in_the_guide() {
    let found = run(&["lookup", "--format", "json", "--date", "2026-01-15"]).fine().value();
    let stance_of = |answer: &str, source: &str| -> String {
        let answer = answers(&found).find(|found| found["id"] == answer).unwrap_or_else(|| panic!("{answer}"));
        let cited = items(answer, "sources").iter().find(|cited| cited["id"] == source);
        cited.unwrap_or_else(|| panic!("{source} of {answer}"))["stance"].as_str().expect("words").to_owned()
    };
    for (answer, source, stance) in [
        // The report of 2025 says that not every signal is taken up.
        ("politie-signaleren", "p59", "spreekt-tegen"),
        // It speaks of the bedenktijd, not of the shelter.
        ("cosm-opvang-vanaf-2023", "p33", "noemt"),
        // It does not speak of who alone may place there.
        ("comensha-opvang-cosm", "p84", "noemt"),
        // It counts reports, and does not say that the service must report.
        ("politie-registreren", "p106", "noemt"),
        // It says where the rules stand since 2013, and nothing of this task.
        ("kmar-vaststellen-aanwijzing-gedaan", "p98", "noemt"),
        // It speaks of a policy of the region.
        ("gemeente-bestuurlijk-beleid", "p108", "noemt"),
        ("gemeente-bestuurlijk-beleid", "p109", "zegt"),
        // The letter of 2017 says what the group is going to do.
        ("expertgroep-criminele-uitbuiting-informatie", "s001", "kondigt-aan"),
    ] {
        assert_eq!(stance_of(answer, source), stance, "{source} of {answer}");
    }
}

#[test]
fn a_number_that_only_an_outdated_page_gives_is_no_contact() {
    let found = run(&["explain", "emm", "--format", "json"]).fine().value();
    for answer in items(&found, "answers") {
        assert_eq!(items(answer, "contacts"), [] as [Value; 0]);
    }
    assert!(!run(&["check"]).out.contains("contact-verouderd"));
}
