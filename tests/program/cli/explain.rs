//! `explain`: why a party is, or is not, in the answer, and what would change that.

use serde_json::Value;

use super::{
    answer::{answers, items, strings, text},
    run::{json_of, lookup, say},
    shape::{Bool, List, Text, TextOrNull, Texts, has_keys, is_answer},
};

const DUTCH: &str = "--date 2022-02-03 leeftijd=volwassen verblijf=nederlander aanwijzing=geringste-aanwijzing";

fn explain(party: &str, words: &str) -> Value {
    json_of(&format!("explain {party} {words}"))
}

#[test]
fn every_key_of_the_contract_is_there() {
    for (party, words) in
        [("cosm", DUTCH), ("comensha", ""), ("omm", "--date 2018-01-01"), ("nationaal-rapporteur", "")]
    {
        let explained = explain(party, words);
        has_keys(&explained, &[("party", Text), ("answers", List), ("excluded", List)]);
        assert_eq!(explained["party"], party);
        for answer in items(&explained, "answers") {
            is_answer(answer);
            assert_eq!(answer["party"], party);
        }
        for excluded in items(&explained, "excluded") {
            has_keys(excluded, &[("responsibility", Text), ("by", List), ("near_miss", Bool)]);
            assert!(!items(excluded, "by").is_empty(), "it says what is in the way: {excluded}");
            for by in items(excluded, "by") {
                if by.get("facet").is_some() {
                    has_keys(by, &[("facet", Text), ("needs", Texts)]);
                } else {
                    has_keys(by, &[("date", Text)]);
                    has_keys(&by["needs"], &[("from", TextOrNull), ("until", TextOrNull)]);
                }
            }
        }
    }
}

#[test]
fn what_is_in_the_answer_is_what_lookup_says() {
    for words in ["", DUTCH, "leeftijd=minderjarig --date 2014-12-16"] {
        let found = lookup(words);
        for party in ["politie", "comensha", "cosm", "gemeente", "riec"] {
            let mut looked_up: Vec<&Value> = answers(&found).filter(|answer| answer["party"] == party).collect();
            let explained = explain(party, words);
            let mut told: Vec<&Value> = items(&explained, "answers").iter().collect();
            looked_up.sort_by_key(|answer| text(answer, "id"));
            told.sort_by_key(|answer| text(answer, "id"));
            assert_eq!(looked_up, told, "explain {party} {words}");
            let excluded: Vec<&str> =
                items(&explained, "excluded").iter().map(|out| text(out, "responsibility")).collect();
            let also_in = told.iter().find(|answer| excluded.contains(&text(answer, "id")));
            assert!(also_in.is_none(), "in the answer and not: {also_in:?}");
        }
    }
}

#[test]
fn a_near_miss_says_the_one_thing_that_would_change_it_and_that_is_true() {
    // S002-06: the COSM is for who has no right to stay.
    let explained = explain("cosm", DUTCH);
    assert_eq!(items(&explained, "answers"), [] as [Value; 0]);
    let mut tried = 0;
    for excluded in items(&explained, "excluded").iter().filter(|excluded| excluded["near_miss"] == true) {
        for by in items(excluded, "by").iter().filter(|by| by["facet"] == "verblijf") {
            let needs = strings(&by["needs"]);
            assert!(needs.contains(&"derdeland-zonder-verblijfsrecht"), "{by}");
            for value in needs {
                let changed = lookup(&DUTCH.replace("verblijf=nederlander", &format!("verblijf={value}")));
                let id = text(excluded, "responsibility");
                assert!(answers(&changed).any(|answer| answer["id"] == id), "«{id}» should be there at «{value}»");
                tried += 1;
            }
        }
    }
    assert!(tried > 0, "the COSM is one answer away: {explained}");
}

#[test]
fn what_is_two_things_away_is_no_near_miss() {
    let far = explain("beschermde-opvang", "--date 2022-02-03 leeftijd=24-plus verblijf=nederlander");
    let excluded = items(&far, "excluded");
    assert!(!excluded.is_empty());
    for out in excluded {
        assert_eq!(out["near_miss"], false, "{out}");
        assert!(items(out, "by").len() > 1, "{out}");
    }
}

#[test]
fn a_day_outside_its_time_is_said() {
    // T22: OMM from October 2019, as far as the sources know until July 2022.
    let words = "leeftijd=volwassen verblijf=nederlander aanwijzing=geringste-aanwijzing multiproblematiek=lvb";
    for date in ["2018-01-01", "2023-01-01"] {
        let explained = explain("omm", &format!("--date {date} {words}"));
        let excluded = items(&explained, "excluded");
        let by_date = excluded.iter().flat_map(|out| items(out, "by")).find(|by| by.get("date").is_some());
        let by_date = by_date.unwrap_or_else(|| panic!("the date is in the way: {explained}"));
        assert_eq!(by_date["date"], date);
        assert!(text(&by_date["needs"], "from").starts_with("2019-10"), "{by_date}");
        assert!(text(&by_date["needs"], "until").starts_with("2022-06"), "{by_date}");
    }
    let then = explain("omm", &format!("--date 2020-01-01 {words}"));
    assert!(items(&then, "answers").iter().any(|answer| answer["aspect"] == "opvang"));
}

#[test]
fn who_never_answers_is_explained_without_an_answer() {
    for party in ["nationaal-rapporteur", "ministerie-jenv", "taskforce-mensenhandel", "leger-des-heils"] {
        assert_eq!(items(&explain(party, ""), "answers"), [] as [Value; 0], "{party}");
        assert!(say(&format!("explain {party}")).fine().out.contains("nooit het antwoord"), "{party}");
    }
}

#[test]
fn the_words_name_the_party_and_what_is_needed() {
    let words = say(&format!("explain cosm {DUTCH}")).fine().out;
    assert!(words.contains("COSM") || words.contains("Categorale"), "{words}");
    assert!(words.contains("verblijf=derdeland-zonder-verblijfsrecht"), "what would change it:\n{words}");
}
