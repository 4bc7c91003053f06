//! What a change of a guide does, against everybody who can be, on every day and in every region.

use std::{collections::BTreeSet, sync::Arc};

use proptest::prelude::*;
use wegwijzer::{
    file::{embedded_guide, embedded_regions, read_condition},
    lookup::{AsOf, Cover, Index, Profile, oracle},
    model::*,
    present::ImpactFacts,
    review::impact::{AnswerChange, ChangePlace, Claim, Impact, Said, impact},
};

use crate::random_guide::{as_of, guide, versions};

fn of(before: &Guide, after: &Guide) -> Impact {
    let index = |guide: &Guide| Index::new(Arc::new(guide.clone())).unwrap();
    impact(&index(before), &index(after), &embedded_regions().unwrap())
}

/// A person of both versions as one of them sees that person.
fn seen_by(guide: &Guide, both: &Guide, person: &oracle::Person) -> oracle::Person {
    let values = |facet: &Facet| {
        let at = both.facets.iter().position(|other| other.id == facet.id).unwrap();
        let known = |value: &&ValueId| facet.values.iter().any(|own| own.id == **value);
        person[at].iter().filter(known).cloned().collect()
    };
    guide.facets.iter().map(values).collect()
}

/// Who gets an answer, by the records of a guide as they stand.
fn gets(guide: &Guide, person: &oracle::Person, claim: &Claim, as_of: &AsOf) -> bool {
    let meets = |who: &Condition| oracle::meets(guide, person, who);
    match claim {
        Claim::Task { aspect, party, role } => guide.responsibilities.iter().any(|record| {
            let answers = guide.party(party).is_some_and(|party| party.scope == PartyScope::Uitvoerend);
            let is_it = (&record.aspect, &record.party, record.role) == (aspect, party, *role);
            let here = oracle::is_on_date(as_of, &record.valid) && oracle::is_in_area(as_of, &record.area);
            answers && is_it && here && meets(&record.who)
        }),
        Claim::Gap { aspect, kind } => guide.gaps.iter().any(|gap| {
            gap.aspect == *aspect && gap.kind == *kind && oracle::is_on_date(as_of, &gap.valid) && meets(&gap.who)
        }),
        Claim::First(id) => {
            guide.first.get(id).is_some_and(|advice| oracle::is_on_date(as_of, &advice.valid) && meets(&advice.who))
        }
        Claim::Handover { from, to, act } => guide.referrals.iter().any(|record| {
            let is_it = (&record.from, &record.to, record.act) == (from, to, *act);
            let here = oracle::is_on_date(as_of, &record.valid) && oracle::is_in_area(as_of, &record.area);
            is_it && here && meets(&record.who)
        }),
    }
}

fn claims(guide: &Guide) -> Vec<Claim> {
    let tasks = guide.responsibilities.iter().map(|record| Claim::Task {
        aspect: record.aspect.clone(),
        party: record.party.clone(),
        role: record.role,
    });
    let gaps = guide.gaps.iter().map(|gap| Claim::Gap { aspect: gap.aspect.clone(), kind: gap.kind });
    let first = guide.first.iter().map(|advice| Claim::First(advice.id.clone()));
    let referrals = guide.referrals.iter().map(|record| Claim::Handover {
        from: record.from.clone(),
        to: record.to.clone(),
        act: record.act,
    });
    tasks.chain(gaps).chain(first).chain(referrals).collect()
}

fn is_here(change: &AnswerChange, as_of: &AsOf) -> bool {
    let region = as_of.veiligheidsregio.as_ref();
    let in_place = match &change.place {
        ChangePlace::Everywhere => true,
        ChangePlace::In(regions) => region.is_some_and(|region| regions.contains(region)),
        ChangePlace::OutsideOf(regions) => region.is_some_and(|region| !regions.contains(region)),
    };
    in_place && change.during.holds_on(as_of.date)
}

fn is_told(cover: &Cover, both: &Guide, person: &oracle::Person) -> bool {
    cover.boxes.iter().any(|found| oracle::meets(both, person, &found.situation.condition()))
}

/// That the answers that change are those that an enumeration finds.
fn is_true(before: &Guide, after: &Guide, as_of: &AsOf) -> Result<(), TestCaseError> {
    let found = of(before, after);
    if found.unknown {
        return Ok(());
    }
    let both = &found.persons_of;
    let size: usize = both
        .facets
        .iter()
        .map(|facet| if facet.kind == FacetKind::One { facet.values.len() } else { 1 << facet.values.len() })
        .product();
    if size > 4_000 {
        return Ok(());
    }
    let here: Vec<&AnswerChange> = found.answers.iter().filter(|change| is_here(change, as_of)).collect();
    let claims: BTreeSet<Claim> = claims(before).into_iter().chain(claims(after)).collect();
    for person in oracle::thinkable(both, &Profile::default()) {
        let (then, now) = (seen_by(before, both, &person), seen_by(after, both, &person));
        if !oracle::can_be(before, &then) || !oracle::can_be(after, &now) {
            continue;
        }
        for claim in &claims {
            let (had, has) = (gets(before, &then, claim, as_of), gets(after, &now, claim, as_of));
            let changes: Vec<_> = here.iter().filter(|change| change.claim == *claim).collect();
            prop_assert!(changes.len() < 2);
            for (is_so, cover) in [
                (has && !had, changes.first().map(|change| &change.appears)),
                (had && !has, changes.first().map(|change| &change.disappears)),
            ] {
                let told = cover.is_some_and(|cover| is_told(cover, both, &person));
                let more = cover.is_some_and(|cover| cover.more);
                prop_assert!(told == is_so || is_so && more, "{claim:?} for {person:?}: {is_so}, but told {told}");
            }
        }
    }
    Ok(())
}

/// A region, where regions are asked for one by one: nobody knows where is no place.
fn somewhere() -> impl Strategy<Value = AsOf> {
    as_of().prop_map(|as_of| AsOf {
        veiligheidsregio: Some(as_of.veiligheidsregio.unwrap_or_else(|| "Zuid".to_owned())),
        ..as_of
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, ..ProptestConfig::default() })]

    #[test]
    fn answers_that_change_are_those_that_an_enumeration_finds((before, after) in versions(), as_of in somewhere()) {
        is_true(&before, &after, &as_of)?;
    }

    #[test]
    fn also_where_the_facets_differ((before, after) in (guide(), guide()), as_of in somewhere()) {
        is_true(&before, &after, &as_of)?;
    }

    #[test]
    fn nothing_changes_between_a_guide_and_itself(guide in guide()) {
        prop_assert!(of(&guide, &guide).is_nothing());
    }

    #[test]
    fn a_record_in_two_parts_changes_nothing((before, other) in versions()) {
        let mut after = before.clone();
        let Some(record) = before.responsibilities.iter().next().cloned() else { return Ok(()) };
        let apart = other.responsibilities.iter().next().map_or(Condition::Always, |other| other.who.clone());
        let part = |name: &str, apart: Condition| Responsibility {
            id: Id::new(name).unwrap(),
            who: Condition::All(vec![record.who.clone(), apart]),
            ..record.clone()
        };
        after.responsibilities.retain(|other| other.id != record.id);
        after.responsibilities.push(part("deel-een", apart.clone()));
        after.responsibilities.push(part("deel-twee", Condition::Not(Box::new(apart))));
        let found = of(&before, &after);
        prop_assert!(found.is_nothing(), "{:?}", found.answers);
    }

    #[test]
    fn what_appears_one_way_disappears_the_other((before, after) in versions()) {
        let (there, back) = (of(&before, &after), of(&after, &before));
        // Boxes are told with the rules of both: they are the same either way.
        let turned: Vec<AnswerChange> = back.answers.into_iter().map(|mut change| {
            std::mem::swap(&mut change.appears, &mut change.disappears);
            for said in &mut change.said {
                said.appears = !said.appears;
            }
            change
        }).collect();
        let plain = |changes: &[AnswerChange]| -> Vec<_> {
            changes.iter().map(|change| (change.claim.clone(), change.during.clone(), change.appears.clone(), change.disappears.clone())).collect()
        };
        prop_assert_eq!(plain(&there.answers), plain(&turned));
    }
}

fn shipped() -> Guide {
    embedded_guide().unwrap()
}

/// The shipped guide with a change, and what that does.
fn does(change: impl FnOnce(&mut Guide)) -> (Impact, ImpactFacts) {
    let before = shipped();
    let mut after = before.clone();
    change(&mut after);
    let found = of(&before, &after);
    let facts = ImpactFacts::of(found.clone(), &before, &after, Lang::Nl);
    (found, facts)
}

fn task<'a>(guide: &'a mut Guide, id: &str) -> &'a mut Responsibility {
    guide.responsibilities.rows_mut().iter_mut().find(|record| record.id.as_str() == id).unwrap()
}

#[test]
fn who_loses_a_task_is_told_in_words_from_the_day_on() {
    let (found, facts) = does(|guide| {
        let record = task(guide, "cosm-opvang");
        record.who = Condition::All(vec![record.who.clone(), read_condition(r#"Is("geslacht", ["vrouw"])"#).unwrap()]);
    });
    assert!(!found.unknown && !found.other_rules);
    let claims: BTreeSet<_> = found.answers.iter().map(|answer| answer.claim.clone()).collect();
    assert_eq!(claims.len(), 1, "{claims:?}");
    let lines: Vec<&String> = facts.answers.iter().flat_map(|answer| &answer.lines).collect();
    assert!(
        lines.iter().all(|line| line.starts_with("vervalt voor: ") && line.contains("geslacht: niet vrouw")),
        "{lines:?}"
    );
    assert!(facts.answers.iter().all(|answer| answer.name.contains("opvang")), "{:?}", facts.answers);
}

#[test]
fn what_is_said_with_an_answer_changes_for_who_keeps_it() {
    let before = shipped();
    let record = before.responsibilities.iter().find(|record| !record.terms.is_empty()).unwrap();
    let (id, term) = (record.id.to_string(), record.terms[0].clone());
    let (found, facts) = does(|guide| task(guide, &id).terms[0].count += 1);
    let said: Vec<_> = found.answers.iter().flat_map(|answer| &answer.said).collect();
    assert!(found.answers.iter().all(|answer| answer.appears.is_empty() && answer.disappears.is_empty()));
    assert!(said.iter().any(|change| !change.appears && change.said == Said::Term(term.clone())), "{said:?}");
    let longer = Term { count: term.count + 1, ..term };
    assert!(said.iter().any(|change| change.appears && change.said == Said::Term(longer.clone())), "{said:?}");
    let lines = &facts.answers[0].lines;
    assert!(lines.iter().any(|line| line.starts_with("termijn «") && line.contains("komt erbij voor")), "{lines:?}");
}

#[test]
fn a_number_changes_with_all_answers_of_its_party() {
    let (found, facts) = does(|guide| {
        let party = guide.parties.rows_mut().iter_mut().find(|party| party.id.as_str() == "comensha").unwrap();
        party.contacts[0].value = "033 000 00 00".to_owned();
    });
    assert!(found.answers.is_empty() && found.scenarios.is_empty());
    let lines: Vec<&str> = facts.parties.iter().map(|change| change.text.as_str()).collect();
    assert!(
        matches!(lines.as_slice(), [gone, new] if gone.ends_with(" vervalt") && new.contains("033 000 00 00") && new.ends_with(" komt erbij")),
        "{lines:?}"
    );
}

#[test]
fn scenarios_that_turn_say_with_which_expectation() {
    let before = shipped();
    let scenario = before.scenarios.iter().find(|scenario| {
        scenario.expect.iter().any(|expected| expected.party.is_some() && expected.outcome == ScenarioOutcome::Geldt)
    });
    let scenario = scenario.unwrap().clone();
    let expected = scenario
        .expect
        .iter()
        .find(|expected| expected.party.is_some() && expected.outcome == ScenarioOutcome::Geldt)
        .unwrap()
        .clone();
    let gone = |guide: &mut Guide| {
        guide
            .responsibilities
            .retain(|record| record.aspect != expected.aspect || Some(&record.party) != expected.party.as_ref());
    };
    let (found, facts) = does(gone);
    let turned = found.scenarios.iter().find(|change| change.scenario == scenario.id).unwrap();
    assert!(turned.fails.iter().any(|miss| miss.expectation == expected), "{turned:?}");
    assert!(turned.passes.is_empty() && turned.stops.is_none());
    let line = &facts.scenarios.iter().find(|change| change.scenario == scenario.id).unwrap().lines[0];
    assert!(line.contains("slaagt niet meer") && line.contains("verwacht «geldt»"), "{line}");
    // The other way round the same expectations pass.
    let mut after = before.clone();
    gone(&mut after);
    let back = of(&after, &before);
    let turned = back.scenarios.iter().find(|change| change.scenario == scenario.id).unwrap();
    assert!(turned.passes.contains(&expected) && turned.fails.is_empty());
}

#[test]
fn a_task_handed_over_on_a_day_changes_from_that_day() {
    let day: PartialDate = "2027-01-01".parse().unwrap();
    let guide = shipped();
    // A task that holds today, of a party that has no other like it, and one that comes in its place.
    let key = |record: &Responsibility| (record.aspect.clone(), record.party.clone(), record.role);
    let is_only = |record: &&Responsibility| {
        let alike = guide.responsibilities.iter().filter(|other| key(other) == key(record));
        record.valid.until.is_none() && record.area.is_empty() && alike.count() == 1
    };
    let record = guide.responsibilities.iter().find(is_only).unwrap().clone();
    let takes_over = guide.parties.iter().find(|party| {
        let has_none =
            guide.responsibilities.iter().all(|other| other.party != party.id || other.aspect != record.aspect);
        party.scope == PartyScope::Uitvoerend && has_none
    });
    let takes_over = takes_over.unwrap().id.clone();
    let (found, _) = does(|guide| {
        task(guide, record.id.as_str()).valid.until = "2026-12-31".parse().ok();
        guide.responsibilities.push(Responsibility {
            id: Id::new("overgenomen").unwrap(),
            party: takes_over.clone(),
            valid: Validity { from: Some(day), ..Validity::default() },
            ..record.clone()
        });
    });
    for change in &found.answers {
        assert_eq!((change.during.from, change.during.until), (Some(day), None), "{:?}", change.claim);
    }
    let party = |change: &AnswerChange| match &change.claim {
        Claim::Task { party, .. } => party.clone(),
        other => panic!("{other:?}"),
    };
    let gone: Vec<_> = found.answers.iter().filter(|change| !change.disappears.is_empty()).map(party).collect();
    let new: Vec<_> = found.answers.iter().filter(|change| !change.appears.is_empty()).map(party).collect();
    assert_eq!((gone, new), (vec![record.party], vec![takes_over]));
}

#[test]
fn a_value_more_changes_answers_only_for_who_has_it() {
    let (found, facts) = does(|guide| {
        let facet = guide.facets.rows_mut().iter_mut().find(|facet| facet.id.as_str() == "geslacht").unwrap();
        let value = FacetValue { id: Id::new("onbekend-geslacht").unwrap(), ..facet.values[0].clone() };
        facet.values.push(value);
    });
    assert!(!found.unknown && found.other_rules);
    assert!(found.answers.is_empty(), "{:?}", facts.answers);
}
