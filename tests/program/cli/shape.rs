//! The JSON of `lookup`: every key that the contract writes, and the order of what is in it.

use serde_json::Value;

use super::{
    answer::{answers, gaps, items, strings, text},
    run::{json, json_of, lookup, run, say},
};

const CASE: &str = "--date 2022-02-03 leeftijd=volwassen verblijf=derdeland-zonder-verblijfsrecht \
    aanwijzing=geringste-aanwijzing";

/// What may stand under a key.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Kind {
    Text,
    TextOrNull,
    Number,
    Bool,
    List,
    Texts,
    Object,
    ObjectOrNull,
}
pub(crate) use Kind::{Bool, List, Number, Object, ObjectOrNull, Text, TextOrNull, Texts};

/// That an object has these keys, each with what may stand there. More keys are allowed.
pub(crate) fn has_keys(object: &Value, keys: &[(&str, Kind)]) {
    assert!(object.is_object(), "should be an object: {object}");
    for (key, kind) in keys {
        let value = object.get(key).unwrap_or_else(|| panic!("key «{key}» is missing in {object}"));
        let fits = match kind {
            Text => value.is_string(),
            TextOrNull => value.is_string() || value.is_null(),
            Number => value.is_u64(),
            Bool => value.is_boolean(),
            List => value.is_array(),
            Texts => value.as_array().is_some_and(|list| list.iter().all(Value::is_string)),
            Object => value.is_object(),
            ObjectOrNull => value.is_object() || value.is_null(),
        };
        assert!(fits, "«{key}» should be {kind:?} in {object}");
    }
}

/// That each of these is a source as it is cited.
pub(crate) fn are_sources(list: &Value) {
    for source in list.as_array().expect("a list of sources") {
        has_keys(source, &[("id", Text), ("title", Text), ("locator", Text), ("date", TextOrNull), ("stance", Text)]);
        has_keys(source, &[("no_later_than", TextOrNull)]);
        let stances = ["zegt", "kondigt-aan", "spreekt-tegen", "noemt"];
        assert!(stances.contains(&text(source, "stance")), "{source}");
        assert!(!text(source, "title").is_empty() && !text(source, "locator").is_empty(), "{source}");
        if let Some(date) = source["date"].as_str() {
            assert!(is_partial_date(date), "{source}");
        }
    }
}

/// A day, a month or a year.
fn is_partial_date(text: &str) -> bool {
    let parts: Vec<&str> = text.split('-').collect();
    let lengths: Vec<usize> = parts.iter().map(|part| part.len()).collect();
    let digits = parts.iter().all(|part| part.bytes().all(|byte| byte.is_ascii_digit()));
    digits && [vec![4], vec![4, 2], vec![4, 2, 2]].contains(&lengths)
}

/// That this is an answer.
pub(crate) fn is_answer(answer: &Value) {
    has_keys(
        answer,
        &[
            ("id", Text),
            ("party", Text),
            ("party_name", Text),
            ("aspect", Text),
            ("role", Text),
            ("primary", Bool),
            ("receives", TextOrNull),
            ("match", Text),
            ("because", List),
            ("depends_on", Texts),
            ("provided", Texts),
            ("task", Text),
            ("legal_basis", Texts),
            ("terms", List),
            ("contacts", List),
            ("sources", List),
            ("valid", Object),
            ("last_source", TextOrNull),
            ("source_at_latest", TextOrNull),
            ("start_unknown", Bool),
            ("only_announced", Bool),
            ("verified", TextOrNull),
            ("conflicts", Texts),
        ],
    );
    let roles = ["beslist", "voert-uit", "bemiddelt", "adviseert", "wordt-geinformeerd"];
    assert!(roles.contains(&text(answer, "role")), "{answer}");
    assert!(["applies", "depends"].contains(&text(answer, "match")), "{answer}");
    if let Some(receives) = answer["receives"].as_str() {
        assert!(["slachtoffer", "signaal", "vraag"].contains(&receives), "{answer}");
    }
    for reason in items(answer, "because") {
        has_keys(reason, &[("facet", Text), ("values", Texts)]);
    }
    for term in items(answer, "terms") {
        has_keys(term, &[("text", Text), ("count", Number), ("unit", Text), ("bound", Text), ("starts", TextOrNull)]);
        assert!(["uur", "dag", "week", "maand", "jaar"].contains(&text(term, "unit")), "{term}");
        assert!(["ten-hoogste", "ten-minste", "in-beginsel", "binnen"].contains(&text(term, "bound")), "{term}");
    }
    for contact in items(answer, "contacts") {
        has_keys(
            contact,
            &[("kind", Text), ("value", Text), ("hours", TextOrNull), ("source", Text), ("date", TextOrNull)],
        );
        has_keys(contact, &[("outdated", Bool)]);
    }
    are_sources(&answer["sources"]);
    has_keys(&answer["valid"], &[("from", TextOrNull), ("until", TextOrNull)]);
    for date in [&answer["valid"]["from"], &answer["valid"]["until"], &answer["last_source"], &answer["verified"]] {
        assert!(date.as_str().is_none_or(is_partial_date), "«{date}» is no date: {answer}");
    }
}

#[test]
fn every_key_of_the_contract_is_there() {
    let with_terms = lookup(CASE);
    let with_region = json(&["lookup", "--gemeente", "Amsterdam"]);
    let with_warning = lookup("verblijf=b8-vergunning strafproces=geseponeerd");
    for found in [&with_terms, &with_region, &with_warning, &lookup("")] {
        has_keys(
            found,
            &[
                ("schema", Number),
                ("date", Text),
                ("guide", Object),
                ("profile", List),
                ("warnings", List),
                ("region", ObjectOrNull),
                ("first", List),
                ("phases", List),
                ("next_questions", List),
            ],
        );
        assert_eq!(found["schema"], 1);
        has_keys(&found["guide"], &[("title", Text), ("edition", Text)]);
        for known in items(found, "profile") {
            has_keys(known, &[("facet", Text), ("values", Texts), ("from", Text)]);
            assert!(["given", "implied"].contains(&text(known, "from")), "{known}");
        }
        for warning in items(found, "warnings") {
            has_keys(warning, &[("facets", Texts), ("text", Text), ("sources", List)]);
            are_sources(&warning["sources"]);
        }
        for advice in items(found, "first") {
            has_keys(advice, &[("text", Text), ("sources", List)]);
            are_sources(&advice["sources"]);
        }
        for phase in items(found, "phases") {
            has_keys(phase, &[("id", Text), ("letter", Text), ("title", Text), ("answers", List), ("gaps", List)]);
        }
        answers(found).for_each(is_answer);
        for gap in gaps(found) {
            has_keys(
                gap,
                &[
                    ("id", Text),
                    ("aspect", Text),
                    ("kind", Text),
                    ("match", Text),
                    ("text", Text),
                    ("ask", Text),
                    ("sources", List),
                ],
            );
            let kinds = ["niemand", "onbekend", "beperkt", "knelpunt", "berekend"];
            assert!(kinds.contains(&text(gap, "kind")), "{gap}");
            assert!(["applies", "depends"].contains(&text(gap, "match")), "{gap}");
            are_sources(&gap["sources"]);
        }
        for question in items(found, "next_questions") {
            let keys = [("facet", Text), ("question", Text), ("options", Texts), ("decides_between", Texts)];
            has_keys(question, &keys);
            has_keys(question, &[("decides", Text), ("urgency", Text)]);
        }
    }
    // The parts that are often empty were really looked at.
    assert!(answers(&with_terms).any(|answer| !items(answer, "terms").is_empty()));
    assert!(answers(&with_terms).any(|answer| !items(answer, "contacts").is_empty()));
    assert!(answers(&with_terms).any(|answer| !items(answer, "because").is_empty()));
    assert!(gaps(&with_terms).next().is_some());
    assert!(!items(&with_warning, "warnings").is_empty());
    assert!(with_region["region"].is_object() && with_terms["region"].is_null());
}

#[test]
fn the_phases_are_a_to_d_and_none_is_left_out() {
    for words in ["", CASE, "leeftijd=0-11", "aanwijzing=geen verblijf=nederlander"] {
        let found = lookup(words);
        let phases: Vec<(&str, &str)> =
            items(&found, "phases").iter().map(|phase| (text(phase, "id"), text(phase, "letter"))).collect();
        let all = [("identificatie", "A"), ("zorg", "B"), ("bestrijding", "C"), ("zelfstandigheid", "D")];
        assert_eq!(phases, all, "lookup {words}");
    }
}

#[test]
fn a_phase_without_an_answer_still_appears() {
    // The smallest guide that can be used: one party, one task, in one phase of four.
    let dir = super::run::empty_dir("a-phase-without-an-answer");
    let file = dir.join("klein.ron");
    std::fs::write(&file, super::files::small_guide()).expect("a small guide");
    let found = json(&["lookup", "leeftijd=0-17", "--guide", file.to_str().expect("a path")]);
    let phases: Vec<(&str, usize)> =
        items(&found, "phases").iter().map(|phase| (text(phase, "letter"), items(phase, "answers").len())).collect();
    assert_eq!(phases, [("A", 1), ("B", 0)]);
    let words = run(&["lookup", "leeftijd=0-17", "--guide", file.to_str().expect("a path")]).fine().out;
    assert!(words.lines().any(|line| line.starts_with("B  ")), "phase B is not in:\n{words}");
}

#[test]
fn certain_answers_come_before_dependent_ones() {
    for words in ["", CASE, "leeftijd=minderjarig uitbuiting=seksueel"] {
        for phase in items(&lookup(words), "phases") {
            let verdicts: Vec<&str> = items(phase, "answers").iter().map(|answer| text(answer, "match")).collect();
            assert!(verdicts.is_sorted(), "phase {} of lookup {words}: {verdicts:?}", phase["letter"]);
        }
    }
}

#[test]
fn an_answer_stands_in_the_phase_of_its_aspect() {
    let schema = json_of("schema");
    let found = lookup("");
    for (phase, described) in items(&found, "phases").iter().zip(items(&schema, "phases")) {
        let aspects: Vec<&str> = items(described, "aspects").iter().map(|aspect| text(aspect, "id")).collect();
        for part in items(phase, "answers").iter().chain(items(phase, "gaps")) {
            assert!(aspects.contains(&text(part, "aspect")), "{} stands in phase {}", part["id"], phase["letter"]);
        }
    }
}

#[test]
fn phase_keeps_one_phase_and_changes_nothing_in_it() {
    let all = lookup(CASE);
    for phase in items(&all, "phases") {
        for name in [text(phase, "id"), text(phase, "letter")] {
            let one = lookup(&format!("{CASE} --phase {name}"));
            assert_eq!(items(&one, "phases"), std::slice::from_ref(phase), "--phase {name}");
        }
    }
}

#[test]
fn the_day_of_asking_is_said_and_is_today_when_none_is_given() {
    assert_eq!(lookup("--date 2022-02-03")["date"], "2022-02-03");
    let before = jiff::Zoned::now().date().to_string();
    let said = lookup("")["date"].clone();
    let after = jiff::Zoned::now().date().to_string();
    assert!(said == before.as_str() || said == after.as_str(), "asked today, {before}, and it says {said}");
}

#[test]
fn asking_twice_gives_the_same_words_whatever_the_order_of_the_facets() {
    let one = say("lookup leeftijd=volwassen verblijf=eu uitbuiting=arbeid --date 2024-01-01 --format json").fine().out;
    let two = say("lookup --format json uitbuiting=arbeid --date 2024-01-01 verblijf=eu leeftijd=volwassen").fine().out;
    assert_eq!(one, two);
}

#[test]
fn english_changes_the_words_and_nothing_else() {
    let (dutch, english) = (lookup(CASE), lookup(&format!("{CASE} --lang en")));
    let ids = |found: &Value| -> Vec<(String, String)> {
        answers(found).map(|a| (text(a, "id").to_owned(), text(a, "match").to_owned())).collect()
    };
    assert_eq!(ids(&dutch), ids(&english));
    for (key, part) in [("phases", "title"), ("first", "text"), ("next_questions", "question")] {
        let words = |found: &Value| items(found, key)[0][part].clone();
        assert_ne!(words(&dutch), words(&english), "{key}: {part} should be in another language");
    }
}

#[test]
fn safety_is_the_first_question_until_it_is_known() {
    for words in ["", CASE, "leeftijd=0-11 vraagsteller=school"] {
        let found = lookup(words);
        assert_eq!(items(&found, "next_questions")[0]["facet"], "veiligheid", "lookup {words}");
    }
    let found = lookup("veiligheid=geen-bekende-dreiging");
    assert!(items(&found, "next_questions").iter().all(|question| question["facet"] != "veiligheid"));
}

#[test]
fn every_option_of_every_question_can_be_given_back() {
    let found = lookup("aanwijzing=geringste-aanwijzing --date 2022-06-01");
    let parties: Vec<String> =
        items(&json_of("schema"), "parties").iter().map(|party| text(party, "id").to_owned()).collect();
    let questions = items(&found, "next_questions");
    assert!(!questions.is_empty());
    for question in questions {
        let (facet, options) = (text(question, "facet"), strings(&question["options"]));
        assert!(options.len() > 1, "a question needs a choice: {question}");
        assert_ne!(facet, "aanwijzing", "what is known is not asked again");
        for option in options {
            say(&format!("lookup aanwijzing=geringste-aanwijzing --date 2022-06-01 --phase A {facet}={option}")).fine();
        }
        for party in strings(&question["decides_between"]) {
            assert!(parties.iter().any(|known| known == party), "«{party}» is no party: {question}");
        }
    }
}

#[test]
fn a_group_is_asked_before_its_members() {
    let found = lookup("veiligheid=geen-bekende-dreiging --date 2022-06-01");
    let age = items(&found, "next_questions").iter().find(|question| question["facet"] == "leeftijd");
    let options = strings(&age.expect("the age is asked")["options"]);
    assert!(options.contains(&"minderjarig") && options.contains(&"volwassen"), "{options:?}");
    assert!(!options.contains(&"18-20"), "a group stands for its members: {options:?}");
}

#[test]
fn because_names_what_is_enough() {
    let asked = "leeftijd=volwassen verblijf=derdeland-zonder-verblijfsrecht aanwijzing=geringste-aanwijzing \
        uitbuiting=seksueel geslacht=vrouw multiproblematiek=geen";
    let found = lookup(&format!("--date 2022-02-03 {asked}"));
    let mut sets: Vec<(String, Vec<&str>)> = Vec::new();
    for answer in answers(&found).filter(|answer| answer["match"] == "applies") {
        let because: Vec<String> = items(answer, "because")
            .iter()
            .map(|reason| format!("{}={}", text(reason, "facet"), strings(&reason["values"]).join(",")))
            .collect();
        let because = because.join(" ");
        match sets.iter_mut().find(|(known, _)| *known == because) {
            Some((_, ids)) => ids.push(text(answer, "id")),
            None => sets.push((because, vec![text(answer, "id")])),
        }
    }
    assert!(sets.len() > 2, "reasons differ: {sets:?}");
    for (because, ids) in sets {
        let only = lookup(&format!("--date 2022-02-03 {because}"));
        for id in ids {
            let still = answers(&only).any(|answer| answer["id"] == id && answer["match"] == "applies");
            assert!(still, "«{id}» is said to apply because of «{because}», but that is not enough");
        }
    }
}
