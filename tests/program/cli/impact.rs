//! `diff --impact`: what a change does, without a window.

use std::{fs, path::Path};

use serde_json::Value;
use wegwijzer::{
    file::{embedded_guide, read_condition, write_guide},
    model::{Condition, Guide},
};

use super::{
    answer::{items, text},
    run::{Ran, empty_dir, run},
    shape::{Bool, List, Object, Text, TextOrNull, Texts, has_keys},
};

/// The shipped guide beside a copy with a change.
fn diff(name: &str, change: impl FnOnce(&mut Guide), options: &[&str]) -> Ran {
    let folder = empty_dir(&format!("impact-{name}"));
    let mut guide = embedded_guide().unwrap();
    let path = |name: &str| folder.join(name).to_str().unwrap().to_owned();
    let write = |name: &str, guide: &Guide| fs::write(Path::new(&path(name)), write_guide(guide)).unwrap();
    write("oud.ron", &guide);
    change(&mut guide);
    write("nieuw.ron", &guide);
    run(&[&["diff", &path("oud.ron"), &path("nieuw.ron")], options].concat()).fine()
}

/// Only women get what `cosm-opvang` gives.
fn narrowed(guide: &mut Guide) {
    let record =
        guide.responsibilities.rows_mut().iter_mut().find(|record| record.id.as_str() == "cosm-opvang").unwrap();
    record.who = Condition::All(vec![record.who.clone(), read_condition(r#"Is("geslacht", ["vrouw"])"#).unwrap()]);
}

fn number(guide: &mut Guide) {
    let party = guide.parties.rows_mut().iter_mut().find(|party| party.id.as_str() == "comensha").unwrap();
    "033 000 00 00".clone_into(&mut party.contacts[0].value);
}

#[test]
fn what_a_change_does_is_told_in_words() {
    let said = diff("words", narrowed, &["--impact"]).out;
    let (changes, does) = said.split_once("Gevolgen\n").expect("a heading");
    assert!(changes.contains("(responsibility/cosm-opvang)"), "{said}");
    assert!(does.contains("COSM, opvang (voert uit)"), "{said}");
    assert!(
        does.lines()
            .any(|line| line.trim_start().starts_with("vervalt voor: ") && line.contains("geslacht: niet vrouw")),
        "{said}"
    );
    let said = diff("english", narrowed, &["--impact", "--lang", "en"]).out;
    assert!(said.contains("Impact\n") && said.contains("disappears for: "), "{said}");
    assert!(!diff("not-asked", narrowed, &[]).out.contains("Gevolgen"));
    let said = diff("nothing", |_| {}, &["--impact"]).out;
    assert_eq!(said, "geen verschil\nGevolgen\n  verandert geen antwoord\n");
    let said = diff("number", number, &["--impact"]).out;
    assert!(said.lines().any(|line| line.contains("033 000 00 00") && line.ends_with("komt erbij")), "{said}");
}

#[test]
fn what_a_change_does_is_data_too() {
    let value = diff("data", narrowed, &["--impact", "--format", "json"]).value();
    let does = &value["impact"];
    has_keys(
        does,
        &[
            ("answers", List),
            ("parties", List),
            ("scenarios", List),
            ("other_rules", Bool),
            ("unknown", Bool),
            ("words", Texts),
        ],
    );
    let answers = items(does, "answers");
    assert!(!answers.is_empty());
    for answer in answers {
        has_keys(
            answer,
            &[
                ("about", Object),
                ("only_in", Texts),
                ("outside_of", Texts),
                ("from", TextOrNull),
                ("until", TextOrNull),
                ("appears", Object),
                ("disappears", Object),
                ("said", List),
                ("words", Text),
            ],
        );
        let about = &answer["about"];
        assert_eq!(
            ["kind", "party", "aspect", "role"].map(|key| text(about, key)),
            ["responsibility", "cosm", "opvang", "voert-uit"]
        );
        let gone = &answer["disappears"];
        has_keys(gone, &[("boxes", List), ("more", Bool), ("words", Text)]);
        for found in items(gone, "boxes") {
            has_keys(found, &[("facets", List), ("words", Text)]);
            let share = found["share"].as_f64().unwrap();
            assert!(share > 0.0 && share < 1.0, "{found}");
            for facet in items(found, "facets") {
                has_keys(facet, &[("facet", Text), ("not", Bool), ("all", Bool), ("values", Texts)]);
            }
        }
        assert!(items(&answer["appears"], "boxes").is_empty());
    }
    for scenario in items(does, "scenarios") {
        has_keys(scenario, &[("id", Text), ("title", Text), ("fails", Texts), ("passes", Texts)]);
    }
    let number = diff("number-data", number, &["--impact", "--format", "json"]).value();
    let kinds: Vec<&str> = items(&number["impact"], "parties").iter().map(|change| text(change, "kind")).collect();
    assert_eq!(kinds, ["removed", "added"]);
    let plain = diff("plain-data", narrowed, &["--format", "json"]).value();
    assert_eq!(plain.get("impact"), None::<&Value>);
}
