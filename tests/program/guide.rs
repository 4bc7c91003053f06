//! The shipped guide keeps its promises.

#![allow(clippy::unwrap_used, reason = "a helper of a test may fail it")]

use std::{collections::BTreeSet, fmt::Write as _, sync::Arc};

use wegwijzer::{
    chain, file,
    lookup::{Index, Profile, Verdict, run_scenario},
    model::*,
    review,
};

use crate::contract_words::{FACETS, PARTIES, WHOLE_CHAIN};

fn guide() -> Arc<Guide> {
    Arc::new(file::embedded_guide().unwrap())
}

fn index() -> Index {
    Index::new(guide()).unwrap()
}

fn today() -> Date {
    Date::new(2026, 11, 22).unwrap()
}

#[test]
fn every_word_of_the_contract_is_in_the_guide() {
    let guide = guide();
    for (id, _, values, groups) in FACETS {
        let facet = guide.facets.iter().find(|facet| facet.id.as_str() == id).expect(id);
        let found: Vec<&str> = facet.values.iter().map(|value| value.id.as_str()).collect();
        assert_eq!(found, values.split(' ').collect::<Vec<_>>(), "{id}");
        let found: BTreeSet<&str> = facet.groups.iter().map(|group| group.id.as_str()).collect();
        assert!(groups.split_whitespace().all(|group| found.contains(group)), "{id}: {groups}");
    }
    for id in [PARTIES, WHOLE_CHAIN].iter().flat_map(|ids| ids.split_whitespace()) {
        assert!(guide.parties.iter().any(|party| party.id.as_str() == id), "{id} is missing");
    }
    let letters: String = guide.phases.iter().map(|phase| phase.letter).collect();
    assert_eq!(letters, "ABCD");
}

#[test]
fn the_guide_has_no_errors_and_no_warnings() {
    let problems = review::check(&guide(), &file::embedded_regions().unwrap(), today());
    let serious: Vec<_> = problems.into_iter().filter(|problem| problem.severity() != Severity::Note).collect();
    assert_eq!(serious, Vec::new());
}

#[test]
fn every_scenario_comes_out() {
    let (index, regions) = (index(), file::embedded_regions().unwrap());
    assert!(index.guide().scenarios.len() >= 40);
    for scenario in &index.guide().scenarios {
        assert_eq!(run_scenario(&index, &regions, scenario), Ok(Vec::new()), "{}", scenario.id);
    }
}

#[test]
fn every_party_answers_somebody_or_says_why_it_never_does() {
    let index = index();
    let guide = index.guide();
    let everybody = index.propagate(index.space().everybody()).unwrap();
    for party in guide.parties.iter().filter(|party| party.scope == PartyScope::Uitvoerend) {
        let mut own = guide.responsibilities.iter().filter(|record| {
            record.party == party.id || guide.party(&record.party).is_some_and(|part| part.part_of.contains(&party.id))
        });
        assert!(own.any(|record| index.reach_of(&record.who, &everybody).meets), "{} never answers", party.id);
    }
}

#[test]
fn with_nothing_known_every_phase_says_something_certain_and_safety_is_asked_first() {
    let index = index();
    let outcome = index.look_up(&Profile::default(), today()).unwrap();
    for phase in &index.guide().phases {
        // An answer; or, where all hangs on who it is, a gap that names whom to ask.
        let aspects = || phase.aspects.iter().map(|aspect| &aspect.id);
        let answers = aspects().flat_map(|aspect| outcome.answers_in(&index, aspect)).map(|(_, verdict)| verdict);
        let gaps = aspects().flat_map(|aspect| outcome.gaps_in(&index, aspect)).map(|(_, verdict)| verdict);
        assert!(answers.chain(gaps).any(|verdict| verdict == Verdict::Applies), "phase {} is silent", phase.letter);
    }
    assert_eq!(index.guide().facets[outcome.questions[0].facet].id.as_str(), "veiligheid");
}

#[test]
fn an_empty_answer_is_always_a_gap_with_somebody_to_ask() {
    // Whoever it is, the aspects that sources say are needed have an answer, or a gap that says whom to ask.
    let index = index();
    for facets in [
        vec!["aanwijzing=ernstige-benadeling", "leeftijd=volwassen", "verblijf=eu"],
        vec!["leeftijd=volwassen", "verblijf=derdeland-zonder-verblijfsrecht", "aanwijzing=geen"],
        vec!["leeftijd=16-17", "alleenstaand=ja", "verblijf=asielprocedure"],
    ] {
        let profile = Profile::parse(index.guide(), facets.iter().copied()).unwrap();
        let outcome = index.look_up(&profile, today()).unwrap();
        let opvang = AspectId::new("opvang").unwrap();
        let answered = !outcome.answers_in(&index, &opvang).is_empty() || !outcome.gaps_in(&index, &opvang).is_empty();
        assert!(answered, "{facets:?} finds nobody");
    }
}

#[test]
fn every_route_holds_for_one_and_the_same_person() {
    let index = index();
    let guide = index.guide();
    let everybody = index.propagate(index.space().everybody()).unwrap();
    let mut found = 0;
    for (from, to) in
        [("gemeente", "cosm"), ("school", "comensha"), ("politie", "ind"), ("nidos", "cosm"), ("burger", "politie")]
    {
        let (from, to) = (PartyId::new(from).unwrap(), PartyId::new(to).unwrap());
        for route in chain::routes(&index, &everybody, today(), &from, &to) {
            found += 1;
            let conditions = route.steps.iter().map(|(referral, _)| guide.referrals[*referral].who.clone()).collect();
            assert!(index.reach_of(&Condition::All(conditions), &everybody).meets, "{from} → {to}: {route:?}");
            for pair in route.steps.windows(2) {
                let (one, next) = (&guide.referrals[pair[0].0], &guide.referrals[pair[1].0]);
                let related =
                    |a: &PartyId, b: &PartyId| a == b || guide.party(a).is_some_and(|party| party.part_of.contains(b));
                assert!(related(&one.to, &next.from) || related(&next.from, &one.to), "a gap in {route:?}");
            }
        }
    }
    assert!(found > 5, "no routes were looked at");
}

/// Every count, date, number to call and address in the guide's words, with the record and its locators.
///
/// The list is kept beside this test, so that no number changes without somebody looking.
#[test]
fn every_number_in_the_guide_is_listed_with_its_locator() {
    let guide = guide();
    let mut list = String::new();
    let mut line = |record: &str, text: &str, cites: &[Citation]| {
        let words: Vec<&str> =
            text.split_whitespace().filter(|word| word.chars().any(|c| c.is_ascii_digit())).collect();
        if words.is_empty() {
            return;
        }
        assert!(!cites.is_empty(), "{record} has a number and no source: {text}");
        let at: Vec<String> = cites.iter().map(|cite| format!("{} {}", cite.source, cite.at)).collect();
        let _ = writeln!(list, "{record}: {} | {}", words.join(" "), at.join("; "));
    };
    for record in &guide.responsibilities {
        let mut texts = vec![record.task.clone()];
        texts.extend(record.provided.iter().chain(&record.notes).cloned());
        texts.extend(record.terms.iter().map(|term| format!("{} {} {:?}", term.text, term.count, term.unit)));
        texts.extend(record.valid.from.map(|from| format!("vanaf {from}")));
        texts.extend(record.valid.until.map(|until| format!("tot {until}")));
        texts.extend(record.valid.note.clone());
        for text in &texts {
            line(record.id.as_str(), text, &record.cites);
        }
    }
    for gap in &guide.gaps {
        line(gap.id.as_str(), &gap.text, &gap.cites);
    }
    for referral in &guide.referrals {
        for text in [&referral.text, &referral.sharing.text].into_iter().chain(&referral.provided) {
            line(referral.id.as_str(), text, &referral.cites);
        }
        for term in &referral.terms {
            line(referral.id.as_str(), &format!("{} {} {:?}", term.text, term.count, term.unit), &referral.cites);
        }
    }
    for party in &guide.parties {
        line(party.id.as_str(), &party.summary, &party.cites);
        for contact in &party.contacts {
            let cite = Citation {
                source: contact.source.clone(),
                at: "contact".into(),
                stance: Stance::Zegt,
                quote: None,
                fact: None,
            };
            line(party.id.as_str(), &contact.value, &[cite]);
        }
    }
    for advice in &guide.first {
        line(advice.id.as_str(), &advice.text.nl, &advice.cites);
    }
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/numbers.txt");
    if std::env::var_os("UPDATE_NUMBERS").is_some() {
        std::fs::write(path, &list).unwrap();
    }
    let kept = std::fs::read_to_string(path).unwrap_or_default();
    let news: Vec<&str> = list.lines().filter(|line| !kept.lines().any(|known| known == *line)).collect();
    assert_eq!(news, Vec::<&str>::new(), "look at these, then run with UPDATE_NUMBERS=1");
    assert_eq!(list.lines().count(), kept.lines().count(), "numbers are gone; run with UPDATE_NUMBERS=1");
}

#[test]
fn a_phone_number_in_the_words_is_a_contact_that_a_source_gives() {
    let guide = guide();
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    let known: Vec<String> =
        guide.parties.iter().flat_map(|party| &party.contacts).map(|contact| digits(&contact.value)).collect();
    for advice in &guide.first {
        let certain = advice.certain.iter().map(|text| text.nl.as_str());
        let text = std::iter::once(advice.text.nl.as_str()).chain(certain).collect::<Vec<_>>().join(" ");
        for part in text.split(|c: char| !(c.is_ascii_digit() || c == ' ')).map(digits).filter(|d| d.len() >= 8) {
            assert!(known.contains(&part), "{part} in «{text}» is nobody's contact");
        }
    }
}
