//! `compare`: what appears, disappears and changes between two situations.

use serde_json::Value;

use super::{
    answer::{answers, gaps, items, text},
    run::{json_of, lookup, say},
    shape::{List, Text, Texts, has_keys, is_answer},
};

fn stand(found: &Value) -> Vec<(String, String)> {
    answers(found).map(|answer| (text(answer, "id").to_owned(), text(answer, "match").to_owned())).collect()
}

/// That a comparison is the difference of two lookups.
fn is_the_difference(compared: &Value, before: &Value, after: &Value) {
    has_keys(compared, &[("appears", List), ("disappears", List), ("changes", List)]);
    let (one, other) = (stand(before), stand(after));
    let in_both = |id: &str| {
        let of = |list: &[(String, String)]| list.iter().find(|(known, _)| known == id).map(|(_, m)| m.clone());
        (of(&one), of(&other))
    };
    for (part, there, gone) in [("appears", &other, &one), ("disappears", &one, &other)] {
        let mut told: Vec<String> = items(compared, part)
            .iter()
            .map(|answer| {
                is_answer(answer);
                text(answer, "id").to_owned()
            })
            .collect();
        let mut expected: Vec<String> = there
            .iter()
            .filter(|(id, _)| gone.iter().all(|(other, _)| other != id))
            .map(|(id, _)| id.clone())
            .collect();
        told.sort();
        expected.sort();
        assert_eq!(told, expected, "{part}");
    }
    let mut changed = Vec::new();
    for change in items(compared, "changes") {
        has_keys(change, &[("id", Text), ("before", Text), ("after", Text), ("fields", Texts)]);
        assert!(!items(change, "fields").is_empty(), "{change}");
        let stood = (Some(text(change, "before").to_owned()), Some(text(change, "after").to_owned()));
        assert_eq!(in_both(text(change, "id")), stood, "{change}");
        changed.push(text(change, "id").to_owned());
    }
    for (id, verdict) in &one {
        if let (_, Some(after)) = in_both(id)
            && after != *verdict
        {
            assert!(changed.contains(id), "«{id}» changed from {verdict} to {after}, and nobody says so");
        }
    }
}

#[test]
fn a_comparison_is_the_difference_of_two_lookups() {
    for (one, other) in [
        ("leeftijd=volwassen", "leeftijd=minderjarig"),
        ("verblijf=eu uitbuiting=arbeid", "verblijf=eu uitbuiting=seksueel"),
        ("", "aanwijzing=geringste-aanwijzing"),
        ("leeftijd=18-20 verblijf=bedenktijd", ""),
    ] {
        let compared = json_of(&format!("compare --date 2022-02-03 {one} --with {other}"));
        let (before, after) =
            (lookup(&format!("--date 2022-02-03 {one}")), lookup(&format!("--date 2022-02-03 {other}")));
        is_the_difference(&compared, &before, &after);
        assert_ne!(stand(&before), stand(&after), "a test of nothing: {one} with {other}");
    }
}

#[test]
fn two_days_can_be_compared() {
    let words = "leeftijd=volwassen verblijf=eu uitbuiting=arbeid aanwijzing=ernstige-benadeling";
    let compared = json_of(&format!("compare --date 2021-12-01 --with-date 2022-06-01 {words}"));
    let (before, after) =
        (lookup(&format!("--date 2021-12-01 {words}")), lookup(&format!("--date 2022-06-01 {words}")));
    is_the_difference(&compared, &before, &after);
    // S002-22.
    let pilot = items(&compared, "appears").iter().find(|answer| answer["party"] == "opvang-ernstige-benadeling");
    assert!(pilot.is_some_and(|pilot| pilot["match"] == "applies"), "{compared}");
}

#[test]
fn a_new_name_is_a_change() {
    // S003: the Inspectie SZW became the Nederlandse Arbeidsinspectie on 1 January 2022.
    let words = "vindplaats=werkplek uitbuiting=arbeid";
    let compared = json_of(&format!("compare --date 2021-12-31 --with-date 2022-01-01 {words}"));
    let renamed = |change: &&Value| items(change, "fields").iter().any(|field| field == "party_name");
    let change = items(&compared, "changes").iter().find(renamed).unwrap_or_else(|| panic!("{compared}"));
    assert!(text(change, "id").starts_with("arbeidsinspectie"), "{change}");
    let said = say(&format!("compare --date 2021-12-31 --with-date 2022-01-01 {words}")).fine().out;
    assert!(said.contains("Inspectie SZW → Nederlandse Arbeidsinspectie"), "{said}");
}

#[test]
fn the_same_situation_has_no_difference() {
    let nothing = json_of("compare leeftijd=12 verblijf=eu --with verblijf=eu leeftijd=12");
    for part in ["appears", "disappears", "changes"] {
        assert_eq!(items(&nothing, part), [] as [Value; 0]);
    }
    for part in ["appears", "disappears", "changes"] {
        assert_eq!(items(&nothing["gaps"], part), [] as [Value; 0]);
    }
    assert!(say("compare leeftijd=12 --with leeftijd=12").fine().out.contains("geen verschil"));
}

/// The gaps of an answer, with how they stand.
fn gaps_stand(found: &Value) -> Vec<(String, String)> {
    gaps(found).map(|gap| (text(gap, "id").to_owned(), text(gap, "match").to_owned())).collect()
}

#[test]
fn what_differs_in_gaps_alone_is_a_difference() {
    // F5 and S002: who is registered nowhere has no gemeente that is responsible, and no other answer for it.
    for (one, other) in [("inschrijving=hier", "inschrijving=nergens"), ("verblijf=eu", "verblijf=asielprocedure")] {
        let compared = json_of(&format!("compare {one} --with {other}"));
        let (before, after) = (gaps_stand(&lookup(one)), gaps_stand(&lookup(other)));
        assert_ne!(before, after, "a test of nothing: {one} with {other}");
        let ids = |part: &str| -> Vec<String> {
            let told = items(&compared["gaps"], part).iter();
            let mut ids: Vec<String> = told.map(|gap| text(gap, "id").to_owned()).collect();
            ids.sort();
            ids
        };
        let missing = |there: &[(String, String)], gone: &[(String, String)]| -> Vec<String> {
            let missing = there.iter().filter(|(id, _)| gone.iter().all(|(other, _)| other != id));
            let mut ids: Vec<String> = missing.map(|(id, _)| id.clone()).collect();
            ids.sort();
            ids
        };
        assert_eq!(ids("appears"), missing(&after, &before));
        assert_eq!(ids("disappears"), missing(&before, &after));
        let said = say(&format!("compare {one} --with {other}")).fine().out;
        assert!(!said.contains("geen verschil") && said.contains("gat ("), "{said}");
    }
}

#[test]
fn another_term_is_a_difference() {
    // P33: who got the bedenktijd after 18 May 2023 has three months, and 30 days under Dublin.
    let words = "--date 2026-11-28 verblijf=bedenktijd leeftijd=volwassen";
    let compared =
        json_of(&format!("compare {words} dublin=ja --with verblijf=bedenktijd leeftijd=volwassen dublin=nee"));
    let of_terms = |change: &&Value| items(change, "fields").iter().any(|field| field == "terms");
    assert!(items(&compared, "changes").iter().any(|change| of_terms(&change)), "{compared}");
}

#[test]
fn the_words_tell_what_comes_and_goes() {
    let words =
        say("compare --date 2022-02-03 leeftijd=volwassen aanwijzing=geringste-aanwijzing verblijf=nederlander \
         --with leeftijd=volwassen aanwijzing=geringste-aanwijzing verblijf=derdeland-zonder-verblijfsrecht");
    let words = words.fine().out;
    assert!(words.contains("komt erbij") && words.contains("vervalt"), "{words}");
    let appears = words.split("vervalt").next().expect("the first part");
    assert!(appears.contains("Categorale") || appears.contains("COSM"), "the COSM appears:\n{words}");
}
