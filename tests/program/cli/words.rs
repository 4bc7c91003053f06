//! The answer in words, for who reads it on a screen.

use super::{
    answer::{answers, items, text},
    run::{lookup, say},
};

const CASE: &str =
    "--date 2022-02-03 leeftijd=volwassen verblijf=derdeland-zonder-verblijfsrecht aanwijzing=geringste-aanwijzing";

#[test]
fn the_words_say_what_the_json_says() {
    let (words, found) = (say(&format!("lookup --all {CASE}")).fine().out, lookup(CASE));
    for answer in answers(&found) {
        assert!(words.contains(text(answer, "party_name")), "{}", answer["party_name"]);
        assert!(words.contains(text(answer, "task")), "{}", answer["task"]);
    }
    for advice in items(&found, "first") {
        assert!(words.contains(text(advice, "text")), "{advice}");
    }
    let question = &items(&found, "next_questions")[0];
    assert!(words.contains(text(question, "question")), "{question}");
}

#[test]
fn acute_danger_goes_first_and_the_phases_follow_in_order() {
    let words = say(&format!("lookup --all {CASE}")).fine().out;
    let place = |part: &str| words.find(part).unwrap_or_else(|| panic!("«{part}» is not in:\n{words}"));
    let places = [place("112"), place("\nA  "), place("\nB  "), place("\nC  "), place("\nD  ")];
    assert!(places.is_sorted(), "{places:?}\n{words}");
}

#[test]
fn an_answer_for_another_day_says_that_it_is_not_for_use() {
    let then = say(&format!("lookup --all {CASE}")).fine().out;
    assert!(then.lines().next().expect("a line").contains("niet voor gebruik: stand op 3 februari 2022"), "{then}");
    let now = say("lookup leeftijd=volwassen").fine().out;
    assert!(!now.contains("niet voor gebruik"), "{now}");
    let english = say(&format!("lookup {CASE} --lang en")).fine().out;
    assert!(english.lines().next().expect("a line").contains("not for use"), "{english}");
}

#[test]
fn what_was_given_and_what_follows_is_repeated() {
    let words = say("lookup verblijf=bedenktijd").fine().out;
    assert!(words.contains("bedenktijd") || words.contains("Bedenktijd"), "{words}");
    let follows = words.lines().any(|line| line.to_lowercase().contains("aanwijzing") && line.contains("volgt"));
    assert!(follows, "what follows is said to follow:\n{words}");
}

#[test]
fn a_name_of_the_day_is_in_the_words() {
    let words = |date: &str| say(&format!("lookup --all --date {date} uitbuiting=arbeid")).fine().out;
    let (before, after) = (words("2021-12-31"), words("2022-01-01"));
    assert!(before.contains("Inspectie SZW") && !before.contains("■ Nederlandse Arbeidsinspectie"), "{before}");
    assert!(after.contains("■ Nederlandse Arbeidsinspectie") && !after.contains("■ Inspectie SZW"), "{after}");
}
