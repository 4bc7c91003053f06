//! A broken sample of each rule, and a clean one.

use std::collections::BTreeSet;

use wegwijzer::model::{Problem, Rule, Severity};

use crate::small::{problems, small, with};

/// A rule, where it is broken, a text of the small guide, what breaks the rule in its place, and what does not.
type Sample = (Rule, &'static str, &'static str, &'static [&'static str], &'static [&'static str]);

const SAMPLES: &[Sample] = &[
    (
        Rule::LongSentences,
        "responsibility/politie-melden",
        "Neemt de melding aan.",
        &["Neemt de melding aan van wie hulp vraagt en zegt daarna aan wie het vertelt wat er die dag nog gebeurt en \
           wat zij doet en wie belt."],
        &["Neemt de melding aan van wie hulp vraagt. Zegt daarna aan wie het vertelt wat er die dag nog gebeurt."],
    ),
    (
        Rule::HardWord,
        "responsibility/politie-melden task",
        "Neemt de melding aan.",
        &["Neemt tevens de melding aan.", "Belt INDIEN nodig.", "Belt met betrekking tot de melding."],
        &["Neemt ook de melding aan.", "Doet een tevensmelding aan."],
    ),
    (
        Rule::PassiveTwice,
        "responsibility/politie-melden task",
        "Neemt de melding aan.",
        &["De melding wordt gemeld. De zaak wordt daarna overgedragen."],
        &["De melding wordt gemeld. De politie draagt de zaak over.", "Zij wordt achttien. Hij werd oud."],
    ),
    (
        Rule::LongWord,
        "responsibility/politie-melden task",
        "Neemt de melding aan.",
        &["Belt een mensenhandelrechercheur."],
        &["Belt een mensenhandel-rechercheur.", "Belt Luchtvaartmaatschappijen."],
    ),
    (
        Rule::LawName,
        "responsibility/politie-melden task",
        "Neemt de melding aan.",
        &["Neemt de melding aan volgens de Politiewet.", "Doet wat in artikel 3 staat.", "Vraagt hulp van de Wmo."],
        &["Neemt de melding aan volgens de wet."],
    ),
    (
        Rule::Spaces,
        "responsibility/politie-melden task",
        "Neemt de melding aan.",
        &["Neemt de  melding aan.", " Neemt de melding aan.", "Neemt de melding aan. "],
        &["Neemt de melding zelf aan."],
    ),
    (
        Rule::JoinedInList,
        "party/politie aliases[1]",
        "recherche",
        &["recherche; wijkagent", "recherche;"],
        &["recherche en wijkagent"],
    ),
    (
        Rule::PersonalData,
        "responsibility/politie-melden notes[0]",
        "Dit is een voorbeeld.",
        &[
            "Het BSN is 111222333.",
            "Het V-nummer is 270.123.4567.",
            "De zaak is 01/234567-22.",
            "Zij is geboren op 3 mei 2004.",
            "Vraag naar mevrouw A. de Vries.",
            "Vraag naar de heer Jansen.",
            "Slachtoffer Fatima belt zelf.",
            "Mail anna.jansen@example.org.",
            "Betaal op NL91 ABNA 0417 1643 00.",
        ],
        &[
            "Het dossier is 111222334.",
            "De brief is van 3 mei 2004.",
            "Mail info@politie.nl.",
            "Het slachtoffer Politie belt zelf.",
            "Betaal op NL91 ABNA 0417 1643 01.",
        ],
    ),
    (
        Rule::PersonalDataInCase,
        "scenario/casus story",
        "Een meisje van vijftien vraagt hulp.",
        &["Mevrouw Jansen vraagt hulp.", "Zij is geboren op 03-05-2010.", "Haar BSN is 111222333."],
        &["Een meisje van vijftien vraagt hulp aan de politie."],
    ),
    (
        Rule::PhoneForm,
        "party/politie contacts[0].value",
        "\"0900 8844\"",
        &["\"0900 884\"", "\"115\"", "\"bel 112\"", "\"0110 12 34 56\""],
        &["\"112\"", "\"144\"", "\"113\"", "\"116 000\"", "\"0800 2000\"", "\"0113 12 34 56\""],
    ),
    (
        Rule::PhoneForm,
        "party/politie contacts[2].value",
        "+31 88 043 04 30",
        &["088 043 04 30", "+31 88 043"],
        &["+32 2 123 45 67"],
    ),
    (
        Rule::PhoneSpelling,
        "party/politie contacts[0].value",
        "\"0900 8844\"",
        &["\"0900-8844\"", "\"09008844\"", "\"+31 33 448 11 86\""],
        &["\"033 448 11 86\""],
    ),
    (
        Rule::AddressForm,
        "party/politie contacts[3].value",
        "info@politie.nl",
        &["info@politie", "info", "info @politie.nl"],
        &["melden@politie.nl"],
    ),
    (
        Rule::AddressForm,
        "source/s1 url",
        "https://example.org/brief",
        &["https//example.org", "example", "ftp://example.org"],
        &["https://example.org/Brief?x=1", "example.org"],
    ),
    (
        Rule::Invented,
        "party/politie contacts[0].value",
        "\"0900 8844\"",
        &["\"000-1234\"", "\"000-555\""],
        &["\"0900 8844\"", "\"000 1234\""],
    ),
    (
        Rule::Invented,
        "party/politie contacts[3].value",
        "info@politie.nl",
        &["info@politie.example"],
        &["info@example.org"],
    ),
    (
        Rule::Invented,
        "source/s1 url",
        "https://example.org/brief",
        &["https://www.land.example/brief"],
        &["https://www.example.org/a.example"],
    ),
    (
        Rule::AddressSpelling,
        "party/politie contacts[4].value",
        "www.politie.nl",
        &["WWW.politie.nl", "www.politie.nl/"],
        &["https://www.politie.nl/Melden"],
    ),
    (
        Rule::AddressSpelling,
        "party/politie contacts[3].value",
        "info@politie.nl",
        &["Info@Politie.nl", "mailto:info@politie.nl"],
        &["melden@politie.nl"],
    ),
    (
        Rule::StepNotReached,
        "scenario/casus steps[1]",
        "expect: []",
        &[
            "expect: [], steps: [(id: \"een\", title: (nl: \"Een\"), next: [(to: \"een\")]), (id: \"twee\", title: (nl: \"Twee\"))]",
            "expect: [], steps: [(id: \"een\", title: (nl: \"Een\"), next: [(label: (nl: \"Klaar\"))]), (id: \"twee\", title: (nl: \"Twee\"))]",
        ],
        &[
            "expect: [], steps: [(id: \"een\", title: (nl: \"Een\")), (id: \"twee\", title: (nl: \"Twee\"))]",
            "expect: [], steps: [(id: \"een\", title: (nl: \"Een\"), next: [(to: \"twee\")]), (id: \"twee\", title: (nl: \"Twee\"))]",
        ],
    ),
    (
        Rule::BranchWithoutWords,
        "scenario/casus steps[0].next[1]",
        "expect: []",
        &[
            "expect: [], steps: [(id: \"een\", title: (nl: \"Een\"), next: [(label: (nl: \"Verder\"), to: \"twee\"), (to: \"een\")]), (id: \"twee\", title: (nl: \"Twee\"))]",
        ],
        &[
            "expect: [], steps: [(id: \"een\", title: (nl: \"Een\"), next: [(to: \"twee\")]), (id: \"twee\", title: (nl: \"Twee\"))]",
            "expect: [], steps: [(id: \"een\", title: (nl: \"Een\"), next: [(label: (nl: \"Verder\"), to: \"twee\"), (label: (nl: \"Klaar\"))]), (id: \"twee\", title: (nl: \"Twee\"))]",
        ],
    ),
    (
        Rule::CannotBeAsked,
        "scenario/casus steps[0]",
        "expect: []",
        &[
            "expect: [], steps: [(id: \"een\", title: (nl: \"Een\"), learn: {\"leeftijd\": []}), (id: \"twee\", title: (nl: \"Twee\"))]",
        ],
        &[
            "expect: [], steps: [(id: \"een\", title: (nl: \"Een\"), learn: {\"leeftijd\": [\"0-17\"]}), (id: \"twee\", title: (nl: \"Twee\"))]",
        ],
    ),
    (
        Rule::ExpectationFails,
        "scenario/casus expect[0]",
        "expect: []",
        &["expect: [(aspect: \"melden\", party: \"politie\", outcome: geldt_niet)]"],
        &["expect: [(aspect: \"melden\", party: \"politie\", outcome: geldt)]"],
    ),
    (
        Rule::ExpectationFails,
        "scenario/casus steps[1].expect[0]",
        "expect: []",
        &[
            "expect: [], steps: [(id: \"een\", title: (nl: \"Een\")), (id: \"twee\", title: (nl: \"Twee\"), expect: [(aspect: \"melden\", outcome: gat)])]",
        ],
        &[
            "expect: [], steps: [(id: \"een\", title: (nl: \"Een\")), (id: \"twee\", title: (nl: \"Twee\"), expect: [(aspect: \"melden\", outcome: geen_gat)])]",
        ],
    ),
    (
        Rule::MinutesDiffer,
        "scenario/casus minutes",
        "expect: []",
        &[
            "expect: [], minutes: 10, steps: [(id: \"een\", title: (nl: \"Een\"), minutes: 4), (id: \"twee\", title: (nl: \"Twee\"), minutes: 5)]",
        ],
        &[
            "expect: [], minutes: 9, steps: [(id: \"een\", title: (nl: \"Een\"), minutes: 4), (id: \"twee\", title: (nl: \"Twee\"), minutes: 5)]",
            "expect: [], minutes: 9",
        ],
    ),
    (
        Rule::NoteInSight,
        "scenario/casus story",
        "expect: []",
        &["expect: [], notes: [\"meisje van vijftien\"]"],
        &["expect: [], notes: [\"Vraag door naar het meisje.\"]"],
    ),
    (
        Rule::NoteInSight,
        "scenario/casus steps[0]",
        "expect: []",
        &[
            "expect: [], steps: [(id: \"een\", title: (nl: \"Een\"), story: (nl: \"Let op: wie belt hier?\"), notes: [\"Let op: wie belt\"]), (id: \"twee\", title: (nl: \"Twee\"))]",
        ],
        &[
            "expect: [], steps: [(id: \"een\", title: (nl: \"Een\"), story: (nl: \"Wie belt hier?\"), notes: [\"Let op: wie belt\"]), (id: \"twee\", title: (nl: \"Twee\"))]",
        ],
    ),
    (
        Rule::NoGuideSum,
        "scenario/casus frozen",
        "expect: []",
        &["expect: [], frozen: \"2026-11\""],
        &["expect: [], frozen: \"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\""],
    ),
    (
        Rule::DanglingReference,
        "scenario/casus steps[0].next[0].to",
        "expect: []",
        &[
            "expect: [], steps: [(id: \"een\", title: (nl: \"Een\"), next: [(to: \"twe\")]), (id: \"twee\", title: (nl: \"Twee\"))]",
        ],
        &[
            "expect: [], steps: [(id: \"een\", title: (nl: \"Een\"), next: [(to: \"twee\")]), (id: \"twee\", title: (nl: \"Twee\"))]",
        ],
    ),
    (
        Rule::DuplicateId,
        "scenario/casus steps[1].id",
        "expect: []",
        &["expect: [], steps: [(id: \"een\", title: (nl: \"Een\")), (id: \"een\", title: (nl: \"Nog een\"))]"],
        &["expect: [], steps: [(id: \"een\", title: (nl: \"Een\")), (id: \"twee\", title: (nl: \"Twee\"))]"],
    ),
];

fn place(problem: &Problem) -> String {
    format!("{} {}", problem.record, problem.field).trim().to_owned()
}

/// The rules that a guide breaks, with where.
fn broken(problems: &[Problem]) -> BTreeSet<(Rule, String)> {
    problems.iter().map(|problem| (problem.rule(), place(problem))).collect()
}

#[test]
fn the_small_guide_is_clean() {
    assert_eq!(problems(&small()), []);
}

#[test]
fn each_rule_finds_what_breaks_it_where_it_stands_and_lets_the_rest_pass() {
    for (rule, at, old, wrong, right) in SAMPLES {
        for text in *wrong {
            let found = broken(&problems(&with(old, text)));
            assert!(found.contains(&(*rule, (*at).to_owned())), "«{text}» breaks {}: {found:?}", rule.id());
        }
        for text in *right {
            let found = problems(&with(old, text));
            assert!(found.iter().all(|problem| problem.rule() != *rule), "«{text}» keeps {}: {found:?}", rule.id());
        }
    }
}

#[test]
fn in_a_guide_for_training_nothing_can_be_called_that_exists() {
    let training = |old: &str, new: &str| {
        let mut guide = with(old, new);
        guide.training = true;
        broken(&problems(&guide)).into_iter().filter(|(rule, _)| *rule == Rule::RealInTraining).map(|(_, at)| at)
    };
    let all: Vec<String> = training("0900 8844", "0900 8844").collect();
    let expected: Vec<String> = (0..5).map(|number| format!("party/politie contacts[{number}].value")).collect();
    assert_eq!(all, [expected, vec!["source/s1 url".to_owned()]].concat());
    let invented: Vec<String> = training("0900 8844", "000-8844").collect();
    assert!(!invented.contains(&"party/politie contacts[0].value".to_owned()), "{invented:?}");
    assert_eq!(Rule::RealInTraining.severity(), Severity::Error);
}

#[test]
fn what_leads_to_a_person_keeps_a_guide_from_use_only_in_a_case() {
    let severities = |rule: Rule| rule.severity();
    assert_eq!(severities(Rule::PersonalData), Severity::Warning);
    assert_eq!(severities(Rule::PersonalDataInCase), Severity::Error);
}

#[test]
fn a_law_may_be_named_where_the_law_is_told() {
    for (old, new) in [
        ("Dit is een voorbeeld.", "Zie artikel 3 van de Politiewet."),
        ("Iemand vertelt wat er is gebeurd.", "Zie de Politiewet."),
    ] {
        assert_eq!(problems(&with(old, new)), [], "{new}");
    }
}
