//! `report gaps`, `report overlaps`, `report freshness` and `verify`: what a coordinator looks after, held against the
//! answers that somebody else would get.

use std::{collections::BTreeMap, fs};

use serde_json::Value;
use wegwijzer::{
    edit::{Event, Why},
    file::Logboek,
};

use super::{
    answer::{answers, gaps, items, strings, text},
    run::{empty_dir, json, json_of, lookup, run, say, shipped_guide},
    shape::{List, Object, Text, TextOrNull, Texts, has_keys},
};

/// A person of a box, as one types it: of each facet the first value that it may have.
fn somebody(found: &Value) -> Option<String> {
    let who = found["who"].as_object().expect("who");
    // Where a person is, is no facet.
    if who.contains_key("veiligheidsregio") {
        return None;
    }
    let words = who.iter().map(|(facet, values)| {
        let values = strings(values);
        let is_each = values.len() > 1 && values.iter().any(|value| value.starts_with("niet-"));
        format!("{facet}={}", if is_each { values.join(",") } else { values[0].to_owned() })
    });
    Some(words.collect::<Vec<_>>().join(" "))
}

#[test]
fn a_gap_is_one_for_who_looks_it_up() {
    let report = json_of("--date 2026-12-01 report gaps");
    has_keys(&report, &[("guide", Object), ("boxes", List), ("only_provided", List), ("not_computed", List)]);
    let mut states: BTreeMap<&str, usize> = BTreeMap::new();
    for found in items(&report, "boxes") {
        has_keys(
            found,
            &[
                ("phase", Text),
                ("aspect", Text),
                ("who", Object),
                ("words", Text),
                ("parties", Texts),
                ("from", TextOrNull),
                ("until", TextOrNull),
                ("state", Text),
            ],
        );
        assert!(found["agreement"].is_null());
        *states.entry(text(found, "state")).or_default() += 1;
    }
    assert!(states.contains_key("documented"), "{states:?}");
    // A person of each kind of box is asked for as the desk does it.
    let mut asked = 0;
    let provided = items(&report, "only_provided").iter().step_by(4);
    for found in items(&report, "boxes").iter().step_by(7).chain(provided) {
        let Some(person) = somebody(found) else { continue };
        let answer = lookup(&format!("--date 2026-12-01 {person}"));
        let here =
            answers(&answer).filter(|answer| answer["aspect"] == found["aspect"] && answer["role"] == "voert-uit");
        let here: Vec<&Value> = here.filter(|answer| answer["match"] == "applies").collect();
        match text(found, "state") {
            "only-provided" => assert!(here.iter().all(|answer| !items(answer, "provided").is_empty()), "{found}"),
            state => {
                assert!(here.is_empty(), "{person}: {found}\n{here:?}");
                let told = gaps(&answer).any(|gap| gap["id"] == found["gap"] && gap["match"] == "applies");
                assert_eq!(told, state == "documented", "{person}: {found}");
            }
        }
        asked += 1;
    }
    assert!(asked > 5, "{asked}");
}

#[test]
fn an_overlap_is_one_for_who_looks_it_up() {
    let report = json_of("--date 2026-12-01 report overlaps");
    assert_eq!(report["more"], 0);
    let mut asked = 0;
    for found in items(&report, "boxes").iter().step_by(5) {
        let parties = strings(&found["parties"]);
        assert!(parties.len() > 1, "{found}");
        let Some(person) = somebody(found) else { continue };
        let answer = lookup(&format!("--date 2026-12-01 {person}"));
        for party in parties {
            // Of two tasks of a party one holds for some of these persons, and the other for the rest.
            let is_primary = |answer: &Value| {
                answer["party"] == party
                    && answer["aspect"] == found["aspect"]
                    && answer["role"] == found["role"]
                    && answer["primary"] == true
            };
            assert!(answers(&answer).any(is_primary), "{person}: {party} in {found}");
        }
        asked += 1;
    }
    assert!(asked > 5, "{asked}");
}

#[test]
fn a_report_of_one_day_is_that_part_of_the_report_of_all() {
    let all = json_of("report gaps");
    let then = json_of("--date 2022-02-03 report gaps");
    let holds = |found: &&Value| {
        let day = "2022-02-03";
        found["from"].as_str().is_none_or(|from| from <= day)
            && found["until"].as_str().is_none_or(|until| day <= until)
    };
    let expected: Vec<&Value> = items(&all, "boxes").iter().filter(holds).collect();
    assert_eq!(items(&then, "boxes").iter().collect::<Vec<_>>(), expected);
    assert!(expected.len() < items(&all, "boxes").len());
}

#[test]
fn reports_are_words_for_who_reads() {
    let gaps = say("--date 2026-12-01 report gaps").fine().out;
    assert!(gaps.contains("Gaten op 1 december 2026"), "{gaps}");
    assert!(gaps.contains("Fase B, ") && gaps.contains("zie --all"), "{gaps}");
    let overlaps = say("--date 2026-12-01 --lang en report overlaps").fine().out;
    assert!(overlaps.contains("Overlaps on 1 December 2026"), "{overlaps}");
    let all = say("report gaps --all").fine().out;
    assert!(all.contains("op alle dagen") && !all.contains("zie --all"), "{all}");
}

/// A copy of the shipped guide in a folder of its own.
fn copied(name: &str) -> (std::path::PathBuf, String) {
    let folder = empty_dir(name);
    let path = folder.join("gids.ron");
    fs::write(&path, shipped_guide()).unwrap();
    let typed = path.to_str().unwrap().to_owned();
    (path, typed)
}

#[test]
fn what_a_person_checked_is_noted_and_nothing_else_changes() {
    let (path, guide) = copied("verify");
    let fresh = |id: &str| -> Value {
        let report = json(&["--guide", &guide, "report", "freshness"]);
        let object = format!("responsibility/{id}");
        items(&report, "records").iter().find(|record| record["object"] == object.as_str()).expect("the task").clone()
    };
    has_keys(&fresh("comensha-registreren"), &[("object", Text), ("last_source", TextOrNull), ("state", Text)]);
    assert_eq!(fresh("comensha-registreren")["state"], "never");
    let call = ["--guide", &guide, "verify", "comensha-registreren", "--by", "functie X9", "--on", "2026-11-30"];
    let noted = json(&call);
    assert_eq!(strings(&noted["verified"]), ["responsibility/comensha-registreren"]);
    let checked = fresh("comensha-registreren");
    assert_eq!((&checked["verified"], &checked["due"]), (&"2026-11-30".into(), &"2027-11-30".into()));
    let changed = json(&["diff", "data/wegwijzer.ron", &guide]);
    let text = changed.to_string();
    assert!(text.contains("comensha-registreren") && !text.contains("comensha-opvang"), "{text}");
    // Who checked it stands in the log beside the guide, and not in the guide.
    assert!(!fs::read_to_string(&path).unwrap().contains("functie X9"));
    let log = Logboek::beside(&path).read::<Event>().unwrap();
    let said =
        |event: &Event| matches!(event, Event::Done(step) if step.why == Why::Verified && step.by == "functie X9");
    assert!(log.entries.iter().any(said), "{log:?}");
    // Once more changes nothing; a party is all of its tasks of that day.
    assert!(strings(&json(&call)["verified"]).is_empty());
    let whole = json(&["--guide", &guide, "verify", "party/comensha", "--by", "functie X9", "--on", "2026-11-30"]);
    assert!(strings(&whole["verified"]).len() > 5, "{whole}");
}

#[test]
fn what_nobody_checked_is_not_noted() {
    let (path, guide) = copied("verify-refused");
    let before = fs::read(&path).unwrap();
    for (line, parts) in [
        ("verify comensha-registreren --by x", vec!["--guide"]),
        ("--guide GIDS verify comensha-registreren", vec!["--by"]),
        ("--guide GIDS verify --by x", vec!["OBJECT"]),
        ("--guide GIDS verify comensha-registeren --by x", vec!["«comensha-registeren»", "«comensha-registreren»"]),
        ("--guide GIDS verify comensha --by x --on 2099-01-01", vec!["2099"]),
        ("--guide GIDS verify comensha --by x --on gisteren", vec!["gisteren"]),
    ] {
        let args: Vec<&str> = line.split(' ').map(|word| if word == "GIDS" { guide.as_str() } else { word }).collect();
        run(&args).refused_with(2, &parts);
    }
    assert_eq!(fs::read(&path).unwrap(), before);
    assert!(!Logboek::beside(&path).path().exists());
}

#[test]
fn a_letter_asks_a_party_for_all_that_the_guide_says_of_it() {
    let letter = say("--date 2026-12-01 verify --letter comensha").fine().out;
    assert!(letter.starts_with("Klopt dit nog? CoMensha in "), "{letter}");
    let told = json_of("--date 2026-12-01 verify --letter comensha");
    assert_eq!(text(&told, "text"), letter);
    let questions = items(&told, "questions");
    let answered = lookup("--date 2026-12-01");
    for answer in answers(&answered).filter(|answer| answer["party"] == "comensha") {
        let object = format!("responsibility/{}", text(answer, "id"));
        let asked =
            questions.iter().find(|question| question["object"] == object.as_str()).expect("each task is asked");
        assert!(text(asked, "says").contains(text(answer, "task")), "{asked}");
        assert!(!items(asked, "details").is_empty());
    }
    // No room for a person, and no other party's tasks.
    assert!(letter.contains("Stuur geen gegevens van personen mee"));
    let others = |question: &&Value| text(question, "object").starts_with("responsibility/cosm");
    assert_eq!(questions.iter().filter(others).count(), 0);
}
