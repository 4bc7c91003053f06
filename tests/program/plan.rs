//! What whoever asks does next: few steps, each on a record that holds, sure ones stay, nobody is sent to itself.

use std::{
    collections::BTreeSet,
    sync::{Arc, LazyLock},
};

use proptest::prelude::*;
use wegwijzer::{
    file::embedded_guide,
    lookup::{ASKER, Index, MOST_STEPS, Outcome, Plan, PlanPart, Profile, Verdict},
    model::{Act, Date, Facet, FacetId, Lang, PartyId, StepKind, When},
    present::{Asked, PlanPartFacts, PlanStepFacts},
};

use crate::facts::profile_of;

static INDEX: LazyLock<Index> = LazyLock::new(|| Index::new(Arc::new(embedded_guide().unwrap())).unwrap());

fn asker() -> &'static Facet {
    INDEX.guide().facet(&FacetId::new(ASKER).unwrap()).unwrap()
}

fn today() -> Date {
    Date::new(2026, 11, 22).unwrap()
}

fn ask(facets: &[&str]) -> (Profile, Outcome) {
    let profile = Profile::parse(INDEX.guide(), facets.iter().copied()).unwrap();
    let outcome = INDEX.look_up(&profile, today()).unwrap();
    (profile, outcome)
}

/// What a plan may not be; empty when it is as it should be.
fn faults(outcome: &Outcome, plan: &Plan, asked: Asked<'_>) -> Vec<String> {
    let guide = INDEX.guide();
    let mut faults = Vec::new();
    if plan.steps.is_empty() || plan.first().len() > MOST_STEPS {
        faults.push(format!("{} steps", plan.first().len()));
    }
    let desk = plan.asker.map(|asker| &guide.parties[asker]);
    let own: BTreeSet<&str> = desk.into_iter().flat_map(|desk| &desk.contacts).map(|own| own.value.as_str()).collect();
    for step in &plan.steps {
        let facts = asked.plan_step(step, plan.asker);
        let heading = facts.heading(Lang::Nl);
        if step.parts.is_empty() || step.when == When::Achtergrond {
            faults.push(format!("«{heading}» rests on nothing, or is no step"));
        }
        for part in &step.parts {
            let verdict = match part {
                PlanPart::Task(task) => outcome.standing(*task),
                PlanPart::HandOver(referral) => {
                    let held = INDEX.referrals_for(&outcome.persons, outcome.as_of());
                    held.into_iter().find(|(ix, _)| ix == referral).map(|(_, verdict)| verdict)
                }
            };
            if verdict != Some(step.verdict) {
                faults.push(format!("«{heading}» rests on {part:?}, which is {verdict:?}"));
            }
        }
        if facts.contacts.iter().any(|contact| own.contains(contact.contact.value.as_str())) {
            faults.push(format!("«{heading}» has a number of the asker"));
        }
        if step.verdict == Verdict::Depends && facts.depends_on().is_empty() {
            faults.push(format!("«{heading}» hangs on nothing"));
        }
    }
    let sure: Vec<_> = plan.steps.iter().filter(|step| step.verdict == Verdict::Applies).collect();
    let order: Vec<_> = sure.iter().map(|step| step.when).collect();
    if !order.is_sorted() {
        faults.push(format!("not in order: {order:?}"));
    }
    faults
}

#[test]
fn every_desk_has_a_plan_in_every_case() {
    let guide = INDEX.guide();
    let mut plans = 0;
    for scenario in &guide.scenarios {
        for desk in &asker().values {
            let mut profile = Profile::default();
            for (facet, values) in &scenario.given {
                let values: Vec<&str> = values.iter().map(wegwijzer::model::ValueId::as_str).collect();
                profile.give(guide.facet(facet).unwrap(), &values).unwrap();
            }
            profile.give(asker(), &[desk.id.as_str()]).unwrap();
            let Ok(outcome) = INDEX.look_up(&profile, scenario.date) else { continue };
            let asked = Asked { index: &INDEX, profile: &profile, outcome: &outcome };
            let plan = INDEX.plan(&outcome);
            assert_eq!(faults(&outcome, &plan, asked), Vec::<String>::new(), "{} at {}", scenario.id, desk.id);
            plans += 1;
        }
    }
    assert!(plans > 800, "only {plans} plans");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_sure_stays_sure_when_more_is_known(
        choices in prop::collection::vec(any::<(u8, u8)>(), 0..6),
        more in any::<(u8, u8)>(),
        desk in any::<prop::sample::Index>(),
    ) {
        let mut profile = profile_of(&INDEX, &choices);
        profile.give(asker(), &[desk.get(&asker().values).id.as_str()]).unwrap();
        let Ok(before) = INDEX.look_up(&profile, today()) else { return Ok(()) };
        let mut known = profile.clone();
        let facets = &INDEX.guide().facets;
        let facet = &facets[facets.ixs().nth(usize::from(more.0) % facets.len()).unwrap()];
        if facet.id == asker().id || known.known(&facet.id).is_some() {
            return Ok(());
        }
        known.give(facet, &[facet.values[usize::from(more.1) % facet.values.len()].id.as_str()]).unwrap();
        let Ok(after) = INDEX.look_up(&known, today()) else { return Ok(()) };
        let sure = |outcome: &Outcome| -> Vec<_> {
            let steps = INDEX.plan(outcome).steps.into_iter().filter(|step| step.verdict == Verdict::Applies);
            steps.flat_map(|step| step.parts.into_iter().map(move |part| (step.party, part))).collect()
        };
        let (before_sure, after_sure) = (sure(&before), sure(&after));
        for part in before_sure {
            prop_assert!(after_sure.contains(&part), "{part:?} is gone");
        }
        let asked = Asked { index: &INDEX, profile: &known, outcome: &after };
        prop_assert_eq!(faults(&after, &INDEX.plan(&after), asked), Vec::<String>::new());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 120, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_order_of_a_plan_has_its_reasons(
        choices in prop::collection::vec(any::<(u8, u8)>(), 0..6),
        desk in any::<prop::sample::Index>(),
        is_night in any::<bool>(),
    ) {
        let mut profile = profile_of(&INDEX, &choices);
        profile.give(asker(), &[desk.get(&asker().values).id.as_str()]).unwrap();
        let moment = INDEX.guide().facet(&FacetId::new("moment").unwrap()).unwrap();
        if is_night && profile.known(&moment.id).is_none() {
            profile.give(moment, &["avond-nacht-weekend"]).unwrap();
        }
        let Ok(outcome) = INDEX.look_up(&profile, today()) else { return Ok(()) };
        let plan = Asked { index: &INDEX, profile: &profile, outcome: &outcome }.plan();
        let age = INDEX.guide().facets.ix(&FacetId::new("leeftijd").unwrap()).unwrap();
        let is_other = |step: &&PlanStepFacts<'_>| !matches!(step.kind, StepKind::Veiligheid | StepKind::Zelf);
        let others: Vec<_> = plan.steps.iter().filter(is_other).collect();
        for (place, step) in others.iter().enumerate() {
            for later in others[place + 1..].iter().filter(|later| later.when == step.when) {
                let both_sure = step.verdict == Verdict::Applies && later.verdict == Verdict::Applies;
                // Who does not answer now comes after who may.
                let closed = |step: &PlanStepFacts<'_>| step.reachable() == Some(false);
                let is_own = |step: &PlanStepFacts<'_>| step.through.is_none();
                prop_assert!(
                    !(both_sure && closed(step) && !closed(later) && is_own(later)),
                    "{} before {}", step.heading(Lang::Nl), later.heading(Lang::Nl)
                );
                // What hangs on the age comes after what is sure, unless that is not answered now.
                let hangs_on_age = step.verdict == Verdict::Depends && step.depends_on() == [age];
                prop_assert!(
                    !(hangs_on_age && later.verdict == Verdict::Applies && !closed(later) && is_own(later)),
                    "{} before {}", step.heading(Lang::Nl), later.heading(Lang::Nl)
                );
            }
        }
        // To ask for a place is no report, and rests on no duty to report.
        for step in plan.steps.iter().filter(|step| step.act == Some(Act::MeldtAan)) {
            let reports = step.parts.iter().any(|part| {
                matches!(part, PlanPartFacts::HandOver(_, referral) if referral.act == Act::Meldt)
            });
            prop_assert!(!reports, "{}", step.text(Lang::Nl));
        }
    }
}

/// The first three steps of a desk: party and kind, and whether each is sure.
fn first_three(facets: &[&str]) -> Vec<String> {
    let (profile, outcome) = ask(facets);
    let asked = Asked { index: &INDEX, profile: &profile, outcome: &outcome };
    let said = |facts: &PlanStepFacts<'_>| {
        let sure = if facts.verdict == Verdict::Applies { "" } else { "?" };
        format!("{} {}{sure}", facts.kind.id(), facts.party.id)
    };
    asked.plan().first().iter().take(3).map(said).collect()
}

/// Whether the first number of a step is answered.
fn is_reachable(facets: &[&str], party: &str) -> Option<bool> {
    let (profile, outcome) = ask(facets);
    let asked = Asked { index: &INDEX, profile: &profile, outcome: &outcome };
    let party = PartyId::new(party).unwrap();
    asked.plan().steps.iter().find(|step| step.party.id == party).and_then(PlanStepFacts::reachable)
}

#[test]
fn the_number_that_answers_depends_on_the_hour() {
    let of = |moment: &str| is_reachable(&["vraagsteller=gemeente", moment], "comensha");
    assert_eq!(of("moment=kantooruren"), Some(true));
    assert_eq!(of("moment=avond-nacht-weekend"), Some(false));
    assert_eq!(of("moment=onbekend"), None);
}

#[test]
fn each_desk_begins_with_what_it_needs() {
    for (facets, expected) in [
        // Police, night, a frightened foreign woman without a bed.
        (
            "vraagsteller=politie verblijf=derdeland-zonder-verblijfsrecht leeftijd=volwassen \
             moment=avond-nacht-weekend veiligheid=dreiging-eigen-omgeving onderdak=geen-plek",
            ["zelf politie?", "contact comensha?"].as_slice(),
        ),
        // Gemeente, a Dutch girl of 16, loverboy.
        (
            "vraagsteller=gemeente leeftijd=16-17 verblijf=nederlander bijzonderheden=loverboy",
            &["veiligheid politie?", "zelf gemeente", "contact veilig-thuis"],
        ),
        // Labour inspectorate, twelve workers from the EU.
        (
            "vraagsteller=arbeidsinspectie verblijf=eu uitbuiting=arbeid groep=grote-groep vindplaats=werkplek",
            &["veiligheid politie?", "zelf arbeidsinspectie"],
        ),
        // School, an unclear suspicion about a pupil.
        ("vraagsteller=school leeftijd=minderjarig", &["veiligheid politie?", "zelf school", "contact veilig-thuis"]),
        // A shelter, bedenktijd.
        (
            "vraagsteller=opvanginstelling verblijf=bedenktijd leeftijd=volwassen dublin=nee",
            &["veiligheid politie?", "zelf cosm", "contact comensha"],
        ),
        // Acute danger, whoever asks: safety before all else.
        ("vraagsteller=burger veiligheid=acuut-gevaar", &["veiligheid politie"]),
        ("vraagsteller=school veiligheid=acuut-gevaar", &["veiligheid politie"]),
        ("vraagsteller=politie veiligheid=acuut-gevaar", &["veiligheid politie"]),
        ("vraagsteller=douane", &["veiligheid politie?", "contact kmar"]),
        ("vraagsteller=ngo veiligheid=geen-bekende-dreiging uitbuiting=arbeid", &["contact arbeidsinspectie"]),
    ] {
        let facets: Vec<&str> = facets.split_whitespace().collect();
        let found = first_three(&facets);
        assert_eq!(
            found.iter().take(expected.len()).collect::<Vec<_>>(),
            expected.iter().collect::<Vec<_>>(),
            "{facets:?}"
        );
    }
}

#[test]
fn nobody_is_helped_to_return_before_a_lawyer_or_comensha() {
    for desk in &asker().values {
        let who = format!("{ASKER}={}", desk.id);
        let (profile, outcome) =
            ask(&[&who, "leeftijd=volwassen", "verblijf=derdeland-zonder-verblijfsrecht", "terugkeerwens=ja"]);
        let asked = Asked { index: &INDEX, profile: &profile, outcome: &outcome };
        let plan = asked.plan();
        let is_return = |step: &PlanStepFacts<'_>| ["iom", "dtv"].contains(&step.party.id.as_str());
        let first = plan.steps.iter().position(is_return).unwrap_or(usize::MAX);
        let guide = plan.steps.iter().position(|step| ["comensha", "advocaat"].contains(&step.party.id.as_str()));
        assert!(first == usize::MAX || guide.is_some_and(|guide| guide < first), "{}", desk.id);
    }
}

#[test]
fn a_condition_that_no_facet_asks_is_in_the_step() {
    let (profile, outcome) = ask(&["vraagsteller=dtv", "verblijf=eu", "leeftijd=volwassen"]);
    let asked = Asked { index: &INDEX, profile: &profile, outcome: &outcome };
    for facts in &asked.plan().steps {
        for part in facts.parts.iter().filter(|part| !part.provided().is_empty()) {
            let text = facts.part_text(part, Lang::Nl);
            assert!(part.provided().iter().all(|condition| text.contains(condition.trim_end_matches('.'))), "{text}");
        }
    }
}

/// The parties of the steps that a reader is given.
fn parties(facets: &[&str]) -> Vec<String> {
    let (profile, outcome) = ask(facets);
    let plan = Asked { index: &INDEX, profile: &profile, outcome: &outcome }.plan();
    plan.first().iter().map(|step| step.party.id.to_string()).collect()
}

#[test]
fn who_is_for_one_kind_of_sign_is_a_step_only_with_that_sign() {
    for desk in &asker().values {
        let who = format!("{ASKER}={}", desk.id);
        let is_there = |facets: &[&str], party: &str| {
            let facets: Vec<&str> = [who.as_str()].into_iter().chain(facets.iter().copied()).collect();
            parties(&facets).iter().any(|found| found == party)
        };
        // P55: the centre is for sexual violence, P04: the inspectorate for labour.
        assert!(!is_there(&[], "csg"), "{who}");
        assert!(!is_there(&["uitbuiting=arbeid,niet-seksueel", "leeftijd=volwassen"], "csg"), "{who}");
        for facets in [["uitbuiting=seksueel"].as_slice(), &[]] {
            assert!(
                desk.id.as_str() == "arbeidsinspectie" || !is_there(facets, "arbeidsinspectie"),
                "{who} {facets:?}"
            );
        }
    }
    assert!(parties(&["vraagsteller=school", "leeftijd=15", "uitbuiting=seksueel"]).contains(&"csg".to_owned()));
    assert!(parties(&["vraagsteller=burger", "uitbuiting=arbeid"]).contains(&"arbeidsinspectie".to_owned()));
}

#[test]
fn a_full_shelter_takes_nobody_over() {
    // P72: without a place in the COSM the police place in emergency beds.
    let of = |place: &str| {
        parties(&[
            "vraagsteller=politie",
            "verblijf=bedenktijd",
            "leeftijd=volwassen",
            "dublin=nee",
            "strafproces=informatief-gesprek",
            place,
        ])
    };
    assert!(of("opvangplek=vrij").contains(&"cosm".to_owned()));
    assert!(!of("opvangplek=vol").contains(&"cosm".to_owned()), "{:?}", of("opvangplek=vol"));
}

#[test]
fn what_is_usual_is_no_perhaps() {
    // S002-07: from the slightest indication on the police offer the bedenktijd; a report would be unusual so early.
    let (profile, outcome) = ask(&[
        "vraagsteller=politie",
        "leeftijd=volwassen",
        "verblijf=derdeland-zonder-verblijfsrecht",
        "aanwijzing=geringste-aanwijzing",
        "dublin=nee",
    ]);
    let plan = Asked { index: &INDEX, profile: &profile, outcome: &outcome }.plan();
    let own = || plan.first().iter().filter(|step| step.is_asker);
    let offers = |part: &PlanPartFacts<'_>| part.text().contains("bedenktijd");
    let is_said = |step: &PlanStepFacts<'_>| step.parts.iter().chain(&step.usual).any(offers);
    assert!(own().any(is_said), "{:?}", own().map(|step| step.text(Lang::Nl)).collect::<Vec<_>>());
    for step in own() {
        assert!(!step.perhaps.iter().any(offers), "{:?}", step.text(Lang::Nl));
    }
}

/// What is wrong with the words of a step; empty when they are as they should be.
fn wrong_words(step: &PlanStepFacts<'_>, is_for_oneself: bool) -> Vec<String> {
    let date = step.asked.outcome.date;
    let mut wrong = Vec::new();
    for lang in [Lang::Nl, Lang::En] {
        let (heading, text) = (step.heading(lang), step.text(lang));
        let party = step.party.short_name(date, lang);
        let asker = step.asker.map_or("", |asker| asker.short_name(date, lang));
        let mut check = |is_wrong: bool, what: &str| {
            if is_wrong {
                wrong.push(format!("{what}: «{text}»"));
            }
        };
        check(text.contains("  ") || text.contains("..") || !text.ends_with('.'), "signs");
        check(heading.matches(party).count() > 1 || text.contains(&format!("{party}: {party}")), "a name twice");
        check(!asker.is_empty() && text.contains(&format!("{asker}: ")), "the asker as another");
        check(step.through.is_none() && !step.is_asker && heading.starts_with(&format!("{asker} ")), "the asker acts");
        check(!is_for_oneself && text.contains("uzelf"), "oneself");
        check(is_for_oneself && text.contains("U wijst op"), "the person points others to help");
        for part in &step.parts {
            let said = step.part_text(part, lang);
            let is_by_asker = |from: &PartyId| step.asker.is_some_and(|asker| asker.id == *from);
            let is_own = match part {
                PlanPartFacts::Task(_) => step.is_asker,
                PlanPartFacts::HandOver(_, referral) => is_by_asker(&referral.from),
            };
            let Some(rest) = said.strip_prefix("U ") else {
                check(is_own && !is_for_oneself, "one's own, not said to oneself");
                continue;
            };
            let verb = rest.split([' ', ',', '.']).next().unwrap_or_default();
            // An infinitive ends in "n", and so does no form that goes with "u".
            check(!(verb.ends_with('t') || verb == "mag") || verb.starts_with(char::is_uppercase), "the verb");
            check([" zij ", " hij ", " haar "].iter().any(|other| said.contains(other)), "another than the asker");
            check(verb == "is" || verb == "kan" || verb == "heeft" || said.contains(" en is "), "the verb of another");
        }
    }
    wrong
}

#[test]
fn every_step_speaks_to_whoever_asks() {
    let guide = INDEX.guide();
    let (mut wrong, mut steps) = (BTreeSet::new(), 0);
    for scenario in &guide.scenarios {
        for desk in asker().values.iter().map(|value| Some(value.id.as_str())).chain([None]) {
            let mut profile = Profile::default();
            for (facet, values) in &scenario.given {
                let values: Vec<&str> = values.iter().map(wegwijzer::model::ValueId::as_str).collect();
                profile.give(guide.facet(facet).unwrap(), &values).unwrap();
            }
            if let Some(desk) = desk {
                profile.give(asker(), &[desk]).unwrap();
            }
            let Ok(outcome) = INDEX.look_up(&profile, scenario.date) else { continue };
            let plan = Asked { index: &INDEX, profile: &profile, outcome: &outcome }.plan();
            for step in &plan.steps {
                wrong.extend(wrong_words(step, desk == Some("slachtoffer")));
                steps += 1;
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.into_iter().collect::<Vec<_>>().join("\n"));
    assert!(steps > 10_000, "only {steps} steps");
}
