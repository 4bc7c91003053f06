//! The questions of the shipped guide, in the order of a desk: safe now, where tonight, the age, the form, then the
//! rest; nobody is asked what they cannot know.

use std::sync::{Arc, LazyLock};

use proptest::prelude::*;
use wegwijzer::{
    file::{embedded_guide, embedded_regions, read_guide},
    lookup::{ASKER, Index, Outcome, Profile, Verdict},
    model::{Condition, Date, Facet, FacetId, Field, Guide, Lang, RecordKey, Rule, Urgency, ValueId},
    review,
};

use crate::facts::profile_of;

static INDEX: LazyLock<Index> = LazyLock::new(|| Index::new(Arc::new(embedded_guide().unwrap())).unwrap());

fn today() -> Date {
    Date::new(2026, 11, 22).unwrap()
}

fn facet(id: &str) -> &'static Facet {
    INDEX.guide().facet(&FacetId::new(id).unwrap()).unwrap()
}

fn ask(facets: &[String]) -> Outcome {
    let profile = Profile::parse(INDEX.guide(), facets.iter().map(String::as_str)).unwrap();
    INDEX.look_up(&profile, today()).unwrap()
}

fn asked(outcome: &Outcome) -> Vec<&'static str> {
    outcome.questions.iter().map(|question| INDEX.guide().facets[question.facet].id.as_str()).collect()
}

/// What a desk is asked from the first question to the last, when it answers each with the first answer that is left.
fn asked_one_by_one(desk: &str) -> Vec<&'static str> {
    let mut known = vec![format!("{ASKER}={desk}")];
    let mut order = Vec::new();
    loop {
        let outcome = ask(&known);
        let Some(question) = outcome.questions.first() else { return order };
        let facet = &INDEX.guide().facets[question.facet];
        if !order.contains(&facet.id.as_str()) {
            order.push(facet.id.as_str());
        }
        // Of a group the members are asked later.
        known.retain(|known| !known.starts_with(&format!("{}=", facet.id)));
        known.push(format!("{}={}", facet.id, question.options[0].id()));
    }
}

#[test]
fn every_desk_is_asked_first_what_cannot_wait() {
    let urgent = ["veiligheid", "onderdak", "leeftijd", "uitbuiting"];
    for desk in &facet(ASKER).values {
        let order = asked_one_by_one(desk.id.as_str());
        assert_eq!(order[..4], urgent, "{}", desk.id);
        // Also with the age known beforehand, and the answer to a question left open.
        let outcome = ask(&[format!("{ASKER}={}", desk.id), "leeftijd=volwassen".to_owned()]);
        assert_eq!(asked(&outcome)[..3], ["veiligheid", "onderdak", "uitbuiting"], "{}", desk.id);
        let urgency: Vec<Urgency> = outcome.questions.iter().map(|question| question.urgency).collect();
        assert!(urgency.is_sorted(), "{}: {urgency:?}", desk.id);
    }
}

#[test]
fn nobody_is_asked_what_the_desk_cannot_know() {
    for (desk, never) in [
        ("school", &["aanwijzing", "strafproces", "opvangplek", "dublin", "zelf-verdachte"][..]),
        ("burger", &["aanwijzing", "strafproces", "opvangplek", "dublin"]),
        ("zorgaanbieder", &["aanwijzing", "opvangplek", "dublin"]),
        ("gemeente", &["dublin"]),
        ("politie", &["jeugdhulp-voor-18"]),
    ] {
        let outcome = ask(&[format!("{ASKER}={desk}")]);
        for facet in never {
            assert!(!asked(&outcome).contains(facet), "{desk} is asked {facet}");
        }
        let order = asked_one_by_one(desk);
        assert!(never.iter().all(|never| !order.contains(never)), "{desk} is asked {order:?}");
    }
    // Who can know is asked: nothing is lost.
    for (desk, facet) in [("politie", "aanwijzing"), ("politie", "strafproces"), ("opvanginstelling", "strafproces")] {
        assert!(asked(&ask(&[format!("{ASKER}={desk}")])).contains(&facet), "{desk} is not asked {facet}");
    }
}

#[test]
fn every_question_says_in_words_what_it_decides() {
    for facet in &INDEX.guide().facets {
        let decides = facet.decides.as_ref().unwrap_or_else(|| panic!("{} decides nothing in words", facet.id));
        let (nl, en) = (decides.text(Lang::Nl), decides.en.as_deref().unwrap_or_default());
        assert!(nl.starts_with("bepaalt ") && en.starts_with("decides "), "{}: {nl} / {en}", facet.id);
        assert!(nl.len() <= 80 && en.len() <= 80 && !nl.ends_with('.'), "{}: {nl} / {en}", facet.id);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_known_the_order_and_the_silence_stay(
        choices in prop::collection::vec(any::<(u8, u8)>(), 0..6),
        desk in any::<prop::sample::Index>(),
    ) {
        let mut profile = profile_of(&INDEX, &choices);
        let desk = &desk.get(&facet(ASKER).values).id;
        profile.give(facet(ASKER), &[desk.as_str()]).unwrap();
        let Ok(outcome) = INDEX.look_up(&profile, today()) else { return Ok(()) };
        let urgency: Vec<Urgency> = outcome.questions.iter().map(|question| question.urgency).collect();
        prop_assert!(urgency.is_sorted(), "{:?}", asked(&outcome));
        for id in asked(&outcome) {
            if let Some(not_of) = &facet(id).not_of {
                let verdict = INDEX.reach_of(&not_of.who, &outcome.persons).verdict();
                prop_assert!(verdict != Verdict::Applies, "{desk} is asked {id}");
            }
        }
    }
}

/// The facet `veiligheid` of a small guide, with this said of it.
fn guide_saying(words: &str) -> String {
    let guide = include_str!("../format/canonical.ron");
    let said = "      urgency: veiligheid,\n";
    assert!(guide.contains(said));
    guide.replacen(said, words, 1)
}

#[test]
fn an_older_guide_says_safety_of_what_comes_first() {
    let urgency = |words: &str| {
        let guide = read_guide(&guide_saying(words)).unwrap();
        guide.facet(&FacetId::new("veiligheid").unwrap()).unwrap().urgency
    };
    assert_eq!(urgency("      safety: true,\n"), Urgency::Veiligheid);
    assert_eq!(urgency("      safety: false,\n"), Urgency::Verder);
    assert_eq!(urgency("      urgency: wat,\n"), Urgency::Wat);
    assert_eq!(urgency(""), Urgency::Verder);
}

#[test]
fn who_cannot_know_must_exist() {
    let mut guide: Guide = embedded_guide().unwrap();
    let facet = guide.facets.iter_mut().find(|facet| facet.not_of.is_some()).unwrap();
    let id = facet.id.clone();
    let asker = FacetId::new(ASKER).unwrap();
    facet.not_of.as_mut().unwrap().who = Condition::Is(asker, vec![ValueId::new("schol").unwrap()]);
    let problems = review::check(&Arc::new(guide), &embedded_regions().unwrap(), today());
    let found = problems.iter().find(|problem| problem.rule() == Rule::ValueOutsideFacet).unwrap();
    assert_eq!((&found.record, found.field.root()), (&RecordKey::Facet(id), Some(Field::NotOf)));
}
