//! `check`, `scenarios` and `report` on the guide that is shipped.

use super::{
    answer::{answers, gaps, items, strings, text},
    run::{json, json_of, lookup, say},
    shape::{Bool, List, Number, ObjectOrNull, Text, TextOrNull, Texts, has_keys},
};

#[test]
fn the_shipped_guide_has_no_errors() {
    let found = json(&["check"]);
    has_keys(&found, &[("problems", List)]);
    for problem in items(&found, "problems") {
        has_keys(problem, &[("severity", Text), ("rule", Text), ("object", Text), ("text", Text)]);
        assert!(["warning", "note"].contains(&text(problem, "severity")), "{problem}");
    }
    // As words, one problem a line.
    let words = say("check").fine().out;
    assert!(words.lines().count() >= items(&found, "problems").len().max(1), "{words}");
}

#[test]
fn every_scenario_of_the_shipped_guide_comes_out() {
    let ran = json(&["scenarios"]);
    has_keys(&ran, &[("passed", Number), ("failed", Number), ("cases", List)]);
    let cases = items(&ran, "cases");
    assert!(!cases.is_empty());
    for case in cases {
        has_keys(case, &[("id", Text), ("title", Text), ("passed", Bool), ("problems", Texts)]);
        assert_eq!(case["passed"], true, "{case}");
        assert!(items(case, "problems").is_empty(), "{case}");
    }
    assert_eq!((ran["passed"].as_u64(), ran["failed"].as_u64()), (Some(cases.len() as u64), Some(0)));
    say("scenarios").fine();
}

#[test]
fn a_source_knows_what_rests_on_it() {
    let report = json_of("report sources");
    has_keys(&report, &[("sources", List)]);
    for source in items(&report, "sources") {
        has_keys(source, &[("id", Text), ("objects", Texts), ("cited", List), ("outdated", Bool)]);
        has_keys(source, &[("date", TextOrNull), ("no_later_than", TextOrNull)]);
        for cited in items(source, "cited") {
            has_keys(cited, &[("object", Text), ("stances", Texts)]);
        }
    }
    let objects = |id: &str| -> Vec<&str> {
        let source = items(&report, "sources").iter().find(|source| source["id"] == id);
        strings(&source.unwrap_or_else(|| panic!("source «{id}» is not in the report"))["objects"])
    };
    let found = lookup("--date 2022-02-03");
    let mut looked = 0;
    for part in answers(&found).chain(gaps(&found)) {
        for source in items(part, "sources") {
            let (id, source) = (text(part, "id"), text(source, "id"));
            assert!(objects(source).contains(&id), "«{id}» cites «{source}», and the report does not know");
            looked += 1;
        }
    }
    assert!(looked > 0);
    // The five letters are all used.
    for letter in ["s000", "s001", "s002", "s003", "s004"] {
        assert!(!objects(letter).is_empty(), "nothing rests on letter «{letter}»");
    }
    let words = say("report sources").fine().out;
    assert!(words.contains("s000") && words.lines().count() > items(&report, "sources").len());
}

#[test]
fn coverage_says_who_is_primary_for_every_answer_as_lookup_does() {
    let report = json_of("report coverage --date 2022-02-03");
    has_keys(&report, &[("cells", List), ("unreachable", Texts), ("dead_ends", Texts)]);
    let cells = items(&report, "cells");
    for cell in cells {
        has_keys(cell, &[("phase", Text), ("aspect", Text), ("facet", Text), ("value", Text), ("primary", Texts)]);
        has_keys(cell, &[("gap", ObjectOrNull)]);
    }
    for (facet, value) in
        [("leeftijd", "16-17"), ("verblijf", "derdeland-zonder-verblijfsrecht"), ("uitbuiting", "arbeid")]
    {
        let found = lookup(&format!("--date 2022-02-03 {facet}={value}"));
        let mut aspects = 0;
        for cell in cells.iter().filter(|cell| cell["facet"] == facet && cell["value"] == value) {
            let in_aspect = |part: &&serde_json::Value| part["aspect"] == cell["aspect"];
            let primary = answers(&found).filter(in_aspect).filter(|answer| answer["primary"] == true);
            let mut expected: Vec<&str> = primary.map(|answer| text(answer, "party")).collect();
            expected.sort_unstable();
            expected.dedup();
            let mut said = strings(&cell["primary"]);
            said.sort_unstable();
            assert_eq!(said, expected, "{cell}");
            let gap = gaps(&found).find(in_aspect).map(|gap| &gap["id"]);
            assert_eq!(cell["gap"].get("id"), gap, "{cell}");
            aspects += 1;
        }
        assert!(aspects > 15, "every aspect has a cell for {facet}={value}");
    }
    // A desk is where the chain begins; and whoever cannot be reached has no route from there.
    let unreachable = strings(&report["unreachable"]);
    assert!(!unreachable.contains(&"gemeente"));
    for party in unreachable {
        for desk in ["gemeente", "politie", "school", "ngo"] {
            let route = json_of(&format!("route --date 2022-02-03 --from {desk} --to {party}"));
            assert!(items(&route, "routes").is_empty(), "{desk} reaches {party}");
        }
    }
    for party in strings(&report["dead_ends"]) {
        let found = json_of(&format!("explain {party} --date 2022-02-03"));
        let executes = items(&found, "answers").iter().any(|answer| answer["role"] == "voert-uit");
        assert!(!executes, "{party} executes something");
    }
    // Without a single point there is no way left: it is on every route to whom it cuts off.
    let points = items(&report, "single_points");
    assert!(!points.is_empty());
    for point in points {
        let own = text(point, "party");
        for other in strings(&point["cuts_off"]) {
            for desk in ["gemeente", "politie", "school", "ngo"] {
                let route = json_of(&format!("route --date 2022-02-03 --from {desk} --to {other}"));
                for route in items(&route, "routes") {
                    let passes = |step: &serde_json::Value| text(step, "from") == own || text(step, "to") == own;
                    assert!(items(route, "steps").iter().any(passes), "{desk} reaches {other} without {own}");
                }
            }
        }
    }
    // Who is in a circle can come back.
    let circles = items(&report, "cycles");
    let circle = strings(&circles[0]);
    assert!(circle.len() > 2);
    for party in &circle[1..4.min(circle.len())] {
        for (from, to) in [(circle[0], *party), (*party, circle[0])] {
            let route = json_of(&format!("route --date 2022-02-03 --from {from} --to {to}"));
            assert!(!items(&route, "routes").is_empty(), "{from} does not reach {to}");
        }
    }
    let words = say("report coverage --date 2022-02-03").fine().out;
    assert!(words.contains("zorg/opvang") && words.lines().count() > 20);
    let first = text(&points[0], "party");
    assert!(words.contains(&format!("Zonder {first} leidt geen overdracht naar: ")));
}
