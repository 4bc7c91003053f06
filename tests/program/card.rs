//! The referral card of the shipped guide: what stands on it, what never does, and that paper and text are always made.

#![allow(clippy::expect_used, clippy::unwrap_used, reason = "a helper of a test may fail it")]

use std::sync::Arc;

use crate::persons::WOMAN;
use wegwijzer::{
    export::card::{Card, CardForm, CardOptions, card_pdf, card_text},
    file::embedded_guide,
    lookup::{Index, Outcome, Profile, Verdict},
    model::{ContactKind, Date, Guide, Lang, Scenario},
    present::{Asked, PlanPartFacts},
    text::days::told_on,
};

fn today() -> Date {
    Date::new(2026, 11, 22).unwrap()
}

fn guide() -> Guide {
    embedded_guide().expect("the shipped guide")
}

fn index() -> Index {
    Index::new(Arc::new(guide())).expect("the shipped guide")
}

fn ask(index: &Index, facets: &[&str], date: Date) -> (Profile, Outcome) {
    let profile = Profile::parse(index.guide(), facets.iter().copied()).expect("facets of the guide");
    let outcome = index.look_up(&profile, date).expect("somebody fits");
    (profile, outcome)
}

fn card(index: &Index, facets: &[&str], options: &CardOptions<'_>) -> Card {
    let (profile, outcome) = ask(index, facets, today());
    Card::new(index, &profile, &outcome, options)
}

fn holds(bytes: &[u8], words: &str) -> bool {
    bytes.windows(words.len()).any(|window| window == words.as_bytes())
}

/// The questions of the scenarios, and the one in which nothing is known.
fn questions(guide: &Guide) -> Vec<(String, Vec<String>, Date)> {
    let given = |scenario: &Scenario| {
        let facets = scenario.given.iter().map(|(facet, values)| {
            let values: Vec<&str> = values.iter().map(wegwijzer::model::ValueId::as_str).collect();
            format!("{facet}={}", values.join(","))
        });
        (scenario.id.to_string(), facets.collect(), scenario.date)
    };
    let mut questions: Vec<_> = guide.scenarios.iter().map(given).collect();
    questions.push(("niets bekend".to_owned(), Vec::new(), today()));
    questions
}

#[test]
fn every_case_of_the_guide_has_a_card_on_which_all_phases_and_numbers_stand() {
    let index = index();
    let questions = questions(index.guide());
    assert!(questions.len() > 10, "the guide has cases");
    for (case, facets, date) in questions {
        let facets: Vec<&str> = facets.iter().map(String::as_str).collect();
        let (profile, outcome) = ask(&index, &facets, date);
        let plan = Asked { index: &index, profile: &profile, outcome: &outcome }.plan();
        for lang in [Lang::Nl, Lang::En] {
            let cards = [false, true].map(|full| {
                let options = CardOptions { full, ..CardOptions::new(lang, today()) };
                Card::new(&index, &profile, &outcome, &options)
            });
            for card in &cards {
                let text = card_text(card);
                assert!(card_pdf(card).is_ok_and(|pdf| pdf.starts_with(b"%PDF-1.7")), "{case}: no PDF");
                for (number, step) in (1..).zip(plan.first()) {
                    let act = format!("\n  {number} {} (", step.heading(lang));
                    assert!(text.contains(&act), "{case}: {act} is not on the card");
                    let contact = step.contacts.first().filter(|_| !step.is_asker);
                    assert!(
                        contact.is_none_or(|of| text.contains(&format!("\n    {}", of.contact.value))),
                        "{case}: {act}"
                    );
                }
            }
            let text = card_text(&cards[1]);
            for phase in &index.guide().phases {
                let heading = format!("\n{}  {}\n", phase.letter, phase.title.text(lang));
                assert!(text.contains(&heading), "{case}: phase {} is not on the card", phase.letter);
            }
            for number in numbers(index.guide(), &outcome) {
                assert!(text.contains(&number), "{case}: {number} is not on the card");
            }
        }
    }
}

/// The telephone numbers of the parties that are primarily responsible, read from the guide itself.
fn numbers(guide: &Guide, outcome: &Outcome) -> Vec<String> {
    let records = guide.responsibilities.iter().zip(outcome.responsibilities.values());
    let shown = records
        .filter(|(record, verdict)| record.primary && matches!(**verdict, Some(Verdict::Applies | Verdict::Depends)));
    let contacts = shown.filter_map(|(record, _)| guide.party(&record.party)).flat_map(|party| &party.contacts);
    let phones = contacts.filter(|contact| {
        matches!(contact.kind, ContactKind::Telefoon | ContactKind::TelefoonBuitenland)
            && contact.valid.holds_on(outcome.date)
    });
    phones.map(|contact| contact.value.clone()).collect()
}

#[test]
fn certain_answers_stand_before_those_that_depend_and_say_on_what() {
    let card = card(&index(), &WOMAN, &CardOptions { full: true, ..CardOptions::new(Lang::Nl, today()) });
    let phases = &card.further.as_ref().unwrap().phases;
    let shelter = phases.iter().flat_map(|phase| &phase.aspects).find(|aspect| aspect.label == "Opvang").unwrap();
    let certain = shelter.answers.iter().position(|answer| answer.party == "COSM").expect("COSM");
    let depends = shelter.answers.iter().position(|answer| answer.depends_on.is_some()).expect("one that depends");
    assert!(certain < depends);
    for aspect in phases.iter().flat_map(|phase| &phase.aspects) {
        assert!(aspect.answers.is_sorted_by_key(|answer| answer.depends_on.is_some()), "{}", aspect.label);
    }
}

#[test]
fn every_source_that_is_named_is_in_the_list() {
    let card = card(&index(), &WOMAN, &CardOptions { full: true, ..CardOptions::new(Lang::Nl, today()) });
    let further = card.further.as_ref().unwrap();
    let listed: Vec<&str> = further.sources.iter().map(|source| source.id.as_str()).collect();
    let answers = further.phases.iter().flat_map(|phase| &phase.aspects).flat_map(|aspect| &aspect.answers);
    let cited: Vec<&str> = answers.map(|answer| answer.cited.as_str()).collect();
    assert!(!cited.is_empty());
    for source in &guide().sources {
        let is_cited = cited.iter().any(|words| words.split([' ', ',', ';']).any(|word| word == source.id.as_str()));
        assert!(!is_cited || listed.contains(&source.id.as_str()), "{} is cited but not listed", source.id);
    }
}

#[test]
fn the_same_card_gives_the_same_bytes() {
    for (form, full) in [(CardForm::Pdf, false), (CardForm::Pdf, true), (CardForm::Text, false)] {
        let options = CardOptions { full, ..CardOptions::new(Lang::Nl, today()) };
        let bytes = || form.render(&card(&index(), &WOMAN, &options)).expect("bytes");
        assert!(bytes() == bytes(), "{form:?} differs from one run to the next");
    }
}

#[test]
fn the_paper_card_is_tagged_and_has_a_title_and_a_language() {
    for (lang, code) in [(Lang::Nl, "(nl)"), (Lang::En, "(en)")] {
        let pdf = card_pdf(&card(&index(), &WOMAN, &CardOptions::new(lang, today()))).expect("a PDF");
        for part in
            ["/StructTreeRoot", "/MarkInfo", "/Outlines", "/Title", "/H1", "/H2", "/H3", "/LBody", "pdfuaid:part"]
        {
            assert!(holds(&pdf, part), "{part} is missing");
        }
        assert!(holds(&pdf, &format!("/Lang {code}")) || holds(&pdf, &format!("/Lang{code}")), "no language {code}");
        assert!(!holds(&pdf, "CreationDate"), "a date of making would differ each time");
    }
}

#[test]
fn nothing_that_was_asked_about_the_person_is_on_a_card_unless_wished() {
    let index = index();
    let bare = CardOptions::new(Lang::Nl, today());
    let without = card_text(&card(&index, &WOMAN, &bare));
    let with = card_text(&card(&index, &WOMAN, &CardOptions { with_facets: true, ..bare }));
    for line in [
        "Leeftijd: 18 of ouder",
        "Verblijfsstatus: ",
        "Aanwijzing mensenhandel: geringste aanwijzing",
        "Gekozen kenmerken",
    ] {
        let start = line.split(": ").next().unwrap();
        let has = |text: &str| text.lines().any(|found| found.trim_start_matches([' ', '-']).starts_with(line));
        assert!(!has(&without), "«{line}» is on the bare card");
        assert!(has(&with) || line.starts_with("Verblijf"), "«{start}» should be on a card with facets:\n{with}");
    }
    // Every line of the bare card stands on the other one too: only the facets were added.
    assert!(without.lines().all(|line| with.contains(line)));
    let bytes = card_pdf(&card(&index, &WOMAN, &bare)).unwrap();
    for word in ["leeftijd=", "derdeland-zonder-verblijfsrecht", "Gekozen kenmerken"] {
        assert!(!holds(&bytes, word), "{word}");
    }
}

#[test]
fn a_card_of_another_day_says_at_both_ends_that_it_is_not_for_use() {
    let index = index();
    let (profile, outcome) = ask(&index, &WOMAN, Date::new(2022, 2, 3).unwrap());
    let text = card_text(&Card::new(&index, &profile, &outcome, &CardOptions::new(Lang::Nl, today())));
    let warning = "Niet voor gebruik: stand op 3 februari 2022";
    assert_eq!(text.matches(warning).count(), 2);
    assert!(text.lines().take(3).any(|line| line.contains(warning)));
    assert!(text.trim_end().ends_with(warning));
    let now = card_text(&card(&index, &WOMAN, &CardOptions::new(Lang::Nl, today())));
    assert!(!now.contains("Niet voor gebruik"));
    assert!(now.contains("Niet aan het mogelijke slachtoffer meegeven") && now.contains("Acuut gevaar: bel 112"));
}

#[test]
fn a_guide_with_strange_signs_and_endless_texts_still_has_a_card() {
    let mut guide = guide();
    for record in &mut guide.responsibilities {
        record.task = format!("✓ ↔ \u{202f}\u{2011}\u{ad} 你好 🙂 \0\u{7} {} {}", "x".repeat(400), "woord ".repeat(30));
    }
    if let Some(record) = guide.responsibilities.iter_mut().find(|record| record.primary) {
        record.task = "Een heel lange taak. ".repeat(2_000);
    }
    let index = Index::new(Arc::new(guide)).unwrap();
    let card = card(&index, &[], &CardOptions::new(Lang::Nl, today()));
    assert!(card_pdf(&card).is_ok());
    assert!(card_text(&card).contains("你好"));
}

/// How many pages a PDF says that it has.
pub(crate) fn pages(pdf: &[u8]) -> usize {
    let text = String::from_utf8_lossy(pdf);
    let count = text.split("/Type/Pages").nth(1).or_else(|| text.split("/Type /Pages").nth(1)).expect("a page tree");
    let count = count.split("/Count").nth(1).expect("a count").trim_start();
    count.split(|sign: char| !sign.is_ascii_digit()).next().unwrap().parse().unwrap()
}

#[test]
fn every_case_is_one_a4_in_both_languages() {
    let index = index();
    let mut cards = 0;
    for (case, facets, date) in questions(index.guide()) {
        let facets: Vec<&str> = facets.iter().map(String::as_str).collect();
        let (profile, outcome) = ask(&index, &facets, date);
        for lang in [Lang::Nl, Lang::En] {
            let card = Card::new(&index, &profile, &outcome, &CardOptions::new(lang, date));
            assert_eq!(pages(&card_pdf(&card).unwrap()), 1, "{case}");
            cards += 1;
        }
    }
    assert!(cards > 80, "only {cards} cards");
}

#[test]
fn the_full_card_is_the_short_one_and_what_explains_it() {
    let index = index();
    let short = card(&index, &WOMAN, &CardOptions::new(Lang::Nl, today()));
    let full = card(&index, &WOMAN, &CardOptions { full: true, ..CardOptions::new(Lang::Nl, today()) });
    assert!(short.further.is_none() && full.further.is_some());
    let (about, further) = (full.about.clone(), full.further.clone());
    assert_eq!(Card { about, further, ..short.clone() }, full);
    assert!(pages(&card_pdf(&full).unwrap()) > 1);
    let (short, full) = (card_text(&short), card_text(&full));
    let before = |text: &str| text.split("Over deze kaart").next().unwrap().to_owned();
    assert_eq!(before(&short), before(&full));
}

/// What somebody in a hurry reads of a step: no code of a source, no name of a record.
#[test]
fn the_first_sheet_names_sources_in_words() {
    let index = index();
    for (case, facets, date) in questions(index.guide()) {
        let facets: Vec<&str> = facets.iter().map(String::as_str).collect();
        let (profile, outcome) = ask(&index, &facets, date);
        let text = card_text(&Card::new(&index, &profile, &outcome, &CardOptions::new(Lang::Nl, date)));
        for source in &index.guide().sources {
            let is_named = text.split(|sign: char| !sign.is_alphanumeric()).any(|word| word == source.id.as_str());
            assert!(!is_named, "{case}: {}", source.id);
        }
        assert!(text.contains("\n    Bron"), "{case}: the steps have sources");
    }
}

#[test]
fn there_is_room_to_write_under_every_step() {
    let index = index();
    let facets = ["vraagsteller=politie", "moment=avond-nacht-weekend"];
    let text = card_text(&card(&index, &[&WOMAN[..], &facets].concat(), &CardOptions::new(Lang::Nl, today())));
    let of_call = text.matches("Wie belde: ____").count();
    let own = text.matches("Gedaan door: ____").count();
    assert_eq!(of_call + own, 7, "{text}");
    assert!(own > 0 && of_call > 0);
    // What does not answer at this hour says so.
    assert!(text.contains("033 448 11 86 (neemt nu niet op, "), "{text}");
}

#[test]
fn advice_for_the_young_goes_when_the_age_is_known() {
    let index = index();
    let text = |age: &[&str], full: bool| {
        let options = CardOptions { full, ..CardOptions::new(Lang::Nl, today()) };
        card_text(&card(&index, age, &options))
    };
    for full in [false, true] {
        let open = text(&[], full);
        let advice = open.find("Misschien jonger dan 18?").expect("what holds for minors is said first");
        assert!(advice < open.find("\nDoe nu\n").unwrap());
        for age in &index.guide().facets.iter().find(|facet| facet.id.as_str() == "leeftijd").unwrap().values {
            let known = text(&[&format!("leeftijd={}", age.id)], full);
            assert!(!known.contains("Misschien jonger dan 18"), "{}", age.id);
        }
    }
}

#[test]
fn alerts_conflicts_notes_and_conditions_of_the_steps_are_on_the_card() {
    let index = index();
    let flowing = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    let mut said = [0; 4];
    for (case, facets, date) in questions(index.guide()) {
        for desk in ["politie", "gemeente", "opvanginstelling", "school", "arbeidsinspectie"] {
            let asker = format!("vraagsteller={desk}");
            let mut facets: Vec<&str> = facets.iter().map(String::as_str).collect();
            facets.retain(|facet| !facet.starts_with("vraagsteller="));
            facets.push(&asker);
            let profile = Profile::parse(index.guide(), facets).unwrap();
            let Ok(outcome) = index.look_up(&profile, date) else { continue };
            let text = flowing(&card_text(&Card::new(&index, &profile, &outcome, &CardOptions::new(Lang::Nl, date))));
            let plan = Asked { index: &index, profile: &profile, outcome: &outcome }.plan();
            for part in plan.first().iter().flat_map(|step| &step.parts) {
                let mut expected: Vec<(usize, &str)> =
                    part.provided().iter().map(|words| (0, words.as_str())).collect();
                if let PlanPartFacts::Task(answer) = part {
                    // What a note says of later years is for those.
                    expected.extend(told_on(&answer.record.notes, date).map(|words| (1, words)));
                    expected.extend(answer.record.valid.note.iter().map(|words| (1, words.as_str())));
                    expected.extend(answer.conflicts.iter().map(|conflict| (2, conflict.text.as_str())));
                    expected.extend(answer.alerts.iter().map(|alert| (3, alert.text.as_str())));
                }
                for (kind, words) in expected {
                    said[kind] += 1;
                    assert!(text.contains(&flowing(words.trim_end_matches('.'))), "{case} at {desk}: «{words}»");
                }
            }
        }
    }
    assert!(said[..3].iter().all(|count| *count > 20), "{said:?}");
}

#[test]
fn no_card_tells_where_a_shelter_is() {
    let index = index();
    for (case, facets, date) in questions(index.guide()) {
        let facets: Vec<&str> = facets.iter().map(String::as_str).collect();
        let (profile, outcome) = ask(&index, &facets, date);
        let options = CardOptions { full: true, ..CardOptions::new(Lang::Nl, date) };
        let text = card_text(&Card::new(&index, &profile, &outcome, &options));
        // A postal code stands in every address.
        let words: Vec<&str> = text.split_whitespace().collect();
        let is_code = |pair: &[&str]| {
            pair[0].len() == 4
                && pair[0].chars().all(|sign| sign.is_ascii_digit())
                && pair[1].len() == 2
                && pair[1].chars().all(|sign| sign.is_ascii_uppercase())
        };
        assert!(!words.windows(2).any(is_code), "{case}");
    }
}
