//! `check`, `scenarios` and `report sources` on the guide that is shipped.

use super::{
    answer::{answers, gaps, items, strings, text},
    run::{json, json_of, lookup, say},
    shape::{Bool, List, Number, Text, Texts, has_keys},
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
        has_keys(source, &[("id", Text), ("objects", Texts)]);
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
