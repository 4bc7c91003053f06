//! Questions with one answer each, written down from the letters, the facts and copies of the law before the guide was
//! asked; half of them on the days around a change. They stand in `data/vragen.md`, for people to read as well.

use serde_json::Value;

use super::answer::{answers, ask, gaps};

/// A row of the table.
struct Question<'a> {
    number: &'a str,
    date: &'a str,
    words: &'a str,
    expected: &'a str,
    verdict: &'a str,
}

const TABLE: &str = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/data/vragen.md"));

fn questions() -> impl Iterator<Item = Question<'static>> {
    let rows = TABLE.lines().filter_map(|line| line.strip_prefix("| ")?.strip_suffix(" |"));
    rows.map(|row| row.split(" | ").collect::<Vec<_>>()).filter(|cells| cells[0] != "nr").map(|cells| {
        let [number, date, _question, words, expected, source, verdict, _mended] = cells[..] else {
            panic!("a row has eight cells: {cells:?}")
        };
        assert!(!source.is_empty(), "question {number} has no source");
        Question { number, date, words, expected, verdict }
    })
}

/// What a record is for a person on a day: «zeker», «hangt-af», «gat» or «niet».
fn said<'a>(found: &'a Value, id: &str) -> (&'static str, Option<&'a Value>) {
    let is = |record: &&Value| record["id"] == id;
    if let Some(answer) = answers(found).find(is) {
        return (if answer["match"] == "applies" { "zeker" } else { "hangt-af" }, Some(answer));
    }
    match gaps(found).find(is) {
        Some(gap) if gap["match"] == "applies" => ("gat", Some(gap)),
        Some(gap) => ("hangt-af", Some(gap)),
        None => ("niet", None),
    }
}

/// What is wrong with one expectation, such as «cosm-opvang zeker «drie maanden»»; nothing when it holds.
fn wrong(found: &Value, expected: &str) -> Option<String> {
    let (what, says) =
        expected.split_once(" «").map_or((expected, None), |(what, says)| (what, says.strip_suffix('»')));
    let (what, without) = what.strip_suffix(" zonder").map_or((what, false), |what| (what, true));
    let (record, is) = match what.split_once(' ') {
        Some((id, wanted)) => {
            let (is, record) = said(found, id);
            if is != wanted {
                return Some(format!("{id} is {is}, not {wanted}"));
            }
            (record, is)
        }
        None if what == "regio" => (Some(&found["region"]), what),
        None => return Some(format!("«{expected}» says nothing")),
    };
    let mut record = record.cloned().unwrap_or_default();
    if let Some(fields) = record.as_object_mut() {
        // What a source is called is not what the guide says.
        fields.remove("sources");
    }
    let text = record.to_string();
    says.filter(|says| text.contains(says) == without).map(|says| format!("{what} ({is}), «{says}»: {text}"))
}

#[test]
fn each_has_the_answer_of_the_sources() {
    let mut all = Vec::new();
    for question in questions() {
        let found = ask(&format!("--date {} {}", question.date, question.words)).found;
        let told = question.expected.split("; ").filter_map(|expected| wrong(&found, expected));
        all.extend(told.map(|told| format!("question {}, {}: {told}", question.number, question.date)));
    }
    assert_eq!(all, Vec::<String>::new());
}

#[test]
fn there_are_a_hundred_and_each_has_a_number_and_a_verdict() {
    let numbers: Vec<usize> = questions().map(|question| question.number.parse().expect("a number")).collect();
    assert!(numbers.len() >= 100 && numbers.iter().copied().eq(1..=numbers.len()), "{numbers:?}");
    for question in questions() {
        assert!(
            ["goed", "fout", "misleidend", "ontbreekt"].contains(&question.verdict),
            "question {}",
            question.number
        );
    }
}

#[test]
fn every_record_that_is_asked_about_is_in_the_guide() {
    // So that a «niet» is not that of a name that nobody bears.
    let guide = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/data/wegwijzer.ron")).expect("the guide");
    for question in questions() {
        for expected in question.expected.split("; ").filter(|expected| !expected.starts_with("regio ")) {
            let id = expected.split(' ').next().expect("an id");
            assert!(guide.contains(&format!("id: \"{id}\"")), "question {}: {id}", question.number);
        }
    }
}
