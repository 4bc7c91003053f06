//! `quiz`, and cases on paper.

use std::fs;

use super::{
    answer::{answers, items, strings, text},
    run::{empty_dir, json, json_of, lookup, run, say},
    shape::{List, Number, Text, TextOrNull, Texts, has_keys},
};

#[test]
fn a_quiz_has_the_keys_of_the_contract_and_is_the_same_each_time() {
    let made = json_of("quiz --seed 7 --count 12");
    has_keys(&made, &[("seed", Number), ("questions", List)]);
    assert_eq!(items(&made, "questions").len(), 12);
    for question in items(&made, "questions") {
        has_keys(
            question,
            &[("kind", Text), ("aspect", TextOrNull), ("profile", Texts), ("date", Text), ("text", Text)],
        );
        has_keys(question, &[("options", List), ("right", Texts), ("why", Text), ("sources", List)]);
        has_keys(question, &[("party", TextOrNull), ("to", TextOrNull), ("with", TextOrNull)]);
        let kinds = ["wie", "wel-of-niet", "termijn", "grond", "wat-als", "vraag"];
        assert!(kinds.contains(&text(question, "kind")), "{question}");
        assert!(!items(question, "sources").is_empty());
        for option in items(question, "options") {
            has_keys(option, &[("id", Text), ("text", Text)]);
        }
    }
    let again = say("quiz --seed 7 --count 12 --json").fine();
    assert_eq!(again.value(), made);
    assert_ne!(json_of("quiz --seed 8 --count 12")["questions"], made["questions"]);
    assert_eq!(items(&json_of("quiz"), "questions").len(), 10);
}

#[test]
fn who_is_asked_is_who_lookup_names_and_the_others_are_nowhere_in_it() {
    let made = json_of("quiz --seed 3 --count 24 --date 2024-06-01");
    let mut count = 0;
    for question in items(&made, "questions").iter().filter(|question| question["kind"] == "wie") {
        let facets = strings(&question["profile"]).join(" ");
        let found = lookup(&format!("--date {} {facets}", text(question, "date")));
        let here: Vec<_> = answers(&found).filter(|answer| answer["aspect"] == question["aspect"]).collect();
        let right = strings(&question["right"]);
        for option in items(question, "options") {
            let id = text(option, "id");
            let own: Vec<_> = here.iter().filter(|answer| answer["party"] == id).collect();
            if right.contains(&id) {
                assert!(
                    own.iter().any(|answer| answer["match"] == "applies" && answer["primary"] == true),
                    "{question}"
                );
            } else {
                assert!(own.is_empty(), "{id}: {question}");
            }
        }
        count += 1;
    }
    assert!(count > 1);
}

#[test]
fn a_quiz_is_read_and_what_does_not_exist_is_refused() {
    let dutch = say("quiz --seed 2 --count 3 leeftijd=minderjarig").fine().out;
    assert!(dutch.contains("Vraag 1 van 3 · Antwoord: "), "{dutch}");
    assert!(dutch.starts_with("1. ") && dutch.contains("   A. "), "{dutch}");
    let english = say("quiz --seed 2 --count 3 --lang en leeftijd=minderjarig").fine().out;
    assert!(english.contains("Question 1 of 3 · Answer: "), "{english}");
    say("quiz leeftyd=12").refused_with(2, &["leeftyd", "leeftijd"]);
    say("quiz alleenstaand=ja leeftijd=volwassen").refused_with(2, &["alleenstaand"]);
    say("quiz --count veel").refused_with(2, &["veel"]);
}

#[test]
fn role_cards_and_a_handout_are_made_of_a_case_or_of_a_question() {
    let dir = empty_dir("papers");
    for what in ["rolecards", "handout"] {
        for (name, words) in [("casus", "--scenario c22-bedenktijd-2024"), ("vraag", "leeftijd=minderjarig")] {
            for lang in ["nl", "en"] {
                let out = dir.join(format!("{what}-{name}-{lang}.pdf"));
                let path = out.display().to_string();
                let line = format!("export {what} --out {path} {words} --lang {lang}");
                say(&line).fine();
                let pdf = fs::read(&out).unwrap();
                assert!(pdf.starts_with(b"%PDF") && pdf.len() > 5_000, "{line}");
                say(&line).fine();
                assert_eq!(fs::read(&out).unwrap(), pdf, "{line}");
            }
        }
    }
    let out = dir.join("x.pdf").display().to_string();
    let refused = say(&format!("export rolecards --out {out} --scenario c22-bedenktijd"));
    refused.refused_with(2, &["c22-bedenktijd", "c22-bedenktijd-2024"]);
    say(&format!("export card --out {out} --scenario c22-bedenktijd-2024")).refused_with(2, &["--scenario"]);
    say(&format!("export rolecards --out {out} --with-notes")).refused_with(2, &["--with-notes"]);
}

#[test]
fn a_file_of_cases_is_played_on_the_guide_inside_the_program() {
    let dir = empty_dir("cases");
    let file = dir.join("werkplaats.casus.ron");
    let text = r#"(casus: "Werkplaats", schema: 1, base: (edition: "x", sha256: "x"), scenarios: [
      (id: "een", title: (nl: "Een"), story: "Iemand vraagt hulp.", date: "2022-02-03", given: {"leeftijd": ["minderjarig"]},
        expect: [(aspect: "opvang", party: "cosm", outcome: geldt_niet)],
        steps: [(id: "fout", title: (nl: "Fout"), learn: {"leeftijd": ["volwassen"]},
          expect: [(aspect: "opvang", party: "jeugdzorg", outcome: geldt)])])])"#;
    fs::write(&file, text).unwrap();
    let path = file.display().to_string();
    let ran = run(&["--guide", &path, "scenarios"]);
    assert_eq!(ran.exit, 1, "{ran:?}");
    assert!(ran.out.contains("stap fout, opvang, jeugdzorg: verwacht «geldt»"), "{}", ran.out);
    assert_eq!(json(&["--guide", &path, "lookup"])["guide"]["origin"], "ingebouwd");
    run(&["fmt", &path]).refused_with(1, &["casussen"]);
}
