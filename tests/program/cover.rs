//! Sets of persons as boxes: they hold whom they should, are as large as can be, and are counted as an enumeration does.

use std::{collections::BTreeSet, sync::Arc};

use proptest::prelude::*;
use wegwijzer::{
    lookup::{Cover, Index, PersonSets, Profile, oracle},
    model::*,
};

use crate::random_guide::{condition, empty_guide, guide};

/// A guide of which somebody is left, and conditions that are together a set of persons.
pub(crate) fn asked() -> impl Strategy<Value = (Guide, Vec<Condition>)> {
    // A guide that leaves nobody is not used. Of very many persons an enumeration takes too long.
    let is_small =
        |guide: &Guide| !people(guide).is_empty() && oracle::thinkable(guide, &Profile::default()).len() < 2_000;
    guide().prop_filter("nobody is left, or too many", is_small).prop_flat_map(|guide| {
        let facets: Vec<Facet> = guide.facets.iter().cloned().collect();
        (Just(guide), prop::collection::vec(condition(&facets), 1..4))
    })
}

/// Everybody who can be.
pub(crate) fn people(guide: &Guide) -> Vec<oracle::Person> {
    oracle::persons(guide, &Profile::default())
}

fn cover(guide: &Arc<Guide>, conditions: &[Condition], most: usize) -> Cover {
    let index = Index::new(Arc::clone(guide)).unwrap();
    let mut sets = PersonSets::new(&index);
    let all: Vec<_> = conditions.iter().map(|condition| sets.of(condition)).collect();
    let union = all.into_iter().reduce(|one, other| sets.either(one, other)).unwrap();
    sets.cover(union, most)
}

/// What a box says, answer by answer: of a facet with one value which it may be, of each other value whether it is true.
enum Side {
    OneOf(usize, BTreeSet<ValueId>),
    Is(usize, ValueId, bool),
}

impl Side {
    fn holds(&self, person: &oracle::Person) -> bool {
        match self {
            Self::OneOf(facet, values) => person[*facet].is_subset(values),
            Self::Is(facet, value, truth) => person[*facet].contains(value) == *truth,
        }
    }

    /// The same with one answer more; every way there is.
    fn widened(&self, guide: &Guide) -> Vec<Self> {
        match self {
            Self::OneOf(at, values) => {
                let all = (*guide.facets)[*at].values.iter().map(|value| &value.id);
                let more = all.filter(|value| !values.contains(value));
                more.map(|value| Self::OneOf(*at, values.iter().chain([value]).cloned().collect())).collect()
            }
            Self::Is(at, ..) => {
                vec![Self::OneOf(*at, (*guide.facets)[*at].values.iter().map(|v| v.id.clone()).collect())]
            }
        }
    }
}

fn sides(guide: &Guide, situation: &Situation) -> Vec<Side> {
    let mut sides = Vec::new();
    for row in &situation.rows {
        let at = guide.facets.iter().position(|facet| facet.id == row.facet).unwrap();
        let facet = &(*guide.facets)[at];
        match row.mode {
            Mode::One => {
                let values = facet.values.iter().map(|value| value.id.clone()).filter(|value| {
                    let mut person = vec![BTreeSet::new(); guide.facets.len()];
                    person[at].insert(value.clone());
                    oracle::meets(guide, &person, &row.condition())
                });
                sides.push(Side::OneOf(at, values.collect()));
            }
            Mode::HasAny | Mode::HasAll => {
                assert_eq!(
                    row.mode == Mode::HasAny,
                    row.is_not,
                    "a box says of each value that it is, or that it is not"
                );
                sides.extend(row.values.iter().map(|value| Side::Is(at, value.clone(), !row.is_not)));
            }
        }
    }
    sides
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, ..ProptestConfig::default() })]

    #[test]
    fn boxes_hold_exactly_who_is_in_the_set_and_are_counted((guide, conditions) in asked()) {
        let guide = Arc::new(guide);
        let people = people(&guide);
        let found = cover(&guide, &conditions, 1_000);
        prop_assert!(!found.more);
        let is_in = |person: &oracle::Person| conditions.iter().any(|who| oracle::meets(&guide, person, who));
        let whos: Vec<Condition> = found.boxes.iter().map(|one| one.situation.condition()).collect();
        for person in &people {
            prop_assert_eq!(is_in(person), whos.iter().any(|who| oracle::meets(&guide, person, who)));
        }
        let is_share = |share: Option<Share>, part: usize| {
            let share = share.unwrap();
            share.part * people.len() as u128 == share.all * part as u128
        };
        prop_assert!(is_share(found.share, people.iter().filter(|person| is_in(person)).count()));
        prop_assert!(is_share(found.left, 0));
        for (one, who) in found.boxes.iter().zip(&whos) {
            let inside = people.iter().filter(|person| oracle::meets(&guide, person, who)).count();
            prop_assert!(inside > 0 && is_share(one.share, inside));
        }
    }

    #[test]
    fn no_answer_can_be_added_to_a_box((guide, conditions) in asked()) {
        let guide = Arc::new(guide);
        let people = people(&guide);
        let is_in = |person: &oracle::Person| conditions.iter().any(|who| oracle::meets(&guide, person, who));
        for found in cover(&guide, &conditions, 1_000).boxes {
            let sides = sides(&guide, &found.situation);
            for at in 0..sides.len() {
                for wider in sides[at].widened(&guide) {
                    let holds = |person: &oracle::Person| {
                        sides.iter().enumerate().all(|(other, side)| other == at || side.holds(person)) && wider.holds(person)
                    };
                    // What nobody in the box can answer is not told.
                    let is_more = |person: &&oracle::Person| holds(person) && !sides[at].holds(person);
                    if people.iter().any(|person| is_more(&person)) {
                        prop_assert!(people.iter().any(|person| holds(person) && !is_in(person)), "{:?}", found.situation);
                    }
                }
            }
        }
    }

    #[test]
    fn the_order_in_which_a_set_is_put_together_makes_no_difference((guide, conditions) in asked()) {
        let guide = Arc::new(guide);
        let turned: Vec<Condition> = conditions.iter().rev().cloned().collect();
        prop_assert_eq!(cover(&guide, &conditions, 9), cover(&guide, &turned, 9));
        let mut other = (*guide).clone();
        other.responsibilities.rows_mut().reverse();
        other.impossible.rows_mut().reverse();
        other.implications.rows_mut().reverse();
        prop_assert_eq!(cover(&guide, &conditions, 9), cover(&Arc::new(other), &conditions, 9));
    }

    #[test]
    fn of_more_boxes_than_are_asked_for_the_rest_is_counted((guide, conditions) in asked(), most in 0_usize..3) {
        let guide = Arc::new(guide);
        let people = people(&guide);
        let found = cover(&guide, &conditions, most);
        prop_assert!(found.boxes.len() <= most);
        let whos: Vec<Condition> = found.boxes.iter().map(|one| one.situation.condition()).collect();
        let left = people.iter().filter(|person| {
            conditions.iter().any(|who| oracle::meets(&guide, person, who)) && !whos.iter().any(|who| oracle::meets(&guide, person, who))
        });
        let left = left.count();
        prop_assert_eq!(found.more, left > 0);
        let share = found.left.unwrap();
        prop_assert_eq!(share.part * people.len() as u128, share.all * left as u128);
    }
}

/// So many facets with so many values.
fn wide(facets: usize, values: usize) -> Arc<Guide> {
    let id = |text: String| Id::new(&text).unwrap();
    let label = || Label { nl: "x".to_owned(), en: None };
    let facet = |at: usize| Facet {
        id: FacetId::new(&format!("f{at}")).unwrap(),
        kind: FacetKind::One,
        label: label(),
        question: label(),
        help: None,
        section: Id::new("deel").unwrap(),
        urgency: Urgency::default(),
        decides: None,
        not_of: None,
        until_told: Vec::new(),
        until_told_unless: None,
        values: (0..values)
            .map(|value| FacetValue { id: id(format!("v{value}")), label: label(), help: None, hours: Vec::new() })
            .collect(),
        groups: Vec::new(),
        ask_first: Vec::new(),
    };
    Arc::new(empty_guide((0..facets).map(facet).collect()))
}

fn is(facet: usize, values: &[usize]) -> Condition {
    let values = values.iter().map(|value| Id::new(&format!("v{value}")).unwrap()).collect();
    Condition::Is(FacetId::new(&format!("f{facet}")).unwrap(), values)
}

#[test]
fn what_takes_for_ever_ends_and_says_that_there_is_more() {
    // Twenty conditions over twelve facets each, none like another.
    let scattered: Vec<Condition> = (0..20_usize)
        .map(|at| {
            Condition::All(
                (0..12).map(|facet| is((at * 5 + facet * 7) % 24, &[(at + facet) % 8, (at * 3 + facet) % 8])).collect(),
            )
        })
        .collect();
    let found = cover(&wide(24, 8), &scattered, 6);
    assert!(found.more && found.boxes.len() <= 6);
    // Just one yes, or three, or five, …: a small diagram, of which each box is one person.
    let guide = wide(24, 2);
    let index = Index::new(Arc::clone(&guide)).unwrap();
    let mut sets = PersonSets::new(&index);
    let odd = (0..24).fold(wegwijzer::lookup::PersonSet::NOBODY, |odd, facet| {
        let yes = sets.of(&is(facet, &[1]));
        let (more, fewer) = (sets.without(odd, yes), sets.without(yes, odd));
        sets.either(more, fewer)
    });
    let found = sets.cover(odd, 6);
    assert!(found.more && found.boxes.len() == 6);
    assert_eq!(found.left, Some(Share { part: (1 << 23) - 6, all: 1 << 24 }));
    // Two halves that are alike: of whatever order, the diagram does not fit in any computer.
    let alike = Condition::All(
        (0..20)
            .map(|at| {
                Condition::Any(
                    (0..8).map(|value| Condition::All(vec![is(at, &[value]), is(at + 20, &[value])])).collect(),
                )
            })
            .collect(),
    );
    let found = cover(&wide(40, 8), &[alike], 6);
    assert!(found.more && found.boxes.is_empty() && found.share.is_none());
}

#[test]
fn boxes_go_by_the_names_of_groups_and_by_what_is_out_when_that_is_shorter() {
    let guide = Arc::new(wegwijzer::file::embedded_guide().unwrap());
    let told = |who: &str| {
        let condition = wegwijzer::file::read_condition(who).unwrap();
        let boxes = cover(&guide, &[condition], 9).boxes;
        let said = |found: &wegwijzer::lookup::PersonBox| {
            wegwijzer::text::situations::situation(&found.situation, &guide, Lang::Nl)
        };
        boxes.iter().map(said).collect::<Vec<_>>()
    };
    let minors = r#"Is("leeftijd", ["0-11", "12", "13-14", "15", "16-17"])"#;
    assert_eq!(told(minors), ["leeftijd: jonger dan 18"]);
    assert_eq!(told(&format!("Not({minors})")), ["leeftijd: 18 of ouder"]);
    assert_eq!(told(r#"Not(Is("verblijf", ["eu"]))"#), ["verblijf: niet EU-burger"]);
    // Who is on her own is a minor, and who is in reflection time has an indication: that is not told.
    assert_eq!(told(r#"Is("alleenstaand", ["ja"])"#), ["alleenstaand minderjarig: ja"]);
    assert_eq!(told(r#"Is("verblijf", ["bedenktijd"])"#), ["verblijf: in bedenktijd"]);
    let two = r#"Any([Is("dublin", ["ja"]), HasAll("uitbuiting", ["seksueel", "arbeid"])])"#;
    assert_eq!(told(two), ["vorm van uitbuiting: seksueel en arbeid of diensten", "Dublin: ja"]);
}
