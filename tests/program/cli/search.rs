//! `search`: parties, other names, tasks and terms, with typing errors and synonyms.

use serde_json::Value;

use super::{
    answer::{items, text},
    run::{json, run, say},
    shape::{List, Text, TextOrNull, has_keys},
};

fn hits(words: &str) -> Vec<Value> {
    let found = json(&["search", words]);
    has_keys(&found, &[("hits", List)]);
    items(&found, "hits").to_vec()
}

#[test]
fn every_key_of_the_contract_is_there() {
    for words in ["CoMensha", "opvang", "inspectie", "Utrecht", "bedenktijd"] {
        for hit in hits(words) {
            has_keys(&hit, &[("kind", Text), ("id", Text), ("party", TextOrNull), ("text", Text), ("why", Text)]);
            let kinds = ["party", "responsibility", "term", "source", "gemeente"];
            assert!(kinds.contains(&text(&hit, "kind")), "{hit}");
            let whys = ["name", "alias", "task", "synonym", "spelling"];
            assert!(whys.contains(&text(&hit, "why")), "{hit}");
            assert!(!text(&hit, "text").is_empty(), "{hit}");
        }
    }
}

#[test]
fn a_party_is_found_by_its_name_whatever_its_case() {
    for words in ["Arbeidsinspectie", "arbeidsinspectie", "ARBEIDSINSPECTIE"] {
        let hits = hits(words);
        let first = hits.first().unwrap_or_else(|| panic!("search {words} finds nothing"));
        assert_eq!((text(first, "kind"), text(first, "id"), text(first, "why")), ("party", "arbeidsinspectie", "name"));
        assert_eq!(first["party"], "arbeidsinspectie");
    }
}

#[test]
fn words_may_be_quoted_or_not() {
    assert_eq!(json(&["search", "Nederlandse Arbeidsinspectie"]), json(&["search", "Nederlandse", "Arbeidsinspectie"]));
}

#[test]
fn nothing_found_is_an_answer() {
    for words in ["xqzjkwv", "", "   ", "!?"] {
        assert_eq!(hits(words), Vec::<Value>::new(), "search «{words}»");
        let said = run(&["search", words]).fine().out;
        assert!(said.contains("niets gevonden"), "search «{words}»: {said}");
    }
}

#[test]
fn the_words_show_what_was_found() {
    let said = say("search arbeidsinspectie").fine().out;
    assert!(said.contains("Nederlandse Arbeidsinspectie") && said.contains("arbeidsinspectie"), "{said}");
}

/// The party to which the first hit leads, and why.
fn first(words: &str) -> (String, String) {
    let hits = hits(words);
    let hit = hits.first().unwrap_or_else(|| panic!("search «{words}» finds nothing"));
    (hit["party"].as_str().unwrap_or_default().to_owned(), text(hit, "why").to_owned())
}

#[test]
fn a_party_is_found_by_what_people_call_it() {
    for (words, party) in [
        ("ISZW", "arbeidsinspectie"),
        ("Inspectie SZW", "arbeidsinspectie"),
        ("NLA", "arbeidsinspectie"),
        ("marechaussee", "kmar"),
        ("AVIM", "politie-avim"),
    ] {
        let (found, _) = first(words);
        assert_eq!(found, party, "search «{words}»");
    }
    assert_eq!(first("ISZW").1, "alias");
}

#[test]
fn typing_errors_are_forgiven() {
    for (words, party) in
        [("comensa", "comensha"), ("arbeidsinspektie", "arbeidsinspectie"), ("slachtoferhulp", "slachtofferhulp")]
    {
        let (found, why) = first(words);
        assert_eq!(found, party, "search «{words}»");
        assert!(["spelling", "alias"].contains(&why.as_str()), "search «{words}»: {why}");
    }
}

#[test]
fn terms_tasks_and_gemeenten_are_found() {
    let kinds = |words: &str| -> Vec<String> { hits(words).iter().map(|hit| text(hit, "kind").to_owned()).collect() };
    assert!(kinds("loverboy").contains(&"term".to_owned()), "a word of the field");
    assert!(kinds("bedenktijd").contains(&"responsibility".to_owned()), "a task");
    assert!(kinds("Den Haag").contains(&"gemeente".to_owned()), "a gemeente");
}

#[test]
fn a_number_is_found_as_it_is_called_from_abroad_too() {
    for words in ["033 448 11 86", "0031 33 448 11 86", "0031334481186", "+31 33 448 11 86", "+31 (0)33 4481186"] {
        let hits = hits(words);
        let first = hits.first().unwrap_or_else(|| panic!("search {words} finds nothing"));
        assert_eq!(text(first, "id"), "comensha", "search {words}");
    }
}
