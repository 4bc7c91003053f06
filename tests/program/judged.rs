//! What is said of a condition at once is true of everybody.

use std::{collections::BTreeSet, sync::Arc};

use proptest::prelude::*;
use wegwijzer::{
    file::{embedded_guide, read_condition},
    lookup::{Index, Judged, oracle},
    model::*,
    present::ConditionFacts,
};

use crate::cover::{asked, people};

/// The table of a condition without some of its parts.
fn without(table: &Situations, parts: &[Part]) -> Situations {
    let kept =
        |situation: usize, row: Option<usize>, value: Option<usize>| !parts.contains(&Part { situation, row, value });
    let situations = table.0.iter().enumerate().filter(|(at, _)| kept(*at, None, None)).map(|(at, situation)| {
        let rows = situation.rows.iter().enumerate().filter(|(row_at, _)| kept(at, Some(*row_at), None)).map(
            |(row_at, row)| {
                let values =
                    row.values.iter().enumerate().filter(|(value_at, _)| kept(at, Some(row_at), Some(*value_at)));
                Row { values: values.map(|(_, value)| value.clone()).collect(), ..row.clone() }
            },
        );
        Situation { rows: rows.collect() }
    });
    Situations(situations.collect())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, ..ProptestConfig::default() })]

    #[test]
    fn share_and_remarks_are_what_an_enumeration_finds((guide, conditions) in asked()) {
        let guide = Arc::new(guide);
        let index = Index::new(Arc::clone(&guide)).unwrap();
        let people = people(&guide);
        let who = &conditions[0];
        let Judged { share, remarks, .. } = index.judge(who);
        let meets = |who: &Condition| -> Vec<bool> { people.iter().map(|person| oracle::meets(&guide, person, who)).collect() };
        let met = meets(who);
        let count = met.iter().filter(|met| **met).count();
        let share = share.unwrap();
        prop_assert_eq!(share.part * people.len() as u128, share.all * count as u128);
        prop_assert_eq!(remarks.contains(&Remark::Nobody), count == 0);
        prop_assert_eq!(remarks.contains(&Remark::Everybody), count == people.len() && *who != Condition::Always);
        let Some(table) = Situations::read(who) else { return Ok(()) };
        let idle: Vec<Part> = remarks.iter().filter_map(|remark| match remark { Remark::ChangesNothing(part) => Some(*part), _ => None }).collect();
        let left = without(&table, &idle);
        prop_assert_eq!(meets(&left.condition()), met.clone(), "without {:?}", idle);
        for remark in &remarks {
            if let Remark::NobodyIn(part) = remark {
                let situation = &table.0[part.situation];
                let own = part.row.map_or_else(|| situation.condition(), |row| situation.rows[row].condition());
                prop_assert!(meets(&own).iter().all(|met| !met), "{part:?}");
            }
        }
        // None is left that could go by itself.
        if count > 0 && count < people.len() {
            for at in 0..left.0.len() {
                for row in (0..left.0[at].rows.len()).map(Some).chain((left.0.len() > 1).then_some(None)) {
                    let part = Part { situation: at, row, value: None };
                    let of_nobody = |part: &Part| {
                        let own = part.row.map_or_else(|| left.0[at].condition(), |row| left.0[at].rows[row].condition());
                        meets(&own).iter().all(|met| !met)
                    };
                    let told = of_nobody(&part) || of_nobody(&Part { row: None, ..part });
                    prop_assert!(told || meets(&without(&left, &[part]).condition()) != met, "{part:?} of {left:?}");
                }
            }
        }
    }

    #[test]
    fn examples_stand_on_either_side_and_differ_in_one_facet((guide, conditions) in asked()) {
        let guide = Arc::new(guide);
        let index = Index::new(Arc::clone(&guide)).unwrap();
        let people = people(&guide);
        let who = &conditions[0];
        let Judged { inside, outside, .. } = index.judge(who);
        let fits = |example: &Situation, met: bool| {
            let example = example.condition();
            // Whoever fits the example and can be: what it leaves open makes no difference.
            let mut fitting = people.iter().filter(|person| oracle::meets(&guide, person, &example)).peekable();
            fitting.peek().is_some() && fitting.all(|person| oracle::meets(&guide, person, who) == met)
        };
        let named = who.facets().iter().any(|facet| guide.facet(facet).is_some());
        let is_met = |met: bool| people.iter().any(|person| oracle::meets(&guide, person, who) == met);
        prop_assert_eq!(inside.is_some(), named && is_met(true));
        prop_assert_eq!(outside.is_some(), named && is_met(false));
        prop_assert!(inside.as_ref().is_none_or(|inside| fits(inside, true)), "{inside:?}");
        prop_assert!(outside.as_ref().is_none_or(|outside| fits(&outside.person, false)), "{outside:?}");
        let Some((inside, outside)) = inside.zip(outside) else { return Ok(()) };
        let of = |situation: &Situation, facet: &FacetId| -> Vec<Row> {
            situation.rows.iter().filter(|row| row.facet == *facet).cloned().collect()
        };
        let differing: BTreeSet<&FacetId> = guide.facets.iter().map(|facet| &facet.id)
            .filter(|facet| of(&inside, facet) != of(&outside.person, facet)).collect();
        if let Some(differs_in) = &outside.differs_in {
            prop_assert_eq!(differing, BTreeSet::from([differs_in]));
        } else {
            // There are no such two.
            let near = |a: &oracle::Person, b: &oracle::Person| {
                let apart: Vec<usize> = (0..a.len()).filter(|at| a[*at] != b[*at]).collect();
                let [at] = apart.as_slice() else { return false };
                (*guide.facets).get(*at).is_some_and(|facet| facet.kind == FacetKind::One || a[*at].symmetric_difference(&b[*at]).count() == 1)
            };
            let (yes, no): (Vec<&oracle::Person>, Vec<_>) = people.iter().partition(|person| oracle::meets(&guide, person, who));
            prop_assert!(!yes.iter().any(|a| no.iter().any(|b| near(a, b))));
        }
    }

    #[test]
    fn a_difference_is_who_meets_one_and_not_the_other((guide, mut conditions) in asked()) {
        let guide = Arc::new(guide);
        let index = Index::new(Arc::clone(&guide)).unwrap();
        let new = conditions.pop().unwrap();
        let old = conditions.pop().unwrap_or_default();
        let difference = index.difference(&old, &new, 1_000);
        let whos = |cover: &wegwijzer::lookup::Cover| -> Vec<Condition> { cover.boxes.iter().map(|one| one.situation.condition()).collect() };
        let (gained, lost) = (whos(&difference.gained), whos(&difference.lost));
        let mut same = true;
        for person in people(&guide) {
            let meets = |who: &Condition| oracle::meets(&guide, &person, who);
            prop_assert_eq!(gained.iter().any(meets), meets(&new) && !meets(&old));
            prop_assert_eq!(lost.iter().any(meets), meets(&old) && !meets(&new));
            same &= meets(&old) == meets(&new);
        }
        prop_assert_eq!(index.is_same_condition(&old, &new), Some(same));
    }
}

fn told(who: &str) -> ConditionFacts {
    let index = Index::new(Arc::new(embedded_guide().unwrap())).unwrap();
    ConditionFacts::of(&read_condition(who).unwrap(), &index, Lang::Nl)
}

fn remarks(who: &str) -> Vec<String> {
    told(who).remarks.into_iter().map(|remark| remark.text).collect()
}

#[test]
fn a_condition_is_told_with_its_share_and_an_example_on_either_side() {
    let facts = told(r#"All([Is("leeftijd", ["volwassen"]), Is("verblijf", ["bedenktijd"])])"#);
    assert_eq!(facts.text, "leeftijd: 18 of ouder en verblijf: in bedenktijd");
    let share = facts.share.unwrap();
    assert!(
        share.text.starts_with("geldt voor ") && share.text.ends_with(" % van alle mogelijke situaties"),
        "{}",
        share.text
    );
    assert_eq!(
        facts.inside.as_deref(),
        Some("bijvoorbeeld: leeftijd: 18 tot en met 20 jaar en verblijf: in bedenktijd")
    );
    assert_eq!(
        facts.outside.as_deref(),
        Some("net niet, door leeftijd: leeftijd: 0 tot en met 11 jaar en verblijf: in bedenktijd")
    );
    assert!(facts.remarks.is_empty());
}

#[test]
fn what_is_odd_is_said_at_once() {
    for (who, expected) in [
        (r#"All([Is("verblijf", ["bedenktijd"]), Is("strafproces", ["aangifte"])])"#, "dit geldt voor niemand"),
        (r#"Any([Is("dublin", ["ja"]), Is("dublin", ["nee"])])"#, "dit geldt voor iedereen"),
        (r#"Is("leeftyd", ["12"])"#, "kenmerk «leeftyd» bestaat niet; bedoelt u «leeftijd»?"),
        (r#"Is("leeftijd", ["minderjarg"])"#, "leeftijd heeft geen waarde «minderjarg»; bedoelt u «minderjarig»?"),
        (r#"HasAny("leeftijd", ["12"])"#, "leeftijd heeft altijd één waarde"),
        (
            r#"All([Is("alleenstaand", ["ja"]), Is("leeftijd", ["minderjarig"])])"#,
            "«leeftijd: jonger dan 18» kan weg: er verandert niets",
        ),
        (r#"Is("leeftijd", ["minderjarig", "12"])"#, "«12 jaar» bij leeftijd kan weg: er verandert niets"),
        (
            r#"Any([Is("leeftijd", ["minderjarig"]), All([Is("leeftijd", ["12"]), Is("dublin", ["ja"])])])"#,
            "situatie 2 kan weg: er verandert niets",
        ),
        (
            r#"Any([Is("dublin", ["ja"]), All([Is("alleenstaand", ["ja"]), Is("leeftijd", ["volwassen"])])])"#,
            "situatie 2 kan bij niemand voorkomen",
        ),
    ] {
        assert!(remarks(who).iter().any(|remark| remark == expected), "{who}: {:?}", remarks(who));
    }
    assert!(remarks("Always").is_empty());
}

#[test]
fn every_condition_of_the_guide_is_judged_without_a_word_that_is_wrong() {
    let guide = Arc::new(embedded_guide().unwrap());
    let index = Index::new(Arc::clone(&guide)).unwrap();
    for record in &guide.responsibilities {
        let facts = ConditionFacts::of(&record.who, &index, Lang::Nl);
        assert!(facts.table.is_some() && facts.share.is_some(), "{}", record.id);
        let is_grave = |remark: &Remark| !matches!(remark, Remark::ChangesNothing(_) | Remark::Everybody);
        assert!(!facts.remarks.iter().any(|remark| is_grave(&remark.remark)), "{}: {:?}", record.id, facts.remarks);
    }
}
