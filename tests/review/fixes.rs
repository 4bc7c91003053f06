//! Mending by one click.

use std::{collections::BTreeSet, sync::Arc};

use proptest::prelude::*;
use wegwijzer::{
    edit::{self, Change},
    file::{embedded_guide, write_guide},
    model::{Exception, Guide, Problem, RecordId, Rule},
    review,
};

use crate::{
    any_guide,
    small::{problems, regions, small, today, with},
};

/// A problem whatever its place, which may move when a list gets shorter, and whatever the words that it tells, which a
/// mend of their spaces changes too.
fn known(problem: &Problem) -> String {
    format!("{} {}", problem.record, problem.rule().id())
}

/// Mends a problem; it goes and no other comes, and the way back leads to the same bytes.
fn mended(guide: &Guide, problem: &Problem) -> Option<Guide> {
    let edits = review::fix(guide, problem)?;
    let changes = edit::make(guide, &edits).expect("a mend that can be done");
    assert!(!changes.is_empty(), "{problem:?} is mended by nothing");
    let after = edit::put(guide, &changes);
    let back: Vec<Change> = changes.iter().map(Change::inverse).collect();
    assert_eq!(write_guide(&edit::put(&after, &back)), write_guide(guide));
    let (mut before, now): (Vec<String>, Vec<String>) =
        (problems(guide).iter().map(known).collect(), problems(&after).iter().map(known).collect());
    let own = before.iter().position(|other| *other == known(problem)).expect("a problem of the guide");
    before.remove(own);
    for problem in now {
        let at = before.iter().position(|other| *other == problem);
        before.remove(at.unwrap_or_else(|| panic!("the mend brought: {problem}, or left it")));
    }
    Some(after)
}

fn exception(rule: &str, until: &str) -> Exception {
    Exception {
        id: RecordId::new("u1").unwrap(),
        rule: rule.into(),
        record: "responsibility/politie-melden".parse().unwrap(),
        reason: "Zo zegt de bron het.".into(),
        by: "Redactie".into(),
        on: "2026-01-01".parse().unwrap(),
        until: until.parse().unwrap(),
    }
}

/// Broken guides, each with the rule that is mended and what then stands in the file.
fn broken() -> Vec<(Rule, Guide, &'static str)> {
    let excepted = |rule: &str, until: &str| {
        let mut guide = small();
        guide.exceptions.push(exception(rule, until));
        guide
    };
    vec![
        (Rule::Spaces, with("Neemt de melding aan.", " Neemt  de melding aan. "), "task: \"Neemt de melding aan.\""),
        (Rule::Spaces, with("recherche", "agenten "), "aliases: [\"agenten\"]"),
        (Rule::UnseenSign, with("Neemt de melding aan.", "Neemt de mel\u{ad}ding aan."), "\"Neemt de melding aan.\""),
        (Rule::UnseenSign, with("Neemt de melding aan.", "Neemt de\\nmelding aan."), "\"Neemt de melding aan.\""),
        (Rule::TwiceInList, with("recherche", "agenten"), "aliases: [\"agenten\"]"),
        (
            Rule::JoinedInList,
            with("\"recherche\"", "\"recherche; wijkagent;agenten\""),
            "[\"agenten\", \"recherche\", \"wijkagent\"]",
        ),
        (Rule::PhoneSpelling, with("\"0900 8844\"", "\"0900-8844\""), "value: \"0900 8844\""),
        (Rule::AddressSpelling, with("info@politie.nl", "Info@Politie.nl"), "value: \"info@politie.nl\""),
        (Rule::AddressSpelling, with("www.politie.nl", "WWW.Politie.nl/"), "value: \"www.politie.nl\""),
        (
            Rule::DanglingReference,
            with("phone: \"088 043 04 30\"", "phone: \"088-0430430\""),
            "phone: \"088 043 04 30\"",
        ),
        (Rule::UnusedException, excepted("lange-zin", "2027-01-01"), "scenarios"),
        (Rule::ExceptionOver, excepted("lange-zin", "2026-11-21"), "scenarios"),
    ]
}

#[test]
fn one_click_mends_one_problem_and_makes_no_other() {
    for (rule, guide, holds) in broken() {
        let found = problems(&guide);
        let problem =
            found.iter().find(|problem| problem.rule() == rule).unwrap_or_else(|| panic!("{rule:?}: {found:?}"));
        let after = mended(&guide, problem).unwrap_or_else(|| panic!("{problem:?} is not mended"));
        assert!(write_guide(&after).contains(holds), "{rule:?}: {}", write_guide(&after));
        assert_eq!(problems(&after), [], "{rule:?}");
    }
}

#[test]
fn a_number_that_is_mended_is_mended_where_a_task_says_to_call_it() {
    let mut guide = small();
    for contact in guide.parties.rows_mut().iter_mut().flat_map(|party| &mut party.contacts) {
        contact.value = contact.value.replace("088 043 04 30", "088-0430430");
    }
    guide.responsibilities.rows_mut()[0].phone = Some("088-0430430".into());
    let found = problems(&guide);
    let problem = found.iter().find(|problem| problem.rule() == Rule::PhoneSpelling).unwrap();
    let after = mended(&guide, problem).unwrap();
    assert_eq!(after.responsibilities.iter().next().unwrap().phone.as_deref(), Some("088 043 04 30"));
}

#[test]
fn all_that_can_be_mended_is_mended_at_once() {
    let mut guide = with("Neemt de melding aan.", " Neemt  de mel\u{ad}ding aan. ");
    let party = &mut guide.parties.rows_mut()[0];
    party.aliases = vec!["a ; b".into(), "b".into(), "b".into(), "a".into()];
    party.contacts[0].value = "0900-8844".into();
    let fixed = review::fix_all(&guide, &regions(), today());
    assert_eq!(problems(&fixed.guide), []);
    assert!(fixed.problems.len() >= 4, "{:?}", fixed.problems);
    let aliases: BTreeSet<&str> =
        fixed.guide.parties.iter().next().unwrap().aliases.iter().map(String::as_str).collect();
    assert_eq!(aliases, BTreeSet::from(["a", "b"]));
    assert_eq!(review::fix_all(&fixed.guide, &regions(), today()).guide, fixed.guide);
}

#[test]
fn what_could_be_meant_in_two_ways_is_left_to_who_knows() {
    let dated = with("task: \"Neemt", "valid: (from: \"2026\", until: \"2025\"), task: \"Neemt");
    let dangling = with("party: \"politie\"", "party: \"politi\"");
    let silent = with("Neemt de melding aan.", "");
    for (rule, guide) in [(Rule::EndBeforeStart, dated), (Rule::DanglingReference, dangling), (Rule::EmptyText, silent)]
    {
        let found = problems(&guide);
        let problem = found.iter().find(|problem| problem.rule() == rule).unwrap_or_else(|| panic!("{found:?}"));
        assert_eq!(review::fix(&guide, problem), None, "{rule:?}");
    }
}

#[test]
fn the_shipped_guide_has_nothing_to_mend() {
    let guide = embedded_guide().unwrap();
    let fixed = review::fix_all(&guide, &regions(), today());
    assert_eq!(fixed.problems, []);
    assert_eq!(fixed.guide, guide);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_mended_in_any_guide_is_mended_without_harm(guide in any_guide::guide()) {
        let guide = Arc::new(guide);
        let found = review::check(&guide, &regions(), today());
        let twice = found.iter().any(|problem| problem.rule() == Rule::DuplicateId);
        prop_assume!(!twice);
        for problem in found.iter().take(20) {
            let _ = mended(&guide, problem);
        }
    }
}
