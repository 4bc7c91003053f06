//! What an answer says is said everywhere: each fact of the JSON is on the full card and in the text.

#![allow(clippy::unwrap_used, reason = "a helper of a test may fail it")]

use std::sync::{Arc, LazyLock};

use proptest::prelude::*;
use wegwijzer::{
    contract::{self, Answer, Wanted},
    export::card::{Card, CardOptions, card_text},
    file::{embedded_guide, embedded_regions},
    lookup::{AsOf, Index, Outcome, Profile, Verdict, find_gemeente},
    model::{Date, Lang, PartyId, ResponsibilityId},
    present::Asked,
    text::words,
};

use crate::said::{facts, gap_facts, step_facts};

static INDEX: LazyLock<Index> = LazyLock::new(|| Index::new(Arc::new(embedded_guide().unwrap())).unwrap());

/// Words as they are read: lines may break anywhere, and begin with a capital.
fn flowing(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

/// The time limits of an answer, as a reader is told them.
fn lengths(answer: &Answer) -> impl Iterator<Item = String> {
    let record = INDEX.guide().responsibilities.get(&ResponsibilityId::new(&answer.id).unwrap()).unwrap();
    record.terms.iter().map(|term| words::term_length(term, Lang::Nl))
}

/// The facts of primary answers and certain gaps that are not on the full card, each with its record.
fn missing_on_card(profile: &Profile, outcome: &Outcome) -> Vec<String> {
    let asked = Asked { index: &INDEX, profile, outcome };
    let phases: Vec<_> = INDEX.guide().phases.ixs().collect();
    let answers = contract::lookup(asked, Wanted { lang: Lang::Nl, phases: &phases, place: None }).phases;
    let options = CardOptions { full: true, ..CardOptions::new(Lang::Nl, outcome.date) };
    let made = Card::new(&INDEX, profile, outcome, &options);
    let phases = made.further.iter().flat_map(|further| &further.phases);
    let on_card: Vec<_> = phases.flat_map(|phase| &phase.aspects).flat_map(|aspect| &aspect.gaps).collect();
    let card = flowing(&card_text(&made));
    let primary = answers.iter().flat_map(|phase| &phase.answers).filter(|answer| answer.primary);
    let missing = primary.flat_map(|answer| {
        let missing = facts(answer, lengths(answer)).into_iter().filter(|fact| !card.contains(&flowing(fact)));
        missing.map(|fact| format!("{}: {fact}", answer.id)).collect::<Vec<_>>()
    });
    let certain = answers.iter().flat_map(|phase| &phase.gaps).filter(|gap| gap.verdict == Verdict::Applies.id());
    let gaps = certain.flat_map(|gap| {
        // Of several gaps a reader must see which it is of.
        let own = on_card.iter().find(|found| found.text == gap.text).map(|found| found.details.join(" "));
        let own = flowing(&format!("{} {}", gap.text, own.unwrap_or_default()));
        let is_said = |fact: &String| {
            let is_source = gap.sources.iter().any(|source| source.title == *fact);
            if is_source { &card } else { &own }.contains(&flowing(fact))
        };
        let missing = gap_facts(gap).into_iter().filter(|fact| !is_said(fact));
        missing.map(|fact| format!("{}: {fact}", gap.id)).collect::<Vec<_>>()
    });
    missing.chain(gaps).collect()
}

#[test]
fn each_fact_of_a_case_is_on_the_full_card() {
    let guide = INDEX.guide();
    let regions = embedded_regions().unwrap();
    let mut asked = 0;
    for scenario in &guide.scenarios {
        let mut profile = Profile::default();
        for (facet, values) in &scenario.given {
            let values: Vec<&str> = values.iter().map(wegwijzer::model::ValueId::as_str).collect();
            profile.give(guide.facet(facet).unwrap(), &values).unwrap();
        }
        let gemeente = scenario.gemeente.as_deref().map(|name| find_gemeente(&regions, name).unwrap());
        let outcome = INDEX.look_up(&profile, AsOf::at(gemeente, scenario.date)).unwrap();
        assert_eq!(missing_on_card(&profile, &outcome), Vec::<String>::new(), "{}", scenario.id);
        asked += 1;
    }
    assert!(asked > 40, "only {asked} cases");
}

/// A profile made of choices that go together, whatever they are.
pub(crate) fn profile_of(index: &Index, choices: &[(u8, u8)]) -> Profile {
    let guide = index.guide();
    let mut profile = Profile::default();
    for (facet, value) in choices {
        let facet = &guide.facets[guide.facets.ixs().nth(usize::from(*facet) % guide.facets.len()).unwrap()];
        let value = &facet.values[usize::from(*value) % facet.values.len()];
        let mut tried = profile.clone();
        tried.give(facet, &[value.id.as_str()]).unwrap();
        if index.look_up(&tried, Date::new(2026, 11, 22).unwrap()).is_ok() {
            profile = tried;
        }
    }
    profile
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn each_fact_of_any_answer_is_on_the_full_card(
        choices in prop::collection::vec(any::<(u8, u8)>(), 0..7),
        day in 0..9_000_i32,
    ) {
        let profile = profile_of(&INDEX, &choices);
        let date = Date::new(2005, 1, 1).unwrap().checked_add(jiff::Span::new().days(day)).unwrap();
        let Ok(outcome) = INDEX.look_up(&profile, date) else { return Ok(()) };
        prop_assert_eq!(missing_on_card(&profile, &outcome), Vec::<String>::new());
    }
}

#[test]
fn the_term_of_the_bedenktijd_is_said_on_every_date() {
    let guide = INDEX.guide();
    let mut profile = Profile::default();
    for (facet, value) in [
        ("leeftijd", "volwassen"),
        ("verblijf", "derdeland-zonder-verblijfsrecht"),
        ("aanwijzing", "geringste-aanwijzing"),
        ("dublin", "nee"),
        ("strafproces", "informatief-gesprek"),
        ("vindplaats", "elders-in-nederland"),
    ] {
        let facet = guide.facets.iter().find(|known| known.id.as_str() == facet).unwrap();
        profile.give(facet, &[value]).unwrap();
    }
    // Every day on which something of the guide begins or ends, since the bedenktijd is known.
    let valid = guide.responsibilities.iter().map(|record| &record.valid);
    let turns = valid.flat_map(|valid| [valid.from, valid.until]).flatten();
    let days = turns.flat_map(|turn| [turn.first_day(), turn.last_day(), turn.last_day().tomorrow().unwrap()]);
    let mut days: Vec<Date> = days.filter(|day| *day >= Date::new(2010, 6, 15).unwrap()).collect();
    days.sort_unstable();
    days.dedup();
    assert!(days.len() > 20);
    for day in days {
        let outcome = INDEX.look_up(&profile, day).unwrap();
        for full in [true, false] {
            let options = CardOptions { full, ..CardOptions::new(Lang::Nl, day) };
            let card = flowing(&card_text(&Card::new(&INDEX, &profile, &outcome, &options)));
            assert!(card.contains("3 maanden"), "{day}, full: {full}");
        }
    }
}

#[test]
fn each_fact_of_a_route_is_on_the_card() {
    let mut steps = 0;
    let mut said_more = [false; 3];
    for (from, to) in [("gemeente", "cosm"), ("politie", "comensha"), ("gemeente", "politie"), ("politie", "ind")] {
        let [from, to] = [from, to].map(|id| PartyId::new(id).unwrap());
        for (facets, date) in
            [(vec![], "2026-11-22"), (vec!["leeftijd=volwassen"], "2026-11-22"), (vec![], "2012-01-01")]
        {
            let profile = Profile::parse(INDEX.guide(), facets).unwrap();
            let outcome = INDEX.look_up(&profile, date.parse::<Date>().unwrap()).unwrap();
            let asked = Asked { index: &INDEX, profile: &profile, outcome: &outcome };
            let routes = contract::routes(asked, &asked.routes(&from, &to)).routes;
            let Some(best) = routes.first() else { continue };
            let options =
                CardOptions { full: true, route: Some((&from, &to)), ..CardOptions::new(Lang::Nl, outcome.date) };
            let card = flowing(&card_text(&Card::new(&INDEX, &profile, &outcome, &options)));
            for step in &best.steps {
                let missing: Vec<String> =
                    step_facts(step).into_iter().filter(|fact| !card.contains(&flowing(fact))).collect();
                assert_eq!(missing, Vec::<String>::new(), "{} on {date}", step.id);
                let more = [!step.provided.is_empty(), !step.depends_on.is_empty(), step.start_unknown];
                more.into_iter().zip(&mut said_more).for_each(|(is_said, seen)| *seen |= is_said);
                steps += 1;
            }
        }
    }
    assert!(steps > 12, "only {steps} steps");
    assert_eq!(said_more, [true; 3], "conditions, what it depends on, an unknown start");
}
