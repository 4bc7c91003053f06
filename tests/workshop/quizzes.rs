//! Every question has a right answer that the guide gives, wrong ones that it excludes, and a source.

use std::collections::{BTreeMap, BTreeSet};

use wegwijzer::{
    lookup::{AsOf, Outcome, Profile, Verdict},
    model::{Date, Lang, PartyId},
    present::Asked,
    workshop::quiz::{QuizKind, QuizQuestion, QuizRequest, quiz},
};

use crate::index;

fn day(year: i16, month: i8, day: i8) -> Date {
    Date::new(year, month, day).unwrap()
}

/// Questions of a seed about everybody, on one of several days.
fn questions(seed: u64, count: usize, profile: &[&str]) -> Vec<QuizQuestion> {
    let days = [day(2026, 11, 30), day(2024, 6, 1), day(2022, 2, 3)];
    let profile = Profile::parse(index().guide(), profile.iter().copied()).unwrap();
    let date = days[usize::try_from(seed).unwrap() % days.len()];
    let lang = if seed.is_multiple_of(5) { Lang::En } else { Lang::Nl };
    quiz(index(), &QuizRequest { seed, count, profile: &profile, date, lang })
}

/// The answer to what a question says is known, and to the same with something else.
fn answer(question: &QuizQuestion, with: Option<&str>) -> (Profile, Outcome) {
    let facet = with.map(|with| with.split('=').next().unwrap());
    let own = question.profile.iter().map(String::as_str);
    let own = own.filter(|text| facet.is_none() || text.split('=').next() != facet).chain(with);
    let profile = Profile::parse(index().guide(), own.collect::<Vec<_>>()).unwrap();
    let outcome = index().look_up(&profile, AsOf::from(question.date)).unwrap();
    (profile, outcome)
}

/// How the tasks of a party in the aspect of a question stand.
fn standing(question: &QuizQuestion, outcome: &Outcome, party: &str) -> Vec<(Verdict, bool)> {
    let aspect = question.aspect.as_ref().unwrap();
    let guide = index().guide();
    let answers = outcome.answers_in(index(), aspect).into_iter();
    answers
        .map(|(task, verdict)| (&guide.responsibilities[task], verdict))
        .filter(|(record, _)| record.party.as_str() == party)
        .map(|(record, verdict)| (verdict, record.primary))
        .collect()
}

/// What is wrong with a question; nothing when it is sound.
fn fault(question: &QuizQuestion) -> Option<String> {
    let wrong: Vec<&str> = question
        .options
        .iter()
        .map(|option| option.id.as_str())
        .filter(|id| question.right.iter().all(|right| right != id))
        .collect();
    let right = question.right.first()?.as_str();
    let (profile, outcome) = answer(question, None);
    let is = |holds: bool, what: &str| (!holds).then(|| format!("{what}: {question:?}"));
    let certain =
        |outcome: &Outcome, party: &str| standing(question, outcome, party).contains(&(Verdict::Applies, true));
    let nothing = |outcome: &Outcome, party: &str| standing(question, outcome, party).is_empty();
    let common = is(!question.sources.is_empty(), "no source")
        .or_else(|| is(!question.why.trim().is_empty(), "no reason"))
        .or_else(|| is(question.right.len() == 1, "not one right answer"))
        .or_else(|| is(question.options.iter().filter(|option| option.id == right).count() == 1, "not an option"))
        .or_else(|| {
            let texts: BTreeSet<&str> = question.options.iter().map(|option| option.text.as_str()).collect();
            is(texts.len() == question.options.len(), "two options say the same")
        });
    let own = match question.kind {
        QuizKind::Wie => is(certain(&outcome, right), "the right one does not apply")
            .or_else(|| is(wrong.len() >= 2, "too few wrong ones"))
            .or_else(|| is(wrong.iter().all(|party| nothing(&outcome, party)), "a wrong one is not excluded")),
        QuizKind::WelOfNiet => {
            let party = question.about.party.as_ref().unwrap().as_str();
            match right {
                "ja" => is(certain(&outcome, party), "it does not apply"),
                _ => is(nothing(&outcome, party), "it is not excluded"),
            }
        }
        QuizKind::WatAls => {
            let (_, after) = answer(question, question.about.with.as_deref());
            is(nothing(&outcome, right), "the right one was there already")
                .or_else(|| is(certain(&after, right), "the right one does not come in"))
                .or_else(|| is(wrong.len() >= 2, "too few wrong ones"))
                .or_else(|| is(wrong.iter().all(|party| nothing(&after, party)), "a wrong one is there too"))
        }
        QuizKind::Termijn => {
            let party = question.about.party.as_ref().unwrap();
            let terms = |only: Option<&PartyId>| -> BTreeSet<String> {
                let answers = outcome.answers_in(index(), question.aspect.as_ref().unwrap()).into_iter();
                let records = answers.map(|(task, verdict)| (&index().guide().responsibilities[task], verdict));
                records
                    .filter(|(record, verdict)| {
                        only.is_none_or(|only| record.party == *only && *verdict == Verdict::Applies)
                    })
                    .flat_map(|(record, _)| &record.terms)
                    .map(|term| {
                        format!("{}-{}", term.count, serde_json::to_value(term.unit).unwrap().as_str().unwrap())
                    })
                    .collect()
            };
            is(terms(Some(party)).contains(right), "the right term is not in the answer")
                .or_else(|| is(wrong.iter().all(|term| !terms(None).contains(*term)), "a wrong term is in the answer"))
                .or_else(|| is(wrong.len() >= 2, "too few wrong ones"))
        }
        QuizKind::Grond => {
            let asked = Asked { index: index(), profile: &profile, outcome: &outcome };
            let about = &question.about;
            let routes = asked.routes(about.party.as_ref().unwrap(), about.to.as_ref().unwrap());
            let direct = routes.iter().filter(|route| route.len() == 1).flatten();
            let grounds: BTreeSet<&str> = direct.map(|step| step.record.sharing.ground.id()).collect();
            is(grounds == BTreeSet::from([right]), "the ground is not the only one of the route")
        }
        QuizKind::Vraag => {
            let guide = index().guide();
            let asked: Vec<&str> =
                outcome.questions.iter().map(|question| guide.facets[question.facet].id.as_str()).collect();
            is(asked.first() == Some(&right), "it is not the next question")
                .or_else(|| is(wrong.iter().all(|facet| !asked.contains(facet)), "a wrong one is asked too"))
                .or_else(|| is(wrong.len() >= 2, "too few wrong ones"))
        }
    };
    common.or(own)
}

#[test]
fn two_thousand_questions_are_right_and_sourced() {
    let mut kinds: BTreeMap<QuizKind, usize> = BTreeMap::new();
    let mut faults: Vec<String> = Vec::new();
    let mut count = 0;
    for seed in 0..100 {
        let questions = questions(seed, 20, &[]);
        assert_eq!(questions.len(), 20, "seed {seed}");
        for pair in questions.windows(2) {
            assert_ne!(pair[0].right, pair[1].right, "two questions with one key in a row: seed {seed}");
        }
        for question in &questions {
            *kinds.entry(question.kind).or_default() += 1;
            faults.extend(fault(question));
        }
        count += questions.len();
    }
    assert!(faults.is_empty(), "{} of {count}:\n{}", faults.len(), faults[..faults.len().min(5)].join("\n"));
    assert_eq!(count, 2_000);
    // Each kind is asked about as often as the others; of limits the guide has fewer, and one in twenty-five asks of one.
    assert_eq!(kinds.len(), 6, "{kinds:?}");
    assert!(kinds.values().all(|times| *times >= count / 25), "{kinds:?}");
}

#[test]
fn a_seed_is_a_quiz_and_a_longer_one_begins_the_same() {
    for seed in [1, 7, 4711] {
        let ten = questions(seed, 10, &[]);
        assert_eq!(ten, questions(seed, 10, &[]));
        assert_eq!(ten[..4], questions(seed, 4, &[])[..]);
    }
    assert_ne!(questions(1, 5, &[]), questions(4, 5, &[]));
}

#[test]
fn what_is_given_is_known_in_every_question() {
    let minor = questions(3, 12, &["leeftijd=minderjarig", "verblijf=nederlander"]);
    assert!(minor.len() >= 6, "{}", minor.len());
    for question in &minor {
        assert!(question.profile.iter().any(|text| text.starts_with("leeftijd=")), "{question:?}");
        assert!(question.profile.contains(&"verblijf=nederlander".to_owned()), "{question:?}");
        assert_eq!(fault(question), None);
    }
}

#[test]
fn the_phases_take_turns() {
    let guide = index().guide();
    let mut phases: BTreeMap<char, usize> = BTreeMap::new();
    for seed in 0..10 {
        for question in questions(seed, 16, &[]) {
            let Some(aspect) = &question.aspect else { continue };
            *phases.entry(guide.aspect(aspect).unwrap().0.letter).or_default() += 1;
        }
    }
    assert_eq!(phases.len(), 4, "{phases:?}");
    assert!(phases.values().all(|times| *times >= 16), "{phases:?}");
}
