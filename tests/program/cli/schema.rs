//! `schema`: all words of the guide. What the contract fixes keeps its meaning; more may be added.

use serde_json::Value;

use super::{
    answer::{items, strings, text},
    run::{json_of, say},
    shape::{Bool, List, Text, Texts, has_keys},
};
use crate::contract_words::{FACETS, PARTIES, WHOLE_CHAIN};

/// Phase, letter and aspects of the contract.
const PHASES: [(&str, &str, &str); 4] = [
    ("identificatie", "A", "signaleren melden vaststellen registreren"),
    ("zorg", "B", "veiligheid opvang zorgcoordinatie medisch-psychisch juridisch verblijf inkomen voogdij-jeugd"),
    ("bestrijding", "C", "opsporing vervolging bestuurlijk informatie financieel"),
    ("zelfstandigheid", "D", "huisvesting verblijf-daarna inkomen-werk schade terugkeer nazorg"),
];

fn by_id<'a>(list: &'a [Value], id: &str) -> &'a Value {
    list.iter().find(|item| item["id"] == id).unwrap_or_else(|| panic!("«{id}» is gone from the schema"))
}

fn ids(list: &[Value]) -> Vec<&str> {
    list.iter().map(|item| text(item, "id")).collect()
}

#[test]
fn every_key_of_the_contract_is_there() {
    let schema = json_of("schema");
    has_keys(
        &schema,
        &[
            ("facets", List),
            ("phases", List),
            ("parties", List),
            ("roles", Texts),
            ("acts", Texts),
            ("sharing_grounds", Texts),
            ("gap_kinds", Texts),
        ],
    );
    for facet in items(&schema, "facets") {
        has_keys(facet, &[("id", Text), ("kind", Text), ("values", List), ("groups", List)]);
        for value in items(facet, "values") {
            has_keys(value, &[("id", Text), ("label", Text)]);
            assert!(!text(value, "label").is_empty(), "{facet}");
        }
        for group in items(facet, "groups") {
            has_keys(group, &[("id", Text), ("values", Texts)]);
        }
    }
    for phase in items(&schema, "phases") {
        has_keys(phase, &[("id", Text), ("letter", Text), ("aspects", List)]);
        for aspect in items(phase, "aspects") {
            has_keys(aspect, &[("id", Text), ("label", Text)]);
        }
    }
    for party in items(&schema, "parties") {
        has_keys(party, &[("id", Text), ("name", Text), ("whole_chain", Bool), ("mentioned_only", Bool)]);
        assert!(!text(party, "name").is_empty(), "{party}");
    }
}

#[test]
fn facets_values_and_groups_of_the_contract_are_there() {
    let schema = json_of("schema");
    let facets = items(&schema, "facets");
    for (id, kind, values, _) in FACETS {
        let facet = by_id(facets, id);
        assert_eq!(facet["kind"], kind, "{id}");
        let there = ids(items(facet, "values"));
        for value in values.split_whitespace() {
            assert!(there.contains(&value), "facet «{id}» should have «{value}»: {there:?}");
        }
    }
    for (facet, group, values) in [
        ("leeftijd", "minderjarig", "0-11 12 13-14 15 16-17"),
        ("leeftijd", "volwassen", "18-20 21-22 23 24-plus"),
        ("leeftijd", "12-15", "12 13-14 15"),
        ("leeftijd", "18-22", "18-20 21-22"),
    ] {
        let group = by_id(items(by_id(facets, facet), "groups"), group);
        assert_eq!(strings(&group["values"]), values.split_whitespace().collect::<Vec<_>>(), "{group}");
    }
    let stay = by_id(facets, "verblijf");
    let groups = items(stay, "groups");
    for (group, out) in
        [("derdelander", vec!["nederlander", "eu"]), ("rechtmatig", vec!["derdeland-zonder-verblijfsrecht"])]
    {
        let all = ids(items(stay, "values"));
        let expected: Vec<&str> = all.into_iter().filter(|value| !out.contains(value)).collect();
        assert_eq!(strings(&by_id(groups, group)["values"]), expected, "{group}");
    }
}

#[test]
fn phases_and_aspects_of_the_contract_are_there_in_order() {
    let schema = json_of("schema");
    let phases = items(&schema, "phases");
    assert_eq!(ids(phases), PHASES.map(|(id, ..)| id));
    for (phase, (_, letter, aspects)) in phases.iter().zip(PHASES) {
        assert_eq!(phase["letter"], letter);
        let there = ids(items(phase, "aspects"));
        for aspect in aspects.split_whitespace() {
            assert!(there.contains(&aspect), "phase {letter} should have «{aspect}»: {there:?}");
        }
    }
}

#[test]
fn parties_of_the_contract_are_there_and_marked() {
    let schema = json_of("schema");
    let parties = items(&schema, "parties");
    for id in PARTIES.split_whitespace() {
        assert_eq!(by_id(parties, id)["whole_chain"], false, "{id}");
    }
    for id in WHOLE_CHAIN.split_whitespace() {
        assert_eq!(by_id(parties, id)["whole_chain"], true, "{id}");
    }
    let mut all = ids(parties);
    all.sort_unstable();
    let count = all.len();
    all.dedup();
    assert_eq!(all.len(), count, "an id stands for one party");
}

#[test]
fn roles_acts_grounds_and_kinds_are_those_of_the_contract() {
    let schema = json_of("schema");
    for (key, words) in [
        ("roles", "beslist voert-uit bemiddelt adviseert wordt-geinformeerd"),
        ("acts", "signaleert raadpleegt meldt meldt-aan verwijst draagt-over"),
        ("sharing_grounds", "wettelijke-plicht wettelijke-bevoegdheid toestemming anoniem onbekend"),
        ("gap_kinds", "niemand onbekend beperkt knelpunt berekend"),
    ] {
        assert_eq!(strings(&schema[key]), words.split_whitespace().collect::<Vec<_>>(), "{key}");
    }
}

#[test]
fn it_is_json_whatever_is_asked_and_speaks_both_languages() {
    let plain = say("schema --date 2022-02-03").fine();
    assert_eq!(plain.out, say("schema --date 2022-02-03 --format text").fine().out);
    assert_eq!(plain.value(), json_of("schema --date 2022-02-03"));
    let english = json_of("schema --date 2022-02-03 --lang en");
    let dutch = plain.value();
    assert_eq!(ids(items(&dutch, "facets")), ids(items(&english, "facets")));
    let label = |schema: &Value| by_id(items(by_id(items(schema, "facets"), "leeftijd"), "values"), "24-plus").clone();
    let age = |schema: &Value| by_id(items(schema, "facets"), "leeftijd").clone();
    assert_ne!(label(&dutch)["label"], Value::Null);
    assert_ne!(age(&dutch), age(&english), "labels should be in another language");
}

#[test]
fn every_value_and_group_of_the_schema_can_be_asked() {
    let schema = json_of("schema");
    for facet in items(&schema, "facets") {
        let (id, is_many) = (text(facet, "id"), facet["kind"] == "many");
        let values = ids(items(facet, "values")).into_iter().chain(ids(items(facet, "groups")));
        // All of a kind `many` at once is heavy on words, not on the program.
        for value in values {
            say(&format!("lookup --phase D {id}={value}")).fine();
        }
        if is_many {
            say(&format!("lookup --phase D {id}=geen")).fine();
        }
    }
}
